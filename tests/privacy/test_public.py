"""What a whole room may read: the rest of a text stands as it was written."""

from __future__ import annotations

import pytest

from sip_tui.privacy import is_kin_word, is_role_word, public
from tests.helpers.scoring import load

NOT_FOR_A_ROOM = {
    "Ring 070-174 06 05": "Ring [telefon]",
    "Maja 010520-2394": "Maja [personnummer]",
    "F90.0 och N06BA09": "[kod] och [kod]",
    "min ADHD": "min [diagnos]",
    "Hon har skyddad identitet": "Hon har [skyddad uppgift]",
    "maja@example.se": "[e-post]",
}


@pytest.mark.parametrize(("text", "shown"), NOT_FOR_A_ROOM.items())
def test_numbers_codes_and_diagnoses_go_and_names_stand(text: str, shown: str) -> None:
    assert public(text) == shown


@pytest.mark.parametrize(
    "text", ["Möta dig i entrén kl. 8.10", "2 × 40 minuter i veckan", "Ring 1177 eller 112", "LSS 9 §", "WISC-V"]
)
def test_what_a_careful_chair_writes_stands_as_it_is(text: str) -> None:
    assert public(text) == text


def test_a_kind_that_stands_on_purpose_stands_alone() -> None:
    assert public("08-123 45 67, 010520-2394", frozenset({"phone"})) == "08-123 45 67, [personnummer]"


def test_a_text_that_has_been_cleaned_is_clean() -> None:
    for record in load("positives.jsonl"):
        once = public(record["text"])
        assert public(once) == once


@pytest.mark.parametrize(
    ("word", "is_kin", "is_role"), [("mammas", True, False), ("Mentorn", False, True), ("bordet", False, False)]
)
def test_words_tell_of_relatives_and_of_those_at_work(word: str, is_kin: bool, is_role: bool) -> None:
    assert (is_kin_word(word), is_role_word(word)) == (is_kin, is_role)
