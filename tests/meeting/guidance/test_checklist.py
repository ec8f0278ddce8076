"""Stories of the twenty duties: what the meeting shows, and what only a hand can tick."""

from __future__ import annotations

import pytest

from sip_tui.meeting.content.plan import add_action
from sip_tui.meeting.content.questions import answer_term, raise_term
from sip_tui.meeting.guidance import checklist
from sip_tui.meeting.guidance.checklist import (
    BEGINNING,
    DUTIES,
    ENDING,
    THROUGHOUT,
    checklist_progress,
    is_done,
    is_evident,
    ticked_at,
)
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.notes.pads import write_pad
from sip_tui.meeting.people.floor import give_floor
from sip_tui.meeting.time import agenda
from tests.helpers.meeting_fixture import PEOPLE, MeetingFixture


def called(*, absent: tuple[str, ...] = ()) -> MeetingFixture:
    """Everybody has been called, and is here unless said otherwise."""
    fixture = MeetingFixture()
    for row, *_ in PEOPLE:
        fixture.write((Edit("participants", row, "presence", Presence.MISSING if row in absent else Presence.PRESENT),))
    return fixture


def test_twenty_duties_in_three_groups() -> None:
    assert (len(BEGINNING), len(THROUGHOUT), len(ENDING)) == (7, 8, 5)
    assert len(set(DUTIES)) == 20


def test_no_duty_done_in_new_meeting() -> None:
    assert checklist_progress(MeetingFixture().meeting) == (0, 20)
    assert checklist_progress(called().meeting) == (0, 20)


@pytest.mark.parametrize("key", DUTIES)
def test_every_duty_can_be_ticked_and_unticked(key: str) -> None:
    fixture = MeetingFixture()
    fixture.write(checklist.tick_duty(key, fixture.moment()))
    assert ticked_at(fixture.meeting, key) == fixture.now
    assert checklist_progress(fixture.meeting) == (1, 20)
    fixture.write(checklist.untick_duty(key))
    assert not is_done(fixture.meeting, key)
    fixture.wait(3)
    fixture.write(checklist.tick_duty(key, fixture.moment()))
    assert ticked_at(fixture.meeting, key) == fixture.now


def test_tick_on_unknown_key_is_no_duty() -> None:
    fixture = MeetingFixture()
    fixture.write(checklist.tick_duty("card hope 1", fixture.moment()))
    assert is_done(fixture.meeting, "card hope 1")
    assert checklist_progress(fixture.meeting) == (0, 20)


def test_presentation_duty_done_by_tick_or_opening_turn() -> None:
    fixture = called(absent=("p4",))
    fixture.open()
    fixture.write((Edit("participants", "p1", "presented", True), Edit("participants", "p2", "presented", True)))
    assert not is_done(fixture.meeting, "presentation")
    fixture.write(give_floor(fixture.meeting, "p3", "opening", fixture.moment()))
    assert is_done(fixture.meeting, "presentation"), "the interpreter and the one who is missing are not waited for"


def test_turn_in_later_phase_is_no_presentation() -> None:
    fixture = called()
    for who in ("p1", "p2", "p3", "p4"):
        fixture.write(give_floor(fixture.meeting, who, "needs", fixture.moment()))
    assert not is_done(fixture.meeting, "presentation")
    assert is_done(fixture.meeting, "floor")


def test_documentation_duty_done_by_name_or_notes() -> None:
    named, writing = MeetingFixture(), MeetingFixture()
    named.write((Edit("about", "meeting", "secretary", "p3"),))
    assert is_done(named.meeting, "documentation")
    writing.write(write_pad(writing.meeting, "situation", "secretary", "förberett"))
    writing.write(agenda.open_meeting(writing.meeting, writing.moment()))
    assert not is_done(writing.meeting, "documentation"), "what was prepared is not written in the meeting"
    writing.write(write_pad(writing.meeting, "opening", "secretary", "Alla är här."))
    assert is_done(writing.meeting, "documentation")


@pytest.mark.parametrize(("minutes", "kept"), [(55, True), (60, True), (61, False)])
def test_keep_time_duty_done_when_closed_in_time(minutes: int, kept: bool) -> None:
    fixture = MeetingFixture()
    fixture.open()
    fixture.wait(minutes)
    assert not is_done(fixture.meeting, "keep_time"), "nobody knows before the end"
    fixture.write(agenda.close_meeting(fixture.moment()))
    assert is_done(fixture.meeting, "keep_time") is kept


def test_pause_duty_done_after_any_break() -> None:
    fixture = MeetingFixture()
    fixture.open()
    fixture.write(agenda.pause(fixture.moment()))
    assert not is_done(fixture.meeting, "pause"), "a stopped clock is no break"
    fixture.write(agenda.resume(fixture.moment()))
    fixture.write(agenda.start_break(fixture.moment()))
    fixture.write(agenda.resume(fixture.moment()))
    assert is_done(fixture.meeting, "pause")


def test_terms_duty_reopens_with_new_term() -> None:
    fixture = MeetingFixture()
    assert not is_done(fixture.meeting, "terms")
    fixture.write(raise_term(fixture.meeting, "LSS", "p4", "needs", fixture.moment()))
    assert not is_done(fixture.meeting, "terms")
    fixture.write(answer_term(fixture.meeting.terms[0].id, "en lag om stöd"))
    assert is_done(fixture.meeting, "terms")
    fixture.write(raise_term(fixture.meeting, "BUP", "p4", "needs", fixture.moment()))
    assert not is_done(fixture.meeting, "terms")


def test_actions_duty_done_when_each_actor_promised() -> None:
    fixture = called(absent=("p4",))
    fixture.write(add_action(fixture.meeting, fixture.moment(), what="Ringa", who="p3"))
    assert not is_done(fixture.meeting, "actions"), "no time"
    fixture.write((Edit("actions", fixture.meeting.actions[0].id, "when", "fredag"),))
    assert is_done(fixture.meeting, "actions")
    fixture.write((Edit("participants", "p4", "presence", Presence.PRESENT),))
    assert not is_done(fixture.meeting, "actions"), "the one who came has promised nothing"


def test_duties_evident_from_marks_ideas_follow_up() -> None:
    fixture = MeetingFixture()
    cells = (
        ("reactions", "r1", "mark", "tired"),
        ("ideas", "i1", "text", "Taxi"),
        ("about", "meeting", "follow_up", "  "),
    )
    fixture.write(tuple(Edit(*cell) for cell in cells))
    assert [is_done(fixture.meeting, key) for key in ("reactions", "structure", "follow_up")] == [True, False, False]
    fixture.write((Edit("ideas", "i1", "cons", "dyrt"), Edit("about", "meeting", "follow_up", "2027-01-29")))
    assert is_done(fixture.meeting, "structure")
    assert is_done(fixture.meeting, "follow_up")


@pytest.mark.parametrize("key", ["role", "why", "confidentiality", "listening", "no such duty"])
def test_manual_duties_are_never_evident(key: str) -> None:
    fixture = called()
    fixture.open()
    fixture.write(agenda.close_meeting(fixture.moment()))
    assert not is_evident(fixture.meeting, key)


def test_ending_duties_done_by_follow_up_and_contact() -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("between", "between", "unbooked", "efter provet"), Edit("between", "between", "contact", "p9")))
    assert [is_done(fixture.meeting, key) for key in ("follow_up", "between")] == [True, False]
    fixture.write((Edit("between", "between", "contact", "p3"),))
    assert is_done(fixture.meeting, "between")
