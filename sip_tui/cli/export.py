"""Export the documents of a meeting to stdout, or to new files that only their owner may read; all or nothing."""

from __future__ import annotations

import os
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from sip_tui.cli import console
from sip_tui.cli.errors import DONE, REFUSED, CommandRefusedError, UsageError
from sip_tui.cli.meetings import open_archive, open_folder, read_meeting
from sip_tui.i18n.translation import _
from sip_tui.meeting.content.commitments import those_with_a_part
from sip_tui.meeting.content.delivery import mail_receivers, receivers, refused_receivers
from sip_tui.meeting.model.enums import NON_SPEAKING
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.minutes.access import BY_MAIL
from sip_tui.minutes.formats import DocumentFile, FormatRefusedError, to_file
from sip_tui.minutes.redaction.document import MaskedFinding
from sip_tui.minutes.redaction.in_confidence import confidences
from sip_tui.minutes.redaction.known_names import known_names
from sip_tui.minutes.redaction.leak_check import Leak, LeakRefused, refuse_leaks
from sip_tui.minutes.redaction.note_places import note_places
from sip_tui.minutes.redaction.policy import is_withheld_from_mail
from sip_tui.minutes.render import Draft, DraftRefusedError, MailStoppedError, draft, warning
from sip_tui.minutes.rendered import Rendered
from sip_tui.minutes.sections import unknown_sections
from sip_tui.parsing.participant_names import ids_named, name_table
from sip_tui.phrasing.delivery import refused_sentence
from sip_tui.phrasing.identifier_kinds import kind_name
from sip_tui.phrasing.wording import join_words, name_with_role
from sip_tui.privacy import Finding
from sip_tui.resources.region import region
from sip_tui.session.chain import earlier_meetings
from sip_tui.session.session import utc_now
from sip_tui.store.atomic import remove_stale_temporaries, replace_files, sync_directory
from sip_tui.store.errors import reason_of

ALL = ("all", "alla")
"""What ``--to`` says for everybody."""


def export(options: Namespace) -> int:
    """Write the documents; where something would leak or has to be reviewed, say so and write nothing."""
    folder = open_folder(options)
    meeting = read_meeting(folder)
    for trouble in filter(None, (region().trouble, unknown_sections())):
        console.write_note(trouble)
    try:
        earlier = earlier_meetings(open_archive(options), folder.id) if meeting.about.previous else ()
        drafts = [_draft(meeting, options, actor, earlier) for actor in _actors(meeting, options)]
        files = [_file(meeting, made, name, folder.id, options) for made in drafts for name in _formats(options)]
        if options.output == "-":
            return _to_stdout(files)
        targets = _targets(Path(options.output), files)
        for path in targets:
            _check_names(Path(options.output), path.name, meeting, by_mail=options.audience in BY_MAIL)
    except LeakRefused as refusal:
        return _refused(refusal)
    except (MailStoppedError, FormatRefusedError, DraftRefusedError) as refused:
        raise CommandRefusedError(str(refused)) from None
    _write(targets, force=options.force)
    for path in targets:
        console.write_line(str(path))
    return DONE


def _formats(options: Namespace) -> Sequence[str]:
    formats = tuple(dict.fromkeys(options.formats or ("md",)))
    if options.to and formats != ("eml",):
        raise UsageError(_("--to is for an e-mail draft: choose --format eml"))
    return formats


def _actors(meeting: Meeting, options: Namespace) -> Sequence[str]:
    """The ids of those whose documents are written: the one who is named, else all with a part; "" for everybody's."""
    if options.actor is not None:
        if options.audience not in {"actor", "call"}:
            raise UsageError(_("--actor is for one service's part or invitation: choose --for actor or --for call"))
        return (_one(meeting, options.actor).id,)
    if options.audience != "actor":
        return ("",)
    able = set(meeting.participants) - set(refused_receivers(meeting))
    if len(able) < len(meeting.participants):
        console.write_note(refused_sentence(meeting))
    if not (found := [other.id for other in those_with_a_part(meeting) if other in able]):
        raise CommandRefusedError(_("No service has taken anything on yet, so there is no part to write."))
    return found


