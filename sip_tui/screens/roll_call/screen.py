"""The roll call: one key says where somebody is, and the sentence about the absentees is ready to read aloud."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import HERE, Consent, Presence, RowId
from sip_tui.meeting.model.meeting import Participant
from sip_tui.meeting.people.attendance import (
    decide_on_missing,
    in_round_order,
    is_absent,
    missing_key_people,
    set_presence,
)
from sip_tui.meeting.people.consent import consent_to_all
from sip_tui.meeting.people.floor import speaker_numbers
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.phrasing.wording import join_words, name_or_role, presence_word
from sip_tui.screens.commands import command
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.forms.row_forms import row_form
from sip_tui.screens.forms.specs import FORM_SPECS
from sip_tui.screens.guidance_below import GuidanceBelowScreen
from sip_tui.screens.keymap import Key
from sip_tui.screens.roll_call.answering import AnsweringMixin
from sip_tui.screens.roll_call.rows import RollWidths, roll_heads, roll_line, roll_widths
from sip_tui.screens.roll_call.sentences import roll_sentence
from sip_tui.screens.row_list_screen import ListRow
from sip_tui.screens.typed_line import TypedLineMixin
from sip_tui.widgets.safe_text import plain

DECISIONS = {
    "hold": N_("You will go ahead without {names}. Why?"),
    "rebook": N_("A new time, when {names} can come. Why?"),
}


class RollCallScreen(GuidanceBelowScreen, AnsweringMixin):
    """Everybody, the person first."""

    MODE = "roll_call"
    HELP = N_(
        "Go through everyone, the person first. Press one letter for each: here, online, late, apologies. The marker "
        "then goes down to the next one who is not ticked yet. If there is nobody below, it stays where it is. Read "
        "out the sentence at the bottom; it goes into the minutes. Press {keys[consent.oral]} or "
        "{keys[consent.none]} for the answer about consent, {keys[consent.written]} when it is signed, and "
        "{keys[roll.call]} for the answer to the invitation."
    )
    BINDINGS = [
        command("roll.here", Key.HERE, "mark('present')", N_("Present"), N_("Is here"), show=True),
        command("roll.link", Key.ON_LINK, "mark('remote')", N_("Online"), N_("Takes part online")),
        command("roll.late", Key.LATE, "mark('late')", N_("Late"), N_("Is coming later"), show=True),
        command("roll.excused", Key.EXCUSED, "mark('excused')", N_("Apologies"), N_("Has sent apologies")),
        command(
            "roll.missing",
            Key.MISSING,
            "mark('missing')",
            N_("Not here"),
            N_("Is not here and has not been in touch"),
            show=True,
        ),
        command("roll.left", Key.LEFT, "mark('left')", N_("Has left"), N_("Has gone home")),
        command("roll.presented", Key.DONE, "presented", N_("Introduced"), N_("Has introduced themselves, or not yet")),
        command(
            "consent.oral", Key.YES, "answer_consent('oral')", N_("Consent given"), N_("The person says yes"), show=True
        ),
        command(
            "consent.none", Key.NO, "answer_consent('none')", N_("No consent"), N_("The person says no"), show=True
        ),
        command(
            "consent.written", Key.WRITTEN_YES, "answer_consent('written')", N_("Signed"), N_("The consent is signed")
        ),
        command(
            "consent.withdrawn",
            Key.TAKES_BACK,
            "answer_consent('withdrawn')",
            N_("Withdrawn"),
            N_("The consent is withdrawn"),
        ),
        command("roll.consent", Key.DETAILS, "consent", N_("Consent"), N_("Date, who received it, what it covers")),
        command(
            "roll.all_oral",
            Key.YES_TO_ALL,
            "all_oral",
            N_("Yes to all"),
            N_("The person gives oral consent for everyone"),
        ),
        command(
            "roll.call",
            Key.INVITE,
            "call",
            N_("The invitation"),
            N_("What they answered, and whether the person would like them there"),
        ),
        command("roll.hold", Key.CONTINUE, "missing('hold')", N_("Go ahead"), N_("Go ahead without them")),
        command(
            "roll.rebook",
            Key.NEW_TIMES,
            "missing('rebook')",
            N_("New time"),
            N_("Find a new time; the decision is noted"),
        ),
        command("roll.add", Key.ADD, "add('participant')", N_("Add"), N_("Another person has arrived")),
        command("roll.edit", Key.CHANGE, "edit", N_("Correct"), N_("Correct name, role or organisation")),
    ]
    CUT = True
    GUIDANCE_PHASE = PHASES[0]
    WORDS_FORM = "participant"
    EDIT_FORMS = {Participant: "participant"}

    def list_rows(self) -> Iterable[ListRow]:
        """Give a line for each participant, in the order of the round."""
        numbers, widths = speaker_numbers(self.meeting), self._widths
        for participant in in_round_order(self.meeting):
            yield RowId("participants", participant.id), roll_line(participant, widths, self.meeting, numbers)

    def column_heads(self) -> str:
        """Give the heads of the columns."""
        return roll_heads(self._widths)

    @property
    def _widths(self) -> RollWidths:
        return roll_widths(self.meeting, self.row_width)

    @property
    def hidden_commands(self) -> frozenset[str]:
        """What is decided about key people who are missing, while none is; that the chosen one is here, who is."""
        idle = frozenset() if missing_key_people(self.meeting) else frozenset({"roll.hold", "roll.rebook"})
        return super().hidden_commands | idle | (frozenset({"roll.here"}) if self._is_here else frozenset())

    @property
    def needed_commands(self) -> tuple[str, ...]:
        """What comes first on the key line: that somebody who is here leaves."""
        return ("roll.left",) if self._is_here else ()

    @property
    def _is_here(self) -> bool:
        return isinstance(row := self.row, Participant) and row.presence in HERE

    def read_aloud(self) -> Content:
        """Give the sentence about who is here, and what to ask the one that the cursor is on."""
        return roll_sentence(self.meeting, self.row_id.id, self.timing.phase)

    def edit_form(self) -> FormScreen | None:
        """Build the form of the participant; the person has one of their own."""
        person = self.meeting.person_participant
        return row_form(self, FORM_SPECS["person"], person) if person and person == self.row else super().edit_form()

    def action_add(self, spec: str) -> None:
        """Add somebody; while the cursor is on somebody who is absent, the one who comes instead."""
        self.open_new_row(row_form(self, FORM_SPECS[spec], None, **self._instead_of()), "participants")

    def _instead_of(self) -> dict[str, str]:
        """Give what a substitute of the chosen one has in common with them; nothing when no substitute is needed."""
        chosen = self.row
        if not isinstance(chosen, Participant) or not is_absent(self.meeting, chosen.id):
            return {}
        if any(participant.substitute_for == chosen.id for participant in self.meeting.participants):
            return {}
        return {"substitute_for": chosen.id, "role": chosen.role, "organisation": chosen.organisation}

    def take_words(self, words: str) -> bool:
        """Find somebody by the name that is typed; keep other words until they are known for a name or a sentence."""
        if not self.seek(words):
            self.hold(words)
        return True

    def are_settled(self, words: str) -> bool:
        """Tell whether words are a sentence, or a name: three words, or what stands before a comma."""
        from sip_tui.resources.known_words import is_sentence  # not needed for the first frame

        whole = words.rpartition(" ")[0]
        return "," in words or len(whole.split()) > 2 or is_sentence(whole)

    def form_for(self, words: str) -> FormScreen:
        """Build the form of somebody new for a name, and that of an action for a sentence: "Petra ringer skolan"."""
        from sip_tui.resources.known_words import is_sentence  # not needed for the first frame

        return TypedLineMixin.form_for(self, words) if is_sentence(words) else super().form_for(words)

    def action_mark(self, presence: str) -> None:
        """Write where the participant is, say whom it was about, and go down to the next who is not marked."""
        participant, answer = self.row, Presence(presence)
        if not isinstance(participant, Participant):
            return
        edits = set_presence(self.meeting, participant.id, answer, self.moment)
        self.write(edits)
        sentence = _("{name}: {answer}. Press {keys[undo]} to undo it.") if edits else _("{name}: {answer}, as before.")
        name, word = name_or_role(participant), presence_word(answer)
        self.notify(sentence.format(name=name, answer=word, keys=KEYS), markup=False)
        self._go_on_to(other for other in self.meeting.participants if other.presence is Presence.EXPECTED)

    def _go_on_to(self, participants: Iterable[Participant]) -> None:
        """Go down to the next of these; when none of them is below, the cursor stays where it is."""
        self.row_list.go_on_to({str(RowId("participants", other.id)) for other in participants})

    def action_missing(self, kind: str) -> None:
        """Ask why, and write what is decided about the key people who are missing (requirement 148)."""
        from sip_tui.screens.draft_dialog import ReasonDialog  # not needed for the first frame

        def decide(reason: str | None) -> None:
            """Log the decision to go on, with its reason."""
            if reason is not None:
                self.write(decide_on_missing(self.meeting, kind, self.moment, reason))

        if missing := missing_key_people(self.meeting):
            names = join_words([name_or_role(participant) for participant in missing])
            self.app.push_screen(ReasonDialog(Content(plain(_(DECISIONS[kind]).format(names=names)))), decide)

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
        self._go_on_to(
            other
            for other in self.meeting.participants
            if not other.presented and not is_absent(self.meeting, other.id)
        )

    def action_all_oral(self) -> None:
        """Write that the person consents by word of mouth to everybody."""
        edits = consent_to_all(self.meeting, self.day)
        asked = {edit.row for edit in edits if edit.field == "consent"}
        self.write(edits)
        names = join_words([name_or_role(other) for other in self.meeting.participants if other.id in asked])
        if names:
            self.tell_consent(_("Consent: {name}").format(name=names), Consent.ORAL, is_new=True)
        else:
            self.notify(_("There is already an answer for everyone here."), markup=False)
