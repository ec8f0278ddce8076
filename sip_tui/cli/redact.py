"""The commands ``check`` and ``redact``: find and mask identifiers in any text, without an archive."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import PurePath

from sip_tui.cli import console
from sip_tui.cli.console import read_text
from sip_tui.cli.errors import DONE, REFUSED
from sip_tui.i18n.translation import _, ngettext
from sip_tui.phrasing.identifier_kinds import kind_name
from sip_tui.privacy import Finding, KnownName, Names, find, is_service_number, mask, remaining_identifiers

AROUND = 30
"""So many characters are shown on each side."""


def check(options: Namespace) -> int:
    """List every identifier, masked, in the text and in the file's name; refuse when one must not leave.

    What is only to be judged by a person (a diagnosis, what may be a name) is listed too, and alone it is no refusal.
    """
    text, names = read_text(options.file), _names(options.names)
    findings = _find(text, names)
    for line in _lines(options.file, text, findings):
        console.write_line(line)
    blocking = sum(map(_is_refused, (*findings, *_find_in_name(options.file, names))))
    if not blocking:
        console.write_line(_("{file}: nothing here must be masked").format(file=options.file))
        return DONE
    sentence = ngettext(
        "{count} identifier must be hidden; run sip-tui redact",
        "{count} identifiers must be hidden; run sip-tui redact",
        blocking,
    )
    console.write_error(sentence.format(count=blocking))
    return REFUSED


def _is_refused(finding: Finding) -> bool:
    """Whether a document with a finding must not leave; a service's telephone is there to be called."""
    return finding.level == "block" and not is_service_number(finding)


def redact(options: Namespace) -> int:
    """Print the text without its identifiers; every other byte stays as it was."""
    text = read_text(options.file)
    found = _find(text, _names(options.names))
    console.write_document(mask(text, (finding for finding in found if finding.level == "block")))
    return DONE


def _find(text: str, names: Names) -> list[Finding]:
    """What the finders see, and what only the independent check sees in what they leave."""
    found = find(text, names)
    taken = [(finding.start, finding.end) for finding in found if finding.level == "block"]
    left = list(text)
    for start, end in taken:
        left[start:end] = "[" * (end - start)
    more = remaining_identifiers("".join(left), names)
    seen = [finding for finding in found if not any(_overlap(finding, other) for other in more)]
    return sorted((*seen, *more), key=lambda finding: finding.start)


def _overlap(finding: Finding, other: Finding) -> bool:
    return finding.start < other.end and finding.end > other.start


def _find_in_name(file: str, names: Names) -> list[Finding]:
    return [] if file == "-" else _find(PurePath(file).name, names)


def _lines(file: str, text: str, findings: Sequence[Finding]) -> Iterator[str]:
    """Describe each finding: where it is, what it is and the words around it, all of them masked."""
    shown = mask(text, findings)
    moved = accumulate((len(finding.replacement) - (finding.end - finding.start) for finding in findings), initial=0)
    for finding, shift in zip(findings, moved, strict=False):
        start = finding.start + shift
        around = shown[max(0, start - AROUND) : start + len(finding.replacement) + AROUND]
        line, begins = text.count("\n", 0, finding.start) + 1, text.rfind("\n", 0, finding.start)
        note = "" if _is_refused(finding) else _(" (to decide)")
        yield f'{file}:{line}:{finding.start - begins} {kind_name(finding.kind)}{note}  "{" ".join(around.split())}"'


def _names(options: Sequence[str]) -> list[str | KnownName]:
    """Read ``Åsa Ek=mamma`` as a name and its role word; what is not of that form is a name as it stands."""
    pairs = [(option, *option.partition("=")) for option in options]
    return [KnownName(name, role) if name.strip() and role.strip() else whole for whole, name, _sign, role in pairs]
