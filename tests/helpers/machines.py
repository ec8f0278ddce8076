"""Machines that share a meeting through a database: each has an archive of its own."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.store import Archive, MeetingFolder
from sip_tui.sync.address import parse_address
from sip_tui.sync.once import exchange_once
from sip_tui.sync.settings import SyncSettings, new_settings, write_settings
from sip_tui.sync.status import SyncStatus
from sip_tui.sync.synchroniser import Synchroniser
from tests.helpers.archives import ID, NOON, create_meeting, normalized, splice
from tests.helpers.archives import pad as pad_of

PATIENCE = 30.0


class Machine:
    """One machine with one writer, who types words into a pad of his own."""

    def __init__(self, root: Path, writer: str, settings: SyncSettings, clock: int = NOON) -> None:
        self.root, self.writer, self.settings, self.clock = root, writer, settings, clock
        self.open()

    def open(self) -> None:
        """Open the meeting, as after a restart."""
        self.folder: MeetingFolder = Archive(self.root).open(ID, self.writer)
        self.ledger: Ledger = self.folder.load()

    def write(self, *edits: Edit) -> None:
        """Write and save."""
        changes = self.ledger.stamp(edits, self.clock, self.folder.writer)
        self.ledger.add(changes)
        self.folder.append(changes)

    def word(self, number: int) -> None:
        """Write the next word of this writer's pad, and the same action as everybody."""
        text = pad_of(self.ledger, self.folder.writer)
        self.write(
            splice(self.folder.writer, len(text), 0, f"{number};"),
            Edit("actions", "a1", "what", f"{self.folder.writer} {number}"),
        )

    def look(self) -> Ledger:
        """Take in what has come."""
        self.ledger.add(self.folder.poll())
        return self.ledger

    def exchange(self) -> SyncStatus:
        """Send and fetch once."""
        status = exchange_once(self.folder, self.settings)
        self.look()
        return status

    def synchroniser(self) -> Synchroniser:
        """Start the thread that exchanges."""
        thread = Synchroniser(self.folder, self.settings)
        thread.start()
        return thread

    @property
    def state(self) -> object:
        """Everything that this machine knows, comparably."""
        return normalized(self.look())

    def pad(self, writer: str) -> str:
        """What stands in somebody's pad here."""
        return pad_of(self.look(), writer)


def first_machine(root: Path, url: str, writer: str = "w1") -> Machine:
    """A machine with a new meeting that is shared."""
    folder = create_meeting(root)
    settings = new_settings(parse_address(url))
    write_settings(folder, settings)
    folder.leave()
    return Machine(root, writer, settings)


def joined_machine(root: Path, first: Machine, writer: str, clock: int = NOON) -> Machine:
    """Another machine that takes part."""
    folder = Archive(root).create(ID, [])
    settings = new_settings(first.settings.address, first.settings.meeting, first.settings.key)
    write_settings(folder, settings)
    folder.leave()
    return Machine(root, writer, settings, clock)


def words(count: int) -> str:
    """What a pad says after so many words."""
    return "".join(f"{number};" for number in range(1, count + 1))


def until(holds: Callable[[], bool], seconds: float = PATIENCE) -> bool:
    """Wait until something holds; false when it never does."""
    patient_until = time.monotonic() + seconds
    while not (held := holds()) and time.monotonic() < patient_until:
        time.sleep(0.01)
    return held
