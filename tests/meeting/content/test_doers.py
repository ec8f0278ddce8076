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


def test_those_told_by_their_initials_do_it_and_no_small_words() -> None:
    meeting = MeetingFixture().meeting
    names = {other.id: other.name for other in meeting.participants}
    letters = {row: "".join(word[0] for word in name.split()) for row, name in names.items()}
    assert doers_of(meeting, Action(id="a", what=f"{letters['p3']} och {letters['p4']} ringer")) == {"p3", "p4"}
    assert not doers_of(meeting, Action(id="a", what=f"{letters['p3'].lower()} och rektorn ringer"))
