"""People who are not on the roll: masked when it is sure, reported when it is not, left alone when it is a word."""

from __future__ import annotations

import pytest

from sip_tui.privacy import KnownName, find, redact


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("hennes pojkvän Elias", "hennes pojkvän"),
        ("Maj-Britt hälsade", "[namn] hälsade"),
        ("Maj-Britt", "[namn]"),
        ("granne med Ing-Britt Solberg", "granne med [namn]"),
        ("i maj åker vi", "i maj åker vi"),
        ("Sover i Lasses rum", "Sover i [namn]s rum"),
        ("Arvid, 9 år, är rädd", "[namn], [ålder], är rädd"),
        ("läraren Gun Olsson vill ses", "läraren vill ses"),
        ("blev slagen av Nils Berg i 9C", "blev slagen av [namn] i [klass]"),
        ("mormor Aina hämtar", "mormor hämtar"),
        ("mormor Ainas hus", "mormors hus"),
        ("Mamma (Helén) har ensam vårdnad", "Mamma har ensam vårdnad"),
        ("Mamma (Helén, som bor i Lund)", "Mamma ([namn], som bor i Lund)"),
        ("barnets far, Omar Nur, är okänd", "barnets far är okänd"),
        ("Kompisarna Alva, Stella och Meja kom", "Kompisarna kom"),
        ("Kompisarna Alva och Mössan kom", "Kompisarna och Mössan kom"),
        ("grannen fru Pettersson ringer", "grannen ringer"),
        ("mammas syster Anna ringer", "mammas syster ringer"),
        ("pratat m Emblas mamma", "pratat m [namn]s mamma"),
        ("Moltes mamma Anna ringde", "[namn]s mamma ringde"),
        ("Barnets mamma ringde", "Barnets mamma ringde"),
        ("Sveriges barn", "Sveriges barn"),
        ("barnen Tyr, Embla och Ymer kom", "barnen kom"),
        ("leker m hugo o selma", "leker m [namn] och [namn]"),
        ("Storm Hans stängde vägen", "Storm Hans stängde vägen"),
        ("Mentor: Patrik Öhman", "Mentor: [namn]"),
        ("Tränaren heter Mirza", "Tränaren heter [namn]"),
        ("kompisen nora hämtar", "kompisen hämtar"),
        ("hans vän Zsazsa ringer", "hans vän ringer"),
        ("Elev: Tuva i klass 7B på Norrskolan", "Elev: [namn] i [klass]"),
        ("ELIN BERG kom", "[namn] kom"),
        ("Elin hämtar henne.", "[namn] hämtar henne."),
        ("Chefen på Coop, Torbek Brandt, kan", "Chefen på Coop, [namn], kan"),
        ("läraren i slöjd (Maria Ö) kan", "läraren i slöjd ([namn]) kan"),
        ("Tolken heter Rezan Mohammed Aziz", "Tolken heter [namn]"),
        ("Hon heter Zebbe Malm", "Hon heter [namn]"),
        ("hans vän heter Bosco", "hans vän heter [namn]"),
        ("träffar Rezan Mohammed Aziz sen", "träffar [namn] sen"),
        ("träffar Ziluk Mohammed Aziz sen", "träffar [namn] sen"),
        ("Torbek Brandts bil, vi ringde Torbek Brandt", "[namn]s bil, vi ringde [namn]"),
        ("hon heter Fatou Jallow", "hon heter [namn]"),
        ("Vendel Åkesson, vaktmästare, kom", "[namn], vaktmästare, kom"),
        ("- Mohammed ringer", "- [namn] ringer"),
    ],
)
def test_a_person_who_is_nobodys_role_is_masked(written: str, read: str) -> None:
    assert redact(written).text == read


@pytest.mark.parametrize(
    "text",
    [
        "Elin i dag.",
        "Rektor Norlander sa nej.",
        "- Mohammed",
        "Läraren i slöjd, Zsazsa, vet",
        "Bor i Vallda Brandt",
        "Handledare: Zilvan Zemvir",
        "Plats i grupp A. Holmqvist",
    ],
)
def test_a_name_that_may_be_another_word_waits(text: str) -> None:
    assert redact(text).text == text
    assert [(hit.kind, hit.level) for hit in find(text)] == [("possible_name", "warn")]


