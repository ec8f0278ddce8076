"""Where in the notes words stand, said without the words: "line 3 of the notes on Needs"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.notes.pads import is_secretary_seat
from sip_tui.privacy import context_of
from sip_tui.resources.meeting_types import part_name

WordsInContext = tuple[str, str]
"""Words, and the context of their finding; an empty one where nobody knows it."""


def note_place(meeting: Meeting, words: str, context: str = "") -> str:
    """Return the line of the secretary's notes with the words in that context; empty where they stand in no line."""
    return ", ".join(note_places(meeting, ((words, context),)))


def note_places(meeting: Meeting, words: Iterable[WordsInContext]) -> list[str]:
    """Return the lines of the notes with any of the words, once for each part: "line 1, 2, 12 of …"."""
    lines: dict[str, set[int]] = {}
    for phase, line in filter(None, (_first_place(meeting, *each) for each in words)):
        lines.setdefault(phase, set()).add(line)
    sentence = _("line {line} of the notes on “{phase}”")
    return [
        sentence.format(line=", ".join(map(str, sorted(found))), phase=part_name(meeting, phase))
        for phase, found in lines.items()
    ]


def _first_place(meeting: Meeting, words: str, context: str) -> tuple[str, int] | None:
    """The part of the meeting and the line of the secretary's notes: in its context, else where the words are first."""
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    pads = [pad for pad in meeting.notes if is_secretary_seat(pad.seat)]
    found = [(pad, each.span()) for pad in pads for each in whole.finditer(pad.text)]
    found.sort(key=lambda place: context_of(place[0].text, *place[1]) != context)
    for pad, (start, _end) in found[:1]:
        return pad.phase, pad.text.count("\n", 0, start) + 1
    return None
