"""``sip-tui new``, ``list`` and ``show``: meetings into and out of the archive."""

from __future__ import annotations

import dataclasses
import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sip_tui.cli import console
from sip_tui.cli.errors import DONE, UsageError
from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import Edit, format_time
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.meeting import PRIVATE_TABLES, TABLES, Meeting
from sip_tui.meeting_file import initial_changes, read_meeting_file
from sip_tui.meeting_file.template import edits_like, empty_meeting
from sip_tui.phrasing.meeting_list import state_words
from sip_tui.resources.region import region
from sip_tui.session.session import utc_now
from sip_tui.store import Archive, IndexEntry, MeetingFolder, archive_path, new_meeting_id, new_writer
from sip_tui.store.folder_warnings import open_archive_warning
from sip_tui.swedish.dates.formatting import ZONE, local


def new(options: Namespace) -> int:
    """Make a meeting: from a file, like another one, or empty; print its id and nothing else."""
    if options.file and options.like:
        raise UsageError(_("Give a file or --like ID, not both."))
    changes = initial_changes(_first_edits(options), utc_now(), new_writer())
    folder = open_archive(options).create(new_meeting_id(), changes)
    folder.leave()
    console.write_line(folder.id)
    if sys.stdout.isatty():
        sentence = _("Go on with: sip-tui set {id} start …, sip-tui do {id} add …, or sip-tui chair {id}")
        console.write_note(sentence.format(id=folder.id))
    return DONE


def _first_edits(options: Namespace) -> Sequence[Edit]:
    if options.file:
        return read_meeting_file(Path(options.file))
    if options.like:
        archive = open_archive(options)
        return edits_like(read_meeting(archive.open(archive.find(options.like))))
    return empty_meeting(region().minutes)


def list_all(options: Namespace) -> int:
    """List the meetings, the latest first."""
    entries = open_archive(options).entries()
    if options.json:
        console.write_json([_as_dict(entry) for entry in entries])
        return DONE
    for entry in entries:
        console.write_line(_line(entry))
    if not entries:
        console.write_line(_("There are no meetings yet; sip-tui new FILE makes one"))
    return DONE


def show(options: Namespace) -> int:
    """Show a meeting: a page for people, or all its tables as JSON."""
    folder = open_folder(options)
    meeting = read_meeting(folder)
    if options.json:
        tables = {table: _plain(getattr(meeting, table)) for table in TABLES if table not in PRIVATE_TABLES}
        console.write_json({"id": folder.id} | tables)
        return DONE
    from sip_tui.cli.summary import summary

    for line in summary(meeting):
        console.write_line(line)
    return DONE


def open_archive(options: Namespace, *, warn: bool = True) -> Archive:
    """Return the archive that the options or the environment name; it asks for the passphrase of a locked meeting.

    With ``warn``, say on stderr when others on this computer may read it: a screen says it itself.
    """
    Archive.ask_passphrase = staticmethod(console.ask_secret)
    archive = Archive(archive_path(options.data))
    if warn:
        console.write_warning(open_archive_warning(archive.root))
    return archive


def open_folder(options: Namespace) -> MeetingFolder:
    """Open the meeting of an id or the beginning of one; raise MeetingNotFoundError when there is none."""
    archive = open_archive(options)
    folder = archive.open(archive.find(options.id))
    console.write_warning(open_archive_warning(archive.root, folder.path))
    return folder


def read_meeting(folder: MeetingFolder) -> Meeting:
    """Load a meeting; report unreadable parts on stderr."""
    meeting = MeetingProjection(folder.load()).meeting
    for warning in folder.warnings:
        console.write_warning(warning)
    return meeting


def _line(entry: IndexEntry) -> str:
    start = f"{entry.start.astimezone(ZoneInfo(ZONE)):%Y-%m-%d %H:%M}" if entry.start else "–"
    state = _("damaged: sip-tui doctor") if entry.damaged else _("locked") if entry.locked else ""
    state = state or state_words(entry, local(utc_now()).date())
    return "  ".join(part for part in (entry.id, f"{start:16}", entry.type, entry.title, entry.person, state) if part)


def _as_dict(entry: IndexEntry) -> dict[str, object]:
    stage = entry.stage.name.lower() if entry.stage else ""
    return {name: _plain(value) for name, value in entry._asdict().items()} | {"stage": stage}


def _plain(value: object) -> object:
    """Convert a model value to JSON types: rows to objects, times to UTC text as stored."""
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return format_time(value) if isinstance(value, datetime) else value
