"""What the secretary is told about the line being typed: the most important first, and never more than a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.i18n.translation import set_language
from sip_tui.meeting.model.meeting import Term
from sip_tui.parsing.jargon import JargonFinder
from sip_tui.parsing.writing_hints import MOST_SIGNS, Hint, HintKind, jargon_spans, line_hints
from sip_tui.swedish.style.du_form import Addressee

WATCH = JargonFinder.of()
PERSON = Addressee.of("Tuva Ekmarken", "Tuva")
LONG = (
    "Du går till skolan varje dag och träffar kuratorn på onsdagar efter lunch, och mamma ringer mentorn varje fredag "
    "eftermiddag för att höra hur veckan har varit."
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("sv")


def hints_of(line: str, watch: JargonFinder = WATCH) -> list[tuple[str, str, str | None]]:
    return [(hint.kind.value, hint.words, hint.fix) for hint in line_hints(line, watch, PERSON)]


def test_hints_come_in_their_order() -> None:
    line = f"#åtgärd BUP hjälper patienten vid behov. {LONG}"
    assert hints_of(line) == [
        ("word", "BUP", None),
        ("you", "patienten", "dig"),
        ("long", LONG, LONG.replace(", och mamma", ". Mamma")),
        ("vague", "vid behov", None),
    ]


def test_each_hint_says_one_short_thing() -> None:
    line = f"LPT för patienten vid behov. {LONG}"
    assert [hint.message for hint in line_hints(line, WATCH, PERSON)] == [
        "“LPT” is a hard word. Press Ctrl+T and the chair will ask.",
        "“patienten” → “dig”. Press Ctrl+R to change it.",
        "A long sentence: 27 words. Press Ctrl+R to split it.",
        "“vid behov” is vague – who will notice, and when? Press Ctrl+R to change it.",
    ]


def test_a_vague_word_is_asked_about_by_what_it_leaves_open() -> None:
    line = "snart, ibland, se över, bättre"
    assert [hint.message.split(" – ")[1].split("?")[0] for hint in line_hints(line, WATCH, PERSON)] == [
        "which day",
        "how often",
        "what will be done, and by whom",
        "what will people notice",
    ]


def test_the_person_is_spoken_to_by_name_too() -> None:
    (hint,) = line_hints("Samir möter Tuva vid grinden", WATCH, PERSON)
    assert (hint.kind, hint.words, hint.fix) == (HintKind.YOU, "Tuva", "dig")


def test_the_name_of_the_person_who_is_spoken_to_goes() -> None:
    (hint,) = line_hints("Tuva, vad tycker du?", WATCH, PERSON)
    assert (hint.words, hint.fix) == ("Tuva, vad", "Vad")


def test_where_nothing_can_be_proposed_the_words_are_marked() -> None:
    (hint,) = line_hints("Patienten, som är trött, vill att du ringer.", WATCH, PERSON)
    assert (hint.kind, hint.fix) == (HintKind.YOU, None)
    assert hint.message == "“Patienten”: write “du” or “dig”. Press Ctrl+R to change it."


def test_a_long_sentence_that_cannot_be_cut_is_only_told() -> None:
    (hint,) = line_hints("Till mötet kommer " + "mamma, pappa, " * 12 + "och mormor", WATCH, PERSON)
    assert (hint.message, hint.fix) == ("A long sentence: 29 words. Could it be two?", None)


def test_a_word_is_told_once_and_not_after_somebody_has_asked() -> None:
    assert [hint.words for hint in line_hints("LPT, LPT:n och lagen om psykiatrisk tvångsvård", WATCH, PERSON)] == [
        "LPT"
    ]
    asked = JargonFinder.of([Term(id="1", term="LPT")])
    answered = JargonFinder.of([Term(id="1", term="LPT", answer="en lag")])
    assert line_hints("Du vårdas enligt LPT", asked, PERSON) == ()
    assert line_hints("Du vårdas enligt LPT", answered, PERSON) == ()


def test_marks_are_on_every_hard_word_until_it_is_explained() -> None:
    line = "#åtgärd LPT och BUP, LPT:n"
    assert [line[start:end] for start, end in jargon_spans(line, WATCH)] == ["LPT", "BUP", "LPT:n"]
    asked = JargonFinder.of([Term(id="1", term="LPT"), Term(id="2", term="BUP", answer="vård för unga")])
    assert [line[start:end] for start, end in jargon_spans(line, asked)] == ["LPT", "LPT:n"]


@pytest.mark.parametrize(
    "line",
    [
        "#citat Jag vill ha mer stöd, och hon ska försöka ibland",
        "#Citat hon vill sova bättre",
        "> Hon vill ha mer stöd",
        "Mamma säger: ”hon ska försöka sova bättre”",
        'Du säger "han får inte komma hit snart" och skrattar.',
        "Du sa: “jag vill bli bättre” och „det går snart“.",
        "Du sa »jag är bättre« och «hon är bättre»",
        "Du säger ”jag orkar snart, sa hon",
        f"> {LONG}",
        f"Du säger ”{LONG}”",
    ],
)
def test_somebodys_own_words_are_left_as_they_are(line: str) -> None:
    assert line_hints(line, WATCH, PERSON) == ()


def test_a_hard_word_in_a_quotation_is_still_asked_about() -> None:
    assert hints_of("#citat Jag hatar LPT, sa hon") == [("word", "LPT", None)]


def test_what_stands_outside_a_quotation_is_looked_at() -> None:
    assert hints_of("Patienten säger ”jag vill” och ska försöka.") == [
        ("you", "Patienten", "Du"),
        ("vague", "försöka", None),
    ]


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("#mål Patienten sover", 5),
        ("  - [x] Patienten sover", 8),
        ("12. Patienten sover", 4),
        ("### Patienten sover", 4),
        ("#behov - Patienten sover", 9),
        ("**Patienten** sover", 2),
    ],
)
def test_tags_and_markers_are_no_words(line: str, start: int) -> None:
    (hint,) = line_hints(line, WATCH, PERSON)
    assert (hint.start, hint.words, hint.fix) == (start, "Patienten", "Du")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "#",
        "#åtgärd",
        "#åtgärd ",
        "- [ ] ",
        "Du ringer skolan på fredag klockan tio.",
        "Mentorn möter dig vid dörren varje morgon.",
        "- Skolan ordnar ett lugnt rum senast 3 dec.",
        "Kuratorn sa att hon ringer på måndag.",
        "Mamma hämtar dig klockan tre varje onsdag.",
        "Socialtjänsten svarar dig senast den 12 maj.",
        "**Du säger**",
        "Du vill kunna gå till skolan utan att få panik.",
        "Du vill ha vänner att äta lunch med.",
        "| Vem | Vad | När |",
        "Nästa möte är den 15 maj 2025 klockan 13.00.",
        "Tre samtal i veckan, måndag, onsdag och fredag.",
        "Du går första året på gymnasiet och trivs.",
        "Ring 1177 eller vårdcentralen.",
    ],
)
def test_a_plain_line_has_no_hints(line: str) -> None:
    assert line_hints(line, WATCH, PERSON) == ()
    assert jargon_spans(line, WATCH) == ()


def test_child_is_addressed_in_a_meeting_about_a_child() -> None:
    assert line_hints("Barnets skola", WATCH, PERSON) == ()
    (hint,) = line_hints("Barnets skola", WATCH, Addressee.of(child=True))
    assert hint.fix == "Din"


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    "line",
    [
        "lagen om stöd och service till vissa funktionshindrade",
        "Individuell   plan enligt\tLSS gäller",
        "Du ska i den mån det går, så snart som det är möjligt, om det är möjligt",
        "den enskilda personens mål, Den enskilda personen",
        "Idag hjälper den enskilda personen rektorn",
        LONG,
    ],
)
def test_every_hint_fits_its_line(language: str, line: str) -> None:
    set_language(language)
    hints = line_hints(line, WATCH, PERSON)
    assert hints
    assert all(len(hint.message) <= MOST_SIGNS and hint.message.isprintable() for hint in hints)


def test_what_is_strange_in_a_word_is_not_told() -> None:
    watch = JargonFinder.of([Term(id="1", term="kodord"), Term(id="2", term="a{0}\x1b[31mb")])
    hints = line_hints("{words} \x1b[31m LPT {fix} a{0}\x1b[31mb [bold]BUP[/]", watch, PERSON)
    assert [hint.words for hint in hints] == ["LPT", "BUP"]
    assert "\x1b" not in json.dumps([hint.message for hint in hints], ensure_ascii=False)


PARTS = """
    #citat #åtgärd - [ ] > Patienten patientens hon sin LPT BUP:s remissen vid behov snart ” " “ » , . och att
    mamma ringer o\u0308 sig mer stöd 1. ## fast vårdkontakt