@pytest.mark.parametrize(
    "text",
    [
        "Lex Sarah anmäldes.", "Sankt Eriks sjukhus kallar.", "Astrid Lindgrens barnsjukhus.",
        "Skolan Vega är stängd.",
        "Elin-modellen provas.", "Läs Matteus 5:14.", "Klara mål behövs.",
        "Rektorn Norrgården.", "Pappas Volvo är såld.",
        "Kuratorn BUP återkommer.", "Eriks Dahlbergsgatan är lång.", "Hon går på Vera skola.", "ABAS 61",
        "Den 10 June 2027.",
        "Folktandvården Lund ringde från Gröna Lund",
        "Läraren i slöjd, Hemtjänsten och mamma", "Varken Coop eller Ica", "Köpte på Clas Ohlson",
        "Felix köttbullar och Billys pizza", "Siri på telefonen", "Max eller Donken", "en Billy från Ikea",
        "Mamma, Försäkringskassan och skolan.", "Läkaren Karolinska-jouren.", "anna.berg@", "Hos Vera Kommun bor hon.",
    ],
)  # fmt: skip
def test_what_is_nobody_is_left_alone(text: str) -> None:
    assert [hit for hit in find(text) if hit.kind in ("name", "possible_name")] == []


def test_a_stranger_named_elsewhere_is_no_other_word_here() -> None:
    assert find("Hans bok ligger där.", strangers=frozenset({"Hans"})) == ()
    assert [hit.kind for hit in find("Hans ringer.", strangers=frozenset({"Hans"}))] == ["name"]


def test_the_caller_may_leave_people_alone() -> None:
    assert find("Läraren Gun Olsson, 54 år, är präst i Norrby.", people=False) == ()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("hon leker m wilma o lo", "hon leker m [namn] o [namn]"),
        ("prata m britt-marie, ring anna-karin", "prata m [namn], ring [namn]"),
        ("maj-britts syster", "[namn] syster"),
        ("max-dos i lena-projektet, se lena-marie-mappen", "max-dos i lena-projektet, se lena-marie-mappen"),
        ("alva o wilma", "du o [namn]"),
        ("wilmas mamma", "[namn]s mamma"),
        ("hans mamma o hennes bror", "hans mamma o hennes bror"),
        ("kompis yonas ringer, yonas hjälper dig", "kompis ringer, [namn] hjälper dig"),
        ("flickvän helena kommer\nhelenas bil", "flickvän kommer\n[namn]s bil"),
        ("alva o dess mamma", "du o dess mamma"),
        ("han heter per", "han heter läkaren"),
        ("fyra ggr per vecka", "fyra ggr per vecka"),
    ],
)
def test_names_in_small_letters_beside_people(written: str, read: str) -> None:
    names = [KnownName("Alva", "du"), KnownName("Per Ek", "läkaren")]
    assert redact(written, names).text.lower() == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("alva är 9 år", "Du är [ålder]"),
        ("alva, 9 år, vill", "Du, [ålder], vill"),
        ("2 barn, 6 o 9 år", "2 barn, [ålder]"),
        ("yonas är 9 år", "[namn] är [ålder]"),
        ("det tog 6 o 9 år", "det tog 6 o 9 år"),
    ],
)
def test_an_age_goes_however_the_person_is_named(written: str, read: str) -> None:
    assert redact(written, [KnownName("Alva", "du")]).text == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Hon tar det m läkaren (dr Svedberg)", "Hon tar det m läkaren"),
        ("ring doktor Ahlgren", "ring läkaren"),
        ("Fru Andersson klagar", "[namn] klagar"),
    ],
)
def test_a_title_says_nothing_alone(typed: str, read: str) -> None:
    assert redact(typed).text == read


def test_a_capital_before_a_full_name_waits_at_the_start() -> None:
    text = "Zilvan Mohammed Lind tolkar"
    assert [(text[hit.start : hit.end], hit.level) for hit in find(text)] == [
        ("Zilvan", "warn"),
        ("Mohammed Lind", "block"),
    ]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("serhaats jobb", "Pappas jobb"),
        ("Zilan Demir Kaya är hennes vän", "[namn] är hennes vän"),
        ("såg Ziluk Zemvir Kaya där", "såg [namn] där"),
        ("träffade Ziluk Kaya, sen Kaya själv", "träffade [namn], sen pappa själv"),
        ("mejla Kaya om Ziluk Kayas bil", "mejla pappa om [namn]s bil"),
        ("rak och frank om det", "rak och frank om det"),
        ("helt frank mot mamma", "helt frank mot mamma"),
        ("frank kommer", "Mentorn kommer"),
        ("I love NY", "I love NY"),
        ("true love står det", "true love står det"),
        ("Love you, sjöng hon", "Love you, sjöng hon"),
        ("love ringer", "Kuratorn ringer"),
        ("gillar att rita hästar", "gillar att rita hästar"),
    ],
)
def test_names_of_the_roll_that_are_words_or_misspelt(typed: str, read: str) -> None:
    names = [("Serhat Kaya", "pappa"), ("Frank Ö", "mentorn"), ("Love Ö", "kuratorn"), ("Rita Ö", "rektorn")]
    assert redact(typed, [KnownName(*name) for name in names]).text == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("går i 2B på Ekängsskolan", "går i [klass]"),
        ("går i 9:an C, förut sexan B", "går i [klass], förut sexan B"),
        ("har bytt från 5A till 5B", "har bytt från [klass] till [klass]"),
        ("åk 8 b", "[klass]"),
        ("mentor för 7C ringer", "mentor för [klass] ringer"),
        ("Ekängsskolan, klass 3B", "[klass]"),
        ("går i åk 6 på Ekängsskolan", "går i [klass]"),
        ("går på Ekängsskolan i klass 2", "går på [klass]"),
        ("går i NA22B på Almgymnasiet", "går i [klass]"),
        ("i 3A har de läxor varje dag", "i [klass] har de läxor varje dag"),
    ],
)
def test_a_class_with_its_letter_goes_with_the_school(written: str, read: str) -> None:
    assert redact(written).text == read


