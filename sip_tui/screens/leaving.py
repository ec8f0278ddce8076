"""Before people go home: what is still open, and the minutes that may be e-mailed (F20, F30)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from textual.content import Content

from sip_tui.language import _
from sip_tui.meeting.closing import open_ends
from sip_tui.meeting.model import Action, Meeting
from sip_tui.minutes import LeakRefused, minutes
from sip_tui.screens.dialogs import Question, Reading
from sip_tui.widgets.plain import plain
from sip_tui.wording import described


def closing_question(meeting: Meeting) -> Question:
    """Tell what nobody has settled, and ask whether to close all the same."""
    ends = open_ends(meeting)
    title = _("Close the meeting?") if not ends else _("This is still open. Close the meeting all the same?")
    parts = [
        _section(_("Not called in the roll call"), [described(one) for one in ends.not_called]),
        _section(_("Nobody does it"), _whats(ends.without_owner)),
        _section(_("For somebody who is not here: who tells them?"), _whats(ends.owner_absent)),
        _section(_("Without a time"), _whats(ends.without_when)),
        _section(_("Words not explained"), [one.term for one in ends.terms]),
        Content(_("No follow-up is booked.")) if ends.follow_up else Content(""),
    ]
    return Question(Content("\n\n").join([Content.styled(title, "bold"), *(part for part in parts if part)]))


def write_minutes(meeting: Meeting, now: datetime, folder: Path) -> Reading:
    """Write the minutes for e-mail into a folder, never over another file, and say what was done."""
    try:
        made = minutes(meeting, "mail", now=now)
        path = _save(folder / made.file_name, made.text)
    except LeakRefused as refused:
        return Reading(Content(_("The minutes were not written: {reason}").format(reason=refused)))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        text = _("The minutes could not be written to {folder}: {reason}. Leave and use sip-tui export -o elsewhere.")
        return Reading(Content(text.format(folder=folder, reason=reason)))
    done = _("The minutes for e-mail are in {path}").format(path=path)
    masked = _("Masked: {count} places. Read it through before you send it.").format(count=len(made.findings))
    return Reading(Content(f"{done}\n{masked}\n\n{made.text}"))


def _save(path: Path, text: str) -> Path:
    """Create the file, or the first free name beside it; readable by nobody else."""
    for number in range(1, 1000):
        free = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
        try:
            free.touch(mode=0o600, exist_ok=False)
        except FileExistsError:
            continue
        free.write_text(text, encoding="utf-8")
        return free
    raise FileExistsError(path)


def _whats(actions: tuple[Action, ...]) -> list[str]:
    return [one.what for one in actions]


def _section(title: str, lines: list[str]) -> Content:
    if not lines:
        return Content("")
    return Content("\n").join([Content.styled(title, "bold"), *(Content(f"• {plain(line)}") for line in lines)])
