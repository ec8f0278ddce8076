"""A finished text with the places of the program's own words, which are marked until then."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sip_tui.minutes.document import RichText, Span, spans

FIXED_START, FIXED_END = _FIXED = ("\x02", "\x03")
"""Stand around the program's own words until the text is finished; no text has them (see ``to_single_line``)."""
_KEPT = ("\x04", "\x05")
"""Stand around what somebody decided to keep."""
ANY_MARK = re.compile("[\x02-\x05]")
_SYNTAX = re.compile(r"\\([!-/:-@\[-`{-~])|(?<!\\)\*+")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text with the places, half-open and in order, of the program's own words and of what somebody keeps."""

    text: str
    fixed: tuple[tuple[int, int], ...] = ()
    kept: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, marked: str) -> Rendered:
        """Take the marks of the program's own words, and of what is kept, out of a text."""
        places: dict[str, list[int]] = {mark: [] for mark in (*_FIXED, *_KEPT)}
        for number, found in enumerate(ANY_MARK.finditer(marked)):
            places[found[0]].append(found.start() - number)
        fixed, kept = (tuple(zip(places[start], places[end], strict=True)) for start, end in (_FIXED, _KEPT))
        return cls(ANY_MARK.sub("", marked), fixed, kept)

    @property
    def as_read(self) -> Rendered:
        """The text line by line as a reader sees it, without Markdown's escapes and emphasis."""
        marks = sorted(
            (at, letter)
            for places, letters in ((self.fixed, _FIXED), (self.kept, _KEPT))
            for span in places
            for at, letter in zip(span, letters, strict=True)
        )
        pieces, done = [], 0
        for at, letter in marks:
            pieces += [self.text[done:at], letter]
            done = at
        return Rendered.of(_SYNTAX.sub(r"\1", "".join((*pieces, self.text[done:]))))


def mark_fixed(text: RichText) -> str:
    """Return the text with marks around the program's own words (see ``Rendered.of``)."""
    return "".join(mark_span(span, span.text) for span in spans(text))


def mark_span(span: Span, escaped: str) -> str:
    """Put marks around a span as it is written, when it is the program's own words or kept (see ``Rendered.of``)."""
    if not (escaped and (span.fixed or span.kept)):
        return escaped
    start, end = _FIXED if span.fixed else _KEPT
    return f"{start}{escaped}{end}"
