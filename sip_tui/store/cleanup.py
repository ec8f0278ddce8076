"""Removal: what closing or purging a meeting takes away, and what a killed process has left."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sip_tui.paths import TooLargeError, read_file
from sip_tui.store.atomic import MAX_FILE, sync_directory, write_atomically
from sip_tui.store.checkpoint import CHECKPOINT
from sip_tui.store.errors import StoreError
from sip_tui.store.journal_reader import JournalReader
from sip_tui.store.locks import MEETING_LOCK, SEATS_LOCK, try_lock
from sip_tui.store.replicas import SYNC_FILE, SYNC_LOCK, SYNC_STATE
from sip_tui.store.vault import KEY_FILE, destroy_key

DAMAGED = ".damaged"
_KEPT = frozenset({CHECKPOINT, KEY_FILE, MEETING_LOCK, SEATS_LOCK, SYNC_FILE, SYNC_STATE, SYNC_LOCK})
"""A lock stays: a waiting process has it open, and would not notice its removal."""


def copy_damaged(path: Path) -> None:
    """Copy a damaged file beside itself, once; do nothing with a huge one, or where nothing may be written."""
    copy = path.with_name(path.name + DAMAGED)
    with suppress(OSError):
        if not copy.exists():
            write_atomically(copy, read_file(path, MAX_FILE))


def remove_history(folder: Path, unreadable: Iterable[JournalReader]) -> None:
    """Remove all but the checkpoint, and of a journal with unreadable lines all but those."""
    keep = set(_KEPT)
    for reader in unreadable:
        copy = reader.path.with_name(reader.path.name + DAMAGED)
        try:
            write_atomically(copy, read_file(reader.path, MAX_FILE)[reader.offset :])
        except TooLargeError:
            reader.path.replace(copy)
        keep.add(copy.name)
    for path in list(folder.iterdir()):
        if path.name in keep:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    sync_directory(folder)


def remove_folder(folder: Path) -> None:
    """Remove a meeting with everything in it, its key first."""
    destroy_key(folder)
    shutil.rmtree(folder)
    sync_directory(folder.parent)


def remove_temporary_files(folder: Path) -> None:
    """Remove the temporary files of a killed process, unless somebody is writing one now."""
    left = list(folder.glob("*.tmp"))
    if not left:
        return
    with suppress(OSError, StoreError):
        if lock := try_lock(folder / MEETING_LOCK):
            for path in left:
                path.unlink(missing_ok=True)
            lock.release()
