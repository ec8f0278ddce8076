"""The last deed of a process that is over: the edits that take it back, read from the journals."""

from __future__ import annotations

from collections.abc import Sequence

from sip_tui.meeting.log.change import Change, Edit, Stamp
from sip_tui.meeting.log.ledger import Ledger, TextCell
from sip_tui.meeting.log.undo import UndoStep, inverse_of
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.notes.pads import smallest_splice
from sip_tui.store import MeetingFolder


def inverse_of_last_deed(folder: MeetingFolder, meeting: Meeting) -> UndoStep:
    """Return the edits that take back what was done last and not taken back already; empty when there is nothing."""
    beginning, history = folder.history()
    taken_back = 0
    for stamp, changes in reversed(_deeds(history)):
        if _is_undo(changes):
            taken_back += 1
        elif taken_back:
            taken_back -= 1
        else:
            before = Ledger()
            before.add(change for change in (*beginning, *history) if change.stamp < stamp)
            return (*inverse_of(before, [_edit(change) for change in changes]), *_texts(before, changes, meeting))
    return ()


def _texts(before: Ledger, changes: Sequence[Change], meeting: Meeting) -> UndoStep:
    """Put the texts of the notes back to what they were, for ``inverse_of`` leaves texts alone."""
    pads = {change.row for change in changes if (change.table, change.field) == ("notes", "text")}
    return tuple(
        Edit("notes", pad.id, "text", smallest_splice(pad.text, was.text))
        for pad in meeting.notes
        if pad.id in pads and isinstance(was := before.cell("notes", pad.id, "text"), TextCell)
    )


def _deeds(history: Sequence[Change]) -> list[tuple[Stamp, list[Change]]]:
    """Group changes by what one write made: the same writer in the same millisecond."""
    grouped: dict[tuple[str, int], list[Change]] = {}
    for change in history:
        grouped.setdefault((change.stamp.writer, change.stamp.millis), []).append(change)
    return sorted((changes[0].stamp, changes) for changes in grouped.values())


def _is_undo(changes: Sequence[Change]) -> bool:
    return any((change.table, change.field, change.value) == ("events", "kind", "undo") for change in changes)


def _edit(change: Change) -> Edit:
    return Edit(change.table, change.row, change.field, change.value)
