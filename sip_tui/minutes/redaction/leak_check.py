"""The last look at a finished document: anything left that must not leave, and nothing is written at all.

It looks at the document twice, as it is written and as it is read, with both engines: the one that masked it, and one
that shares nothing with that (design §5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from sip_tui.i18n.translation import _
from sip_tui.minutes.markdown import escaped, read_back
from sip_tui.minutes.redaction.policy import Verdict
from sip_tui.privacy import Finding, KnownName, find, remaining_identifiers

Look = Callable[[str], tuple[Finding, ...]]
"""Finds in a text what must not leave."""


@dataclass(frozen=True, slots=True)
class Leak:
    """One thing that must not leave, and where it stands.

    Attributes:
        finding: What it is.
        line: Counted from 1; 0 when it stands in the file's name.
        column: Counted from 1, in the line as it is shown here.
        shown: The whole line.
    """

    finding: Finding
    line: int
    column: int
    shown: str


class LeakRefused(Exception):  # noqa: N818 - the refusal is the message, not an error in the program
    """The finished document still holds something that must not leave; nothing was written.

    Attributes:
        leaks: What was found, with its line and column.
        findings: The same, without the places.
    """

    def __init__(self, leaks: Sequence[Leak]) -> None:
        self.leaks = tuple(leaks)
        self.findings = tuple(leak.finding for leak in leaks)
        super().__init__(_sentence(self.leaks))


def _nothing_more(_hit: Finding, _words: str) -> bool:
    return False


def check(
    text: str,
    file_name: str,
    names: Sequence[KnownName],
    *,
    allowed: Sequence[str] = (),
    unfit: Verdict = _nothing_more,
) -> None:
    """Let a document pass, or raise ``LeakRefused``; the arguments are those of ``leaks``."""
    if found := leaks(text, file_name, names, allowed=allowed, unfit=unfit):
        raise LeakRefused(found)


def leaks(
    text: str,
    file_name: str,
    names: Sequence[KnownName],
    *,
    allowed: Sequence[str] = (),
    unfit: Verdict = _nothing_more,
) -> tuple[Leak, ...]:
    """Look for everything that must not leave, in the order in which it stands.

    Args:
        text: The finished document, as it would be written.
        file_name: The name of the file, without its folder.
        names: The names that must not be in it.
        allowed: Strings that may stand in it as they are, such as an office's address.
        unfit: Whether something that is no identifier must not leave either.
    """
    look = partial(_hits, names=names, unfit=unfit)
    found = dict.fromkeys((*_leaks_of_name(file_name, look), *_leaks(text, allowed, look)))
    return tuple(sorted(found, key=lambda leak: (leak.line, leak.column)))


def _leaks(text: str, allowed: Sequence[str], look: Look) -> Iterator[Leak]:
    seen = set()
    for version in (text, "\n".join(read_back(text))):
        for hit in look(_without(version, allowed)):
            leak = _placed(version, hit)
            if (leak.line, hit.kind) not in seen:
                seen.add((leak.line, hit.kind))
                yield leak


def _without(text: str, allowed: Sequence[str]) -> str:
    """Strike out what may stand, as written and as escaped, without moving anything else."""
    for one in allowed:
        for form in (escaped(one), one):
            text = text.replace(form, "x" * len(form)) if form else text
    return text


def _leaks_of_name(file_name: str, look: Look) -> Iterator[Leak]:
    for hit in look(file_name):
        yield Leak(hit, 0, hit.start + 1, file_name)


def _hits(text: str, names: Sequence[KnownName], unfit: Verdict) -> tuple[Finding, ...]:
    found = (*find(text, names), *remaining_identifiers(text, names))
    return tuple(hit for hit in found if hit.level == "block" or unfit(hit, text[hit.start : hit.end]))


def _placed(text: str, hit: Finding) -> Leak:
    begins = text.rfind("\n", 0, hit.start) + 1
    ends = text.find("\n", hit.start)
    return Leak(
        hit, text.count("\n", 0, hit.start) + 1, hit.start - begins + 1, text[begins : ends if ends > 0 else None]
    )


def _sentence(leaks: Sequence[Leak]) -> str:
    first = leaks[0]
    if not first.line:
        return _("Nothing was written: the name of the file holds something that must not leave.")
    return _(
        "Nothing was written: line {line}, column {column} still holds something that must not leave; "
        "change the text in the meeting and try again."
    ).format(line=first.line, column=first.column)
