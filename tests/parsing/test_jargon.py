"""The secretary sees at once which words nobody has explained, and is left in peace by all others."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.model.meeting import Term
from sip_tui.parsing import jargon
from sip_tui.parsing.jargon import JargonFinder, JargonMatch, known_words
from sip_tui.parsing.small_short_forms import glued_beginnings, small_names
from sip_tui.paths import data_path
from sip_tui.resources import glossary
from sip_tui.swedish import words
from tests.helpers.corpus import corpus_lines
from tests.helpers.word_tables import assert_every_entry_is_needed, table_of

WATCH = JargonFinder.of()
AT, FT = "arbetsterapeut", "fysioterapeut"
ORDINARY = """
    at if mi as vi up po act add fact bus mas mar pal vad vem var när hur mår må går gå är och men
    att du dig din ditt dina jag mig min mitt mina han hon hen de dem ni oss vår vårt våra sin sitt sina den det dessa
    sol sos sis ft gm gp hp ip jo rp vp cm asi skr skl ivo lus skolan läraren rasten amen kalas ifrån astma habil
    lunchen kompisar vänner mamma pappa mormor farfar syskon bror syster hund katt hus rum säng kök morgon kväll natt
    måndag tisdag onsdag torsdag fredag helg vecka månad år timme minut klocka möte mötet mål målet plan planen planera
    stöd stödet hjälp hjälpa hjälper behov behöver vill kan ska får måste orkar trött glad ledsen rädd arg lugn trygg
    sova sover äta äter bo bor boende hemma hem bostad lägenhet jobb jobba arbete praktik pengar mat handla städa tvätta
    läkare doktor tandläkare psykolog medicin mediciner tablett ont magen huvudet ångest oro panik sömn träna träning
    promenad buss tåg cykel bil skjuts resa telefon ringa ringer skriva läsa svenska matte engelska idrott slöjd bild
    musik spela spel dator film bok böcker kläder skor jacka regn snö sommar vinter vår höst jul lov ledig fritid
    personal person personer människa barn barnet ungdom vuxen förälder föräldrar familj familjen släkt granne vän
    socialtjänsten kommunen regionen vården skola klass lektion lärare rektor elev mentor assistent chef boende
    prata pratar talar tala tolka tolkar insatt insikt insjö placera placerad placerat placerade plats platsen region
    social socialt regi revisor revir inventarier uppret upprätt upprepa upptäcka delar dela del delta deltar deltog
    verk verket verkstad ställa ställning lägga läggdags karta kartan klaga klagar ordna ordnar ordning order ord
    journalist nät nätet verkar samla samlar samma samman sekret sekt sekund sam samtal samtala samtycka avlösa avlöst
    löser lösning remsa remi mandel mandarin stup rör aktiv aktivitet akt akta roped kort korta korten tid tiden hemlig
    egen eget egna vårda vårdar lag lagen laga lagar god man gott extra särskild fast fasta kontakt kontakten daglig
    personlig öppen öppet sluten slutet trygghet tröst återhämta hämta hämtar boka bokar följa följer upp följd mor
    brev kallad kallar bjuda inbjuden bjuden fråga frågar frågor ställer svar svarar beslut besluta bestämma ansöka
    ansökan papper blankett underskrift namn adress dag dagen idag igår imorgon snart sedan nu då här där hit dit
    ofta ibland aldrig alltid kanske inte bara också även mycket lite mer mindre bra bättre bäst dålig sämre stor liten
    ny gammal lång kort hög låg varm kall svår lätt viktig rolig tråkig snäll hälsa frisk sjuk skada olycka feber
