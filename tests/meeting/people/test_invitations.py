"""Who is called for what, what they answered and when, and whom the person does not want there."""

from __future__ import annotations

import pytest

from sip_tui.meeting.model.enums import Answer, Presence
from sip_tui.meeting.model.meeting import Participant
from sip_tui.meeting.model.preparation import InvitationState
from sip_tui.meeting.people import attendance, invitations
from tests.helpers.meeting_fixture import MeetingFixture

DAY, LATER = "2026-11-06", "2026-11-09"


def ids(people: tuple[Participant, ...]) -> list[str]:
    return [participant.id for participant in people]


def test_call_marks_everybody_but_the_person_once() -> None:
    fixture = MeetingFixture()
    assert ids(invitations.uncalled(fixture.meeting)) == ["p2", "p3", "p4", "p5"]
    fixture.write(invitations.set_state(fixture.meeting, "p4", InvitationState.INVITED, DAY))
    fixture.write(invitations.call(fixture.meeting, LATER))
    assert fixture.meeting.invitation("p3").called_on == LATER
    assert fixture.meeting.invitation("p4").called_on == ""
    assert invitations.call(fixture.meeting, LATER) == ()
    assert ids(invitations.awaiting_answer(fixture.meeting)) == ["p2", "p3", "p4", "p5"]


def test_each_answer_keeps_its_day() -> None:
    fixture = MeetingFixture()
    for state, day in ((InvitationState.CALLED, DAY), (InvitationState.RECEIVED, DAY), (InvitationState.COMING, LATER)):
        fixture.write(invitations.set_state(fixture.meeting, "p3", state, day))
    answered = fixture.meeting.invitation("p3")
    assert (answered.called_on, answered.received_on, answered.coming_on) == (DAY, DAY, LATER)
    assert "p3" not in ids(invitations.awaiting_answer(fixture.meeting))
    assert invitations.set_state(fixture.meeting, "nobody", InvitationState.COMING, DAY) == ()


def test_who_is_invited_and_not_called_stays_invited() -> None:
    fixture = MeetingFixture()
    fixture.write(invitations.set_state(fixture.meeting, "p4", InvitationState.INVITED, DAY))
    fixture.write(invitations.set_state(fixture.meeting, "p4", InvitationState.RECEIVED, LATER))
    assert invitations.is_invited(fixture.meeting, "p4")
    fixture.write(invitations.set_state(fixture.meeting, "p4", InvitationState.CALLED, LATER))
    assert not invitations.is_invited(fixture.meeting, "p4")
    assert not invitations.is_invited(fixture.meeting, "p3")


def test_who_cannot_come_has_sent_apologies_until_they_can() -> None:
    fixture = MeetingFixture()
    fixture.write(invitations.set_state(fixture.meeting, "p4", InvitationState.DECLINED, DAY, reason="semester"))
    helena = fixture.meeting.participant("p4")
    assert helena is not None
    assert (helena.presence, fixture.meeting.invitation("p4").reason) == (Presence.EXCUSED, "semester")
    assert "p4" not in ids(invitations.awaiting_answer(fixture.meeting))
    fixture.write(invitations.set_state(fixture.meeting, "p4", InvitationState.COMING, LATER))
    helena = fixture.meeting.participant("p4")
    assert helena is not None
    assert (helena.presence, fixture.meeting.invitation("p4").reason) == (Presence.EXPECTED, "")
    fixture.write(invitations.set_state(fixture.meeting, "p4", InvitationState.NOT_CALLED, LATER))
    assert fixture.meeting.invitation("p4").coming_on == LATER


def test_presence_that_was_called_in_the_room_is_left_alone() -> None:
    fixture = MeetingFixture()
    fixture.set_presence(Presence.PRESENT, "p4")
    fixture.write(invitations.set_state(fixture.meeting, "p4", InvitationState.DECLINED, DAY))
    helena = fixture.meeting.participant("p4")
    assert helena is not None
    assert helena.presence is Presence.PRESENT


def test_substitute_is_called_and_coming_with_the_same_role() -> None:
    fixture = MeetingFixture()
    fixture.write(invitations.send_substitute(fixture.meeting, "p4", " Karin Ek ", "new", DAY))
    karin = fixture.meeting.participant("new")
    assert karin is not None
    assert (karin.name, karin.role, karin.substitute_for) == ("Karin Ek", "socialsekreterare", "p4")
    assert fixture.meeting.invitation("new").state is InvitationState.COMING
    assert fixture.meeting.invitation("p4").substitute_on == DAY
    assert invitations.send_substitute(fixture.meeting, "p4", " ", "other", DAY) == ()
    assert invitations.send_substitute(fixture.meeting, "nobody", "Karin", "other", DAY) == ()


def test_person_decides_whom_they_want_there() -> None:
    fixture = MeetingFixture()
    fixture.write(invitations.set_wanted(fixture.meeting, "p3", Answer.YES))
    fixture.write(invitations.set_wanted(fixture.meeting, "p4", Answer.NO))
    assert ids(invitations.unwanted(fixture.meeting)) == ["p4"]
    fixture.write(invitations.call(fixture.meeting, DAY))
    assert fixture.meeting.invitation("p3").state is InvitationState.CALLED
    assert ids(invitations.left_uncalled(fixture.meeting)) == ["p4"], "only called by name"
    assert not invitations.uncalled(fixture.meeting)
    fixture.write(invitations.set_state(fixture.meeting, "p4", InvitationState.CALLED, DAY))
    assert not invitations.left_uncalled(fixture.meeting)


def test_actor_is_tied_to_a_question_or_a_reason() -> None:
    fixture = MeetingFixture()
    assert ids(invitations.without_question(fixture.meeting)) == ["p3", "p4"]
    fixture.write(invitations.toggle_question(fixture.meeting, "p3", "question-1"))
    fixture.write(invitations.change_invitation(fixture.meeting, "p4", why="kan besluta om kontaktfamilj"))
    assert invitations.without_question(fixture.meeting) == ()
    fixture.write(invitations.toggle_question(fixture.meeting, "p3", "question-1"))
    assert fixture.meeting.invitation("p3").questions == ()


def test_nothing_is_written_when_nothing_is_known() -> None:
    fixture = MeetingFixture()
    assert invitations.change_invitation(fixture.meeting, "p3", why="") == ()


@pytest.mark.parametrize("kind", [attendance.HOLD, attendance.REBOOK])
def test_decision_about_a_key_person_keeps_its_reason(kind: str) -> None:
    fixture = MeetingFixture()
    fixture.set_presence(Presence.EXCUSED, "p1")
    fixture.write(attendance.decide_on_missing(fixture.meeting, kind, fixture.moment(), " Maja är sjuk "))
    ((event, people),) = attendance.decisions_on_missing(fixture.meeting)
    assert (event.kind, event.reason, ids(people)) == (kind, "Maja är sjuk", ["p1"])


def test_questions_of_a_participant_have_numbers() -> None:
    fixture = MeetingFixture()
    assert invitations.question_numbers(fixture.meeting, "p3") == ()
