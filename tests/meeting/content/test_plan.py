"""The plan, the words, the notes, what is still open, and undo."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.meeting.content import plan, questions
from sip_tui.meeting.content.plan import ActionGap
from sip_tui.meeting.guidance.phase_guard import find_open_items
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.undo import UndoStack, inverse_of, with_audit_event
from sip_tui.meeting.model.enums import Horizon, Presence, Status
from sip_tui.meeting.notes.pads import smallest_splice, write_pad
from sip_tui.meeting.people.attendance import set_presence
from tests.helpers.meeting_fixture import MeetingFixture


def test_action_without_owner_and_time_has_gaps() -> None:
    table = MeetingFixture()
    table.write(plan.add_action(table.meeting, table.moment(), what="ringa skolan"))
    assert plan.action_gaps(table.meeting, table.meeting.actions[0]) == (
        ActionGap.NO_OWNER,
        ActionGap.NO_WHEN,
        ActionGap.NO_GOAL,
    )


def test_how_often_counts_as_when() -> None:
    table = MeetingFixture()
    goal = table.moment()
    table.write(plan.add_goal(table.meeting, goal, text="sova"))
    fields = {"what": "samtal", "who": "p3", "how_often": "varannan vecka", "goal": goal.row}
    table.write(plan.add_action(table.meeting, table.moment(), **fields))
    assert plan.action_gaps(table.meeting, table.meeting.actions[0]) == ()


@pytest.mark.parametrize("presence", [Presence.EXCUSED, Presence.MISSING, Presence.LEFT])
def test_absent_owner_is_a_gap(presence: Presence) -> None:
    table = MeetingFixture()
    table.write(plan.add_action(table.meeting, table.moment(), what="ringa", who="p3", when="fredag"))
    table.write(set_presence(table.meeting, "p3", presence, table.moment()))
    assert ActionGap.OWNER_ABSENT in plan.action_gaps(table.meeting, table.meeting.actions[0])


def test_row_without_main_field_is_not_added() -> None:
    table = MeetingFixture()
    assert plan.add_action(table.meeting, table.moment(), what="  ", who="p3") == ()
    assert questions.raise_term(table.meeting, "\n", "p3", "needs", table.moment()) == ()


def test_goal_with_parent_is_subgoal() -> None:
    table = MeetingFixture()
    main, sub = table.moment(), table.moment()
    table.write(plan.add_goal(table.meeting, main, text="klara skolan"))
    table.write(plan.add_goal(table.meeting, sub, text="tre förmiddagar", parent=main.row))
    assert [one.id for one in plan.main_goals(table.meeting)] == [main.row]
    assert plan.subgoals(table.meeting, main.row)[0].horizon is Horizon.SHORT


def test_rows_keep_order_of_adding() -> None:
    table = MeetingFixture()
    for what in ("ett", "två", "tre"):
        table.write(plan.add_action(table.meeting, table.moment(), what=what))
    table.write(plan.delete_row("actions", table.meeting.actions[1].id))
    table.write(plan.add_action(table.meeting, table.moment(), what="fyra"))
    assert [one.what for one in table.meeting.actions] == ["ett", "tre", "fyra"]


def promise(table: MeetingFixture, what: str, who: str = "", **fields: str) -> str:
    moment = table.moment()
    table.write(plan.add_action(table.meeting, moment, what=what, who=who, **fields))
    return moment.row


def grouped(table: MeetingFixture) -> list[tuple[str, list[str]]]:
    return [
        (one.id if one else "", [each.what for each in those])
        for one, those in plan.actions_by_participant(table.meeting)
    ]


def test_actions_grouped_in_round_order_unowned_last() -> None:
    table = MeetingFixture()
    for who, what in (("p4", "söka"), ("", "köra"), ("p2", "väcka"), ("p1", "gå ut"), ("p4", "ringa"), ("gone", "se")):
        promise(table, what, who)
    assert grouped(table) == [
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
    table = MeetingFixture()
    for number, who in enumerate(owners):
        promise(table, f"sak {number}", who)
    told = [what for _, those in grouped(table) for what in those]
    assert sorted(told) == sorted(one.what for one in table.meeting.actions)
    assert len(told) == len(owners)


@pytest.mark.parametrize(("who", "idle"), [("p1", False), ("p2", False), ("p3", True), ("p5", True), ("", True)])
def test_family_without_own_action_is_idle(who: str, idle: bool) -> None:
    table = MeetingFixture()
    assert not plan.is_family_idle(table.meeting)
    promise(table, "ringa", who)
    assert plan.is_family_idle(table.meeting) is idle


def test_cycle_manages_and_no_is_a_gap() -> None:
    table = MeetingFixture()
    promise(table, "gå ut", "p1", when="fredag")
    told = []
    for _ in range(4):
        [action] = table.meeting.actions
        told.append(
            (
                plan.is_strength_unasked(table.meeting, action),
                ActionGap.TOO_MUCH in plan.action_gaps(table.meeting, action),
            )
        )
        table.write(plan.cycle_manages(table.meeting, action))
    assert told == [(True, False), (False, False), (False, True), (True, False)]


@pytest.mark.parametrize("who", ["p2", "p3", "", "gone"])
def test_only_person_is_asked_about_strength(who: str) -> None:
    table = MeetingFixture()
    row = promise(table, "ringa", who)
    table.write((Edit("actions", row, "manages", "no"),))
    [action] = table.meeting.actions
    assert plan.cycle_manages(table.meeting, action) == ()
    assert not plan.is_strength_unasked(table.meeting, action)
    assert ActionGap.TOO_MUCH not in plan.action_gaps(table.meeting, action)


@pytest.mark.parametrize("status", [Status.ENDED, Status.DONE])
def test_finished_actions_cost_no_strength(status: Status) -> None:
    table = MeetingFixture()
    rows = [promise(table, what, "p1") for what in ("gå ut", "sova", "äta")]
    table.write((Edit("actions", rows[0], "status", status.value), Edit("actions", rows[0], "manages", "no")))
    assert [one.what for one in plan.promised_actions(table.meeting)] == ["sova", "äta"]
    assert not plan.actions_with_gaps(table.meeting, ActionGap.TOO_MUCH)


@pytest.mark.parametrize("broken", ["maybe", "YES", 1, None])
def test_invalid_manages_value_counts_as_unanswered(broken: str | int | None) -> None:
    table = MeetingFixture()
    row = promise(table, "gå ut", "p1")
    table.write((Edit("actions", row, "manages", broken),))
    assert plan.is_strength_unasked(table.meeting, table.meeting.actions[0])
    table.write(plan.cycle_manages(table.meeting, table.meeting.actions[0]))
    assert table.meeting.actions[0].manages == "yes"


def test_open_items_before_closing() -> None:
    table = MeetingFixture()
    table.write(plan.add_action(table.meeting, table.moment(), what="ringa"))
    table.write(questions.raise_term(table.meeting, "LPT", "p4", "needs", table.moment()))
    ends = find_open_items(table.meeting)
    assert ends
    assert [one.what for one in ends.without_when] == ["ringa"]
    assert [one.term for one in ends.terms] == ["LPT"]
    assert len(ends.not_called) == 5
    table.write(questions.answer_term(table.meeting.terms[0].id, " en lag "))
    assert table.meeting.terms[0].answer == "en lag"
    assert find_open_items(table.meeting).terms == ()


@given(st.text(max_size=40), st.text(max_size=40))
def test_smallest_splice_turns_one_text_into_other(before: str, after: str) -> None:
    at, gone, comes = smallest_splice(before, after)
    assert isinstance(at, int)
    assert isinstance(gone, int)
    assert before[:at] + str(comes) + before[at + gone :] == after


@given(st.lists(st.text(alphabet="aåé🙂\n#", max_size=20), max_size=8))
def test_pad_reads_what_was_written(texts: list[str]) -> None:
    table = MeetingFixture()
    for text in texts:
        table.write(write_pad(table.meeting, "needs", "secretary", text))
        assert table.meeting.pad_text("needs", "secretary") == text
        assert table.meeting.pad_text("needs", "chair") == ""


def test_key_press_in_long_pad_is_short_splice() -> None:
    long = "rad\n" * 20_000
    assert smallest_splice(long, long + "å") == [len(long), 0, "å"]
    assert smallest_splice("aaa", "aa") == [2, 1, ""]


CELLS = st.tuples(st.sampled_from(["a1", "a2"]), st.sampled_from(["what", "who", "when"]), st.sampled_from("xyz"))


@given(st.lists(CELLS, max_size=6), st.lists(CELLS, min_size=1, max_size=6))
def test_undo_restores_fields_and_logs_event(
    first: list[tuple[str, str, str]], then: list[tuple[str, str, str]]
) -> None:
    table = MeetingFixture()
    table.write(tuple(Edit("actions", *cell) for cell in first))
    before = table.meeting.actions
    edits = tuple(Edit("actions", *cell) for cell in then)
    step = inverse_of(table.builder.ledger, edits)
    table.write(edits)
    table.write(with_audit_event(step, "undo", table.moment()))
    assert table.meeting.actions == before
    assert [one.kind for one in table.meeting.events] == ["undo"]


def test_edits_of_one_group_undo_in_one_step() -> None:
    table, stack = MeetingFixture(), UndoStack()
    for what in ("r", "ri", "ringa"):
        edits = (Edit("actions", "a1", "what", what),)
        stack.push(inverse_of(table.builder.ledger, edits), "form")
        table.write(edits)
    table.write(with_audit_event(stack.pop_undo(), "undo", table.moment()))
    assert table.meeting.actions == ()
    assert stack.pop_undo() == ()
