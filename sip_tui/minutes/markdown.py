"""Render a document as CommonMark with tables, and read such Markdown back as text.

Any ASCII punctuation can be escaped with a backslash (CommonMark 0.31, section 2.4), so user text never becomes
structure. Only marks that would become structure in CommonMark, GFM or pandoc's Markdown are escaped; a bare address,
which GFM makes a link, reads the same and is not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

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
    plain,
    ring_items,
    spans,
)
from sip_tui.minutes.rendered import ANY_MARK, Rendered, mark_span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARK = re.compile(r"[\\`*_\[\]<>|~#${}^&:+=@()-]")
"""Texts without any of these need no escapes, apart from a number at the start of a line."""
_ANYWHERE = re.compile(r"[\\`]|<(?=[A-Za-z/!?])|&(?=#?\w{1,32};)|\](?=[(\[{:])|\[(?=\^)|\^(?=\[)")
_PAIRED = ("*", "_", "~", "$", "^")
"""Structure only where one opens and one closes; ``$`` and ``^`` in pandoc's Markdown."""
_LINE_START = re.compile(
    r"""
    (?P<rule>[-*_=])(?:[ ]?(?P=rule))*$            # a rule, or the underline of a heading
  | ~(?=~~)                                        # a fence
  | [-+*~](?=[ ]|$) | \+(?=-) | :                  # an item, a grid, a definition
  | > | \| | \#
  | \[(?=[ xX]\](?:[ ]|$))                         # a task
  | \(?(?:\d{1,9}|[a-z]|[ivxlcdm]+|[IVXLCDM]{2,}|\#|@\w*|[A-Z](?=\)))(?P<end>[.)])(?=[ ]|$)   # numbers, also pandoc's
    """,
    re.VERBOSE,
)
_CLOSING = re.compile(r"(?:(?<= )|^)#+$|\{(?=[^{}]*\}$)")
"""At the end of a heading: closing marks, and pandoc's attributes."""
WRITING_LINE = "_" * 40
"""A line to write on; read as Markdown, a rule."""


def to_markdown(document: Document) -> str:
    """Render a document as Markdown."""
    return render(document).text


def render(document: Document) -> Rendered:
    """Render a document whose texts are on one line each (see ``document.to_single_line``)."""
    rendered = [f"# {render_inline(document.title, heading=True)}"]
    before: Block | None = None
    alternate = False
    for block in document.blocks:
        alternate = isinstance(before, Bullets) and not alternate
        lines = "\n".join(_block(block, alternate))
        if lines:
            rendered.append(lines)
            before = block
    return Rendered.of("\n\n".join(rendered) + "\n")


def render_inline(text: RichText, *, heading: bool = False, cell: bool = False) -> str:
    """Render one text, with its emphasis where that reads back as the same words.

    Args:
        text: A text on one line.
        heading: Whether it is a heading's text, which stands not at the start of its line.
        cell: Whether it is the text of a table's cell.
    """
    whole = plain(text)
    is_emphasised = whole is not text and any(span.strong or span.emphasis for span in spans(text))
    escapes = _escapes(whole, is_emphasised, heading=heading, cell=cell)
    if not escapes and whole is text:
        return whole
    pieces = spans(text)
    if not (escapes or is_emphasised):
        return "".join([mark_span(span, span.text) for span in pieces])
    at, escaped = 0, list[str]()
    for span in pieces:
        escaped.append(_escaped(span.text, at, escapes))
        at += len(span.text)
    if is_emphasised:
        emphasised = "".join(
            _emphasised(list(run)) for _look, run in groupby(zip(pieces, escaped, strict=True), _look_of)
        )
        if _is_simple(pieces) or _read_inline(ANY_MARK.sub("", emphasised)) == whole:
            return emphasised
    return "".join(map(mark_span, pieces, escaped))


def _is_simple(pieces: Sequence[Span]) -> bool:
    """Whether emphasis stands around whole words between blanks only, which every reader of Markdown reads the same."""
    texts = ["", *(span.text for span in pieces), ""]
    return all(
        span.text[:1].isalnum() and span.text[-1:].isalnum() and before[-1:] in ("", " ") and after[:1] in ("", " ")
        for before, span, after in zip(texts, pieces, texts[2:], strict=False)
        if span.strong or span.emphasis
    )


def _escapes(text: str, is_emphasised: bool, *, heading: bool, cell: bool) -> frozenset[int]:
    """Return the positions of the marks that would become structure."""
    # Without any mark only a number at the start, "1." or "iv.", could become structure.
    if not _MARK.search(text) and "." not in text.partition(" ")[0]:
        return frozenset()
    found = {match.start() for match in _ANYWHERE.finditer(text)}
    for mark in filter(text.__contains__, _PAIRED):
        at = [place for place in _places(text, mark) if not _is_within_word(text, place)]
        opening = next((place for place in at if text[place + 1 : place + 2].strip(" " + mark)), None)
        closing = next((place for place in reversed(at) if text[place - 1 : place].strip(" " + mark)), -1)
        is_pair = opening is not None and opening < closing
        if is_pair or (at and is_emphasised and mark == "*") or (mark == "~" and "~~" in text):
            found.update(at)
    if cell:
        found.update(_places(text, "|"))
    elif heading:
        found.update(at for match in _CLOSING.finditer(text) for at in range(match.start(), match.end()))
    elif match := _LINE_START.match(text):
        found.add(match.start("end") if match["end"] else 0)
    return frozenset(found)


