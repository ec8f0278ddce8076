"""Where in the notes words stand, said without the words: "line 3 of the notes on Needs"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.notes.pads import is_secretary_seat
from sip_tui.resources.meeting_types import part_name


def note_place(meeting: Meeting, words: str) -> str:
    """Return the first line of the secretary's notes with the words; empty where they stand in no line."""
    return ", ".join(note_places(meeting, (words,)))


def note_places(meeting: Meeting, words: Iterable[str]) -> list[str]:
    """Return the lines of the notes where any of the words stands first, once for each part: "line 1, 2, 12 of …"."""
    lines: dict[str, set[int]] = {}
    for phase, line in filter(None, (_first_place(meeting, each) for each in words)):
        lines.setdefault(phase, set()).add(line)
    sentence = _("line {line} of the notes on “{phase}”")
    return [
        sentence.format(line=", ".join(map(str, sorted(found))), phase=part_name(meeting, phase))
        for phase, found in lines.items()
    ]


def _first_place(meeting: Meeting, words: str) -> tuple[str, int] | None:
    """The part of the meeting and the line of the secretary's notes."""
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    for pad in meeting.notes:
        if is_secretary_seat(pad.seat) and (found := whole.search(pad.text)):
            return pad.phase, pad.text.count("\n", 0, found.start()) + 1
    return None
