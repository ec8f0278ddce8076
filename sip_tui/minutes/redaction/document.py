"""Every text of a document, without what must not leave: names become role words, numbers a bracket.

A text is read as a whole even when parts of it are emphasised, so that a number cannot hide half in bold.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, repeat

from sip_tui.minutes.document import Document, RichText, Span, changed, plain, spans, texts
from sip_tui.minutes.redaction.policy import Verdict
from sip_tui.privacy import MASKS, Finding, KnownName, find, mask

_AFTER_PREPOSITION = re.compile(
    r"\b(?:med|till|av|för|från|hos|åt|på|mot|kring|utan|bredvid|mellan|runt|inför|bakom)\s$", re.IGNORECASE
)
_AFTER_INFINITIVE = re.compile(r"(?:^|[.:;]\s|\b(?:att|och|ska|kan|vill)\s)(?!mamma|pappa|ska)\w+a\s$", re.IGNORECASE)
_AND = re.compile(r"(?:\s*(?:och|and|&|/|,)\s*)?|\s", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"\b(\w+)\s$")
_AGE = re.compile(
    r"""
    \b\d{1,3}[\s-]?åri(?:ng(?:en|ar|arna)?|ga?)\b
  | \b(?<!om\s)(?<!på\s)(?<!i\s)\d{1,3}\s?år(?:s)?\s(?:gammal|gamla|ung)\b
  | (?<=\bär\s)\d{1,3}\s?år\b(?!\s(?:sedan|kvar|till|försen))
  | (?<=\bfyller\s)\d{1,3}(?:\s?år)?\b
  | (?<=\bfyllde\s)\d{1,3}(?:\s?år)?\b
  | (?<=\bfyllt\s)\d{1,3}(?:\s?år)?\b
  | (?<=\bålder[:\s]\s)\d{1,3}(?:\s?år)?\b
  | (?<=\bålder\s)\d{1,3}(?:\s?år)?\b
  | \b\d{1,3}[\s-]years?[\s-]olds?\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class MaskedFinding:
    """Something that was found, the words that it covers, and whether they stand as they are.

    ``waits`` is true of words that stand, and that nobody has looked at and let stand.
    """

    finding: Finding
    words: str
    stands: bool
    waits: bool = False


MaskSpan = tuple[int, int]
"""A place in a text: half-open, in code points."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A document that may leave, everything that was found in it on the way, and where something was put in.

    ``spots`` are those in each text, in reading order (see ``outline.texts``), from left to right.
    """

    document: Document
    found: tuple[MaskedFinding, ...]
    spots: tuple[tuple[MaskSpan, ...], ...] = ()


def mask_document(
    document: Document,
    names: Sequence[KnownName],
    *,
    ages: bool = False,
    spared: Verdict = lambda hit, _words: hit.level != "block",
    waits: Verdict = lambda _hit, _words: False,
    bare: Collection[str] = (),
) -> Masked:
    """Mask every text.

    Args:
        document: What has been written.
        names: The names to look for, each with what goes in its place.
        ages: Whether it goes too how old somebody is.
        spared: Whether words may stand as they are; when nothing is said, all but identifiers.
        waits: Whether words that stand are still to be looked at.
        bare: Names that get a mask and no role word.
    """
    masker = _Masker(names, ages, spared, waits, bare)
    clean = changed(document, masker)
    return Masked(clean, tuple(masker.found), tuple(masker.spots))


@dataclass(frozen=True)
class _Masker:
    """Masks one text after the other, and remembers what was in each."""

    names: Sequence[KnownName]
    ages: bool
    spared: Verdict
    waits: Verdict
    bare: Collection[str]
    found: list[MaskedFinding] = field(default_factory=list)
    spots: list[tuple[MaskSpan, ...]] = field(default_factory=list)

    def __call__(self, text: RichText) -> RichText:
        words = plain(text)
        hits = [(hit, words[hit.start : hit.end]) for hit in _findings(words, self.names, ages=self.ages)]
        here = [MaskedFinding(hit, part, self.spared(hit, part), self.waits(hit, part)) for hit, part in hits]
        self.found.extend(here)
        gone = _joined(words, [self._replaced(each) for each in here if not each.stands])
        self.spots.append(tuple(_put_in(gone)))
        return _cut(text, gone)

    def _replaced(self, found: MaskedFinding) -> Finding:
        return _bare(found) if found.words in self.bare else found.finding


