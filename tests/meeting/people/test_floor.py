"""The floor in full: who waits, in which order, for how long each has spoken, and whom to ask."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.log.change import Change, Edit
from sip_tui.meeting.model.enums import NON_SPEAKING, Presence, QueueKind
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people import floor
from tests.helpers.meeting_fixture import MeetingFixture

PHASE = "needs"
EVERYBODY = ("p1", "p2", "p3", "p4", "p5", "nobody")
"""p5 is the interpreter."""


def line(meeting: Meeting) -> list[str]:
    return [entry.who for entry in floor.speaking_queue(meeting)]


def test_queue_order_reply_turn_last() -> None:
    fixture = MeetingFixture()
    for who, kind in (("p1", QueueKind.LAST), ("p2", QueueKind.TURN), ("p3", QueueKind.TURN), ("p4", QueueKind.REPLY)):
        fixture.join_queue(who, kind)
    assert line(fixture.meeting) == ["p4", "p2", "p3", "p1"]


def test_reply_does_not_interrupt_speaker() -> None:
    fixture = MeetingFixture()
    fixture.give_floor("p3")
    fixture.join_queue("p2", QueueKind.REPLY)
    speaker = floor.current_speaker(fixture.meeting)
    assert speaker is not None
    assert (speaker.id, line(fixture.meeting)) == ("p3", ["p2"])


def test_speaker_leaves_queue_and_may_rejoin() -> None:
    fixture = MeetingFixture()
    fixture.join_queue("p2")
    fixture.join_queue("p3")
    fixture.give_floor("p3")
    assert line(fixture.meeting) == ["p2"]
    fixture.join_queue("p3")
    assert line(fixture.meeting) == ["p2", "p3"]


def test_next_in_queue_is_never_current_speaker() -> None:
    fixture = MeetingFixture()
    fixture.give_floor("p3")
    fixture.join_queue("p3", QueueKind.REPLY)
    assert floor.give_floor_to_next(fixture.meeting, PHASE, fixture.moment()) == ()
    fixture.join_queue("p4")
    fixture.write(floor.give_floor_to_next(fixture.meeting, PHASE, fixture.moment()))
    speaker = floor.current_speaker(fixture.meeting)
    assert speaker is not None
    assert speaker.id == "p4"


def test_changed_request_moves_same_queue_entry() -> None:
    fixture = MeetingFixture()
    fixture.join_queue("p2")
    fixture.join_queue("p3")
    fixture.join_queue("p3", QueueKind.REPLY)
    assert line(fixture.meeting) == ["p3", "p2"]
    assert floor.join_queue(fixture.meeting, "p3", QueueKind.REPLY) == ()


def test_queue_place_returns_with_participant() -> None:
    fixture = MeetingFixture()
    fixture.join_queue("p3")
    fixture.join_queue("p4")
    fixture.set_presence(Presence.LEFT, "p3")
    assert line(fixture.meeting) == ["p4"]
    fixture.set_presence(Presence.PRESENT, "p3")
    assert line(fixture.meeting) == ["p3", "p4"]


@given(st.permutations(["p1", "p2", "p3", "p4"]), st.integers(0, 3), st.sampled_from([-1, 1]))
def test_a_place_in_the_queue_is_changed_with_the_neighbour(order: list[str], at: int, step: int) -> None:
    fixture = MeetingFixture()
    for who in order:
        fixture.join_queue(who)
    fixture.write(floor.move_in_queue(fixture.meeting, order[at], step))
    if 0 <= at + step < len(order):
        order[at], order[at + step] = order[at + step], order[at]
    assert line(fixture.meeting) == order


def test_nobody_is_moved_before_a_reply_or_after_the_last() -> None:
    fixture = MeetingFixture()
    for who, kind in (("p1", QueueKind.REPLY), ("p2", QueueKind.TURN), ("p3", QueueKind.LAST)):
        fixture.join_queue(who, kind)
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
    fixture.join_queue("p2")
    fixture.write((Edit("queue", "x", "who", "p3"), Edit("queue", "x", "kind", "point of order")))
    fixture.join_queue("p4", QueueKind.REPLY)
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


def test_those_who_wait_change_places() -> None:
    fixture = MeetingFixture()
    for who in ("p2", "p3"):
        fixture.join_queue(who)
    fixture.write(floor.move_in_queue(fixture.meeting, "p3", -1))
    assert line(fixture.meeting) == ["p3", "p2"]
    assert floor.move_in_queue(fixture.meeting, "p3", -1) == ()
    assert floor.speaker_numbers(fixture.meeting) == {"p1": 1, "p2": 2, "p3": 3, "p4": 4}


def test_turn_without_a_beginning_takes_no_time() -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("turns", "t1", "who", "p2"),))
    assert floor.talk_times(fixture.meeting, fixture.now) == {}
