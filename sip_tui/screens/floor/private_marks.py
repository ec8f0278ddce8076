"""The chair's private mark: who, and how they seem, in three key presses (requirement 202)."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.meeting import Participant
from sip_tui.meeting.people.attendance import in_round_order, is_absent
from sip_tui.meeting.people.floor import speaker_numbers
from sip_tui.meeting.time.cues import Mood, add_reaction
from sip_tui.phrasing.wording import name_or_role, role_or_kind
from sip_tui.screens.base import SipScreen
from sip_tui.screens.choice_dialog import ChoiceDialog
from sip_tui.screens.commands import command
from sip_tui.widgets.safe_text import fit_or_more, plain

MARKS: Mapping[str, str] = {
    Mood.SAD: N_("sad"),
    Mood.TIRED: N_("tired"),
    Mood.WORRIED: N_("worried"),
    Mood.ANGRY: N_("angry"),
    Mood.RELIEVED: N_("relieved"),
    Mood.WELL: N_("fine"),
}
"""How somebody seems, as the chair says it."""


class MoodDialog(ChoiceDialog):
    """How somebody seems; a command for each answer, whose key can be another one than its number."""

    HELP = N_("Press the number for how they seem. Only those who chair see it. Press Esc to leave no note.")
    BINDINGS = [
        command(f"mark.{mark}", str(number), f"number({number})", word, N_("How someone seems; only for you"))
        for number, (mark, word) in enumerate(MARKS.items(), 1)
    ]


def open_marks(screen: SipScreen, who: str = "") -> None:
    """Ask the chair who it is about, by the digit that they have on every screen, and then how they seem."""
    meeting = screen.meeting
    here = [participant for participant in in_round_order(meeting) if not is_absent(meeting, participant.id)]
    title = Content.styled(_("How does someone seem? Only those who chair see it."), "bold")
    people = [(participant.id, _line(participant)) for participant in here]

    def ask(chosen: str | None) -> None:
        """Ask how the chosen one seems."""
        if participant := screen.meeting.participant(chosen or ""):
            _ask_mood(screen, participant)

    screen.app.push_screen(ChoiceDialog(title, people, who, speaker_numbers(meeting)), ask)


def _ask_mood(screen: SipScreen, participant: Participant) -> None:
    name = name_or_role(participant)

    def write(mark: str | None) -> None:
        """Write the mark; what it is stays unsaid, for they may sit beside the chair."""
        if mark is not None:
            screen.write(add_reaction(screen.meeting, participant.id, Mood(mark), screen.moment))
            told = _("Noted about {name}. Only those who chair see it. Press {keys[undo]} to undo it.")
            screen.notify(told.format(name=name, keys=KEYS), markup=False)

    title = Content.styled(plain(_("How does {name} seem?").format(name=name)), "bold")
    screen.app.push_screen(MoodDialog(title, [(mark, Content(_(word))) for mark, word in MARKS.items()]), write)


def _line(participant: Participant) -> Content:
    return Content(f"{fit_or_more(name_or_role(participant), 27)}{plain(role_or_kind(participant))}")
