"""Restoring a meeting whose checkpoint is damaged."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from sip_tui.i18n.translation import _
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.store.atomic import sync_directory, write_atomically
from sip_tui.store.checkpoint import CHECKPOINT, EARLIER, CheckpointFile, read_checkpoint
from sip_tui.store.codec import Codec
from sip_tui.store.errors import DamagedError, NewerFormatError, translating_os_errors
from sip_tui.store.journal_reader import JournalSet


def restore(folder: Path, file: CheckpointFile) -> str:
    """Restore the newest intact copy, else rebuild the meeting from its journals; return a sentence about it.

    The caller holds the meeting's lock.

    Raises:
        DamagedError: No copy is readable, and no journal reaches back to the beginning.
    """
    if _is_intact(file.path, file.codec):
        return _("Meeting {id} is in good order; nothing was changed.").format(id=folder.name)
    if copy := next((path for path in _copies(folder) if _is_intact(path, file.codec)), None):
        kept = set_aside(file.path)
        with translating_os_errors(folder):
            write_atomically(file.path, copy.read_bytes())
        done = _("Meeting {id} was restored from {copy} and its logs.").format(id=folder.name, copy=copy.name)
    else:
        ledger = _from_journals(folder, file.codec)
        kept = set_aside(file.path)
        file.write(ledger)
        done = _("Meeting {id} was restored from its logs.").format(id=folder.name)
    return f"{done} {kept}".strip()


def _is_intact(path: Path, codec: Codec) -> bool:
    try:
        return read_checkpoint(path, codec).intact
    except NewerFormatError:
        raise
    except DamagedError:
        return False


def _copies(folder: Path) -> list[Path]:
    older = sorted(folder.glob(f"{CHECKPOINT}.v*"), reverse=True)
    return [path for path in [*(folder / name for name in EARLIER), *older] if path.exists()]


def _from_journals(folder: Path, codec: Codec) -> Ledger:
    journals = JournalSet(folder, codec=codec)
    with translating_os_errors(folder):
        changes = journals.read()
    if not any(reader.origin for reader in journals.readers.values()):
        sentence = _("Nothing in meeting {id} can be read. Put its folder back from your backup.")
        raise DamagedError(sentence.format(id=folder.name))
    ledger = Ledger()
    ledger.add(changes)
    return ledger


def set_aside(path: Path) -> str:
    """Rename a damaged file; return a sentence that says its new name, empty when there is no file."""
    if not path.exists():
        return ""
    names = (path.with_name(f"{path.name}.damaged-{number}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    with translating_os_errors(path):
        path.rename(aside)
        sync_directory(path.parent)
    return _("The damaged file is kept as {name}.").format(name=aside.name)
