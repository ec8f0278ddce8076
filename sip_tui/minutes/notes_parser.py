"""Parse the secretary's notes, in Markdown, into blocks of plain text.

Headings, lists, tasks, tables, paragraphs and emphasis are kept. A link is its text, a picture its description; HTML
and link definitions are plain text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from sip_tui.meeting.notes.pads import parse_tagged
from sip_tui.minutes.document import Block, Bullets, Heading, ListItem, Paragraph, RichText, Span, Table, plain, spans

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

SpanLine = tuple[Span, ...]


def parse_notes(text: str, beneath: int) -> tuple[Block, ...]:
    """Parse notes; every typed line stays a line of its own.

    Args:
        text: The notes as typed; the tags of parse_tagged lines are dropped.
        beneath: Added to the level of every heading, up to level 6.
    """
    from markdown_it.tree import SyntaxTreeNode

    root = SyntaxTreeNode(_parser().parse(_without_tags(text)))
    return tuple(block for node in root.children for block in _blocks(node, beneath))


def _without_tags(text: str) -> str:
    if "#" not in text:
        return text
    return "\n".join(found.rest if (found := parse_tagged(line)) else line for line in text.split("\n"))


@cache
def _parser() -> MarkdownIt:
    # Imported here because only a document needs them.
    from markdown_it import MarkdownIt
    from mdit_py_plugins.tasklists import tasklists_plugin

    rules = ["html_block", "html_inline", "reference", "code"]
    markdown = MarkdownIt("commonmark").enable("table").disable(rules).use(tasklists_plugin)
    # Links are never followed, so that unsafe ones are reduced to their text like any other.
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
    return tuple(map(_item, node.children))


def _item(node: SyntaxTreeNode) -> ListItem:
    """Parse an item: its first line is its text, every other line a child."""
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
    return ListItem(text, tuple(children), _done(node), start)


def _done(item: SyntaxTreeNode) -> bool | None:
    """Whether a task is ticked; None for an item without a checkbox."""
    if "task-list-item" not in str(item.attrs.get("class", "")):
        return None
    paragraph = next(child for child in item.children if child.type == "paragraph")
    return "checked" in next(_inline(paragraph)).content


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
    """Return the typed lines of a paragraph, a heading or a cell, as spans."""
    lines: list[list[Span]] = [[]]
    strong = emphasis = 0
    for token in _inline(node):
        strong += token.nesting if token.tag == "strong" else 0
        emphasis += token.nesting if token.tag == "em" else 0
        if token.type in {"softbreak", "hardbreak"}:
            lines.append([])
        elif token.type == "html_inline":
            continue  # a task's checkbox, see ``_done``
        elif content := (token.content if lines[-1] else token.content.lstrip()):
            lines[-1].append(Span(content, strong > 0, emphasis > 0))
    return [tuple(line) for line in lines if line]


def _inline(node: SyntaxTreeNode) -> Iterator[Token]:
    for child in node.children:
        if child.type == "inline" and child.token:
            yield from child.token.children or ()
