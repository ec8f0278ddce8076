"""The roll call: one key says where somebody is, and the sentence about the absentees is ready to read aloud."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Presence, RowId
from sip_tui.meeting.model.meeting import Participant
from sip_tui.meeting.people.attendance import decide_on_missing, in_round_order, is_absent, set_presence
from sip_tui.meeting.people.consent import consent_to_all, cycle_consent
from sip_tui.phrasing.wording import name_or_role
from sip_tui.screens.commands import command
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.forms.row_forms import row_form
from sip_tui.screens.forms.specs import FORM_SPECS
from sip_tui.screens.roll_call.rows import roll_line, roll_sentence
from sip_tui.screens.row_list_screen import ListRow, RowListScreen


class RollCallScreen(RowListScreen):
    """Everybody, the person first."""

    MODE = "roll_call"
    HELP = N_(
        "Go through everyone, the person first. Press one letter each: here, on link, late, sent apologies. "
        "Then comes the next. Read out the sentence at the bottom; it goes into the minutes. Press "
        "{keys[roll.consent]} for the consent: yes, a signed yes, no, or withdrawn."
    )
    BINDINGS = [
        command("roll.here", "n", "mark('present')", N_("Present"), N_("Is here"), show=True),
        command("roll.link", "l", "mark('remote')", N_("On link"), N_("Takes part on link")),
        command("roll.late", "s", "mark('late')", N_("Late"), N_("Comes later"), show=True),
        command("roll.excused", "f", "mark('excused')", N_("Excused"), N_("Has sent apologies")),
        command(
            "roll.missing",
            "x",
            "mark('missing')",
            N_("Not here"),
            N_("Is not here and has not been in touch"),
            show=True,
        ),
        command("roll.left", "g", "mark('left')", N_("Has left"), N_("Has gone home")),
        command("roll.presented", "p", "presented", N_("Introduced"), N_("Has introduced themselves, or not yet")),
        command(
            "roll.consent", "t", "consent", N_("Consent"), N_("The person's consent for this participant"), show=True
        ),
        command("roll.all_oral", "T", "all_oral", N_("Yes to all"), N_("The person says an oral yes to everyone")),
        command("roll.hold", "o", "missing('hold')", N_("Hold it"), N_("Hold the meeting without them")),
        command("roll.rebook", "b", "missing('rebook')", N_("New time"), N_("Find a new time; it is written down")),
        command("roll.add", "a", "add('participant')", N_("Add"), N_("Someone else has come")),
        command("roll.edit", "e", "edit", N_("Correct"), N_("Correct name, role or organisation")),
    ]
    CUT = True
    EDIT_FORMS = {Participant: "participant"}

    def list_rows(self) -> Iterable[ListRow]:
        """Give a line for each participant, in the order of the round."""
        width = self.row_list.scrollable_content_region.width
        for participant in in_round_order(self.meeting):
            yield RowId("participants", participant.id), roll_line(participant, width)

    def read_aloud(self) -> Content:
        """Give the sentence about who is here, and what to ask the one that the cursor is on."""
        return roll_sentence(self.meeting, self.row_id.id, self.timing.phase)

    def edit_form(self) -> FormScreen | None:
        """Build the form of the participant; the person has one of their own."""
        person = self.meeting.person_participant
        return row_form(self, FORM_SPECS["person"], person) if person and person == self.row else super().edit_form()

    def on_resize(self) -> None:
        """Fit the lines to the width."""
        self.call_after_refresh(self.refresh_content)

    def action_mark(self, presence: str) -> None:
        """Write where the participant is, and go on to the next."""
        self.write(set_presence(self.meeting, self.row_id.id, Presence(presence), self.moment))
        self.row_list.go_on()

    def action_missing(self, kind: str) -> None:
        """Write what is decided about the key people who are missing."""
        self.write(decide_on_missing(self.meeting, kind, self.moment))

    def action_presented(self) -> None:
        """Tick the participant in the round; one who presents themselves is also here."""
        participant = self.row
        if not isinstance(participant, Participant):
            return
        if is_absent(self.meeting, participant.id):
            self.notify(_("{name} is not here.").format(name=name_or_role(participant)), markup=False)
            return
        expected = participant.presence is Presence.EXPECTED
        present = set_presence(self.meeting, participant.id, Presence.PRESENT, self.moment) if expected else ()
        self.write((Edit("participants", participant.id, "presented", not participant.presented), *present))
        self.row_list.go_on()

    def action_consent(self) -> None:
        """Go on to the next answer about the participant (requirement 15)."""
        self.write(cycle_consent(self.meeting, self.row_id.id))

    def action_all_oral(self) -> None:
        """Write that the person consents by word of mouth to everybody."""
        self.write(consent_to_all(self.meeting))
