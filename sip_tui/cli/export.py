"""Minutes out of the house: to stdout, or to a new file that only its owner may read. All or nothing."""

from __future__ import annotations

import os
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from sip_tui.cli import console
from sip_tui.cli.errors import DONE, REFUSED, CommandRefusedError, UsageError
from sip_tui.cli.meetings import open_folder, read_meeting
from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.minutes.access import BY_MAIL
from sip_tui.minutes.redaction.known_names import known_names
from sip_tui.minutes.redaction.leak_check import LeakRefused, refuse_leaks
from sip_tui.minutes.redaction.policy import is_withheld_from_mail
from sip_tui.minutes.render import Minutes, minutes
from sip_tui.privacy import MASKS, Finding
from sip_tui.session.session import utc_now
from sip_tui.store.atomic import write_atomically


def export(options: Namespace) -> int:
    """Write the minutes; where something would leak, say where and write nothing."""
    meeting = read_meeting(open_folder(options))
    try:
        made = minutes(meeting, options.audience, now=utc_now())
        if options.audience in BY_MAIL:
            _warn(made)
        if options.output == "-":
            console.write_document(made.text)
            return DONE
        path = _target(Path(options.output), made.file_name)
        _check_name(path.name, meeting, by_mail=options.audience in BY_MAIL)
    except LeakRefused as refusal:
        return _refused(refusal)
    _write(path, made.text, force=options.force)
    console.write_line(str(path))
    return DONE


def _check_name(name: str, meeting: Meeting, *, by_mail: bool) -> None:
    """Refuse a file's own name that would leak; what leaves by mail may not even be named after somebody."""
    if by_mail:
        refuse_leaks("", name, known_names(meeting), is_withheld=is_withheld_from_mail)
    else:
        refuse_leaks("", name, ())


def _warn(made: Minutes) -> None:
    """Tell what is no identifier and was masked, such as a diagnosis code, and what a person should look at."""
    masked = [one for one in made.findings if one.level == "warn" and one not in made.pending]
    _remark(_("masked in the mail: {kind} ({count})"), masked)
    _remark(_("look at it before you send it: {kind} ({count})"), made.pending)


def _remark(sentence: str, found: Iterable[Finding]) -> None:
    for kind, count in sorted(Counter(one.kind for one in found).items()):
        console.write_note(sentence.format(kind=MASKS.get(kind, kind).strip("[]"), count=count))


def _refused(refusal: LeakRefused) -> int:
    """Say where each thing stands and what it is, never the thing itself."""
    for line, column, kind in dict.fromkeys((leak.line, leak.column, leak.finding.kind) for leak in refusal.leaks):
        place = _("line {line}, column {column}") if line else _("the file's name, column {column}")
        console.write_note(f"{place.format(line=line, column=column)}: {kind}")
    console.write_error(str(refusal))
    return REFUSED


def _target(path: Path, file_name: str) -> Path:
    """The file itself; in a folder, the file under the name that the minutes give themselves."""
    target = path / file_name if path.is_dir() else path
    if not target.parent.is_dir():
        raise UsageError(_("{path}: there is no such folder").format(path=target.parent))
    return target


def _write(path: Path, text: str, *, force: bool) -> None:
    def free() -> None:
        if os.path.lexists(path) and not (force and path.is_file()):
            raise FileExistsError

    try:
        free()
        write_atomically(path, text.encode("utf-8"), free)
    except FileExistsError as error:
        ordinary = path.is_file() or path.is_symlink()
        sentence = _("{path} is there already; --force writes over it") if ordinary else _("{path} is no ordinary file")
        raise CommandRefusedError(sentence.format(path=path)) from error
    except OSError as error:
        raise CommandRefusedError(
            _("{path} cannot be written: {reason}").format(path=path, reason=error.strerror)
        ) from error
