"""The chair's screens: digits give the floor, and every command is one key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from rich.cells import cell_len

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.floor import MAX_DIGITS, give_floor, speaker_numbers, speakers
from sip_tui.meeting.time.agenda import Stage, adjacent_phase, snooze_break, stage_of
from sip_tui.meeting.time.timeline import Timing, timing_at
from sip_tui.phrasing.wording import first_name, name_or_role, number_text
from sip_tui.screens.base import SipScreen
from sip_tui.screens.capabilities import SeeksRows
from sip_tui.screens.commands import command, is_available
from sip_tui.screens.keymap import Key
from sip_tui.screens.next_part import NextPartMixin
from sip_tui.screens.typed_line import TypedLineMixin
from sip_tui.widgets.safe_text import fit_width, plain

LEAST_NAME = 8
"""Minimum cells of a name in a column."""

MINUTES = command(
    "minutes",
    Key.MINUTES,
    "go_to_minutes",
    N_("Documents"),
    N_("Minutes, papers and the invitation: look through and save, with personal data hidden"),
    show=True,
)
"""What is left to do when the meeting has been closed, on the screens whose other keys have nothing to do then."""


class ChairScreen(NextPartMixin, TypedLineMixin, SipScreen):
    """A screen that the chair leads from: digits give the floor, and every key is one key."""

    BINDINGS = [
        command("phase.next", Key.NEXT_PART, "phase(1)", N_("Next part"), N_("Open the meeting, or go on"), show=True),
        command("phase.back", Key.PREVIOUS_PART, "phase(-1)", N_("Previous part"), N_("Go back to the previous part")),
        *(
            command(
                f"floor.{n}",
                str(n),
                f"floor({n})",
                N_("Talk"),
                N_("Let this person speak; before the meeting and under Who is here: choose the line"),
            )
            for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)
        ),
        command(
            "word.raise",
            Key.EXPLAIN,
            "raise_word",
            N_("Explain a word"),
            N_("Write down a word someone did not understand, and who said it"),
        ),
        command("break.snooze", Key.LATER, "snooze", N_("Later"), N_("Put the break off for five minutes")),
        command("lost.seen", Key.SEEN, "lost_seen", N_("Seen"), N_("Mark that you have seen what was overwritten")),
        command("lost.back", Key.KEEP_OTHER, "lost_back", N_("Keep the other"), N_("Keep the other text")),
        command(
            "go.situation",
            Key.GO_SITUATION,
            "app.go('situation')",
            N_("Situation"),
            N_("How each person sees it, current help"),
        ),
        command("go.script", Key.GO_SCRIPT, "app.go('script')", N_("Script"), N_("Checklist, script, question cards")),
        command(
            "go.summary",
            Key.GO_SUMMARY,
            "app.go('summary')",
            N_("Summary"),
            N_("The text to read out, and the round after it"),
        ),
        command(
            "go.ending",
            Key.GO_WRAP_UP,
            "app.go('wrap_up')",
            N_("Before you go home"),
            N_("How the meeting was, who coordinates the plan, when you meet again"),
        ),
        command("go.after", Key.DELIVER, "deliver", N_("What happens now"), N_("Who gets what, and what is left")),
        command(
            "go.history",
            Key.OVER_TIME,
            "app.go('history')",
            N_("History"),
            N_("Progress from meeting to meeting, on a line"),
        ),
        command("go.board", Key.GO_BOARD, "app.go('board')", N_("Board"), N_("Large, and for everyone in the room")),
        command("list.find", Key.FIND, "find_row", N_("Find"), N_("Type letters for a name, numbers for a row")),
        command("undo", Key.UNDO, "app.undo", N_("Undo"), N_("Undo what you did last")),
        command("redo", Key.REDO, "app.redo", N_("Redo"), N_("Redo what you undid")),
    ]

    @property
    def command_names(self) -> dict[str, str]:
        """Before the meeting the key of the next part opens it."""
        return {"phase.next": _("Open the meeting")} if stage_of(self.meeting) is Stage.BEFORE else {}

    @property
    def hidden_commands(self) -> frozenset[str]:
        """In the last part the key of the next one, which then says how the meeting is closed."""
        is_last = bool(self.timing.phase) and not adjacent_phase(self.timing.phase, 1)
        return super().hidden_commands | (frozenset({"phase.next"}) if is_last else frozenset())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now: no part before the first, no break that is not due."""
        now = is_available(action, self.meeting)
        if now and self.now and not _has_use(action, parameters, timing_at(self.meeting, self.now)):
            return None
        return super().check_action(action, parameters) if now else now

    async def action_deliver(self) -> None:
        """Go to what happens now that the meeting is closed."""
        await self.run_action("app.go('after')")

    async def action_go_to_minutes(self) -> None:
        """Open the review of the minutes."""
        await self.run_action("app.minutes")

    def action_floor(self, digit: int) -> None:
        """Give the floor to the one whose digit it is; 0 is the tenth."""
        who = self.numbered(digit)
        if who in {speaker.id for speaker in speakers(self.meeting)}:
            self.write(give_floor(self.meeting, who, self.timing.phase, self.moment))
        elif participant := self.meeting.participant(who):
            self.notify(_("{name} is not here.").format(name=name_or_role(participant)), markup=False)

    def numbered(self, digit: int) -> str:
        """Return the id of the participant whose digit it is; 0 is the tenth."""
        return self.number_of(digit or MAX_DIGITS)

    def number_of(self, number: int) -> str:
        """Return the id of the participant who has a number; empty when nobody has."""
        return next((row for row, own in speaker_numbers(self.meeting).items() if own == number), "")

    def action_raise_word(self) -> None:
        """Raise a word from wherever the chair is: the prompt then says whom to ask (requirement 201)."""
        from sip_tui.screens.forms.row_forms import row_form  # not needed for the first frame
        from sip_tui.screens.forms.specs import FORM_SPECS

        self.app.push_screen(row_form(self, FORM_SPECS["term"]))

    def action_find_row(self) -> None:
        """Find somebody on the floor screen: the way to give the floor to one without a digit."""
        self.app.call_later(self._find_on_floor)

    async def _find_on_floor(self) -> None:
        await self.run_action("app.go('floor')")
        if isinstance(self.app.screen, SeeksRows):
            self.app.screen.action_find_row()

    def action_snooze(self) -> None:
        """Put a due break off for five minutes."""
        if self.timing.break_due:
            self.write(snooze_break(self.moment))
            self.notify(_("The break is put off for five minutes."))


