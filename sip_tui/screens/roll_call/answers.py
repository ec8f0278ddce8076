"""Two small dialogs about a participant: the consent, and the answer to the call. One key is one answer."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.questions import all_questions
from sip_tui.meeting.model.enums import Consent
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.model.preparation import InvitationState
from sip_tui.meeting.people.consent import is_about_plan, is_expired
from sip_tui.meeting.people.invitations import is_invited, question_numbers, toggle_question
from sip_tui.phrasing.consent_questions import consent_title, plan_question, sharing_question
from sip_tui.phrasing.invitations import INVITATION_STATES, KNOWS, invitation_word
from sip_tui.phrasing.wording import CONSENTS, consent_word, format_when, name_or_role
from sip_tui.screens.base import MeetingApp
from sip_tui.screens.commands import HELP_KEY, command
from sip_tui.screens.dialogs import DialogScreen
from sip_tui.screens.keymap import Key
from sip_tui.widgets.key_bar import KeyBar
from sip_tui.widgets.row_list import RowList
from sip_tui.widgets.safe_text import plain
from sip_tui.widgets.text_layout import HangingIndent

DETAILS = "details"
"""The answer of a dialog that asks for the form with the details."""


class AnswerDialog(DialogScreen[str | None]):
    """A question about a participant with its answers as lines, each with its key; None when nothing is answered."""

    ANSWERS: tuple[tuple[str, str], ...] = ()
    """Command's id and answer in words, in the order in which they are shown."""

    def __init__(self, title: str, *lines: str) -> None:
        super().__init__()
        self._title, self._lines = title, lines

    def compose(self) -> ComposeResult:
        """Yield the title, what is known, and a line for each answer."""
        known = [Content(plain(line)) for line in self._lines if line]
        with VerticalScroll(id="reading"):
            yield Static(Content("\n").join([Content.styled(plain(self._title), "bold"), *known, Content("")]))
            for name, words in self.ANSWERS:
                lead = f"  {KEYS[name]}  "
                yield Static(HangingIndent(Content.assemble((lead, "bold"), _(words)), lead=len(lead)))
        yield KeyBar()

    def action_answer(self, answer: str) -> None:
        """Close with an answer."""
        self.dismiss(answer)

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


LEAVE = command("answer.leave", Key.BACK, "leave", N_("Back"), N_("Leave it as it was"), show=True)
DETAILS_KEY = command(
    "answer.details",
    Key.CHANGE,
    f"answer('{DETAILS}')",
    N_("Details"),
    N_("Write the date, and what it is about"),
    show=True,
)


class ConsentDialog(AnswerDialog):
    """What the person answers about a participant, or about the plan."""

    HELP = N_("Press the letter of the answer. Today's date is noted with it.")
    BINDINGS = [
        command("consent.oral", f"{Key.YES},1", "answer('oral')", N_("Oral"), N_("Oral consent"), show=True),
        command(
            "consent.written",
            f"{Key.WRITTEN_YES},2",
            "answer('written')",
            N_("Written"),
            N_("Written consent"),
            show=True,
        ),
        command("consent.none", f"{Key.NO},3", "answer('none')", N_("No"), N_("The answer is no"), show=True),
        LEAVE,
        command(
            "consent.withdrawn",
            f"{Key.TAKES_BACK},4",
            "answer('withdrawn')",
            N_("Withdrawn"),
            N_("The consent is withdrawn"),
            show=True,
        ),
        command(
            "consent.unasked",
            f"{Key.REMOVE},5",
            "answer('')",
            N_("Remove the answer"),
            N_("Remove the answer; nobody has asked yet"),
            show=True,
        ),
        DETAILS_KEY,
        HELP_KEY,
    ]
    ANSWERS = (
        ("consent.oral", CONSENTS[Consent.ORAL]),
        ("consent.written", CONSENTS[Consent.WRITTEN]),
        ("consent.none", CONSENTS[Consent.NONE]),
        ("consent.withdrawn", CONSENTS[Consent.WITHDRAWN]),
        ("consent.unasked", CONSENTS[Consent.NOT_ASKED]),
        ("answer.details", N_("day, who answered, who received it, what it covers, how long")),
    )


