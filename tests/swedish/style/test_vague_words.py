"""A goal that nobody can follow up gets a hint; a word that only looks like a vague one gets none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.swedish.style.vague_words import Lacks, find_vague, vague_words
from tests.helpers.corpus import corpus_lines


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Maja ska få mer stöd i skolan", ("mer stöd",)),
        ("Se över medicinen vid behov", ("Se över", "vid behov")),
        ("Försöker komma så snart som möjligt, eventuellt", ("Försöker", "så snart som möjligt", "eventuellt")),
        ("Läsa bättre", ("bättre",)),
        ("Återkoppla oftare. Oftare!", ("oftare",)),
        ("mer\n stöd och förbättrad närvaro", ("mer stöd", "förbättrad")),
        ("fo\u0308rso\u0308ka igen", ("försöka",)),
        ("Skolan stöttar, m.m.", ("stöttar", "m.m.")),
        ("Så småningom ska du börja ibland", ("Så småningom", "ibland")),
        ("Fortsatt kontakt med BUP", ("Fortsatt",)),
        ("Svara snarast", ("snarast",)),
        ("i möjligaste mån, i mån av tid", ("i möjligaste mån", "i mån av tid")),
        ("Insatser utifrån behov", ("utifrån behov",)),
        ("BUP ser över planen", ("ser över",)),
        ("Skolan jobbar med närvaron", ("jobbar med närvaron",)),
        ("Vi ska jobba med att få rutiner", ("jobba med att",)),
        ("Hålla kontakt, hålla tät kontakt", ("Hålla kontakt", "hålla tät kontakt")),
        ("Mamma ska ha koll", ("ha koll",)),
        ("Samtal löpande, regelbundet", ("löpande", "regelbundet")),
        ("Vi hörs vid tillfälle, tills vidare", ("vid tillfälle", "tills vidare")),
        ("öka trygghet och må bra", ("öka trygghet", "må bra")),
    ],
)
def test_vague_words_are_found_as_they_stand(text: str, found: tuple[str, ...]) -> None:
    assert vague_words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "BUP ringer skolan senast fredag",
        "Bättring, obehov, försöksperson, oftast, forska",
        "Förbättring, förbättringsarbete och förbättringar",
        "Kanske-projektet",
        "Mer än tre gånger i veckan",
        "Skolan ger behovsprövat stöd måndag och onsdag",
        "Hur ofta ses ni? Så ofta orkar du.",
        "Du vill gärna börja skolan",
        "Du vill helst sova",
        "Vem vill du helst ha?",
        "Mamma jobbar med bilar, pappa på Ica",
        "Du tittar på tv",
        "Titta på film",
        "Du har kontakt med BUP",
        "Skolan fungerar bra",
        "Du mår bra just nu",
        "Det har fortsatt så",
        "Så vill du ha det längre fram",
        "Säg till om det går för fort",
        "Sertralin 25 mg vid behov",
        "Staketet är 10 mm",
        "Ett löpande band",
        "Några gånger i veckan",
        "Snarare tidigt, ofantligt, ibland-annat",
        "Försvara, bekvämt, snartare, evigt, evenemang",
        "Sevärd överblick, se en överblick",
        "Tre gånger i veckan klockan åtta",
        "På lång sikt vill du bo själv",
        "Behov: sova. Dina behov är viktiga.",
        "Extra anpassningar, extra böcker",
        "Mer mat, mindre salt",
        "Verkan och öververka",
        "Kursen heter Må väl",
        "Jobbet med mamma, arbetet på Samhall",
        "Du arbetar på lager, mamma jobbar på skolan",
        "",
    ],
)
def test_there_is_no_false_alarm(text: str) -> None:
    assert vague_words(text) == ()


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("snart", Lacks.DAY),
        ("vid behov", Lacks.SIGN),
        ("ibland", Lacks.OFTEN),
        ("se över", Lacks.ACT),
        ("bättre", Lacks.SEEN),
    ],
)
def test_each_vague_word_says_what_it_leaves_open(text: str, lacks: Lacks) -> None:
    (one,) = find_vague(f"Vi ska {text} nu")
    assert (one.words, one.lacks, one.fix) == (text, lacks, None)


@pytest.mark.parametrize("line", corpus_lines("vague_lines"), ids=lambda line: line["text"])
def test_corpus_of_vague_words(line: dict[str, str]) -> None:
    found = " ".join(vague_words(line["text"])).casefold()
    assert line["vague"].casefold() in found
    assert bool(found) == bool(line["vague"])


def test_a_span_is_where_the_words_were_typed() -> None:
    text = "Pa\u030a mo\u0308tet: fo\u0308rso\u0308ka vid behov"
    assert [text[finding.start : finding.end] for finding in find_vague(text)] == ["fo\u0308rso\u0308ka", "vid behov"]


@given(st.text())
def test_no_text_is_an_error(text: str) -> None:
    words = vague_words(text)
    assert len({word.casefold() for word in words}) == len(words)


PARTS = "mer stöd vid behov snart se över ha koll ev. m.m. så som möjligt , Försöka o\u0308 nu"
WORDS = st.sampled_from([*sorted(set(PARTS.split())), "\n"])


@settings(max_examples=80)
@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_every_span_matches_its_words_and_none_overlap(text: str) -> None:
    behind = 0
    for finding in find_vague(text):
        assert text[finding.start : finding.end] == finding.words
        assert behind <= finding.start < finding.end
        behind = finding.end
