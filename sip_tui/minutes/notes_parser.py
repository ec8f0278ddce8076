"""Parse the secretary's notes: a dialect of Markdown in which plain typing stays plain.

Headings (``#``), lists (``-``, ``*`` and consecutive numbers), tasks, tables and emphasis around words are read as in
GitHub Flavored Markdown; all else, such as code, quotes, rules, links, HTML, entities and escapes, is text. Every line
stays a line. A line without a marker ends a list, a line without a bar ends a table. Nothing typed is dropped or
moved: what a rule does not consume as a marker comes out as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from sip_tui.meeting.notes.pads import near_tag, parse_tagged
from sip_tui.minutes.document import Block, Bullets, Heading, ListItem, Paragraph, RichText, Span, Table

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

_HEADING = re.compile(r"(#{1,6}) (?=\S)")
_ITEM = re.compile(r"(?P<marker>[-*]|(?P<number>\d{1,9})(?P<end>[.)])) (?=\S)")
_RULE = re.compile(r"(?:[-*_] ?){3,}")
_PLUS = re.compile(r"\+(?: |$)")
_AMOUNT = re.compile(r"\d")
_DELIMITERS = re.compile(r"(?=[^|]*\|)\|? ?:?-+:? ?(?:\| ?:?-+:? ?)*\|?")
_BAR = re.compile(r"(?<!\\)\|")
_STEP = 2  # blanks that make a line belong to the item above


def parse_notes(text: str, beneath: int) -> tuple[Block, ...]:
    """Parse notes.

    Args:
        text: The notes as typed; the tags of tagged lines are dropped.
        beneath: Added to the level of every heading, up to level 6.
    """
    # Imported here because only a document needs it.
    from markdown_it.tree import SyntaxTreeNode

    root = SyntaxTreeNode(_parser().parse(_without_tags(text)))
    return tuple(_block(node, beneath) for node in root.children)


def _without_tags(text: str) -> str:
    if "#" not in text:
        return text
    return "\n".join(found.rest if (found := parse_tagged(line)) else line for line in text.split("\n"))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.tasklists import tasklists_plugin

    markdown = MarkdownIt("zero").enable("emphasis").use(tasklists_plugin)
    markdown.inline.ruler.at("emphasis", _emphasis_rule)
    for name, rule in (("note_heading", _heading_rule), ("note_table", _table_rule), ("note_list", _list_rule)):
        markdown.block.ruler.before("paragraph", name, rule)
    markdown.block.ruler.at("paragraph", _line_rule)
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
    text = _line(state, line)
    found = _HEADING.match(text)
    if found is None or near_tag(text):
        return False
    if not silent:
        _push_text(state, "heading", f"h{len(found[1])}", text[found.end() :], line)
        state.line = line + 1
    return True


def _line_rule(state: StateBlock, line: int, _end: int, _silent: bool) -> bool:
    _push_text(state, "paragraph", "p", _line(state, line), line)
    state.line = line + 1
    return True


def _table_rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A row with bars, a row of delimiters, and all rows after it that have a bar; short rows are filled up."""
    if line + 1 >= end or not _BAR.search(_line(state, line)) or not _DELIMITERS.fullmatch(_line(state, line + 1)):
        return False
    if silent:
        return True
    after = line + 2
    while after < end and _is_row(_line(state, after)):
        after += 1
    rows = [_cells(_line(state, at)) for at in (line, *range(line + 2, after))]
    state.push("table_open", "table", 1).map = [line, after]
    for row in rows:
        state.push("tr_open", "tr", 1)
        for cell in (*row, *[""] * (max(map(len, rows)) - len(row))):
            _push_text(state, "td", "td", cell, line)
        state.push("tr_close", "tr", -1)
    state.push("table_close", "table", -1)
    state.line = after
    return True


def _is_row(text: str) -> bool:
    return _BAR.search(text) is not None and not (_HEADING.match(text) or _ITEM.match(text))


def _cells(text: str) -> list[str]:
    cells = [cell.strip().replace("\\|", "|") for cell in _BAR.split(text)]
    first, last = cells[0] == "" and len(cells) > 1, cells[-1] == "" and len(cells) > 2
    return cells[first : len(cells) - last]


@dataclass(slots=True)
class _Item:
    """A line of a list: an item with its marker, or a line beneath one with none."""

    line: int
    indent: int
    marker: str
    number: int | None
    text: str
    children: list[_Item] = field(default_factory=list)


