"""Markdown out, and our own Markdown read back.

CommonMark 0.31 lets every ASCII punctuation mark be escaped with a backslash (section 2.4), so whatever a user has
written can be shown as it was written. Where a bare address would become a link (GFM autolinks, linkify), the mark
that makes it one is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from sip_tui.minutes.document import (
    Block,
    Bullets,
    Document,
    Heading,
    ListItem,
    Paragraph,
    RichText,
    Span,
    Table,
    plain,
    spans,
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FIRST = re.compile(r"[-+](?=[\s-]|$)|\d{1,9}(?=[.)](?:\s|$))")
"""What makes a list or a rule when a line begins with it."""
_ANYWHERE = re.compile(
    r"[\\`*_\[\]<>|~#${}^@]|&(?=[#\w])|:(?=//)|/(?=/)|(?<=\bwww)\.|(?<=\w\w)\.(?=[a-z]{2})", re.IGNORECASE
)


def render(document: Document) -> str:
    """Draw a document as Markdown. Its texts must be on one line each (see ``outline.tidy``)."""
    drawn = [f"# {inline(document.title)}"]
    before: Block | None = None
    alternate = False
    for block in document.blocks:
        alternate = isinstance(before, Bullets) and not alternate
        lines = "\n".join(_block(block, alternate))
        if lines:
            drawn.append(lines)
            before = block
    return "\n\n".join(drawn) + "\n"


def inline(text: RichText) -> str:
    """Draw one text, with its emphasis where the reading of it gives the same words back."""
    bare = _line_start(escaped(plain(text)))
    if isinstance(text, str):
        return bare
    weighed = _line_start("".join(_weighed(one) for one in spans(text)))
    return weighed if _read_inline(weighed) == plain(text) else bare


def escaped(text: str) -> str:
    """Escape every mark that could be structure inside a line."""
    return _ANYWHERE.sub(lambda mark: "\\" + mark[0], text)


def read_back(text: str) -> tuple[str, ...]:
    """Read Markdown as a reader does: for each line of the source the words that begin there, without any marks.

    The cells of a table row stand beside each other with a bar between them.
    """
    lines: list[list[str]] = [[] for _ in text.split("\n")]
    row = 0
    for token in reader().parse(text):
        if token.map:
            row = token.map[0]
        if token.type == "inline":
            lines[row].append(words(token))
        elif token.content and not token.children:
            lines[row].append(token.content)
    return tuple(" | ".join(cells) for cells in lines)


def words(token: Token) -> str:
    """What an inline token says, without its marks; a line end is a space."""
    return "".join(_said(child) for child in token.children or ())


@cache
def reader() -> MarkdownIt:
    """The reader that both the secretary's notes and our own output go through: CommonMark and tables."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def _said(child: Token) -> str:
    if child.type in {"softbreak", "hardbreak"}:
        return " "
    return "".join(_said(one) for one in child.children) if child.children else child.content


def _read_inline(drawn: str) -> str:
    return "".join(words(token) for token in reader().parseInline(drawn))


def _line_start(drawn: str) -> str:
    found = _FIRST.match(drawn)
    if found is None:
        return drawn
    at = found.end() if found[0].isdigit() else 0
    return f"{drawn[:at]}\\{drawn[at:]}"


def _weighed(span: Span) -> str:
    mark = "*" * (2 * span.strong + span.emphasis)
    words_ = span.text.strip()
    if not mark or not words_:
        return escaped(span.text)
    before, after = span.text.split(words_, 1)
    return f"{before}{mark}{escaped(words_)}{mark}{after}"


def _block(block: Block, alternate: bool) -> Iterator[str]:
    match block:
        case Heading(level, text) if plain(text):
            yield f"{'#' * min(max(level, 2), 6)} {inline(text)}"
        case Paragraph(text) if plain(text):
            yield inline(text)
        case Bullets(items, start):
            yield from _list(items, start, alternate)
        case Table(head, rows) if rows:
            yield from _table(head, rows)


def _list(items: tuple[ListItem, ...], start: int | None, alternate: bool) -> Iterator[str]:
    for number, item in enumerate((one for one in items if plain(one.text) or one.children), start or 0):
        dot = "*" if alternate else "-"
        marker = dot if start is None else f"{number}{')' if alternate else '.'}"
        box = "" if item.done is None else ("[x] " if item.done else "[ ] ")
        yield f"{marker} {box}{inline(item.text)}".rstrip()
        indent = " " * (len(marker) + 1)
        yield from (indent + line for line in _list(item.children, item.start, alternate))


def _table(head: tuple[RichText, ...], rows: tuple[tuple[RichText, ...], ...]) -> Iterator[str]:
    drawn = [[inline(cell) for cell in row] for row in (head, *rows)]
    widths = [max(3, *(len(row[column]) for row in drawn)) for column in range(len(head))]
    drawn.insert(1, ["-" * width for width in widths])
    for row in drawn:
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
