"""The situation: what matters most to the person, how each one sees it, and the help that is given already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.situation import (
    account_of,
    filled_slots,
    is_situation_empty,
    people_to_ask,
    slots_of,
    without_account,
    without_answers,
)
from sip_tui.meeting.model.enums import RowId, Status, find_row
from sip_tui.meeting.model.meeting import Action, Meeting, Ongoing, Participant, Row
from sip_tui.meeting.people.attendance import is_absent
from sip_tui.phrasing.wording import first_name, join_words, name_or_role, presence_word, role_or_kind, slot_line
from sip_tui.screens.actions.status import OutcomeScreen
from sip_tui.screens.base import SipScreen
from sip_tui.screens.commands import command
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.forms.row_forms import row_form
from sip_tui.screens.forms.specs import FORM_SPECS, STRENGTHS
from sip_tui.screens.keymap import Key
from sip_tui.screens.row_list_screen import ListRow, RowListScreen
from sip_tui.widgets.row_list import HEADING
from sip_tui.widgets.safe_text import plain

QUESTIONS: Mapping[str, str] = {
    "works": N_("What works?"),
    "works_not": N_("What does not?"),
    "experience": N_("How is it for you?"),
    "needs": N_("What do you need?"),
    "wishes": N_("What would you like?"),
    "expectations": N_("What do you hope this will lead to?"),
    "goals": N_("Which goals do you think are important?"),
    "support": N_("What support can you give?"),
}
"""Slot → how the chair asks for it (requirements 1, 32, 71, 98)."""


class SituationScreen(RowListScreen, OutcomeScreen):
    """One list, the person's own words first; below it what to ask, and whom nobody has asked."""

    MODE = "situation"
    HELP = N_(
        "How things are, briefly and in turn. First what matters most to the person, and what the person is "
        "good at. Then what works and what does not, as each of you sees it. Services are asked two more "
        "things: important goals, and what support they can give. Press Enter to write for the chosen "
        "person. Everything is saved as you type. Current help comes last, with how it works."
    )
    BINDINGS = [
        command("situation.edit", Key.CHANGE, "edit", N_("Write"), N_("Write what the chosen person says"), show=True),
        command("ongoing.add", Key.ADD, "add('ongoing help')", N_("Current help"), N_("Your current help"), show=True),
        command(
            "ongoing.remove",
            Key.REMOVE,
            "remove",
            N_("Remove"),
            N_("Take the chosen help off the list"),
            show=True,
        ),
    ]
    GUIDANCE_PHASE, GUIDANCE_FROM = "situation", 100
    EDIT_FORMS = {Ongoing: "ongoing help", Action: "action"}
    ROW_COMMANDS = {"ongoing.remove": Ongoing, "action.outcome": Action}

    @property
    def outcome_row(self) -> Row | None:
        """The action that goes on and that the cursor is on."""
        return self.row

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
        return super().edit_form()

    def form_for(self, _words: str) -> FormScreen:
        """Build the form that kept words go into: what the chosen person says, or else new help."""
        is_answer = self.row_id.table in {"person", "accounts"}
        return (self.edit_form() if is_answer else None) or row_form(self, FORM_SPECS["ongoing help"])

    def action_remove(self) -> None:
        """Delete ongoing help; undo brings it back."""
        if isinstance(self.row, Ongoing):
            super().action_remove()
        else:
            hint = _("Choose a line under “Current help” first. Press {keys[ongoing.remove]} to take it off the list.")
            self.notify(hint.format(keys=KEYS))


def account_form(screen: SipScreen, participant: Participant) -> FormScreen:
    """Build the form of what a participant tells: the slots that suit who it is (requirements 1, 22, 32, 98)."""
    spec, slots = FORM_SPECS["account"], slots_of(screen.meeting, participant)
    suited = replace(spec, fields=tuple(field for field in spec.fields if field.name in slots))
    title = plain(name_or_role(participant))
    return row_form(screen, suited, account_of(screen.meeting, participant.id), title=title)


def situation_rows(meeting: Meeting) -> Iterator[ListRow]:
    """List everything under its heading, the person's own words first; what to do when nothing is filled in."""
    if is_situation_empty(meeting):
        help_text = _(
            "Choose with the arrows. Press Enter to write what is said, {keys[ongoing.add]} for more current help."
        )
        yield RowId("#help"), _help(help_text)
    yield RowId("person", "person"), _own(_("What matters most to you?"), meeting.person.matters)
    yield RowId("person", "strengths"), _own(_(STRENGTHS), meeting.person.strengths)
    yield RowId("#accounts"), _heading(_("How each of us sees it"))
    for participant in people_to_ask(meeting):
        yield RowId("accounts", participant.id), _account(meeting, participant)
    yield RowId("#ongoing"), _heading(_("Current help"))
    yield from ((RowId("ongoing", help_.id), _ongoing(meeting, help_)) for help_ in meeting.ongoing)
    on_board = [action for action in meeting.actions if action.status is Status.ONGOING]
    yield from ((RowId("actions", action.id), _ongoing_action(meeting, action)) for action in on_board)
    if not meeting.ongoing and not on_board:
        help_text = _("Nothing is written down. Press {keys[ongoing.add]} to write down current help.")
        yield RowId("#no-ongoing"), _help("  " + help_text)


