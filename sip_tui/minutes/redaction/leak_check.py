"""Refuse a finished document that still contains an identifier.

Both the Markdown source and its text as read are searched, by the finder that redacted it and by an independent one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sip_tui.i18n.translation import _
from sip_tui.minutes.rendered import Rendered
from sip_tui.phrasing.identifier_kinds import kind_name
from sip_tui.privacy import Finding, KnownName, find, is_service_number, remaining_identifiers

_GOES_ON_BEFORE = re.compile(r"(?:[\w@+]|\d[-/. ])\Z")
_GOES_ON_AFTER = re.compile(r"[\w@]|[-/. ]?\d|[.-]\w{1,40}@")

IsLeak = Callable[[Finding, Rendered], bool]
FindingPredicate = Callable[[Finding, str], bool]
"""Decides about a finding and the words that it covers."""


@dataclass(frozen=True, slots=True)
class Leak:
    """An identifier left in a finished document, with its place.

    Attributes:
        finding: The identifier.
        line: Counted from 1; 0 for the file name.
        column: Counted from 1, in ``shown``.
        shown: The whole line.
        place: Where the words stand in the notes; empty where they stand elsewhere.
    """

    finding: Finding
    line: int
    column: int
    shown: str
    place: str = ""

    @property
    def words(self) -> str:
        """The words themselves, as they stand in the line."""
        return self.shown[self.column - 1 :][: self.finding.end - self.finding.start]


class LeakRefused(Exception):  # noqa: N818 - the refusal is the message, not an error in the program
    """The finished document still contains identifiers; nothing was written.

    Attributes:
        leaks: The identifiers with their places.
        findings: The identifiers alone.
    """

    def __init__(self, leaks: Sequence[Leak]) -> None:
        self.leaks = tuple(leaks)
        self.findings = tuple(leak.finding for leak in leaks)
        super().__init__(_sentence(self.leaks))


@dataclass(frozen=True, slots=True)
class LeakGate:
    """What every finished file of one document is checked with (see ``find_leaks``)."""

    names: tuple[KnownName, ...]
    is_withheld: FindingPredicate

    def find(self, text: Rendered, file_name: str) -> tuple[Leak, ...]:
        """Find everything that must not leave in a finished text and its file's name."""
        return find_leaks(text, file_name, self.names, is_withheld=self.is_withheld)


def refuse_leaks(
    text: Rendered,
    file_name: str,
    names: Sequence[KnownName],
    *,
    is_withheld: FindingPredicate = lambda _hit, _words: False,
) -> None:
    """Raise ``LeakRefused`` when ``find_leaks``, which takes the same arguments, finds anything."""
    if found := find_leaks(text, file_name, names, is_withheld=is_withheld):
        raise LeakRefused(found)


def find_leaks(
    text: Rendered,
    file_name: str,
    names: Sequence[KnownName],
    *,
    is_withheld: FindingPredicate = lambda _hit, _words: False,
) -> tuple[Leak, ...]:
    """Find everything in a finished document that must not leave, in reading order.

    Args:
        text: The finished document, with the places that somebody decided to keep; names are not looked for in the
            program's own words.
        file_name: The name of the file, without its folder.
        names: The names that must not be in it.
        is_withheld: Whether a finding that is no identifier must not leave either.
    """
    is_leak = partial(_is_leak, is_withheld=is_withheld)
    found = dict.fromkeys((*_leaks_of_name(file_name, names, is_leak), *_leaks(text, names, is_leak)))
    return tuple(sorted(found, key=lambda leak: (leak.line, leak.column)))


def _leaks(text: Rendered, names: Sequence[KnownName], is_leak: IsLeak) -> Iterator[Leak]:
    """Look with the finders in the text as it is read, and with the independent check in the text as it is written."""
    seen = set()
    for version, look in ((text.as_read, partial(find, people=False)), (text, remaining_identifiers)):
        starts = [0, *(found.end() for found in re.finditer("\n", version.text))]
        shown = _without_kept(version)
        for hit in look(shown, names):
            line = bisect_right(starts, hit.start)
            if is_leak(hit, replace(version, text=shown)) and (line, hit.kind) not in seen:
                seen.add((line, hit.kind))
                yield Leak(hit, line, hit.start - starts[line - 1] + 1, _line_at(version.text, starts, line))


def _line_at(text: str, starts: Sequence[int], line: int) -> str:
    return text[starts[line - 1] : starts[line] - 1 if line < len(starts) else None]


def _without_kept(version: Rendered) -> str:
    """Overwrite what somebody decided to keep at its place, but never a part of something longer."""
    text = version.text
    for start, end in version.kept:
        if not (_GOES_ON_BEFORE.search(text, max(0, start - 2), start) or _GOES_ON_AFTER.match(text, end)):
            text = f"{text[:start]}{'x' * (end - start)}{text[end:]}"
    return text


def _leaks_of_name(file_name: str, names: Sequence[KnownName], is_leak: IsLeak) -> Iterator[Leak]:
    for hit in (*find(file_name, names, people=False), *remaining_identifiers(file_name, names)):
        if is_leak(hit, Rendered(file_name)):
            yield Leak(hit, 0, hit.start + 1, file_name)


def _is_leak(hit: Finding, version: Rendered, is_withheld: FindingPredicate) -> bool:
    withheld = (hit.level == "block" and not is_service_number(hit)) or is_withheld(
        hit, version.text[hit.start : hit.end]
    )
    return withheld and not _is_fixed(hit, version.fixed)


def _is_fixed(hit: Finding, fixed: Sequence[tuple[int, int]]) -> bool:
    """Whether a finding begins or ends in the program's own words."""

    def inside(place: int) -> bool:
        """Whether a place is in one of them."""
        before = bisect_right(fixed, place, key=lambda span: span[0]) - 1
        return before >= 0 and place < fixed[before][1]

    return inside(hit.start) or inside(hit.end - 1)


def _sentence(leaks: Sequence[Leak]) -> str:
    first = leaks[0]
    if not first.line:
        return _(
            "Nothing was written. The name of the file contains something that must be hidden. Choose another name."
        )
    kind = kind_name(first.finding.kind)
    if not first.place:
        sentence = _("Nothing was written: {kind} must be hidden; change the text in the meeting, or hide it with F10.")
        return sentence.format(kind=kind)
    sentence = _("Nothing was written: {kind} must be hidden, {place}; change the notes, or hide it with F10.")
    return sentence.format(kind=kind, place=first.place)
