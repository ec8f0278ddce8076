"""Encryption at rest: a meeting's key in its folder, and how its lines and files are sealed with it (extra [crypto]).

``key.json`` holds the key in two boxes: one for the passphrase, one for the recovery key. While a meeting is
being locked or unlocked it is called ``key.json.new``: only then is a plain text beside it read.
"""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sip_tui.paths import IrregularFileError, open_for_reading, read_file
from sip_tui.store.atomic import from_json, sync, sync_directory, to_bytes, to_json, write_atomically
from sip_tui.store.codec import PLAIN, SEALED, Codec, sealed_text
from sip_tui.store.errors import damaged_error, translating_os_errors
from sip_tui.store.sealing import (
    OVERHEAD,
    Box,
    Sealer,
    SealError,
    new_key,
    new_recovery_key,
    open_with_passphrase,
    open_with_recovery_key,
    seal_with_passphrase,
    seal_with_recovery_key,
)

KEY_FILE, PENDING_KEY_FILE = "key.json", "key.json.new"
VERSION, MAX_BYTES = 1, 10_000
_MARK = b"s"
"""First byte of a sealed line; a plain one begins with a brace."""
_FILE = "meeting.json"


@dataclass(frozen=True, slots=True)
class SealedCodec:
    """Seals the lines and the checkpoint of one meeting."""

    sealer: Sealer
    key_file: KeyFile
    strict: bool = True
    """False while a meeting is being locked or unlocked: plain lines and files are read too."""

    def encode(self, payload: bytes, writer: str, number: int) -> bytes:
        """Seal a journal's line for its place."""
        return _MARK + b64encode(self.sealer.seal(payload, writer, number))

    def decode(self, payload: bytes, writer: str, number: int) -> bytes:
        """Open a line; raise ValueError when it was changed, moved, or is not sealed."""
        if not payload.startswith(_MARK):
            return self._plain(payload)
        try:
            return self.sealer.open(b64decode(payload[1:], validate=True), writer, number)
        except SealError as error:
            raise ValueError(str(error)) from None

    def payload_length(self, encoded: bytes) -> int:
        """Return the length of the payload that was encoded so."""
        return len(b64decode(encoded[1:])) - OVERHEAD

    def encode_file(self, content: bytes) -> bytes:
        """Seal the checkpoint, as a TinyDB file with one row."""
        return to_bytes(to_json({"_sealed": {"1": {"text": b64encode(self.sealer.seal(content, _FILE, 0)).decode()}}}))

    def decode_file(self, content: bytes) -> bytes:
        """Open a checkpoint; raise ValueError when it was changed, belongs elsewhere, or is not sealed."""
        sealed = sealed_text(content)
        if sealed is None:
            return self._plain(content)
        try:
            return self.sealer.open(b64decode(sealed, validate=True), _FILE, 0)
        except SealError as error:
            raise ValueError(str(error)) from None

    def _plain(self, text: bytes) -> bytes:
        if self.strict:
            raise ValueError("not sealed")
        return text


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What ``key.json`` says."""

    meeting: str
    """What the lines are bound to: random, so that a copy of the folder may have another name."""
    passphrase: Box
    recovery: Box

    def open(self, secret: str) -> bytes:
        """Return the key, for a passphrase or for the recovery key.

        Raises:
            WrongPassphraseError: It is neither.
        """
        with suppress(SealError):
            return open_with_recovery_key(self.recovery, secret, self.meeting)
        return open_with_passphrase(self.passphrase, secret, self.meeting)

    def with_passphrase(self, key: bytes, passphrase: str) -> KeyFile:
        """Return it with another passphrase; what is sealed stays as it is."""
        return replace(self, passphrase=seal_with_passphrase(key, passphrase, self.meeting))

    def write(self, path: Path) -> None:
        """Write the file, durably."""
        tables = {"version": VERSION, "meeting": self.meeting, "passphrase": self.passphrase, "recovery": self.recovery}
        with translating_os_errors(path):
            write_atomically(path, to_bytes(to_json(tables)))


def new_key_file(passphrase: str) -> tuple[KeyFile, bytes, str]:
    """Return a key file, its key, and the recovery key to keep on paper."""
    key, recovery_key, meeting = new_key(), new_recovery_key(), os.urandom(16).hex()
    boxes = seal_with_passphrase(key, passphrase, meeting), seal_with_recovery_key(key, recovery_key, meeting)
    return KeyFile(meeting, *boxes), key, recovery_key


def read_key_file(folder: Path) -> KeyFile | None:
    """Read a meeting's key file; None when it is not locked; raise DamagedError when the file is unreadable."""
    for name in (KEY_FILE, PENDING_KEY_FILE):
        if (folder / name).exists():
            with translating_os_errors(folder / name):
                try:
                    return _parsed(folder, read_file(folder / name, MAX_BYTES))
                except IrregularFileError:
                    raise damaged_error(folder.name) from None
    return None


def _parsed(folder: Path, content: bytes) -> KeyFile:
    try:
        found = from_json(content)
        return KeyFile(str(found["meeting"]), dict(found["passphrase"]), dict(found["recovery"]))
    except (ValueError, TypeError, KeyError):
        raise damaged_error(folder.name) from None


def is_locked(folder: Path) -> bool:
    """Tell whether a meeting is locked; also when locking or unlocking it was interrupted after its file was sealed."""
    return (folder / KEY_FILE).exists() or ((folder / PENDING_KEY_FILE).exists() and _is_sealed(folder / _FILE))


def _is_sealed(path: Path) -> bool:
    with suppress(OSError), os.fdopen(open_for_reading(path), "rb") as file:
        return file.read(len(SEALED)) == SEALED
    return False


def codec_of(folder: Path, key: bytes | None) -> Codec:
    """Return how a folder's lines and files are read and written; plain without a key, which refuses sealed ones."""
    if key is None or not (found := read_key_file(folder)):
        return PLAIN
    return SealedCodec(Sealer(key, found.meeting), found, strict=(folder / KEY_FILE).exists())


def destroy_key(folder: Path) -> None:
    """Overwrite and remove the key: what it sealed can never be read again, wherever copies of the files lie."""
    for name in (KEY_FILE, PENDING_KEY_FILE):
        with suppress(FileNotFoundError):
            path = folder / name
            with path.open("r+b") as file:
                file.write(bytes(path.stat().st_size))
                file.flush()
                sync(file.fileno())
            path.unlink()
            sync_directory(folder)
