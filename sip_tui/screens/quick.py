"""An action in one line: "BUP ringer skolan senast fredag", written down as it is typed and read back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from sip_tui.language import _
from sip_tui.meeting.change import Edit, Moment, Value
from sip_tui.meeting.model import Meeting
from sip_tui.meeting.plan import add_action, change_row
from sip_tui.meeting.quick import Quick, named, read_line
from sip_tui.screens.base import SipScreen
from sip_tui.screens.forms import FormScreen, Text
from sip_tui.screens.readback import quick_back
from sip_tui.swedish.when import WhenKind, is_when, read_when, stored


def quick_form(screen: SipScreen) -> FormScreen:
    """One line, and what was understood of it."""
    moment, today = screen.moment, screen.today

    def write(values: Mapping[str, str]) -> None:
        screen.write(_edits(screen.meeting, moment, _read(screen.meeting, values["line"], today), today), moment.row)

    def back(values: Mapping[str, str]) -> str:
        return quick_back(screen.meeting, _read(screen.meeting, values["line"], today), today)

    line = Text("line", _("Who does what, when"), hint=_("for instance: Samir rings the school by Friday"))
    return FormScreen(_("A new action in one line"), (line,), write, back)


def _read(meeting: Meeting, line: str, today: date) -> Quick:
    return read_line(line, named(meeting), partial(is_when, today=today))


def _edits(meeting: Meeting, moment: Moment, read: Quick, today: date) -> tuple[Edit, ...]:
    standing = next((one for one in meeting.actions if one.id == moment.row), None)
    cells = {"what": read.what, "who": read.who, **_time(read.when_text, today)}
    if standing is None:
        return add_action(meeting, moment, **cells)
    changed: dict[str, Value] = {**cells}
    return change_row("actions", standing, **changed)


def _time(phrase: str, today: date) -> dict[str, str]:
    """A time that comes back is how often; what cannot be read stays as it was written."""
    when = read_when(phrase, today)
    if when.kind is WhenKind.REPEATED:
        return {"when": "", "how_often": phrase}
    return {"when": phrase if when.kind is WhenKind.ASK else stored(when), "how_often": ""}
