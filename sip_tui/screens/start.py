"""The start: which meeting, and in which seat."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from sip_tui.key_names import KEYS
from sip_tui.language import N_, _, language
from sip_tui.meeting.kinds import Seat
from sip_tui.screens.commands import Spoken, command
from sip_tui.settings import read_settings, settings_path
from sip_tui.store import Entry
from sip_tui.swedish.dates import day
from sip_tui.widgets.key_line import KeyLine
from sip_tui.widgets.plain import fitted, plain
from sip_tui.widgets.row_list import RowList
from sip_tui.wording import clock

Choice = tuple[str, str]
"""Meeting id and seat."""


class StartScreen(Spoken[None]):
    """The meetings there are, the latest first."""

    BINDINGS = [
        command("start.chair", "o,enter", "sit('chair')", N_("Lead it"), N_("Open it as the chair"), show=True),
        command("start.secretary", "s", "sit('secretary')", N_("Write"), N_("Open it as the secretary"), show=True),
        command("quit", "ctrl+q,q,escape", "app.quit", N_("Leave"), N_("Leave the program"), show=True),
    ]
    AUTO_FOCUS = "RowList"

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = entries

    def compose(self) -> ComposeResult:
        yield Static(Content.assemble(("sip-tui", "bold"), "\n", _about(len(self._entries))), id="start-about")
        yield RowList(id="start-list")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(RowList).show([(one.id, _line(one)) for one in self._entries])

    def on_option_list_option_selected(self) -> None:
        self.action_sit(Seat.CHAIR)

    def action_sit(self, seat: str) -> None:
        if row := self.query_one(RowList).row:
            self.app.exit((row, seat))


class StartApp(App[Choice]):
    """Shows the meetings and gives back what was chosen."""

    CSS_PATH = "../sip_tui.tcss"

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = entries

    def on_mount(self) -> None:
        KEYS.own = read_settings(settings_path()).keys
        self.set_keymap(dict(KEYS.own))
        self.push_screen(StartScreen(self._entries))


def _about(count: int) -> str:
    if count:
        return _("Choose a meeting with the arrows. o leads it, s writes in it.")
    return _("No meetings yet. sip-tui demo shows how it works; sip-tui new FILE brings in a prepared meeting.")


def _line(one: Entry) -> Content:
    when = fitted(f"{day(one.start, language())} {clock(one.start)}" if one.start else "", 34)
    state = _("damaged, run sip-tui doctor") if one.damaged else _("closed") if one.closed else ""
    title = plain(one.title or one.type)
    return Content.assemble(f"{when} {title}", (f"  {state}" if state else "", "bold"))
