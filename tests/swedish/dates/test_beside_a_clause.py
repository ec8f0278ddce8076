"""Times before another clause, with a question mark, and of a week in a month of a named year."""

from __future__ import annotations

from datetime import date

from sip_tui.swedish.dates.line_scanner import find_when
from sip_tui.swedish.dates.parser import TimeKind, read_when

TODAY = date(2026, 11, 25)


def test_time_before_somebody_who_comes_along_is_the_deeds() -> None:
    found = find_when("bokar tid hos dr Ek i januari, Hans följer med", TODAY, lambda word: word == "Hans")
    assert (found.rest, found.when) == ("bokar tid hos dr Ek, Hans följer med", "i januari")


def test_time_with_a_question_mark_is_asked_about() -> None:
    assert read_when("fredag?", TODAY).kind is TimeKind.ASK


def test_week_of_a_month_in_a_named_year() -> None:
    read = read_when("första veckan i februari 2027", TODAY)
    assert (read.first, read.last) == (date(2027, 2, 1), date(2027, 2, 5))


def test_deed_before_somebody_who_comes_along_has_no_time() -> None:
    assert find_when("bokar tid hos läkaren, Hans följer med", TODAY, lambda word: word == "Hans").when == ""
