"""Needs, goals and actions, what they lack, and what the person has been asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.meeting.content import plan, questions
from sip_tui.meeting.content.plan import FINISHED, ActionGap, add_action, asked_count, cycle_manages, toggle_asked
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Horizon, Presence, Status
from sip_tui.meeting.model.meeting import Action, Goal, Meeting
from tests.helpers.meeting_fixture import MeetingFixture


def test_action_without_owner_and_time_has_gaps() -> None:
    fixture = MeetingFixture()
    fixture.write(plan.add_action(fixture.meeting, fixture.moment(), what="ringa skolan"))
    assert plan.action_gaps(fixture.meeting, fixture.meeting.actions[0]) == (
        ActionGap.NO_OWNER,
        ActionGap.NO_WHEN,
        ActionGap.NO_GOAL,
    )


@pytest.mark.parametrize(
    ("what", "who", "taken"),
    [
        ("Skolan och Linda bokar ett möte", "", True),
        ("Skolan och Linda bokar ett möte", "gone", True),
        ("ringa skolan", "p3", True),
        ("Skolan kontaktas", "", False),
        ("ringa skolan", "gone", False),
        ("Karin frågar om skjuts", "", False),
        ("Vi träffas hos mormor", "", True),
    ],
)
def test_who_acts_together_has_taken_it_on(what: str, who: str, taken: bool) -> None:
    fixture = MeetingFixture()
    fixture.write(plan.add_action(fixture.meeting, fixture.moment(), what=what, who=who))
    meeting = fixture.meeting
    assert (ActionGap.NO_OWNER not in plan.action_gaps(meeting, meeting.actions[0])) is taken
    assert ((None, meeting.actions) in plan.actions_by_participant(meeting)) is not taken
    assert (plan.joint_actions(meeting) == meeting.actions) is (taken and who != "p3")


def test_part_of_a_goal_is_short_and_a_main_goal_long() -> None:
    assert (plan.horizon_of("g1"), plan.horizon_of("")) == (Horizon.SHORT, Horizon.LONG)


def test_how_often_counts_as_when() -> None:
    fixture = MeetingFixture()
    goal = fixture.moment()
    fixture.write(plan.add_goal(fixture.meeting, goal, text="sova"))
    fields = {"what": "samtal", "who": "p3", "how_often": "varannan vecka", "goal": goal.row}
    fixture.write(plan.add_action(fixture.meeting, fixture.moment(), **fields))
    assert plan.action_gaps(fixture.meeting, fixture.meeting.actions[0]) == ()


@pytest.mark.parametrize("presence", [Presence.EXCUSED, Presence.MISSING, Presence.LEFT])
def test_absent_owner_is_a_gap(presence: Presence) -> None:
    fixture = MeetingFixture()
    fixture.write(plan.add_action(fixture.meeting, fixture.moment(), what="ringa", who="p3", when="fredag"))
    fixture.set_presence(presence, "p3")
    assert ActionGap.OWNER_ABSENT in plan.action_gaps(fixture.meeting, fixture.meeting.actions[0])


def test_absent_owner_of_something_new_is_to_be_asked() -> None:
    fixture = MeetingFixture()
    fixture.write(plan.add_action(fixture.meeting, fixture.moment(), what="ringa", who="p3", when="fredag"))
    assert not plan.is_to_be_asked(fixture.meeting, fixture.meeting.actions[0])
    fixture.set_presence(Presence.MISSING, "p3")
    action = fixture.meeting.actions[0]
    assert plan.is_to_be_asked(fixture.meeting, action)
    assert not plan.is_to_be_asked(fixture.meeting, replace(action, since="2026-09-01"))
    assert not plan.is_to_be_asked(fixture.meeting, replace(action, status=Status.ONGOING))
    assert not plan.is_to_be_asked(fixture.meeting, replace(action, who=""))


def test_row_without_main_field_is_not_added() -> None:
    fixture = MeetingFixture()
    assert plan.add_action(fixture.meeting, fixture.moment(), what="  ", who="p3") == ()
    assert questions.raise_term(fixture.meeting, "\n", "p3", "needs", fixture.moment()) == ()


def test_goal_with_parent_is_subgoal() -> None:
    fixture = MeetingFixture()
    main, sub = fixture.moment(), fixture.moment()
    fixture.write(plan.add_goal(fixture.meeting, main, text="klara skolan"))
    fixture.write(plan.add_goal(fixture.meeting, sub, text="tre förmiddagar", parent=main.row))
    assert [goal.id for goal in plan.main_goals(fixture.meeting)] == [main.row]
    assert plan.subgoals(fixture.meeting, main.row)[0].horizon is Horizon.SHORT


def test_rows_keep_order_of_adding() -> None:
    fixture = MeetingFixture()
    for what in ("ett", "två", "tre"):
        fixture.write(plan.add_action(fixture.meeting, fixture.moment(), what=what))
    fixture.write(plan.delete_row("actions", fixture.meeting.actions[1].id))
    fixture.write(plan.add_action(fixture.meeting, fixture.moment(), what="fyra"))
    assert [action.what for action in fixture.meeting.actions] == ["ett", "tre", "fyra"]


def promise(fixture: MeetingFixture, what: str, who: str = "", **fields: str) -> str:
    moment = fixture.moment()
    fixture.write(plan.add_action(fixture.meeting, moment, what=what, who=who, **fields))
    return moment.row


def grouped(fixture: MeetingFixture) -> list[tuple[str, list[str]]]:
    return [
        (owner.id if owner else "", [row.what for row in those])
        for owner, those in plan.actions_by_participant(fixture.meeting)
    ]


def test_actions_grouped_in_round_order_unowned_last() -> None:
    fixture = MeetingFixture()
    for who, what in (("p4", "söka"), ("", "köra"), ("p2", "väcka"), ("p1", "gå ut"), ("p4", "ringa"), ("gone", "se")):
        promise(fixture, what, who)
    assert grouped(fixture) == [
        ("p1", ["gå ut"]),
        ("p2", ["väcka"]),
        ("p3", []),
        ("p4", ["söka", "ringa"]),
        ("", ["köra", "se"]),
    ]


def test_actor_without_action_is_listed_by_owner() -> None:
    assert grouped(MeetingFixture()) == [("p3", []), ("p4", [])]


OWNERS = st.lists(st.sampled_from(["", "p1", "p2", "p3", "p4", "p5", "gone"]), max_size=8)


@given(OWNERS)
def test_every_action_appears_once_by_owner(owners: list[str]) -> None:
    fixture = MeetingFixture()
    for number, who in enumerate(owners):
        promise(fixture, f"sak {number}", who)
    told = [what for _, those in grouped(fixture) for what in those]
    assert sorted(told) == sorted(action.what for action in fixture.meeting.actions)
    assert len(told) == len(owners)


@pytest.mark.parametrize(("who", "idle"), [("p1", False), ("p2", False), ("p3", True), ("p5", True), ("", True)])
def test_family_without_own_action_is_idle(who: str, idle: bool) -> None:
    fixture = MeetingFixture()
    assert not plan.is_family_idle(fixture.meeting)
    promise(fixture, "ringa", who)
    assert plan.is_family_idle(fixture.meeting) is idle


def test_cycle_manages_and_no_is_a_gap() -> None:
    fixture = MeetingFixture()
    promise(fixture, "gå ut", "p1", when="fredag")
    told = []
    for _ in range(4):
        [action] = fixture.meeting.actions
        told.append(
            (
                plan.is_strength_unasked(fixture.meeting, action),
                ActionGap.TOO_MUCH in plan.action_gaps(fixture.meeting, action),
            )
        )
        fixture.write(plan.cycle_manages(fixture.meeting, action))
    assert told == [(True, False), (False, False), (False, True), (True, False)]


@pytest.mark.parametrize("who", ["p2", "p3", "", "gone"])
def test_only_person_is_asked_about_strength(who: str) -> None:
    fixture = MeetingFixture()
    row = promise(fixture, "ringa", who)
    fixture.write((Edit("actions", row, "manages", "no"),))
    [action] = fixture.meeting.actions
    assert plan.cycle_manages(fixture.meeting, action) == ()
    assert not plan.is_strength_unasked(fixture.meeting, action)
    assert ActionGap.TOO_MUCH not in plan.action_gaps(fixture.meeting, action)


@pytest.mark.parametrize("status", [Status.ENDED, Status.DONE])
def test_finished_actions_cost_no_strength(status: Status) -> None:
    fixture = MeetingFixture()
    rows = [promise(fixture, what, "p1") for what in ("gå ut", "sova", "äta")]
    fixture.write((Edit("actions", rows[0], "status", status.value), Edit("actions", rows[0], "manages", "no")))
    assert [action.what for action in plan.promised_actions(fixture.meeting)] == ["sova", "äta"]
    assert not plan.actions_with_gaps(fixture.meeting, ActionGap.TOO_MUCH)


@pytest.mark.parametrize("broken", ["maybe", "YES", 1, None])
def test_invalid_manages_value_counts_as_unanswered(broken: str | int | None) -> None:
    fixture = MeetingFixture()
    row = promise(fixture, "gå ut", "p1")
    fixture.write((Edit("actions", row, "manages", broken),))
    assert plan.is_strength_unasked(fixture.meeting, fixture.meeting.actions[0])
    fixture.write(plan.cycle_manages(fixture.meeting, fixture.meeting.actions[0]))
    assert fixture.meeting.actions[0].manages == "yes"


def with_actions(*whose: str) -> MeetingFixture:
    fixture = MeetingFixture()
    for who in whose:
        fixture.write(add_action(fixture.meeting, fixture.moment(), what="Ringa", who=who))
    return fixture


def action(fixture: MeetingFixture, number: int) -> Action:
    return fixture.meeting.actions[number]


def test_toggle_asked_counts_and_toggles_back() -> None:
    fixture = with_actions("p3", "p2", "")
    assert asked_count(fixture.meeting) == (0, 3)
    for number in (0, 2):
        fixture.write(toggle_asked(fixture.meeting, action(fixture, number)))
    assert asked_count(fixture.meeting) == (2, 3)
    fixture.write(toggle_asked(fixture.meeting, action(fixture, 0)))
    assert [action.asked for action in fixture.meeting.actions] == [False, False, True]


@pytest.mark.parametrize(("times", "asked"), [(0, False), (1, True), (2, True), (3, False)])
def test_manages_answer_counts_as_asked(times: int, asked: bool) -> None:
    fixture = with_actions("p1")
    for _time in range(times):
        fixture.write(cycle_manages(fixture.meeting, action(fixture, 0)))
    assert asked_count(fixture.meeting) == (int(asked), 1)
    assert bool(toggle_asked(fixture.meeting, action(fixture, 0))) is not asked


def test_manages_answer_ignored_after_owner_change() -> None:
    fixture = with_actions("p1")
    fixture.write(cycle_manages(fixture.meeting, action(fixture, 0)))
    fixture.write((Edit("actions", action(fixture, 0).id, "who", "p3"),))
    assert asked_count(fixture.meeting) == (0, 1)


@pytest.mark.parametrize("status", Status)
def test_finished_actions_not_counted_as_asked(status: Status) -> None:
    fixture = with_actions("p3")
    fixture.write((Edit("actions", action(fixture, 0).id, "status", status.value),))
    assert asked_count(fixture.meeting) == (0, int(status not in FINISHED))


def test_actions_for_goal_and_for_no_goal() -> None:
    fixture = MeetingFixture()
    goal = fixture.moment()
    fixture.write(plan.add_goal(fixture.meeting, goal, text="sova"))
    for what, serves in (("ringa", goal.row), ("skriva", ""), ("boka", "gone")):
        fixture.write(add_action(fixture.meeting, fixture.moment(), what=what, goal=serves))
    assert [action.what for action in plan.actions_for_goal(fixture.meeting, goal.row)] == ["ringa"]
    assert [action.what for action in plan.actions_for_goal(fixture.meeting, "")] == ["skriva", "boka"]


def test_who_is_taken_off_the_list_leaves_a_name_and_no_role() -> None:
    fixture = MeetingFixture()
    gone = fixture.meeting.participants[-1]
    about = fixture.meeting.about.id
    fixture.write(tuple(Edit("about", about, name, gone.id) for name in ("called_by", "chair")))
    fixture.write(plan.remove_participant(fixture.meeting, gone))
    assert (fixture.meeting.about.called_by, fixture.meeting.about.chair) == (gone.name, "")
    assert fixture.meeting.participant(gone.id) is None


def test_taking_somebody_off_the_list_leaves_other_roles_alone() -> None:
    fixture = MeetingFixture()
    assert plan.remove_participant(fixture.meeting, fixture.meeting.participants[-1]) == plan.delete_row(
        "participants", fixture.meeting.participants[-1].id
    )


def test_goal_is_a_main_goal_when_it_has_subgoals() -> None:
    first, alone = Goal(id="g1", text="Orka"), Goal(id="g2", text="Sova")
    unnamed, named = (Goal(id="g3", text="Lite", horizon=Horizon.SHORT, parent=parent) for parent in ("", "g2"))
    for subgoal, wanted in ((unnamed, [True, False]), (named, [False, True])):
        meeting = Meeting(goals=(first, alone, subgoal))
        assert [plan.has_subgoals(meeting, goal) for goal in (first, alone)] == wanted
    assert not plan.has_subgoals(Meeting(goals=(first, alone)), first)
