"""An action in one line: "BUP ringer skolan senast fredag", written down as it is typed and read back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.plan import add_action, change_row, delete_row
from sip_tui.meeting.log.change import Edit, EditContext, Value
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.parsing.participant_names import ParsedAction
from sip_tui.parsing.tagged_line import action_cells, read_action
from sip_tui.screens.base import SipScreen
from sip_tui.screens.forms.form_screen import FormScreen, TextField
from sip_tui.screens.forms.interpretation import quick_back


def quick_form(screen: SipScreen) -> FormScreen:
    """One line, and what was understood of it."""
    moment, today = screen.moment, screen.today

    def write(values: Mapping[str, str]) -> None:
        read = read_action(screen.meeting, values["line"], today)
        screen.write(_edits(screen.meeting, moment, read, today), moment.row)

    def back(values: Mapping[str, str]) -> str:
        return quick_back(screen.meeting, read_action(screen.meeting, values["line"], today), today)

    line = TextField("line", _("Who does what, when"), hint=_("for instance: Samir rings the school by Friday"))
    return FormScreen(_("A new action in one line"), (line,), write, back)


def _edits(meeting: Meeting, moment: EditContext, read: ParsedAction, today: date) -> tuple[Edit, ...]:
    standing = next((one for one in meeting.actions if one.id == moment.row), None)
    cells = action_cells(read, today)
    if standing is None:
        added = add_action(meeting, moment, **cells)
        # The line may have been emptied a moment ago.
        return (*added, Edit("actions", moment.row, "deleted", False)) if added else ()
    if not cells["what"].strip():
        return delete_row("actions", moment.row)
    changed: dict[str, Value] = {**cells}
    return change_row("actions", standing, **changed)
