"""Times that an action cannot be done by: they are asked about wherever what is missing is told."""

from __future__ import annotations

from datetime import date

import pytest

from sip_tui.meeting.content import plan
from sip_tui.meeting.content.action_times import has_passed, is_time_unclear
from sip_tui.meeting.content.plan import ActionGap, action_gaps
from sip_tui.meeting.guidance.phase_guard import find_open_items
from sip_tui.meeting.log.change import Edit
from tests.helpers.meeting_fixture import MeetingFixture

TODAY = date(2026, 11, 27)
"""When the meeting of the fixture is opened."""


@pytest.mark.parametrize(
    ("phrase", "unclear"),
    [
        ("nästa fredag", True),
        ("så snart som möjligt", True),
        ("2026-11-27", False),
        ("2026-11-27 på kvällen", False),
        ("senast fredag 27 november 2026, v. 48", False),
        ("vid behov", False),
        ("", False),
    ],
)
def test_unclear_time_of_a_row_is_known_until_it_is_answered(phrase: str, unclear: bool) -> None:
    assert is_time_unclear(phrase) is unclear


@pytest.mark.parametrize(
    ("phrase", "passed"),
    [
        ("2026-11-03", True),
        ("2026-11-26T13:00", True),
        ("2026-11-26 på kvällen", True),
        ("senast tisdag 3 november 2026, v. 45", True),
        ("3 november 2026", True),
        ("oktober 2026", True),
        ("2026-11-27", False),
        ("november 2026", False),
        ("från måndag 2 november 2026", False),
        ("innan jul", False),
        ("varje vecka", False),
        ("nästa fredag", False),
        ("", False),
    ],
)
def test_a_time_has_passed_when_its_last_day_has(phrase: str, passed: bool) -> None:
    assert has_passed(phrase, TODAY) is passed


def gaps(fixture: MeetingFixture) -> tuple[ActionGap, ...]:
    return tuple(gap for gap in action_gaps(fixture.meeting, fixture.meeting.actions[0]) if gap in plan.TIME_GAPS)


def written(when: str, **cells: str) -> MeetingFixture:
    fixture = MeetingFixture()
    fixture.write(plan.add_action(fixture.meeting, fixture.moment(), what="Ringa", who="p3", when=when))
    row = fixture.meeting.actions[0].id
    fixture.write(tuple(Edit("actions", row, *cell) for cell in cells.items()))
    return fixture


def test_a_time_that_had_passed_when_the_meeting_opened_is_a_gap() -> None:
    fixture = written("2026-11-03")
    assert gaps(fixture) == ()
    fixture.open()
    assert gaps(fixture) == (ActionGap.PAST_WHEN,)
    assert [action.what for action in find_open_items(fixture.meeting).past_when] == ["Ringa"]
    fixture.write((Edit("actions", fixture.meeting.actions[0].id, "status", "done"),))
    assert gaps(fixture) == ()


def test_old_time_is_asked_about_once_its_action_is_gone_through() -> None:
    fixture = written("2026-11-03", since="2026-10-01")
    fixture.open()
    assert gaps(fixture) == ()
    fixture.write((Edit("actions", fixture.meeting.actions[0].id, "reviewed", True),))
    assert gaps(fixture) == (ActionGap.PAST_WHEN,)


def test_an_unclear_time_is_open_until_it_is_answered() -> None:
    fixture = written("nästa fredag")
    assert gaps(fixture) == (ActionGap.UNCLEAR_WHEN,)
    assert [action.what for action in find_open_items(fixture.meeting).unclear_when] == ["Ringa"]
