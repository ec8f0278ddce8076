"""A document as plain text, to paste into any system: no marks but dashes, and no lines cut off.

A table becomes one row after the other with its labels, which a screen reader reads in order.
"""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.minutes.document import (
    Block,
    Bullets,
    Document,
    Heading,
    ListItem,
    Paragraph,
    RichText,
    Ring,
    Table,
    TimeLine,
    WritingLines,
    plain,
    ring_items,
)
from sip_tui.minutes.formats import FileContent
from sip_tui.minutes.markdown import WRITING_LINE
from sip_tui.minutes.render import Draft
from sip_tui.minutes.rendered import Rendered, mark_fixed


def write(made: Draft, _reference: str) -> FileContent:
    """Write the document as UTF-8 with line feeds."""
    marked = to_text(made.document)
    return FileContent(Rendered.of(marked).text.encode("utf-8", "backslashreplace"), marked)


def to_text(document: Document) -> str:
    """Return the text, with marks around the program's own words (see ``rendered.mark_fixed``)."""
    title = mark_fixed(document.title)
    parts = ["\n".join((title, "=" * len(plain(document.title))))]
    parts += ["\n".join(lines) for block in document.blocks if (lines := list(_block(block)))]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text) if plain(text):
            yield mark_fixed(text)
            yield from ("-" * len(plain(text)),) if level <= 2 else ()
        case Paragraph(text) if plain(text):
            yield mark_fixed(text)
        case Bullets(items):
            yield from _items(items, "")
        case TimeLine(table=table):
            yield from _time_line(table)
        case Table():
            yield from _table(block)
        case WritingLines(label, count):
            yield from (mark_fixed(label),) if plain(label) else ()
            yield from (f"\n{WRITING_LINE}" for _line in range(count))
        case Ring():
            yield from _items(ring_items(block), "")


def _table(table: Table) -> Iterator[str]:
    """Give each row as its cells with their labels, the first one leading."""
    for row in table.rows:
        cells = [(label, cell) for label, cell in zip(table.head, row, strict=True) if plain(cell)]
        yield from (f"{'  ' * bool(at)}{_cell(*pair)}" for at, pair in enumerate(cells))


def _time_line(table: Table) -> Iterator[str]:
    """Give each goal or action, without the label of its column, and beneath it how it stood at each meeting."""
    for text, *states in table.rows:
        yield mark_fixed(text)
        yield from (f"  {_cell(day, cell)}" for day, cell in zip(table.head[1:], states, strict=True) if plain(cell))


def _cell(label: RichText, cell: RichText) -> str:
    return f"{mark_fixed(label)}: {mark_fixed(cell)}"


def _items(items: tuple[ListItem, ...], indent: str) -> Iterator[str]:
    for item in items:
        marker = f"{item.marker} " if item.marker else ""
        box = "" if item.done is None else ("[x] " if item.done else "[ ] ")
        if plain(item.text):
            yield f"{indent}{marker}{box}{mark_fixed(item.text)}"
        yield from _items(item.children, f"{indent}  ")