"""
WORDS = st.sampled_from(sorted(set(PARTS.split())))


@settings(max_examples=120)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_spans_stand_in_the_line_and_kinds_come_in_order(line: str) -> None:
    hints = line_hints(line, WATCH, PERSON)
    order = [list(HintKind).index(hint.kind) for hint in hints]
    assert order == sorted(order)
    for hint in hints:
        assert line[hint.start : hint.end] == hint.words
        assert hint.start < hint.end
        assert _fixes_only_its_words(line, hint)


@settings(max_examples=60)
@given(st.text())
def test_no_line_is_an_error(line: str) -> None:
    assert all(
        line[hint.start : hint.end] == hint.words for hint in line_hints(line, WATCH, Addressee.of("Tuva", child=True))
    )
    assert all(0 <= start < end <= len(line) for start, end in jargon_spans(line, WATCH))


def _fixes_only_its_words(line: str, hint: Hint) -> bool:
    if hint.kind is not HintKind.YOU or hint.fix is None:
        return True
    fixed = line[: hint.start] + hint.fix + line[hint.end :]
    again = {(each.start, each.end) for each in line_hints(fixed, WATCH, PERSON) if each.kind is HintKind.YOU}
    return (hint.start, hint.start + len(hint.fix)) not in again  # "du, Tuva" is another place


@pytest.mark.parametrize(
    ("line", "words"),
    [("#åtg Samir ringer", "#åtg"), ("# åtgärd Samir ringer", "# åtgärd"), ("- #åtgärd Samir ringer", "- #åtgärd")],
)
def test_a_tag_that_nearly_fits_is_asked_about(line: str, words: str) -> None:
    (hint,) = line_hints(line, WATCH, PERSON)
    assert (hint.kind, hint.words) == (HintKind.TAG, words)
    assert hint.fix in {"#åtgärd", "#action"}
    assert line[hint.start : hint.end] == words
    assert "did you mean" in hint.message


def test_tag_of_the_next_meeting_is_asked_about_with_both_words() -> None:
    (hint,) = line_hints("#nästa möte 14/1", WATCH, PERSON)
    assert (hint.kind, hint.words) == (HintKind.TAG, "#nästa möte")


@pytest.mark.parametrize("line", ["#åtgärd Samir ringer", "# Åtgärder hemma", "#nytt om skolan", "# Skolan", "#åtg"])
def test_other_lines_with_a_hash_are_left_alone(line: str) -> None:
    assert HintKind.TAG not in {hint.kind for hint in line_hints(line, WATCH, PERSON)}