def _has_use(action: str, parameters: tuple[object, ...], at: Timing) -> bool:
    """Tell whether a command would do something: there is a part to go back to, and a break to put off."""
    if action == "phase":
        return parameters == (1,) or bool(adjacent_phase(at.phase, -1))
    return action != "snooze" or at.break_due


def digit_of(numbers: Mapping[str, int], participant: str) -> str:
    """Return a participant's number as it is typed, 0 for the tenth; all are as wide as the widest is."""
    return f"{number_text(numbers.get(participant, -1)):>{number_width(numbers)}}"


def number_width(numbers: Mapping[str, int]) -> int:
    """Return the cells that the widest of some numbers takes."""
    return max((len(number_text(number)) for number in numbers.values()), default=1)


def speaker_names(meeting: Meeting, room: int) -> dict[str, str]:
    """Return the names of the speakers as a column; without room for all of them the first names."""
    names = {speaker.id: plain(name_or_role(speaker)) for speaker in speakers(meeting)}
    if max(map(cell_len, names.values()), default=0) > room:
        first = Counter(map(first_name, names.values()))
        names = {row: short if first[short := first_name(name)] == 1 else name for row, name in names.items()}
    width = min(max(map(cell_len, names.values()), default=0), max(room, LEAST_NAME))
    return {row: fit_width(name, width) for row, name in names.items()}


def silence_words(turns: int, room: int) -> str:
    """Return that somebody has never had the floor, or had ``turns`` but none in this part, in ``room`` cells."""
    if turns:
        whole, short = f"○ {_('not in this part')}", f"○ {_('not this part')}"
    else:
        whole, short = f"○ {_('not spoken yet')}", f"○ {_('not yet')}"
    return whole if cell_len(whole) <= room else short
