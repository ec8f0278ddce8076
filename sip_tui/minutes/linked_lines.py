"""The lines of the pads that became rows of the plan: a document tells them once, where the rows stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from sip_tui.meeting.model.meeting import LIST_TABLES, Meeting
from sip_tui.meeting.notes.pads import pad_id


def drop_linked_lines(meeting: Meeting, allowed: Mapping[str, str]) -> Meeting:
    """Remove the lines of the pads whose rows the audience sees elsewhere, each once.

    A line whose row is off the board, or hidden from the audience, stays, and one that gave its single row nothing.
    """
    shown = {table for table, names in allowed.items() if names}
    there = meeting.rows_by_id(shown & LIST_TABLES.keys())
    links = [link for link in meeting.links if link.pad and link.table in shown]
    links = [link for link in links if (link.table, link.row) in there or (link.gave and link.table not in LIST_TABLES)]
    if not links:
        return meeting
    linked = {pad_id(pad.phase, pad.seat): Counter[str]() for pad in meeting.notes}
    for link in links:
        linked.setdefault(link.pad, Counter())[link.line] += 1
    pads = (replace(pad, text=_without(pad.text, linked[pad_id(pad.phase, pad.seat)])) for pad in meeting.notes)
    return replace(meeting, notes=tuple(pads))


def _without(text: str, linked: Counter[str]) -> str:
    """Remove each linked line once; the last line has no line break yet and is never linked."""
    *complete, last = text.split("\n")
    kept = []
    for line in complete:
        if linked[line.strip()]:
            linked[line.strip()] -= 1
        else:
            kept.append(line)
    return "\n".join([*kept, last])
