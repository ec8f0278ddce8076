"""The minutes as lines for the screen, with masks and leaks marked.

The lines correspond to those of the Markdown (see ``markdown.to_markdown``), so that a leak is marked where it stands.
"""

from __future__ import annotations

import os
import pickle
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import chain, repeat

from sip_tui.i18n.translation import language, set_language
from sip_tui.meeting.model.meeting import Meeting
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
from sip_tui.minutes.markdown import WRITING_LINE
from sip_tui.minutes.redaction.document import MaskSpan
from sip_tui.minutes.redaction.leak_check import Leak
from sip_tui.minutes.render import Draft, draft
from sip_tui.phrasing.annotated_page import AnnotatedPage, PageLine, PageSpan

NICENESS = 5
"""Niceness of the preview process."""

_MARKS = re.compile(r"\\([!-/:-@\[-`{-~])|\*")
"""Markdown syntax that is not shown: backslashes of escapes, and the stars of emphasis."""
BETWEEN = " · "
"""Separator between the cells of a row that is wider than a small terminal."""
WIDEST_TABLE = 74
"""Cells of a table that is shown in columns."""

TextSpans = Iterator[tuple[MaskSpan, ...]]
"""Replaced parts of each text in reading order; each text consumes its own."""


def annotate(made: Draft) -> AnnotatedPage:
    """Return a draft as lines with masks and leaks marked."""
    by_line: dict[int, list[Leak]] = defaultdict(list)
    for leak in made.leaks:
        by_line[leak.line].append(leak)
    lines = enumerate(_lines(made.document, chain(made.mask_spans, repeat(()))), 1)
    drawn = tuple(_leaking(line, by_line[number]) for number, line in lines if line is not None)
    changed = sum(not place.leaks for line in drawn for place in line.spans)
    return AnnotatedPage(drawn, changed, len(made.leaks))


def draw_page(meeting: Meeting, audience: str, now: datetime, code: str) -> AnnotatedPage:
    """Draft the minutes and return them as lines, in the language ``code``."""
    if language() != code:
        set_language(code)
    return annotate(draft(meeting, audience, now=now))


def serve() -> None:
    """Answer pickled requests on the standard input until it ends; the main function of the preview process."""
    requests, pages = sys.stdin.buffer, sys.stdout.buffer
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    with suppress(EOFError, OSError):
        while True:
            # Both ends of these pipes are this program.
            pickle.dump(draw_page(*pickle.load(requests)), pages)
            pages.flush()


def _lines(document: Document, spans: TextSpans) -> Iterator[PageLine | None]:
    """Yield a line for each line of the Markdown; None for a table's rule and the gap under a heading."""
    yield _line("", [(document.title, next(spans))], heading=True)
    gap: PageLine | None = PageLine("")
    for block in document.blocks:
        if drawn := list(_block(block, spans)):
            yield from (gap, *drawn)
            gap = None if isinstance(block, Heading) else PageLine("")


def _block(block: Block, spans: TextSpans) -> Iterator[PageLine | None]:
    match block:
        case Heading() | Paragraph():
            here = next(spans)
            if plain(block.text):
                yield _line("", [(block.text, here)], heading=isinstance(block, Heading))
        case Bullets(items):
            yield from _list(items, spans)
        case Table():
            yield from _table(block, spans)
        case TimeLine(table=table):
            next(spans)
            yield from _table(table, spans)
        case WritingLines(label, count):
            yield from _writing_lines(label, count, next(spans))
        case Ring():
            next(spans)
            yield from _list(ring_items(block), spans)


def _table(table: Table, spans: TextSpans) -> Iterator[PageLine | None]:
    """Yield the head and the rows, in columns where they have room."""
    widths = [max(len(plain(row[at])) for row in (table.head, *table.rows)) for at in range(len(table.head))]
    columns = widths if sum(widths) + len(BETWEEN) * len(widths) <= WIDEST_TABLE else ()
    yield from (_line("", [(cell, next(spans)) for cell in table.head], heading=True, columns=columns), None)
    for row in table.rows:
        yield _line("", [(cell, next(spans)) for cell in row], columns=columns)


def _writing_lines(label: RichText, count: int, here: tuple[MaskSpan, ...]) -> Iterator[PageLine | None]:
    lines = [_line("", [(label, here)])] if plain(label) else []
    for number, line in enumerate((*lines, *[PageLine(WRITING_LINE)] * count)):
        yield from (PageLine(""), line) if number else (line,)


def _list(items: Sequence[ListItem], spans: TextSpans, depth: int = 0) -> Iterator[PageLine | None]:
    before: ListItem | None = None
    for item in items:
        here = next(spans)
        if plain(item.text) or item.children:
            if (depth or not item.marker) and item.has_gap(before):
                yield None
            before = item
            marker = "•" if item.marker == "-" else item.marker or " "
            box = "" if item.done is None else ("☑ " if item.done else "☐ ")
            yield _line(f"{'  ' * depth}{marker} {box}", [(item.text, here)])
        yield from _list(item.children, spans, depth + 1)


def _line(
    lead: str,
    cells: Sequence[tuple[RichText, tuple[MaskSpan, ...]]],
    *,
    heading: bool = False,
    columns: Sequence[int] = (),
) -> PageLine:
    """Join the cells that are not empty, or put each in its column."""
    text, spans = lead, list[PageSpan]()
    for at, (cell, replaced) in enumerate(cells):
        if words := plain(cell):
            between = BETWEEN if len(text) > len(lead) else ""
            text += " " * (sum(columns[:at]) + 2 * at - len(text)) if columns else between
            spans += [PageSpan(len(text) + start, len(text) + end) for start, end in replaced]
            text += words
    return PageLine(text, heading, tuple(spans), len(lead))


def _leaking(line: PageLine, leaks: Sequence[Leak]) -> PageLine:
    """Mark the leaks in a line; the whole line when their words are not found in it."""
    found = [
        place for leak in leaks for place in _where(line.text, _words(leak)) or [PageSpan(0, len(line.text), True)]
    ]
    return line._replace(spans=tuple(sorted({*line.spans, *found})))


def _words(leak: Leak) -> str:
    start = leak.column - 1
    return _MARKS.sub(r"\1", leak.shown[start : start + leak.finding.end - leak.finding.start])


def _where(text: str, words: str) -> list[PageSpan]:
    return [PageSpan(*hit.span(), True) for hit in re.finditer(re.escape(words), text)] if words else []
