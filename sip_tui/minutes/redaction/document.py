"""The findings in a document, and the marks that show where something was replaced.

Replacements are marked in the fields of the meeting and keep their marks while the document is composed, so that the
replaced parts of every text are known in the end; so do those that somebody decided to keep. Marks are private-use
characters, which no text has (see ``fields``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sip_tui.minutes.document import Document, RichText, Span, map_texts, plain, spans, texts
from sip_tui.privacy import Finding, find

REPLACED, KEPT = ("\ue000", "\ue001"), ("\ue002", "\ue003")
"""Stand around what was put in instead of a finding, and around a finding that somebody keeps."""
ANY_MARK = re.compile("[\ue000-\ue003]")

_KEPT_MARK = re.compile(f"([{KEPT[0]}{KEPT[1]}])")

MaskSpan = tuple[int, int]
"""A replaced part of a text: half-open, in code points."""


@dataclass(frozen=True, slots=True)
class MaskedFinding:
    """A finding with the words it covers.

    Attributes:
        is_kept: The words stand as they are.
        is_pending: They stand, and nobody has reviewed them yet.
    """

    finding: Finding
    words: str
    is_kept: bool
    is_pending: bool = False

    @property
    def is_kept_here(self) -> bool:
        """Whether they stand because somebody has decided so."""
        return self.is_kept and not self.is_pending


def unmark(document: Document) -> tuple[Document, tuple[tuple[MaskSpan, ...], ...]]:
    """Return a document without marks, and the replaced parts of each text in reading order."""
    found: list[tuple[MaskSpan, ...]] = []

    def without(text: RichText) -> RichText:
        """Collect the marked parts of a text and remove its marks."""
        written = plain(text)
        is_marked = ANY_MARK.search(written) is not None
        found.append(tuple(_places(written, REPLACED)) if is_marked else ())
        return tuple(_without_marks(spans(text))) if is_marked else text

    return map_texts(document, without), tuple(found)


def unmark_text(text: RichText) -> RichText:
    """Return a text without marks; what somebody keeps is a span of its own."""
    return tuple(_without_marks(spans(text))) if ANY_MARK.search(plain(text)) else text


def _places(text: str, marks: tuple[str, str]) -> Iterator[MaskSpan]:
    """The parts between two marks, in the text without any."""
    if marks[0] in text:
        places = [(match.start() - number, match[0]) for number, match in enumerate(ANY_MARK.finditer(text))]
        starts, ends = ([at for at, mark in places if mark == wanted] for wanted in marks)
        yield from zip(starts, ends, strict=True)


def _without_marks(written: Iterable[Span]) -> Iterator[Span]:
    """The spans without their marks; a part that somebody keeps is one of its own."""
    kept = False
    for span in written:
        if not kept and not _KEPT_MARK.search(span.text):
            yield from _unmarked(span)
            continue
        for piece in filter(None, _KEPT_MARK.split(span.text)):
            kept = piece == KEPT[0] or (kept and piece != KEPT[1])
            if text := ANY_MARK.sub("", piece):
                yield Span(text, span.strong, span.emphasis, span.fixed, kept)


def _unmarked(span: Span) -> tuple[Span, ...]:
    """A span without its marks; none when it has nothing else."""
    text = ANY_MARK.sub("", span.text)
    if text == span.text and not span.kept:
        return (span,) if text else ()
    return (Span(text, span.strong, span.emphasis, span.fixed),) if text else ()


def find_in_document(document: Document) -> tuple[MaskedFinding, ...]:
    """Find identifiers without masking them: for a document on paper or in a secure system."""
    found = ((hit, text) for text in texts(document) for hit in find(text, people=False))
    return tuple(MaskedFinding(hit, text[hit.start : hit.end], is_kept=True) for hit, text in found)
