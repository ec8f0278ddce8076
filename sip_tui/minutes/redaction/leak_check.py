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
from sip_tui.minutes.markdown import Rendered
from sip_tui.privacy import Finding, KnownName, find, remaining_identifiers

FindLeaks = Callable[[Rendered], tuple[Finding, ...]]
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
    """

    finding: Finding
    line: int
    column: int
    shown: str


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


def refuse_leaks(
    text: Rendered,
    file_name: str,
    names: Sequence[KnownName],
    *,
    allowed: Sequence[str] = (),
    is_withheld: FindingPredicate = lambda _hit, _words: False,
) -> None:
    """Raise ``LeakRefused`` when ``find_leaks``, which takes the same arguments, finds anything."""
    if found := find_leaks(text, file_name, names, allowed=allowed, is_withheld=is_withheld):
        raise LeakRefused(found)


def find_leaks(
    text: Rendered,
    file_name: str,
    names: Sequence[KnownName],
    *,
    allowed: Sequence[str] = (),
    is_withheld: FindingPredicate = lambda _hit, _words: False,
) -> tuple[Leak, ...]:
    """Find everything in a finished document that must not leave, in reading order.

    Args:
        text: The finished document; names are not looked for in the program's own words.
        file_name: The name of the file, without its folder.
        names: The names that must not be in it.
        allowed: Strings that are kept as they are, such as an office's address.
        is_withheld: Whether a finding that is no identifier must not leave either.
    """
    find_hits = partial(_hits, names=names, is_withheld=is_withheld)
    found = dict.fromkeys((*_leaks_of_name(file_name, find_hits), *_leaks(text, allowed, find_hits)))
    return tuple(sorted(found, key=lambda leak: (leak.line, leak.column)))


def _leaks(text: Rendered, allowed: Sequence[str], find_hits: FindLeaks) -> Iterator[Leak]:
    seen = set()
    as_read = text.as_read
    for version in (text,) if as_read.text == text.text else (text, as_read):
        for hit in find_hits(replace(version, text=_without(version.text, allowed))):
            leak = _placed(version.text, hit)
            if (leak.line, hit.kind) not in seen:
                seen.add((leak.line, hit.kind))
                yield leak


def _without(text: str, allowed: Sequence[str]) -> str:
    """Overwrite the allowed strings, as written and as escaped, but never a part of something longer."""
    for string in filter(None, allowed):
        letters = "".join(letter if letter.isalnum() else rf"\\?{re.escape(letter)}" for letter in string)
        whole = rf"(?<![\w@+])(?<!\d[-/. ]){letters}(?![\w@]|[-/. ]?\d|[.-]\w+@)"
        text = re.sub(whole, lambda found: "x" * len(found[0]), text)
    return text


def _leaks_of_name(file_name: str, find_hits: FindLeaks) -> Iterator[Leak]:
    for hit in find_hits(Rendered(file_name)):
        yield Leak(hit, 0, hit.start + 1, file_name)


def _hits(version: Rendered, names: Sequence[KnownName], is_withheld: FindingPredicate) -> tuple[Finding, ...]:
    text = version.text
    found = (*find(text, names, people=False), *remaining_identifiers(text, names))
    return tuple(
        hit
        for hit in found
        if (hit.level == "block" or is_withheld(hit, text[hit.start : hit.end])) and not _is_fixed(hit, version.fixed)
    )


def _is_fixed(hit: Finding, fixed: Sequence[tuple[int, int]]) -> bool:
    """Whether a finding begins or ends in the program's own words."""

    def inside(place: int) -> bool:
        """Whether a place is in one of them."""
        before = bisect_right(fixed, place, key=lambda span: span[0]) - 1
        return before >= 0 and place < fixed[before][1]

    return inside(hit.start) or inside(hit.end - 1)


def _placed(text: str, hit: Finding) -> Leak:
    begins = text.rfind("\n", 0, hit.start) + 1
    ends = text.find("\n", hit.start)
    return Leak(
        hit, text.count("\n", 0, hit.start) + 1, hit.start - begins + 1, text[begins : ends if ends > 0 else None]
    )


def _sentence(leaks: Sequence[Leak]) -> str:
    first = leaks[0]
    if not first.line:
        return _("Nothing was written. The name of the file holds something that must be hidden. Choose another name.")
    return _(
        "Nothing was written. Line {line}, column {column} holds something that must be hidden. Change the "
        "text in the meeting and try again."
    ).format(line=first.line, column=first.column)
