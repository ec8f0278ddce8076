"""What is to be said of a meeting's files: damaged, changed from outside, or readable by others."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

from sip_tui.i18n.translation import _
from sip_tui.store import cleanup
from sip_tui.store.errors import printable
from sip_tui.store.file_systems import place_warning, rights_warning
from sip_tui.store.index import INDEX
from sip_tui.store.journal import writer_lock
from sip_tui.store.journal_reader import JournalReader
from sip_tui.store.locks import is_locked

GROUP_AND_OTHERS = 0o077
"""Mode bits that no file of an archive has."""


class FolderWarnings:
    """The warnings about one folder, each once; what is damaged is copied before anybody repairs it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.sentences: list[str] = []
        self.damage: list[str] = []
        """Those about what cannot be read, or was changed from outside."""

    def add(self, sentence: str) -> None:
        """Add a sentence."""
        if sentence not in self.sentences:
            self.sentences.append(sentence)

    def unreadable(self, reader: JournalReader, *, finished: bool) -> None:
        """Warn of lines that cannot be read; with ``finished``, also of a last line that nobody is writing any more."""
        torn = finished and reader.torn and not is_locked(writer_lock(reader.path))
        if torn or reader.stopped:
            self._add_damage(_unreadable_sentence(reader))
            cleanup.copy_damaged(reader.path)

    def changed(self, checkpoint: Path) -> None:
        """Warn of a checkpoint whose checksum is wrong."""
        cleanup.copy_damaged(checkpoint)
        sentence = _(
            "The file of meeting {id} was changed outside sip-tui; if nobody did that, "
            "sip-tui doctor --restore {id} puts back the copy before it."
        )
        self._add_damage(sentence.format(id=self._folder.name))

    def _add_damage(self, sentence: str) -> None:
        if sentence not in self.damage:
            self.damage.append(sentence)
        self.add(sentence)

    def place(self) -> None:
        """Warn of an archive on a share or in a synchronised folder."""
        if sentence := place_warning(self._folder):
            self.add(sentence)

    def permissions(self) -> None:
        """Warn of an archive, or a file of the meeting, that others on this computer may read."""
        if sentence := open_archive_warning(self._folder.parent, self._folder):
            self.add(sentence)


def open_archive_warning(root: Path, meeting: Path | None = None) -> str:
    """Return a sentence when others may read an archive: the same one whatever of it that is; empty when they may not.

    Args:
        root: The archive.
        meeting: Whose folder and files are looked at; without it the folders of all meetings are, but no file.
    """
    with suppress(OSError):
        if not any(is_open_to_others(path) for path in chain((root, root / INDEX), _inside(root, meeting))):
            return ""
        sentence = _("Others on this computer may read the archive at {path}; run sip-tui doctor.")
        return rights_warning(root) or sentence.format(path=printable(str(root)))
    return ""


def _inside(root: Path, meeting: Path | None) -> Iterator[Path]:
    if meeting:
        return chain((meeting,), (path for path in meeting.iterdir() if path.is_file() and not path.is_symlink()))
    with os.scandir(root) as entries:
        return iter([Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)])


def is_open_to_others(path: Path) -> bool:
    """Tell whether others on this computer may read or write something; what is gone they may not."""
    with suppress(FileNotFoundError):
        return os.name == "posix" and bool(path.stat().st_mode & GROUP_AND_OTHERS)
    return False


def _unreadable_sentence(reader: JournalReader) -> str:
    if reader.newer:
        return _("Another window runs a newer sip-tui. Upgrade this one to see what is written there.")
    return _("Some lines in {name} cannot be read; all before them is here, and a copy of the file is kept.").format(
        name=reader.path.name
    )
