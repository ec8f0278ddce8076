"""Identifiers in any text: look for them, mask them. Needs no archive and keeps nothing."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import accumulate

from sip_tui.cli import console
from sip_tui.cli.console import read_text
from sip_tui.cli.errors import DONE, REFUSED
from sip_tui.i18n.translation import _, ngettext
from sip_tui.privacy import Finding, KnownName, find, mask
from sip_tui.privacy import redact as redacted

AROUND = 30
"""So many characters are shown on each side."""


def check(options: Namespace) -> int:
    """List every identifier, masked: what is found here may end up in a log.

    What is only to be judged by a person (a diagnosis, "skyddad adress") is listed too, and alone it is no refusal.
    """
    text = read_text(options.file)
    findings = find(text, _names(options.names))
    for line in _lines(options.file, text, findings):
        console.write_line(line)
    blocking = sum(one.level == "block" for one in findings)
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


def redact(options: Namespace) -> int:
    """Give the text without its identifiers; every other byte as it was."""
    console.write_document(redacted(read_text(options.file), _names(options.names)).text)
    return DONE


def _lines(file: str, text: str, findings: Sequence[Finding]) -> Iterator[str]:
    """Say where each finding is, what it is and which words stand around it, all of them masked."""
    shown = mask(text, findings)
    moved = accumulate((len(one.replacement) - (one.end - one.start) for one in findings), initial=0)
    for one, shift in zip(findings, moved, strict=False):
        start = one.start + shift
        around = shown[max(0, start - AROUND) : start + len(one.replacement) + AROUND]
        line, begins = text.count("\n", 0, one.start) + 1, text.rfind("\n", 0, one.start)
        note = _(" (to decide)") if one.level == "warn" else ""
        yield f'{file}:{line}:{one.start - begins} {one.kind}{note}  "{" ".join(around.split())}"'


def _names(options: Sequence[str]) -> list[str | KnownName]:
    """Read ``Åsa Ek=mamma`` as a name and its role word; what is not of that form is a name as it stands."""
    pairs = [(one, *one.partition("=")) for one in options]
    return [KnownName(name, role) if name.strip() and role.strip() else whole for whole, name, _sign, role in pairs]
