"""User text as it is stored."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.document._document import Document

from sip_tui.meeting.model.text import clean


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("ett\r\ntvå\rtre\u2028fyra", "ett\ntvå\ntre\nfyra"),
        ("lugn\x1b[31m\x07", "lugn[31m"),
        ("kolumn\tett", "kolumn\tett"),
        ("\u202eskolan\u2069 åäö 🙂", "skolan åäö 🙂"),
    ],
)
def test_clean_keeps_words_and_drops_controls(typed: str, stored: str) -> None:
    assert clean(typed) == stored


@given(st.text())
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


ENDS = ("\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")
pieces = st.lists(st.one_of(st.text(max_size=8), st.sampled_from([*ENDS, "\x1b[31m", "\0", "\t", "\ud83d"])))


@pytest.mark.parametrize("end", ENDS)
def test_every_line_end_is_one_newline(end: str) -> None:
    assert clean(f"en{end}två{end}") == "en\ntvå\n"


def test_control_characters_go_and_readable_ones_stay() -> None:
    assert clean("\x1b[31mröd\x1b[0m\0\x07\x7f\x9b ett\ttabb") == "[31mröd[0m ett\ttabb"


@pytest.mark.parametrize(
    "text", ["åäö ÅÄÖ", "👨‍👩‍👧‍👦", "e\u0301", "\u05e9\u05dc\u05d5\u05dd\u200f", "5\u00a0mg", "می‌خواهم"]
)
def test_words_of_all_languages_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


@settings(max_examples=200)
@given(pieces.map("".join))
def test_clean_text_has_only_newlines_and_tabs_and_stays_clean(text: str) -> None:
    cleaned = clean(text)
    assert {letter for letter in cleaned if category(letter) in ("Cc", "Cs", "Zl", "Zp")} <= {"\n", "\t"}
    assert clean(cleaned) == cleaned
    assert Document(cleaned).text == cleaned
