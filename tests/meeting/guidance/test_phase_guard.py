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
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.swedish.dates.clock import read_clock
from tests.helpers.meeting_fixture import MeetingFixture

HERE = ZoneInfo("Europe/Stockholm")


def opened() -> MeetingFixture:
    table = MeetingFixture()
    table.write(agenda.open_meeting(table.meeting, table.moment()))
    for who in ("p1", "p2", "p3", "p4"):
        table.write(attendance.set_presence(table.meeting, who, Presence.PRESENT, table.moment()))
    table.write(consent.consent_to_all(table.meeting))
    return table


def worries(table: MeetingFixture) -> list[ConcernKind]:
    return [one.kind for one in phase_guard.concerns_before_leaving(table.meeting, timing_at(table.meeting, table.now))]


def test_person_unheard_raises_concern_in_every_phase() -> None:
    table = opened()
    assert worries(table) == [ConcernKind.PERSON_UNHEARD]
    table.write(floor.give_floor(table.meeting, "p1", "opening", table.moment()))
    assert worries(table) == []
    table.write(agenda.enter_phase(table.meeting, "needs", table.moment()))
    assert worries(table) == [ConcernKind.PERSON_UNHEARD]
    table.write(attendance.set_presence(table.meeting, "p1", Presence.LEFT, table.moment()))
    assert worries(table) == []


def test_situation_concerns_matters_and_works() -> None:
    table = opened()
    table.write(agenda.enter_phase(table.meeting, "situation", table.moment()))
    table.write(floor.give_floor(table.meeting, "p1", "situation", table.moment()))
    assert worries(table) == [ConcernKind.MATTERS, ConcernKind.WORKS]
    table.write(plan.change_row("person", table.meeting.person, matters="Att få läsa ifred"))
    assert worries(table) == [ConcernKind.WORKS]
    table.write(situation.write_account(table.meeting, "p3", {"works": "Bilden är rolig"}))
    assert worries(table) == []


def test_summary_concern_for_action_without_owner_or_time() -> None:
    table = opened()
    table.write(agenda.enter_phase(table.meeting, "summary", table.moment()))
    for what, who, when in (("Ringa", "p3", ""), ("Boka", "", "fredag"), ("Skriva", "p3", "fredag")):
        table.write(plan.add_action(table.meeting, table.moment(), what=what, who=who, when=when))
    bare = [one.id for one in table.meeting.actions[:2]]
    assert missed(table, ConcernKind.PROMISES) == bare


def test_missing_person_needs_a_decision() -> None:
    table = opened()
    table.write(attendance.set_presence(table.meeting, "p1", Presence.MISSING, table.moment()))
    assert [one.id for one in attendance.undecided_missing(table.meeting)] == ["p1"]
    table.write(attendance.decide_on_missing(table.meeting, attendance.HOLD, table.moment()))
    assert attendance.undecided_missing(table.meeting) == ()


def test_queue_and_terms_raise_concerns() -> None:
    table = opened()
    table.write(floor.give_floor(table.meeting, "p1", "opening", table.moment()))
    table.write(
        (Edit("queue", "q1", "who", "p3"), Edit("queue", "q2", "who", "gone"), Edit("queue", "q3", "who", "p3"))
    )
    table.write(questions.raise_term(table.meeting, "KBT", "p3", "opening", table.moment()))
    word = table.meeting.terms[0].id
    concerns = phase_guard.concerns_before_leaving(table.meeting, timing_at(table.meeting, table.now))
    assert concerns == (Concern(ConcernKind.QUEUE, ("p3",)), Concern(ConcernKind.TERMS, (word,)))
    table.write(questions.answer_term(word, "samtal där man övar"))
    table.write(attendance.set_presence(table.meeting, "p3", Presence.LEFT, table.moment()))
    assert worries(table) == []


def test_waived_concern_returns_in_next_phase() -> None:
    table = opened()
    concern = phase_guard.concerns_before_leaving(table.meeting, timing_at(table.meeting, table.now))[0]
    table.write(
        phase_guard.waive_concern(table.meeting, "opening", concern, "Maja vill bara lyssna: idag", table.moment())
    )
    assert worries(table) == []
    assert table.meeting.events[-1].text == "person unheard: Maja vill bara lyssna: idag"
    assert phase_guard.waive_concern(table.meeting, "opening", concern, "igen", table.moment()) == ()
    table.write(agenda.enter_phase(table.meeting, "needs", table.moment()))
    assert worries(table) == [ConcernKind.PERSON_UNHEARD]
    table.write(agenda.enter_phase(table.meeting, "opening", table.moment()))
    assert worries(table) == []


def test_waiver_needs_no_reason_and_stops_no_clock() -> None:
    table = opened()
    concern = phase_guard.concerns_before_leaving(table.meeting, timing_at(table.meeting, table.now))[0]
    table.write(phase_guard.waive_concern(table.meeting, "opening", concern, " \n", table.moment()))
    table.wait(2)
    assert worries(table) == []
    assert timing_at(table.meeting, table.now).running


def test_no_concerns_before_opening_or_after_close() -> None:
    table = MeetingFixture()
    assert worries(table) == []
    table = opened()
    table.write(agenda.close_meeting(table.moment()))
    assert worries(table) == []


