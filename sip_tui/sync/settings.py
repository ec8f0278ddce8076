"""How a meeting is shared: the database, what the meeting is called there, its key, and this machine's name."""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.enums import Seat
from sip_tui.paths import read_file
from sip_tui.store import MeetingFolder
from sip_tui.store.atomic import from_json, to_bytes, to_json, write_atomically
from sip_tui.store.errors import translating_os_errors
from sip_tui.store.replicas import SYNC_FILE
from sip_tui.store.sealing import KEY_BYTES, SealError, new_key
from sip_tui.sync.address import Address, parse_address

VERSION, MAX_BYTES = 1, 20_000
ARCHIVE_FILE = "sync-archive.json"
"""In the archive: the database that its meetings are shared through when somebody is invited."""


@dataclass(frozen=True, slots=True)
class SyncSettings:
    """What sync.json says."""

    address: Address
    meeting: str
    """A random UUID: the database knows no other name of the meeting."""
    key: bytes
    machine: str
    """A random name of this machine."""
    joined: bool = False
    """Whether this machine was invited, and another one has shared the meeting."""

    @property
    def secretary_seat(self) -> str:
        """The secretary's seat on this machine: each has its own, so that two never write in the same notes."""
        return self.notes_seat(Seat.SECRETARY)

    def notes_seat(self, seat: str) -> str:
        """The seat under which the notes of a seat on this machine are kept; "chair-2" becomes "chair-m1f0a9-2"."""
        kind, *rest = seat.split("-")
        return "-".join([kind, f"m{self.machine[:6]}", *rest]) if self.joined else seat


def new_settings(address: Address, meeting: str = "", key: bytes = b"") -> SyncSettings:
    """Return the settings of a meeting that is shared for the first time, or that this machine joins by its name."""
    return SyncSettings(address, meeting or uuid4().hex, key or new_key(), os.urandom(4).hex(), joined=bool(meeting))


def read_settings(folder: MeetingFolder) -> SyncSettings | None:
    """Read how a meeting is shared; None when it is not; raise SealError when the file is damaged."""
    path = folder.path / SYNC_FILE
    try:
        with translating_os_errors(path):
            content = read_file(path, MAX_BYTES) if path.exists() else b""
        return _decoded(from_json(folder.codec.decode(content, SYNC_FILE, 0))) if content else None
    except (ValueError, KeyError, TypeError):
        sentence = _("{name} of meeting {id} is damaged. Run sip-tui connect --off {id} --force, and join anew.")
        raise SealError(sentence.format(name=SYNC_FILE, id=folder.id)) from None


def _decoded(found: Mapping[str, Any]) -> SyncSettings:
    key, machine = b64decode(found["key"], validate=True), str(found["machine"])
    if found["version"] != VERSION or len(key) != KEY_BYTES or not machine.isalnum():
        raise ValueError("shape")
    joined = found.get("joined") is True
    return SyncSettings(parse_address(found["url"]), UUID(hex=found["meeting"]).hex, key, machine, joined)


def secretary_seat(folder: MeetingFolder) -> str:
    """Return the secretary's seat on this machine; the usual one when nothing can be read of how it is shared."""
    with suppress(SealError):
        if settings := read_settings(folder):
            return settings.secretary_seat
    return Seat.SECRETARY.value


def write_settings(folder: MeetingFolder, settings: SyncSettings) -> None:
    """Write how a meeting is shared; in a locked meeting the file is sealed too."""
    found = {
        "version": VERSION,
        "url": settings.address.url,
        "meeting": settings.meeting,
        "key": b64encode(settings.key).decode(),
        "machine": settings.machine,
        "joined": settings.joined,
    }
    path = folder.path / SYNC_FILE
    with translating_os_errors(path):
        write_atomically(path, folder.codec.encode(to_bytes(to_json(found)), SYNC_FILE, 0))


def archive_address(root: Path) -> Address | None:
    """Return the database of an archive; None when it has none."""
    path = root / ARCHIVE_FILE
    try:
        return parse_address(from_json(read_file(path, MAX_BYTES))["url"]) if path.exists() else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def forget_archive_address(root: Path) -> None:
    """Forget the database of an archive."""
    path = root / ARCHIVE_FILE
    with translating_os_errors(path):
        path.unlink(missing_ok=True)


def write_archive_address(root: Path, address: Address) -> None:
    """Remember the database of an archive."""
    path = root / ARCHIVE_FILE
    with translating_os_errors(path):
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(path, to_bytes(to_json({"url": address.url})))
