"""A backup of the whole archive in one file, and back: every file with its checksum, all or nothing.

The file is a ZIP with a manifest of every member's size and SHA-256. What restores it trusts nothing in it: a member
that the manifest does not name, that is no plain file of a meeting or that is not what its checksum says stops it all.
Sealed meetings are copied as they lie, sealed.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from hashlib import sha256
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from sip_tui.i18n.translation import _
from sip_tui.store.archive import PRIVATE_FOLDER, UNFINISHED, Archive
from sip_tui.store.atomic import sync_directory, write_atomically, write_new_file
from sip_tui.store.damage import damaged_meetings, require_readable
from sip_tui.store.errors import DamagedError, StoreError, printable, translating_os_errors
from sip_tui.store.index import ARCHIVE_LOCK
from sip_tui.store.locks import MEETING_LOCK, locked
from sip_tui.store.replicas import SYNC_FILE

MANIFEST, VERSION = "manifest.json", 1
MAX_BYTES = 1_000_000_000
"""Bytes of all files together; an archive of a thousand meetings takes a tenth of it."""
MAX_FILE = 50_000_000
"""Bytes of one file; a day of typing takes a tenth of it."""
MAX_FILES, MAX_MANIFEST = 100_000, 20_000_000
_MEMBER = re.compile(r"(?P<id>[A-Za-z0-9][A-Za-z0-9_-]{0,63})/(?P<name>[A-Za-z0-9][A-Za-z0-9._-]{0,119})")
_UNREADABLE = (zipfile.BadZipFile, zlib.error, KeyError, TypeError, ValueError, RuntimeError, EOFError, DamagedError)
_NOT_COPIED = (".lock", ".seat", ".tmp")


class BackupError(StoreError):
    """The file is no backup that can be used; nothing has been changed."""

    code = 1


class BackupReport(NamedTuple):
    """What a backup holds, or what came of one."""

    path: Path
    meetings: int
    unchanged: int = 0
    """Meetings that were there already, just as they are in the backup."""
    shared: Mapping[str, str] = {}
    """Meeting that is shared with other machines → through which place; empty when only its passphrase can tell."""
    damaged: tuple[str, ...] = ()
    """Meetings that were damaged when the backup was made; they are in it as they are."""


class Listed(NamedTuple):
    """What the manifest says of a file."""

    size: int
    sha256: str


class _Backup:
    """A backup that is open for reading, one file after the other: it may be larger than the memory."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        members = {member.filename: member for member in file.infolist()}
        if len(file.infolist()) > MAX_FILES or len(members) != len(file.infolist()):
            raise _refused()
        manifest = _read(file, MANIFEST, MAX_MANIFEST)
        self.listed = _manifest(manifest)
        self.damaged = frozenset(map(str, json.loads(manifest).get("damaged") or ()))
        kinds = {stat.S_IFMT(member.external_attr >> 16) for member in members.values()}
        if members.keys() != {MANIFEST, *self.listed} or not kinds <= {0, stat.S_IFREG}:
            raise _refused()

    def read(self, name: str) -> bytes:
        """Return a file; raise BackupError when it is not what the manifest says."""
        with _refusing():
            data = _read(self._file, name, self.listed[name].size)
        if _listed(data) != self.listed[name]:
            raise _refused()
        return data

    def check(self) -> None:
        """Read every file."""
        for name in self.listed:
            self.read(name)

    def meetings(self) -> dict[str, list[str]]:
        """Return the files of each meeting."""
        found: dict[str, list[str]] = {}
        for name in self.listed:
            found.setdefault(name.partition("/")[0], []).append(name)
        return found


@contextmanager
def _opened(path: Path) -> Iterator[_Backup]:
    with translating_os_errors(path):
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            raise _refused()
        with _DirectoryLimit(path) as file:
            with _refusing():
                backup = _Backup(zipfile.ZipFile(file))
            file.most = MAX_BYTES
            yield backup


class _DirectoryLimit(FileIO):
    """A ZIP file that reads at most ``most`` at once: ``zipfile`` takes ten times its directory in memory."""

    most = MAX_MANIFEST

    def read(self, size: int | None = -1, /) -> bytes:
        """Read as ``FileIO`` does; raise BadZipFile when that is too much."""
        if size is not None and size > self.most:
            raise zipfile.BadZipFile
        return super().read(size)


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except _UNREADABLE as error:
        raise _refused() from error


def write_backup(archive: Archive, path: Path, made: datetime, *, replace: bool = False) -> BackupReport:
    """Write every meeting of an archive to one file, and read it back.

    Raises:
        BackupError: There is no archive, there is a file already, or what was written does not read back.
        StoreError: A meeting cannot be read, or there is no room; nothing is left behind.
    """
    if path.is_dir():
        path = path / f"sip-tui-backup-{made:%Y-%m-%d}.zip"
    if not archive.root.is_dir():
        sentence = _("There is no archive at {path} yet; sip-tui new makes it")
        raise BackupError(sentence.format(path=printable(str(archive.root))))
    _require_free(path, replace=replace)
    with translating_os_errors(path):
        damaged = damaged_meetings(archive)
        packed, listed = _packed(_files(archive), made, damaged)
        write_atomically(path, packed, lambda: _require_free(path, replace=replace))
    try:
        with _opened(path) as backup:
            backup.check()
            if backup.listed != listed:
                raise _refused()
    except BackupError as error:
        raise BackupError(_("The backup is not what was written when it is read back. Try another disk.")) from error
    return BackupReport(path, len({name.partition("/")[0] for name in listed}), damaged=damaged)


