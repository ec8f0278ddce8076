"""Linked rows: the rows that the tagged lines of a pad have made, kept in step with the text.

A line of a single row, such as the next meeting, fills in fields of that row; deleting the line empties them again.

Everything follows from the meeting and the pad's text. Whatever changed the text (a key, undo, a paste, another
program, a restart), the rows are right after it, and no state has to be kept.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate
from operator import attrgetter
from typing import Any

from sip_tui.meeting.content.plan import delete_row
from sip_tui.meeting.log.change import MIN_STAMP, Edit, EditContext, Value, as_edits
from sip_tui.meeting.log.ledger import Cell
from sip_tui.meeting.log.projection import read_row
from sip_tui.meeting.model.meeting import LIST_TABLES, SINGLE_ROW_TABLES, TABLES, Link, Meeting, Row
from sip_tui.meeting.notes.line_matching import match_lines
from sip_tui.meeting.notes.pads import TaggedLine, parse_tagged, tagged_lines

CellReader = Callable[[Meeting, TaggedLine], Mapping[str, str]]
"""Reads a line: field → non-empty value. The meeting has the rows of the lines above already."""
REMEMBERED = 2000
"""How many characters of earlier lines a link keeps, for an undo that goes back far."""


def sync_rows(meeting: Meeting, pad: str, text: str, context: EditContext, cells: CellReader) -> tuple[Edit, ...]:
    """Bring the rows and the links into step with a pad.

    A new line makes a row. An edited line changes the cells that it sets differently from before; what somebody has
    written in the others is kept. A deleted line deletes its row, unless somebody has worked on the row since. A line
    that comes back, here or in another pad, gets its old row. A row that somebody deleted stays deleted until its line
    is edited or written anew.

    Args:
        meeting: The meeting, with or without the text.
        pad: The pad's row, see ``pads.pad_id``.
        text: The whole text of the pad.
        context: The time, and the prefix of the ids of new rows.
        cells: Reads a line.
    """
    lines = tagged_lines(text)
    links = [link for link in meeting.links if link.row and _is_valid(link)]
    held, left = [link for link in links if link.pad == pad], [link for link in links if not link.pad]
    if [line.line for line in lines] == [link.line for link in held]:
        return ()
    step = max((link.order for link in left), default=0) + 1
    writer = _RowWriter(meeting, pad, context, cells, step, meeting.rows_by_id({link.table for link in links}))
    pairs = match_lines(lines, held, left, writer.is_edited_since)
    kept = {link.id for link in pairs.values()}
    writer.unlink(link for link in held if link.id not in kept)
    for index, line in enumerate(lines):
        writer.write(line, pairs.get(index))
    return tuple(writer.edits)


def linked_row(meeting: Meeting, pad: str, line: str) -> tuple[str, str] | None:
    """The table and the row that a line of a pad has made; None for other lines. The row may be deleted."""
    whole = line.strip()
    return next(((link.table, link.row) for link in meeting.links if (link.pad, link.line) == (pad, whole)), None)


def _is_valid(link: Link) -> bool:
    """Check whether a link has a table, and what it gave to a single row are fields of that row."""
    if link.table in SINGLE_ROW_TABLES:
        return all(hasattr(TABLES[link.table], name) for name in _given(link))
    return link.table in LIST_TABLES


def forget_removed_lines(meeting: Meeting) -> tuple[Edit, ...]:
    """Clear the text that only an undo needs: lines in no pad, and the rows deleted with them.

    For the closing: deleted text must not live on.
    """
    there = meeting.rows_by_id(LIST_TABLES)
    return tuple(edit for link in meeting.links for edit in _forgotten(link, (link.table, link.row) in there))


def _forgotten(link: Link, is_there: bool) -> Iterator[Edit]:
    if link.before:
        yield Edit("links", link.id, "before", [])
    if link.pad or not link.line:
        return
    yield from as_edits("links", link.id, [("line", ""), ("gave", [])])
    if link.table in LIST_TABLES and not is_there:
        yield from (Edit(link.table, link.row, name, "") for name in _given(link))


@dataclass(slots=True)
class _RowWriter:
    """Writes the rows and links line by line; ``meeting`` is the meeting as the lines so far have made it."""

    meeting: Meeting
    pad: str
    context: EditContext
    cells: CellReader
    step: int
    """The order given to links that leave the pad: the latest has the highest."""
    rows: dict[tuple[str, str], Row]
    """The rows of the tables that have links, in step with ``meeting``; see ``Meeting.rows_by_id``."""
    edits: list[Edit] = field(default_factory=list)
    _order: int = -1
    """The order of the line above."""
    _made: int = 0

    def is_edited_since(self, link: Link) -> bool:
        """Check whether a link's row differs from what its line gave it, apart from the order."""
        row = self._row_of(link)
        if row is not None and link.table in SINGLE_ROW_TABLES:
            return any(getattr(row, name) != value for name, value in _given(link).items())
        return row is not None and replace(row, order=0, lost={}) != _read(link.table, link.row, _given(link))

    def unlink(self, links: Iterable[Link]) -> None:
        """Delete the rows of deleted lines, but for those that somebody has worked on since."""
        tables = set[str]()
        for link in links:
            self._change_link(link, pad="", order=self.step)
            if self._row_of(link) is None or self.is_edited_since(link):
                continue
            if link.table in SINGLE_ROW_TABLES:
                self._fill(link, dict.fromkeys(_given(link), ""))
            else:
                self.edits += delete_row(link.table, link.row)
                del self.rows[link.table, link.row]
                tables.add(link.table)
        for table in tables:
            self._set_rows(table, [row for row in self.meeting.rows(table) if (table, row.id) in self.rows])

    def _row_of(self, link: Link) -> Row | None:
        """Return a link's row; None when it is deleted."""
        if link.table in SINGLE_ROW_TABLES:
            single: Row = getattr(self.meeting, link.table)
            return single
        return self.rows.get((link.table, link.row))

    def write(self, line: TaggedLine, link: Link | None) -> None:
        """Create the row of a line, or bring it into step."""
        known = link or self._create(line)
        if (known.pad, known.line) != (self.pad, line.line):
            known = self._update(line, known)
        self._order = known.order if link and link.pad == self.pad and link.order > self._order else self._order + 1
        self._change_link(known, order=self._order)

    def _create(self, line: TaggedLine) -> Link:
        row = f"{self.context.row}-{self._made}"
        self._made += 1
        given = {name: value for name, value in self.cells(self.meeting, line).items() if value}
        if line.table in SINGLE_ROW_TABLES:
            single: Row = getattr(self.meeting, line.table)
            link = self._change_link(Link(id=row, order=-1), table=line.table, row=single.id)
            self._fill(link, given)
            return self._change_link(link, pad=self.pad, line=line.line, gave=_flat(given))
        above = self.meeting.rows(line.table)
        order = above[-1].order + 1 if above else 0
        self.edits += (*as_edits(line.table, row, given.items()), Edit(line.table, row, "order", order))
        made = replace(_read(line.table, row, given), order=order)
        self.rows[line.table, row] = made
        self._set_rows(line.table, (*above, made))
        link = Link(id=row, order=-1)
        return self._change_link(link, pad=self.pad, line=line.line, table=line.table, row=row, gave=_flat(given))

    def _update(self, line: TaggedLine, link: Link) -> Link:
        """Update the row of a line that was edited, or is in this pad again; undelete it."""
        before, row = parse_tagged(link.line), self._row_of(link)
        changed = self._changed_cells(before, line) if before != line else {}
        gave = {**_given(link), **changed}
        if link.table in SINGLE_ROW_TABLES:
            self._fill(link, changed if link.pad else gave)
        else:
            self._change_row(link, row, changed, gave)
        return self._change_link(link, pad=self.pad, line=line.line, gave=_flat(gave), before=_history(line.line, link))

    def _change_row(self, link: Link, row: Row | None, changed: Mapping[str, Value], gave: Mapping[str, Value]) -> None:
        self.edits += as_edits(link.table, link.row, changed.items())
        if row is None:
            self.edits.append(Edit(link.table, link.row, "deleted", False))
        new = _read(link.table, link.row, changed if row else gave)
        self._put(link.table, replace(row, **{name: getattr(new, name) for name in changed}) if row else new)

    def _fill(self, link: Link, cells: Mapping[str, Value]) -> None:
        """Fill in fields of a single row."""
        self.edits += as_edits(link.table, link.row, cells.items())
        new = _read(link.table, link.row, cells)
        filled = replace(getattr(self.meeting, link.table), **{name: getattr(new, name) for name in cells})
        self.meeting = replace(self.meeting, **{link.table: filled})

    def _changed_cells(self, before: TaggedLine | None, line: TaggedLine) -> dict[str, Value]:
        """The cells that two lines set differently, both read in the meeting as it is now."""
        old = self.cells(self.meeting, before) if before else {}
        new = self.cells(self.meeting, line)
        return {name: new.get(name, "") for name in {**old, **new} if new.get(name, "") != old.get(name, "")}

    def _change_link(self, link: Link, **fields: Any) -> Link:
        """Change a link's cells; ``meeting`` keeps the old one, which nobody reads."""
        changed = {name: value for name, value in fields.items() if getattr(link, name) != value}
        stored = [(name, list(value) if isinstance(value, tuple) else value) for name, value in changed.items()]
        self.edits += as_edits("links", link.id, stored)
        return replace(link, **changed) if changed else link

    def _put(self, table: str, row: Row) -> None:
        """Replace a row in the meeting."""
        rows = [other for other in self.meeting.rows(table) if other.id != row.id]
        insort(rows, row, key=attrgetter("order", "id"))
        self.rows[table, row.id] = row
        self._set_rows(table, rows)

    def _set_rows(self, table: str, rows: Iterable[Row]) -> None:
        self.meeting = replace(self.meeting, **{table: tuple(rows)})  # type: ignore[arg-type]


def _read(table: str, row: str, cells: Mapping[str, Value]) -> Row:
    """A row with these cells, as the meeting would have it."""
    return read_row(table, row, {name: Cell({MIN_STAMP: value}) for name, value in cells.items()})


def _flat(cells: Mapping[str, Value]) -> tuple[str, ...]:
    return tuple(str(part) for cell in cells.items() if cell[1] for part in cell)


def _given(link: Link) -> dict[str, Value]:
    return dict(zip(link.gave[::2], link.gave[1::2], strict=False))


def _history(line: str, link: Link) -> tuple[str, ...]:
    """The link's earlier lines when it takes a new one; an empty one stands for having been in no pad."""
    versions = (*(() if link.pad else ("",)), *(() if link.line == line else (link.line,)), *link.before)
    lengths = accumulate(len(version) + 1 for version in versions)
    return tuple(version for version, length in zip(versions, lengths, strict=True) if length <= REMEMBERED)
