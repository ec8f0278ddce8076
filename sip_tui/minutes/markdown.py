"""Render a document as CommonMark with tables, and read such Markdown back as text.

Any ASCII punctuation can be escaped with a backslash (CommonMark 0.31, section 2.4), so user text never becomes
structure; the mark that would make a bare address a link (GFM autolinks) is escaped too.
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
"""Starts a list or a rule at the beginning of a line."""
_ANYWHERE = re.compile(
    r"[\\`*_\[\]<>|~#${}^@]|&(?=[#\w])|:(?=//)|/(?=/)|(?<=\bwww)\.|(?<=\w\w)\.(?=[a-z]{2})", re.IGNORECASE
)


def to_markdown(document: Document) -> str:
    """Render a document whose texts are on one line each (see ``document.to_single_line``)."""
    drawn = [f"# {render_inline(document.title)}"]
    before: Block | None = None
    alternate = False
    for block in document.blocks:
        alternate = isinstance(before, Bullets) and not alternate
        lines = "\n".join(_block(block, alternate))
        if lines:
            drawn.append(lines)
            before = block
    return "\n\n".join(drawn) + "\n"


def render_inline(text: RichText) -> str:
    """Render one text, with its emphasis where that reads back as the same words."""
    bare = _line_start(escape(plain(text)))
    if isinstance(text, str):
        return bare
    emphasised = _line_start("".join(map(_emphasised, spans(text))))
    return emphasised if _read_inline(emphasised) == plain(text) else bare


def escape(text: str) -> str:
    """Escape every mark that could be structure inside a line."""
    return _ANYWHERE.sub(lambda mark: "\\" + mark[0], text)


def read_back(text: str) -> tuple[str, ...]:
    """Return, for each source line, the text that begins there as a reader sees it, without any markup.

    The cells of a table row are joined with a bar.
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
    """Return the text of an inline token; a line end is a space."""
    return "".join(_text(child) for child in token.children or ())


@cache
def reader() -> MarkdownIt:
    """Return the parser for rendered documents: CommonMark and tables."""
    # Imported here because only a document needs it.
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def _text(child: Token) -> str:
    if child.type in {"softbreak", "hardbreak"}:
        return " "
    return "".join(map(_text, child.children)) if child.children else child.content


def _read_inline(drawn: str) -> str:
    return "".join(words(token) for token in reader().parseInline(drawn))


def _line_start(drawn: str) -> str:
    found = _FIRST.match(drawn)
    if found is None:
        return drawn
    at = found.end() if found[0].isdigit() else 0
    return f"{drawn[:at]}\\{drawn[at:]}"


def _emphasised(span: Span) -> str:
    mark = "*" * (2 * span.strong + span.emphasis)
    words_ = span.text.strip()
    if not mark or not words_:
        return escape(span.text)
    before, after = span.text.split(words_, 1)
    return f"{before}{mark}{escape(words_)}{mark}{after}"


def _block(block: Block, alternate: bool) -> Iterator[str]:
    match block:
        case Heading(level, text) if plain(text):
            yield f"{'#' * min(max(level, 2), 6)} {render_inline(text)}"
        case Paragraph(text) if plain(text):
            yield render_inline(text)
        case Bullets(items, start):
            yield from _list(items, start, alternate)
        case Table(head, rows) if rows:
            yield from _table(head, rows)


def _list(items: tuple[ListItem, ...], start: int | None, alternate: bool) -> Iterator[str]:
    for number, item in enumerate((item for item in items if plain(item.text) or item.children), start or 0):
        dot = "*" if alternate else "-"
        marker = dot if start is None else f"{number}{')' if alternate else '.'}"
        box = "" if item.done is None else ("[x] " if item.done else "[ ] ")
        yield f"{marker} {box}{render_inline(item.text)}".rstrip()
        indent = " " * (len(marker) + 1)
        yield from (indent + line for line in _list(item.children, item.start, alternate))


def _table(head: tuple[RichText, ...], rows: tuple[tuple[RichText, ...], ...]) -> Iterator[str]:
    drawn = [[render_inline(cell) for cell in row] for row in (head, *rows)]
    widths = [max(3, *(len(row[column]) for row in drawn)) for column in range(len(head))]
    drawn.insert(1, ["-" * width for width in widths])
    for row in drawn:
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
