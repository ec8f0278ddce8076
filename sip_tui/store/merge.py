"""Two ledgers of one meeting made one: what the disk holds, and what only this process knows.

The marks are a version vector: a value that one side lacks although its mark lies beyond that value's stamp has been
replaced there (Shapiro, Preguiça et al., "Conflict-free Replicated Data Types", 2011).
"""

from __future__ import annotations

from sip_tui.meeting.log.change import DAWN, Stamp, Value
from sip_tui.meeting.log.ledger import Cell, Ledger, Splice, Text
from sip_tui.store.journal_reader import Marks


def ahead(one: Marks, other: Marks) -> bool:
    """True when ``one`` holds something that ``other`` lacks."""
    return any(stamp > other.get(writer, DAWN) for writer, stamp in one.items())


def catch_up(ledger: Ledger, disk: Ledger) -> None:
    """Take what the disk holds into ``ledger``; ``disk`` must hold all that ``ledger`` was once loaded from."""
    for table, rows in ledger.tables.items():
        for row, cells in rows.items():
            for name, cell in cells.items():
                _add(disk, ledger, (table, row, name), cell)
    ledger.tables = disk.tables
    for writer, stamp in disk.marks.items():
        ledger.marks[writer] = max(stamp, ledger.marks.get(writer, DAWN))
    ledger.last = max(ledger.last, disk.last)


def _add(disk: Ledger, ledger: Ledger, place: tuple[str, str, str], cell: Cell | Text) -> None:
    there = disk.cell(*place)
    if isinstance(there, Text) and isinstance(cell, Text):
        _add_splices(there, [one for one in cell.splices if one[0] > disk.marks.get(one[0].writer, DAWN)])
    elif isinstance(there, Cell) and isinstance(cell, Cell):
        here, elsewhere = _alone(cell, there, disk.marks), _alone(there, cell, ledger.marks)
        there.heads = {**{stamp: there.heads[stamp] for stamp in there.heads.keys() & cell.heads.keys()}, **here}
        there.heads.update(elsewhere)
        there.seen |= cell.seen


def _alone(cell: Cell, other: Cell, marks: Marks) -> dict[Stamp, Value]:
    """The values that only ``cell`` has, and that the other side, with these marks, has never seen."""
    new = {stamp for stamp in cell.heads.keys() - other.heads.keys() if stamp > marks.get(stamp.writer, DAWN)}
    return {stamp: cell.heads[stamp] for stamp in new - other.seen}


def _add_splices(text: Text, splices: list[tuple[Stamp, Splice]]) -> None:
    known = {stamp for stamp, _ in text.splices}
    for stamp, splice in splices:
        if stamp not in known:
            text.splices.append((stamp, splice))
    text.splices.sort()
    text.known = {stamp for stamp, _ in text.splices}
    text.text = text.base
    for _, splice in text.splices:
        text.text = splice.apply(text.text)