def _places(text: str, mark: str) -> Iterator[int]:
    place = text.find(mark)
    while place >= 0:
        yield place
        place = text.find(mark, place + 1)


def _is_within_word(text: str, place: int) -> bool:
    """Whether a ``_`` stands within a word, where it marks nothing."""
    return text[place] == "_" and text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum()


def _escaped(text: str, start: int, escapes: Collection[int]) -> str:
    """Put a backslash before the marks at ``escapes``, where ``text`` begins at ``start``."""
    if not escapes:
        return text
    return "".join(f"\\{letter}" if at in escapes else letter for at, letter in enumerate(text, start))


def words(token: Token) -> str:
    """Return the text of an inline token; a line end is a space."""
    return "".join(_text(child) for child in token.children or ())


@cache
def reader() -> MarkdownIt:
    """Return the parser for rendered documents: CommonMark and tables."""
    # Imported here because only a document needs it.
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def _text(child: Token) -> str:
    if child.type in {"softbreak", "hardbreak"}:
        return " "
    return "".join(map(_text, child.children)) if child.children else child.content


def _read_inline(drawn: str) -> str:
    return "".join(words(token) for token in reader().parseInline(drawn))


def _look_of(piece: tuple[Span, str]) -> str:
    """Return the mark of a piece of text: none when it is blank."""
    span, escaped = piece
    return "*" * (2 * span.strong + span.emphasis) if escaped.strip() else ""


def _emphasised(run: Sequence[tuple[Span, str]]) -> str:
    """Return pieces of the same look with one mark around them: "**Mamma får frågan**"."""
    mark, texts = _look_of(run[0]), [escaped for _span, escaped in run]
    before, after = (_blanks(texts[0].lstrip(), texts[0]), _blanks(texts[-1].rstrip(), texts[-1])) if mark else ("", "")
    texts[0] = texts[0].removeprefix(before)
    texts[-1] = texts[-1].removesuffix(after)
    within = "".join(mark_span(span, text) for (span, _), text in zip(run, texts, strict=True))
    return f"{before}{mark}{within}{mark}{after}"


def _blanks(words: str, text: str) -> str:
    return text.replace(words, "", 1)


def _width(text: str) -> int:
    return len(ANY_MARK.sub("", text))


def _block(block: Block, alternate: bool) -> Iterator[str]:
    match block:
        case Heading(level, text) if plain(text):
            yield f"{'#' * min(max(level, 2), 6)} {render_inline(text, heading=True)}"
        case Paragraph(text) if plain(text):
            yield render_inline(text)
        case Bullets(items):
            yield from _list(items, "*" if alternate else "-", is_nested=False)
        case Table(head, rows) | TimeLine(table=Table(head, rows)):
            yield from _table(head, rows)
        case WritingLines():
            yield from _writing_lines(block)
        case Ring():
            yield from _list(ring_items(block), "-", is_nested=False)


def _writing_lines(block: WritingLines) -> Iterator[str]:
    label = [render_inline(block.label)] if plain(block.label) else []
    for number, line in enumerate((*label, *[WRITING_LINE] * block.count)):
        yield from ("", line) if number else (line,)


def _list(items: tuple[ListItem, ...], bullet: str, *, is_nested: bool) -> Iterator[str]:
    """Render items; a line without a marker is a paragraph of the item above."""
    before: ListItem | None = None
    for item in items:
        if not plain(item.text) and not item.children:
            continue
        if (is_nested or not item.marker) and item.has_gap(before):
            yield ""
        before = item
        if not item.marker:
            yield render_inline(item.text)
            indent = ""
        else:
            marker = bullet if item.marker == "-" else item.marker
            box = "" if item.done is None else ("[x] " if item.done else "[ ] ")
            yield f"{marker} {box}{render_inline(item.text)}".rstrip()
            indent = " " * (len(marker) + 1)
        yield from ((indent + line).rstrip() for line in _list(item.children, bullet, is_nested=True))


def _table(head: tuple[RichText, ...], rows: tuple[tuple[RichText, ...], ...]) -> Iterator[str]:
    rendered = [[render_inline(cell, cell=True) for cell in row] for row in (head, *rows)]
    widths = [max(3, *(_width(row[column]) for row in rendered)) for column in range(len(head))]
    rendered.insert(1, ["-" * width for width in widths])
    for row in rendered:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        yield f"| {' | '.join(cells)} |"
