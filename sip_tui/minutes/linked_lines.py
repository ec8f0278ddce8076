"""Lines of the notes that have become rows: the minutes do not say twice what the plan says, and show no tag.

Lines are taken away before anything is masked, and nothing of a link itself is ever told: what is left of the notes
goes the way of all notes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sip_tui.meeting.model.meeting import LIST_TABLES, Meeting
from sip_tui.meeting.notes.linked_rows import row_of_link
from sip_tui.meeting.notes.pads import pad_id
from sip_tui.meeting.notes.tags import parse_tagged
from sip_tui.minutes.access import FIELDS


def without_linked(meeting: Meeting, audience: str) -> Meeting:
    """Give the meeting with the pads as this audience should read them.

    Args:
        meeting: All of it, as it was written.
        audience: One of ``AUDIENCES``.

    Returns:
        The meeting without the lines whose rows this audience sees elsewhere. A line whose row was taken off the
        board, or is not for this audience, stays in the notes.
    """
    shown = {table for table, names in FIELDS[audience].items() if names and table in LIST_TABLES}
    links = [one for one in meeting.links if one.pad and one.table in shown and row_of_link(meeting, one)]
    pads = (
        replace(pad, text=_without(pad.text, Counter(one.line for one in links if one.pad == name)))
        for pad in meeting.notes
        for name in (pad_id(pad.phase, pad.seat),)
    )
    return replace(meeting, notes=tuple(pads)) if links else meeting


def untagged(text: str) -> str:
    """Give the notes with every tagged line as what it says, without its tag."""
    if "#" not in text:
        return text
    return "\n".join(found.rest if (found := parse_tagged(line)) else line for line in text.split("\n"))


def _without(text: str, linked: Counter[str]) -> str:
    """Take away each linked line once; the last line has not been ended by a line break and is never linked."""
    *complete, last = text.split("\n")
    kept = []
    for line in complete:
        if linked[line.strip()]:
            linked[line.strip()] -= 1
        else:
            kept.append(line)
    return "\n".join([*kept, last])
