"""A finished text with the places of the program's own words, which are marked until then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sip_tui.minutes.document import RichText, Span, spans

FIXED_START, FIXED_END = _FIXED = ("\x02", "\x03")
"""Stand around the program's own words until the text is finished; no text has them (see ``to_single_line``)."""
_KEPT = ("\x04", "\x05")
"""Stand around what somebody decided to keep."""
ANY_MARK = re.compile("[\x02-\x05]")
_SYNTAX = re.compile(r"\\([!-/:-@\[-`{-~])|\*(?<!\\\*)\**")


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

    def placed_in(self, text: str) -> Rendered:
        """Return another text with the places of this one in each line that both have, as written or as read."""
        known = {line.text: line for version in (self, self.as_read) for line in version._lines()}
        fixed: list[tuple[int, int]] = []
        kept: list[tuple[int, int]] = []
        begin = 0
        for line in text.split("\n"):
            if own := known.get(line):
                fixed += ((begin + start, begin + end) for start, end in own.fixed)
                kept += ((begin + start, begin + end) for start, end in own.kept)
            begin += len(line) + 1
        return Rendered(text, tuple(fixed), tuple(kept))

    def _lines(self) -> Iterator[Rendered]:
        """Each line with its own places."""
        begin = 0
        for line in self.text.split("\n"):
            end = begin + len(line)
            inside = (
                tuple(
                    (max(start, begin) - begin, min(stop, end) - begin)
                    for start, stop in places
                    if start < end > begin < stop
                )
                for places in (self.fixed, self.kept)
            )
            yield Rendered(line, *inside)
            begin = end + 1

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
