"""Turns, and the digits that give the floor."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from sip_tui.meeting.log.change import as_edits
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.people import floor
from tests.helpers.meeting_fixture import MeetingFixture


def test_floor_moves_and_same_digit_ends_it() -> None:
    fixture = MeetingFixture()
    fixture.write(floor.give_floor(fixture.meeting, "p1", "needs", fixture.moment()))
    fixture.wait(3)
    fixture.write(floor.give_floor(fixture.meeting, "p2", "needs", fixture.moment()))
    fixture.wait(1)
    speaker = floor.current_speaker(fixture.meeting)
    assert speaker is not None
    assert speaker.id == "p2"
    fixture.write(floor.give_floor(fixture.meeting, "p2", "needs", fixture.moment()))
    assert floor.current_speaker(fixture.meeting) is None
    assert floor.talk_times(fixture.meeting, fixture.now)["p1"] == timedelta(minutes=3)
    assert floor.talk_times(fixture.meeting, fixture.now)["p2"] == timedelta(minutes=1)


def test_unheard_in_phase() -> None:
    fixture = MeetingFixture()
    fixture.write(floor.give_floor(fixture.meeting, "p2", "situation", fixture.moment()))
    fixture.write(floor.give_floor(fixture.meeting, "p1", "needs", fixture.moment()))
    assert floor.is_heard(fixture.meeting, "p1", "needs")
    assert [
        share.participant.name for share in floor.talk_shares(fixture.meeting, "needs", fixture.now) if not share.heard
    ] == ["Åsa Lindgren", "Samir Haddad", "Helena Sjöberg"]


def test_turn_ends_with_phase() -> None:
    fixture = MeetingFixture()
    fixture.write(floor.change_phase(fixture.meeting, "situation", fixture.moment()))
    fixture.write(floor.give_floor(fixture.meeting, "p1", "situation", fixture.moment()))
    fixture.wait(3)
    fixture.write(floor.change_phase(fixture.meeting, "needs", fixture.moment()))
    fixture.wait(2)
    assert not floor.is_heard(fixture.meeting, "p1", "needs")
    assert floor.current_speaker(fixture.meeting) is None
    assert floor.talk_times(fixture.meeting, fixture.now)["p1"] == timedelta(minutes=3)


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(Presence)), max_size=12))
def test_digit_keeps_its_participant(happened: list[tuple[int, Presence]]) -> None:
    fixture = MeetingFixture()
    before = floor.speaker_numbers(fixture.meeting)
    for number, presence in happened:
        fixture.set_presence(presence, f"p{number + 1}")
    assert floor.speaker_numbers(fixture.meeting) == before
    assert sorted(before.values()) == list(range(1, len(before) + 1))


def test_numbers_beyond_ten_are_kept_when_others_are_absent() -> None:
    fixture = MeetingFixture()
    for number in range(8):
        fixture.write(as_edits("participants", f"x{number}", [("name", f"X{number}"), ("order", 10 + number)]))
    before = floor.speaker_numbers(fixture.meeting)
    assert before["x7"] == 12
    fixture.set_presence(Presence.MISSING, "p3")
    fixture.set_presence(Presence.EXCUSED, "p4")
    assert floor.speaker_numbers(fixture.meeting) == before


def test_who_goes_has_the_floor_no_more_and_the_others_keep_it() -> None:
    fixture = MeetingFixture()
    fixture.write(floor.give_floor(fixture.meeting, "p3", "needs", fixture.moment()))
    fixture.set_presence(Presence.LEFT, "p2")
    speaker = floor.current_speaker(fixture.meeting)
    assert speaker is not None
    assert speaker.id == "p3"
    fixture.set_presence(Presence.LEFT, "p3")
    assert floor.current_speaker(fixture.meeting) is None
