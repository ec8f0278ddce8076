"""What becomes of actions and goals: one status at a time, and nothing that belonged to another one stays."""

from __future__ import annotations

from sip_tui.meeting.content.outcomes import (
    current_plan,
    replace_action,
    replacement,
    review_progress,
    set_reached,
    set_recorded,
    set_status,
    toggle_recorded,
)
from sip_tui.meeting.content.plan import action_gaps, unfinished_actions
from sip_tui.meeting.guidance.phase_guard import find_open_items
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Answer, Status, find_row
from sip_tui.meeting.model.meeting import Action, Goal
from tests.helpers.meeting_fixture import MeetingFixture


def with_plan(*edits: Edit) -> MeetingFixture:
    """A goal with two actions of an earlier plan."""
    fixture = MeetingFixture()
    fixture.write((Edit("goals", "g1", "text", "Sova"), Edit("goals", "g1", "since", "2026-09-01")))
    for row in ("a1", "a2"):
        cells = {"what": f"Åtgärd {row}", "who": "p3", "goal": "g1", "since": "2026-09-01"}
        fixture.write(tuple(Edit("actions", row, name, value) for name, value in cells.items()))
    fixture.write(edits)
    return fixture


def action(fixture: MeetingFixture, row: str) -> Action:
    found = find_row(fixture.meeting.actions, row)
    assert found is not None
    return found


def goal(fixture: MeetingFixture) -> Goal:
    return fixture.meeting.goals[0]


def test_finished_action_lacks_nothing() -> None:
    fixture = with_plan(Edit("actions", "a1", "who", ""))
    assert action_gaps(fixture.meeting, action(fixture, "a1"))
    for status in (Status.DONE, Status.ENDED, Status.NOT_DONE):
        fixture.write(set_status(action(fixture, "a1"), status))
        assert action_gaps(fixture.meeting, action(fixture, "a1")) == ()
        assert [row.id for row in unfinished_actions(fixture.meeting)] == ["a2"]


def test_reason_and_replacement_go_with_another_status() -> None:
    fixture = with_plan(Edit("actions", "a1", "why", "ingen tid"))
    fixture.write(set_status(action(fixture, "a1"), Status.CHANGED))
    context = fixture.moment()
    fixture.write(replace_action(fixture.meeting, action(fixture, "a1"), "Skriva brev", context))
    fixture.write(replace_action(fixture.meeting, action(fixture, "a1"), "Skriva ett brev", context))
    new = replacement(fixture.meeting, action(fixture, "a1"))
    assert new is not None
    assert (new.what, new.who, new.goal, action(fixture, "a1").why) == ("Skriva ett brev", "p3", "g1", "ingen tid")
    fixture.write(replace_action(fixture.meeting, action(fixture, "a1"), " ", context))
    assert replacement(fixture.meeting, action(fixture, "a1")) is None
    assert replace_action(fixture.meeting, action(fixture, "a1"), "", context) == ()
    fixture.write(replace_action(fixture.meeting, action(fixture, "a1"), "Ringa", context))
    assert find_row(fixture.meeting.actions, context.row) is not None
    fixture.write(set_status(action(fixture, "a1"), Status.DONE))
    assert (action(fixture, "a1").why, action(fixture, "a1").replaced_by) == ("", "")


def test_earlier_plan_is_counted_as_it_is_gone_through() -> None:
    fixture = with_plan(Edit("actions", "new", "what", "Nytt"))
    assert review_progress(fixture.meeting) == (0, 3)
    assert [row.id for row in find_open_items(fixture.meeting).unreviewed] == ["a1", "a2", "g1"]
    fixture.write(set_status(action(fixture, "a1"), Status.NEW))
    fixture.write(set_reached(goal(fixture), Answer.NO))
    assert review_progress(fixture.meeting) == (2, 3)
    assert [row.id for row in find_open_items(fixture.meeting).unreviewed] == ["a2"]
    fixture.write(set_status(action(fixture, "new"), Status.DONE))
    assert not action(fixture, "new").reviewed


def test_plan_as_it_is_now_leaves_out_what_is_over() -> None:
    fixture = with_plan()
    fixture.write(set_reached(goal(fixture), Answer.YES))
    fixture.write(set_status(action(fixture, "a1"), Status.DONE))
    now = current_plan(fixture.meeting)
    assert [row.id for row in now.actions] == ["a2"]
    assert [row.id for row in now.goals] == ["g1"], "something is still done for it"
    fixture.write(set_status(action(fixture, "a2"), Status.NOT_DONE))
    assert current_plan(fixture.meeting).goals == ()
    fixture.write((Edit("goals", "g2", "text", "Delmål"), Edit("goals", "g2", "parent", "g1")))
    assert [row.id for row in current_plan(fixture.meeting).goals] == ["g1", "g2"]


def test_actor_enters_its_whole_part_at_once() -> None:
    fixture = with_plan(Edit("actions", "a2", "who", "p4"))
    fixture.write(set_recorded(fixture.meeting, "p3", entered=True))
    assert [row.recorded for row in fixture.meeting.actions] == [True, False]
    assert set_recorded(fixture.meeting, "p3", entered=True) == ()


def test_entered_in_own_system_is_toggled() -> None:
    fixture = with_plan()
    for expected in (True, False):
        fixture.write(toggle_recorded(action(fixture, "a1")))
        assert action(fixture, "a1").recorded is expected
