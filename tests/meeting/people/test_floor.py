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
from sip_tui.meeting.people import floor, next_speaker
from sip_tui.meeting.time import agenda
from tests.helpers.meeting_fixture import START, MeetingFixture

PHASE = "needs"
EVERYBODY = ("p1", "p2", "p3", "p4", "p5", "nobody")
"""p5 is the interpreter."""


def ask(fixture: MeetingFixture, who: str, kind: QueueKind = QueueKind.TURN) -> None:
    fixture.write(floor.join_queue(fixture.meeting, who, kind))


def give(fixture: MeetingFixture, who: str, minutes: float = 0) -> None:
    fixture.write(floor.give_floor(fixture.meeting, who, PHASE, fixture.moment()))
    fixture.wait(minutes)


def line(meeting: Meeting) -> list[str]:
    return [entry.who for entry in floor.speaking_queue(meeting)]


def test_queue_order_reply_turn_last() -> None:
    fixture = MeetingFixture()
    for who, kind in (("p1", QueueKind.LAST), ("p2", QueueKind.TURN), ("p3", QueueKind.TURN), ("p4", QueueKind.REPLY)):
        ask(fixture, who, kind)
    assert line(fixture.meeting) == ["p4", "p2", "p3", "p1"]


def test_reply_does_not_interrupt_speaker() -> None:
    fixture = MeetingFixture()
    give(fixture, "p3")
    ask(fixture, "p2", QueueKind.REPLY)
    speaker = floor.current_speaker(fixture.meeting)
    assert speaker is not None
    assert (speaker.id, line(fixture.meeting)) == ("p3", ["p2"])


def test_speaker_leaves_queue_and_may_rejoin() -> None:
    fixture = MeetingFixture()
    ask(fixture, "p2")
    ask(fixture, "p3")
    give(fixture, "p3")
    assert line(fixture.meeting) == ["p2"]
    ask(fixture, "p3")
    assert line(fixture.meeting) == ["p2", "p3"]


def test_next_in_queue_is_never_current_speaker() -> None:
    fixture = MeetingFixture()
    give(fixture, "p3")
    ask(fixture, "p3", QueueKind.REPLY)
    assert floor.give_floor_to_next(fixture.meeting, PHASE, fixture.moment()) == ()
    ask(fixture, "p4")
    fixture.write(floor.give_floor_to_next(fixture.meeting, PHASE, fixture.moment()))
    speaker = floor.current_speaker(fixture.meeting)
    assert speaker is not None
    assert speaker.id == "p4"


def test_changed_request_moves_same_queue_entry() -> None:
    fixture = MeetingFixture()
    ask(fixture, "p2")
    ask(fixture, "p3")
    ask(fixture, "p3", QueueKind.REPLY)
    assert line(fixture.meeting) == ["p3", "p2"]
    assert floor.join_queue(fixture.meeting, "p3", QueueKind.REPLY) == ()


def test_queue_place_returns_with_participant() -> None:
    fixture = MeetingFixture()
    ask(fixture, "p3")
    ask(fixture, "p4")
    fixture.set_presence(Presence.LEFT, "p3")
    assert line(fixture.meeting) == ["p4"]
    fixture.set_presence(Presence.PRESENT, "p3")
    assert line(fixture.meeting) == ["p3", "p4"]


@given(st.permutations(["p1", "p2", "p3", "p4"]), st.integers(0, 3), st.sampled_from([-1, 1]))
def test_a_place_in_the_queue_is_changed_with_the_neighbour(order: list[str], at: int, step: int) -> None:
    fixture = MeetingFixture()
    for who in order:
        ask(fixture, who)
    fixture.write(floor.move_in_queue(fixture.meeting, order[at], step))
    if 0 <= at + step < len(order):
        order[at], order[at + step] = order[at + step], order[at]
    assert line(fixture.meeting) == order


