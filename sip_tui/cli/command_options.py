"""Every command of ``sip-tui`` with its options; ``parser`` builds the command line of them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from sip_tui.cli.help_lists import field_list, list_at_end, verb_list
from sip_tui.cli.parser_sharing import SHARING, Add
from sip_tui.i18n.translation import _

DOCUMENTS = ("mail", "person", "full", "notice", "actor", "call", "sheet", "history")
FORMATS = ("md", "txt", "html", "pdf", "eml", "ics", "csv", "fhir")
"""Both as in ``sip_tui.minutes``, which is slow to import; a test compares them."""


def _id(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help=_("the meeting's id, or the beginning of it"))


def _new(add: Add) -> None:
    new = add("meetings.new", _("make a meeting, empty, like another or from a file, and print its id"))
    new.add_argument(
        "file",
        metavar=_("FILE"),
        nargs="?",
        help=_("a meeting in TOML or JSON, also what show --json prints, or a calendar entry (.ics)"),
    )
    new.add_argument("--like", metavar="ID", help=_("like this meeting, without the person and the family"))


def _set(add: Add) -> None:
    setting = add("deeds.set_field", _("change one thing about a meeting, such as its day or its purpose"))
    _id(setting)
    setting.add_argument("field", metavar=_("FIELD"), help=_("what to change; see the list below"))
    setting.add_argument(
        "value", metavar=_("VALUE"), nargs="*", help=_("the new value; without one the field is emptied")
    )
    setting.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    list_at_end(setting, field_list)


def _do(add: Add) -> None:
    deed = add("deeds.do", _("do in a meeting what a key does, without a screen"))
    _id(deed)
    deed.add_argument("verb", metavar=_("VERB"), help=_("what to do; see the list below"))
    deed.add_argument("words", metavar=_("WORDS"), nargs="*", help=_("a name, a text or both, as the verb needs"))
    deed.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    list_at_end(deed, verb_list)


def _list(add: Add) -> None:
    every = add("meetings.list_all", _("list the meetings, the latest first"))
    every.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))


def _show(add: Add) -> None:
    show = add("meetings.show", _("show a meeting on one screen"))
    _id(show)
    show.add_argument("--json", action="store_true", help=_("everything, as JSON for other programs"))


def _follow_up(add: Add) -> None:
    _id(add("follow_up.follow_up", _("make the follow-up of a closed meeting, and print its id")))


def _history(add: Add) -> None:
    _id(
        add(
            "follow_up.history",
            _("show how a plan has gone from meeting to meeting, with a line for each goal and action"),
        )
    )


def _chair(add: Add) -> None:
    _id(add("open_app.chair", _("open a meeting as its chair")))


def _secretary(add: Add) -> None:
    _id(add("open_app.secretary", _("open a meeting as its secretary")))


def _board(add: Add) -> None:
    board = add("open_app.board", _("show a meeting's board to everyone in the room"))
    _id(board)
    board.add_argument(
        "--html", metavar=_("FILE"), default="", help=_("keep the board in this file, as a page for a browser")
    )


def _notes(add: Add) -> None:
    notes = add("notes.notes", _("add a text to the secretary's notes"))
    _id(notes)
    notes.add_argument("file", metavar=_("FILE"), nargs="?", default="-", help=_("a text file in UTF-8; else stdin"))
    notes.add_argument(
        "--phase",
        metavar=_("PHASE"),
        help=_("the part of the meeting: opening, situation, needs, summary or closing (else the one it is in)"),
    )


def _demo(add: Add) -> None:
    demo = add("open_app.demo", _("try a made-up meeting; none of it is kept"))
    demo.add_argument("--headless", action="store_true", help=_("play it through and print the minutes"))


def _export(add: Add) -> None:
    export = add("export.export", _("write a document of a meeting"))
    _id(export)
    export.add_argument(
        "--for",
        dest="audience",
        choices=DOCUMENTS,
        default="mail",
        help=_(
            "for whom: mail = everyone, by e-mail (default), person = the person, full = everything with names, "
            "notice = only that the plan is ready, actor = one service's part, call = the invitation to the "
            "meeting, sheet = the person's sheet to prepare with, history = the plan from meeting to meeting"
        ),
    )
    export.add_argument(
        "--actor",
        metavar=_("NAME"),
        help=_("whose part or invitation it is: a name, a role or an organisation"),
    )
    _export_formats(export)
    export.add_argument("-o", "--output", metavar=_("PATH"), default="-", help=_("a file or a folder; - is stdout"))
    notes = export.add_mutually_exclusive_group()
    notes.add_argument(
        "--with-notes",
        action="store_true",
        default=None,
        help=_("put the notes and what everyone has said into the e-mail too"),
    )
    notes.add_argument(
        "--without-notes",
        action="store_false",
        dest="with_notes",
        help=_("leave them out, also when they were chosen in the meeting"),
    )
    export.add_argument(
        "--reviewed", action="store_true", help=_("you have looked at what is to be reviewed before it is e-mailed")
    )
    export.add_argument("--force", action="store_true", help=_("write over a file that is there already"))


def _export_formats(export: argparse.ArgumentParser) -> None:
    export.add_argument(
        "--format",
        dest="formats",
        action="append",
        choices=FORMATS,
        help=_(
            "the format: Markdown (default), plain text, a web page, a PDF, an e-mail draft, a calendar file, a table "
            "of the actions or a FHIR CarePlan; several times for several files in a folder"
        ),
    )
    export.add_argument(
        "--to",
        metavar=_("NAME"),
        action="append",
        default=[],
        help=_("who an e-mail draft is addressed to, as often as needed; all = everyone"),
    )


def _check(add: Add) -> None:
    check = add("redact.check", _("look for identifiers in any text file"))
    check.add_argument("file", metavar=_("FILE"), help=_("a text file in UTF-8; - is stdin"))
    check.add_argument(
        "--meeting",
        metavar="ID",
        default="",
        help=_("judge it as a document of this meeting: by its names, and by what you decided to leave in"),
    )
    check.add_argument(
        "--for",
        dest="audience",
        choices=DOCUMENTS,
        help=_("for whom, with --meeting: mail = everyone, by e-mail (default)"),
    )
    _names(check)


def _redact(add: Add) -> None:
    redact = add("redact.redact", _("hide the identifiers in a text"))
    redact.add_argument("file", metavar=_("FILE"), nargs="?", default="-", help=_("a text file in UTF-8; else stdin"))
    _names(redact)


def _names(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--name",
        dest="names",
        metavar=_("NAME"),
        action="append",
        default=[],
        help=_('another name to look for, as often as needed; "Åsa Ek=mamma" puts the role in its place'),
    )


def _close(add: Add) -> None:
    _id(add("lifecycle.close", _("close a meeting for good, and say what is still open")))


def _purge(add: Add) -> None:
    purge = add("removal.purge", _("remove a meeting with everything in it"))
    purge.add_argument("id", metavar="ID", nargs="?", default="", help=_("the meeting's whole id"))
    purge.add_argument("--due", action="store_true", help=_("those that have been kept long enough, see [keep] months"))
    purge.add_argument("--force", action="store_true", help=_("also one that is not closed"))
    purge.add_argument("--yes", action="store_true", help=_("without asking: it cannot be undone"))


def _backup(add: Add) -> None:
    backup = add("removal.backup", _("write all meetings to one file, and check it"))
    backup.add_argument("path", metavar=_("PATH"), help=_("a file, or a folder to put it in"))
    backup.add_argument("--force", action="store_true", help=_("write over a file that is there already"))


def _restore(add: Add) -> None:
    restore = add("removal.restore", _("put the meetings of a backup back, all or none"))
    restore.add_argument("path", metavar=_("PATH"), help=_("a file that backup has written"))


def _lock(add: Add) -> None:
    lock = add("encryption.lock", _("lock a meeting with a passphrase: nothing in it can be read without"))
    _id(lock)
    lock.add_argument("--new-passphrase", action="store_true", help=_("give a locked meeting another passphrase"))


def _unlock(add: Add) -> None:
    _id(add("encryption.unlock", _("take the lock off a meeting for good")))


def _keys(add: Add) -> None:
    keys = add("keys.keys", _("list every command with its id and its keys"))
    keys.add_argument("--table", action="store_true", help=_("the table of keys and what each means, as Markdown"))


def _manual(add: Add) -> None:
    manual = add("manual.manual", _("print the man page, or the completion for a shell"))
    manual.add_argument("kind", choices=("man", "bash", "fish"), help=_("man, bash (zsh too) or fish"))


def _doctor(add: Add) -> None:
    doctor = add("lifecycle.doctor", _("check the program and every meeting"))
    doctor.add_argument("--restore", metavar="ID", help=_("put a damaged meeting back from its copies"))


COMMANDS: Mapping[str, Callable[[Add], None]] = {
    "new": _new,
    "set": _set,
    "do": _do,
    "list": _list,
    "show": _show,
    "follow-up": _follow_up,
    "history": _history,
    "chair": _chair,
    "secretary": _secretary,
    "board": _board,
    "notes": _notes,
    "demo": _demo,
    "export": _export,
    "check": _check,
    "redact": _redact,
    "close": _close,
    "purge": _purge,
    "backup": _backup,
    "restore": _restore,
    "lock": _lock,
    "unlock": _unlock,
    "keys": _keys,
    "manual": _manual,
    "doctor": _doctor,
    **SHARING,
}
"""Every command, in the order of the help."""
