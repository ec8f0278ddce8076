"""Find, mask, redact: one look at the text decides which finders run at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from sip_tui.privacy.context import Context
from sip_tui.privacy.finders import address, birth_date, case_number, vehicle
from sip_tui.privacy.finders.address import find_address
from sip_tui.privacy.finders.bank import ACCOUNTS, find_card, find_iban
from sip_tui.privacy.finders.birth_date import BIRTH, find_birth
from sip_tui.privacy.finders.case_number import CASES, find_case
from sip_tui.privacy.finders.email import AT, find_mail
from sip_tui.privacy.finders.health import SENSITIVE, find_code, find_words
from sip_tui.privacy.finders.links import LINK, find_links
from sip_tui.privacy.finders.names import known_names
from sip_tui.privacy.finders.personnummer import MISREAD, find_misread, find_partial, find_personnummer, find_vat
from sip_tui.privacy.finders.phone import find_phone
from sip_tui.privacy.finders.reserve import find_reserve
from sip_tui.privacy.finders.vehicle import find_vehicle
from sip_tui.privacy.keyword_finder import KeywordFinder
from sip_tui.privacy.model import MASKS, WARN_KINDS, Candidate, Finding, KnownName, Names, Redacted
from sip_tui.privacy.normalized_view import NormalizedView, view_of

_NUMBER = re.compile(
    r"""
    [0-9](?:                                                   # a digit first: the scanner leaps from one to the next
      (?:\d{5}|(?<=[12])\d{7})(?=[-+]\d{4}(?!\d))(?P<personal>)
    | (?<=[12])(?:9|0)\d\d-[01]\d-[0-3]\d(?![-+\d]|[\W_]{1,9}[\dA-Z]{4})(?P<day>)
    | \d?:[0-5]\d(?:-\d?\d:[0-5]\d)?(?!\d)(?P<clock>)
    | \d?\.[0-5]\d[ ]?-[ ]?\d?\d\.[0-5]\d(?![.\d])(?P<hours>)
    | \d*(?:-[01]\d-[0-3]\d(?!\d)|\.[0-5]\d(?!\d))?
    )""",
    re.VERBOSE,
)
"""A row of digits; a day or a time is taken whole, since nothing begins in the middle of one.

What has the plain form of a personnummer can be neither card nor reserve number, and most long numbers have it.
"""

_LONG_ENOUGH = re.compile(r"\d(?:\d{4}|(?:(?:[^\w\[\]]|_){0,9}+\d){4})")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_AROUND = 30

NumberFinder = Callable[[Context, int], Candidate | None]
_GLUED: tuple[NumberFinder, ...] = (find_iban, find_vat, find_code)
_LONG: tuple[NumberFinder, ...] = (find_card, find_reserve, find_personnummer, find_partial)
_SHORT: tuple[tuple[int, NumberFinder], ...] = (
    (birth_date.BITS, find_birth),
    (case_number.BITS, find_case),
    (vehicle.BITS, find_vehicle),
    (address.BITS, find_address),
)
"""Short numbers mean nothing by themselves: the bits of the words that must be in the text for a finder to look."""

_WORDLESS = re.compile(r"[.0-9#•?_](?:(?<=[a-zåäö][gvtr]\.) ?\d|(?<=\d)(?<!\d\d)\d\d ?\d\d(?!\d)|(?<=[#•?_])[#•?_]{5})")
"""What short finders know without a word: a shortened street, a postcode, a masked date."""

_WORDLESS_BITS = address.BITS | birth_date.BITS
_ACCOUNTS = KeywordFinder(*ACCOUNTS)
_LABELLED = KeywordFinder(BIRTH, *CASES)


def find(text: str, names: Names = ()) -> tuple[Finding, ...]:
    """Every identifier in `text`, in order and without overlaps."""
    view = view_of(text)
    return tuple([_finding(view, hit) for hit in _without_overlaps(_hits(view.text, tuple(names)))])


def redact(text: str, names: Names = ()) -> Redacted:
    """The text with each block-level identifier masked; every other character as it was.

    Args:
        text: Anything a person can type or paste.
        names: The people of the meeting, as plain names or with the role word to put instead.
    """
    findings = find(text, names)
    blocking = [finding for finding in findings if finding.level == "block"]
    return Redacted(mask(text, blocking) if blocking else text, findings)


def mask(text: str, findings: Iterable[Finding]) -> str:
    """Put each finding's replacement in its place; `findings` must come from this text."""
    out: list[str] = []
    done = 0
    for finding in findings:
        out += text[done : finding.start], finding.replacement
        done = finding.end
    out.append(text[done:])
    return "".join(out)


