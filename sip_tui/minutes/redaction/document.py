"""The findings in a document, and the marks that show where something was replaced.

Replacements are marked in the fields of the meeting and keep their marks while the document is composed, so that the
replaced parts of every text are known in the end. Marks are two private-use characters, which no text has (see
``fields``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sip_tui.minutes.document import Document, RichText, map_texts, plain, spans, texts
from sip_tui.privacy import Finding, find

MARKS = START, END = "\ue000", "\ue001"
ANY_MARK = re.compile(f"[{START}{END}]")

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


def unmark(document: Document) -> tuple[Document, tuple[tuple[MaskSpan, ...], ...]]:
    """Return a document without marks, and the replaced parts of each text in reading order."""
    found: list[tuple[MaskSpan, ...]] = []

    def without(text: RichText) -> RichText:
        """Collect the marked parts of a text and remove its marks."""
        found.append(tuple(_marked(plain(text))))
        if not found[-1]:
            return text
        return tuple(replace(span, text=ANY_MARK.sub("", span.text)) for span in spans(text))

    return map_texts(document, without), tuple(found)


def _marked(text: str) -> Iterator[MaskSpan]:
    if START in text:
        places = [match.start() - number for number, match in enumerate(ANY_MARK.finditer(text))]
        yield from zip(places[::2], places[1::2], strict=True)


def find_in_document(document: Document) -> tuple[MaskedFinding, ...]:
    """Find identifiers without masking them: for a document on paper or in a secure system."""
    found = ((hit, text) for text in texts(document) for hit in find(text, people=False))
    return tuple(MaskedFinding(hit, text[hit.start : hit.end], is_kept=True) for hit, text in found)
