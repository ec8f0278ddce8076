"""The meeting is what its changes add up to, in whatever order and however often they arrive.

A cell keeps the values that no later writer had seen ("heads"); the latest of them is the value, the others are what
somebody lost. A text is the sum of its splices in the order of their stamps.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass, field

from sip_tui.meeting.log.change import MIN_STAMP, Change, Edit, Stamp, Value, next_stamp

SPLICED_FIELDS = frozenset({("notes", "text")})
"""The cells that change by splices; all others are replaced whole."""


class Splice(tuple[int, int, str]):
    """``(at, gone, text)``: at this place, so many code points go, and this text comes."""

    __slots__ = ()

    @classmethod
    def parse(cls, value: Value) -> Splice:
        """Read a change's value; raise ValueError when it is no splice."""
        match value:
            case [int() as at, int() as gone, str() as text]:
                return cls((at, gone, text))
        raise ValueError("a splice is [at, gone, text]")

    def apply(self, text: str) -> str:
        """Give the text after this splice; places outside the text are moved to its ends."""
        at, gone, comes = self
        at = min(max(at, 0), len(text))
        return text[:at] + comes + text[at + max(gone, 0) :]


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
        """The value that holds: the latest that was written."""
        return self.versions[max(self.versions)] if self.versions else None

    @property
    def snapshot(self) -> Value:
        """What an edit must say to make this cell anew."""
        return self.value

    @property
    def lost(self) -> tuple[Value, ...]:
        """What was written at the same time and did not hold, the latest first; the same value is no loss."""
        rest = sorted(self.versions, reverse=True)[1:]
        return tuple(self.versions[stamp] for stamp in rest if self.versions[stamp] != self.value)

    def add(self, change: Change) -> bool:
        """Take the change in; false when it changes nothing."""
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
    """A text that one seat writes, splice by splice."""

    base: str = ""
    text: str = ""
    splices: list[tuple[Stamp, Splice]] = field(default_factory=list)
    seen: set[Stamp] = field(default_factory=set)

    @property
    def stamp(self) -> Stamp:
        """The stamp of the last splice."""
        return self.splices[-1][0] if self.splices else MIN_STAMP

    @property
    def snapshot(self) -> Value:
        """The text as one splice."""
        splice: list[int | str] = [0, 0, self.text]
        return splice

    def add(self, change: Change) -> bool:
        """Take the splice in at its place in time; false when it is known, or is no splice."""
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
    """Every cell of a meeting, and how far each writer has been followed."""

    tables: Tables = field(default_factory=dict)
    last: Stamp = MIN_STAMP
    """The latest stamp seen from anybody."""
    last_by_writer: dict[str, Stamp] = field(default_factory=dict)
    """The latest stamp seen from each writer."""

    def add(self, changes: Iterable[Change]) -> set[tuple[str, str]]:
        """Take the changes in; give the (table, row) pairs that look different now."""
        touched = set()
        for change in changes:
            self._witness(change.stamp)
            if self.cell(change.table, change.row, change.field).add(change):
                touched.add((change.table, change.row))
        return touched

    def stamp(self, edits: Iterable[Edit], millis: int, writer: str) -> list[Change]:
        """Give each edit its place after everything seen so far; what changes nothing gets none."""
        made: dict[tuple[str, str, str], Change] = {}
        changes, last = [], self.last
        for edit in edits:
            earlier = made.get(edit[:3])
            prior = (earlier.stamp,) if earlier else self._prior(edit)
            if prior is None:
                continue
            last = next_stamp(last, millis, writer)
            made[edit[:3]] = Change(last, *edit, prior)
            changes.append(made[edit[:3]])
        return changes

    def dismiss(self, table: str, row: str, name: str, millis: int, writer: str) -> list[Change]:
        """Write the value that holds once more, over every other: what was lost has been seen."""
        cell = self.tables.get(table, {}).get(row, {}).get(name)
        if not isinstance(cell, Cell) or len(cell.versions) < 2:
            return []
        return self.overwrite(Edit(table, row, name, cell.value), millis, writer)

    def overwrite(self, edit: Edit, millis: int, writer: str) -> list[Change]:
        """Write a value over every other that stands in its cell: nothing there is lost any more."""
        cell = self.cell(edit.table, edit.row, edit.field)
        prior = tuple(sorted(cell.versions)) if isinstance(cell, Cell) else ()
        return [Change(next_stamp(self.last, millis, writer), *edit, prior)]

    def snapshot_edits(self) -> list[Edit]:
        """Give edits that make the same meeting anew, each cell with the value that holds."""
        return [
            Edit(table, row, name, cell.snapshot)
            for table, rows in self.tables.items()
            for row, cells in rows.items()
            for name, cell in cells.items()
        ]

    def cell(self, table: str, row: str, name: str) -> Cell | TextCell:
        """Give the cell, made when it is new."""
        cells = self.tables.setdefault(table, {}).setdefault(row, {})
        if name not in cells:
            cells[name] = TextCell() if (table, name) in SPLICED_FIELDS else Cell()
        return cells[name]

    def _prior(self, edit: Edit) -> tuple[Stamp, ...] | None:
        """The stamps that an edit replaces; None when the cell already holds its value."""
        cell = self.tables.get(edit.table, {}).get(edit.row, {}).get(edit.field)
        if cell is None or isinstance(cell, TextCell):
            return ()
        if cell.value == edit.value and type(cell.value) is type(edit.value):
            return None
        # Who writes over one of two equal values has seen both.
        return tuple(stamp for stamp in sorted(cell.versions) if cell.versions[stamp] == cell.value)

    def _witness(self, stamp: Stamp) -> None:
        self.last = max(self.last, stamp)
        self.last_by_writer[stamp.writer] = max(self.last_by_writer.get(stamp.writer, MIN_STAMP), stamp)