def _one(meeting: Meeting, words: str) -> Participant:
    """Find the one participant who is called by these words."""
    found = [meeting.participant(row) for row in (words, *ids_named(words, name_table(meeting)))]
    those = [participant for participant in found if participant]
    if len(those) == 1:
        return those[0]
    names = join_words([name_with_role(participant) for participant in those or meeting.participants])
    sentence = (
        _("{words} could be more than one person: {names}; write more of the name")
        if those
        else _("nobody is called {words}; there are {names}")
    )
    raise UsageError(sentence.format(words=words, names=names))


def _draft(meeting: Meeting, options: Namespace, actor: str, earlier: Sequence[Meeting]) -> Draft:
    """Draft a document; refuse one by mail with pending findings that nobody has looked at."""
    now, notes = utc_now(), options.with_notes
    made = draft(meeting, options.audience, now=now, with_notes=notes, actor=actor, earlier=earlier)
    if said := warning(meeting, made):
        console.write_note(said)
    if options.audience == "mail" and notes is None and meeting.about.mail_notes:
        console.write_note(_("the notes go along, as was chosen in the meeting; --without-notes leaves them out"))
    _note_left_out(meeting, made)
    if options.audience in BY_MAIL and not made.is_stopped and not made.leaks:
        _note_masked(made)
        _require_review(meeting, made, is_reviewed=options.reviewed)
    return made


def _file(meeting: Meeting, made: Draft, file_format: str, reference: str, options: Namespace) -> DocumentFile:
    """Write a draft in a format; a mail draft to those who are named, else to those who get it by e-mail."""
    file = to_file(made, file_format, reference=reference)
    if file_format != "eml":
        return file
    from sip_tui.minutes.formats.mail_draft import addressed, with_receivers  # only a mail has receivers

    if options.to:
        found = dict.fromkeys(receiver for words in options.to for receiver in _receivers(meeting, made, words))
        return DocumentFile(file.name, with_receivers(file.content, found))
    content, sentence = addressed(file.content, meeting, made)
    console.write_note(sentence)
    return DocumentFile(file.name, content)


def _receivers(meeting: Meeting, made: Draft, words: str) -> Sequence[Participant]:
    """Find who is addressed; "all" are all who get this document: one actor alone, or those who are called."""
    if words.casefold() not in ALL:
        return (_allowed(meeting, made, _one(meeting, words)),)
    if own := meeting.participant(made.context.actor):
        return (own,)
    if made.audience == "call":
        return mail_receivers(meeting, "call")
    return tuple(other for other in receivers(meeting) if other.kind not in NON_SPEAKING)


def _allowed(meeting: Meeting, made: Draft, receiver: Participant) -> Participant:
    """Give the receiver, unless it is somebody who must not get the plan; a call tells nothing of one."""
    if made.audience != "call" and receiver in refused_receivers(meeting):
        raise CommandRefusedError(refused_sentence(meeting, receiver.id))
    return receiver


def _to_stdout(files: Sequence[DocumentFile]) -> int:
    if len(files) > 1:
        raise UsageError(_("these are {count} documents: name a folder with -o").format(count=len(files)))
    console.write_document(files[0].content)
    return DONE


def _check_names(given: Path, name: str, meeting: Meeting, *, by_mail: bool) -> None:
    """Refuse names of files and folders that would leak; what leaves by mail may not even be named after somebody."""
    names = known_names(meeting) if by_mail else ()
    refuse_leaks(Rendered(""), name, names, is_withheld=is_withheld_from_mail if by_mail else _no_more)
    for folder in given.parent.parts:
        refuse_leaks(Rendered(""), folder, () if given.is_absolute() else names)


def _no_more(_hit: Finding, _words: str) -> bool:
    return False


