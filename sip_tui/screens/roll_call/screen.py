"""The roll call: one key says where somebody is, and the sentence about the absentees is ready to read (F05)."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Kind, Presence
from sip_tui.meeting.people.attendance import decide_on_missing, in_round_order, is_absent, set_presence
from sip_tui.meeting.people.consent import consent_to_all, cycle_consent
from sip_tui.phrasing.wording import name_or_role
from sip_tui.screens.chair import ChairScreen
from sip_tui.screens.commands import command
from sip_tui.screens.forms.newest import open_new
from sip_tui.screens.forms.row_forms import participant_form
from sip_tui.screens.roll_call.forms import person_form
from sip_tui.screens.roll_call.rows import roll_line, roll_sentence
from sip_tui.widgets.live_static import update_if_changed
from sip_tui.widgets.row_list import RowList


class RollCallScreen(ChairScreen):
    """Everybody, the person first."""

    PLACE = "roll_call"
    HELP = N_(
        "Go through everybody, the person first. One letter says where somebody is and moves on to the next. The "
        "sentence at the bottom is for reading aloud, and goes into the minutes. {keys[roll.consent]} writes what the "
        "person says about each one: yes, a yes that has been signed, no, or a yes that has been taken back."
    )
    BINDINGS = [
        command("roll.here", "n", "mark('present')", N_("Present"), N_("Is in the room"), show=True),
        command("roll.link", "l", "mark('remote')", N_("On link"), N_("Takes part from somewhere else")),
        command("roll.late", "s", "mark('late')", N_("Late"), N_("Comes later"), show=True),
        command("roll.excused", "f", "mark('excused')", N_("Excused"), N_("Has said that they cannot come")),
        command("roll.missing", "x", "mark('missing')", N_("Missing"), N_("Is not here, without a word"), show=True),
        command("roll.left", "g", "mark('left')", N_("Has left"), N_("Has gone home")),
        command("roll.presented", "p", "presented", N_("Presented"), N_("Has told who they are, or not yet")),
        command("roll.consent", "t", "consent", N_("Consent"), N_("What the person says about them"), show=True),
        command("roll.all_oral", "T", "all_oral", N_("Yes to all"), N_("The person says yes to everybody, by word")),
        command("roll.hold", "o", "missing('hold')", N_("Hold it"), N_("Hold the meeting without them")),
        command("roll.rebook", "b", "missing('rebook')", N_("Rebook"), N_("Find another time; it is written down")),
        command("roll.add", "a", "add", N_("Add"), N_("Somebody else has come")),
        command("roll.edit", "e", "edit", N_("Correct"), N_("Correct name, role or organisation")),
    ]
    AUTO_FOCUS = "RowList"

    def compose_body(self) -> ComposeResult:
        yield RowList(id="roll-list", cut=True)
        yield Static(id="roll-sentence", classes="read-aloud")

    def refresh_content(self) -> None:
        rows = self.query_one(RowList)
        width = rows.scrollable_content_region.width
        rows.show([(one.id, roll_line(one, width)) for one in in_round_order(self.meeting)])
        self._tell()

    def on_resize(self) -> None:
        self.call_after_refresh(self.refresh_content)

    def on_option_list_option_highlighted(self) -> None:
        self._tell()

    def action_mark(self, presence: str) -> None:
        rows = self.query_one(RowList)
        self.write(set_presence(self.meeting, rows.row, Presence(presence), self.moment))
        rows.go_on()

    def action_missing(self, kind: str) -> None:
        self.write(decide_on_missing(self.meeting, kind, self.moment))

    def action_presented(self) -> None:
        """Tick somebody in the round; who they are is heard from the one who is here."""
        one = self.meeting.participant(self.query_one(RowList).row)
        if one and is_absent(self.meeting, one.id):
            self.notify(_("{name} is not here.").format(name=name_or_role(one)), markup=False)
        elif one:
            here = set_presence(self.meeting, one.id, Presence.PRESENT, self.moment)
            came = here if one.presence is Presence.EXPECTED else ()
            self.write((Edit("participants", one.id, "presented", not one.presented), *came))
            self.query_one(RowList).go_on()

    def action_consent(self) -> None:
        """Go on to the next answer about the chosen one (seed row 15)."""
        self.write(cycle_consent(self.meeting, self.query_one(RowList).row))

    def action_all_oral(self) -> None:
        self.write(consent_to_all(self.meeting))

    def action_add(self) -> None:
        open_new(self, participant_form(self, None), "participants")

    def action_edit(self) -> None:
        if one := self.meeting.participant(self.query_one(RowList).row):
            form = person_form if one.kind is Kind.PERSON else participant_form
            self.app.push_screen(form(self, one))

    def on_option_list_option_selected(self) -> None:
        self.action_edit()

    def _tell(self) -> None:
        rows = self.query_one(RowList)
        told = roll_sentence(self.meeting, rows.row, self.timing.phase)
        if update_if_changed(self.query_one("#roll-sentence", Static), told):
            # More lines below leave fewer to the list: the one that is told about stays in sight.
            self.call_after_refresh(rows.scroll_to_highlight)
