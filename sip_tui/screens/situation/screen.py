"""The situation: what matters most to the person, how each one sees it, and the help that is given already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.situation import account_of, slots_of
from sip_tui.meeting.model.meeting import Ongoing, Participant
from sip_tui.phrasing.wording import name_or_role
from sip_tui.screens.base import SipScreen
from sip_tui.screens.commands import command
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.forms.row_forms import row_form
from sip_tui.screens.forms.specs import FORM_SPECS
from sip_tui.screens.row_list_screen import ListRow, RowListScreen
from sip_tui.screens.situation.rows import ask_sentence, situation_rows, unasked_sentences
from sip_tui.widgets.safe_text import plain


class SituationScreen(RowListScreen):
    """One list, the person's own words first; below it what to ask, and whom nobody has asked."""

    PLACE = "situation"
    HELP = N_(
        "How things are, in short and in turn: first what matters most to the person and what there is to build on, "
        "then what each one sees that works and does not. Actors are asked two things more: which goals they find "
        "important, and what support they can give. Enter writes for the one who is chosen; what you type is kept as "
        "you type it. Help that is given already stands last, with how it works."
    )
    BINDINGS = [
        command("situation.edit", "e", "edit", N_("Write"), N_("Write what the chosen one tells"), show=True),
        command("ongoing.add", "a,plus", "add", N_("Ongoing help"), N_("Help that is given already"), show=True),
        command(
            "ongoing.remove",
            "x,delete",
            "remove",
            N_("Remove"),
            N_("Take the chosen ongoing help off the list"),
            show=True,
        ),
    ]
    GUIDANCE_PHASE = "situation"

    def list_rows(self) -> Iterable[ListRow]:
        """Give the person's own words, what each one tells, and the ongoing help."""
        return situation_rows(self.meeting)

    def read_aloud(self) -> Content:
        """Give what to ask about the row, and whom nobody has asked."""
        lines = (ask_sentence(self.meeting, self.row_id), *unasked_sentences(self.meeting))
        return Content("\n".join(line for line in lines if line))

    def edit_form(self) -> FormScreen | None:
        """Build the form of the person's own words, of what somebody tells, or of ongoing help."""
        table, row = self.row_id
        if table == "person":
            return row_form(self, FORM_SPECS["strengths" if row == "strengths" else "matters"], self.meeting.person)
        if table == "accounts" and (participant := self.meeting.participant(row)):
            return account_form(self, participant)
        return row_form(self, FORM_SPECS["ongoing help"], self.row) if isinstance(self.row, Ongoing) else None

    def action_add(self) -> None:
        """Add ongoing help."""
        self.open_new_row(row_form(self, FORM_SPECS["ongoing help"]), "ongoing")

    def action_remove(self) -> None:
        """Delete ongoing help; undo brings it back."""
        if isinstance(self.row, Ongoing):
            super().action_remove()
        else:
            hint = _("Choose ongoing help first; {keys[ongoing.remove]} takes it off the list.")
            self.notify(hint.format(keys=KEYS))


def account_form(screen: SipScreen, participant: Participant) -> FormScreen:
    """Build the form of what a participant tells: the slots that suit who it is (requirements 1, 22, 32, 98)."""
    spec, slots = FORM_SPECS["account"], slots_of(screen.meeting, participant)
    suited = replace(spec, fields=tuple(field for field in spec.fields if field.name in slots))
    title = plain(name_or_role(participant))
    return row_form(screen, suited, account_of(screen.meeting, participant.id), title=title)
