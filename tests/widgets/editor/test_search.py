"""A word is found in any case, with its accents, and where it really stands."""

from __future__ import annotations

from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.screens.notes.find_bar import matches

LETTERS = st.sampled_from([*"abåÅÄöéssß İıK", "e\u0301", "a\u030a", "x\u0301", "ﬁ", "👨‍👩‍👧", "\t"])
lines = st.lists(LETTERS, max_size=14).map("".join)


def folded(text: str) -> str:
    return normalize("NFC", normalize("NFC", text).casefold())


@pytest.mark.parametrize(
    ("line", "word", "there"),
    [
        ("Skolan och SKOLAN", "skolan", ["Skolan", "SKOLAN"]),
        ("gå till gata", "ga", ["ga"]),
        ("ga\u030a fo\u0308r", "gå", ["ga\u030a"]),
        ("ga\u030a", "ga", []),
        ("Strasse, STRASSE, straße", "straße", ["Strasse", "STRASSE", "straße"]),
        ("ß", "s", []),
        ("İstanbul är stort", "stort", ["stort"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("x\u0301x", "x", ["x"]),
        ("ett", "", []),
        ("", "ett", []),
    ],
)
def test_what_is_found(line: str, word: str, there: list[str]) -> None:
    found = matches(["", line], word)
    assert [line[match.start : match.end] for match in found] == there
    assert {match.line for match in found} <= {1}


@settings(max_examples=200)
@given(lines, LETTERS)
def test_what_is_found_is_the_word_and_stands_in_order(line: str, word: str) -> None:
    found = matches([line], word)
    assert {folded(line[match.start : match.end]) for match in found} <= {folded(word)}
    assert all(before.end <= after.start for before, after in pairwise(found))


@settings(max_examples=200)
@given(lines, st.sampled_from(["skolan", "Å", "ß", "e\u0301n"]), lines)
def test_separate_word_is_found_in_any_text(before: str, word: str, after: str) -> None:
    line = f"{before}|{word.upper()}|{after}"
    found = {(match.start, match.end) for match in matches([line], word)}
    assert (len(before) + 1, len(line) - len(after) - 1) in found