def _require_free(path: Path, *, replace: bool) -> None:
    """Refuse what is there already; with ``replace``, all but a file: a pipe or a device is never written over."""
    if not os.path.lexists(path) or (replace and path.is_file()):
        return
    taken = _("{path} is there already. Choose another name, or write over it with --force.")
    sentence = _("{path} is not an ordinary file") if replace else taken
    raise BackupError(sentence.format(path=printable(str(path))))


def restore_backup(archive: Archive, path: Path) -> BackupReport:
    """Put every meeting of a backup into an archive, all of them or none.

    Raises:
        BackupError: The file is no sound backup, or holds a meeting that is another one here.
        StoreError: There is no room, or the archive may not be written; nothing is left behind.
    """
    with _opened(path) as backup:
        backup.check()
        meetings = backup.meetings()
        with translating_os_errors(archive.root):
            archive.make_root()
            with locked(archive.root / ARCHIVE_LOCK):
                wanted = {row: names for row, names in meetings.items() if not _is_there(archive, row, names, backup)}
                _place(archive, wanted, backup)
        shared = {
            row: _place_of(backup, f"{row}/{SYNC_FILE}") for row in wanted if f"{row}/{SYNC_FILE}" in backup.listed
        }
        damaged = tuple(row for row in wanted if row in backup.damaged)
    return BackupReport(path, len(wanted), len(meetings) - len(wanted), shared, damaged)


def _place_of(backup: _Backup, name: str) -> str:
    """Return where a meeting is shared, as its settings say; empty when they are sealed."""
    from urllib.parse import parse_qs, urlsplit

    with suppress(ValueError, KeyError, TypeError, AttributeError):
        query = parse_qs(urlsplit(json.loads(backup.read(name))["url"]).query)
        return printable((query.get("host") or query.get("hostaddr") or [""])[0])
    return ""


def _files(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """Read the files of every meeting while nobody rewrites them."""
    for entry in archive.entries():
        folder = archive.root / entry.id
        with translating_os_errors(folder), locked(folder / MEETING_LOCK):
            for path in sorted(folder.iterdir()):
                if path.is_file() and not path.is_symlink() and not path.name.endswith(_NOT_COPIED):
                    yield f"{entry.id}/{path.name}", path.read_bytes()


def _packed(
    files: Iterable[tuple[str, bytes]], made: datetime, damaged: Sequence[str]
) -> tuple[bytes, dict[str, Listed]]:
    from io import BytesIO

    packed, listed = BytesIO(), dict[str, Listed]()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            listed[name] = _listed(data)
            archive.writestr(name, data)
        members = {name: found._asdict() for name, found in listed.items()}
        manifest = {"version": VERSION, "made": made.isoformat(), "files": members, "damaged": list(damaged)}
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
    return packed.getvalue(), listed


def _listed(data: bytes) -> Listed:
    return Listed(len(data), sha256(data).hexdigest())


def _manifest(data: bytes) -> dict[str, Listed]:
    """Check the manifest, and every name in it; return what it says of each file."""
    manifest = json.loads(data)
    if not isinstance(manifest, dict) or not isinstance(manifest.get("files"), dict):
        raise _refused()
    if manifest.get("version") != VERSION:
        raise BackupError(_("The backup was written by a newer sip-tui. Upgrade the program to restore it."))
    found = {str(name): Listed(row["size"], row["sha256"]) for name, row in manifest["files"].items()}
    if not all(_MEMBER.fullmatch(name) and type(row.size) is int for name, row in found.items()):
        raise _refused()
    sizes = [row.size for row in found.values()]
    if not all(0 <= size <= MAX_FILE for size in sizes) or sum(sizes) > MAX_BYTES:
        raise _refused()
    return found


def _read(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Read a member; of one that is larger than it says no more than a byte too much."""
    with archive.open(name) as file:
        return file.read(most + 1)


def _is_there(archive: Archive, meeting_id: str, names: Iterable[str], backup: _Backup) -> bool:
    """Check whether a meeting is here already as in the backup; raise BackupError when it is another one."""
    folder = archive.root / meeting_id
    if not folder.exists():
        return False
    paths = {name: archive.root / name for name in names}
    if all(path.is_file() and path.read_bytes() == backup.read(name) for name, path in paths.items()):
        return True
    sentence = _("Meeting {id} is here already and differs from the backup. Restore into an empty folder with --data.")
    raise BackupError(sentence.format(id=printable(folder.name)))


def _place(archive: Archive, meetings: Mapping[str, Iterable[str]], backup: _Backup) -> None:
    """Write the meetings beside the archive's own, look whether each opens, and give all of them their names."""
    staged = archive.root / f"{UNFINISHED}{os.urandom(4).hex()}"
    placed: list[Path] = []
    try:
        staged.mkdir(mode=PRIVATE_FOLDER)
        for meeting_id, names in meetings.items():
            (staged / meeting_id).mkdir(mode=PRIVATE_FOLDER)
            for name in names:
                write_new_file(staged / name, backup.read(name))
            if meeting_id not in backup.damaged:
                with _refusing():
                    require_readable(Archive(staged), meeting_id)
        for meeting_id in meetings:
            (staged / meeting_id).rename(archive.root / meeting_id)
            placed.append(archive.root / meeting_id)
    except BaseException:
        for folder in placed:
            shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    sync_directory(archive.root)


def _refused() -> BackupError:
    return BackupError(
        _("This is not a whole backup of sip-tui, or someone has changed it. Nothing has been restored.")
    )