def test_nobody_is_moved_before_a_reply_or_after_the_last() -> None:
    fixture = MeetingFixture()
    for who, kind in (("p1", QueueKind.REPLY), ("p2", QueueKind.TURN), ("p3", QueueKind.LAST)):
        ask(fixture, who, kind)
    for who, step in (("p2", -1), ("p2", 1), ("p3", -1), ("p4", 1)):
        assert floor.move_in_queue(fixture.meeting, who, step) == ()


def test_two_seats_join_queue_in_same_row() -> None:
    fixture = MeetingFixture()
    hand = floor.join_queue(fixture.meeting, "p3", QueueKind.TURN)
    fixture.write(hand)
    fixture.write(hand)
    assert [entry.id for entry in fixture.meeting.queue] == ["p3"]


def test_unknown_queue_kind_is_ordinary_turn() -> None:
    fixture = MeetingFixture()
    ask(fixture, "p2")
    fixture.write((Edit("queue", "x", "who", "p3"), Edit("queue", "x", "kind", "point of order")))
    ask(fixture, "p4", QueueKind.REPLY)
    assert line(fixture.meeting) == ["p4", "p2", "p3"]


WISHES = st.tuples(
    st.sampled_from(["ask", "leave", "give", "next"]), st.sampled_from(EVERYBODY), st.sampled_from(QueueKind)
)


def play(wishes: list[tuple[str, str, QueueKind]]) -> tuple[MeetingFixture, list[Change]]:
    """Do what was wished for, and check after every deed what must always hold of a queue."""
    fixture, made = MeetingFixture(), []
    for deed, who, kind in wishes:
        before = line(fixture.meeting)
        changes = fixture.builder.ledger.stamp(
            edits(fixture, deed, who, kind), int(fixture.now.timestamp() * 1000), "table"
        )
        made += changes
        fixture.builder.refresh(fixture.builder.ledger.add(changes))
        check_order(before, line(fixture.meeting), moved=who if deed == "ask" else "")
    return fixture, made


def edits(fixture: MeetingFixture, deed: str, who: str, kind: QueueKind) -> tuple[Edit, ...]:
    match deed:
        case "ask":
            return floor.join_queue(fixture.meeting, who, kind)
        case "leave":
            return floor.leave_queue(fixture.meeting, who)
        case "give":
            return floor.give_floor(fixture.meeting, who, PHASE, fixture.moment())
    return floor.give_floor_to_next(fixture.meeting, PHASE, fixture.moment())


def check_order(before: list[str], after: list[str], moved: str) -> None:
    """Nobody twice, and nobody passes anybody but the one who asked."""
    assert len(after) == len(set(after))
    stayed = [who for who in before if who in after and who != moved]
    assert [who for who in after if who in stayed] == stayed


@given(st.lists(WISHES, max_size=12))
@settings(max_examples=80, deadline=None)
def test_queue_is_sorted_without_interpreter(wishes: list[tuple[str, str, QueueKind]]) -> None:
    fixture, _made = play(wishes)
    ranks = [list(QueueKind).index(QueueKind(entry.kind)) for entry in floor.speaking_queue(fixture.meeting)]
    assert ranks == sorted(ranks)
    people = [fixture.meeting.participant(who) for who in line(fixture.meeting)]
    assert all(person is not None and person.kind not in NON_SPEAKING for person in people)