"""
NO_ALARM = (
    "Vi ses i skolan på fredag klockan tio.",
    "Hon mår bra och vill spela fotboll i Brynäs IF.",
    "Laget heter Gefle IF, och pappa tränar i Kalmar FK.",
    "Matchen är på Strömvallen IP.",
    "Mina planer för helgen är att vila.",
    "- Mina planer är att bli ingenjör.",
    "ATT LEDA ETT MÖTE MED BARN OCH UNGA, IF MI AT ACT",
    "BUSSEN GÅR FRÅN SKOLAN",
    "Du tar bussen till skolan och går hem.",
    "Mejla till samtycke@example.org eller se https://example.org/insats/LPT?x=remiss",
    "Läs mer på www.remiss.example",
    "Mötet är den 12 MAR 2026.",
    "Bordet är 120 CM brett.",
    "Mål FT 1234-24 är klart.",
    "Filen heter maja_remiss.docx",
    "Datorns IP-adress saknas.",
    "AT-läkaren ringer.",
    "Du är den enskilde, och det här är ditt SIP-möte.",
    "Individens behov och brukarens önskemål.",
    "SIP:en, SIP’en, SIPen och vår samordnade individuella plan.",
    "Ordföranden, sekreteraren och tolken är här.",
    "Kuratorn, skolsköterskan och socialsekreteraren ringer på vårdcentralen.",
    "Vårdnadshavarna och andra anhöriga är med.",
    "Din region, Försäkringskassan och Arbetsförmedlingen kommer.",
    "Det finns en journal, ett nätverk och en överenskommelse.",
    "Åtgärden ska följas upp, och delmålen med.",
    "Kallelsen och inbjudan kom i tid. Uppföljningen blir i maj.",
    "Ring 1177.",
    "Stolarna är placerade i ring, och pappren föll mellan stolarna.",
    "Huvudansvarig: …",
    "Samtycke och sekretess: …",
    "Han har adhd och autism och är inlagd.",
    "Hon läser på sfi, SFI-kursen är på kvällen.",
    "CSN-pengarna och ICA-kortet kom i dag.",
    "sa at det gick bra, till at börja med",
    "det är bra at gå ut på vägen till skolan",
    "sol ute i dag, bad och sol i helgen",
    "bus på rasten, lus i håret, ett fult bus",
    "gm skolan får hon lunch, hela tiden po dom",
    "hon spelar i kalmar fk och heter af Klint",
    "läser GP till kaffet, och GP vid frukosten",
    "se www.kbt.se, mejla till bup@example.org",
    "at-läkaren såg på ip-adressen",
    "har at göra med bussen, skriver HP-provet",
    "Hemtjänsten hjälper till med hjälpmedel.",
    "Ni får inte komma för sent, sa de.",
    "Du kan välja med DIS eller ABC.",
    "",
    "   ",
    "…",
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Du vårdas enligt LPT.", [("LPT", "LPT")]),
        ("LPT:n gäller till maj, och BUP:s läkare ringer", [("LPT:n", "LPT"), ("BUP:s", "BUP")]),
        ("BUPs läkare och LVU-vården", [("BUPs", "BUP"), ("LVU-vården", "LVU")]),
        ("Enligt SoL, inte LSS", [("SoL", "SoL"), ("LSS", "LSS")]),
        ("LSS- och SoL-insatser", [("LSS", "LSS"), ("SoL-insatser", "SoL")]),
        ("ett SiS-hem", [("SiS-hem", "SiS")]),
        ("Internet-KBT eller grupp-DBT", [("KBT", "KBT"), ("DBT", "DBT")]),
        ("P-ADL och ADL-träning", [("P-ADL", "ADL"), ("ADL-träning", "ADL")]),
        ("Insatsernas mål", [("Insatsernas", "insats")]),
        ("Remissen skickas, remisser väntar", [("Remissen", "remiss"), ("remisser", "remiss")]),
        ("remiss-svaret", [("remiss-svaret", "remiss")]),
        ("din fasta vårdkontakts namn", [("fasta vårdkontakts", "fast vårdkontakt")]),
        ("den fasta vårdkontakten", [("fasta vårdkontakten", "fast vårdkontakt")]),
        ("daglig  verksamhet", [("daglig  verksamhet", "daglig verksamhet")]),
        ("din dagliga verksamhet", [("dagliga verksamhet", "daglig verksamhet")]),
        ("gode mannens uppdrag", [("gode mannens", "god man")]),
        ("lagen om psykiatrisk tvångsvård", [("lagen om psykiatrisk tvångsvård", "LPT")]),
        ("Hälso- och sjukvårdslagen säger", [("Hälso- och sjukvårdslagen", "HSL")]),
        ("kognitiv beteendeterapi", [("kognitiv beteendeterapi", "KBT")]),
        ("ett kognitivt stöd", [("kognitivt stöd", "kognitivt stöd")]),
        ("kognitiva svårigheter", [("kognitiva", "kognitiv")]),
        ("Skolan kartlade läget", [("kartlade", "kartläggning")]),
        ("Beslutet verkställs i maj", [("verkställs", "verkställighet")]),
        ("planen revideras och upprättades", [("revideras", "revidera"), ("upprättades", "upprätta")]),
        ("gruppbostäderna", [("gruppbostäderna", "gruppbostad")]),
        ("familjehemmet", [("familjehemmet", "familjehem")]),
        ("åtgärdsprogrammet", [("åtgärdsprogrammet", "åtgärdsprogram")]),
        ("huvudmännen", [("huvudmännen", "huvudman")]),
        ("personcentrerat arbetssätt", [("personcentrerat arbetssätt", "personcentrerad")]),
        ("Ring FK. Kontakta AF i dag", [("FK", "FK"), ("AF", "AF")]),
        ("- Ring FK om pengarna", [("FK", "FK")]),
        ("Det står i Mina planer.", [("Mina planer", "Mina planer")]),
        ("BUP KBT LSS", [("BUP", "BUP"), ("KBT", "KBT"), ("LSS", "LSS")]),
        ("**BUP** ringer (LSS)", [("BUP", "BUP"), ("LSS", "LSS")]),
        ("Bup höjer, lvu:t gäller, lpts slut", [("Bup", "BUP"), ("lvu:t", "LVU"), ("lpts", "LPT")]),
        ("internet-kbt och dbt-gruppen", [("kbt", "KBT"), ("dbt-gruppen", "DBT")]),
        ("lssboende och kbtgrupp", [("lssboende", "lssboende"), ("kbtgrupp", "kbtgrupp")]),
        ("vh bad fk ringa", [("vh", "vårdnadshavare"), ("fk", "FK")]),
        ("enl sol, sol/lss", [("sol", "SoL"), ("sol", "SoL"), ("lss", "LSS")]),
        ("remiss till at för skena. at provar", [("remiss", "remiss"), *[("at", "arbetsterapeut")] * 2]),
        ("bupmottagningen, hembesök av at o ft", [("bupmottagningen", "bupmottagningen"), ("at", AT), ("ft", FT)]),
        ("vill ha po\nat på torsdag", [("po", "personligt ombud"), ("at", AT)]),
        ("mas:en och sol-handläggaren", [("mas:en", "MAS"), ("sol-handläggaren", "SoL")]),
        ("o\u0308ppenva\u030ard", [("o\u0308ppenva\u030ard", "öppenvård")]),
    ],
)
def test_a_hard_word_is_found_in_every_form(text: str, found: list[tuple[str, str]]) -> None:
    assert [(hit.words, hit.term) for hit in WATCH.find(text)] == found


@pytest.mark.parametrize("text", NO_ALARM)
def test_ordinary_lines_are_left_in_peace(text: str) -> None:
    assert WATCH.find(text) == ()


def test_no_ordinary_word_is_an_alarm() -> None:
    words = sorted(set(ORDINARY.split()))
    assert [word for word in words if WATCH.find(word)] == []
    assert [word for word in words if WATCH.find(f"{word.capitalize()} och {word}.")] == []


def test_the_longest_name_counts() -> None:
    hits = WATCH.find("fast vårdkontakt med samordningsansvar och individuell plan enligt LSS")
    assert [hit.words for hit in hits] == [
        "fast vårdkontakt med samordningsansvar",
        "individuell plan enligt LSS",
    ]


def test_a_word_that_has_been_explained_is_no_alarm_in_any_form() -> None:
    watch = JargonFinder.of([term("LPT:n", answer="lagen om vård mot ens vilja"), term("bup", answer="vård för unga")])
    hits = watch.find("LPT-vård, lagen om psykiatrisk tvångsvård, BUP")
    assert [(hit.term, hit.explained) for hit in hits] == [("LPT", True), ("LPT", True), ("BUP", True)]


def test_a_word_that_waits_for_its_answer_is_told_as_asked() -> None:
    (hit,) = JargonFinder.of([term("remissen")]).find("Din remiss är skickad")
    assert hit == JargonMatch(4, 10, "remiss", "remiss", asked=True)


def test_the_meetings_own_words_are_found_with_their_endings() -> None:
    watch = JargonFinder.of([term("exponeringen"), term("WISC-V", answer="ett test"), term("coping-strategier")])
    hits = watch.find("Exponering hjälper. WISC-V:n visar coping-strategierna, och en exponeringsövning.")
    assert [(hit.words, hit.explained) for hit in hits] == [
        ("Exponering", False),
        ("WISC-V:n", True),
        ("coping-strategierna", False),
        ("exponeringsövning", False),
    ]


def test_compounds_of_an_explained_word_are_explained_too() -> None:
    watch = JargonFinder.of([term("exponering", answer="att öva på det man är rädd för"), term("remiss")])
    found = watch.find("Vi gör en exponeringsövning och läser remissvaret från primärvårdsläkaren.")
    assert [(hit.words, hit.explained, hit.asked) for hit in found] == [
        ("exponeringsövning", True, False),
        ("remissvaret", False, True),
        ("primärvårdsläkaren", False, False),
    ]


@pytest.mark.parametrize("text", ["Se https://example.org/remissgrupp nu", "www.example.org/utredning"])
def test_what_stands_in_an_address_is_no_hard_word(text: str) -> None:
    assert WATCH.find(text) == ()


def test_common_word_is_jargon_once_somebody_has_asked() -> None:
    assert [hit.words for hit in JargonFinder.of([term("sekretess")]).find("Sekretessen gäller")] == ["Sekretessen"]


def test_asked_and_answered_twice_counts_as_answered() -> None:
    (hit,) = JargonFinder.of([term("LPT"), term("lpt", answer="en lag"), term("LPT")]).find("LPT")
    assert hit.explained
    assert not hit.asked


@pytest.mark.parametrize("name", ["", "   ", "?", "((((", "a" * 500, "vi " * 50, "\x1b[31m", "x"])
def test_a_hostile_term_is_no_error(name: str) -> None:
    assert JargonFinder.of([term(name)]).find("LPT och remiss x")[:1] == WATCH.find("LPT")


def test_the_pads_that_the_program_lays_out_raise_no_alarm() -> None:
    phases = tomllib.loads(data_path("sv", "phases.toml").read_text(encoding="utf-8"))["phases"]
    assert [hit.words for phase in phases for hit in WATCH.find(phase["pad"])] == []


def test_few_unlisted_alarms_in_real_text() -> None:
    texts = [line["text"] for line in corpus_lines("negatives")]
    listed = set(glossary.glossary_names().values()) | words("jargon", "hard")
    unlisted = [text for text in texts if any(hit.term not in listed for hit in WATCH.find(text))]
    assert len(unlisted) < len(texts) * 0.06, unlisted


def test_every_listed_name_is_found_or_known() -> None:
    """Nothing in the list is written so that it can never be found."""
    unfound = [name for name in glossary.glossary_names() if not list(WATCH.words.find(name))]
    assert unfound == []


def test_what_everybody_knows_is_spelled_as_in_the_list() -> None:
    assert set(glossary.glossary_names()) >= known_words() - words("jargon", "look_alike")


@settings(max_examples=60)
@given(st.text())
def test_no_text_is_an_error_and_every_hit_stands_in_it(text: str) -> None:
    behind = 0
    for hit in WATCH.find(text):
        assert text[hit.start : hit.end] == hit.words
        assert behind <= hit.start < hit.end
        behind = hit.end


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from([*sorted(glossary.glossary_names()), "och", ". ", "-", ":", "s", "\n", "ö", "A\u030a"]),
        max_size=9,
    )
)
def test_names_in_any_company_are_found_in_order(parts: list[str]) -> None:
    text = " ".join(parts)
    hits = WATCH.find(text)
    assert [text[hit.start : hit.end] for hit in hits] == [hit.words for hit in hits]
    assert sorted(hits, key=lambda hit: hit.start) == list(hits)


PARTS = (jargon._parts, jargon._hard_part)
CACHES = (jargon.shipped_words, jargon.known_words, *PARTS, small_names, glued_beginnings)
FEWER_CACHES = {"tails": PARTS, "beginnings": PARTS, "capitals": ()}
"""What has to be made anew when a table changes; for any other table it is all of them."""
COUNTS = {
    "own": 26,
    "roles": 24,
    "person": 5,
    "everyday": 52,
    "look_alike": 71,
    "hard": 925,
    "tails": 51,
    "beginnings": 66,
    "small": 80,
    "small_noun": 18,
    "small_joined": 10,
    "capitals": 317,
}


SMALL = ("small", "small_noun", "small_joined")


def found_words(line: str) -> list[tuple[str, str]]:
    return [(hit.words, hit.term) for hit in JargonFinder(jargon.shipped_words(), {}).find(line)]


def is_listed(entry: str, line: str) -> object:
    found = found_words(line)
    return entry in {term for _words, term in found}, [words for words, _term in found]


def is_found(_entry: str, line: str) -> object:
    found = found_words(line)
    return bool(found), found


def is_left_alone(_entry: str, line: str) -> object:
    return not found_words(line)


@pytest.mark.unmeasured
@pytest.mark.parametrize("table", COUNTS)
def test_every_entry_of_the_tables_is_needed(table: str) -> None:
    reader = {"hard": is_listed, "tails": is_found, "beginnings": is_found, **dict.fromkeys(SMALL, is_found)}.get(
        table, is_left_alone
    )
    assert_every_entry_is_needed(f"jargon.{table}", reader, FEWER_CACHES.get(table, CACHES), together=60)
    assert len(table_of(f"jargon.{table}")) == COUNTS[table]


@pytest.mark.parametrize("line", corpus_lines("jargon"), ids=lambda line: line["text"])
def test_corpus_of_hard_words(line: dict[str, Any]) -> None:
    found = " ".join(hit.words for hit in WATCH.find(line["text"])).lower()
    assert all(word.lower() in found for word in line["hard"])
    assert bool(found) == bool(line["hard"])


def term(name: str, answer: str = "") -> Term:
    return Term(id=name, term=name, answer=answer)
