"""The person is asked about what is decided, and it can be seen how often (requirement 50)."""

from __future__ import annotations

import pytest

from sip_tui.meeting.content.plan import FINISHED, add_action, asked_count, cycle_manages, toggle_asked
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Status
from sip_tui.meeting.model.meeting import Action
from tests.helpers.meeting_fixture import MeetingFixture


def with_actions(*whose: str) -> MeetingFixture:
    table = MeetingFixture()
    for who in whose:
        table.write(add_action(table.meeting, table.moment(), what="Ringa", who=who))
    return table


def action(table: MeetingFixture, number: int) -> Action:
    return table.meeting.actions[number]


def test_toggle_asked_counts_and_toggles_back() -> None:
    table = with_actions("p3", "p2", "")
    assert asked_count(table.meeting) == (0, 3)
    for number in (0, 2):
        table.write(toggle_asked(table.meeting, action(table, number)))
    assert asked_count(table.meeting) == (2, 3)
    table.write(toggle_asked(table.meeting, action(table, 0)))
    assert [one.asked for one in table.meeting.actions] == [False, False, True]


@pytest.mark.parametrize(("times", "asked"), [(0, False), (1, True), (2, True), (3, False)])
def test_manages_answer_counts_as_asked(times: int, asked: bool) -> None:
    table = with_actions("p1")
    for _time in range(times):
        table.write(cycle_manages(table.meeting, action(table, 0)))
    assert asked_count(table.meeting) == (int(asked), 1)
    assert bool(toggle_asked(table.meeting, action(table, 0))) is not asked


def test_manages_answer_ignored_after_owner_change() -> None:
    table = with_actions("p1")
    table.write(cycle_manages(table.meeting, action(table, 0)))
    table.write((Edit("actions", action(table, 0).id, "who", "p3"),))
    assert asked_count(table.meeting) == (0, 1)


@pytest.mark.parametrize("status", Status)
def test_finished_actions_not_counted_as_asked(status: Status) -> None:
    table = with_actions("p3")
    table.write((Edit("actions", action(table, 0).id, "status", status.value),))
    assert asked_count(table.meeting) == (0, int(status not in FINISHED))