def _note_left_out(meeting: Meeting, made: Draft) -> None:
    """Note the lines of the notes that say of themselves that they are not to be passed on, where notes are told."""
    out = confidences(meeting) if _("[left out]") in made.text.replace("\\", "") else ()
    if places := note_places(meeting, ((words, "") for words in out)):
        sentence = _("left out, because it says there that it is not to be passed on: {places}")
        console.write_note(sentence.format(places=", ".join(places)))


def _note_masked(made: Draft) -> None:
    """Note what is no identifier and was masked, such as a diagnosis code."""
    masked = [found for found in made.findings if found.finding.level == "warn" and not found.is_kept]
    for kind in _kinds(masked):
        console.write_note(_("hidden in the e-mail: {kind}").format(kind=kind))


def _require_review(meeting: Meeting, made: Draft, *, is_reviewed: bool) -> None:
    """Refuse a mail with pending findings, as the review screen does, unless somebody says they have been reviewed."""
    if made.pending and not is_reviewed:
        sentence = _(
            "Nothing was written: look first at {what}; change the notes, decide in the meeting with F10, or export "
            "with --reviewed."
        )
        raise CommandRefusedError(sentence.format(what="; ".join(_waiting(meeting, made.pending))))


def _waiting(meeting: Meeting, pending: Iterable[MaskedFinding]) -> Iterator[str]:
    """Say of each kind that waits how many there are and in which lines: "possible name (2): line 1, 4 of …"."""
    by_kind: dict[str, list[MaskedFinding]] = {}
    for found in pending:
        by_kind.setdefault(found.finding.kind, []).append(found)
    for _kind, alike in sorted(by_kind.items()):
        places = note_places(meeting, ((found.words, found.finding.context) for found in alike))
        yield ": ".join(filter(None, (*_kinds(alike), ", ".join(places))))


def _kinds(found: Iterable[MaskedFinding]) -> list[str]:
    """The kinds of findings, each with its number: "diagnosis (2)"."""
    counted = Counter(masked.finding.kind for masked in found)
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


def _targets(path: Path, files: Sequence[DocumentFile]) -> Mapping[Path, bytes]:
    """The file itself; in a folder, each file under the name that it gives itself, numbered where two have the same."""
    if path.is_dir():
        targets: dict[Path, bytes] = {}
        for file in files:
            target = path / file.name
            names = (target, *(target.with_stem(f"{target.stem}-{number}") for number in range(2, len(files) + 1)))
            targets[next(name for name in names if name not in targets)] = file.content
        return targets
    if len(files) > 1:
        raise UsageError(_("these are {count} documents: name a folder with -o").format(count=len(files)))
    if not path.parent.is_dir():
        raise UsageError(_("{path}: there is no such folder").format(path=path.parent))
    return {path: files[0].content}


def _write(targets: Mapping[Path, bytes], *, force: bool) -> None:
    def free() -> None:
        """Refuse what exists and may not be written over."""
        for path in targets:
            if os.path.lexists(path) and not (force and path.is_file()):
                raise FileExistsError(0, "", str(path))

    try:
        free()
        for path in targets:
            remove_stale_temporaries(path)
        replace_files(targets, free)
        # The files are there now, whatever the folder says.
        for folder in {path.parent for path in targets}:
            with suppress(OSError):
                sync_directory(folder)
    except OSError as error:
        raise CommandRefusedError(_unwritten(error, targets)) from error


def _unwritten(error: OSError, targets: Mapping[Path, bytes]) -> str:
    if isinstance(error, FileExistsError):
        path = Path(error.filename)
        sentence = (
            _("{path} is there already; --force writes over it")
            if path.is_file()
            else _("{path} is not an ordinary file")
        )
        return sentence.format(path=path)
    first, *others = targets
    where = first.parent if others else first
    sentence = _("Nothing was written to {path}: {reason}. Make room, or choose another place with -o.")
    return sentence.format(path=where, reason=reason_of(error))
