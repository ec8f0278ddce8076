"""The list of meetings, derived from their files, each read again when its checkpoint or its journals have changed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from sip_tui.meeting.content.plan import unfinished_actions
from sip_tui.meeting.log.change import Change, format_time, parse_time
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import Stage, stage_from_kinds
from sip_tui.paths import open_for_reading
from sip_tui.store.atomic import AtomicStorage, file_identity, from_json
from sip_tui.store.checkpoint import CHECKPOINT, DECODE_ERRORS, read_checkpoint, read_rows, write_rows
from sip_tui.store.errors import LockedError, StoreError
from sip_tui.store.journal import SUFFIX
from sip_tui.store.journal_reader import JournalSet
from sip_tui.store.locks import MEETING_LOCK, SEATS_LOCK, try_lock
from sip_tui.store.vault import KEY_FILE
from sip_tui.swedish.dates.formatting import iso

INDEX, ARCHIVE_LOCK = "index.json", "index.lock"
VERSION = 6
HEAD_BYTES = 64_000
"""Of a longer index so much is read first: some hundred meetings."""
_LINE = re.compile(rb'^ "\d+": (\{.*\}),?$', re.MULTILINE)
_OURS = (CHECKPOINT, KEY_FILE, MEETING_LOCK, SEATS_LOCK)
"""How the names of a meeting's files begin; its journals are called otherwise."""
MAX_DUE = 50
"""Days of actions that are kept."""
MAX_TEXT = 200
"""Characters of a title that are listed."""


class IndexEntry(NamedTuple):
    """One meeting in the list."""

    id: str
    title: str = ""
    type: str = ""
    start: datetime | None = None
    closed: bool = False
    """True when the meeting was closed for good, and nothing has been written since."""
    locked: bool = False
    """True when it is sealed: nothing of what stands in it is known here."""
    damaged: bool = False
    """True when this program cannot read its checkpoint."""
    previous: str = ""
    """The id of the meeting that this one follows up."""
    stage: Stage | None = None
    """How far the meeting had come at its checkpoint; None when the index does not say."""
    person: str = ""
    """What the person is called."""
    tasks: int = 0
    """What is left to do before the meeting."""
    waiting: int = 0
    """Those who have been called and have not answered."""
    undelivered: int = 0
    """Those who have not had the minutes of a closed meeting."""
    follow_up: str = ""
    """When the meeting is followed up, as it is stored."""
    due: tuple[str, ...] = ()
    """The days of the actions that are not finished, as ISO 8601, the earliest first."""


