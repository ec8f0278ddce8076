"""English verbs after a name that has become "you", and every entry of their word table."""

from __future__ import annotations

from typing import Any

import pytest

from sip_tui.minutes.redaction import english_you
from sip_tui.minutes.redaction.document import ANY_MARK
from sip_tui.minutes.redaction.fields import FieldRedactor
from sip_tui.minutes.redaction.policy import RedactionPolicy
from sip_tui.privacy import KnownName
from tests.helpers.word_tables import assert_every_entry_is_needed

NAMES = (KnownName("Maja", "you"), KnownName("Samir", "counsellor"))
REDACTOR = FieldRedactor(NAMES, RedactionPolicy(), people=True)


def shown(text: str) -> str:
    return ANY_MARK.sub("", REDACTOR.text(text))


def reads(_entry: str, value: list[str]) -> tuple[bool, str]:
    *_form, typed, wanted = value
    return shown(typed) == wanted, shown(typed)


@pytest.mark.parametrize("table", ["irregular", "no_verbs", "adverbs", "before_a_clause", "english"])
def test_every_word_is_needed(table: str) -> None:
    caches: list[Any] = [english_you._verb_after, english_you._clause_begins, english_you._english_word]
    assert_every_entry_is_needed(f"english_you.{table}", reads, caches)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Maja tries, misses the bus and watches films.", "You try, misses the bus and watches films."),
        ("Maja misses the bus.", "You miss the bus."),
        ("The nurse shows Maja pictures.", "The nurse shows you pictures."),
        ("- Maja\u2019s mother says that Maja needs rest", "- Your mother says that you need rest"),
        ("Call first. Maja discusses it.", "Call first. You discuss it."),
        ("Maja. Press it.", "You. Press it."),
        ("Does Maja want a contact person?", "Do you want a contact person?"),
        ("Eva asks. Isn\u2019t Maja happy? How is Maja now?", "Eva asks. Aren't you happy? How are you now?"),
        ("The coordinator is Maja.", "The coordinator is you."),
        ("Is Maja\u2019s room quiet?", "Is your room quiet?"),
    ],
)
def test_only_the_verb_of_you_changes(typed: str, wanted: str) -> None:
    assert shown(typed) == wanted


def test_a_name_in_s_is_no_genitive() -> None:
    named = FieldRedactor((KnownName("Nils", "you"),), RedactionPolicy(), people=True)
    assert ANY_MARK.sub("", named.text("Who will help Nils with the bills?")) == "Who will help you with the bills?"


def test_what_the_person_does_is_an_imperative() -> None:
    typed = ["Rings the nurse.", "Applies for a flat", "Has a look at it", "Water the plants", "Rings and books a room"]
    read = [ANY_MARK.sub("", REDACTOR.text(text, acts=True)) for text in typed]
    assert read == [
        "Ring the nurse.",
        "Apply for a flat",
        "Have a look at it",
        "Water the plants",
        "Ring and book a room",
    ]


@pytest.mark.parametrize(
    ("does", "will_do"),
    [
        ("Rings the school and books a room", "Ring the school and book a room"),
        ("Tries it, then asks how it went", "Try it, then ask how it went"),
        ("Brings pens and papers for Maja", "Bring pens and papers for Maja"),
        ("Ring the school", "Ring the school"),
        ("Kurs i svenska", "Kurs i svenska"),
    ],
)
def test_what_somebody_will_do_is_an_infinitive(does: str, will_do: str) -> None:
    assert english_you.bare_infinitive(does) == will_do


def test_a_paper_with_names_has_the_same_verbs() -> None:
    named = FieldRedactor((KnownName("Maja", "you"),), RedactionPolicy())
    read = [named.text("Maja keeps the flat."), named.text("Draws a map", acts=True)]
    assert [ANY_MARK.sub("", text) for text in read] == ["You keep the flat.", "Draw a map"]
    assert ANY_MARK.sub("", named.text("Maja is a star", verbatim=True)) == "Maja is a star"


def test_a_role_has_its_article_once_and_none_in_swedish() -> None:
    typed = [
        "Ask the counsellor Samir to help.",
        "Ring our Samir if needed.",
        "Säga till Samir",
        "Samir’s room is blue.",
    ]
    assert [shown(text) for text in typed] == [
        "Ask the counsellor to help.",
        "Ring our counsellor if needed.",
        "Säga till counsellor",
        "The counsellor’s room is blue.",
    ]
