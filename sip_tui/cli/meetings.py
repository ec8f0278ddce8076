"""Meetings in and out of the archive: import, list, show."""

from __future__ import annotations

import dataclasses
import secrets
from argparse import Namespace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sip_tui.cli import output
from sip_tui.cli.errors import DONE
from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import format_time
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.meeting import PRIVATE_TABLES, TABLES, Meeting
from sip_tui.meeting_file import initial_changes, read_meeting_file
from sip_tui.session.session import utc_now
from sip_tui.store import Archive, IndexEntry, MeetingFolder, archive_path, new_writer
from sip_tui.swedish.dates.formatting import ZONE


def new(options: Namespace) -> int:
    """Import a prepared meeting; its id is all that is said, so that other programs can take it."""
    edits = read_meeting_file(Path(options.file))
    changes = initial_changes(edits, utc_now(), new_writer())
    folder = open_archive(options).create(secrets.token_hex(6), changes)
    folder.leave()
    output.write_line(folder.id)
    return DONE


def list_all(options: Namespace) -> int:
    """List the meetings, the latest first."""
    entries = open_archive(options).entries()
    if options.json:
        output.write_json([_entry(one) for one in entries])
        return DONE
    for one in entries:
        output.write_line(_line(one))
    if not entries:
        output.write_line(_("There are no meetings yet; sip-tui new FILE makes one"))
    return DONE


def show(options: Namespace) -> int:
    """Show a meeting: one screen for people, all tables for programs."""
    folder = open_folder(options)
    meeting = read_meeting(folder)
    if options.json:
        output.write_json(
            {"id": folder.id}
            | {table: _plain(getattr(meeting, table)) for table in TABLES if table not in PRIVATE_TABLES}
        )
        return DONE
    from sip_tui.cli.summary import summary

    for line in summary(meeting):
        output.write_line(line)
    return DONE


def open_archive(options: Namespace) -> Archive:
    """The archive that the user has chosen."""
    return Archive(archive_path(options.data))


def open_folder(options: Namespace) -> MeetingFolder:
    """Open the meeting that is named by its id or the beginning of it; raise MeetingNotFound when there is none."""
    every = open_archive(options)
    return every.open(every.find(options.id))


def read_meeting(folder: MeetingFolder) -> Meeting:
    """Read a meeting as it stands, and say what could not be read of it."""
    meeting = MeetingProjection(folder.load()).meeting
    for notice in folder.warnings:
        output.write_error(notice)
    return meeting


def _line(entry: IndexEntry) -> str:
    start = f"{entry.start.astimezone(ZoneInfo(ZONE)):%Y-%m-%d %H:%M}" if entry.start else "–"
    state = _("damaged: sip-tui doctor") if entry.damaged else _("closed") if entry.closed else ""
    return "  ".join(part for part in (entry.id, f"{start:16}", entry.type, entry.title, state) if part)


def _entry(entry: IndexEntry) -> dict[str, object]:
    return {name: _plain(value) for name, value in dataclasses.asdict(entry).items() if name != "stage"}


def _plain(value: object) -> object:
    """A value of the model as JSON has it: rows as objects, times in UTC as they are stored."""
    if dataclasses.is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return format_time(value) if isinstance(value, datetime) else value
