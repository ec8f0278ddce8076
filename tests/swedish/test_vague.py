"""A goal that nobody can follow up gets a hint; a word that only looks like a vague one gets none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.swedish.vague import vague_words


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
    ],
)
def test_vague_words_are_found_as_they_stand(text: str, found: tuple[str, ...]) -> None:
    assert vague_words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "BUP ringer skolan senast fredag",
        "Bättring, obehov, försöksperson, oftast, forska",
        "Kanske-projektet",
        "Mer än tre gånger i veckan",
        "Skolan ger behovsprövat stöd måndag och onsdag",
        "",
    ],
)
def test_there_is_no_false_alarm_inside_other_words(text: str) -> None:
    assert vague_words(text) == ()


@given(st.text())
def test_no_text_is_an_error(text: str) -> None:
    words = vague_words(text)
    assert len({one.casefold() for one in words}) == len(words)
