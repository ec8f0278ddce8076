"""What looks like the time of an action and belongs to what it is about."""

from __future__ import annotations

from datetime import date

import pytest

from sip_tui.swedish.dates.line_scanner import find_when

TODAY = date(2026, 12, 2)


@pytest.mark.parametrize("line", ["Patrik kollar m Kajsa om helgerna", "Sara frågar om hon kan börja kl 9"])
def test_what_is_asked_about_is_no_time(line: str) -> None:
    assert find_when(line, TODAY).when == ""


def test_a_month_alone_before_a_verb_is_somebody() -> None:
    assert find_when("jan ringer skolan", TODAY).when == ""
    assert find_when("i maj ringer BUP", TODAY).when == "i maj"


def test_a_preposition_goes_with_its_days() -> None:
    found = find_when("Peter hämtar på onsdagar fr v 2", TODAY)
    assert (found.rest, found.when) == ("Peter hämtar", "på onsdagar fr v 2")


def test_two_times_that_make_none_leave_the_second_in_the_line() -> None:
    found = find_when("på måndag kommer Eva på tisdag", date(2026, 11, 25))
    assert (found.when, found.rest) == ("på måndag", "kommer Eva på tisdag")


def test_a_time_in_brackets_is_found_and_what_else_they_say_stays() -> None:
    found = find_when("Filip provar den nya appen (Samir visar imorgon)", TODAY)
    assert (found.rest, found.when) == ("Filip provar den nya appen (Samir visar)", "imorgon")
    assert find_when("Filip provar den nya appen (Samir visar)", TODAY).when == ""
