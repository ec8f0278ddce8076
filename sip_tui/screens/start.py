"""The start: which meeting, and in which seat."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.model.enums import Seat
from sip_tui.meeting.time.agenda import Stage
from sip_tui.phrasing.wording import format_clock
from sip_tui.screens.commands import HELP_KEY, LocalizedScreen, command
from sip_tui.screens.keymap import Key
from sip_tui.store import IndexEntry
from sip_tui.swedish.dates.formatting import day
from sip_tui.widgets.key_bar import KeyBar
from sip_tui.widgets.row_list import RowList
from sip_tui.widgets.safe_text import fit_width, plain

MeetingChoice = tuple[str, str]
"""Meeting id and seat."""


STATES = {Stage.BEFORE: N_("planned"), Stage.IN_PROGRESS: N_("going on"), Stage.CLOSED: N_("closed")}
"""How far a meeting has come, in words."""
STATE = 8
"""Cells for it."""


class StartScreen(LocalizedScreen[None]):
    """The meetings there are, the latest first."""

    HELP = N_(
        "All your meetings, the latest first. Choose one with the arrows. Press {keys[start.chair]} to lead "
        "it or {keys[start.secretary]} to take notes. Two people can have the same meeting open at once. The "
        "command sip-tui new FILE brings in a prepared meeting. Run sip-tui demo to see how everything works."
    )
    BINDINGS = [
        command("start.chair", Key.OPEN, "sit('chair')", N_("Lead"), N_("Open it as the chair"), show=True),
        command(
            "start.secretary", Key.GO_NOTES, "sit('secretary')", N_("Write"), N_("Open it as the secretary"), show=True
        ),
        command("quit", Key.QUIT, "app.quit", N_("Leave"), N_("Leave the program"), show=True),
        HELP_KEY,
    ]
    AUTO_FOCUS = "RowList"
    DEFAULT_CSS = """
    StartScreen {
        #start-about { padding: 1 2; height: auto; }
        #start-list { padding: 0 2; }
    }
    """

    def __init__(self, entries: Sequence[IndexEntry]) -> None:
        super().__init__()
        self._entries = entries

    def compose(self) -> ComposeResult:
        """Yield the introduction and the list."""
        yield Static(Content.assemble(("sip-tui", "bold"), "\n", _about(len(self._entries))), id="start-about")
        yield RowList(id="start-list")
        yield KeyBar()

    def on_mount(self) -> None:
        """List the meetings."""
        self.query_one(RowList).show([(entry.id, _line(entry)) for entry in self._entries])

    def on_option_list_option_selected(self) -> None:
        """Open the clicked meeting as its chair."""
        self.action_sit(Seat.CHAIR)

    def action_sit(self, seat: str) -> None:
        """Open the chosen meeting in a seat."""
        if row := self.query_one(RowList).row:
            self.app.exit((row, seat))


def _about(count: int) -> str:
    if count:
        sentence = _(
            "Choose a meeting with the arrows. Press {keys[start.chair]} to lead it or {keys[start.secretary]} to "
            "take notes."
        )
        return sentence.format(keys=KEYS)
    return _("No meetings yet. Run sip-tui demo to see how it works, or sip-tui new FILE for a prepared meeting.")


def _line(entry: IndexEntry) -> Content:
    when = fit_width(f"{day(entry.start, language())} {format_clock(entry.start)}" if entry.start else "", 31)
    title = _("damaged, run sip-tui doctor") if entry.damaged else plain(entry.title or entry.type)
    title = _("locked: opens with its passphrase") if entry.locked else title
    return Content.assemble(f"{when} ", (fit_width(_state(entry), STATE), "bold"), f" {title}")


def _state(entry: IndexEntry) -> str:
    """How far it has come; nothing when the list does not know it."""
    return _("closed") if entry.closed else _(STATES[entry.stage]) if entry.stage else ""