def _hits(text: str, names: tuple[str | KnownName, ...]) -> list[Candidate]:
    """Every hit in a view, paragraph by paragraph: the words of one say nothing about the next."""
    if "\n\n" not in text:
        return _paragraph_hits(text, names)
    hits = []
    for paragraph in _PARAGRAPH.finditer(text):
        for hit in _paragraph_hits(paragraph[0], names):
            begin = paragraph.start()
            hits.append(hit._replace(start=begin + hit.start, end=begin + hit.end))
    return hits


def _paragraph_hits(text: str, names: tuple[str | KnownName, ...]) -> list[Candidate]:
    context = Context(text)
    hits = _number_hits(context)
    if "@" in text or context.bits & AT.bit:
        hits += find_mail(context)
    if context.bits & LINK.bit:
        hits += find_links(context)
    if context.bits & MISREAD.bit or "I" in text:
        hits += find_misread(context)
    if context.bits & SENSITIVE.bit:
        hits += find_words(context)
    if names:
        hits += known_names(names).find(text)
    return hits


def _number_hits(context: Context) -> list[Candidate]:
    text, hits, done, short = context.text, [], 0, None
    for number in _NUMBER.finditer(text):
        start = number.start()
        if start < done:
            continue
        form = number.lastgroup or ("long" if _LONG_ENOUGH.match(text, start) else "")
        finders = _ranked(form, context.bits)
        if start and text[start - 1].isalpha():
            finders = _GLUED + finders
        hit = _first(finders, context, start)
        if hit is None:
            short = _short(context) if short is None else short
            hit = _first(short, context, start)
        if hit:
            done = hit.end
            hits.append(hit)
    return hits


@lru_cache(maxsize=4096)
def _ranked(form: str, bits: int) -> tuple[NumberFinder, ...]:
    """Who looks first at a number of this form in a text with these cues; the order is their rank.

    Accounts go first, since some hold a personnummer; then the long shapes that speak for themselves.
    """
    accounts = (_ACCOUNTS.find,) if bits & _ACCOUNTS.bits else ()
    labelled = (_LABELLED.find,) if bits & _LABELLED.bits else ()
    if form == "personal":
        return (*accounts, find_personnummer, *labelled, find_phone)
    return (*accounts, *_LONG, *labelled, find_phone) if form == "long" else (*accounts, *labelled)


def _short(context: Context) -> tuple[NumberFinder, ...]:
    """Who looks at the numbers of this text that nobody has taken."""
    bits = context.bits | (_WORDLESS_BITS if _WORDLESS.search(context.text) else 0)
    return tuple([finder for needed, finder in _SHORT if bits & needed])


def _first(finders: tuple[NumberFinder, ...], context: Context, start: int) -> Candidate | None:
    for finder in finders:
        if hit := finder(context, start):
            return hit
    return None


def _without_overlaps(hits: list[Candidate]) -> list[Candidate]:
    """Overlapping hits become one that covers both, under the name of the longer one."""
    if len(hits) < 2:
        return hits
    apart: list[Candidate] = []
    for hit in sorted(hits):
        if apart and hit.start < apart[-1].end:
            last = apart.pop()
            longer = max(last, hit, key=lambda one: one.end - one.start)
            hit = longer._replace(start=last.start, end=max(last.end, hit.end))
        apart.append(hit)
    return apart


def _finding(view: NormalizedView, hit: Candidate) -> Finding:
    start, end = view.span(hit.start, hit.end)
    around = view.original[max(0, start - _AROUND) : end + _AROUND]
    return Finding(
        hit.kind,
        start,
        end,
        "warn" if hit.kind in WARN_KINDS else "block",
        hit.confidence,
        " ".join(around.split()),
        hit.why,
        hit.mask or MASKS[hit.kind],
    )
