"""Notes that were written elsewhere, added to the secretary's pad; their tagged lines become rows as if typed there."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from functools import partial

from sip_tui.cli import output
from sip_tui.cli.errors import DONE, CommandRefusedError, UsageError
from sip_tui.cli.input import read_text
from sip_tui.cli.meetings import open_folder
from sip_tui.i18n.translation import _, ngettext
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Seat
from sip_tui.meeting.notes.linked_rows import sync_rows
from sip_tui.meeting.notes.pads import pad_id, write_pad
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.meeting_file.errors import closest_match
from sip_tui.meeting_file.vocabulary import PHASE_NAMES
from sip_tui.parsing.tagged_line import parse_tagged_line
from sip_tui.resources.guidance import phase_name
from sip_tui.session.session import MeetingSession
from sip_tui.store import StoreError
from sip_tui.swedish.dates.formatting import local
from sip_tui.widgets.safe_text import clean


def notes(options: Namespace) -> int:
    """Add a text to the pad of a phase, all of it in one write, and say in a sentence what was done."""
    wanted = _phase(options.phase) if options.phase is not None else ""
    text = _typed(options.file)
    folder = open_folder(options)
    try:
        # Before the meeting is read: from here on nobody else writes in this pad.
        seat = folder.claim_seat(Seat.SECRETARY)
        room = MeetingSession(folder)
        for notice in folder.warnings:
            output.write_error(notice)
        phase = wanted or timing_at(room.meeting, room.now()).phase or PHASES[0]
        edits = _added(room, phase, seat, text)
        room.write(edits, step=None)
        if not room.flush():
            raise StoreError(room.save_error)
    finally:
        folder.leave()
    _tell(text, phase, seat, edits)
    return DONE


def _phase(name: str) -> str:
    """The phase of this key or name, in Swedish or English."""
    names = {**PHASE_NAMES, **{phase_name(one).casefold(): one for one in PHASES}}
    if found := names.get(" ".join(name.casefold().split())):
        return found
    near = closest_match(name, names)
    right = _("did you mean {word}?").format(word=near) if near else _("there are {words}").format(words=_names())
    raise UsageError(_("no part of the meeting is called {name}; {right}").format(name=name, right=right))


def _names() -> str:
    return ", ".join(phase_name(one) for one in PHASES)


def _typed(file: str) -> str:
    """The text as it would be if it had been typed in the pad, with its last line ended."""
    text = clean(read_text(file).removeprefix("\ufeff")).rstrip("\n")
    if not text.strip():
        raise CommandRefusedError(_("There is no text to add; give the notes in a file or on stdin."))
    return f"{text}\n"


def _added(room: MeetingSession, phase: str, seat: str, text: str) -> tuple[Edit, ...]:
    """What adding the text changes: the pad, and the rows of its tagged lines."""
    meeting, moment = room.meeting, room.edit_context()
    before = meeting.pad_text(phase, seat)
    gap = "\n" if before and not before.endswith(("\n", "\r")) else ""
    whole = f"{before}{gap}{text}"
    cells = partial(parse_tagged_line, today=local(moment.at).date(), phase=phase)
    rows = sync_rows(meeting, pad_id(phase, seat), whole, moment, cells)
    return (*write_pad(meeting, phase, seat, whole), *rows)


def _tell(text: str, phase: str, seat: str, edits: Sequence[Edit]) -> None:
    if seat != Seat.SECRETARY:
        output.write_note(
            _("Somebody else is the secretary already; these pads are your own, and both are in the minutes.")
        )
    written = sum(bool(line.strip()) for line in text.splitlines())
    rows = sum((one.table, one.field, one.value) == ("links", "pad", pad_id(phase, seat)) for one in edits)
    lines = ngettext("{count} line", "{count} lines", written).format(count=written)
    if not rows:
        output.write_line(_("{lines} added to the notes for {phase}.").format(lines=lines, phase=phase_name(phase)))
        return
    on_board = ngettext("{count} is on the board now", "{count} are on the board now", rows).format(count=rows)
    told = _("{lines} added to the notes for {phase}; {rows}.")
    output.write_line(told.format(lines=lines, phase=phase_name(phase), rows=on_board))