@pytest.mark.parametrize(
    ("clock", "told"),
    [("13.24", False), ("13.25", True), ("13.40", True), ("13.55", True), ("13.56", False)],
)
def test_leaving_soon_from_quarter_before_to_after(clock: str, told: bool) -> None:
    table = opened()
    table.write((Edit("participants", "p1", "leaves", "13.40"),))
    hour, minute = (int(part) for part in clock.split("."))
    now = datetime(2026, 11, 27, hour, minute, tzinfo=HERE)
    assert [one.id for one in phase_guard.leaving_soon(table.meeting, now, read_clock)] == (["p1"] if told else [])


def test_leaving_soon_ends_when_goals_confirmed() -> None:
    table = opened()
    now = datetime(2026, 11, 27, 13, 30, tzinfo=HERE)
    table.write(tuple(Edit("participants", who, "leaves", "kl 13:40") for who in ("p1", "p3", "p4", "p5")))
    assert [one.id for one in phase_guard.leaving_soon(table.meeting, now, read_clock)] == ["p1"]
    table.write(plan.add_goal(table.meeting, table.moment(), text="Gå till skolan"))
    goal = table.meeting.goals[0].id
    table.write(plan.add_action(table.meeting, table.moment(), what="Ringer", who="p3", goal=goal))
    assert [one.id for one in phase_guard.leaving_soon(table.meeting, now, read_clock)] == ["p1", "p3"]
    table.write(phase_guard.confirm_goal(table.meeting, goal, table.moment()))
    assert phase_guard.leaving_soon(table.meeting, now, read_clock) == ()
    assert phase_guard.confirm_goal(table.meeting, goal, table.moment()) == ()


@given(st.text() | st.just("9" * 5000) | st.from_regex(r"\A[0-9]{0,3}[.:][0-9]{0,3}\Z"))
def test_any_leaving_time_text_is_accepted(leaves: str) -> None:
    table = opened()
    table.write((Edit("participants", "p1", "leaves", leaves),))
    found = phase_guard.leaving_soon(table.meeting, datetime(2026, 11, 27, 13, 30, tzinfo=HERE), read_clock)
    assert {one.id for one in found} <= {"p1"}


def test_key_person_missing_until_substitute_comes() -> None:
    table = opened()
    table.write(tuple(Edit("participants", who, "key_person", True) for who in ("p2", "p3", "p5")))
    assert attendance.missing_key_people(table.meeting) == ()
    table.write(attendance.set_presence(table.meeting, "p3", Presence.LATE, table.moment()))
    table.write(attendance.set_presence(table.meeting, "p2", Presence.MISSING, table.moment()))
    assert [one.id for one in attendance.missing_key_people(table.meeting)] == ["p2", "p3"]
    table.write((Edit("participants", "p4", "substitute_for", "p3"),))
    assert [one.id for one in attendance.missing_key_people(table.meeting)] == ["p2"]


@given(
    st.lists(st.tuples(st.sampled_from([*agenda.PHASES, ""]), st.booleans()), max_size=6),
    st.sampled_from(agenda.PHASES),
)
@settings(max_examples=60)
def test_unexplained_term_raises_concern_in_its_phase(words: list[tuple[str, bool]], phase: str) -> None:
    table = opened()
    for number, (raised_in, answered) in enumerate(words):
        table.write(questions.raise_term(table.meeting, f"ord {number}", "p3", raised_in, table.moment()))
        if answered:
            table.write(questions.answer_term(table.meeting.terms[-1].id, "svar"))
    table.write(agenda.enter_phase(table.meeting, phase, table.moment()))
    owed = [f"ord {n}" for n, (raised_in, answered) in enumerate(words) if raised_in in {"", phase} and not answered]
    assert [one.term for one in table.meeting.terms if one.id in missed(table, ConcernKind.TERMS)] == owed


PICTURES = st.dictionaries(
    st.sampled_from(["p1", "p2", "p3", "p4", "p5"]),
    st.tuples(st.sampled_from(list(Presence)), st.sampled_from([Answer.YES, Answer.NO, Answer.UNANSWERED])),
)


@given(PICTURES, st.sampled_from(agenda.PHASES))
@settings(max_examples=80)
def test_picture_concern_lists_unasked_in_summary(people: dict[str, tuple[Presence, Answer]], phase: str) -> None:
    table = opened()
    for who, (presence, same) in people.items():
        table.write((Edit("participants", who, "presence", presence),))
        table.write(summary.answer_picture(table.meeting, who, same))
    table.write(agenda.enter_phase(table.meeting, phase, table.moment()))
    counted = [one.id for one in table.meeting.participants if one.id != "p5" and one.presence in PRESENCE_HERE]
    left = [who for who in counted if not people.get(who, (None, ""))[1]]
    assert missed(table, ConcernKind.PICTURE) == (left if phase == "summary" else [])


def test_picture_concern_can_be_waived_once() -> None:
    table = opened()
    table.write(floor.change_phase(table.meeting, "summary", table.moment()))
    table.write(floor.give_floor(table.meeting, "p1", "summary", table.moment()))
    (concern,) = phase_guard.concerns_before_leaving(table.meeting, timing_at(table.meeting, table.now))
    assert concern == Concern(ConcernKind.PICTURE, ("p1", "p2", "p3", "p4"))
    table.write(phase_guard.waive_concern(table.meeting, "summary", concern, "", table.moment()))
    assert worries(table) == []


def missed(table: MeetingFixture, worry: ConcernKind) -> list[str]:
    concerns = phase_guard.concerns_before_leaving(table.meeting, timing_at(table.meeting, table.now))
    return [row for one in concerns if one.kind is worry for row in one.rows]
