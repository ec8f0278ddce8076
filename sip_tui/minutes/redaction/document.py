"""Redact every text of a document: names become role words, identifiers a mask.

A text is searched as a whole even when parts of it are emphasised, so that a number half in bold is found.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, chain, repeat

from sip_tui.minutes.document import Document, RichText, Span, map_texts, plain, spans, texts
from sip_tui.minutes.redaction.policy import RedactionPolicy
from sip_tui.privacy import MASKS, Finding, KnownName, find, mask

_AFTER_PREPOSITION = re.compile(
    r"\b(?:med|till|av|för|från|hos|åt|på|mot|kring|utan|bredvid|mellan|runt|inför|bakom)\s$", re.IGNORECASE
)
_AFTER_INFINITIVE = re.compile(r"(?:^|[.:;]\s|\b(?:att|och|ska|kan|vill)\s)(?!mamma|pappa|ska)\w+a\s$", re.IGNORECASE)
_AND = re.compile(r"(?:\s*(?:och|and|&|/|,)\s*)?|\s", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"\b(\w+)\s$")

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


@dataclass(frozen=True, slots=True)
class RedactedDocument:
    """A redacted document, everything that was found in it, and the replaced parts of each text in reading order."""

    document: Document
    findings: tuple[MaskedFinding, ...]
    mask_spans: tuple[tuple[MaskSpan, ...], ...] = ()


def redact_document(
    document: Document,
    names: Sequence[KnownName],
    policy: RedactionPolicy,
    *,
    people: bool = False,
    masks: Collection[str] = (),
) -> RedactedDocument:
    """Redact every text of a document.

    Args:
        document: The composed document.
        names: The names to replace, each with its replacement.
        policy: Decides which findings are kept.
        people: Whether to mask people who are not among ``names`` as well, and ages, classes and schools.
        masks: Replacements from an earlier pass, to be reported in ``mask_spans`` too.
    """
    redactor = _Redactor(names, policy, people)
    clean = map_texts(document, redactor)
    known = chain(redactor.mask_spans, repeat(()))
    all_spans = (_with_earlier(text, here, masks) for text, here in zip(texts(clean), known, strict=False))
    return RedactedDocument(clean, tuple(redactor.findings), tuple(all_spans))


def find_in_document(document: Document) -> tuple[MaskedFinding, ...]:
    """Find identifiers without masking them: for a document on paper or in a secure system."""
    whole = texts(document)
    found = ((hit, text) for text in whole for hit in find(text, people=False))
    return tuple(MaskedFinding(hit, text[hit.start : hit.end], is_kept=True) for hit, text in found)


@dataclass(frozen=True)
class _Redactor:
    """Redacts one text after the other and records findings and replaced parts."""

    names: Sequence[KnownName]
    policy: RedactionPolicy
    people: bool
    findings: list[MaskedFinding] = field(default_factory=list)
    mask_spans: list[tuple[MaskSpan, ...]] = field(default_factory=list)

    def __call__(self, text: RichText) -> RichText:
        words = plain(text)
        own = _fixed_places(text)
        hits = [(hit, words[hit.start : hit.end]) for hit in _find(words, self.names, own, people=self.people)]
        here = [
            MaskedFinding(hit, part, self.policy.is_kept(hit, part), self.policy.is_pending(hit, part))
            for hit, part in hits
        ]
        self.findings.extend(here)
        replaced = _joined(words, [self._replaced(found) for found in here if not found.is_kept])
        self.mask_spans.append(tuple(_spans_after(replaced)))
        return _masked(text, replaced)

    def _replaced(self, found: MaskedFinding) -> Finding:
        """The finding to mask; a name that somebody chose to mask gets no role word."""
        if found.words not in self.policy.unnamed:
            return found.finding
        return replace(found.finding, replacement=MASKS.get(found.finding.kind, found.finding.replacement))


def _spans_after(hits: Iterable[Finding]) -> Iterator[MaskSpan]:
    """Positions of the replacements in the text after all have been made."""
    moved = 0
    for hit in hits:
        start = hit.start + moved
        yield start, start + len(hit.replacement)
        moved += len(hit.replacement) - (hit.end - hit.start)


def _with_earlier(text: str, here: tuple[MaskSpan, ...], masks: Collection[str]) -> tuple[MaskSpan, ...]:
    earlier = (hit.span() for mask in masks for hit in re.finditer(re.escape(mask), text))
    kept: list[MaskSpan] = []
    for span in sorted({*here, *earlier}):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


def _fixed_places(text: RichText) -> tuple[MaskSpan, ...]:
    """Where the program's own words stand in a text."""
    if isinstance(text, str):
        return ()
    ends = list(accumulate(len(span.text) for span in text))
    return tuple((end - len(span.text), end) for span, end in zip(text, ends, strict=True) if span.fixed)


def _find(text: str, names: Sequence[KnownName], own: Sequence[MaskSpan], *, people: bool) -> Iterator[Finding]:
    found = find(text, names, people=people, own=own)
    return (replace(hit, replacement=_fitting(text, hit)) for hit in found)


def _fitting(text: str, hit: Finding) -> str:
    """Inflect the role word for its sentence: "med dig", "hjälpa dig", not "med du"."""
    word = hit.replacement
    if word == "yous":
        return "your"
    before = text[: hit.start]
    if word.lower() == "du" and (_AFTER_PREPOSITION.search(before) or _AFTER_INFINITIVE.search(before)):
        return "dig"
    return word


def _joined(text: str, hits: list[Finding]) -> list[Finding]:
    """Merge neighbouring names with the same role word: both parents are "vårdnadshavaren" once."""
    kept: list[Finding] = []
    for hit in hits:
        last = kept[-1] if kept else None
        alike = last and hit.kind == last.kind == "name" and hit.replacement.lower() == last.replacement.lower()
        if last and alike and _AND.fullmatch(text, last.end, hit.start):
            kept[-1] = replace(last, end=hit.end)
        else:
            kept.append(_with_role_before(text, hit))
    return kept


def _with_role_before(text: str, hit: Finding) -> Finding:
    """Cover a role word before the name too, so that it stands once: "mamma Åsa" is "mamma"."""
    before = _WORD_BEFORE.search(text, max(hit.start - 40, 0), hit.start)
    if hit.kind != "name" or before is None or before[1].lower() != hit.replacement.lower():
        return hit
    return replace(hit, start=before.start(), replacement=before[1])


def _masked(text: RichText, hits: Sequence[Finding]) -> RichText:
    if isinstance(text, str):
        return mask(text, hits)
    return tuple(_mask_spans(spans(text), hits))


def _mask_spans(pieces: Sequence[Span], hits: Sequence[Finding]) -> Iterator[Span]:
    """Mask across spans; a replacement gets the emphasis of the span where it begins."""
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        local = [
            replace(
                hit,
                start=max(hit.start, at) - at,
                end=min(hit.end, end) - at,
                replacement=hit.replacement if hit.start >= at else "",
            )
            for hit in hits
            if hit.start < end and hit.end > at
        ]
        yield replace(piece, text=mask(piece.text, local))
        at = end