def _list_rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Items that follow each other, with gaps, and the lines indented beneath them."""
    first = _item(state, line)
    if first is None:
        return False
    items = _run(state, first, end)
    if items[0].number is not None and not _is_numbered_list(state, items):
        return False
    if not silent:
        if items[0].number is None and _are_signs(state, items):
            for item in items:
                _line_rule(state, item.line, end, silent)
        else:
            _push_list(state, _nested(items))
        state.line = items[-1].line + 1
    return True


def _item(state: StateBlock, line: int) -> _Item | None:
    text = _line(state, line)
    found = None if _RULE.fullmatch(text) else _ITEM.match(text)
    if found is None:
        return None
    number = int(found["number"]) if found["number"] else None
    marker = "-" if number is None else found["marker"]
    return _Item(line, state.sCount[line], marker, number, text[found.end() :])


def _run(state: StateBlock, first: _Item, end: int) -> list[_Item]:
    items = [first]
    for line in range(first.line + 1, end):
        if state.isEmpty(line):
            continue
        item = _item(state, line)
        if item is None and state.sCount[line] >= items[-1].indent + _STEP * bool(items[-1].marker):
            item = _Item(line, state.sCount[line], "", None, _line(state, line))
        if item is None or not _follows(items, item):
            break
        items.append(item)
    return items


def _follows(items: Sequence[_Item], item: _Item) -> bool:
    """Whether an item at the level of the first one continues its list: bullets, or the next number."""
    first = items[0]
    if not item.marker or item.indent >= first.indent + _STEP:
        return True
    last = next(before for before in reversed(items) if before.marker and before.indent < first.indent + _STEP)
    return (item.number is None) == (last.number is None) and _counts_on(last, item)


def _is_numbered_list(state: StateBlock, items: Sequence[_Item]) -> bool:
    """Whether numbers make a list: more than one line, which Markdown does not join with a list just before."""
    before = state.tokens[-1] if state.tokens else None
    joins = before is not None and before.type == "list_close" and before.info == items[0].marker[-1]
    return len(items) > 1 and not joins


def _are_signs(state: StateBlock, items: Sequence[_Item]) -> bool:
    """Whether the markers of a run are signs: amounts with a minus, or pluses and minuses without a label before."""
    before = _line(state, items[0].line - 1) if items[0].line else ""
    after = () if before.endswith(":") else (item.line + 1 for item in items)
    if _PLUS.match(before) or any(line < state.lineMax and _PLUS.match(_line(state, line)) for line in after):
        return True
    return all(_AMOUNT.match(item.text) for item in items if item.marker)


def _nested(items: Sequence[_Item]) -> list[_Item]:
    """Put every item into the children of the one that it is indented beneath."""
    top: list[_Item] = []
    above: list[_Item] = []
    for item in items:
        while above and item.indent < above[-1].indent + _STEP:
            above.pop()
        siblings = above[-1].children if above else top
        if siblings and item.number is not None and not _counts_on(siblings[-1], item):
            item = _Item(item.line, item.indent, "", None, f"{item.marker} {item.text}")
        siblings.append(item)
        if item.marker:
            above.append(item)
    return top


def _counts_on(before: _Item, item: _Item) -> bool:
    """Whether a numbered item is the next one of its list."""
    both = before.number is not None and item.number is not None
    return not both or (item.number, item.marker[-1]) == ((before.number or 0) + 1, before.marker[-1])


def _push_list(state: StateBlock, items: Sequence[_Item]) -> None:
    state.push("list_open", "ul", 1)
    for item in items:
        state.push("list_item_open", "li", 1).info = item.marker
        _push_text(state, "paragraph", "p", item.text, item.line)
        if item.children:
            _push_list(state, item.children)
        state.push("list_item_close", "li", -1)
    state.push("list_close", "ul", -1).info = items[-1].marker[-1:]


def _line(state: StateBlock, line: int) -> str:
    """Return a line with single blanks between its words and none around it."""
    return " ".join(state.src[state.bMarks[line] : state.eMarks[line]].split())


def _push_text(state: StateBlock, kind: str, tag: str, text: str, line: int) -> None:
    state.push(f"{kind}_open", tag, 1).map = [line, line + 1]
    # A line without stars and boxes is one text, and is not parsed any further.
    inline = state.push("inline" if "*" in text or text[:1] == "[" else "text", "", 0)
    inline.content, inline.map, inline.children = text, [line, line + 1], []
    state.push(f"{kind}_close", tag, -1)


def _block(node: SyntaxTreeNode, beneath: int) -> Block:
    match node.type:
        case "heading":
            return Heading(min(beneath + int(node.tag[1]), 6), _text(node))
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
