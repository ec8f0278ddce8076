"""Parse the secretary's notes: a dialect of Markdown in which plain typing stays plain.

Headings (``#``), lists (``-``, ``*``, ``+`` and consecutive numbers), tasks, tables and emphasis around words are read
as in GitHub Flavored Markdown; all else, such as code, quotes, rules, links, HTML, entities and escapes, is text. Every
line stays a line. A line without a marker ends a list, a line without a bar ends a table. Nothing typed is dropped or
moved: what a rule does not consume as a marker comes out as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sip_tui.meeting.notes.pads import TaggedLine, near_tag, parse_tagged
from sip_tui.minutes.document import Block, Bullets, Heading, ListItem, Paragraph, RichText, Span, Table
from sip_tui.minutes.notes_lists import ITEM, line_rule, line_text, list_rule, push_text
from sip_tui.phrasing.own_words import quoted

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

_HEADING = re.compile(r"(#{1,6}) (?=\S)")
_DELIMITERS = re.compile(r"(?=[^|]*\|)\|? ?:?-+:? ?(?:\| ?:?-+:? ?)*\|?")
_PARTS = re.compile(r"(?:[^\n]+\n?)+\n*|\n+")
"""A paragraph with the empty lines after it."""
_PLAIN_PART = re.compile(r"(?:[A-Za-zåäöÅÄÖ][^*|\x00-\x1f\x7f]*(?:\n+|$))+")
"""Lines that begin with a letter, without a star or a bar in them: no rule of the dialect reads anything in such."""
_BAR = re.compile(r"(?<!\\)\|")
_NEARLY_TAGGED = re.compile(r"(?P<lead>\s*(?:[-*+]\s+)?)#\s*(?P<word>[^\W\d_]+)[:.,]?\s+")
_SPEAKER = re.compile(r"(?:[A-ZÅÄÖ][\w-]+ ?){1,3}: ?")
"""Who says it, before what they say: "Åsa: Jag är orolig"."""


def parse_notes(text: str, beneath: int) -> tuple[Block, ...]:
    """Parse notes.

    Args:
        text: The notes as typed; the tags of tagged lines are dropped, one that nearly fits becomes a word
            before a colon, and a quotation gets its marks.
        beneath: The level of the heading above; the headings follow it without a gap, down to level 6.
    """
    return tuple(_without_gaps(_blocks(_without_tags(text)), beneath))


def _blocks(text: str) -> Iterator[Block]:
    """Read the paragraphs that can only be plain lines at once, and all others as Markdown."""
    pending: list[str] = []
    for part in _PARTS.findall(text):
        if _PLAIN_PART.fullmatch(part):
            yield from _parsed("".join(pending))
            pending = []
            yield from (Paragraph((Span(" ".join(line.split())),)) for line in part.split("\n") if line.strip())
        else:
            pending.append(part)
    yield from _parsed("".join(pending))


@lru_cache(maxsize=256)
def _parsed(text: str) -> tuple[Block, ...]:
    """Read paragraphs as Markdown; remembered, since notes are read again after every line that is typed."""
    if not text:
        return ()
    # Imported here because only a document needs it.
    from markdown_it.tree import SyntaxTreeNode

    return tuple(map(_block, SyntaxTreeNode(_parser().parse(text)).children))


def _without_gaps(blocks: Iterable[Block], beneath: int) -> Iterator[Block]:
    """Put every heading one level below the one that it belongs to."""
    above: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            above = [*(level for level in above if level < block.level), block.level]
            yield Heading(min(beneath + len(above), 6), block.text)
        else:
            yield block


def _without_tags(text: str) -> str:
    if "#" not in text:
        return text
    return "\n".join(_said(found) if (found := parse_tagged(line)) else _labelled(line) for line in text.split("\n"))


def _labelled(line: str) -> str:
    """Return a line whose tag nearly fits with the word as it was typed: "åtgärder: Samir ringer"; others as they are.

    It is no row, and the sign alone tells a reader nothing.
    """
    found = _NEARLY_TAGGED.match(line) if "#" in line and near_tag(line) else None
    return f"{found['lead']}{found['word']}: {line[found.end() :]}" if found else line


def _said(line: TaggedLine) -> str:
    """Return a tagged line without its tag; what somebody has said keeps marks that show it."""
    if line.key != "quote":
        return line.rest
    at = speaker.end() if (speaker := _SPEAKER.match(line.rest)) else 0
    return line.rest[:at] + quoted(line.rest[at:])


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.tasklists import tasklists_plugin

    markdown = MarkdownIt("zero").enable("emphasis").use(tasklists_plugin)
    markdown.inline.ruler.at("emphasis", _emphasis_rule)
    for name, rule in (("note_heading", _heading_rule), ("note_table", _table_rule), ("note_list", list_rule)):
        markdown.block.ruler.before("paragraph", name, rule)
    markdown.block.ruler.at("paragraph", line_rule)
    return markdown


def _emphasis_rule(state: StateInline, silent: bool) -> bool:
    """Read stars as emphasis around whole words only: "1*3 och 1*1" has none."""
    from markdown_it.rules_inline.state_inline import Delimiter

    if silent or state.src[state.pos] != "*":
        return False
    run = state.scanDelims(state.pos, canSplitWord=False)
    is_typed = state.src[state.pos - 1 : state.pos] == "\\"
    for _ in range(run.length):
        state.push("text", "", 0).content = "*"
        at = len(state.tokens) - 1
        if not is_typed:
            state.delimiters.append(Delimiter(ord("*"), run.length, at, -1, run.can_open, run.can_close))
    state.pos += run.length
    return True


def _heading_rule(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    text = line_text(state, line)
    found = _HEADING.match(text)
    if found is None or near_tag(text):
        return False
    if not silent:
        push_text(state, "heading", f"h{len(found[1])}", text[found.end() :], line)
        state.line = line + 1
    return True


def _table_rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A row with bars, a row of delimiters, and all rows after it that have a bar; short rows are filled up."""
    if (
        line + 1 >= end
        or not _BAR.search(line_text(state, line))
        or not _DELIMITERS.fullmatch(line_text(state, line + 1))
    ):
        return False
    if silent:
        return True
    after = line + 2
    while after < end and _is_row(line_text(state, after)):
        after += 1
    rows = [_cells(line_text(state, at)) for at in (line, *range(line + 2, after))]
    state.push("table_open", "table", 1).map = [line, after]
    for row in rows:
        state.push("tr_open", "tr", 1)
        for cell in (*row, *[""] * (max(map(len, rows)) - len(row))):
            push_text(state, "td", "td", cell, line)
        state.push("tr_close", "tr", -1)
    state.push("table_close", "table", -1)
    state.line = after
    return True


