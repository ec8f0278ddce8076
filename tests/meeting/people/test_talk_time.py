"""Who has talked for how long, and who is asked next: whoever has been heard least."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.model.meeting import Event, Meeting, Turn
from sip_tui.meeting.people import floor, next_speaker
from sip_tui.meeting.time import agenda
from tests.helpers.meeting_fixture import START, MeetingFixture

PHASE = "needs"


EVERYBODY = ("p1", "p2", "p3", "p4", "p5", "nobody")
"""p5 is the interpreter."""


def test_talk_time_stops_with_clocks() -> None:
    fixture = MeetingFixture()
    fixture.open()
    fixture.give_floor("p2", 4)
    fixture.write(agenda.start_break(fixture.moment()))
    fixture.wait(10)
    fixture.write(agenda.resume(fixture.moment()))
    fixture.wait(1)
    assert floor.talk_times(fixture.meeting, fixture.now)["p2"] == timedelta(minutes=5)


def test_open_turn_ends_with_meeting() -> None:
    fixture = MeetingFixture()
    fixture.open()
    fixture.give_floor("p2", 4)
    fixture.write(agenda.close_meeting(fixture.moment()))
    fixture.wait(600)
    assert floor.talk_times(fixture.meeting, fixture.now)["p2"] == timedelta(minutes=4)


def test_only_later_of_two_turns_is_counted() -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("turns", "a", "who", "p2"), Edit("turns", "a", "began", fixture.moment().iso)))
    fixture.wait(2)
    fixture.write((Edit("turns", "b", "who", "p3"), Edit("turns", "b", "began", fixture.moment().iso)))
    fixture.wait(3)
    assert floor.talk_times(fixture.meeting, fixture.now) == {"p2": timedelta(minutes=2), "p3": timedelta(minutes=3)}


MOMENTS = st.one_of(st.none(), st.integers(-30, 90).map(lambda minutes: START + timedelta(minutes=minutes)))


TURNS = st.builds(Turn, id=st.uuids().map(str), who=st.sampled_from(EVERYBODY), began=MOMENTS, ended=MOMENTS)


EVENTS = st.builds(
    Event,
    id=st.uuids().map(str),
    kind=st.sampled_from(["open", "break", "pause", "resume", "close", "reopen", "phase"]),
    at=MOMENTS,
)


@given(st.lists(TURNS, max_size=12), st.lists(EVENTS, max_size=6))
@settings(max_examples=150, deadline=None)
def test_talk_times_never_exceed_time_passed(turns: list[Turn], events: list[Event]) -> None:
    now = START + timedelta(minutes=60)
    spent = floor.talk_times(Meeting(turns=tuple(turns), events=tuple(events)), now)
    begun = [turn.began for turn in turns if turn.began]
    passed = max(now - min(begun, default=now), timedelta(0))
    assert all(share >= timedelta(0) for share in spent.values())
    assert sum(spent.values(), timedelta(0)) <= passed


@pytest.mark.parametrize(
    ("spoke", "asked"),
    [
        ([], "p1"),
        ([("p1", 1)], "p2"),
        ([("p1", 1), ("p2", 1), ("p3", 1)], "p4"),
        ([("p1", 5), ("p2", 3), ("p3", 2), ("p4", 4)], "p3"),
        ([("p4", 2), ("p3", 2), ("p2", 2), ("p1", 2)], "p1"),
    ],
)
def test_suggestion_is_quietest_person_first(spoke: list[tuple[str, int]], asked: str) -> None:
    fixture = MeetingFixture()
    for who, minutes in spoke:
        fixture.give_floor(who, minutes)
    fixture.write(floor.end_turns(fixture.meeting, fixture.moment()))
    suggested = next_speaker.suggest_speaker(fixture.meeting, PHASE, fixture.now)
    assert suggested is not None
    assert suggested.id == asked


def test_suggestion_skips_speaker_waiting_and_late() -> None:
    fixture = MeetingFixture()
    fixture.give_floor("p1", 1)
    fixture.join_queue("p2")
    fixture.set_presence(Presence.LATE, "p3")
    suggested = next_speaker.suggest_speaker(fixture.meeting, PHASE, fixture.now)
    assert suggested is not None
    assert suggested.id == "p4"
    fixture.join_queue("p4")
    assert next_speaker.suggest_speaker(fixture.meeting, PHASE, fixture.now) is None


def test_suggestion_is_per_phase() -> None:
    fixture = MeetingFixture()
    fixture.write(floor.give_floor(fixture.meeting, "p1", "situation", fixture.moment()))
    fixture.wait(20)
    fixture.give_floor("p3", 1)
    suggested = next_speaker.suggest_speaker(fixture.meeting, PHASE, fixture.now)
    assert suggested is not None
    assert suggested.id == "p2", "Åsa has not spoken at all, Maja spoke in another phase"
    assert [participant.id for participant in floor.unheard_family(fixture.meeting, PHASE)] == ["p2"]


def test_since_heard() -> None:
    fixture = MeetingFixture()
    assert floor.since_heard(fixture.meeting, "p1", fixture.now) is None
    fixture.give_floor("p1", 3)
    assert floor.since_heard(fixture.meeting, "p1", fixture.now) == timedelta(0)
    fixture.give_floor("p2", 7)
    assert floor.since_heard(fixture.meeting, "p1", fixture.now) == timedelta(minutes=7)


def test_talk_shares_have_time_and_turns() -> None:
    fixture = MeetingFixture()
    for who, minutes in (("p2", 3), ("p3", 1), ("p2", 2)):
        fixture.give_floor(who, minutes)
    told = {
        share.participant.id: (share.spoken, share.turns, share.heard, share.speaking)
        for share in heard_now(fixture, fixture.now)
    }
    assert told["p2"] == (timedelta(minutes=5), 2, True, True)
    assert told["p1"] == (timedelta(0), 0, False, False)
    assert "p5" not in told


def heard_now(fixture: MeetingFixture, now: datetime) -> tuple[floor.TalkShare, ...]:
    return floor.talk_shares(fixture.meeting, PHASE, now)


@pytest.mark.parametrize(
    ("minutes", "named"),
    [
        ({"x1": 4, "x2": 4, "x3": 1}, []),
        ({"x1": 4, "x2": 4, "x3": 1, "p1": 20}, []),
        ({"x1": 12, "x2": 1 / 60}, ["x1"]),
        ({"x1": 6, "x2": 5}, ["x1"]),
        ({"x1": 5, "x2": 5, "x3": 1}, ["x1", "x2"]),
        ({"x1": 8, "x2": 5, "x3": 4, "p1": 3}, ["x1", "x2"]),
        ({"x1": 9, "x2": 3, "x3": 3, "x4": 3, "p1": 2}, []),
        ({"p1": 12, "x1": 1}, []),
    ],
)
def test_who_has_had_more_than_half_of_the_talk_is_named(minutes: dict[str, float], named: list[str]) -> None:
    fixture = MeetingFixture()
    fixture.write(agenda.open_meeting(fixture.meeting, fixture.moment()))
    names = [Edit("participants", row, "kind", "actor") for row in ("x1", "x2", "x3", "x4", "x5")]
    fixture.write((*names, Edit("participants", "p1", "kind", "person")))
    for who, length in minutes.items():
        fixture.give_floor(who, length)
    most = floor.most_talkative(fixture.meeting, fixture.now)
    assert [participant.id for participant in most] == named
    shares = floor.talk_shares(fixture.meeting, "opening", fixture.now)
    assert sum(share.percent for share in shares) in range(98, 103)


def test_who_has_a_part_in_the_goal_at_hand_is_asked_first() -> None:
    fixture = MeetingFixture()
    fixture.write(agenda.open_meeting(fixture.meeting, fixture.moment()))
    goals = (Edit("goals", "g1", "text", "Sova"), Edit("goals", "g2", "text", "Läsa"), Edit("goals", "g2", "order", 1))
    fixture.write((*goals, Edit("actions", "a1", "who", "p4"), Edit("actions", "a1", "goal", "g1")))
    suggested = next_speaker.suggest_speaker(fixture.meeting, "needs", fixture.now)
    assert suggested is not None
    assert suggested.id == "p4"
    assert next_speaker.suggest_speaker(fixture.meeting, "situation", fixture.now) != suggested
    fixture.write(agenda.log_event(fixture.moment(), "confirmed", text="g1"))
    assert next_speaker.goal_at_hand(fixture.meeting) == fixture.meeting.goal("g2")
    assert next_speaker.has_part_in(fixture.meeting, fixture.meeting.goal("g2")) == frozenset()
    assert next_speaker.has_part_in(fixture.meeting, None) == frozenset()
