"""Dates as people say them, in the time of the place where the meeting is."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.swedish.dates.formatting import (
    abbreviated,
    clock,
    day,
    day_ahead,
    iso,
    iso_end,
    past_day,
    spoken,
    without_week,
)

LATE = datetime(2026, 11, 27, 23, 30, tzinfo=UTC)


def test_a_day_has_its_weekday() -> None:
    assert day(date(2026, 11, 27)) == "fredag 27 november 2026"
    assert day(date(2026, 11, 27), "en") == "Friday 27 November 2026"
    assert past_day(date(2026, 11, 27)) == "fredagen den 27 november 2026"
    assert past_day(date(2026, 11, 27), "en") == "Friday 27 November 2026"


def test_a_stored_time_is_told_where_the_meeting_is() -> None:
    assert day(LATE) == "lördag 28 november 2026"
    assert clock(LATE) == "00.30"
    assert clock(LATE, "en") == "00:30"
    assert clock(LATE, zone="Europe/Helsinki") == "01.30"
    assert clock(datetime(2026, 7, 1, 11, 2, tzinfo=UTC)) == "13.02"


def test_a_time_without_a_zone_is_taken_as_it_stands() -> None:
    assert clock(datetime(2026, 11, 27, 13, 2)) == "13.02"
    assert day(datetime(2026, 11, 27, 23, 59)) == "fredag 27 november 2026"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2025-05-15", "torsdag 15 maj 2025"),
        (" 2025-05-15 ", "torsdag 15 maj 2025"),
        ("2026-12-03T13:00", "torsdag 3 december 2026 kl. 13.00"),
        ("2026-12-03 13:00:00", "torsdag 3 december 2026 kl. 13.00"),
        ("2026-12-03T12:00:00.000Z", "torsdag 3 december 2026 kl. 13.00"),
        ("2026-12-03T13:00/14:15", "torsdag 3 december 2026 kl. 13.00–14.15"),
        ("2026-12-03 på kvällen", "torsdag 3 december 2026 på kvällen"),
        ("2026-12-03 vid lunch", "torsdag 3 december 2026 vid lunch"),
    ],
)
def test_a_date_in_a_field_of_words_is_said(written: str, said: str) -> None:
    assert spoken(written) == said


@pytest.mark.parametrize(
    "words",
    [
        "innan jul",
        "2025-02-30",
        "2025-05-15 eller senare",
        "",
        "v 12",
        "2026-12-03 på natten",
        "２０２５-05-15",
        "2026-12-03T13:00/24:10",
    ],
)
def test_other_words_stay_as_they_are(words: str) -> None:
    assert spoken(words) == words
    assert iso(words) is iso_end(words) is None


def test_english_has_its_own_words() -> None:
    assert spoken("2026-12-03T13:00", "en") == "Thursday 3 December 2026 at 13:00"
    assert spoken("2026-12-03 på förmiddagen", "en") == "Thursday 3 December 2026 in the late morning"


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ("senast fredag 4 december 2026, v. 49", "by Friday 4 December 2026, week 49"),
        ("senast fredag 4 december 2026 vid lunch, v. 49", "by Friday 4 December 2026 at lunchtime, week 49"),
        ("från måndag 7 december 2026 på kvällen, v. 50", "from Monday 7 December 2026 in the evening, week 50"),
        ("från måndag 7 december 2026 kl. 13.00, v. 50", "from Monday 7 December 2026 at 13:00, week 50"),
        ("v. 49 2026 (30 november – 4 december)", "week 49 2026 (30 November – 4 December)"),
        ("senast till nästa möte", "by the next meeting"),
        ("varje fredag", "varje fredag"),
        ("12 personer", "12 personer"),
    ],
)
def test_a_stored_time_is_said_in_english(stored: str, said: str) -> None:
    assert spoken(stored, "en") == said
    assert spoken(stored) == stored


@settings(max_examples=50, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_the_weekday_is_that_of_the_calendar(at: date) -> None:
    names = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]
    assert day(at).split()[0] == names[at.weekday()]
    assert day(at).split()[1] == str(at.day)
    assert spoken(at.isoformat()) == day(at)
    assert day(at + timedelta(days=7)).split()[0] == day(at).split()[0]


@given(st.text())
def test_no_text_is_an_error(words: str) -> None:
    assert isinstance(spoken(words), str)


def test_reading_the_module_does_not_load_pendulum() -> None:
    code = "import sys, sip_tui.swedish.dates.formatting; print('pendulum' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_an_example_lies_ahead(today: date) -> None:
    assert day(today + timedelta(days=21)).startswith(day_ahead(today) + " ")


def test_an_example_lies_three_weeks_ahead() -> None:
    assert day_ahead(date(2026, 11, 25)) == "onsdag 16 december"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_date_of_a_year_has_a_short_form(language: str) -> None:
    days = [date(2026, 1, 1) + timedelta(number) for number in range(365)]
    short = {abbreviated(day(at, language)) for at in days}
    assert len(short) == 365
    assert max(map(len, short)) <= len("tors 10 juni 2026")


def test_only_the_names_in_a_date_are_shortened() -> None:
    assert abbreviated("senast torsdag 24 september 2026, v. 39") == "senast tors 24 sep 2026, v. 39"
    assert abbreviated("måndag, onsdag och fredag") == "måndag, onsdag och fredag"
    assert abbreviated("fredag 9 juli 2027 kl. 13.00") == "fre 9 juli 2027 kl. 13.00"
    assert without_week("by Fri 4 Dec 2026, week 49") == "by Fri 4 Dec 2026"
    assert without_week("v. 49") == "v. 49"
