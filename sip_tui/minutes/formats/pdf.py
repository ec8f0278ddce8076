"""A document as PDF/UA-1, set by typst: tagged, in its language, large print for the person.

The texts reach typst as data (see ``data/papers/page.typ``), so that no text is ever markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import Any, Literal

from sip_tui.i18n.translation import _, language
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
    in_reading_order,
    plain,
    ring_items,
    spans,
)
from sip_tui.minutes.formats import FileContent, FormatRefusedError, time_line
from sip_tui.minutes.formats.html_page import LARGE_PRINT
from sip_tui.minutes.formats.plain_text import to_text
from sip_tui.minutes.formats.ring import to_svg
from sip_tui.minutes.render import Draft
from sip_tui.paths import data_path

STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1, ISO 14289-1: the compiler refuses what a screen reader could not read."""
_QUOTED = re.compile(r"[\"`']")
_NARROW, _WIDE = 1, 4
"""The narrowest and the widest column of a table, in parts."""


def write(made: Draft, _reference: str) -> FileContent:
    """Set the document; raise FormatRefusedError when typst is not installed or refuses it."""
    return FileContent(_compile(to_json(made.document, large=made.audience in LARGE_PRINT)), to_text(made.document))


def to_json(document: Document, *, large: bool) -> str:
    """Return the document as the template reads it."""
    blocks = [made for block in in_reading_order(document.blocks) for made in _block(block)]
    page = {"title": plain(document.title), "lang": language(), "large": large, "blocks": blocks}
    return json.dumps(page, ensure_ascii=False)


def _compile(document: str) -> bytes:
    try:
        import typst  # an extra, and slow to load
    except ImportError:
        sentence = _(
            "A PDF needs typst: pip install 'sip-tui[pdf]'. Until then, write a web page (html) and print that."
        )
        raise FormatRefusedError(sentence) from None
    source = data_path("papers", "page.typ").read_bytes()
    try:
        return typst.compile(source, format="pdf", sys_inputs={"document": document}, pdf_standards=STANDARD)
    except typst.TypstError as error:
        raise FormatRefusedError(_refusal(error.message)) from None


def _refusal(message: str) -> str:
    """Say what the compiler said, up to the words of the meeting that it quotes."""
    if "could not be displayed" in message:
        return _(
            "The PDF was not written: this computer has no font for a character in it; choose the web page (html) "
            "instead."
        )
    reason = _QUOTED.split(message.partition("\n")[0])[0].removeprefix("PDF/UA-1 error: ").strip(" :.,")
    sentence = _(
        "The PDF was not written because it would not work with screen readers ({reason}); choose the web page "
        "(html) instead."
    )
    return sentence.format(reason=reason)


def _spans(text: RichText) -> list[dict[str, Any]]:
    return [{"text": span.text, "strong": span.strong, "emphasis": span.emphasis} for span in spans(text)]


def _block(block: Block) -> list[dict[str, Any]]:
    match block:
        case Heading(level, text) if plain(text):
            return [{"kind": "heading", "level": level - 1, "text": _spans(text)}]
        case Paragraph(text) if plain(text):
            return [{"kind": "paragraph", "text": _spans(text)}]
        case Bullets(items):
            return _lists(items)
        case Table(head, rows):
            return [_table(head, rows)]
        case WritingLines(label, count):
            return [{"kind": "write", "label": _spans(label) if plain(label) else [], "count": count}]
        case Ring(label, _parts, shares):
            below = _lists(ring_items(block))
            return [{"kind": "ring", "label": plain(label), "svg": to_svg(shares), "below": below}]
        case TimeLine(label, table):
            drawing = time_line.to_svg(block, lambda text: escape(plain(text)))
            drawn = {"kind": "line", "label": plain(label), "svg": drawing}
            return [drawn, _table(table.head, table.rows)]
    return []


def _lists(items: Sequence[ListItem]) -> list[dict[str, Any]]:
    """Return a list for each run of bullets or numbers."""
    found = []
    shown = [item for item in items if plain(item.text) or item.children]
    for (is_numbered, is_task), run in groupby(shown, _list_kind):
        group = list(run)
        kind: dict[str, Any] = {"kind": "list", "tasks": is_task}
        if is_numbered:
            kind = {"kind": "numbers", "start": int(group[0].marker[:-1])}
        found.append({**kind, "items": [_item(item) for item in group]})
    return found


def _list_kind(item: ListItem) -> tuple[bool, bool]:
    """Whether an item is numbered, and whether it has a box instead of a bullet."""
    return item.marker[:-1].isdigit(), item.done is not None


def _item(item: ListItem) -> dict[str, Any]:
    state = _("done:") if item.done else ""
    return {"text": _spans(item.text), "done": item.done, "state": state, "below": _lists(item.children)}


def _table(head: tuple[RichText, ...], rows: tuple[tuple[RichText, ...], ...]) -> dict[str, Any]:
    widths = [max(len(plain(row[column])) for row in (head, *rows)) for column in range(len(head))]
    mean = sum(widths) / len(widths) or 1
    return {
        "kind": "table",
        "columns": [min(max(2 * width / mean, _NARROW), _WIDE) for width in widths],
        "head": [_spans(cell) for cell in head],
        "rows": [[{"spans": _spans(cell)} for cell in row] for row in rows],
    }
