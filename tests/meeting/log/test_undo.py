"""Undo steps, and the stack of what can be undone and redone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.undo import UndoStack, inverse_of, own_part, with_audit_event
from sip_tui.meeting.notes.pads import smallest_splice
from tests.helpers.meeting_fixture import MeetingFixture

CELLS = st.tuples(st.sampled_from(["a1", "a2"]), st.sampled_from(["what", "who", "when"]), st.sampled_from("xyz"))


@given(st.lists(CELLS, max_size=6), st.lists(CELLS, min_size=1, max_size=6))
def test_undo_restores_fields_and_logs_event(
    first: list[tuple[str, str, str]], then: list[tuple[str, str, str]]
) -> None:
    fixture = MeetingFixture()
    fixture.write(tuple(Edit("actions", *cell) for cell in first))
    before = fixture.meeting.actions
    edits = tuple(Edit("actions", *cell) for cell in then)
    step = inverse_of(fixture.builder.ledger, edits)
    fixture.write(edits)
    fixture.write(with_audit_event(step, "undo", fixture.moment()))
    assert fixture.meeting.actions == before
    assert [event.kind for event in fixture.meeting.events] == ["undo"]


def test_edits_of_one_group_undo_in_one_step() -> None:
    fixture, stack = MeetingFixture(), UndoStack()
    for what in ("r", "ri", "ringa"):
        edits = (Edit("actions", "a1", "what", what),)
        stack.push(inverse_of(fixture.builder.ledger, edits), "form")
        fixture.write(edits)
    fixture.write(with_audit_event(stack.pop_undo(), "undo", fixture.moment()))
    assert fixture.meeting.actions == ()
    assert stack.pop_undo() == ()


def test_group_ends_when_told() -> None:
    stack = UndoStack()
    stack.end_group()
    first, second = Edit("goals", "g1", "text", "a"), Edit("goals", "g1", "text", "b")
    stack.push((first,), "form")
    stack.end_group()
    stack.push((second,), "form")
    assert [stack.pop_undo(), stack.pop_undo(), stack.pop_undo()] == [(second,), (first,), ()]


def test_redo_until_something_new_is_done() -> None:
    stack = UndoStack()
    steps = [(Edit("goals", "g1", "text", text),) for text in "abc"]
    stack.push_redo(steps[0])
    stack.push_redo(steps[1])
    assert stack.pop_redo() == steps[1]
    stack.push_redone(steps[2])
    assert stack.pop_undo() == steps[2]
    stack.push(steps[2])
    assert stack.pop_redo() == ()


def test_pads_and_single_rows_are_not_deleted_by_undo() -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("notes", "needs-chair", "text", smallest_splice("", "a")),))
    edits = (
        Edit("notes", "needs-chair", "text", smallest_splice("a", "b")),
        Edit("between", "between", "phone", "112"),
    )
    assert inverse_of(fixture.builder.ledger, edits) == (Edit("between", "between", "phone", None),)
    assert with_audit_event((), "undo", fixture.moment()) == ()


def test_only_what_still_holds_ones_own_is_undone() -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("actions", "a1", "what", "Ringa"), Edit("actions", "a1", "when", "måndag")))
    ledger = fixture.builder.ledger
    [own] = ledger.last_by_writer
    row, when = Edit("actions", "a1", "deleted", True), Edit("actions", "a1", "when", "")
    new = Edit("x", "y", "z", 1)
    assert own_part(ledger, (row, when, new), {own}) == (row, when, new)
    ledger.add(ledger.stamp([Edit("actions", "a1", "when", "tisdag")], 99_999_999_999_999, "other"))
    assert own_part(ledger, (row, when, new), {own}) == (new,)


def test_removed_row_of_somebody_else_comes_back() -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("actions", "a1", "what", "Ringa"),))
    ledger = fixture.builder.ledger
    ledger.add(ledger.stamp([Edit("actions", "a1", "deleted", True)], 99_999_999_999_999, "mine"))
    back = Edit("actions", "a1", "deleted", False)
    assert own_part(ledger, (back,), {"mine"}) == (back,)
    assert own_part(ledger, (back,), {"other"}) == ()


def test_steps_of_an_earlier_process_come_first() -> None:
    stack = UndoStack()
    stack.push((Edit("goals", "g1", "text", "b"),))
    stack.restore([("", (Edit("goals", "g1", "text", "a"),))])
    assert [edits[0].value for _group, edits in stack.steps] == ["a", "b"]
    assert stack.latest == stack.pop_undo()
    stack.pop_undo()
    assert stack.latest == ()
