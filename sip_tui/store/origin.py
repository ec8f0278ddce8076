"""The beginning of a meeting as a journal, for a machine that has nothing of it yet.

A meeting that was closed once has only its checkpoint. Its cells travel with the stamps they have; a text becomes one
splice, stamped before every other. The checkpoint of this machine covers them all, so that nothing is written twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.meeting.log.change import Change, Stamp
from sip_tui.meeting.log.ledger import Ledger, TextCell
from sip_tui.store.errors import translating_os_errors
from sip_tui.store.journal_reader import JournalSet
from sip_tui.store.meeting_folder import MeetingFolder


def write_origin(folder: MeetingFolder) -> None:
    """Write a journal that the meeting begins in, when no journal here reaches back to its beginning."""
    folder.checkpoint()
    ledger, journals = folder.load(), JournalSet(folder.path, codec=folder.codec)
    with translating_os_errors(folder.path):
        journals.read()
    changes = first_changes(ledger, folder.writer)
    if changes and not any(reader.origin for reader in journals.readers.values()):
        ledger.last_by_writer[folder.writer] = Stamp(0, len(changes), folder.writer)
        folder.write_covering(ledger)
        folder.append(changes, origin=True)


def first_changes(ledger: Ledger, writer: str) -> list[Change]:
    """Return the changes that make this ledger out of nothing, the texts first; ``writer`` is a new one's name."""
    texts = [
        Change(Stamp(0, number, writer), table, row, name, list[int | str]((0, 0, cell.base)))
        for number, (table, row, name, cell) in enumerate(_texts(ledger))
    ]
    splices = [
        Change(stamp, table, row, name, list[int | str](splice))
        for table, row, name, cell in _texts(ledger)
        for stamp, splice in cell.splices
    ]
    return [*texts, *sorted([*splices, *_cells(ledger)], key=lambda change: change.stamp)]


def _texts(ledger: Ledger) -> Iterator[tuple[str, str, str, TextCell]]:
    for table, rows in ledger.tables.items():
        for row, cells in rows.items():
            for name, cell in cells.items():
                if isinstance(cell, TextCell):
                    yield table, row, name, cell


def _cells(ledger: Ledger) -> Iterator[Change]:
    for table, rows in ledger.tables.items():
        for row, cells in rows.items():
            for name, cell in cells.items():
                if not isinstance(cell, TextCell):
                    for stamp, value in cell.versions.items():
                        yield Change(stamp, table, row, name, value)
