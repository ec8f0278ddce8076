"""A document before it has a format: titles, paragraphs, lists and tables of plain texts.

No text in here is markup. What a ``#`` or a ``|`` means is decided by the format that draws it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text, with the weight that the writer gave it."""

    text: str
    strong: bool = False
    emphasis: bool = False


RichText = str | tuple[Span, ...]
"""A text on one line; in pieces when some of it is emphasised."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 2 to 6, for the document's title is level 1."""

    level: int
    text: RichText


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of one line."""

    text: RichText


@dataclass(frozen=True, slots=True)
class ListItem:
    """A line of a list, with the lines beneath it. A task has a box: ticked when ``done`` is true."""

    text: RichText
    children: tuple[ListItem, ...] = ()
    done: bool | None = None
    start: int | None = None
    """The number that its children begin with; None for dots."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; with a ``start`` it is numbered from there."""

    items: tuple[ListItem, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the head names the columns, and every row has as many cells."""

    head: tuple[RichText, ...]
    rows: tuple[tuple[RichText, ...], ...]


Block = Heading | Paragraph | Bullets | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, in the order in which it is read."""

    title: RichText
    blocks: tuple[Block, ...]


TextChange = Callable[[RichText], RichText]


def spans(text: RichText) -> tuple[Span, ...]:
    """The pieces of a text; one piece when nothing in it is emphasised."""
    return (Span(text),) if isinstance(text, str) else text


def plain(text: RichText) -> str:
    """The text without its emphasis."""
    return text if isinstance(text, str) else "".join(one.text for one in text)


def changed(document: Document, change: TextChange) -> Document:
    """Give the document with every text changed, in reading order; none is passed by."""
    return Document(change(document.title), tuple(_block(one, change) for one in document.blocks))


def texts(document: Document) -> tuple[str, ...]:
    """Every text of the document, plain, in reading order."""
    found: list[str] = []

    def note(text: RichText) -> RichText:
        """Remember a text, and leave it as it is."""
        found.append(plain(text))
        return text

    changed(document, note)
    return tuple(found)


def tidy(text: RichText) -> RichText:
    """Make a text fit for one line: no line ends, no control, escape or invisible characters, composed letters.

    Bidi controls (CVE-2021-42574) and zero-width characters go too: they hide what a reader would have seen. An
    escape sequence goes whole, so that no ``[31m`` is left of it.
    """
    if isinstance(text, str):
        return " ".join(_clean(text).split())
    return _one_line(tuple(replace(one, text=_clean(one.text)) for one in text))


def _block(block: Block, change: TextChange) -> Block:
    match block:
        case Table(head, rows):
            heads = tuple(change(cell) for cell in head)
            return Table(heads, tuple(tuple(change(cell) for cell in row) for row in rows))
        case Bullets(items, start):
            return Bullets(tuple(_item(one, change) for one in items), start)
        case _:
            return replace(block, text=change(block.text))


def _item(item: ListItem, change: TextChange) -> ListItem:
    text = change(item.text)
    return replace(item, text=text, children=tuple(_item(one, change) for one in item.children))


_ESCAPE = re.compile(
    r"""
    (?:\x1b\]|\x9d)[^\x07\x1b\x9c\n]{0,500}(?:\x07|\x1b\\|\x9c)   # OSC: titles, links, the clipboard
  | (?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]                          # CSI: colours, the cursor
  | \x1b[PX^_][^\x1b\n]{0,500}\x1b\\                          # DCS and its like
  | \x1b[ -/]*[0-~]?
    """,
    re.VERBOSE,
)
_SEEN = re.compile(r"[ -~åäöÅÄÖéÉ]*")
"""Most texts hold nothing else, and cost nothing more."""


def _clean(text: str) -> str:
    if _SEEN.fullmatch(text):
        return text
    return unicodedata.normalize("NFC", "".join(map(_seen, _ESCAPE.sub("", text))))


def _seen(character: str) -> str:
    """What a reader sees of a character: a space for every blank, nothing for what has no shape of its own."""
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    return "" if category in {"Cc", "Cf", "Zl", "Zp"} else character


def _one_line(pieces: tuple[Span, ...]) -> RichText:
    """Take runs of blanks together across the pieces, and those at the ends away."""
    kept: list[Span] = []
    after_blank = True
    for one in pieces:
        text = re.sub(r"\s+", " ", one.text)
        text = text.removeprefix(" ") if after_blank else text
        if text:
            kept.append(replace(one, text=text))
            after_blank = text.endswith(" ")
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)
