"""``sip-tui notes``: append a text to the secretary's pad; its tagged lines become rows as if typed there."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Sequence

from sip_tui.cli import console
from sip_tui.cli.console import read_text
from sip_tui.cli.errors import DONE, CommandRefusedError, UsageError
from sip_tui.cli.meetings import open_folder
from sip_tui.i18n.translation import _, language, ngettext
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.model.text import clean
from sip_tui.meeting.notes.meant_tags import tag_meant
from sip_tui.meeting.notes.pads import pad_id, parse_tagged
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.meeting_file.errors import closest_match
from sip_tui.meeting_file.vocabulary import PHASE_NAMES
from sip_tui.parsing.tagged_line import meeting_day, write_notes
from sip_tui.resources.guidance import phase_name
from sip_tui.resources.meeting_types import part_name, phases_by_name
from sip_tui.session.session import MeetingSession
from sip_tui.sync.settings import secretary_seat

_LIST_SIGN = re.compile(r"\s*[-*+•]\s+(?=#)")
_TOLD = 4
"""Words of a line that are said to tell which one is meant."""


def notes(options: Namespace) -> int:
    """Append a text to the pad of a phase in one write; report what was added."""
    wanted = _phase(options.phase) if options.phase is not None else ""
    text = _text(options.file)
    folder = open_folder(options)
    try:
        # Claimed before the meeting is read: nobody else writes in this pad from here on.
        first = secretary_seat(folder)
        seat = folder.claim_seat(first)
        session = MeetingSession(folder)
        for warning in folder.warnings:
            console.write_warning(warning)
        phase = wanted or timing_at(session.meeting, session.now()).phase or PHASES[0]
        edits = _edits(session, phase, seat, text)
        session.write(edits, step=None)
        session.keep()
    finally:
        folder.leave()
    if seat != first:
        console.write_note(_("Someone else is already the secretary. These notes are your own, and both are kept."))
    _report(session.meeting, text, phase, seat, edits)
    _tell_meant_tags(text)
    return DONE


def _phase(name: str) -> str:
    """Return the phase with this key, or this name in Swedish or English."""
    names = {**PHASE_NAMES, **phases_by_name()}
    if found := names.get(" ".join(name.casefold().split())):
        return found
    near, known = closest_match(name, names), ", ".join(map(phase_name, PHASES))
    right = _("did you mean {word}?").format(word=near) if near else _("there are {words}").format(words=known)
    raise UsageError(_("no part of the meeting is called {name}; {right}").format(name=name, right=right))


def _text(file: str) -> str:
    """Read the text, cleaned as the pad cleans typed text, with its last line ended."""
    text = clean(read_text(file).removeprefix("\ufeff")).rstrip("\n")
    if not text.strip():
        raise CommandRefusedError(_("There is no text to add; give the notes in a file or on stdin."))
    return "".join(f"{_without_list_sign(line)}\n" for line in text.split("\n"))


def _without_list_sign(line: str) -> str:
    """Return a tagged line of a list, "- #mål sova", as the pad has it; any other line as it is."""
    found = _LIST_SIGN.match(line)
    return line[found.end() :] if found and parse_tagged(line[found.end() :]) else line


def _edits(session: MeetingSession, phase: str, seat: str, text: str) -> tuple[Edit, ...]:
    """Return the edits of the pad and of the rows of its tagged lines."""
    meeting, context = session.meeting, session.edit_context()
    before = meeting.pad_text(phase, seat)
    gap = "\n" if before and not before.endswith(("\n", "\r")) else ""
    whole = f"{before}{gap}{text}"
    return write_notes(meeting, phase, seat, whole, context, meeting_day(meeting, context.at))


def _report(meeting: Meeting, text: str, phase: str, seat: str, edits: Sequence[Edit]) -> None:
    written = sum(bool(line.strip()) for line in text.splitlines())
    rows = sum((edit.table, edit.field, edit.value) == ("links", "pad", pad_id(phase, seat)) for edit in edits)
    lines, part = ngettext("{count} line", "{count} lines", written).format(count=written), part_name(meeting, phase)
    if not rows:
        console.write_line(_("{lines} added to the notes for “{phase}”.").format(lines=lines, phase=part))
        return
    on_board = ngettext("{count} is on the board now", "{count} are on the board now", rows).format(count=rows)
    sentence = _("{lines} added to the notes for “{phase}”; {rows}.")
    console.write_line(sentence.format(lines=lines, phase=part, rows=on_board))


def _tell_meant_tags(text: str) -> None:
    """Say of each line that seems to be meant for a tag and has none that it is text alone."""
    for number, line in enumerate(text.splitlines(), 1):
        if tag := tag_meant(line):
            sentence = _("line {number}, “{line}”, is only a note; begin it with {tag} to put it on the board")
            told = " ".join(line.split()[:_TOLD])
            console.write_note(sentence.format(number=number, line=told, tag=f"#{tag.word(language())}"))
