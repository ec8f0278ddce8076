"""The document model: headings, paragraphs, lists and tables of plain texts, independent of any format.

No text here is markup: each renderer escapes for its own format.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sip_tui.meeting.content.history import Point


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with one emphasis.

    Attributes:
        fixed: The program's own words, which redaction leaves alone.
        kept: A finding that somebody decided to keep at this place, which the last look leaves alone.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    fixed: bool = False
    kept: bool = False


RichText = str | tuple[Span, ...]
"""A text on one line; in spans when parts are emphasised."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 6; the document's title is level 1."""

    level: int
    text: RichText


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of one line."""

    text: RichText


@dataclass(frozen=True, slots=True)
class ListItem:
    """A list item with nested items.

    Attributes:
        done: Whether a task's checkbox is ticked; None for an item without one.
        marker: "-" or "+" for a bullet, a number such as "3." or "3)"; empty for a line of the item above.
    """

    text: RichText
    children: tuple[ListItem, ...] = ()
    done: bool | None = None
    marker: str = "-"

    def has_gap(self, before: ListItem | None) -> bool:
        """Whether Markdown needs a gap before a nested item: before a line, and a number that begins at no 1."""
        if not self.marker:
            return True
        continues = before is not None and before.marker[-1:] == self.marker[-1:]
        return self.marker not in {"-", "+"} and self.marker[:-1] != "1" and not continues


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as the head."""

    head: tuple[RichText, ...]
    rows: tuple[tuple[RichText, ...], ...]


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Empty lines to write on by hand, on paper.

    Attributes:
        label: What is written there; empty where the text before says it.
        count: How many lines.
    """

    label: RichText = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Ring:
    """The parts of the meeting as a ring; a format without drawings lists them.

    Attributes:
        label: What the drawing shows, for those who do not see it.
        parts: A text for each part, in order.
        shares: How large each part is, in minutes.
    """

    label: RichText
    parts: tuple[RichText, ...]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TimeLine:
    """Goals and actions over the meetings of a chain; a format without drawings has the table alone.

    Attributes:
        label: What the drawing shows, for those who do not see it.
        table: A row for each goal (strong) and action, a column for each meeting: the same in words.
        lanes: For each row, how it stood at which meeting.
    """

    label: RichText
    table: Table
    lanes: tuple[tuple[Point, ...], ...]


Block = Heading | Paragraph | Bullets | Table | WritingLines | Ring | TimeLine


@dataclass(frozen=True, slots=True)
class Document:
    """A title and blocks in reading order."""

    title: RichText
    blocks: tuple[Block, ...]


TextChange = Callable[[RichText], RichText]


def spans(text: RichText) -> tuple[Span, ...]:
    """Return the spans of a text; one span for a plain string."""
    return (Span(text),) if isinstance(text, str) else text


def plain(text: RichText) -> str:
    """Return the text without emphasis."""
    return text if isinstance(text, str) else "".join(span.text for span in text)


def map_texts(document: Document, change: TextChange) -> Document:
    """Return the document with ``change`` applied to every text, in reading order."""
    return Document(change(document.title), tuple(_block(block, change) for block in document.blocks))


def in_reading_order(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with headings that go down one level at a time, as screen readers and PDF/UA want them."""
    level = 1
    for block in blocks:
        if isinstance(block, Heading):
            level = min(max(block.level, 2), level + 1, 6)
            yield replace(block, level=level)
        else:
            yield block


def ring_items(ring: Ring) -> tuple[ListItem, ...]:
    """Return the parts of a ring as a numbered list."""
    return tuple(ListItem(part, marker=f"{number}.") for number, part in enumerate(ring.parts, 1))


def texts(document: Document) -> tuple[str, ...]:
    """Return every text of the document without emphasis, in reading order."""
    found: list[str] = []

    def note(text: RichText) -> RichText:
        """Collect a text."""
        found.append(plain(text))
        return text

    map_texts(document, note)
    return tuple(found)


def to_single_line(text: RichText) -> RichText:
    """Normalize a text to one line of visible NFC characters with single blanks.

    Removes line ends, control and zero-width characters, bidi controls (CVE-2021-42574) and whole escape sequences.
    """
    written = plain(text)
    if "  " not in written and written == written.strip() and _PRINTABLE.fullmatch(written):
        return text
    if isinstance(text, str):
        return " ".join(_clean(text).split())
    return _trim_blanks(tuple(_with_text(span, _clean(span.text)) for span in text))


def _table(table: Table, change: TextChange) -> Table:
    heads = tuple(change(cell) for cell in table.head)
    return Table(heads, tuple(tuple(change(cell) for cell in row) for row in table.rows))


def _block(block: Block, change: TextChange) -> Block:
    match block:
        case Paragraph(text):
            return Paragraph(change(text))
        case Heading(level, text):
            return Heading(level, change(text))
        case Table():
            return _table(block, change)
        case Bullets(items):
            return Bullets(tuple(_item(item, change) for item in items))
        case WritingLines(label):
            return replace(block, label=change(label))
        case Ring(label, parts):
            return replace(block, label=change(label), parts=tuple(change(part) for part in parts))
        case TimeLine(label, table):
            return replace(block, label=change(label), table=_table(table, change))


def _item(item: ListItem, change: TextChange) -> ListItem:
    return ListItem(change(item.text), tuple(_item(child, change) for child in item.children), item.done, item.marker)


_ESCAPE = re.compile(
    r"""
    (?:\x1b\]|\x9d)[^\x07\x1b\x9c\n]{0,500}(?:\x07|\x1b\\|\x9c)   # OSC: titles, links, the clipboard
  | (?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]                          # CSI: colours, the cursor
  | \x1b[PX^_][^\x1b\n]{0,500}\x1b\\                          # DCS and its like
  | \x1b[ -/]*[0-~]?
    """,
    re.VERBOSE,
)
_PRINTABLE = re.compile(r"[ -~åäöÅÄÖéÉüÜ§·–—’”“…→•\ue000-\ue003]*")
"""Fast path: texts of these characters, the marks of redaction among them, need no cleaning."""


def _clean(text: str) -> str:
    if _PRINTABLE.fullmatch(text):
        return text
    return unicodedata.normalize("NFC", "".join(map(_visible, _ESCAPE.sub("", text))))


def _visible(character: str) -> str:
    """Return a space for any blank, nothing for an invisible character, else the character."""
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    return "" if category in {"Cc", "Cf", "Zl", "Zp"} or _is_noncharacter(ord(character)) else character


def _is_noncharacter(number: int) -> bool:
    """Whether Unicode has set this code point apart from all characters: XML, and so XHTML, refuses a file with one."""
    return number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF


_BLANKS = re.compile(r"\s+")


def _trim_blanks(pieces: tuple[Span, ...]) -> RichText:
    """Collapse blanks across the spans and strip those at the ends."""
    kept: list[Span] = []
    after_blank = True
    for span in pieces:
        text = _BLANKS.sub(" ", span.text)
        text = text.removeprefix(" ") if after_blank else text
        if text:
            kept.append(_with_text(span, text))
            after_blank = text.endswith(" ")
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        kept[-1] = _with_text(kept[-1], kept[-1].text.rstrip())
    return tuple(kept)


def _with_text(span: Span, text: str) -> Span:
    """Return the span with another text; most texts are as they were."""
    return span if text == span.text else replace(span, text=text)
