"""Whose an action is that no one on the list owns: those whom its words name."""

from __future__ import annotations

import pytest

from sip_tui.meeting.content.doers import doers_of, does, joint_doers
from sip_tui.meeting.model.meeting import Action
from tests.helpers.meeting_fixture import MeetingFixture


@pytest.mark.parametrize("what", ["Samir o Helena ringer skolan", "Samir + Helena ringer skolan"])
def test_action_of_two_is_both_of_theirs(what: str) -> None:
    meeting = MeetingFixture().meeting
    action = Action(id="a", what=what)
    assert joint_doers(meeting, what)
    assert {other for other in ("p1", "p2", "p3", "p4") if does(meeting, action, other)} == {"p3", "p4"}


def test_action_with_an_owner_is_the_owners_alone() -> None:
    action = Action(id="a", what="Samir o Helena ringer skolan", who="p4")
    assert doers_of(MeetingFixture().meeting, action) == {"p4"}
