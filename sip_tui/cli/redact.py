"""The commands ``check`` and ``redact``: find and mask identifiers in any text, by themselves or as a meeting's."""

from __future__ import annotations

from argparse import Namespace
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import PurePath

from sip_tui.cli import console
from sip_tui.cli.console import read_text
from sip_tui.cli.errors import DONE, REFUSED, UsageError
from sip_tui.i18n.translation import _, ngettext
from sip_tui.phrasing.identifier_kinds import kind_name
from sip_tui.privacy import Finding, KnownName, Names, find, is_service_number, mask, remaining_identifiers

_Place = tuple[int, str]
"""The number of a line, 0 for the file's name, and words in it."""
AROUND = 30
"""So many characters are shown on each side."""


def check(options: Namespace) -> int:
    """List every identifier, masked, in the text and in the file's name; refuse when one must not leave.

    What is only to be judged by a person (a diagnosis, what may be a name) is listed too, and alone it is no refusal.
    With a meeting, exactly that is refused which would stop ``export``.
    """
    text, names = read_text(options.file), _names(options.names)
    if options.audience and not options.meeting:
        raise UsageError(_("--for needs to know the meeting: add --meeting ID"))
    if options.meeting:
        names, refused = _as_document(options, text, names)
        findings = _find(text, names)
    else:
        findings = _find(text, names)
        refused = list(_places(text, filter(_is_refused, findings)))
        refused += [(0, "") for finding in _find_in_name(options.file, names) if _is_refused(finding)]
    for line in _lines(options.file, text, findings, refused):
        console.write_line(line)
    blocking = len(refused)
    if not blocking:
        console.write_line(
            _("{file}: nothing was found that must be hidden; read it through yourself before you send it").format(
                file=options.file
            )
        )
        return DONE
    sentence = ngettext(
        "{count} identifier must be hidden; run sip-tui redact",
        "{count} identifiers must be hidden; run sip-tui redact",
        blocking,
    )
    console.write_error(sentence.format(count=blocking))
    return REFUSED


def _as_document(
    options: Namespace, text: str, names: list[str | KnownName]
) -> tuple[list[str | KnownName], list[_Place]]:
    """The names to look for in a document of a meeting, and what would stop it beside the names that were given."""
    # Only here: without a meeting, neither the archive nor the documents are needed.
    from sip_tui.cli.meetings import open_archive, read_meeting
    from sip_tui.minutes.render import leaks_in_file
    from sip_tui.session.session import utc_now

    archive = open_archive(options)
    meeting = read_meeting(archive.open(archive.find(options.meeting)))
    name = "" if options.file == "-" else PurePath(options.file).name
    on_the_roll, leaks = leaks_in_file(meeting, options.audience or "mail", text, name, now=utc_now())
    given = _places(text, (hit for hit in remaining_identifiers(text, names) if hit.kind == "name"))
    return [*names, *on_the_roll], list(dict.fromkeys((*((leak.line, leak.words) for leak in leaks), *given)))


def _places(text: str, findings: Iterable[Finding]) -> Iterator[_Place]:
    """Yield where each finding is; they come in the order of the text."""
    line, counted = 1, 0
    for finding in findings:
        line += text.count("\n", counted, finding.start)
        counted = finding.start
        yield line, text[finding.start : finding.end]


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
    starts = [other.start for other in more]
    seen = [finding for finding in found if not _reaches_into(finding, more, bisect_left(starts, finding.end))]
    return sorted((*seen, *more), key=lambda finding: finding.start)


def _reaches_into(finding: Finding, others: Sequence[Finding], later: int) -> bool:
    """Tell whether it overlaps one of the others, which stand apart in the order of the text, before ``later``."""
    return later > 0 and others[later - 1].end > finding.start


def _find_in_name(file: str, names: Names) -> list[Finding]:
    return [] if file == "-" else _find(PurePath(file).name, names)


def _lines(file: str, text: str, findings: Sequence[Finding], refused: Sequence[_Place]) -> Iterator[str]:
    """Describe each finding: where it is, what it is and the words around it, all of them masked."""
    shown = mask(text, findings)
    moved = accumulate((len(finding.replacement) - (finding.end - finding.start) for finding in findings), initial=0)
    words_of: dict[int, list[str]] = {}
    for at, words in refused:
        words_of.setdefault(at, []).append(words)
    for finding, shift, (line, words) in zip(findings, moved, _places(text, findings), strict=False):
        start = finding.start + shift
        around = shown[max(0, start - AROUND) : start + len(finding.replacement) + AROUND]
        begins = text.rfind("\n", 0, finding.start)
        is_refused = any(words in other or other in words for other in words_of.get(line, ()))
        note = "" if is_refused else _(" (to decide)")
        yield f'{file}:{line}:{finding.start - begins} {kind_name(finding.kind)}{note}  "{" ".join(around.split())}"'


def _names(options: Sequence[str]) -> list[str | KnownName]:
    """Read ``Åsa Ek=mamma`` as a name and its role word; what is not of that form is a name as it stands."""
    pairs = [(option, *option.partition("=")) for option in options]
    return [KnownName(name, role) if name.strip() and role.strip() else whole for whole, name, _sign, role in pairs]
