"""Somebody promises something on a day when nobody works: it is said before it is written."""

from __future__ import annotations

from datetime import date

import pytest

from sip_tui.swedish.dates.holidays import RedDay, Rest, red_day
from sip_tui.swedish.dates.parser import format_when, read_when, warning

MEETING = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("day", "rest", "name"),
    [
        (date(2025, 3, 15), Rest.SATURDAY, "Lördag"),
        (date(2026, 11, 22), Rest.SUNDAY, "Söndag"),
        (date(2026, 12, 24), Rest.EVE, "Julafton"),
        (date(2026, 12, 25), Rest.RED, "Juldagen"),
        (date(2026, 12, 31), Rest.EVE, "Nyårsafton"),
        (date(2026, 6, 19), Rest.EVE, "Midsommarafton"),
        (date(2026, 5, 14), Rest.RED, "Kristi himmelsfärdsdag"),
        (date(2026, 4, 5), Rest.RED, "Påskdagen"),
        (date(2027, 6, 6), Rest.RED, "Nationaldagen"),
    ],
)
def test_a_day_off_has_a_name(day: date, rest: Rest, name: str) -> None:
    assert red_day(day) == RedDay(day, rest, name)
    assert warning(read_when(day.isoformat(), MEETING)) == RedDay(day, rest, name)


def test_a_working_day_and_what_is_no_day_give_no_warning() -> None:
    for phrase in (
        "fredag",
        "senast 23/12",
        "v. 48",
        "3-8 december",
        "december",
        "löpande",
        "vid behov",
        "nästa fredag",
    ):
        assert warning(read_when(phrase, MEETING)) is None, phrase


def test_week_warns_of_its_red_days_and_weekend_of_itself() -> None:
    found = [warning(read_when(phrase, MEETING)) for phrase in ("v. 52", "v. 12", "i helgen")]
    assert [holiday.name if holiday else "" for holiday in found] == ["Julafton", "Långfredagen", "Lördag"]


def test_the_feasts_that_move_are_found() -> None:
    assert format_when(read_when("innan påsk", MEETING)) == "senast torsdag 25 mars, v. 12"
    assert format_when(read_when("före midsommar", MEETING)) == "senast torsdag 24 juni, v. 25"
    assert format_when(read_when("midsommarafton", MEETING)) == "fredag 25 juni, v. 25"


def test_days_beside_the_feasts_are_working_days() -> None:
    found = {phrase: warning(read_when(phrase, MEETING)) for phrase in ("skärtorsdag", "trettondagsafton", "påskafton")}
    assert {phrase: one.name if one else "" for phrase, one in found.items()} == {
        "skärtorsdag": "",
        "trettondagsafton": "",
        "påskafton": "Lördag",
    }
    assert format_when(read_when("skärtorsdagen", MEETING)) == "torsdag 25 mars, v. 12"
    assert format_when(read_when("fjärde advent", MEETING)) == "söndag 20 december, v. 51"
    assert format_when(read_when("pingstafton", MEETING)) == "lördag 15 maj, v. 19"
