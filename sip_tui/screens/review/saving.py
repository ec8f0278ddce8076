"""Save what somebody has looked at as a file in the folder of the program, never over another one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from textual.content import Content

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.minutes.access import BY_MAIL
from sip_tui.minutes.formats import FormatRefusedError, to_file
from sip_tui.minutes.redaction.leak_check import LeakRefused
from sip_tui.minutes.render import Draft, MailStoppedError
from sip_tui.screens.dialogs import TextDialog
from sip_tui.store.atomic import write_new_file
from sip_tui.store.errors import reason_of
from sip_tui.widgets.safe_text import plain


def save_draft(made: Draft, file_format: str, folder: Path, reference: str, meeting: Meeting) -> TextDialog:
    """Write a draft in a format and say what was done, or why nothing was; a mail draft to its receivers."""
    try:
        file, receivers = to_file(made, file_format, reference=reference), ""
        content = file.content
        if file_format == "eml":
            from sip_tui.minutes.formats.mail_draft import addressed  # only a mail has receivers

            content, receivers = addressed(content, meeting, made)
        path = _save(folder / file.name, content)
    except (MailStoppedError, FormatRefusedError) as refused:
        return TextDialog(Content(str(refused)))
    except LeakRefused as refused:
        return TextDialog(Content(_("The file was not written: {reason}").format(reason=refused)))
    except OSError as error:
        reason = reason_of(error)
        text = _("The file could not be written to {folder}: {reason}. Leave and use sip-tui export -o elsewhere.")
        return TextDialog(Content(text.format(folder=folder, reason=reason)))
    done = _("The file is {path}").format(path=path)
    is_mailed = made.audience in BY_MAIL
    read = (
        _("Read it through before you send it.")
        if is_mailed
        else _("It contains names: hand it over in person, and do not e-mail it.")
    )
    return TextDialog(Content("\n\n".join(filter(None, (done, plain(receivers), read)))))


def _save(path: Path, content: bytes) -> Path:
    """Create the file under the first free name, readable by nobody else."""
    for number in range(1, 1000):
        free = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
        with suppress(FileExistsError):
            write_new_file(free, content)
            return free
    raise FileExistsError(path)
