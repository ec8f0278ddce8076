"""A document as one HTML file: no script, nothing fetched, headings in order, tables with scope, light and dark.

Made for a screen reader and for a printer; the person's papers are in large print.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby

from sip_tui.i18n.translation import language
from sip_tui.minutes.document import (
    Block,
    Bullets,
    Document,
    Heading,
    ListItem,
    Paragraph,
    RichText,
    Ring,
    Span,
    Table,
    TimeLine,
    WritingLines,
    in_reading_order,
    plain,
    ring_items,
    spans,
)
from sip_tui.minutes.formats import FileContent, time_line
from sip_tui.minutes.formats.ring import to_svg
from sip_tui.minutes.render import Draft
from sip_tui.minutes.rendered import Rendered, mark_span
from sip_tui.paths import data_path

LARGE_PRINT = frozenset({"person", "sheet"})
"""The audiences whose paper is in large print."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Content security policy: nothing is loaded and nothing runs, whatever stands in a text."""
_HIDDEN = re.compile(r"<style>.*?</style>|<title>.*?</title>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def write(made: Draft, _reference: str) -> FileContent:
    """Write the page as UTF-8."""
    marked = to_html(made.document, large=made.audience in LARGE_PRINT)
    return FileContent(Rendered.of(marked).text.encode("utf-8", "backslashreplace"), words_of(marked))


def words_of(marked: str) -> str:
    """Return the words of a page as they are read, with their marks."""
    return html.unescape(_TAG.sub("", _HIDDEN.sub("", marked)))


def to_html(document: Document, *, large: bool = False) -> str:
    """Return the page, with marks around the program's own words (see ``rendered.mark_fixed``)."""
    style = data_path("papers", "page.css").read_text("utf-8")
    title = html.escape(plain(document.title))
    return (
        f'<!doctype html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body{' class=large' * large}>\n<main>\n"
        f"{to_body(document)}\n</main>\n</body>\n</html>\n"
    )


def to_body(document: Document) -> str:
    """Return the heading and the blocks alone, with marks."""
    blocks = (_block(block) for block in in_reading_order(document.blocks))
    return "\n".join((f"<h1>{to_inline(document.title)}</h1>", *filter(None, blocks)))


def to_inline(text: RichText) -> str:
    """Return a text with its emphasis, escaped, with marks."""
    return "".join(map(_span, spans(text)))


def _span(span: Span) -> str:
    shown = mark_span(span, html.escape(span.text))
    shown = f"<em>{shown}</em>" if span.emphasis else shown
    return f"<strong>{shown}</strong>" if span.strong else shown


def _block(block: Block) -> str:
    match block:
        case Heading(level, text) if plain(text):
            return f"<h{level}>{to_inline(text)}</h{level}>"
        case Paragraph(text) if plain(text):
            return f"<p>{to_inline(text)}</p>"
        case Bullets(items):
            return "\n".join(_lists(items))
        case Table(head, rows):
            return _table(head, rows)
        case WritingLines(label, count):
            words = f"<p>{to_inline(label)}</p>\n" if plain(label) else ""
            return f'{words}<div class="write" aria-hidden="true">{"<i></i>" * count}</div>'
        case Ring():
            return _ring(block)
        case TimeLine(label, table):
            drawing = time_line.to_svg(block, to_inline)
            caption = html.escape(plain(label), quote=True)
            return f'<figure class="line" aria-label="{caption}">{drawing}</figure>\n{_table(table.head, table.rows)}'
    return ""


def _lists(items: tuple[ListItem, ...]) -> Iterator[str]:
    """Yield a list for each run of bullets or numbers; a line without a marker belongs to the item above."""
    for is_numbered, run in groupby(_with_lines(items), lambda pair: pair[0].marker[:-1].isdigit()):
        pairs = list(run)
        start = pairs[0][0].marker[:-1]
        opening = f'<ol start="{int(start)}">' if is_numbered and start != "1" else "<ol>" if is_numbered else "<ul>"
        lines = "\n".join(_item(item, below) for item, below in pairs)
        yield f"{opening}\n{lines}\n</{'ol' if is_numbered else 'ul'}>"


def _with_lines(items: tuple[ListItem, ...]) -> list[tuple[ListItem, list[ListItem]]]:
    """Pair each item with the lines under it."""
    pairs: list[tuple[ListItem, list[ListItem]]] = []
    for item in items:
        if not plain(item.text) and not item.children:
            continue
        if item.marker or not pairs:
            pairs.append((item, []))
        else:
            pairs[-1][1].append(item)
    return pairs


def _item(item: ListItem, below: list[ListItem]) -> str:
    text = to_inline(item.text)
    if item.done is not None:
        text = f"<label><input type=checkbox disabled{' checked' * item.done}> {text}</label>"
    inner = [text, *_lists(item.children)]
    for line in below:
        inner += [f"<p>{to_inline(line.text)}</p>", *_lists(line.children)]
    return f"<li>{chr(10).join(inner)}</li>"


def _table(head: tuple[RichText, ...], rows: tuple[tuple[RichText, ...], ...]) -> str:
    heads = "\n".join(f'<th scope="col">{to_inline(cell)}</th>' for cell in head)
    body = "\n".join(f"<tr>\n{_row(row)}\n</tr>" for row in rows)
    return f"<table>\n<thead>\n<tr>\n{heads}\n</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _row(row: tuple[RichText, ...]) -> str:
    first, *others = row
    return "\n".join((f'<th scope="row">{to_inline(first)}</th>', *(f"<td>{to_inline(cell)}</td>" for cell in others)))


def _ring(ring: Ring) -> str:
    """Draw the ring with a number in each part, and list the parts under it."""
    svg = to_svg(ring.shares, html.escape(plain(ring.label), quote=True))
    listed = "\n".join(_lists(ring_items(ring)))
    return f"<figure>{svg}</figure>\n{listed}"
