"""The minutes as lines for the screen: what a reader will see, what was put in, and what must not leave.

The lines follow those of the Markdown one by one (see ``markdown.render``), so that a leak is shown where it stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, repeat

from sip_tui.minutes.document import Block, Bullets, Document, Heading, ListItem, Paragraph, RichText, Table, plain
from sip_tui.minutes.redaction.document import MaskSpan
from sip_tui.minutes.redaction.leak_check import Leak
from sip_tui.minutes.render import Draft
from sip_tui.phrasing.annotated_page import AnnotatedPage, PageLine, PageSpan

_MARKS = re.compile(r"\\([!-/:-@\[-`{-~])|\*")
"""What Markdown has and a reader does not see: a backslash before a mark, and the stars of emphasis."""
BETWEEN = " · "
"""Stands between the cells of a row."""

Spots = Iterator[tuple[MaskSpan, ...]]
"""The spots of each text, in reading order; whoever passes a text takes its own."""


def page(made: Draft) -> AnnotatedPage:
    """Draw a draft as lines."""
    by_line: dict[int, list[Leak]] = defaultdict(list)
    for leak in made.leaks:
        by_line[leak.line].append(leak)
    lines = enumerate(_lines(made.document, chain(made.spots, repeat(()))), 1)
    drawn = tuple(_leaking(line, by_line[number]) for number, line in lines if line is not None)
    changed = sum(not place.leaks for line in drawn for place in line.spans)
    return AnnotatedPage(drawn, changed, len(made.leaks))


def _lines(document: Document, spots: Spots) -> Iterator[PageLine | None]:
    """One for each line of the Markdown; None for what is not drawn: a table's rule, and the gap under a heading."""
    yield _line("", [(document.title, next(spots))], heading=True)
    gap: PageLine | None = PageLine("")
    for block in document.blocks:
        if drawn := list(_block(block, spots)):
            yield from (gap, *drawn)
            gap = None if isinstance(block, Heading) else PageLine("")


def _block(block: Block, spots: Spots) -> Iterator[PageLine | None]:
    match block:
        case Heading() | Paragraph():
            here = next(spots)
            if plain(block.text):
                yield _line("", [(block.text, here)], heading=isinstance(block, Heading))
        case Bullets(items, start):
            yield from _list(items, start, spots)
        case Table(head, rows):
            heads = _line("", [(cell, next(spots)) for cell in head], heading=True)
            if rows:
                yield from (heads, None)
            for row in rows:
                yield _line("", [(cell, next(spots)) for cell in row])


def _list(items: Sequence[ListItem], start: int | None, spots: Spots, depth: int = 0) -> Iterator[PageLine]:
    number = start or 0
    for item in items:
        here = next(spots)
        if plain(item.text) or item.children:
            marker = "•" if start is None else f"{number}."
            box = "" if item.done is None else ("☑ " if item.done else "☐ ")
            yield _line(f"{'  ' * depth}{marker} {box}", [(item.text, here)])
            number += 1
        yield from _list(item.children, item.start, spots, depth + 1)


def _line(lead: str, cells: Sequence[tuple[RichText, tuple[MaskSpan, ...]]], *, heading: bool = False) -> PageLine:
    """Put the cells beside each other; those with nothing in them are left out."""
    text, places = lead, list[PageSpan]()
    for cell, spots in cells:
        if words := plain(cell):
            text += BETWEEN if len(text) > len(lead) else ""
            places += [PageSpan(len(text) + start, len(text) + end) for start, end in spots]
            text += words
    return PageLine(text, heading, tuple(places), len(lead))


def _leaking(line: PageLine, leaks: Sequence[Leak]) -> PageLine:
    """Mark what must not leave; the whole line when the words of a leak are not found in it."""
    found = [
        place for leak in leaks for place in _where(line.text, _words(leak)) or [PageSpan(0, len(line.text), True)]
    ]
    return line._replace(spans=tuple(sorted({*line.spans, *found})))


def _words(leak: Leak) -> str:
    start = leak.column - 1
    return _MARKS.sub(r"\1", leak.shown[start : start + leak.finding.end - leak.finding.start])


def _where(text: str, words: str) -> list[PageSpan]:
    return [PageSpan(*hit.span(), True) for hit in re.finditer(re.escape(words), text)] if words else []
