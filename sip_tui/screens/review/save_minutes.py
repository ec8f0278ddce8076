"""The minutes that may be e-mailed, written from the app (F30)."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from textual.content import Content

from sip_tui.i18n.translation import _
from sip_tui.minutes import Draft, LeakRefused
from sip_tui.screens.dialogs import TextDialog
from sip_tui.store.atomic import write_new_file


def write_draft(made: Draft, folder: Path) -> TextDialog:
    """Write what somebody has looked at into a folder, never over another file, and say what was done."""
    if made.leaks:
        return TextDialog(Content(_("The minutes were not written: {reason}").format(reason=LeakRefused(made.leaks))))
    try:
        path = _save(folder / made.file_name, made.text)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        text = _("The minutes could not be written to {folder}: {reason}. Leave and use sip-tui export -o elsewhere.")
        return TextDialog(Content(text.format(folder=folder, reason=reason)))
    done = _("The minutes for e-mail are in {path}").format(path=path)
    return TextDialog(Content(f"{done}\n\n" + _("Read them through before you send them.")))


def _save(path: Path, text: str) -> Path:
    """Create the file, or the first free name beside it; readable by nobody else."""
    for number in range(1, 1000):
        free = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
        with suppress(FileExistsError):
            write_new_file(free, text.encode("utf-8"))
            return free
    raise FileExistsError(path)
