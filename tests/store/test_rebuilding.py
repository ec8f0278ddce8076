"""A stored meeting goes on as if it had never been stored, and two halves of it become the whole."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.log.change import MIN_STAMP, Change, Edit, Stamp
from sip_tui.meeting.log.ledger import Cell, Ledger
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.store import Archive
from sip_tui.store.row_codec import to_ledger, to_rows
from tests.helpers.archives import ID, WriterProcess, normalized, splice

WRITERS = ("a", "b", "c")
CELLS = (("goals", "g1", "text"), ("actions", "x1", "status"), ("turns", "t1", "who"), ("later", "l1", "new_field"))
VALUES = ("", "new", "done", "Åsa", 7, None, True, ["a", "b"], 1.5)


class Step(NamedTuple):
    """``who`` hears all that ``whom`` has written, and then writes a cell, a pad or nothing."""

    who: str
    whom: str
    cell: tuple[str, str, str] | None
    value: object
    millis: int


steps = st.lists(
    st.builds(
        Step,
        st.sampled_from(WRITERS),
        st.sampled_from(WRITERS),
        st.sampled_from((*CELLS, ("notes", "", "text"), None)),
        st.sampled_from(VALUES),
        st.integers(0, 20),
    ),
    max_size=40,
)


def play(story: Iterable[Step]) -> tuple[dict[str, Ledger], dict[str, list[Change]]]:
    """Let three writers live through the story, each with its own ledger and its own journal."""
    ledgers: dict[str, Ledger] = {name: Ledger() for name in WRITERS}
    journals: dict[str, list[Change]] = {name: [] for name in WRITERS}
    for event in story:
        ledger = ledgers[event.who]
        ledger.add(journals[event.whom])
        changes = ledger.stamp([_edit(event)], event.millis, event.who) if event.cell else []
        ledger.add(changes)
        journals[event.who] += changes
    return ledgers, journals


def _edit(step: Step) -> Edit:
    assert step.cell
    if step.cell[0] == "notes":
        return splice(step.who, step.millis, step.millis % 3, str(step.value))
    return Edit(*step.cell, step.value)  # type: ignore[arg-type]


def beyond(ledger: Ledger, journals: dict[str, list[Change]], order: list[str]) -> list[Change]:
    """What the ledger has not seen, each writer's in its own order."""
    every = [change for name in order for change in journals[name]]
    return [change for change in every if change.stamp > ledger.last_by_writer.get(change.stamp.writer, MIN_STAMP)]


def assert_same(left: Ledger, other: Ledger) -> None:
    assert normalized(left) == normalized(other)
    here, there = MeetingProjection(left).meeting, MeetingProjection(other).meeting
    assert here == there
    assert [row.lost for row in here.goals] == [row.lost for row in there.goals]
    assert (left.last, left.last_by_writer) == (other.last, other.last_by_writer)


@given(steps, st.permutations(WRITERS))
@settings(max_examples=150)
def test_stored_ledger_reads_back_equal_and_goes_on(story: list[Step], order: list[str]) -> None:
    ledgers, journals = play(story)
    ledger = ledgers["a"]
    stored = to_ledger(json.loads(json.dumps(to_rows(ledger))))
    assert_same(stored, ledger)
    later = beyond(ledger, journals, order)
    stored.add(later)
    ledger.add(later)
    assert_same(stored, ledger)


@given(steps)
@settings(max_examples=30)
def test_the_same_holds_through_the_disk(story: list[Step]) -> None:
    ledgers, journals = play(story)
    known = [change for changes in journals.values() for change in changes if has_seen(ledgers["b"], change)]
    with tempfile.TemporaryDirectory() as place:
        Archive(Path(place) / "new").create(ID, known)
        assert_same(Archive(Path(place) / "new").open(ID).load(), ledgers["b"])


def has_seen(ledger: Ledger, change: Change) -> bool:
    return change.stamp <= ledger.last_by_writer.get(change.stamp.writer, MIN_STAMP)


@given(steps, st.lists(st.sampled_from(WRITERS), max_size=10))
@settings(max_examples=40, deadline=None)
def test_checkpoints_at_any_moment_lose_nothing(story: list[Step], checkpoints: list[str]) -> None:
    """Three processes write, and now and then one of them brings the file up to date, however little it has read."""
    with tempfile.TemporaryDirectory() as place:
        Archive(Path(place)).create(ID, [])
        processes = {name: WriterProcess(Path(place), name) for name in WRITERS}
        whole = Ledger()
        for event in story:
            process = processes[event.who]
            process.poll()
            changes = process.ledger.stamp([_edit(event)], event.millis, event.who) if event.cell else []
            process.ledger.add(changes)
            process.folder.append(changes)
            whole.add(changes)
            if checkpoints:
                processes[checkpoints.pop()].folder.checkpoint()
        assert_same(Archive(Path(place)).open(ID).load(), whole)
        for process in processes.values():
            process.folder.leave()


def test_superseded_value_leaves_nothing_in_the_file() -> None:
    ledger = Ledger()
    for number in range(20):
        ledger.add(ledger.stamp([Edit("goals", "g", "text", f"mål {number}")], number, "a"))
    assert "seen" not in to_rows(ledger)["_stamps"][0]


def test_replacement_before_its_original_supersedes_it() -> None:
    old, new = Stamp(1, 0, "a"), Stamp(2, 0, "b")
    ledger = Ledger()
    ledger.add([Change(new, "goals", "g", "text", "nytt", (old,))])
    stored = to_ledger(to_rows(ledger))
    stored.add([Change(old, "goals", "g", "text", "gammalt")])
    cell = stored.tables["goals"]["g"]["text"]
    assert isinstance(cell, Cell)
    assert (cell.value, cell.lost) == ("nytt", ())