class InvitationDialog(AnswerDialog):
    """How far the invitation of a participant has come, and whether the person wants them there."""

    HELP = N_("Press the letter of the answer. Today's date is noted with it.")
    BINDINGS = [
        command(
            "call.called", "1", "answer('called')", N_("Asked to attend"), N_("The invitation has been sent"), show=True
        ),
        command("call.invited", "2", "answer('invited')", N_("Invited"), N_("Invited, but does not have to come")),
        command("call.received", "3", "answer('received')", N_("Received"), N_("Has got the invitation")),
        command("call.coming", f"4,{Key.YES}", "answer('coming')", N_("Is coming"), N_("Has accepted"), show=True),
        command(
            "call.declined",
            f"5,{Key.NO}",
            "answer('declined')",
            N_("Cannot come"),
            N_("Has declined, and why"),
            show=True,
        ),
        command("call.substitute", "6", "answer('substitute')", N_("Substitute"), N_("Someone else is coming")),
        command("call.wanted", "7", "answer('wanted')", N_("Would like them"), N_("The person would like them there")),
        command(
            "call.unwanted",
            "8",
            "answer('unwanted')",
            N_("Would rather not"),
            N_("The person would rather not have them there"),
        ),
        command("call.agreed", "9", "answer('agreed')", N_("Time agreed"), N_("The time suits them, or not yet")),
        DETAILS_KEY,
        LEAVE,
        HELP_KEY,
    ]
    ANSWERS: tuple[tuple[str, str], ...] = (
        ("call.called", INVITATION_STATES[InvitationState.CALLED]),
        ("call.invited", INVITATION_STATES[InvitationState.INVITED]),
        ("call.received", INVITATION_STATES[InvitationState.RECEIVED]),
        ("call.coming", INVITATION_STATES[InvitationState.COMING]),
        ("call.declined", INVITATION_STATES[InvitationState.DECLINED]),
        ("call.substitute", INVITATION_STATES[InvitationState.SUBSTITUTE]),
        ("call.wanted", N_("the person would like to have them there")),
        ("call.unwanted", N_("the person would rather not have them at the meeting")),
        ("call.agreed", N_("the time is agreed with them")),
        ("answer.details", N_("why they have been asked to come, and for which questions")),
    )


class QuestionsDialog(DialogScreen[None]):
    """The questions of the meeting, and a tick at those that a participant is called for; each tick is kept at once."""

    app: MeetingApp
    HELP = N_("Press the number of a question to tick it, or to untick it. Press Esc when you are done.")
    AUTO_FOCUS = "RowList"
    BINDINGS = [
        command("questions.tick", Key.OPEN, "tick", N_("Tick"), N_("Tick or untick it"), show=True),
        command("questions.done", Key.BACK, "done", N_("Done"), N_("Back to the list; the ticks are kept"), show=True),
        HELP_KEY,
        *(Binding(str(number), f"number({number})", show=False) for number in range(1, 10)),
    ]
    DEFAULT_CSS = """
    QuestionsDialog #questions-title { margin-bottom: 1; }
    QuestionsDialog #questions-help { margin-top: 1; }
    QuestionsDialog RowList { height: auto; max-height: 14; }
    """

    def __init__(self, participant: Participant) -> None:
        super().__init__()
        self._participant = participant

    def compose(self) -> ComposeResult:
        """Yield the question and a line for each question of the meeting."""
        title = _("Which questions is {name} needed for?").format(name=name_or_role(self._participant))
        with VerticalScroll(id="reading", can_focus=False):
            yield Static(Content.styled(plain(title), "bold"), id="questions-title")
            yield RowList(id="questions-list")
            yield Static(plain(_(self.HELP)), id="questions-help")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the questions, also when they change."""
        self.watch(self.app, "meeting", self._show)

    def _show(self) -> None:
        meeting, tied = self.app.meeting, question_numbers(self.app.meeting, self._participant.id)
        self.query_one(RowList).show(
            [
                (question.id, Content(plain(f"{'✓' if number in tied else '·'} {number}. {question.text}")))
                for number, question in enumerate(all_questions(meeting), 1)
            ]
        )

    @on(OptionList.OptionSelected)
    def action_tick(self) -> None:
        """Tie the participant to the question that the cursor is on, or untie them."""
        self._toggle(self.query_one(RowList).row)

    def action_number(self, number: int) -> None:
        """Tie the participant to the question with this number, or untie them."""
        self._toggle("".join(question.id for question in all_questions(self.app.meeting)[number - 1 : number]))

    def _toggle(self, row: str) -> None:
        if row:
            self.app.write(toggle_question(self.app.meeting, self._participant.id, row))

    def action_done(self) -> None:
        """Close."""
        self.dismiss(None)


def consent_dialog(meeting: Meeting, participant: Participant) -> ConsentDialog:
    """Ask about the plan when the participant decides about it, else about sharing with the participant."""
    title = consent_title(meeting, participant)
    if is_about_plan(meeting, participant):
        answer = CONSENTS[meeting.consent_detail(participant.id).plan]
        return ConsentDialog(title, plan_question(meeting), _now(_(answer)))
    ended = _("The consent has run out. Ask again.") if is_expired(meeting, participant) else ""
    question = sharing_question(meeting, name_or_role(participant))
    return ConsentDialog(title, question, _now(consent_word(participant)), ended)


def invitation_dialog(meeting: Meeting, participant: Participant) -> InvitationDialog:
    """Ask how far the invitation has come, and tell what is known."""
    invitation = meeting.invitation(participant.id)
    on = getattr(invitation, f"{invitation.state}_on", "") if invitation.state else ""
    day = f", {format_when(on)}" if on else ""
    invited = is_invited(meeting, participant.id)
    title = _("{name} is invited") if invited else _("The invitation to {name}")
    now = _now(invitation_word(meeting, participant.id) + day)
    dialog = InvitationDialog(title.format(name=name_or_role(participant)), now, invitation.why)
    if invited:
        dialog.ANSWERS = tuple((name, KNOWS if name == "call.received" else words) for name, words in dialog.ANSWERS)
    return dialog


def _now(answer: str) -> str:
    return _("Now: {answer}").format(answer=answer) if answer else ""
