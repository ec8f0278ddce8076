"""Verbs that are joined to the first are turned with it, all or none; what another verb leads stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.swedish.grammar.turned_verbs import in_infinitive, in_present
from tests.helpers.corpus import corpus_lines

WORDS = [
    "ringa",
    "ringer",
    "boka",
    "bokar",
    "mamma",
    "och",
    "o",
    "samt",
    "sedan",
    "inte",
    "att",
    "om",
    "kan",
    "avslå",
    ".",
]


@pytest.mark.parametrize("line", corpus_lines("turned_verbs"), ids=lambda line: line["infinitive"])
def test_joined_verbs_are_turned_together_or_none(line: dict[str, str]) -> None:
    assert in_present(line["infinitive"]) == line["present"]


@pytest.mark.parametrize(
    ("text", "infinitive"),
    [
        ("Skriver brev om beslutet och ringer Dawit", "Skriva brev om beslutet och ringa Dawit"),
        ("Hjälper Alva att tvätta och ringer mamma", "Hjälpa Alva att tvätta och ringa mamma"),
        ("Ringer mamma om hon mår dåligt och pratar", "Ringa mamma om hon mår dåligt och pratar"),
        ("Ringer skolan, bokar tid o skriver brev", "Ringa skolan, boka tid och skriva brev"),
        ("Ringer skolan som ska boka tid och skriver", "Ringa skolan som ska boka tid och skriver"),
        ("Ska kuratorn ha ringt", "Ska kuratorn ha ringt"),
        ("Har kontakt med BUP", "Ha kontakt med BUP"),
    ],
)
def test_joined_presents_are_turned_together(text: str, infinitive: str) -> None:
    assert in_infinitive(text) == infinitive


@given(st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join))
def test_no_text_is_an_error_and_turned_is_turned(text: str) -> None:
    assert in_present(in_present(text)) == in_present(text)
    assert len(in_infinitive(text)) > 0 or not text
