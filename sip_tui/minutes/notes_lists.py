"""Read the lists of notes: a run of lines with markers, unless the markers are signs or numbers that count nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

ITEM = re.compile(r"(?P<marker>[-*]|\+(?! \d)|(?P<number>\d{1,9})(?P<end>[.)])) (?=\S)")
_RULE = re.compile(r"(?:[-*_] ?){3,}")
_PLUS = re.compile(r"\+(?: |$)")
_AMOUNT = re.compile(r"\d")
_STEP = 2  # blanks that make a line belong to the item above


@dataclass(slots=True)
class _Item:
    """A line of a list: an item with its marker, or a line beneath one with none."""

    line: int
    indent: int
    marker: str
    number: int | None
    text: str
    children: list[_Item] = field(default_factory=list)


def list_rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Read items that follow each other, with gaps, and the lines indented beneath them."""
    first = _item(state, line)
    if first is None:
        return False
    items = _run(state, first, end)
    if items[0].number is not None and not _is_numbered_list(state, items):
        return False
    if not silent:
        if items[0].number is None and _are_signs(state, items):
            for item in items:
                line_rule(state, item.line, end, silent)
        else:
            _push_list(state, _nested(items))
        state.line = items[-1].line + 1
    return True


def _item(state: StateBlock, line: int) -> _Item | None:
    text = line_text(state, line)
    found = None if _RULE.fullmatch(text) else ITEM.match(text)
    if found is None:
        return None
    number = int(found["number"]) if found["number"] else None
    marker = "-" if found["marker"] == "*" else found["marker"]
    return _Item(line, state.sCount[line], marker, number, text[found.end() :])


def _run(state: StateBlock, first: _Item, end: int) -> list[_Item]:
    items = [first]
    for line in range(first.line + 1, end):
        if state.isEmpty(line):
            continue
        item = _item(state, line)
        if item is None and state.sCount[line] >= items[-1].indent + _STEP * bool(items[-1].marker):
            item = _Item(line, state.sCount[line], "", None, line_text(state, line))
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
    if "+" in {item.marker, last.marker} and item.marker != last.marker and item.line > items[-1].line + 1:
        return False
    return (item.number is None) == (last.number is None) and _counts_on(last, item)


def _is_numbered_list(state: StateBlock, items: Sequence[_Item]) -> bool:
    """Whether numbers make a list: more than one line, which Markdown does not join with a list just before."""
    before = state.tokens[-1] if state.tokens else None
    joins = before is not None and before.type == "list_close" and before.info == items[0].marker[-1]
    return len(items) > 1 and not joins


def _are_signs(state: StateBlock, items: Sequence[_Item]) -> bool:
    """Whether the markers of a run are signs: amounts with a minus, or pluses and minuses without a label before."""
    before = line_text(state, items[0].line - 1) if items[0].line else ""
    if not before.endswith(":") and (_PLUS.match(before) or _is_weighed(state, items)):
        return True
    return all(_AMOUNT.match(item.text) for item in items if item.marker)


def _is_weighed(state: StateBlock, items: Sequence[_Item]) -> bool:
    """Whether a run is a plus alone, begins with a plus and has a minus, or stands above a plus that is a sign."""
    top = [item for item in items if item.marker and item.indent < items[0].indent + _STEP]
    if items[0].marker == "+" and (len(items) == 1 or any(line_text(state, item.line)[0] == "-" for item in top)):
        return True
    after = (item.line + 1 for item in items)
    return any(
        line < state.lineMax and _PLUS.match(line_text(state, line)) and not _item(state, line) for line in after
    )


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
        push_text(state, "paragraph", "p", item.text, item.line)
        if item.children:
            _push_list(state, item.children)
        state.push("list_item_close", "li", -1)
    state.push("list_close", "ul", -1).info = items[-1].marker[-1:]


def line_rule(state: StateBlock, line: int, _end: int, _silent: bool) -> bool:
    """Read a line as a paragraph of its own."""
    push_text(state, "paragraph", "p", line_text(state, line), line)
    state.line = line + 1
    return True


def line_text(state: StateBlock, line: int) -> str:
    """Return a line with single blanks between its words and none around it."""
    return " ".join(state.src[state.bMarks[line] : state.eMarks[line]].split())


def push_text(state: StateBlock, kind: str, tag: str, text: str, line: int) -> None:
    """Push a text and the tokens around it."""
    state.push(f"{kind}_open", tag, 1).map = [line, line + 1]
    # A line without stars and boxes is one text, and is not parsed any further.
    inline = state.push("inline" if "*" in text or text[:1] == "[" else "text", "", 0)
    inline.content, inline.map, inline.children = text, [line, line + 1], []
    state.push(f"{kind}_close", tag, -1)
