"""The roll call."""

from __future__ import annotations

import pytest

from sip_tui.meeting.content.plan import ActionGap, actions_with_gaps
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.people import attendance, floor
from sip_tui.meeting.people.attendance import set_presence
from tests.helpers.meeting_fixture import MeetingFixture


def names(people: tuple[object, ...]) -> list[str]:
    return [getattr(person, "name", "") for person in people]


def test_round_order_person_then_family() -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("participants", "p1", "order", 9), Edit("participants", "p3", "order", -1)))
    assert names(attendance.in_round_order(fixture.meeting))[:3] == ["Maja Lindgren", "Åsa Lindgren", "Samir Haddad"]


def test_absentees_are_excused_then_missing() -> None:
    fixture = MeetingFixture()
    fixture.set_presence(Presence.MISSING, "p3")
    fixture.set_presence(Presence.EXCUSED, "p4")
    call = attendance.roll_call(fixture.meeting)
    assert names(call.absentees) == ["Helena Sjöberg", "Samir Haddad"]
    assert attendance.is_absent(fixture.meeting, "p3")
    assert not attendance.is_absent(fixture.meeting, "nobody")


@pytest.mark.parametrize("before", [Presence.LATE, Presence.MISSING, Presence.EXCUSED])
def test_late_arrival_gets_time(before: Presence) -> None:
    fixture = MeetingFixture()
    fixture.set_presence(before, "p3")
    fixture.wait(12)
    fixture.set_presence(Presence.PRESENT, "p3")
    samir = fixture.meeting.participant("p3")
    assert samir is not None
    assert samir.came == fixture.now


def test_same_presence_makes_no_edit() -> None:
    fixture = MeetingFixture()
    assert set_presence(fixture.meeting, "p3", Presence.EXPECTED, fixture.moment()) == ()
    assert set_presence(fixture.meeting, "nobody", Presence.PRESENT, fixture.moment()) == ()


def test_interpreter_is_here_but_no_speaker() -> None:
    fixture = MeetingFixture()
    fixture.set_presence(Presence.PRESENT, "p5")
    assert "Nadia Karim" in names(attendance.roll_call(fixture.meeting).here)
    assert "Nadia Karim" not in names(floor.speakers(fixture.meeting))


def test_child_or_somebody_with_a_guardian_is_a_minor() -> None:
    fixture = MeetingFixture()
    assert attendance.is_minor(fixture.meeting)
    fixture.write((Edit("participants", "p2", "kind", "kin"),))
    assert not attendance.is_minor(fixture.meeting)
    fixture.write((Edit("person", "person", "child", True),))
    assert attendance.is_minor(fixture.meeting)


def unpromised(fixture: MeetingFixture) -> list[str]:
    """What nobody who was there has taken on."""
    return [action.id for action in actions_with_gaps(fixture.meeting, ActionGap.OWNER_ABSENT)]


def given(fixture: MeetingFixture, row: str, who: str, **cells: str) -> None:
    """Give somebody an action."""
    told = {"what": "Ringa", "who": who, **cells}
    fixture.write(tuple(Edit("actions", row, field, value) for field, value in told.items()))


def test_who_was_there_when_it_was_given_has_taken_it_on() -> None:
    fixture = MeetingFixture()
    fixture.open()
    fixture.set_presence(Presence.PRESENT, "p3", "p4")
    given(fixture, "a1", "p3")
    given(fixture, "a2", "p3", status="proposed")
    fixture.write(floor.change_phase(fixture.meeting, "summary", fixture.moment()))
    fixture.set_presence(Presence.LEFT, "p3")
    given(fixture, "a3", "p3")
    assert unpromised(fixture) == ["a2", "a3"]
    fixture.write((Edit("actions", "a1", "who", "p4"),))
    fixture.set_presence(Presence.EXCUSED, "p4")
    assert unpromised(fixture) == ["a1", "a2", "a3"], "another owner was asked nothing"


@pytest.mark.parametrize("phase", ["", "opening", "situation"])
def test_who_leaves_before_the_actions_has_taken_nothing_on(phase: str) -> None:
    fixture = MeetingFixture()
    given(fixture, "a1", "p3")
    if phase:
        fixture.open()
        fixture.write(floor.change_phase(fixture.meeting, phase, fixture.moment()))
    fixture.set_presence(Presence.PRESENT, "p3")
    fixture.set_presence(Presence.LEFT, "p3")
    assert unpromised(fixture) == ["a1"]


def test_who_was_never_here_has_taken_nothing_on() -> None:
    fixture = MeetingFixture()
    fixture.open()
    given(fixture, "a1", "p3")
    fixture.write(floor.change_phase(fixture.meeting, "summary", fixture.moment()))
    fixture.set_presence(Presence.LEFT, "p3")
    assert unpromised(fixture) == ["a1"]
