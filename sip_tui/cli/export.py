"""Export the minutes to stdout, or to a new file that only its owner may read; all or nothing."""

from __future__ import annotations

import os
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sip_tui.cli import console
from sip_tui.cli.errors import DONE, REFUSED, CommandRefusedError, UsageError
from sip_tui.cli.meetings import open_folder, read_meeting
from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.minutes.access import BY_MAIL
from sip_tui.minutes.markdown import Rendered
from sip_tui.minutes.redaction.known_names import known_names
from sip_tui.minutes.redaction.leak_check import Leak, LeakRefused, refuse_leaks
from sip_tui.minutes.redaction.policy import is_withheld_from_mail
from sip_tui.minutes.render import MailStoppedError, Minutes, minutes
from sip_tui.phrasing.identifier_kinds import kind_name
from sip_tui.privacy import Finding
from sip_tui.session.session import utc_now
from sip_tui.store.atomic import remove_stale_temporaries, replace_file, sync_directory


def export(options: Namespace) -> int:
    """Write the minutes; where something would leak or has to be reviewed, say so and write nothing."""
    meeting = read_meeting(open_folder(options))
    by_mail = options.audience in BY_MAIL
    try:
        made = minutes(meeting, options.audience, now=utc_now(), with_notes=options.with_notes)
        if by_mail:
            _note_masked(made)
            _require_review(made, is_reviewed=options.reviewed)
        if options.output == "-":
            console.write_document(made.text)
            return DONE
        path = _target(Path(options.output), made.file_name)
        _check_names(Path(options.output), path.name, meeting, by_mail=by_mail)
    except LeakRefused as refusal:
        return _refused(refusal)
    except MailStoppedError as stopped:
        raise CommandRefusedError(str(stopped)) from None
    _write(path, made.text, force=options.force)
    console.write_line(str(path))
    return DONE


def _check_names(given: Path, name: str, meeting: Meeting, *, by_mail: bool) -> None:
    """Refuse names of files and folders that would leak; what leaves by mail may not even be named after somebody."""
    names = known_names(meeting) if by_mail else ()
    refuse_leaks(Rendered(""), name, names, is_withheld=is_withheld_from_mail if by_mail else _no_more)
    for folder in given.parent.parts:
        refuse_leaks(Rendered(""), folder, () if given.is_absolute() else names)


def _no_more(_hit: Finding, _words: str) -> bool:
    return False


def _note_masked(made: Minutes) -> None:
    """Note what is no identifier and was masked, such as a diagnosis code."""
    masked = [finding for finding in made.findings if finding.level == "warn" and finding not in made.pending]
    for kind in _kinds(masked):
        console.write_note(_("masked in the mail: {kind}").format(kind=kind))


def _require_review(made: Minutes, *, is_reviewed: bool) -> None:
    """Refuse a mail with pending findings, as the review screen does, unless somebody says they have been reviewed."""
    if made.pending and not is_reviewed:
        places = dict.fromkeys(filter(None, made.pending_places))
        sentence = _(
            "Nothing was written: look first at {what}; change the notes, decide in the meeting with F10, or export "
            "with --reviewed."
        )
        raise CommandRefusedError(sentence.format(what=", ".join((*_kinds(made.pending), *places))))


def _kinds(found: Iterable[Finding]) -> list[str]:
    """The kinds of findings, each with its number: "diagnosis (2)"."""
    counted = Counter(finding.kind for finding in found)
    return [f"{kind_name(kind)} ({count})" for kind, count in sorted(counted.items())]


def _refused(refusal: LeakRefused) -> int:
    """Say where each thing stands and what it is, never the thing itself."""
    for place, kind in dict.fromkeys((_place(leak), leak.finding.kind) for leak in refusal.leaks):
        console.write_note(f"{place}: {kind_name(kind)}")
    console.write_error(str(refusal))
    return REFUSED


def _place(leak: Leak) -> str:
    place = _("line {line}, column {column}") if leak.line else _("the file's name, column {column}")
    return leak.place or place.format(line=leak.line, column=leak.column)


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
        remove_stale_temporaries(path)
        replace_file(path, text.encode("utf-8"), free)
        # The file is there now, whatever the folder says.
        with suppress(OSError):
            sync_directory(path.parent)
    except FileExistsError as error:
        ordinary = path.is_file() or path.is_symlink()
        sentence = _("{path} is there already; --force writes over it") if ordinary else _("{path} is no ordinary file")
        raise CommandRefusedError(sentence.format(path=path)) from error
    except OSError as error:
        raise CommandRefusedError(
            _("{path} cannot be written: {reason}").format(path=path, reason=error.strerror)
        ) from error
