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
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from sip_tui.i18n.translation import _
from sip_tui.store.archive import PRIVATE_FOLDER, UNFINISHED, Archive
from sip_tui.store.atomic import sync_directory, write_atomically, write_new_file
from sip_tui.store.errors import DamagedError, LockedError, StoreError, printable, translating_os_errors
from sip_tui.store.index import ARCHIVE_LOCK
from sip_tui.store.locks import MEETING_LOCK, locked

MANIFEST, VERSION = "manifest.json", 1
MAX_BYTES = 1_000_000_000
"""Bytes of all files together; an archive of a thousand meetings takes a tenth of it."""
MAX_FILES = 100_000
_MEMBER = re.compile(r"(?P<id>[A-Za-z0-9][A-Za-z0-9_-]{0,63})/(?P<name>[A-Za-z0-9][A-Za-z0-9._-]{0,119})")
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


def write_backup(archive: Archive, path: Path, made: datetime, *, replace: bool = False) -> BackupReport:
    """Write every meeting of an archive to one file, and read it back.

    Raises:
        BackupError: There is a file already, or what was written does not read back.
        StoreError: A meeting cannot be read, or there is no room; nothing is left behind.
    """
    if path.is_dir():
        path = path / f"sip-tui-backup-{made:%Y-%m-%d}.zip"
    if path.exists() and not replace:
        sentence = _("{path} is there already. Choose another name, or write over it with --force.")
        raise BackupError(sentence.format(path=printable(str(path))))
    files = dict(_files(archive))
    with translating_os_errors(path):
        write_atomically(path, _packed(files, made))
        content = path.read_bytes()
    if _unpacked(content) != files:
        raise BackupError(_("The backup does not read back as it was written. Try another disk."))
    return BackupReport(path, len({name.partition("/")[0] for name in files}))


def restore_backup(archive: Archive, path: Path) -> BackupReport:
    """Put every meeting of a backup into an archive, all of them or none.

    Raises:
        BackupError: The file is no sound backup, or holds a meeting that is another one here.
        StoreError: There is no room, or the archive may not be written; nothing is left behind.
    """
    with translating_os_errors(path):
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            raise _refused()
        files = _unpacked(path.read_bytes())
    meetings: dict[str, dict[str, bytes]] = {}
    for name, data in files.items():
        meeting_id, _slash, file = name.partition("/")
        meetings.setdefault(meeting_id, {})[file] = data
    with translating_os_errors(archive.root):
        archive.make_root()
        with locked(archive.root / ARCHIVE_LOCK):
            wanted = {row: found for row, found in meetings.items() if not _is_there(archive.root / row, found)}
            _place(archive, wanted)
    return BackupReport(path, len(wanted), len(meetings) - len(wanted))


def _files(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """Read the files of every meeting while nobody rewrites them."""
    for entry in archive.entries():
        folder = archive.root / entry.id
        with translating_os_errors(folder), locked(folder / MEETING_LOCK):
            for path in sorted(folder.iterdir()):
                if path.is_file() and not path.is_symlink() and not path.name.endswith(_NOT_COPIED):
                    yield f"{entry.id}/{path.name}", path.read_bytes()


def _packed(files: Mapping[str, bytes], made: datetime) -> bytes:
    from io import BytesIO

    members = {name: {"size": len(data), "sha256": sha256(data).hexdigest()} for name, data in files.items()}
    manifest = {"version": VERSION, "made": made.isoformat(), "files": members}
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def _unpacked(content: bytes) -> dict[str, bytes]:
    """Return the files of a backup by name; raise BackupError for anything that is not exactly what it should be."""
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            if len(members) > MAX_FILES or len({member.filename for member in members}) != len(members):
                raise _refused()
            listed = _manifest(_read(archive, MANIFEST, MAX_BYTES))
            if {member.filename for member in members} != {MANIFEST, *listed}:
                raise _refused()
            return {
                member.filename: _checked(archive, member, listed[member.filename])
                for member in members
                if member.filename != MANIFEST
            }
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, RuntimeError, NotImplementedError, EOFError) as error:
        raise _refused() from error


def _manifest(data: bytes) -> dict[str, tuple[int, str]]:
    """Check the manifest, and every name in it; return the size and the checksum of each file."""
    manifest = json.loads(data)
    if not isinstance(manifest, dict) or not isinstance(manifest.get("files"), dict):
        raise _refused()
    if manifest.get("version") != VERSION:
        raise BackupError(_("The backup was written by a newer sip-tui. Upgrade the program to restore it."))
    found = {str(name): (row["size"], row["sha256"]) for name, row in manifest["files"].items()}
    if not all(_MEMBER.fullmatch(name) and type(size) is int and size >= 0 for name, (size, _sum) in found.items()):
        raise _refused()
    if sum(size for size, _sum in found.values()) > MAX_BYTES:
        raise _refused()
    return found


def _checked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, listed: tuple[int, str]) -> bytes:
    size, checksum = listed
    kind = stat.S_IFMT(member.external_attr >> 16)
    data = b"" if kind not in {0, stat.S_IFREG} else _read(archive, member.filename, size)
    if len(data) != size or sha256(data).hexdigest() != checksum:
        raise _refused()
    return data


def _read(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Read a member; of one that is larger than it says no more than a byte too much."""
    with archive.open(name) as file:
        return file.read(most + 1)


def _is_there(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Check whether a meeting is here already as in the backup; raise BackupError when it is another one."""
    if not folder.exists():
        return False
    if all((folder / name).is_file() and (folder / name).read_bytes() == data for name, data in files.items()):
        return True
    sentence = _("Meeting {id} is here already and differs from the backup. Restore into an empty folder with --data.")
    raise BackupError(sentence.format(id=printable(folder.name)))


def _place(archive: Archive, meetings: Mapping[str, Mapping[str, bytes]]) -> None:
    """Write the meetings beside the archive's own, look whether each opens, and give all of them their names."""
    staged = archive.root / f"{UNFINISHED}{os.urandom(4).hex()}"
    placed: list[Path] = []
    try:
        staged.mkdir(mode=PRIVATE_FOLDER)
        for meeting_id, files in meetings.items():
            (staged / meeting_id).mkdir(mode=PRIVATE_FOLDER)
            for name, data in files.items():
                write_new_file(staged / meeting_id / name, data)
            _require_readable(Archive(staged), meeting_id)
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


def _require_readable(archive: Archive, meeting_id: str) -> None:
    folder = archive.open(meeting_id)
    try:
        with suppress(LockedError):
            folder.load()
    except DamagedError as error:
        raise _refused() from error
    finally:
        folder.leave()


def _refused() -> BackupError:
    return BackupError(_("This is no whole backup of sip-tui, or somebody has changed it. Nothing has been restored."))
