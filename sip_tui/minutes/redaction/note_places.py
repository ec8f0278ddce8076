"""Where in the notes words stand, said without the words: "line 3 of the notes on Needs"."""

from __future__ import annotations

import re

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.notes.pads import is_secretary_seat
from sip_tui.resources.meeting_types import part_name


def note_place(meeting: Meeting, words: str) -> str:
    """Return the first line of the secretary's notes with the words; empty where they stand in no line."""
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    for pad in meeting.notes:
        if is_secretary_seat(pad.seat) and (found := whole.search(pad.text)):
            line = pad.text.count("\n", 0, found.start()) + 1
            return _("line {line} of the notes on “{phase}”").format(line=line, phase=part_name(meeting, pad.phase))
    return ""