def _is_row(text: str) -> bool:
    return _BAR.search(text) is not None and not (_HEADING.match(text) or ITEM.match(text))


def _cells(text: str) -> list[str]:
    cells = [cell.strip().replace("\\|", "|") for cell in _BAR.split(text)]
    first, last = cells[0] == "" and len(cells) > 1, cells[-1] == "" and len(cells) > 2
    return cells[first : len(cells) - last]


def _block(node: SyntaxTreeNode) -> Block:
    match node.type:
        case "heading":
            return Heading(int(node.tag[1]), _text(node))
        case "list":
            return Bullets(tuple(map(_list_item, node.children)))
        case "table":
            head, *rows = (tuple(map(_text, row.children)) for row in node.children)
            return Table(head, tuple(rows))
        case _:
            return Paragraph(_text(node))


def _list_item(node: SyntaxTreeNode) -> ListItem:
    paragraph, *lists = node.children
    children = tuple(_list_item(child) for nested in lists for child in nested.children)
    return ListItem(_text(paragraph), children, _done(node), node.info)


def _done(item: SyntaxTreeNode) -> bool | None:
    """Whether a task is ticked; None for an item without a checkbox."""
    if "task-list-item" not in str(item.attrs.get("class", "")):
        return None
    return "checked" in next(_inline(item.children[0])).content


def _text(node: SyntaxTreeNode) -> RichText:
    strong = emphasis = 0
    spans: list[Span] = []
    for token in _inline(node):
        strong += token.nesting * (token.tag == "strong")
        emphasis += token.nesting * (token.tag == "em")
        if token.type == "text" and token.content:
            spans.append(Span(token.content, strong > 0, emphasis > 0))
    return tuple(spans)


def _inline(node: SyntaxTreeNode) -> Iterator[Token]:
    for child in node.children:
        if child.token:
            yield from child.token.children or (child.token,)
