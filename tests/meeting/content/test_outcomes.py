"""What became of actions and goals of this plan and of an earlier one."""

from __future__ import annotations

import pytest

from sip_tui.meeting.content import outcomes, plan
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Answer, Status
from sip_tui.meeting.model.meeting import Action
from tests.helpers.meeting_fixture import MeetingFixture


@pytest.fixture
def fixture() -> MeetingFixture:
    """A meeting with a goal and two actions for it, the second from an earlier plan."""
    made = MeetingFixture()
    made.write(
        (
            Edit("goals", "g1", "text", "sova"),
            Edit("goals", "g1", "since", "2026-05-04"),
            Edit("actions", "a1", "what", "ringa"),
            Edit("actions", "a1", "who", "p3"),
            Edit("actions", "a1", "goal", "g1"),
            Edit("actions", "a2", "what", "skriva"),
            Edit("actions", "a2", "since", "2026-05-04"),
        )
    )
    return made


def action(fixture: MeetingFixture, row: str = "a1") -> Action:
    return next(action for action in fixture.meeting.actions if action.id == row)


def test_reason_goes_with_the_status_that_it_explains(fixture: MeetingFixture) -> None:
    fixture.write(outcomes.set_status(action(fixture), Status.CHANGED))
    fixture.write(plan.change_row("actions", action(fixture), why="ingen svarar", replaced_by="a2"))
    fixture.write(outcomes.set_status(action(fixture), Status.ENDED))
    assert (action(fixture).why, action(fixture).replaced_by) == ("ingen svarar", "")
    fixture.write(outcomes.set_status(action(fixture), Status.ONGOING))
    assert (action(fixture).status, action(fixture).why) == (Status.ONGOING, "")


def test_action_is_replaced_by_another_and_back(fixture: MeetingFixture) -> None:
    context = fixture.moment()
    fixture.write(outcomes.replace_action(fixture.meeting, action(fixture), "skicka ett brev", context))
    instead = outcomes.replacement(fixture.meeting, action(fixture))
    assert instead is not None
    assert (instead.what, instead.who, instead.goal) == ("skicka ett brev", "p3", "g1")
    fixture.write(outcomes.replace_action(fixture.meeting, action(fixture), "besöka", context))
    assert action(fixture, context.row).what == "besöka"
    fixture.write(outcomes.replace_action(fixture.meeting, action(fixture), " ", context))
    assert outcomes.replacement(fixture.meeting, action(fixture)) is None
    assert [action.id for action in fixture.meeting.actions] == ["a1", "a2"]


def test_nothing_is_written_for_a_replacement_without_words(fixture: MeetingFixture) -> None:
    assert outcomes.replace_action(fixture.meeting, action(fixture), "", fixture.moment()) == ()


def test_action_is_recorded_in_its_owners_system_or_not(fixture: MeetingFixture) -> None:
    fixture.write(outcomes.toggle_recorded(action(fixture)))
    assert action(fixture).recorded
    fixture.write(outcomes.toggle_recorded(action(fixture)))
    assert not action(fixture).recorded


def test_review_counts_what_the_earlier_plan_held(fixture: MeetingFixture) -> None:
    assert outcomes.review_progress(fixture.meeting) == (0, 2)
    fixture.write(outcomes.set_status(action(fixture, "a2"), Status.DONE))
    assert outcomes.review_progress(fixture.meeting) == (1, 2)
    fixture.write(outcomes.set_reached(fixture.meeting.goals[0], Answer.YES))
    assert outcomes.review_progress(fixture.meeting) == (2, 2)