class Index:
    """What is known of every meeting in an archive, kept in ``index.json``."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._path = root / INDEX

    def entries(self, ids: Iterator[str]) -> list[IndexEntry]:
        """Return the entries of these meetings, the latest start first; only changed meetings are read."""
        known = self._read()
        ours = (meeting_id for meeting_id in ids if meeting_id in known or _is_meeting(f"{self._root}/{meeting_id}"))
        rows = {meeting_id: self._row(meeting_id, known.get(meeting_id)) for meeting_id in ours}
        if rows != known:
            self._write(rows)
        return sorted((_entry(row) for row in rows.values()), key=_order)

    def latest(self) -> list[IndexEntry]:
        """Return the first entries of a long index as it stands, unchecked; none of a short one, which is read whole.

        The file has one row on each line, the latest meeting first.
        """
        with suppress(*DECODE_ERRORS, OSError), os.fdopen(open_for_reading(self._path), "rb") as file:
            head = file.read(HEAD_BYTES)
            if len(head) == HEAD_BYTES:
                schema, *rows = [from_json(found[1]) for found in _LINE.finditer(head)]
                return [_entry(row) for row in rows] if schema["version"] == VERSION else []
        return []

    def remove(self, meeting_id: str) -> None:
        """Remove a meeting from the index."""
        rows = self._read()
        if rows.pop(meeting_id, None):
            self._write(rows)

    def remove_all_but(self, ids: Iterable[str]) -> None:
        """Remove the meetings that are not among these."""
        rows, kept = self._read(), set(ids)
        if rows.keys() - kept:
            self._write({row: known for row, known in rows.items() if row in kept})

    def _row(self, meeting_id: str, known: Mapping[str, Any] | None) -> dict[str, Any]:
        folder = f"{self._root}/{meeting_id}"
        checkpoint = file_identity(f"{folder}/{CHECKPOINT}")
        found = (*checkpoint, _journal_bytes(folder)) if checkpoint else ()
        if known and found and not known["damaged"] and known["file"] == list(found):
            return dict(known)
        return _read_row(meeting_id, self._root / meeting_id / CHECKPOINT, found)

    def _read(self) -> dict[str, dict[str, Any]]:
        storage = AtomicStorage(self._path)
        try:
            rows = read_rows(storage)
            if rows["_schema"][0]["version"] != VERSION or not storage.intact:
                return {}
            return {row["id"]: row for row in rows["meetings"]}
        except (*DECODE_ERRORS, OSError):
            return {}

    def _write(self, rows: Mapping[str, dict[str, Any]]) -> None:
        # An index that cannot be written, or that somebody else is writing, is built again next time.
        with suppress(OSError, StoreError):
            if lock := try_lock(self._root / ARCHIVE_LOCK):
                try:
                    for left in self._root.glob(f"{INDEX}.*.tmp"):
                        left.unlink()
                    in_order = sorted(rows.values(), key=lambda row: str(row["start"]), reverse=True)
                    tables = {"_schema": [{"version": VERSION}], "meetings": in_order}
                    write_rows(tables, AtomicStorage(self._path))
                finally:
                    lock.release()


def _is_meeting(folder: str) -> bool:
    """Tell whether a folder has anything of a meeting; where nobody may look it counts as one that is damaged."""
    with suppress(OSError), os.scandir(folder) as files:
        return any(file.name.startswith(_OURS) or file.name.endswith(SUFFIX) for file in files)
    return True


def _journal_bytes(folder: str) -> int:
    """How much the journals of a meeting hold: they only grow, until another checkpoint takes their place."""
    with suppress(OSError), os.scandir(folder) as files:
        return sum(file.stat().st_size for file in files if file.name.endswith(SUFFIX) and file.is_file())
    return 0


def _read_row(meeting_id: str, path: Path, found: Sequence[int]) -> dict[str, Any]:
    row: dict[str, Any] = {"id": meeting_id, "title": "", "type": "", "start": "", "previous": "", "closed": False}
    row |= {"locked": False, "damaged": False, "file": list(found)}
    try:
        contents = read_checkpoint(path)
    except LockedError:
        return {**row, "locked": True}
    except StoreError:
        return {**row, "damaged": True}
    since = _written_since(path.parent, contents.ledger)
    contents.ledger.add(since)
    return {**row, **_about(MeetingProjection(contents.ledger).meeting), "closed": contents.closed and not since}


def read_meeting(folder: Path) -> Meeting | None:
    """Read a meeting as it stands, and change nothing on the disk; None when it is locked or cannot be read."""
    with suppress(StoreError):
        ledger = read_checkpoint(folder / CHECKPOINT).ledger
        ledger.add(_written_since(folder, ledger))
        return MeetingProjection(ledger).meeting
    return None


def _written_since(folder: Path, ledger: Ledger) -> list[Change]:
    """What the journals hold beyond the checkpoint: a program that was killed, or still runs, has not put it there."""
    with suppress(OSError):
        return JournalSet(folder, covered=dict(ledger.last_by_writer)).read()
    return []


def _about(meeting: Meeting) -> dict[str, Any]:
    """What the list shows of a meeting, and what is left to do about it."""
    # Not needed for the first frame of a meeting: the start is faster.
    from sip_tui.meeting.content.delivery import undelivered
    from sip_tui.meeting.guidance.preparation import open_tasks
    from sip_tui.meeting.people.invitations import awaiting_answer

    about, person = meeting.about, meeting.person_participant
    # Row ids sort by creation, which orders events of the same moment.
    events = sorted(meeting.events, key=lambda event: (format_time(event.at) if event.at else "", event.id))
    stage = stage_from_kinds([event.kind for event in events])
    is_before = stage is Stage.BEFORE
    return {
        "title": about.title[:MAX_TEXT],
        "type": about.type[:MAX_TEXT],
        "start": format_time(about.start) if about.start else "",
        "previous": about.previous[:MAX_TEXT],
        "stage": stage.name,
        "person": (meeting.person.called or (person.name if person else ""))[:MAX_TEXT],
        "tasks": len(open_tasks(meeting)) if is_before else 0,
        "waiting": len(awaiting_answer(meeting)) if is_before else 0,
        "undelivered": len(undelivered(meeting)) if stage is Stage.CLOSED else 0,
        "follow_up": about.follow_up[:MAX_TEXT],
        "due": _due(meeting),
    }


def _due(meeting: Meeting) -> list[str]:
    days = (action.when.strip()[:10] for action in unfinished_actions(meeting) if iso(action.when))
    return sorted(days)[:MAX_DUE]


def _entry(row: Mapping[str, Any]) -> IndexEntry:
    stage = Stage.__members__.get(str(row.get("stage")))
    start, due = parse_time(row["start"]), tuple(row.get("due", ()))
    known = {name: value for name, value in row.items() if name != "file"}
    return IndexEntry(**{**known, "start": start, "stage": stage, "due": due})


def _order(entry: IndexEntry) -> tuple[float, str]:
    return (-entry.start.timestamp() if entry.start else float("inf"), entry.id)


def folder_names(root: Path) -> list[str]:
    """List the folders in the archive; none when there is no archive."""
    with suppress(FileNotFoundError), os.scandir(root) as found:
        return [entry.name for entry in found if entry.is_dir(follow_symlinks=False)]
    return []