def ask_sentence(meeting: Meeting, row_id: RowId) -> str:
    """Write what the chair can ask about a row; nothing when everything is answered."""
    if row_id.table == "person":
        return _ask_person(meeting, row_id.id)
    row = find_row(meeting.rows(row_id.table), row_id.id)
    if isinstance(row, Ongoing):
        is_silent = not (row.works.strip() or row.works_not.strip())
        return _("Ask: what is good about this help, and what is not so good?") if is_silent else ""
    participant = meeting.participant(row_id.id)
    return _ask_participant(meeting, participant) if participant else ""


def unasked_sentences(meeting: Meeting) -> list[str]:
    """Name who has not told how things are, and which actors have not given the two answers."""
    groups = (
        (N_("Not asked about the situation yet: {names}."), without_account(meeting)),
        (N_("Nothing said yet about goals and support: {names}."), without_answers(meeting)),
    )
    return [_(text).format(names=_names(meeting, people)) for text, people in groups if people]


def _ask_participant(meeting: Meeting, participant: Participant) -> str:
    filled = filled_slots(account_of(meeting, participant.id))
    questions = " ".join(_(QUESTIONS[slot]) for slot in slots_of(meeting, participant) if slot not in filled)
    return _("Ask {name}: {questions}").format(name=_name(participant), questions=questions) if questions else ""


def _ask_person(meeting: Meeting, name: str) -> str:
    """Write the question to the person; a child may have written or drawn the answer (requirement 182)."""
    if name == "strengths":
        return "" if meeting.person.strengths.strip() else _("Ask: what are you good at, and who can you trust?")
    if meeting.person.matters.strip():
        return ""
    child = " " + _("If there is a letter or a drawing, show it first.") if meeting.person.child else ""
    return _("Ask first: what matters most to you?") + child


def _own(question: str, text: str) -> Content:
    """Write a question to the person, and the answer in the person's own words."""
    words = plain(text.strip())
    answer = Content(_("“{text}”").format(text=words)) if words else Content.styled(_("not asked yet"), "italic")
    return Content.assemble(_heading(question), "\n  ", answer)


def _account(meeting: Meeting, participant: Participant) -> Content:
    """Write the name, and under it one line a slot; who has told nothing is on one line."""
    role = role_or_kind(participant) if participant.name else ""
    who = Content.assemble("  ", (_name(participant), "bold"), f", {plain(role)}" if role else "")
    slots = filled_slots(account_of(meeting, participant.id))
    if not slots:
        absent = is_absent(meeting, participant.id)
        why = presence_word(participant.presence) if absent else _("not asked yet")
        return Content.assemble(who, " – ", (why, "italic"))
    return Content("\n").join([who, *_slots(slots)])


def _ongoing(meeting: Meeting, ongoing: Ongoing) -> Content:
    giver = meeting.participant(ongoing.who)
    what = Content.assemble("  ", (plain(ongoing.what), "bold"), f" – {_name(giver)}" if giver else "")
    slots = {slot: text for slot in ("works", "works_not") if (text := getattr(ongoing, slot)).strip()}
    return Content("\n").join([what, *_slots(slots)])


def _ongoing_action(meeting: Meeting, action: Action) -> Content:
    """Write help that is on the board as an action that goes on; it is changed there."""
    doer = meeting.participant(action.who)
    who = f" – {_name(doer)}" if doer else ""
    return Content.assemble("  ", (plain(action.what), "bold"), who, (" " + _("(on the board)"), "dim"))


def _slots(slots: Mapping[str, str]) -> Iterator[Content]:
    return (Content(f"     {plain(slot_line(slot, text))}") for slot, text in slots.items())


def _help(text: str) -> Content:
    return Content.styled(text.format(keys=KEYS), "italic")


def _heading(text: str) -> Content:
    return Content.styled(text, HEADING)


def _names(meeting: Meeting, people: Iterable[Participant]) -> str:
    """Join given names, which is what people say; the whole name where two share one."""
    counts = Counter(_given_name(participant) for participant in people_to_ask(meeting))
    given = ((_given_name(participant), _name(participant)) for participant in people)
    return join_words([short if counts[short] == 1 else whole for short, whole in given])


def _given_name(participant: Participant) -> str:
    return first_name(plain(participant.name)) or _name(participant)


def _name(participant: Participant) -> str:
    return plain(name_or_role(participant))