@pytest.mark.parametrize(
    "text",
    [
        "går i åk 8", "går i klass 2", "niorna och 4-6 har fritids", "Klass 6B har friluftsdag", "bor i 2B",
        "möte i 4B", "i 2 a 3 veckor", "Almgymnasiet har öppet hus", "läser matte 1b", "PHQ9a", "förskoleklass F",
    ],
)  # fmt: skip
def test_grades_rooms_and_schools_alone_are_left(text: str) -> None:
    assert find(text) == ()


def test_age_after_a_comma_is_of_whom_the_sentence_is_about() -> None:
    assert redact("mormor orkar inte fler nätter, är 71").text == "mormor orkar inte fler nätter, är [ålder]"
    for text in ("hon bor där, är 3", "rummet har nr 12, är 14", "Mamma kom. Rummet är litet, är 14."):
        assert redact(text).text == text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Gerd 79, orkar ej", "Gerd [ålder], orkar ej"),
        ("mamma (45) och pappa", "mamma ([ålder]) och pappa"),
        ("läkare 45, bokad", "läkare 45, bokad"),
        ("hon 45, han", "hon 45, han"),
        ("hämtas av Gerd 15", "hämtas av Gerd 15"),
        ("Gerd 17, går på gymnasiet", "Gerd [ålder], går på gymnasiet"),
        ("Gerd (9) mår bra", "Gerd ([ålder]) mår bra"),
        ("Gerd 17, mamma 18", "Gerd 17, mamma 18"),
        ("Gerd 15 bor hos mormor", "Gerd [ålder] bor hos mormor"),
        ("Gerd, 15, bor hos mormor", "Gerd, [ålder], bor hos mormor"),
        ("Gerd, 15, ringer", "Gerd, [ålder], ringer"),
        ("rummet, 15, städas", "rummet, 15, städas"),
        ("Gerd, 15, mamma 18", "Gerd, 15, mamma 18"),
        ("hon, 15, ringer", "hon, 15, ringer"),
        ("läkare (14)", "läkare (14)"),
        ("rum 17, går på dagen", "rum 17, går på dagen"),
    ],
)
def test_a_grown_ups_age_stands_behind_who_it_is(written: str, read: str) -> None:
    assert redact(written, ["Elin Ek"]).text.replace("[namn]", "Gerd") == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("läkartid BUP Vasagatan 3", "läkartid BUP [adress]"),
        ("bor på NORRA VÄGEN 3", "bor på [adress]"),
        ("Vi o Hampus är sams", "Vi o [namn] är sams"),
        ("Gerd 68 har hjärtfel", "Gerd [ålder] har hjärtfel"),
    ],
)
def test_an_office_a_word_and_an_age_beside_what_goes(written: str, read: str) -> None:
    assert redact(written).text.replace("[namn] [ålder]", "Gerd [ålder]") == read


@pytest.mark.parametrize(
    ("text", "waits"),
    [
        ("Å.K. kommer på nästa möte", ["Å.K."]),
        ("L-G är vaktmästare", ["L-G"]),
        ("enligt P-O går det", ["P-O"]),
        ("F.K. har sagt nej, A-T sessioner", ["F.K."]),
        ("A-B samtal och B.V.C. i veckan, enligt A-B", []),
        ("Samir Haddad med S.H. ringer", []),
    ],
)
def test_two_initials_that_do_something_wait(text: str, waits: list[str]) -> None:
    found = find(text, ["Samir Haddad"])
    assert [text[hit.start : hit.end] for hit in found if hit.kind == "possible_name"] == waits


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Theo är snart fyra", "[namn] är snart [ålder]"),
        ("Klockan är snart fyra, då kom Emil", "Klockan är snart fyra, då kom [namn]"),
    ],
)
def test_an_age_in_words_behind_a_name_goes(typed: str, read: str) -> None:
    assert redact(typed).text == read
