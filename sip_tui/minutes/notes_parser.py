"""The secretary's notes, read as Markdown into blocks of plain text.

Headings, lists, tasks, tables, paragraphs and emphasis are kept. A link is its text, a picture its description, and
HTML is no HTML but what somebody typed. Nothing typed is lost: link definitions, which a Markdown reader would
swallow, are read as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sip_tui.minutes.document import Block, Bullets, Heading, ListItem, Paragraph, RichText, Span, Table, plain, spans

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

_BOX = re.compile(r"\[([ xX])\]\s+")
SpanLine = tuple[Span, ...]


def read(text: str, beneath: int) -> tuple[Block, ...]:
    """Read notes; a heading of level 1 in them becomes one of level ``beneath`` + 1, never deeper than 6.

    Every line that was typed stays a line of its own, for the pad wraps long lines by itself.
    """
    from markdown_it.tree import SyntaxTreeNode

    root = SyntaxTreeNode(_reader().parse(text))
    return tuple(block for node in root.children for block in _blocks(node, beneath))


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    rules = ["html_block", "html_inline", "reference", "code"]
    markdown = MarkdownIt("commonmark").enable("table").disable(rules)
    # An address that would be unsafe to follow is left out like any other, for nothing here is ever followed.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    return markdown


def _blocks(node: SyntaxTreeNode, beneath: int) -> Iterator[Block]:
    match node.type:
        case "heading":
            yield Heading(min(beneath + int(node.tag[1]), 6), _joined(_lines(node)))
        case "paragraph":
            yield from map(Paragraph, _lines(node))
        case "bullet_list" | "ordered_list":
            yield Bullets(_items(node), _start(node))
        case "table":
            yield _table(node)
        case "fence":
            yield from (Paragraph(line) for line in node.content.splitlines() if line.strip())
        case _:
            for child in node.children:
                yield from _blocks(child, beneath)


def _items(node: SyntaxTreeNode) -> tuple[ListItem, ...]:
    return tuple(_item(one) for one in node.children)


def _item(node: SyntaxTreeNode) -> ListItem:
    """Read an item: its first line is its text, every other line stands beneath it."""
    text: RichText = ""
    children: list[ListItem] = []
    start = None
    for child in node.children:
        if child.type in {"bullet_list", "ordered_list"}:
            start = start or _start(child)
            children += _items(child)
            continue
        for block in _blocks(child, 6):
            for line in _texts(block):
                if plain(text) or children:
                    children.append(ListItem(line))
                else:
                    text = line
    return _task(ListItem(text, tuple(children), start=start))


def _task(item: ListItem) -> ListItem:
    first, *rest = spans(item.text) or (Span(""),)
    box = _BOX.match(first.text)
    if box is None:
        return item
    text = (replace(first, text=first.text[box.end() :]), *rest)
    return replace(item, text=text, done=box[1] in "xX")


def _texts(block: Block) -> Iterator[RichText]:
    match block:
        case Table(head, rows):
            for row in (head, *rows):
                yield _joined([spans(cell) for cell in row])
        case Bullets(items, _):
            for item in items:
                yield item.text
                yield from (line for child in item.children for line in _texts(Bullets((child,))))
        case _:
            yield block.text


def _table(node: SyntaxTreeNode) -> Table:
    rows = [row for part in node.children for row in part.children]
    cells = [tuple(_joined(_lines(cell)) for cell in row.children) for row in rows]
    return Table(cells[0], tuple(cells[1:]))


def _start(node: SyntaxTreeNode) -> int | None:
    return None if node.type == "bullet_list" else int(node.attrs.get("start", 1))


def _joined(lines: list[SpanLine]) -> SpanLine:
    return tuple(piece for number, line in enumerate(lines) for piece in ((Span(" "),) if number else ()) + line)


def _lines(node: SyntaxTreeNode) -> list[SpanLine]:
    """The typed lines of a paragraph, a heading or a cell, in pieces."""
    lines: list[list[Span]] = [[]]
    strong = emphasis = 0
    for token in _inline(node):
        strong += token.nesting if token.tag == "strong" else 0
        emphasis += token.nesting if token.tag == "em" else 0
        if token.type in {"softbreak", "hardbreak"}:
            lines.append([])
        elif token.content:
            lines[-1].append(Span(token.content, strong > 0, emphasis > 0))
    return [tuple(line) for line in lines if line]


def _inline(node: SyntaxTreeNode) -> Iterator[Token]:
    for child in node.children:
        if child.type == "inline" and child.token:
            yield from child.token.children or ()
