"""The roll call: one key says where somebody is, and the sentence about the absentees is ready to read (F05)."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from sip_tui.language import N_
from sip_tui.meeting.attendance import in_order, mark
from sip_tui.meeting.change import Edit
from sip_tui.meeting.guard import decide_on_missing
from sip_tui.meeting.kinds import Presence
from sip_tui.screens.base import ChairScreen
from sip_tui.screens.commands import command
from sip_tui.screens.newest import open_new
from sip_tui.screens.rows import participant_form
from sip_tui.widgets.live import say
from sip_tui.widgets.roll_rows import roll_line, roll_sentence
from sip_tui.widgets.row_list import RowList


class RollScreen(ChairScreen):
    """Everybody, the person first."""

    PLACE = "roll"
    HELP = N_(
        "Go through everybody, the person first. One letter says where somebody is and moves on to the next. The "
        "sentence at the bottom is for reading aloud, and goes into the minutes."
    )
    BINDINGS = [
        command("roll.here", "n", "mark('present')", N_("Present"), N_("Is in the room"), show=True),
        command("roll.link", "l", "mark('remote')", N_("On link"), N_("Takes part from somewhere else")),
        command("roll.late", "s", "mark('late')", N_("Late"), N_("Comes later"), show=True),
        command("roll.excused", "f", "mark('excused')", N_("Excused"), N_("Has said that they cannot come"), show=True),
        command("roll.missing", "x", "mark('missing')", N_("Missing"), N_("Is not here, without a word"), show=True),
        command("roll.left", "g", "mark('left')", N_("Has left"), N_("Has gone home")),
        command("roll.presented", "p", "presented", N_("Presented"), N_("Has told who they are, or not yet")),
        command("roll.hold", "h", "missing('hold')", N_("Hold it"), N_("Hold the meeting without them")),
        command("roll.rebook", "b", "missing('rebook')", N_("Rebook"), N_("Find another time; it is written down")),
        command("roll.add", "a", "add", N_("Add"), N_("Somebody else has come")),
        command("roll.edit", "e", "edit", N_("Correct"), N_("Correct name, role or organisation")),
    ]
    AUTO_FOCUS = "RowList"
    DEFAULT_CSS = "RollScreen #roll-sentence { max-height: 9; }"

    def body(self) -> ComposeResult:
        yield RowList(id="roll-list", cut=True)
        yield Static(id="roll-sentence", classes="read-aloud")

    def draw(self) -> None:
        rows = self.query_one(RowList)
        width = rows.scrollable_content_region.width
        rows.show([(one.id, roll_line(one, width)) for one in in_order(self.meeting)])
        self._tell()

    def on_resize(self) -> None:
        self.call_after_refresh(self.draw)

    def on_option_list_option_highlighted(self) -> None:
        self._tell()

    def action_mark(self, presence: str) -> None:
        rows = self.query_one(RowList)
        self.write(mark(self.meeting, rows.row, Presence(presence), self.moment))
        rows.action_cursor_down()

    def action_missing(self, kind: str) -> None:
        self.write(decide_on_missing(self.meeting, kind, self.moment))

    def action_presented(self) -> None:
        """Tick somebody in the round; who they are is heard from the one who is here."""
        if one := self.meeting.participant(self.query_one(RowList).row):
            here = mark(self.meeting, one.id, Presence.PRESENT, self.moment)
            came = here if one.presence is Presence.EXPECTED else ()
            self.write((Edit("participants", one.id, "presented", not one.presented), *came))
            self.query_one(RowList).action_cursor_down()

    def action_add(self) -> None:
        open_new(self, participant_form(self, None), "participants")

    def action_edit(self) -> None:
        if one := self.meeting.participant(self.query_one(RowList).row):
            self.app.push_screen(participant_form(self, one))

    def on_option_list_option_selected(self) -> None:
        self.action_edit()

    def _tell(self) -> None:
        told = roll_sentence(self.meeting, self.query_one(RowList).row)
        say(self.query_one("#roll-sentence", Static), told)
