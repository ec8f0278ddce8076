"""Two ledgers of one meeting made one: what the disk holds, and what only this process knows.

The marks are a version vector: a value that one side lacks although its mark lies beyond that value's stamp has been
replaced there (Shapiro, Preguiça et al., "Conflict-free Replicated Data Types", 2011).
"""

from __future__ import annotations

from sip_tui.meeting.log.change import MIN_STAMP, Stamp, Value
from sip_tui.meeting.log.ledger import Cell, Ledger, Splice, TextCell
from sip_tui.store.journal_reader import Marks


def is_newer(marks: Marks, other: Marks) -> bool:
    """True when ``one`` holds something that ``other`` lacks."""
    return any(stamp > other.get(writer, MIN_STAMP) for writer, stamp in marks.items())


def merge_into(ledger: Ledger, disk: Ledger) -> None:
    """Take what the disk holds into ``ledger``; ``disk`` must hold all that ``ledger`` was once loaded from."""
    for table, rows in ledger.tables.items():
        for row, cells in rows.items():
            for name, cell in cells.items():
                _add(disk, ledger, (table, row, name), cell)
    ledger.tables = disk.tables
    for writer, stamp in disk.last_by_writer.items():
        ledger.last_by_writer[writer] = max(stamp, ledger.last_by_writer.get(writer, MIN_STAMP))
    ledger.last = max(ledger.last, disk.last)


def _add(disk: Ledger, ledger: Ledger, place: tuple[str, str, str], cell: Cell | TextCell) -> None:
    there = disk.cell(*place)
    if isinstance(there, TextCell) and isinstance(cell, TextCell):
        _add_splices(
            there,
            [splice for splice in cell.splices if splice[0] > disk.last_by_writer.get(splice[0].writer, MIN_STAMP)],
        )
    elif isinstance(there, Cell) and isinstance(cell, Cell):
        here, elsewhere = _alone(cell, there, disk.last_by_writer), _alone(there, cell, ledger.last_by_writer)
        there.versions = {
            **{stamp: there.versions[stamp] for stamp in there.versions.keys() & cell.versions.keys()},
            **here,
        }
        there.versions.update(elsewhere)
        there.superseded |= cell.superseded


def _alone(cell: Cell, other: Cell, marks: Marks) -> dict[Stamp, Value]:
    """The values that only ``cell`` has, and that the other side, with these marks, has never seen."""
    new = {
        stamp for stamp in cell.versions.keys() - other.versions.keys() if stamp > marks.get(stamp.writer, MIN_STAMP)
    }
    return {stamp: cell.versions[stamp] for stamp in new - other.superseded}


def _add_splices(text: TextCell, splices: list[tuple[Stamp, Splice]]) -> None:
    known = {stamp for stamp, _ in text.splices}
    for stamp, splice in splices:
        if stamp not in known:
            text.splices.append((stamp, splice))
    text.splices.sort()
    text.seen = {stamp for stamp, _ in text.splices}
    text.text = text.base
    for _, splice in text.splices:
        text.text = splice.apply(text.text)
