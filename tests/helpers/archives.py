"""What the stories about the disk share: a meeting to begin with, and ways to compare two ledgers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sip_tui.meeting.log.change import Change, Edit, Value
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.store import Archive, MeetingFolder
from sip_tui.store.row_codec import MARKS, STAMPS, to_rows

NOON = 1_795_780_800_000
ID = "moten-1"


def create_meeting(root: Path, writer: str = "origin") -> MeetingFolder:
    """Make a meeting with a title, a start and one participant."""
    edits = [
        Edit("about", "meeting", "title", "SIP för Kim"),
        Edit("about", "meeting", "type", "child"),
        Edit("about", "meeting", "start", "2026-11-27T12:00:00.000Z"),
        Edit("participants", "p1", "name", "Åsa"),
    ]
    return Archive(root).create(ID, Ledger().stamp(edits, NOON, writer))


class WriterProcess:
    """One process at a meeting: what it writes goes to its ledger and to its folder, as in the program."""

    def __init__(self, root: Path, writer: str) -> None:
        self.folder = Archive(root).open(ID, writer)
        self.ledger = self.folder.load()

    def stamp(self, *edits: Edit) -> list[Change]:
        changes = self.ledger.stamp(edits, NOON, self.folder.writer)
        self.ledger.add(changes)
        return changes

    def write(self, *edits: Edit) -> list[Change]:
        changes = self.stamp(*edits)
        self.folder.append(changes)
        return changes

    def type(self, text: str) -> list[Change]:
        return self.write(splice(self.folder.writer, len(self.pad()), 0, text))

    def poll(self) -> list[Change]:
        changes = self.folder.poll()
        self.ledger.add(changes)
        return changes

    def pad(self, row: str = "") -> str:
        return pad(self.ledger, row or self.folder.writer)


def splice(row: str, at: int, gone: int, text: str) -> Edit:
    """What typing in a pad is."""
    value: list[int | str] = [at, gone, text]
    return Edit("notes", row, "text", value)


def pad(ledger: Ledger, row: str) -> str:
    cell = ledger.tables.get("notes", {}).get(row, {}).get("text")
    return getattr(cell, "text", "")


def cell_value(ledger: Ledger, table: str, row: str, field: str) -> Value:
    cell = ledger.tables[table][row][field]
    return getattr(cell, "value", None)


def normalized(ledger: Ledger) -> dict[str, Any]:
    """The ledger as it is stored, without the order in which rows came."""
    rows = to_rows(ledger)
    marks, stamps = rows.pop(MARKS), rows.pop(STAMPS)
    plain = {table: {row["id"]: row for row in found} for table, found in rows.items()}
    return {**plain, MARKS: marks, STAMPS: {(row["table"], row["row"]): row for row in stamps}}


def load(root: Path) -> Ledger:
    return Archive(root).open(ID).load()


def names(folder: MeetingFolder) -> set[str]:
    return {path.name for path in folder.path.iterdir()}
