"""The roll call and the floor."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.meeting.log.change import Edit, as_edits
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.people import attendance, floor
from sip_tui.meeting.people.attendance import set_presence
from tests.helpers.meeting_fixture import MeetingFixture


def names(people: tuple[object, ...]) -> list[str]:
    return [getattr(one, "name", "") for one in people]


def test_round_order_person_then_family() -> None:
    table = MeetingFixture()
    table.write((Edit("participants", "p1", "order", 9), Edit("participants", "p3", "order", -1)))
    assert names(attendance.in_round_order(table.meeting))[:3] == ["Maja Lindgren", "Åsa Lindgren", "Samir Haddad"]


def test_absentees_are_excused_then_missing() -> None:
    table = MeetingFixture()
    table.write(set_presence(table.meeting, "p3", Presence.MISSING, table.moment()))
    table.write(set_presence(table.meeting, "p4", Presence.EXCUSED, table.moment()))
    call = attendance.roll_call(table.meeting)
    assert names(call.absentees) == ["Helena Sjöberg", "Samir Haddad"]
    assert attendance.is_absent(table.meeting, "p3")
    assert not attendance.is_absent(table.meeting, "nobody")


@pytest.mark.parametrize("before", [Presence.LATE, Presence.MISSING, Presence.EXCUSED])
def test_late_arrival_gets_time(before: Presence) -> None:
    table = MeetingFixture()
    table.write(set_presence(table.meeting, "p3", before, table.moment()))
    table.wait(12)
    table.write(set_presence(table.meeting, "p3", Presence.PRESENT, table.moment()))
    samir = table.meeting.participant("p3")
    assert samir is not None
    assert samir.came == table.now


def test_same_presence_makes_no_edit() -> None:
    table = MeetingFixture()
    assert set_presence(table.meeting, "p3", Presence.EXPECTED, table.moment()) == ()
    assert set_presence(table.meeting, "nobody", Presence.PRESENT, table.moment()) == ()


def test_interpreter_is_here_but_no_speaker() -> None:
    table = MeetingFixture()
    table.write(set_presence(table.meeting, "p5", Presence.PRESENT, table.moment()))
    assert "Nadia Karim" in names(attendance.roll_call(table.meeting).here)
    assert "Nadia Karim" not in names(floor.speakers(table.meeting))


def test_floor_moves_and_same_digit_ends_it() -> None:
    table = MeetingFixture()
    table.write(floor.give_floor(table.meeting, "p1", "needs", table.moment()))
    table.wait(3)
    table.write(floor.give_floor(table.meeting, "p2", "needs", table.moment()))
    table.wait(1)
    speaker = floor.current_speaker(table.meeting)
    assert speaker is not None
    assert speaker.id == "p2"
    table.write(floor.give_floor(table.meeting, "p2", "needs", table.moment()))
    assert floor.current_speaker(table.meeting) is None
    assert floor.talk_times(table.meeting, table.now)["p1"] == timedelta(minutes=3)
    assert floor.talk_times(table.meeting, table.now)["p2"] == timedelta(minutes=1)


def test_unheard_in_phase() -> None:
    table = MeetingFixture()
    table.write(floor.give_floor(table.meeting, "p2", "situation", table.moment()))
    table.write(floor.give_floor(table.meeting, "p1", "needs", table.moment()))
    assert floor.is_heard(table.meeting, "p1", "needs")
    assert [
        share.participant.name for share in floor.talk_shares(table.meeting, "needs", table.now) if not share.heard
    ] == ["Åsa Lindgren", "Samir Haddad", "Helena Sjöberg"]


def test_turn_ends_with_phase() -> None:
    table = MeetingFixture()
    table.write(floor.change_phase(table.meeting, "situation", table.moment()))
    table.write(floor.give_floor(table.meeting, "p1", "situation", table.moment()))
    table.wait(3)
    table.write(floor.change_phase(table.meeting, "needs", table.moment()))
    table.wait(2)
    assert not floor.is_heard(table.meeting, "p1", "needs")
    assert floor.current_speaker(table.meeting) is None
    assert floor.talk_times(table.meeting, table.now)["p1"] == timedelta(minutes=3)


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(Presence)), max_size=12))
def test_digit_keeps_its_participant(happened: list[tuple[int, Presence]]) -> None:
    table = MeetingFixture()
    before = floor.speaker_numbers(table.meeting)
    for number, presence in happened:
        table.write(set_presence(table.meeting, f"p{number + 1}", presence, table.moment()))
    assert floor.speaker_numbers(table.meeting) == before
    assert sorted(before.values()) == list(range(1, len(before) + 1))


def test_digits_beyond_ten_skip_absent() -> None:
    table = MeetingFixture()
    for number in range(8):
        table.write(as_edits("participants", f"x{number}", [("name", f"X{number}"), ("order", 10 + number)]))
    assert "x7" not in floor.speaker_numbers(table.meeting)
    table.write(set_presence(table.meeting, "p3", Presence.MISSING, table.moment()))
    table.write(set_presence(table.meeting, "p4", Presence.EXCUSED, table.moment()))
    assert floor.speaker_numbers(table.meeting)["x7"] == 10
