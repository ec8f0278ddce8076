"""Rows that follow lines: what a tagged line of a pad says is on the board, for as long as the line stands.

Everything follows from the meeting and the pad's text. Whatever changed the text (a key, undo, a paste, another
program, a restart), the rows are right after it, and nobody has to remember what was done.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import accumulate
from operator import attrgetter
from typing import Any

from sip_tui.meeting.content.plan import delete_row
from sip_tui.meeting.log.change import MIN_STAMP, Edit, EditContext, Value, as_edits
from sip_tui.meeting.log.ledger import Cell
from sip_tui.meeting.log.projection import read_row
from sip_tui.meeting.model.meeting import LIST_TABLES, Link, Meeting, Row
from sip_tui.meeting.notes.line_matching import match_lines
from sip_tui.meeting.notes.tags import TaggedLine, parse_tagged, tagged_lines

CellReader = Callable[[Meeting, TaggedLine], Mapping[str, str]]
"""Reads a line: field → value, never without a value. The meeting has the rows of the lines above already."""
REMEMBERED = 2000
"""So many characters of earlier lines a link keeps, for an undo that goes back far."""


def sync_rows(meeting: Meeting, pad: str, text: str, moment: EditContext, cells: CellReader) -> tuple[Edit, ...]:
    """Bring the rows and the links into step with a pad.

    A new line makes a row. An edited line changes the cells that it says differently from before; what somebody has
    written in the others stays. A line that is gone takes its row along, unless somebody has worked on the row since.
    A line that comes back, here or in another pad, gets its old row. A row that somebody took off the board stays
    away until its line is edited or written anew.

    Args:
        meeting: The meeting as it stands; whether it has the text already makes no difference.
        pad: The pad's row, see ``pads.pad_id``.
        text: The whole text of the pad as it is now.
        moment: The time, and a name that those of the new rows are made from.
        cells: Reads a line.

    Returns:
        The edits; none when the tagged lines are those that the links know.
    """
    lines = tagged_lines(text)
    links = [one for one in meeting.links if one.table in LIST_TABLES and one.row]
    held, left = [one for one in links if one.pad == pad], [one for one in links if not one.pad]
    if [one.line for one in lines] == [one.line for one in held]:
        return ()
    pairs = match_lines(lines, held, left, partial(is_edited_since, meeting))
    step = max((one.order for one in left), default=0) + 1
    hand, kept = _Hand(meeting, pad, moment, cells, step), {link.id for link in pairs.values()}
    for link in held:
        if link.id not in kept:
            hand.let_go(link)
    for at, line in enumerate(lines):
        hand.write(line, pairs.get(at))
    return tuple(hand.edits)


def linked_row(meeting: Meeting, pad: str, line: str) -> tuple[str, str] | None:
    """The table and the row that a line of a pad has made; None for other lines. The row may be off the board."""
    whole = line.strip()
    return next(((one.table, one.row) for one in meeting.links if (one.pad, one.line) == (pad, whole)), None)


def row_of_link(meeting: Meeting, link: Link) -> Row | None:
    """A link's row; None when it is off the board."""
    rows: tuple[Row, ...] = getattr(meeting, link.table) if link.table in LIST_TABLES else ()
    return next((one for one in rows if one.id == link.row), None)


def is_edited_since(meeting: Meeting, link: Link) -> bool:
    """True when the row is on the board and says anything else than what its line gave it; its place does not count."""
    row = row_of_link(meeting, link)
    return row is not None and replace(row, order=0, lost={}) != _read(link.table, link.row, _given(link))


def forget_removed_lines(meeting: Meeting) -> tuple[Edit, ...]:
    """Let go of the words that only an undo needs: lines that stand in no pad, and the rows that went with them.

    For the closing: words that were taken away must not live on (design §4).
    """
    return tuple(edit for link in meeting.links for edit in _forgotten(meeting, link))


def _forgotten(meeting: Meeting, link: Link) -> Iterator[Edit]:
    if link.before:
        yield Edit("links", link.id, "before", [])
    if link.pad or not link.line:
        return
    yield from as_edits("links", link.id, [("line", ""), ("gave", [])])
    if link.table in LIST_TABLES and row_of_link(meeting, link) is None:
        yield from (Edit(link.table, link.row, name, "") for name in _given(link))


