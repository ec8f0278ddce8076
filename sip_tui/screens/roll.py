"""The roll call: one key says where somebody is, and the sentence about the absentees is ready to read (F05)."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from sip_tui.language import N_, _
from sip_tui.meeting.attendance import in_order, mark, roll_call
from sip_tui.meeting.change import Edit
from sip_tui.meeting.guard import decide_on_missing, undecided_missing
from sip_tui.meeting.kinds import Presence
from sip_tui.meeting.model import Meeting, Participant
from sip_tui.screens.base import ChairScreen
from sip_tui.screens.commands import command
from sip_tui.screens.rows import participant_form
from sip_tui.widgets.plain import fitted, plain
from sip_tui.widgets.row_list import RowList
from sip_tui.wording import absence_sentence, listed, name_of, presence_word, role_of


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

    def body(self) -> ComposeResult:
        yield RowList(id="roll-list", cut=True)
        yield Static(id="roll-sentence", classes="read-aloud")

    def on_mount(self) -> None:
        self.watch_meeting(self.meeting)

    def watch_meeting(self, meeting: Meeting) -> None:
        if not self.is_mounted:
            return
        self.query_one(RowList).show([(one.id, _line(one)) for one in in_order(meeting)])
        self.query_one("#roll-sentence", Static).update(_sentence(meeting))

    def action_mark(self, presence: str) -> None:
        rows = self.query_one(RowList)
        self.write(mark(self.meeting, rows.row, Presence(presence), self.moment))
        rows.action_cursor_down()

    def action_missing(self, kind: str) -> None:
        self.write(decide_on_missing(self.meeting, kind, self.moment))

    def action_presented(self) -> None:
        if one := self.meeting.participant(self.query_one(RowList).row):
            self.write((Edit("participants", one.id, "presented", not one.presented),))
            self.query_one(RowList).action_cursor_down()

    def action_add(self) -> None:
        self.app.push_screen(participant_form(self, None))

    def action_edit(self) -> None:
        if one := self.meeting.participant(self.query_one(RowList).row):
            self.app.push_screen(participant_form(self, one))

    def on_option_list_option_selected(self) -> None:
        self.action_edit()


def _line(one: Participant) -> Content:
    called = "" if one.presence is Presence.EXPECTED else "bold"
    name = f"{'✓' if one.presented else ' '} {fitted(name_of(one), 19)}"
    who = f" {name} {fitted(role_of(one), 18)} {plain(one.organisation)}"
    key = _(" (key person)") if one.key_person else ""
    return Content.assemble((fitted(presence_word(one.presence), 14), called), who, (key, "italic"))


def _sentence(meeting: Meeting) -> Content:
    call = roll_call(meeting)
    left = _(", {count} left to call").format(count=len(call.not_called)) if call.not_called else ""
    count = _("{here} here, {absent} not").format(here=len(call.here), absent=len(call.absentees))
    sentence = plain(absence_sentence(meeting))
    key = [plain(name_of(one)) for one in undecided_missing(meeting)]
    needed = _("{names} is needed here. h holds the meeting all the same, b finds another time.").format(
        names=listed(key)
    )
    said = (_("Read aloud: ") if sentence else "", "bold")
    decide = f"\n{needed}" if key else ""
    return Content.assemble(f"{count}{left}.\n", said, sentence, (decide, "bold $warning"))
