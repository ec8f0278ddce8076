"""Before the chair goes on, the program asks once and kindly, and lets the chair go on with a reason."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.content import plan, questions, situation, summary
from sip_tui.meeting.guidance import phase_guard
from sip_tui.meeting.guidance.phase_guard import Concern, ConcernKind
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import HERE as PRESENCE_HERE
from sip_tui.meeting.model.enums import Answer, Presence
from sip_tui.meeting.people import attendance, consent, floor
from sip_tui.meeting.time import agenda
from sip_tui.swedish.dates.vocabulary import read_clock
from tests.helpers.meeting_fixture import MeetingFixture

HERE = ZoneInfo("Europe/Stockholm")

DAY = "2026-11-27"


def opened() -> MeetingFixture:
    fixture = MeetingFixture()
    fixture.open()
    fixture.set_presence(Presence.PRESENT, "p1", "p2", "p3", "p4")
    fixture.write(consent.consent_to_all(fixture.meeting, DAY))
    return fixture


def worries(fixture: MeetingFixture) -> list[ConcernKind]:
    return [concern.kind for concern in phase_guard.concerns_before_leaving(fixture.meeting, fixture.timing)]


def test_person_unheard_raises_concern_in_every_phase() -> None:
    fixture = opened()
    assert worries(fixture) == [ConcernKind.PERSON_UNHEARD]
    fixture.write(floor.give_floor(fixture.meeting, "p1", "opening", fixture.moment()))
    assert worries(fixture) == []
    fixture.write(agenda.enter_phase(fixture.meeting, "needs", fixture.moment()))
    assert worries(fixture) == [ConcernKind.PERSON_UNHEARD]
    fixture.set_presence(Presence.LEFT, "p1")
    assert worries(fixture) == []


def test_situation_concerns_matters_and_works() -> None:
    fixture = opened()
    fixture.write(agenda.enter_phase(fixture.meeting, "situation", fixture.moment()))
    fixture.write(floor.give_floor(fixture.meeting, "p1", "situation", fixture.moment()))
    assert worries(fixture) == [ConcernKind.MATTERS, ConcernKind.WORKS]
    fixture.write(plan.change_row("person", fixture.meeting.person, matters="Att få läsa ifred"))
    assert worries(fixture) == [ConcernKind.WORKS]
    fixture.write(situation.write_account(fixture.meeting, "p3", {"works": "Bilden är rolig"}))
    assert worries(fixture) == []


def test_summary_concern_for_action_without_owner_or_time() -> None:
    fixture = opened()
    fixture.write(agenda.enter_phase(fixture.meeting, "summary", fixture.moment()))
    for what, who, when in (("Ringa", "p3", ""), ("Boka", "", "fredag"), ("Skriva", "p3", "fredag")):
        fixture.write(plan.add_action(fixture.meeting, fixture.moment(), what=what, who=who, when=when))
    bare = [action.id for action in fixture.meeting.actions[:2]]
    assert missed(fixture, ConcernKind.PROMISES) == bare


def test_missing_person_needs_a_decision() -> None:
    fixture = opened()
    fixture.set_presence(Presence.MISSING, "p1")
    assert [participant.id for participant in attendance.undecided_missing(fixture.meeting)] == ["p1"]
    fixture.write(attendance.decide_on_missing(fixture.meeting, attendance.HOLD, fixture.moment()))
    assert attendance.undecided_missing(fixture.meeting) == ()


def test_queue_and_terms_raise_concerns() -> None:
    fixture = opened()
    fixture.write(floor.give_floor(fixture.meeting, "p1", "opening", fixture.moment()))
    fixture.write(
        (Edit("queue", "q1", "who", "p3"), Edit("queue", "q2", "who", "gone"), Edit("queue", "q3", "who", "p3"))
    )
    fixture.write(questions.raise_term(fixture.meeting, "KBT", "p3", "opening", fixture.moment()))
    word = fixture.meeting.terms[0].id
    concerns = phase_guard.concerns_before_leaving(fixture.meeting, fixture.timing)
    assert concerns == (Concern(ConcernKind.QUEUE, ("p3",)), Concern(ConcernKind.TERMS, (word,)))
    fixture.write(questions.answer_term(word, "samtal där man övar"))
    fixture.set_presence(Presence.LEFT, "p3")
    assert worries(fixture) == []


def test_waived_concern_returns_in_next_phase() -> None:
    fixture = opened()
    concern = phase_guard.concerns_before_leaving(fixture.meeting, fixture.timing)[0]
    fixture.write(
        phase_guard.waive_concern(fixture.meeting, "opening", concern, "Maja vill bara lyssna: idag", fixture.moment())
    )
    assert worries(fixture) == []
    assert fixture.meeting.events[-1].text == "person unheard: Maja vill bara lyssna: idag"
    assert phase_guard.waive_concern(fixture.meeting, "opening", concern, "igen", fixture.moment()) == ()
    fixture.write(agenda.enter_phase(fixture.meeting, "needs", fixture.moment()))
    assert worries(fixture) == [ConcernKind.PERSON_UNHEARD]
    fixture.write(agenda.enter_phase(fixture.meeting, "opening", fixture.moment()))
    assert worries(fixture) == []


def test_waiver_needs_no_reason_and_stops_no_clock() -> None:
    fixture = opened()
    concern = phase_guard.concerns_before_leaving(fixture.meeting, fixture.timing)[0]
    fixture.write(phase_guard.waive_concern(fixture.meeting, "opening", concern, " \n", fixture.moment()))
    fixture.wait(2)
    assert worries(fixture) == []
    assert fixture.timing.running


def test_no_concerns_before_opening_or_after_close() -> None:
    fixture = MeetingFixture()
    assert worries(fixture) == []
    fixture = opened()
    fixture.write(agenda.close_meeting(fixture.moment()))
    assert worries(fixture) == []


@pytest.mark.parametrize(
    ("clock", "told"),
    [("13.24", False), ("13.25", True), ("13.40", True), ("13.55", True), ("13.56", False)],
)
def test_leaving_soon_from_quarter_before_to_after(clock: str, told: bool) -> None:
    fixture = opened()
    fixture.write((Edit("participants", "p1", "leaves", "13.40"),))
    hour, minute = (int(part) for part in clock.split("."))
    now = datetime(2026, 11, 27, hour, minute, tzinfo=HERE)
    assert [participant.id for participant in phase_guard.leaving_soon(fixture.meeting, now, read_clock)] == (
        ["p1"] if told else []
    )


def test_leaving_soon_ends_when_goals_confirmed() -> None:
    fixture = opened()
    now = datetime(2026, 11, 27, 13, 30, tzinfo=HERE)
    fixture.write(tuple(Edit("participants", who, "leaves", "kl 13:40") for who in ("p1", "p3", "p4", "p5")))
    assert [participant.id for participant in phase_guard.leaving_soon(fixture.meeting, now, read_clock)] == ["p1"]
    fixture.write(plan.add_goal(fixture.meeting, fixture.moment(), text="Gå till skolan"))
    goal = fixture.meeting.goals[0].id
    fixture.write(plan.add_action(fixture.meeting, fixture.moment(), what="Ringer", who="p3", goal=goal))
    assert [participant.id for participant in phase_guard.leaving_soon(fixture.meeting, now, read_clock)] == [
        "p1",
        "p3",
    ]
    fixture.write(phase_guard.confirm_goal(fixture.meeting, goal, fixture.moment()))
    assert phase_guard.leaving_soon(fixture.meeting, now, read_clock) == ()
    assert phase_guard.confirm_goal(fixture.meeting, goal, fixture.moment()) == ()


@given(st.text() | st.just("9" * 5000) | st.from_regex(r"\A[0-9]{0,3}[.:][0-9]{0,3}\Z"))
def test_any_leaving_time_text_is_accepted(leaves: str) -> None:
    fixture = opened()
    fixture.write((Edit("participants", "p1", "leaves", leaves),))
    found = phase_guard.leaving_soon(fixture.meeting, datetime(2026, 11, 27, 13, 30, tzinfo=HERE), read_clock)
    assert {concern.id for concern in found} <= {"p1"}


def test_key_person_missing_until_substitute_comes() -> None:
    fixture = opened()
    fixture.write(tuple(Edit("participants", who, "key_person", True) for who in ("p2", "p3", "p5")))
    assert attendance.missing_key_people(fixture.meeting) == ()
    fixture.set_presence(Presence.LATE, "p3")
    fixture.set_presence(Presence.MISSING, "p2")
    assert [participant.id for participant in attendance.missing_key_people(fixture.meeting)] == ["p2", "p3"]
    fixture.write((Edit("participants", "p4", "substitute_for", "p3"),))
    assert [participant.id for participant in attendance.missing_key_people(fixture.meeting)] == ["p2"]


@given(
    st.lists(st.tuples(st.sampled_from([*agenda.PHASES, ""]), st.booleans()), max_size=6),
    st.sampled_from(agenda.PHASES),
)
@settings(max_examples=60)
def test_unexplained_term_raises_concern_in_its_phase(words: list[tuple[str, bool]], phase: str) -> None:
    fixture = opened()
    for number, (raised_in, answered) in enumerate(words):
        fixture.write(questions.raise_term(fixture.meeting, f"ord {number}", "p3", raised_in, fixture.moment()))
        if answered:
            fixture.write(questions.answer_term(fixture.meeting.terms[-1].id, "svar"))
    fixture.write(agenda.enter_phase(fixture.meeting, phase, fixture.moment()))
    owed = [f"ord {n}" for n, (raised_in, answered) in enumerate(words) if raised_in in {"", phase} and not answered]
    assert [term.term for term in fixture.meeting.terms if term.id in missed(fixture, ConcernKind.TERMS)] == owed


PICTURES = st.dictionaries(
    st.sampled_from(["p1", "p2", "p3", "p4", "p5"]),
    st.tuples(st.sampled_from(list(Presence)), st.sampled_from([Answer.YES, Answer.NO, Answer.UNANSWERED])),
)


@given(PICTURES, st.sampled_from(agenda.PHASES))
@settings(max_examples=80)
def test_picture_concern_lists_unasked_in_summary(people: dict[str, tuple[Presence, Answer]], phase: str) -> None:
    fixture = opened()
    for who, (presence, same) in people.items():
        fixture.write((Edit("participants", who, "presence", presence),))
        fixture.write(summary.answer_picture(fixture.meeting, who, same))
    fixture.write(agenda.enter_phase(fixture.meeting, phase, fixture.moment()))
    counted = [
        participant.id
        for participant in fixture.meeting.participants
        if participant.id != "p5" and participant.presence in PRESENCE_HERE
    ]
    left = [who for who in counted if not people.get(who, (None, ""))[1]]
    assert missed(fixture, ConcernKind.PICTURE) == (left if phase == "summary" else [])


def test_picture_concern_can_be_waived_once() -> None:
    fixture = opened()
    fixture.write(floor.change_phase(fixture.meeting, "summary", fixture.moment()))
    fixture.write(floor.give_floor(fixture.meeting, "p1", "summary", fixture.moment()))
    (concern,) = phase_guard.concerns_before_leaving(fixture.meeting, fixture.timing)
    assert concern == Concern(ConcernKind.PICTURE, ("p1", "p2", "p3", "p4"))
    fixture.write(phase_guard.waive_concern(fixture.meeting, "summary", concern, "", fixture.moment()))
    assert worries(fixture) == []


def missed(fixture: MeetingFixture, worry: ConcernKind) -> list[str]:
    concerns = phase_guard.concerns_before_leaving(fixture.meeting, fixture.timing)
    return [row for concern in concerns if concern.kind is worry for row in concern.rows]


def test_open_items_before_closing() -> None:
    fixture = MeetingFixture()
    fixture.write(plan.add_action(fixture.meeting, fixture.moment(), what="ringa"))
    fixture.write(questions.raise_term(fixture.meeting, "LPT", "p4", "needs", fixture.moment()))
    ends = phase_guard.find_open_items(fixture.meeting)
    assert ends
    assert [action.what for action in ends.without_when] == ["ringa"]
    assert [term.term for term in ends.terms] == ["LPT"]
    assert len(ends.not_called) == 5
    fixture.write(questions.answer_term(fixture.meeting.terms[0].id, " en lag "))
    assert fixture.meeting.terms[0].answer == "en lag"
    assert phase_guard.find_open_items(fixture.meeting).terms == ()


def test_a_roll_call_that_was_skipped_does_not_silence_the_guard() -> None:
    fixture = opened()
    fixture.write((Edit("participants", "p1", "presence", ""),))
    assert ConcernKind.PERSON_UNHEARD in worries(fixture)
    for away in ("late", "missing", "excused"):
        fixture.write((Edit("participants", "p1", "presence", away),))
        assert ConcernKind.PERSON_UNHEARD not in worries(fixture)