@dataclass(slots=True)
class _Hand:
    """Writes one line after the other, and knows the meeting as the lines so far have made it."""

    meeting: Meeting
    pad: str
    moment: EditContext
    cells: CellReader
    step: int
    """The order of the links that are let go of: the latest has the highest."""
    edits: list[Edit] = field(default_factory=list)
    _place: int = -1
    """The order of the line above."""
    _made: int = 0

    def let_go(self, link: Link) -> None:
        """Take away the row of a line that is gone, unless it is somebody else's work by now."""
        self._link(link, pad="", order=self.step)
        row = row_of_link(self.meeting, link)
        if row and not is_edited_since(self.meeting, link):
            self.edits += delete_row(link.table, link.row)
            self._show(link.table, link.row, None)

    def write(self, line: TaggedLine, link: Link | None) -> None:
        """Make the row of a line, or bring it into step."""
        known = link or self._new(line)
        if (known.pad, known.line) != (self.pad, line.line):
            known = self._moved(line, known)
        self._place = known.order if link and link.pad == self.pad and link.order > self._place else self._place + 1
        self._link(known, order=self._place)

    def _new(self, line: TaggedLine) -> Link:
        row = f"{self.moment.row}-{self._made}"
        self._made += 1
        given = {name: value for name, value in self.cells(self.meeting, line).items() if value}
        last = max((one.order for one in getattr(self.meeting, line.table)), default=-1)
        self.edits += (*as_edits(line.table, row, given.items()), Edit(line.table, row, "order", last + 1))
        self._show(line.table, row, replace(_read(line.table, row, given), order=last + 1))
        made = Link(id=row, order=-1)
        return self._link(made, pad=self.pad, line=line.line, table=line.table, row=row, gave=_flat(given))

    def _moved(self, line: TaggedLine, link: Link) -> Link:
        """Let the row follow its line, which says something else, or stands in this pad again."""
        before, row = parse_tagged(link.line), row_of_link(self.meeting, link)
        changed = self._changed(before, line) if before != line else {}
        gave = {**_given(link), **changed}
        self.edits += as_edits(link.table, link.row, changed.items())
        if row is None:
            self.edits.append(Edit(link.table, link.row, "deleted", False))
        self._show(link.table, link.row, _with(link.table, row, changed) if row else _read(link.table, link.row, gave))
        had = _remembered(line.line, link)
        return self._link(link, pad=self.pad, line=line.line, gave=_flat(gave), before=had)

    def _changed(self, before: TaggedLine | None, line: TaggedLine) -> dict[str, Value]:
        """The cells that two lines say differently, both read in the meeting as it is now."""
        then = self.cells(self.meeting, before) if before else {}
        now = self.cells(self.meeting, line)
        return {name: now.get(name, "") for name in {**then, **now} if now.get(name, "") != then.get(name, "")}

    def _link(self, link: Link, **fields: Any) -> Link:
        """Change a link's cells. Nobody who reads a line asks the meeting for its links."""
        changed = {name: value for name, value in fields.items() if getattr(link, name) != value}
        as_stored = [(name, list(one) if isinstance(one, tuple) else one) for name, one in changed.items()]
        self.edits += as_edits("links", link.id, as_stored)
        return replace(link, **changed) if changed else link

    def _show(self, table: str, row: str, as_it_is: Row | None) -> None:
        """Put a row into the meeting in the place of what it was; None takes it away."""
        rows = [one for one in getattr(self.meeting, table) if one.id != row]
        if as_it_is:
            insort(rows, as_it_is, key=attrgetter("order", "id"))
        shown: dict[str, Any] = {table: tuple(rows)}
        self.meeting = replace(self.meeting, **shown)


def _read(table: str, row: str, cells: Mapping[str, Value]) -> Row:
    """A row with these cells, as the meeting would have it."""
    return read_row(table, row, {name: Cell({MIN_STAMP: value}) for name, value in cells.items()})


def _with(table: str, row: Row, cells: Mapping[str, Value]) -> Row:
    """The row with some of its cells changed."""
    changed = _read(table, row.id, cells)
    return replace(row, **{name: getattr(changed, name) for name in cells})


def _flat(cells: Mapping[str, Value]) -> tuple[str, ...]:
    return tuple(str(part) for cell in cells.items() if cell[1] for part in cell)


def _given(link: Link) -> dict[str, Value]:
    return dict(zip(link.gave[::2], link.gave[1::2], strict=False))


def _remembered(line: str, link: Link) -> tuple[str, ...]:
    """The lines that a link had, when it comes to another one; an empty one stands for having been away."""
    had = (*(() if link.pad else ("",)), *(() if link.line == line else (link.line,)), *link.before)
    lengths = accumulate(len(one) + 1 for one in had)
    return tuple(one for one, length in zip(had, lengths, strict=True) if length <= REMEMBERED)
