"""Time grows as the text does: twice the text, about twice the time."""

from __future__ import annotations

import pytest

from sip_tui.privacy import KnownName, find, redact, remaining_identifiers
from sip_tui.privacy.finders.names import known_names
from tests.helpers.timing import is_linear

NAMES = (
    *(KnownName("Anna Berg", "mamma"), KnownName("Tuva Ekman", "du"), KnownName("Bo Dahl", "pappa")),
    *(KnownName("Hans Ek", "läraren"), KnownName("Liv Dag", "kuratorn"), KnownName("My Kal", "mentorn")),
)
GROWING = {
    "one line of names": "Anna Berg, Tuva Ekman, ",
    "text that is masked already": "[namn] ringer [telefon] och [personnummer] till [namn], ",
    "strangers": "Elin Nilsson och mormor Aina, ",
    "spaced digits": "8 5 0 ",
    "masks alone": "[namn]",
    "owners before relatives": "Moltes mamma o ",
    "several after one word": "barnen Tyr, Embla, ",
    "initials after verbs": "hämtar T, T:s T o mamma, ",
    "small letters in a row": "leker m hugo o selma o ",
    "names that are words": "bo dag hans liv my kal ",
    "names that are words, in a row": "bo, dag o liv, hans å my, ",
    "names that are words, in capitals": "LIV BO MY DAG ",
    "stops after names that are words": "enl. liv. hans. Bo. ",
}


@pytest.mark.unmeasured
@pytest.mark.parametrize("unit", GROWING)
def test_twice_the_text_takes_about_twice_the_time(unit: str) -> None:
    """The finders and the independent check."""
    known_names(NAMES).blocks.clear()
    assert is_linear(lambda text: (redact(text, NAMES), remaining_identifiers(text, NAMES)), GROWING[unit], 6_000)


def test_a_block_that_was_read_is_remembered_for_its_meeting() -> None:
    text = "Ring 070-174 06 05.\n\nAnna Berg kommer."
    assert redact(text, NAMES).text == redact(text, NAMES).text == "Ring [telefon].\n\nMamma kommer."
    assert len(known_names(NAMES).blocks) >= 2


def test_a_block_read_without_people_is_read_on_with_them() -> None:
    text = "Mormor Aina ringer från 070-174 06 05."
    without, with_people = ([hit.kind for hit in find(text, NAMES, people=people)] for people in (False, True))
    assert (without, with_people) == (["phone"], ["name", "phone"])


def test_the_memory_of_a_meeting_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sip_tui.privacy.block_memory.REMEMBERED", 2)
    monkeypatch.setattr("sip_tui.privacy.block_memory.LARGE", 100)
    redact("\n\n".join(f"Rad {number}" for number in range(9)) + "\n\n" + "x" * 200, NAMES)
    assert len(known_names(NAMES).blocks) <= 3
