"""Somebody who has the program in English writes when in English; what the program says itself can be read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.swedish.dates.parser import TimeKind, format_when, is_when, read_when
from sip_tui.swedish.dates.rewrites import in_swedish
from tests.helpers.when_phrases import PHRASES, TODAY

MEETING = date.fromisoformat(TODAY)


@pytest.mark.parametrize(
    ("phrase", "swedish"),
    [
        ("by Friday", "senast fredag"),
        ("on Monday", "på måndag"),
        ("tomorrow", "imorgon"),
        ("in two weeks", "om två veckor"),
        ("within a month", "inom en månad"),
        ("next Friday", "nästa fredag"),
        ("3 December at 13:00", "3 december kl 13:00"),
        ("December 3rd", "3 december"),
        ("the 3rd", "den 3"),
        ("by the end of January", "senast slutet av januari"),
        ("week 12", "vecka 12"),
        ("before the next meeting", "innan nästa möte"),
        ("every other week", "varannan vecka"),
        ("twice a week", "två gånger per vecka"),
        ("on Tuesdays", "på tisdagar"),
        ("as needed", "vid behov"),
        ("before Christmas", "innan jul"),
    ],
)
def test_it_means_the_same_in_both_languages(phrase: str, swedish: str) -> None:
    assert in_swedish(phrase.casefold()) == swedish
    assert is_when(phrase, MEETING)
    assert format_when(read_when(phrase, MEETING), "en") in {format_when(read_when(swedish, MEETING), "en"), phrase}


@pytest.mark.parametrize("phrase", ["ring the school", "May", "sat", "march", "on the way", "may I", "in", "by"])
def test_other_words_are_no_time(phrase: str) -> None:
    assert not is_when(phrase, MEETING)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(list(PHRASES)), st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_what_is_said_back_in_english_can_be_read(phrase: str, today: date) -> None:
    found = read_when(phrase, today)
    if found.kind in {TimeKind.DAY, TimeKind.MOMENT, TimeKind.MONTH}:
        assert read_when(format_when(found, "en"), today) == found
