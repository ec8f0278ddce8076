"""The ledger: merges changes into cells, in whatever order and however often they arrive.

A cell keeps every value that no later writer had seen; the one with the latest stamp holds, the others are conflicts.
A pad's text is the sum of its splices in the order of their stamps.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sip_tui.meeting.log.change import MIN_STAMP, Change, Edit, Stamp, Value, next_stamp

SPLICED_FIELDS = frozenset({("notes", "text")})
"""The (table, field) pairs that change by splices; all others are replaced whole."""


class Splice(tuple[int, int, str]):
    """``(at, gone, text)``: at this offset remove ``gone`` code points and insert ``text``."""

    __slots__ = ()

    @classmethod
    def parse(cls, value: Value) -> Splice:
        """Convert a change's value; raise ValueError when it is no splice."""
        match value:
            case [int() as at, int() as gone, str() as text]:
                return cls((at, gone, text))
        raise ValueError("a splice is [at, gone, text]")

    def apply(self, text: str) -> str:
        """Apply the splice to a text; offsets outside the text are moved to its ends."""
        at, gone, inserted = self
        at = min(max(at, 0), len(text))
        return text[:at] + inserted + text[at + max(gone, 0) :]


Seen = Mapping[str, Stamp]
"""Writer → the latest of its stamps that somebody has seen."""


def _is_seen(stamp: Stamp, seen: Seen) -> bool:
    return stamp <= seen.get(stamp.writer, MIN_STAMP)


@dataclass(slots=True)
class Cell:
    """A value that is replaced whole."""

    versions: dict[Stamp, Value] = field(default_factory=dict)
    superseded: set[Stamp] = field(default_factory=set)

    @property
    def stamp(self) -> Stamp:
        """The stamp of the value that holds."""
        return max(self.versions, default=MIN_STAMP)

    @property
    def value(self) -> Value:
        """The value that holds: the latest written."""
        return self.versions.get(self.stamp)

    @property
    def lost(self) -> tuple[Value, ...]:
        """The other values written at the same time, the latest first, without equal ones."""
        rest = sorted(self.versions, reverse=True)[1:]
        return tuple(self.versions[stamp] for stamp in rest if self.versions[stamp] != self.value)

    def add(self, change: Change) -> bool:
        """Apply the change; False when it changes nothing."""
        if change.stamp in self.versions:
            return False
        self.superseded.update(change.prior)
        for stamp in change.prior:
            self.versions.pop(stamp, None)
        if change.stamp in self.superseded:
            return False
        self.versions[change.stamp] = change.value
        return True


@dataclass(slots=True)
class TextCell:
    """A pad's text, written splice by splice."""

    base: str = ""
    text: str = ""
    splices: list[tuple[Stamp, Splice]] = field(default_factory=list)
    seen: set[Stamp] = field(default_factory=set)

    @property
    def stamp(self) -> Stamp:
        """The stamp of the last splice."""
        return self.splices[-1][0] if self.splices else MIN_STAMP

    @property
    def value(self) -> Value:
        """The text as one splice, which recreates this cell."""
        splice: list[int | str] = [0, 0, self.text]
        return splice

    def add(self, change: Change) -> bool:
        """Apply the splice in stamp order; False when it was applied before, or is no splice."""
        try:
            splice, late = Splice.parse(change.value), change.stamp < self.stamp
        except ValueError:
            return False
        if change.stamp in self.seen:
            return False
        self.seen.add(change.stamp)
        insort(self.splices, (change.stamp, splice))
        self.text = self._replay() if late else splice.apply(self.text)
        return True

    def _replay(self) -> str:
        text = self.base
        for _, splice in self.splices:
            text = splice.apply(text)
        return text


LedgerRow = dict[str, Cell | TextCell]
Tables = dict[str, dict[str, LedgerRow]]


@dataclass(slots=True)
class Ledger:
    """Every cell of a meeting, and the latest stamp of each writer."""

    tables: Tables = field(default_factory=dict)
    last: Stamp = MIN_STAMP
    """The latest stamp seen."""
    last_by_writer: dict[str, Stamp] = field(default_factory=dict)
    """The latest stamp seen from each writer."""

    def add(self, changes: Iterable[Change]) -> set[tuple[str, str]]:
        """Apply the changes; return the (table, row) pairs that changed."""
        touched = set()
        for change in changes:
            self._advance(change.stamp)
            if self.cell(change.table, change.row, change.field).add(change):
                touched.add((change.table, change.row))
        return touched

    def stamp(self, edits: Iterable[Edit], millis: int, writer: str, seen: Seen | None = None) -> list[Change]:
        """Stamp the edits after everything seen so far; edits that change nothing are dropped.

        Args:
            edits: What to change.
            millis: Wall time.
            writer: Who writes.
            seen: What the writer had seen of others when the edits were made; everything when it is None.
        """
        made: dict[tuple[str, str, str], Change] = {}
        changes, last = [], self.last
        for edit in edits:
            earlier = made.get(edit[:3])
            prior = (earlier.stamp,) if earlier else self._prior(edit, {**seen, writer: self.last} if seen else None)
            if prior is None:
                continue
            last = next_stamp(last, millis, writer)
            made[edit[:3]] = Change(last, *edit, prior)
            changes.append(made[edit[:3]])
        return changes

    def dismiss(self, table: str, row: str, name: str, millis: int, writer: str) -> list[Change]:
        """Make the changes that dismiss a cell's conflict: its value again, over every other."""
        cell = self.tables.get(table, {}).get(row, {}).get(name)
        if not isinstance(cell, Cell) or len(cell.versions) < 2:
            return []
        return self.overwrite(Edit(table, row, name, cell.value), millis, writer)

    def overwrite(self, edit: Edit, millis: int, writer: str) -> list[Change]:
        """Make the changes that write a value over every other in its cell, which ends a conflict."""
        cell = self.cell(edit.table, edit.row, edit.field)
        prior = tuple(sorted(cell.versions)) if isinstance(cell, Cell) else ()
        return [Change(next_stamp(self.last, millis, writer), *edit, prior)]

    def snapshot_edits(self) -> list[Edit]:
        """The edits that recreate the meeting, without its conflicts."""
        return [
            Edit(table, row, name, cell.value)
            for table, rows in self.tables.items()
            for row, cells in rows.items()
            for name, cell in cells.items()
        ]

    def cell(self, table: str, row: str, name: str) -> Cell | TextCell:
        """The cell, created when it is new."""
        cells = self.tables.setdefault(table, {}).setdefault(row, {})
        if name not in cells:
            cells[name] = TextCell() if (table, name) in SPLICED_FIELDS else Cell()
        return cells[name]

    def _prior(self, edit: Edit, seen: Seen | None) -> tuple[Stamp, ...] | None:
        """The stamps that an edit replaces; None when the cell holds its value already."""
        cell = self.tables.get(edit.table, {}).get(edit.row, {}).get(edit.field)
        if cell is None or isinstance(cell, TextCell):
            return ()
        known = [stamp for stamp in sorted(cell.versions) if seen is None or _is_seen(stamp, seen)]
        if not known:
            return ()
        before = cell.versions[known[-1]]
        if before == edit.value and type(before) is type(edit.value):
            return None
        # Who writes over one of two equal values has seen both.
        return tuple(stamp for stamp in sorted(cell.versions) if cell.versions[stamp] == before)

    def _advance(self, stamp: Stamp) -> None:
        self.last = max(self.last, stamp)
        self.last_by_writer[stamp.writer] = max(self.last_by_writer.get(stamp.writer, MIN_STAMP), stamp)
