"""The floor in full: who waits, in which order, for how long each has spoken, and whom to ask."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.log.change import Change, Edit
from sip_tui.meeting.model.enums import NON_SPEAKING, Presence, QueueKind
from sip_tui.meeting.model.meeting import Event, Meeting, Turn
from sip_tui.meeting.people import floor
from sip_tui.meeting.people.attendance import set_presence
from sip_tui.meeting.time import agenda
from tests.helpers.meeting_fixture import START, MeetingFixture

PHASE = "needs"
EVERYBODY = ("p1", "p2", "p3", "p4", "p5", "nobody")
"""p5 is the interpreter."""


def ask(table: MeetingFixture, who: str, kind: QueueKind = QueueKind.TURN) -> None:
    table.write(floor.join_queue(table.meeting, who, kind))


def give(table: MeetingFixture, who: str, minutes: float = 0) -> None:
    table.write(floor.give_floor(table.meeting, who, PHASE, table.moment()))
    table.wait(minutes)


def line(meeting: Meeting) -> list[str]:
    return [one.who for one in floor.speaking_queue(meeting)]


def test_queue_order_reply_turn_last() -> None:
    table = MeetingFixture()
    for who, kind in (("p1", QueueKind.LAST), ("p2", QueueKind.TURN), ("p3", QueueKind.TURN), ("p4", QueueKind.REPLY)):
        ask(table, who, kind)
    assert line(table.meeting) == ["p4", "p2", "p3", "p1"]


def test_reply_does_not_interrupt_speaker() -> None:
    table = MeetingFixture()
    give(table, "p3")
    ask(table, "p2", QueueKind.REPLY)
    speaker = floor.current_speaker(table.meeting)
    assert speaker is not None
    assert (speaker.id, line(table.meeting)) == ("p3", ["p2"])


def test_speaker_leaves_queue_and_may_rejoin() -> None:
    table = MeetingFixture()
    ask(table, "p2")
    ask(table, "p3")
    give(table, "p3")
    assert line(table.meeting) == ["p2"]
    ask(table, "p3")
    assert line(table.meeting) == ["p2", "p3"]


def test_next_in_queue_is_never_current_speaker() -> None:
    table = MeetingFixture()
    give(table, "p3")
    ask(table, "p3", QueueKind.REPLY)
    assert floor.give_floor_to_next(table.meeting, PHASE, table.moment()) == ()
    ask(table, "p4")
    table.write(floor.give_floor_to_next(table.meeting, PHASE, table.moment()))
    speaker = floor.current_speaker(table.meeting)
    assert speaker is not None
    assert speaker.id == "p4"


def test_changed_request_moves_same_queue_entry() -> None:
    table = MeetingFixture()
    ask(table, "p2")
    ask(table, "p3")
    ask(table, "p3", QueueKind.REPLY)
    assert line(table.meeting) == ["p3", "p2"]
    assert floor.join_queue(table.meeting, "p3", QueueKind.REPLY) == ()


def test_queue_place_returns_with_participant() -> None:
    table = MeetingFixture()
    ask(table, "p3")
    ask(table, "p4")
    table.write(set_presence(table.meeting, "p3", Presence.LEFT, table.moment()))
    assert line(table.meeting) == ["p4"]
    table.write(set_presence(table.meeting, "p3", Presence.PRESENT, table.moment()))
    assert line(table.meeting) == ["p3", "p4"]


def test_two_seats_join_queue_in_same_row() -> None:
    table = MeetingFixture()
    hand = floor.join_queue(table.meeting, "p3", QueueKind.TURN)
    table.write(hand)
    table.write(hand)
    assert [one.id for one in table.meeting.queue] == ["p3"]


def test_unknown_queue_kind_is_ordinary_turn() -> None:
    table = MeetingFixture()
    ask(table, "p2")
    table.write((Edit("queue", "x", "who", "p3"), Edit("queue", "x", "kind", "point of order")))
    ask(table, "p4", QueueKind.REPLY)
    assert line(table.meeting) == ["p4", "p2", "p3"]


WISHES = st.tuples(
    st.sampled_from(["ask", "leave", "give", "next"]), st.sampled_from(EVERYBODY), st.sampled_from(QueueKind)
)


def play(wishes: list[tuple[str, str, QueueKind]]) -> tuple[MeetingFixture, list[Change]]:
    """Do what was wished for, and check after every deed what must always hold of a queue."""
    table, made = MeetingFixture(), []
    for deed, who, kind in wishes:
        before = line(table.meeting)
        changes = table.builder.ledger.stamp(edits(table, deed, who, kind), int(table.now.timestamp() * 1000), "table")
        made += changes
        table.builder.refresh(table.builder.ledger.add(changes))
        check_order(before, line(table.meeting), moved=who if deed == "ask" else "")
    return table, made


def edits(table: MeetingFixture, deed: str, who: str, kind: QueueKind) -> tuple[Edit, ...]:
    match deed:
        case "ask":
            return floor.join_queue(table.meeting, who, kind)
        case "leave":
            return floor.leave_queue(table.meeting, who)
        case "give":
            return floor.give_floor(table.meeting, who, PHASE, table.moment())
    return floor.give_floor_to_next(table.meeting, PHASE, table.moment())


def check_order(before: list[str], after: list[str], moved: str) -> None:
    """Nobody twice, and nobody passes anybody but the one who asked."""
    assert len(after) == len(set(after))
    stayed = [who for who in before if who in after and who != moved]
    assert [who for who in after if who in stayed] == stayed


@given(st.lists(WISHES, max_size=12))
@settings(max_examples=80, deadline=None)
def test_queue_is_sorted_without_interpreter(wishes: list[tuple[str, str, QueueKind]]) -> None:
    table, _made = play(wishes)
    ranks = [list(QueueKind).index(QueueKind(one.kind)) for one in floor.speaking_queue(table.meeting)]
    assert ranks == sorted(ranks)
    people = [table.meeting.participant(who) for who in line(table.meeting)]
    assert all(one is not None and one.kind not in NON_SPEAKING for one in people)


@given(st.lists(WISHES, max_size=8), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_queue_independent_of_change_order(
    wishes: list[tuple[str, str, QueueKind]], dice: Random
) -> None:
    table, made = play(wishes)
    shuffled, other = list(made), MeetingFixture()
    dice.shuffle(shuffled)
    meeting = other.builder.refresh(other.builder.ledger.add(shuffled))
    assert meeting.queue == table.meeting.queue
    assert line(meeting) == line(table.meeting)


def test_talk_time_stops_with_clocks() -> None:
    table = MeetingFixture()
    table.write(agenda.open_meeting(table.meeting, table.moment()))
    give(table, "p2", 4)
    table.write(agenda.start_break(table.moment()))
    table.wait(10)
    table.write(agenda.resume(table.moment()))
    table.wait(1)
    assert floor.talk_times(table.meeting, table.now)["p2"] == timedelta(minutes=5)


def test_open_turn_ends_with_meeting() -> None:
    table = MeetingFixture()
    table.write(agenda.open_meeting(table.meeting, table.moment()))
    give(table, "p2", 4)
    table.write(agenda.close_meeting(table.moment()))
    table.wait(600)
    assert floor.talk_times(table.meeting, table.now)["p2"] == timedelta(minutes=4)


def test_only_later_of_two_turns_is_counted() -> None:
    table = MeetingFixture()
    table.write((Edit("turns", "a", "who", "p2"), Edit("turns", "a", "began", table.moment().iso)))
    table.wait(2)
    table.write((Edit("turns", "b", "who", "p3"), Edit("turns", "b", "began", table.moment().iso)))
    table.wait(3)
    assert floor.talk_times(table.meeting, table.now) == {"p2": timedelta(minutes=2), "p3": timedelta(minutes=3)}


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
    begun = [one.began for one in turns if one.began]
    passed = max(now - min(begun, default=now), timedelta(0))
    assert all(each >= timedelta(0) for each in spent.values())
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
    table = MeetingFixture()
    for who, minutes in spoke:
        give(table, who, minutes)
    table.write(floor.end_turns(table.meeting, table.moment()))
    one = floor.suggest_speaker(table.meeting, PHASE, table.now)
    assert one is not None
    assert one.id == asked


def test_suggestion_skips_speaker_waiting_and_late() -> None:
    table = MeetingFixture()
    give(table, "p1", 1)
    ask(table, "p2")
    table.write(set_presence(table.meeting, "p3", Presence.LATE, table.moment()))
    one = floor.suggest_speaker(table.meeting, PHASE, table.now)
    assert one is not None
    assert one.id == "p4"
    ask(table, "p4")
    assert floor.suggest_speaker(table.meeting, PHASE, table.now) is None


def test_suggestion_is_per_phase() -> None:
    table = MeetingFixture()
    table.write(floor.give_floor(table.meeting, "p1", "situation", table.moment()))
    table.wait(20)
    give(table, "p3", 1)
    one = floor.suggest_speaker(table.meeting, PHASE, table.now)
    assert one is not None
    assert one.id == "p2", "Åsa has not spoken at all, Maja spoke in another phase"
    assert [each.id for each in floor.unheard_family(table.meeting, PHASE)] == ["p2"]


def test_since_heard() -> None:
    table = MeetingFixture()
    assert floor.since_heard(table.meeting, "p1", table.now) is None
    give(table, "p1", 3)
    assert floor.since_heard(table.meeting, "p1", table.now) == timedelta(0)
    give(table, "p2", 7)
    assert floor.since_heard(table.meeting, "p1", table.now) == timedelta(minutes=7)


def test_talk_shares_have_time_and_turns() -> None:
    table = MeetingFixture()
    for who, minutes in (("p2", 3), ("p3", 1), ("p2", 2)):
        give(table, who, minutes)
    told = {one.participant.id: (one.spoken, one.turns, one.heard, one.speaking) for one in heard_now(table, table.now)}
    assert told["p2"] == (timedelta(minutes=5), 2, True, True)
    assert told["p1"] == (timedelta(0), 0, False, False)
    assert "p5" not in told


def heard_now(table: MeetingFixture, now: datetime) -> tuple[floor.TalkShare, ...]:
    return floor.talk_shares(table.meeting, PHASE, now)
