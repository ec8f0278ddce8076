"""``sip-tui do`` and ``set``: change a meeting without a screen, in plain lines that a screen reader reads."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from sip_tui.cli import console
from sip_tui.cli.errors import DONE, CommandRefusedError, UsageError
from sip_tui.cli.meetings import open_folder
from sip_tui.cli.verbs.deed import Deed, Done, instead_of
from sip_tui.cli.verbs.table import find_verb
from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.undo import with_audit_event
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.meeting_file.errors import closest_match
from sip_tui.parsing.identity_numbers import has_identity_number
from sip_tui.parsing.meeting_fields import FIELDS, FieldContext, FieldQuestionError, write_field
from sip_tui.parsing.tagged_line import meeting_day
from sip_tui.phrasing.change_messages import undo_message
from sip_tui.phrasing.fields import field_label, value_text
from sip_tui.session.last_deed import inverse_of_last_deed
from sip_tui.session.session import MeetingSession
from sip_tui.store import MeetingFolder
from sip_tui.swedish.dates.formatting import local
from sip_tui.sync.settings import secretary_seat

UNDO = "undo"


def do(options: Namespace) -> int:
    """Carry out one deed in a meeting, and say what has happened."""
    folder = open_folder(options)
    try:
        session = _session(folder)
        done = _undo(session) if options.verb == UNDO else _done(session, options.verb, options.words)
        _save(session, done.edits)
    finally:
        folder.leave()
    _report(options, done, verb=options.verb)
    _warn_of_number(options.id, options.words)
    return DONE


def set_field(options: Namespace) -> int:
    """Write one field of a meeting, and say what it holds now."""
    folder = open_folder(options)
    try:
        session = _session(folder)
        before, edits = session.meeting, _field_edits(session, options.field, options.value)
        _save(session, edits)
    finally:
        folder.leave()
    _report(options, Done(edits, _field_line(session.meeting, options.field, edits, before)), field=options.field)
    _warn_of_number(options.id, options.value)
    return DONE


def _session(folder: MeetingFolder) -> MeetingSession:
    session = MeetingSession(folder)
    for warning in folder.warnings:
        console.write_warning(warning)
    return session


def _done(session: MeetingSession, verb: str, words: Sequence[str]) -> Done:
    context = session.edit_context()
    timing = timing_at(session.meeting, context.at)
    # "på fredag" in a meeting counts from its day; before and after it, an answer has the day on which it came.
    today = (
        meeting_day(session.meeting, context.at) if timing.opened and not timing.closed else local(context.at).date()
    )
    folder = session.folder
    deed = Deed(session.meeting, context, timing, today, words, lambda: folder.claim_seat(secretary_seat(folder)))
    return find_verb(verb).run(deed)


def _undo(session: MeetingSession) -> Done:
    before, step = session.meeting, inverse_of_last_deed(session.folder, session.meeting)
    if not step:
        raise CommandRefusedError(_("There is nothing to undo."))
    after = session.write(with_audit_event(step, UNDO, session.edit_context()), step=None)
    return Done((), undo_message(before, after, step, with_keys=False))


def _field_edits(session: MeetingSession, field: str, values: Sequence[str]) -> Sequence[Edit]:
    if field not in FIELDS:
        near = closest_match(field, FIELDS)
        help_ = _("did you mean {word}?").format(word=near) if near else ", ".join(FIELDS)
        raise UsageError(_("There is no field {word}; {help}").format(word=field, help=help_))
    context = session.edit_context()
    text = ("\n" if field == "questions" else " ").join(values)
    try:
        return write_field(FieldContext(session.meeting, context, local(context.at).date()), field, text)
    except FieldQuestionError as question:
        raise CommandRefusedError(str(question)) from None


def _field_line(meeting: Meeting, field: str, edits: Sequence[Edit], before: Meeting) -> str:
    """What the field holds now: "Start: fredag 4 december kl. 13.00", and what it held before."""
    if not edits:
        return _("Nothing has changed.")
    table = next((table for table in ("about", "person") if hasattr(getattr(meeting, table), field)), "")
    if table:
        now, then = (value_text(held, table, field, getattr(getattr(held, table), field)) for held in (meeting, before))
        return f"{field_label(field, table)}: {instead_of(now, then)}"
    named = next((str(edit.value) for edit in edits if edit.field == "name"), "")
    return f"{field_label(field)}: {named}"


def _warn_of_number(meeting_id: str, words: Sequence[str]) -> None:
    """Say that a personal identity number is not needed, as the forms do, and how it is taken back."""
    if has_identity_number([" ".join(words)]):
        sentence = _("A personal identity number is not needed here: undo it with sip-tui do {id} undo.")
        console.write_error(sentence.format(id=meeting_id))


def _save(session: MeetingSession, edits: Sequence[Edit]) -> None:
    session.write(edits, step=None)
    session.keep()


def _report(options: Namespace, done: Done, **named: str) -> None:
    if options.json:
        edits = [list(edit) for edit in done.edits]
        console.write_json({"id": options.id, **named, "said": done.said, "edits": edits})
    else:
        console.write_line(done.said)