@given(st.lists(WISHES, max_size=8), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_queue_independent_of_change_order(wishes: list[tuple[str, str, QueueKind]], dice: Random) -> None:
    fixture, made = play(wishes)
    shuffled, other = list(made), MeetingFixture()
    dice.shuffle(shuffled)
    meeting = other.builder.refresh(other.builder.ledger.add(shuffled))
    assert meeting.queue == fixture.meeting.queue
    assert line(meeting) == line(fixture.meeting)


def test_talk_time_stops_with_clocks() -> None:
    fixture = MeetingFixture()
    fixture.open()
    give(fixture, "p2", 4)
    fixture.write(agenda.start_break(fixture.moment()))
    fixture.wait(10)
    fixture.write(agenda.resume(fixture.moment()))
    fixture.wait(1)
    assert floor.talk_times(fixture.meeting, fixture.now)["p2"] == timedelta(minutes=5)


def test_open_turn_ends_with_meeting() -> None:
    fixture = MeetingFixture()
    fixture.open()
    give(fixture, "p2", 4)
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
        give(fixture, who, minutes)
    fixture.write(floor.end_turns(fixture.meeting, fixture.moment()))
    suggested = next_speaker.suggest_speaker(fixture.meeting, PHASE, fixture.now)
    assert suggested is not None
    assert suggested.id == asked


def test_suggestion_skips_speaker_waiting_and_late() -> None:
    fixture = MeetingFixture()
    give(fixture, "p1", 1)
    ask(fixture, "p2")
    fixture.set_presence(Presence.LATE, "p3")
    suggested = next_speaker.suggest_speaker(fixture.meeting, PHASE, fixture.now)
    assert suggested is not None
    assert suggested.id == "p4"
    ask(fixture, "p4")
    assert next_speaker.suggest_speaker(fixture.meeting, PHASE, fixture.now) is None


def test_suggestion_is_per_phase() -> None:
    fixture = MeetingFixture()
    fixture.write(floor.give_floor(fixture.meeting, "p1", "situation", fixture.moment()))
    fixture.wait(20)
    give(fixture, "p3", 1)
    suggested = next_speaker.suggest_speaker(fixture.meeting, PHASE, fixture.now)
    assert suggested is not None
    assert suggested.id == "p2", "Åsa has not spoken at all, Maja spoke in another phase"
    assert [participant.id for participant in floor.unheard_family(fixture.meeting, PHASE)] == ["p2"]


def test_since_heard() -> None:
    fixture = MeetingFixture()
    assert floor.since_heard(fixture.meeting, "p1", fixture.now) is None
    give(fixture, "p1", 3)
    assert floor.since_heard(fixture.meeting, "p1", fixture.now) == timedelta(0)
    give(fixture, "p2", 7)
    assert floor.since_heard(fixture.meeting, "p1", fixture.now) == timedelta(minutes=7)


def test_talk_shares_have_time_and_turns() -> None:
    fixture = MeetingFixture()
    for who, minutes in (("p2", 3), ("p3", 1), ("p2", 2)):
        give(fixture, who, minutes)
    told = {
        share.participant.id: (share.spoken, share.turns, share.heard, share.speaking)
        for share in heard_now(fixture, fixture.now)
    }
    assert told["p2"] == (timedelta(minutes=5), 2, True, True)
    assert told["p1"] == (timedelta(0), 0, False, False)
    assert "p5" not in told


def heard_now(fixture: MeetingFixture, now: datetime) -> tuple[floor.TalkShare, ...]:
    return floor.talk_shares(fixture.meeting, PHASE, now)


def test_two_who_have_more_than_half_of_the_talk_are_told() -> None:
    fixture = MeetingFixture()
    fixture.write(agenda.open_meeting(fixture.meeting, fixture.moment()))
    names = [Edit("participants", row, "kind", "actor") for row in ("x1", "x2", "x3", "x4", "x5")]
    fixture.write((*names, Edit("participants", "p1", "kind", "person")))
    for who, minutes in (("x1", 4), ("x2", 4), ("x3", 1)):
        give(fixture, who, minutes)
    assert floor.talkative_pair(fixture.meeting, fixture.now) == ()
    give(fixture, "p1", 20)
    assert floor.talkative_pair(fixture.meeting, fixture.now) == ()
    give(fixture, "x2", 20)
    pair = floor.talkative_pair(fixture.meeting, fixture.now)
    assert [participant.id for participant in pair] == ["x2", "x1"]
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
