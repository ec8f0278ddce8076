"""The answers about a participant that the roll call and the preparation share: consent, and the call."""

from __future__ import annotations

from datetime import date
from functools import partial
from time import monotonic

from textual.events import Key as KeyPress

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.questions import all_questions
from sip_tui.meeting.model.enums import Answer, Consent, Kind, RowId
from sip_tui.meeting.model.meeting import Participant
from sip_tui.meeting.model.preparation import InvitationState
from sip_tui.meeting.people import invitations
from sip_tui.meeting.people.consent import is_about_plan, needs_consent, set_consent, set_plan_consent
from sip_tui.phrasing.consent_questions import consent_title
from sip_tui.phrasing.wording import CONSENTS, local, name_or_role
from sip_tui.screens.commands import command
from sip_tui.screens.forms.row_forms import row_form
from sip_tui.screens.forms.specs import FORM_SPECS
from sip_tui.screens.keymap import Key
from sip_tui.screens.row_list_screen import RowListScreen

WANTED = {"wanted": Answer.YES, "unwanted": Answer.NO}
ASKED = {
    InvitationState.DECLINED: (N_("Why can {name} not come?"), N_("a word or two; empty when it was not said")),
    InvitationState.SUBSTITUTE: (N_("Who is coming instead of {name}?"), N_("the name of the substitute")),
}
"""What is asked with an answer: the question, and a hint in its field."""


QUICK = 1.0
"""Seconds between two digits that are one number."""


class AnsweringMixin(RowListScreen):
    """A list of participants whose answers are written with one key each; a number chooses the one it is for."""

    _digit = 0, 0.0
    """The digit that was pressed last, and when; 0 when something else has been."""

    BINDINGS = [
        command(
            "roll.questions",
            Key.QUESTION,
            "questions",
            N_("Questions"),
            N_("Which questions someone is needed for"),
        ),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let a digit choose a line before the meeting too."""
        return True if action == "floor" else super().check_action(action, parameters)

    def on_key(self, event: KeyPress) -> None:
        """Forget a digit that another key follows."""
        if not (event.character or "").isdecimal():
            self._digit = 0, 0.0

    def action_floor(self, digit: int) -> None:
        """Choose the line of the one whose number it is: the next key is about them.

        Two digits in quick succession are one number: the eleventh has a way as short as the others.
        """
        first, pressed_at = self._digit
        both = self.number_of(first * 10 + digit) if first and monotonic() - pressed_at <= QUICK else ""
        self._digit = digit, monotonic()
        self.go_to(RowId("participants", both or self.numbered(digit)))

    def action_questions(self) -> None:
        """Tie the participant to questions, or untie them (requirement 124)."""
        from sip_tui.screens.roll_call.answers import QuestionsDialog  # not needed for the first frame

        participant = self.row
        if not isinstance(participant, Participant) or participant.kind is Kind.PERSON:
            self.notify(_("Choose someone who is to be at the meeting."), markup=False)
        elif not all_questions(self.meeting):
            self.notify(_("The meeting has no question yet. Add it under “Purpose”."), markup=False)
        else:
            self.app.push_screen(QuestionsDialog(participant))

    def action_consent(self) -> None:
        """Ask for the answer about the participant, or of the person about the plan (requirements 15, 139)."""
        from sip_tui.screens.roll_call.answers import consent_dialog  # not needed for the first frame

        if participant := self._asked_about_consent():
            self.app.push_screen(consent_dialog(self.meeting, participant), partial(self._take_consent, participant))

    def _asked_about_consent(self) -> Participant | None:
        """Return the chosen participant when there is something to ask about; else say that there is not."""
        if not isinstance(participant := self.row, Participant):
            return None
        if needs_consent(participant) or is_about_plan(self.meeting, participant):
            return participant
        sentence = _("No consent is needed here for {name}.")
        self.notify(sentence.format(name=name_or_role(participant)), markup=False)
        return None

    def action_answer_consent(self, answer: str) -> None:
        """Write the answer about the chosen participant at once; of the person, the answer about the plan."""
        if participant := self._asked_about_consent():
            self._take_consent(participant, answer)

    def _take_consent(self, participant: Participant, answer: str | None) -> None:
        from sip_tui.screens.roll_call.answers import DETAILS  # not needed for the first frame

        if answer == DETAILS:
            self.app.push_screen(row_form(self, FORM_SPECS["consent"], self.meeting.consent_detail(participant.id)))
        elif answer is not None:
            write = set_plan_consent if is_about_plan(self.meeting, participant) else set_consent
            edits = write(self.meeting, participant.id, Consent(answer), self.day)
            self.write(edits)
            self.tell_consent(consent_title(self.meeting, participant), Consent(answer), is_new=bool(edits))

    def tell_consent(self, title: str, answer: Consent, *, is_new: bool) -> None:
        """Tell what one key has written, and how to take it back: nothing here is more sensitive."""
        sentence = (
            _("{title} – {answer}. Press {keys[undo]} to undo it.") if is_new else _("{title} – {answer}, as before.")
        )
        self.notify(sentence.format(title=title, answer=_(CONSENTS[answer]), keys=KEYS), markup=False)

    def action_call(self) -> None:
        """Ask what the participant answered to the call (requirements 127, 147)."""
        from sip_tui.screens.roll_call.answers import invitation_dialog  # not needed for the first frame

        if isinstance(participant := self.row, Participant) and participant.kind is Kind.PERSON:
            self.notify(_("The person does not have to answer an invitation: it is their own meeting."), markup=False)
        elif isinstance(participant, Participant):
            dialog = invitation_dialog(self.meeting, participant)
            self.app.push_screen(dialog, partial(self._take_answer, participant))

    def _take_answer(self, participant: Participant, answer: str | None) -> None:
        from sip_tui.screens.roll_call.answers import DETAILS  # not needed for the first frame

        who = participant.id
        if answer == DETAILS:
            self.app.push_screen(row_form(self, FORM_SPECS["invitation"], self.meeting.invitation(who)))
        elif answer in WANTED:
            self.write(invitations.set_wanted(self.meeting, who, WANTED[answer]))
        elif answer == "agreed":
            agreed = not self.meeting.invitation(who).time_agreed
            self.write(invitations.change_invitation(self.meeting, who, time_agreed=agreed))
        elif answer is not None:
            self._take_state(participant, InvitationState(answer))

    def _take_state(self, participant: Participant, state: InvitationState) -> None:
        """Note an answer with its day; a refusal asks why, a substitute asks who."""
        from sip_tui.screens.line_dialog import LineDialog  # not needed for the first frame

        note = partial(self._note_state, participant.id, state)
        if state in ASKED:
            question, hint = ASKED[state]
            name = name_or_role(participant)
            asked = LineDialog(_(question).format(name=name), _(hint), draft=f"{state} {participant.id}")
            self.app.push_screen(asked, note)
        else:
            note("")

    def _note_state(self, who: str, state: InvitationState, words: str | None) -> None:
        if words is None:
            return
        if state is InvitationState.SUBSTITUTE:
            self.write(invitations.send_substitute(self.meeting, who, words, self.moment.row, self.day))
        else:
            self.write(invitations.set_state(self.meeting, who, state, self.day, reason=words))

    @property
    def real_today(self) -> date:
        """Today, whatever day the meeting is."""
        return local(self.app.session.now()).date()

    @property
    def day(self) -> str:
        """Today, as it is stored."""
        return self.real_today.isoformat()
