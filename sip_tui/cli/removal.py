"""``sip-tui purge``, ``backup`` and ``restore``: how long meetings are kept, and one file of all of them."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sip_tui.cli import console
from sip_tui.cli.errors import DAMAGED, DONE, CommandRefusedError, UsageError
from sip_tui.cli.meetings import open_archive
from sip_tui.i18n.translation import _, ngettext
from sip_tui.phrasing.removal import removal_meaning
from sip_tui.resources import settings_path
from sip_tui.session.retention import due_for_removal, keep_months
from sip_tui.session.session import utc_now
from sip_tui.store import Archive, IndexEntry, MeetingFolder
from sip_tui.store.backup import restore_backup, write_backup
from sip_tui.store.replicas import is_shared
from sip_tui.swedish.dates.formatting import ZONE


def purge(options: Namespace) -> int:
    """Remove a meeting with everything in it, after two questions; one that is not closed only by force."""
    archive = open_archive(options)
    if options.due:
        return _purge_due(archive, sure=options.yes)
    if not options.id:
        raise UsageError(_("Write the whole id of the meeting, or --due for those that have been kept long enough."))
    folder = archive.open(options.id, ask=False)
    closed = any(entry.id == folder.id and entry.closed for entry in archive.entries())
    if not (closed or options.force):
        sentence = _("Meeting {id} is not closed; close it first, or remove it all the same with --force.")
        raise CommandRefusedError(sentence.format(id=folder.id))
    if not options.yes:
        _ask_twice(folder.id)
    _remove(folder)
    console.write_line(_("Meeting {id} is removed, with everything in it.").format(id=folder.id))
    return DONE


def _remove(folder: MeetingFolder) -> None:
    """Remove a meeting here and, when it is shared, its rows in the database."""
    if not is_shared(folder.path):
        folder.purge()
        return
    from sip_tui.sync.removal import purge_shared

    if remark := purge_shared(folder):
        console.write_note(remark)


def backup(options: Namespace) -> int:
    """Write all meetings to one file, and check that it reads back."""
    now = datetime.now(ZoneInfo(ZONE))
    done = write_backup(open_archive(options), Path(options.path), now, replace=options.force)
    sentence = ngettext("{count} meeting is in {path}.", "{count} meetings are in {path}.", done.meetings)
    console.write_line(sentence.format(count=done.meetings, path=done.path))
    for meeting_id in done.damaged:
        sentence = _("Meeting {id} is damaged, and is in the backup as it is; run sip-tui doctor, then make a new one.")
        console.write_error(sentence.format(id=meeting_id))
    return DAMAGED if done.damaged else DONE


def restore(options: Namespace) -> int:
    """Put the meetings of a backup back, all of them or none."""
    done = restore_backup(open_archive(options), Path(options.path))
    if done.meetings or not done.unchanged:
        back = ngettext("{count} meeting is back from {path}.", "{count} meetings are back from {path}.", done.meetings)
        console.write_line(back.format(count=done.meetings, path=done.path))
    if done.unchanged:
        sentence = ngettext("{count} meeting was here already.", "{count} meetings were here already.", done.unchanged)
        console.write_line(sentence.format(count=done.unchanged))
    for meeting_id, place in done.shared.items():
        sentence = _("Meeting {id} is shared with other machines, through {place}: what you write in it goes there.")
        console.write_note(sentence.format(id=meeting_id, place=place or _("a database")))
    for meeting_id in done.damaged:
        sentence = _("Meeting {id} was damaged when the backup was made, and is back as it was; run sip-tui doctor.")
        console.write_error(sentence.format(id=meeting_id))
    return DAMAGED if done.damaged else DONE


def _purge_due(archive: Archive, *, sure: bool) -> int:
    """List the meetings that have been kept long enough, and remove them after two questions."""
    months = keep_months(settings_path())
    if not months:
        sentence = _("Nothing says how long meetings are kept. Write it in {path}: [keep] and months = 24.")
        raise CommandRefusedError(sentence.format(path=settings_path()))
    due = due_for_removal(archive.entries(), months, utc_now().date())
    for entry in due:
        console.write_line(_line(entry))
    if not due:
        console.write_line(_("No meeting has been kept for more than {months} months.").format(months=months))
        return DONE
    if not sure:
        _ask_twice(str(len(due)))
    for entry in due:
        _remove(archive.open(entry.id, ask=False))
    sentence = ngettext("{count} meeting is removed.", "{count} meetings are removed.", len(due))
    console.write_line(sentence.format(count=len(due)))
    return DONE


def _ask_twice(name: str) -> None:
    """Say what removing means, and ask twice; without a terminal, ask for --yes.

    Raises:
        CommandRefusedError: Somebody answered anything else, or there is nobody to ask.
    """
    if not console.is_interactive():
        raise CommandRefusedError(_("Removing cannot be undone. Add --yes when you are sure."))
    for sentence in removal_meaning():
        console.write_line(sentence)
    agreed = console.ask_line(_("Write yes to go ahead:")).casefold() in {"yes", "ja", _("yes")}
    if not agreed or console.ask_line(_("To be quite sure, write {name}:").format(name=name)) != name:
        raise CommandRefusedError(_("Nothing has been removed."))


def _line(entry: IndexEntry) -> str:
    start = f"{entry.start.astimezone(ZoneInfo(ZONE)):%Y-%m-%d}" if entry.start else "–"
    return "  ".join(part for part in (entry.id, start, entry.type) if part)
