"""Find, mask, redact: the order in which the finders look at a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache, reduce
from operator import or_

from sip_tui.privacy.context import Context
from sip_tui.privacy.finders import (
    ages,
    health,
    labelled,
    network,
    online,
    spoken,
)
from sip_tui.privacy.finders.birth_date import AGE
from sip_tui.privacy.finders.full_names import find_full_names
from sip_tui.privacy.finders.initial_pairs import find_initial_pairs
from sip_tui.privacy.finders.lower_case_names import find_lower_case_names
from sip_tui.privacy.finders.named_again import find_again, stranger_words
from sip_tui.privacy.finders.names import GENITIVE, NameIndex, known_names
from sip_tui.privacy.finders.people import BITS as PEOPLE_BITS
from sip_tui.privacy.finders.people import find_people
from sip_tui.privacy.finders.personnummer import (
    MISREAD,
    find_misread,
)
from sip_tui.privacy.finders.schools import find_classes, find_schools
from sip_tui.privacy.model import (
    MASK,
    MASKS,
    WARN_KINDS,
    Candidate,
    Finding,
    KnownName,
    Level,
    Names,
    Redacted,
    Span,
    context_of,
    mask,
)
from sip_tui.privacy.normalized_view import NormalizedView, view_of
from sip_tui.privacy.number_search import number_hits
from sip_tui.privacy.places import Places
from sip_tui.privacy.word_scan import WordScan
from sip_tui.privacy.word_tables import INITIAL, SMALL_NAME, cached_from_tables, words


@cached_from_tables
def _boundary() -> re.Pattern[str]:
    """Between two blocks: an empty line, or a sentence that ends before a line or sentence that begins with no digit.

    Four letters before the stop: "dr. Lind" is no end, nor "rekt. Holm", and "Passnr. AB 123" is one thing.
    """
    roles = (rf"(?<!\b[{word[0]}{word[0].upper()}]{word[1:]}\. )" for word in words("role_in_short") if len(word) > 3)
    return re.compile(
        r"\n(?:\n+|(?<=[a-zåäö\])][.!?]\n)(?=[-*•#A-ZÅÄÖ]))"
        rf"| (?<=[a-zåäö][a-zåäö][a-zåäö][a-zåäö][.!?] )(?<!nr\. ){''.join(roles)}(?=[A-ZÅÄÖ][a-zåäö])"
    )


WordFinder = Callable[[Context], Iterable[Candidate]]
_WORD_FINDERS: tuple[tuple[int, WordFinder], ...] = (
    (online.LINK.bit, online.find_links),
    (MISREAD.bit, find_misread),
    (health.BITS, health.find_words),
    (labelled.BITS, labelled.find_labelled),
    (spoken.BITS, spoken.find_spoken),
)
"""The bits of the words that a finder begins at."""
_WORD_BITS = reduce(or_, (needed for needed, _finder in _WORD_FINDERS))

_ABOUT_PEOPLE: tuple[tuple[int, WordFinder], ...] = (
    (AGE.bit, ages.find_ages),
    (health.TELLING_BITS, health.find_telling),
)
_ABOUT_PEOPLE_BITS = AGE.bit | health.TELLING_BITS


def find(
    text: str, names: Names = (), *, people: bool = True, own: Sequence[Span] = (), strangers: Set[str] = frozenset()
) -> tuple[Finding, ...]:
    """Find every identifier, in reading order and without overlaps.

    Args:
        text: Anything a person can type or paste.
        names: The people of the meeting, as plain names or with the role word to put instead.
        people: Whether to look for people who are not among ``names``, and for ages, classes and telling details.
        own: Places of ``text`` (half-open) with the program's own words; what begins or ends in one is no finding.
        strangers: Names of people not on the roll that other texts of the document name (see ``stranger_words``).
    """
    view = view_of(text)
    hits = _hits(view.text, known_names(names), people)
    if not (hits or strangers):
        return ()
    if people and (again := strangers | stranger_words(view.text, hits)):
        hits = _with_those_named_again(view.text, hits, again)
    hits = _without_overlaps(_but_masks(view.text, hits))
    findings = _findings(view, hits)
    return tuple([finding for finding in findings if not _overlaps(finding, own)]) if own else tuple(findings)


def spellings(texts: Iterable[str], names: Sequence[KnownName], role_word: str) -> frozenset[str]:
    """The ways that texts write the names with a role word, without their genitive."""
    index = known_names(names)
    found: set[str] = set()
    for text in texts:
        view = view_of(text)
        for hit in index.find_in(view.text):
            written = view.text[hit.start : hit.end]
            if hit.mask == role_word:
                found.add(written)
            elif hit.mask == role_word + "s":
                found.add(GENITIVE.sub("", written))
    return frozenset(found)


def spelt_names(found: Mapping[str, Iterable[Finding]], role_word: str) -> frozenset[str]:
    """The same from what has been found in texts, by the role word that stands for the names there."""
    spelt: set[str] = set()
    for text, findings in found.items() if role_word else ():
        for hit in findings:
            mask = hit.replacement.lower()
            if hit.kind == "name" and mask in (role_word, role_word + "s"):
                written = text[hit.start : hit.end]
                spelt.add(written if mask == role_word else GENITIVE.sub("", written))
    return frozenset(spelt)


def redact(text: str, names: Names = ()) -> Redacted:
    """Mask each block-level identifier; every other character stays as it was. The arguments are those of ``find``."""
    findings = find(text, names)
    blocking = [finding for finding in findings if finding.level == "block"]
    return Redacted(mask(text, blocking) if blocking else text, findings)


@lru_cache(maxsize=2048)
def public(text: str, but: frozenset[str] = frozenset()) -> str:
    """Mask everything that a whole room must not read; names stay.

    A document asks its writer about a diagnosis, since the word may have to be there. A board asks nobody, so words
    for a diagnosis and for a protected identity are masked too, in the person's own goal as well.

    Args:
        text: Anything a person can type or paste.
        but: Kinds that stand here on purpose (keys of ``MASKS``).
    """
    return mask(text, (finding for finding in find(text, people=False) if finding.kind not in but))


def _hits(text: str, index: NameIndex, people: bool) -> list[Candidate]:
    """Every hit in a view, block by block: the words of one say nothing about the next; the whole is remembered too."""
    known = index.blocks.get((text, people))
    if known is None:
        known = tuple(_found_by_block(text, index, people))
        if (text, people) not in index.blocks:
            index.blocks.remember(text, people, known)
    return list(known)


def _found_by_block(text: str, index: NameIndex, people: bool) -> Iterable[Candidate]:
    """The hits of every block, in the order of the text; a block that stands twice is read once."""
    places = _blocks(text)
    blocks = [text[start:end] for start, end in places]
    read = {block: index.blocks.get((block, people)) for block in blocks}
    read |= _read_blocks([block for block, hits in read.items() if hits is None], index, people)
    found: list[Candidate] = []
    for (start, _end), block in zip(places, blocks, strict=True):
        hits = read[block]
        found += _moved(hits, start) if start and hits else hits or ()
    return found


def _read_blocks(blocks: Sequence[str], index: NameIndex, people: bool) -> Iterator[tuple[str, tuple[Candidate, ...]]]:
    """Each block that nobody has read, with its hits; their words are looked up in one pass."""
    scan = WordScan("\n".join(blocks), index.__getitem__)
    start = 0
    for block in blocks:
        end = start + len(block)
        yield block, _search_block(Context(block, scan.cues_within(start, end)), index, people)
        start = end + 1


def _moved(hits: Iterable[Candidate], by: int) -> list[Candidate]:
    """The hits of a block that begins somewhere in a text."""
    make = Candidate._make  # twice as fast as a call of the class
    return [make((start + by, end + by, kind, sure, why, put)) for start, end, kind, sure, why, put in hits]


@lru_cache(maxsize=2)
def _blocks(text: str) -> tuple[Span, ...]:
    """Where each block begins and ends."""
    ends = [boundary.span() for boundary in _boundary().finditer(text)]
    return tuple(zip((0, *(end for _start, end in ends)), (*(start for start, _end in ends), len(text)), strict=True))


def _but_masks(text: str, hits: list[Candidate]) -> list[Candidate]:
    """Leave out what is nothing but a mask: "lösenord: [lösenord]"."""
    if "[" not in text:
        return hits
    masks = Places(found.span() for found in MASK.finditer(text))
    return [hit for hit in hits if not (masks.holds(hit.start) and masks.holds(hit.end - 1))]


def _with_those_named_again(text: str, hits: list[Candidate], again: Set[str]) -> list[Candidate]:
    """Add those who are named elsewhere in the document; what only may be a name is one then."""
    more = list(find_again(text, _blocks(text), again, hits))
    places = Places((hit.start, hit.end) for hit in more)
    kept = [hit for hit in hits if not (hit.kind == "possible_name" and places.holds(hit.start))]
    return [*kept, *more]


def _search_block(context: Context, index: NameIndex, people: bool) -> tuple[Candidate, ...]:
    """Search one block and remember what is found, since a draft is searched again after every change of a line."""
    hits = index.blocks.get((context.text, False))
    if hits is None:
        hits = tuple(_search(context, index))
        index.blocks.remember(context.text, False, hits)
    if people:
        hits = tuple(_with_people(context, list(hits)))
        index.blocks.remember(context.text, True, hits)
    return hits


def _search(context: Context, index: NameIndex) -> list[Candidate]:
    """Everything but people who are not in the index."""
    text, bits = context.text, context.bits
    hits = number_hits(context) if context.has_digit else []
    if "@" in text or bits & online.MAIL_SIGN.bit:
        hits += online.find_mail(context)
    if text.count(":") + text.count("-") >= network.FEWEST_SIGNS or "///" in text:
        hits += network.find_signs(text)
    if "#" in text and context.has_digit:
        hits += online.find_tagged(text)
    if "/" in text:
        hits += online.find_meeting_links(text)
        hits += online.find_profiles(text) if online.may_have_profile(text) else ()
    for needed, finder in _WORD_FINDERS if bits & _WORD_BITS else ():
        if bits & needed:
            hits += finder(context)
    hits += index.find(context)
    return hits


def _with_people(context: Context, hits: list[Candidate]) -> list[Candidate]:
    """Add people who are not in the index to what was found already, and ages, schools and telling details."""
    text, bits = context.text, context.bits
    for needed, finder in _ABOUT_PEOPLE if bits & _ABOUT_PEOPLE_BITS else ():
        if bits & needed:
            hits += finder(context)
    if bits & PEOPLE_BITS or " het" in text or "kalla" in text:
        hits += find_people(context, hits)
        hits += find_full_names(context, hits)
        hits += find_schools(context, hits)
    if " är " in text or " e " in text or ", snart " in text:
        hits += ages.find_ages_in_words(text)
    if context.has_digit or "an " in text:
        hits += ages.find_bare_ages(text)
        hits += find_classes(context)
    if bits & INITIAL and (pairs := [*find_initial_pairs(text)]):
        places = Places((hit.start, hit.end) for hit in hits)
        hits += [pair for pair in pairs if not (places.holds(pair.start) or places.holds(pair.end - 1))]
    if hits or bits & SMALL_NAME:
        hits += find_lower_case_names(context, hits)
    return hits


def _without_overlaps(hits: list[Candidate]) -> list[Candidate]:
    """Overlapping hits become one that covers both, under the name of the longer one."""
    if len(hits) < 2:
        return hits
    apart: list[Candidate] = []
    for hit in sorted(hits):
        if apart and hit.start < apart[-1].end:
            last = apart.pop()
            longer = max(last, hit, key=lambda overlapping: overlapping.end - overlapping.start)
            hit = longer._replace(start=last.start, end=max(last.end, hit.end))
        apart.append(hit)
    return apart


def _overlaps(finding: Finding, own: Sequence[Span]) -> bool:
    return any(finding.start < end and finding.end > start for start, end in own)


def _findings(view: NormalizedView, hits: Iterable[Candidate]) -> list[Finding]:
    found: list[Finding] = []
    for start, end, kind, confidence, why, put in hits:
        if view.starts:
            start, end = view.span(start, end)
        around = context_of(view.original, start, end)
        level: Level = "warn" if kind in WARN_KINDS else "block"
        found.append(Finding._make((kind, start, end, level, confidence, around, why, put or MASKS[kind])))
    return found
