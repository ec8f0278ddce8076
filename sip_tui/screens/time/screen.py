"""Time: the phases of the circle, the break, and who speaks (F01, F02, F08, F33)."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content

from sip_tui.i18n.translation import N_
from sip_tui.meeting.people.floor import end_turns
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.replan import accept, proposal
from sip_tui.phrasing.wording import purpose_line
from sip_tui.screens.base import SipScreen
from sip_tui.screens.chair import MINUTES, ChairScreen
from sip_tui.screens.commands import command
from sip_tui.screens.notes.side_list import SideList
from sip_tui.screens.time.guidance_card import GuidanceCard, OwnLines
from sip_tui.screens.time.phase_clock import PhaseBar, PhaseDigits, PhaseWords
from sip_tui.screens.time.phase_list import PhaseList
from sip_tui.screens.time.plan_prompt import PlanPrompt
from sip_tui.screens.time.speaker_list import SpeakerList
from sip_tui.widgets.plain import plain
from sip_tui.widgets.question_lines import QuestionsLeft


class TimeScreen(ChairScreen):
    """The chair's first screen: big digits, five phases, one key for each deed."""

    PLACE = "time"
    HELP = N_(
        "Lead the meeting through its five phases. The first {keys[phase.next]} opens it. Digits give the floor; the "
        "same digit once more ends the turn. All clocks stand still during a break and while the clock is stopped."
    )
    BINDINGS = [
        command("phase.next", "n,right", "phase(1)", N_("Next phase"), N_("Open the meeting, or go on"), show=True),
        command("phase.back", "p,left", "phase(-1)", N_("Back a phase"), N_("Go back to the phase before")),
        command("phase.more", "plus", "more(5)", N_("5 min more"), N_("Give this phase five minutes more"), show=True),
        command("phase.less", "minus", "more(-5)", N_("5 min less"), N_("Give this phase five minutes less")),
        command("plan.minutes", "e", "minutes_of_phases", N_("Minutes"), N_("Set the minutes of each part")),
        command("plan.accept", "t", "replan", N_("New minutes"), N_("Take the minutes that are proposed")),
        command(
            *("clock.pause", "space", "pause", N_("Stop the clock"), N_("All clocks stand still")),
            show=True,
            key=N_("space"),
        ),
        command(
            *("clock.pause", "space", "run", N_("Start the clock"), N_("All clocks go on")),
            show=True,
            key=N_("space"),
        ),
        command(
            "meeting.about", "i", "about", N_("The meeting"), N_("Purpose, chair, secretary, follow-up"), show=True
        ),
        MINUTES,
    ]

    def compose_body(self) -> ComposeResult:
        yield PlanPrompt().data_bind(SipScreen.meeting, SipScreen.now)
        with Container(id="time-grid"):
            with Vertical(id="clocks"):
                for part in (PhaseWords, PhaseDigits, PhaseBar, PhaseList, QuestionsLeft, OwnLines):
                    yield part().data_bind(SipScreen.meeting, SipScreen.now)
            with Vertical(id="people"):
                yield SpeakerList().data_bind(SipScreen.meeting, SipScreen.now)
                yield SideList("actions").data_bind(SipScreen.meeting, SipScreen.now)
                yield SideList("terms").data_bind(SipScreen.meeting, SipScreen.now)
            with VerticalScroll(id="guidance"):
                yield GuidanceCard().data_bind(SipScreen.meeting, SipScreen.now)

    def refresh_content(self) -> None:
        """Say why they meet: on the edge above the guidance, where it costs a small terminal no line (row 187)."""
        self.query_one("#guidance").border_title = Content(plain(purpose_line(self.meeting)))

    def action_replan(self) -> None:
        if proposed := proposal(self.meeting, self.timing):
            self.write(accept(self.meeting, proposed))

    def action_about(self) -> None:
        from sip_tui.screens.time.forms import about_form

        self.app.push_screen(about_form(self))

    def action_minutes_of_phases(self) -> None:
        from sip_tui.screens.time.forms import minutes_form

        self.app.push_screen(minutes_form(self))

    def action_more(self, minutes: int) -> None:
        if self.timing.phase:
            self.write(agenda.give_minutes(self.meeting, self.timing.phase, minutes))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One key stops the clocks and starts them, and is called by what it does now."""
        if action in {"pause", "run"} and (self.timing.paused is None) is (action == "run"):
            return False
        return super().check_action(action, parameters)

    def action_pause(self) -> None:
        moment = self.moment
        self.write((*end_turns(self.meeting, moment), *agenda.pause(moment)))

    def action_run(self) -> None:
        self.write(agenda.resume(self.moment))