def _put_in(hits: Iterable[Finding]) -> Iterator[MaskSpan]:
    """Where the replacements stand when all of them have been put in."""
    moved = 0
    for hit in hits:
        start = hit.start + moved
        yield start, start + len(hit.replacement)
        moved += len(hit.replacement) - (hit.end - hit.start)


def with_masks(masked: Masked, masks: Collection[str]) -> Masked:
    """Add the spots of the ``masks`` that stood in the texts already: those of an earlier pass."""
    known = chain(masked.spots, repeat(()))
    spots = (_all_spots(text, here, masks) for text, here in zip(texts(masked.document), known, strict=False))
    return replace(masked, spots=tuple(spots))


def _all_spots(text: str, here: tuple[MaskSpan, ...], masks: Collection[str]) -> tuple[MaskSpan, ...]:
    earlier = (hit.span() for mask in masks for hit in re.finditer(re.escape(mask), text))
    kept: list[MaskSpan] = []
    for spot in sorted({*here, *earlier}):
        if not kept or spot[0] >= kept[-1][1]:
            kept.append(spot)
    return tuple(kept)


def _bare(found: MaskedFinding) -> Finding:
    return replace(found.finding, replacement=MASKS.get(found.finding.kind, found.finding.replacement))


def report(document: Document) -> tuple[MaskedFinding, ...]:
    """Find without masking: for a document that goes on paper or into a secure system."""
    found: list[MaskedFinding] = []

    def one(text: RichText) -> RichText:
        """Remember what is in one text, and leave it as it is."""
        words = plain(text)
        found.extend(MaskedFinding(hit, words[hit.start : hit.end], stands=True) for hit in find(words))
        return text

    changed(document, one)
    return tuple(found)


def _findings(text: str, names: Sequence[KnownName], *, ages: bool) -> Iterator[Finding]:
    hits = [replace(hit, replacement=_fitting(text, hit)) for hit in find(text, names)]
    aged = _ages(text, hits) if ages else ()
    yield from sorted((*hits, *aged), key=lambda hit: hit.start)


def _ages(text: str, hits: Iterable[Finding]) -> Iterator[Finding]:
    taken = [(hit.start, hit.end) for hit in hits]
    for found in _AGE.finditer(text):
        start, end = found.span()
        if all(end <= begin or start >= stop for begin, stop in taken):
            around = " ".join(text[max(0, start - 30) : end + 30].split())
            yield Finding("age", start, end, "block", "medium", around, "Så här gammal är någon.", "[ålder]")


def _fitting(text: str, hit: Finding) -> str:
    """The role word as the sentence wants it: "med dig", "hjälpa dig", not "med du"."""
    word = hit.replacement
    if word == "yous":
        return "your"
    before = text[: hit.start]
    if word.lower() == "du" and (_AFTER_PREPOSITION.search(before) or _AFTER_INFINITIVE.search(before)):
        return "dig"
    return word


def _joined(text: str, hits: list[Finding]) -> list[Finding]:
    """Two names with the same role word after each other become one: parents are "vårdnadshavaren" once."""
    kept: list[Finding] = []
    for hit in hits:
        last = kept[-1] if kept else None
        alike = last and hit.kind == last.kind == "name" and hit.replacement.lower() == last.replacement.lower()
        if last and alike and _AND.fullmatch(text, last.end, hit.start):
            kept[-1] = replace(last, end=hit.end)
        else:
            kept.append(_once(text, hit))
    return kept


def _once(text: str, hit: Finding) -> Finding:
    """A role word that stands before the name already is not said twice: "mamma Åsa" is "mamma"."""
    before = _WORD_BEFORE.search(text, max(hit.start - 40, 0), hit.start)
    if hit.kind != "name" or before is None or before[1].lower() != hit.replacement.lower():
        return hit
    return replace(hit, start=before.start(), replacement=before[1])


def _cut(text: RichText, hits: Sequence[Finding]) -> RichText:
    if isinstance(text, str):
        return mask(text, hits)
    return tuple(_pieces(spans(text), hits))


def _pieces(pieces: Sequence[Span], hits: Sequence[Finding]) -> Iterator[Span]:
    """Mask across the pieces; what goes in has the weight of the piece where it begins."""
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        inside = [hit for hit in hits if hit.start < end and hit.end > at]
        local = (
            replace(
                hit,
                start=max(hit.start, at) - at,
                end=min(hit.end, end) - at,
                replacement=hit.replacement if hit.start >= at else "",
            )
            for hit in inside
        )
        yield replace(piece, text=mask(piece.text, local))
        at = end
