"""The time screen: the phases with their clock, the break, and who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.people.floor import end_turns
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.replan import accept_minutes, propose_minutes
from sip_tui.screens.chair import MINUTES, ChairScreen
from sip_tui.screens.commands import command
from sip_tui.screens.keymap import Key
from sip_tui.screens.time.guidance_card import GuidanceCard, GuidancePanel, OwnLines
from sip_tui.screens.time.layout import TimeGrid
from sip_tui.screens.time.needed import needed_commands
from sip_tui.screens.time.phase_panels import (
    LargeDigits,
    PhaseBar,
    PhaseDigits,
    PhaseList,
    PhaseWords,
    PlanPrompt,
)
from sip_tui.screens.time.speaker_list import SpeakerList
from sip_tui.screens.turned_pages import MORE_TO_SAY, Turned, TurnedPagesMixin
from sip_tui.widgets.live_static import FRAME
from sip_tui.widgets.meeting_lines import QuestionsLeft, SideList

TALL = 50
"""Lines from which the clock is still larger in a broad terminal."""
ROOMY = (120, 36)
"""Columns and lines of a terminal in which the clock is drawn twice as large."""


class TimeScreen(TurnedPagesMixin, ChairScreen):
    """The chair's first screen: large digits, five phases, one key for each command."""

    MODE = "time"
    HELP = N_(
        "Lead the meeting through its five parts. Press {keys[phase.next]} to open the meeting, and then for the "
        "next part. Press a number to let someone speak, and the same number again when they have finished. The "
        "clock stops during a break, and when you stop it."
    )
    BINDINGS = [
        command(
            "phase.next",
            f"{Key.NEXT_PART},{Key.RIGHT}",
            "phase(1)",
            N_("Next part"),
            N_("Open the meeting, or go on"),
            show=True,
        ),
        command(
            "phase.back",
            f"{Key.PREVIOUS_PART},{Key.LEFT_ARROW}",
            "phase(-1)",
            N_("Previous part"),
            N_("Go back to the previous part"),
        ),
        command(
            "phase.more", Key.MORE_TIME, "more(5)", N_("5 min more"), N_("Give this part five minutes more"), show=True
        ),
        command("phase.less", Key.LESS_TIME, "more(-5)", N_("5 min less"), N_("Give this part five minutes less")),
        MORE_TO_SAY,
        command("plan.minutes", Key.CHANGE, "minutes_of_phases", N_("Length"), N_("Set the times of the parts")),
        command(
            "plan.accept",
            Key.NEW_TIMES,
            "new_times",
            N_("New times"),
            N_("Use the suggested times; before the meeting, those that earlier meetings took"),
        ),
        command("plan.day", Key.DETAILS, "long_day", N_("End and lunch"), N_("When it ends by the clock, and lunch")),
        command(
            "clock.pause",
            Key.CLOCK,
            "pause",
            N_("Stop the clock"),
            N_("The clock stands still until you start it again"),
            show=True,
        ),
        command("clock.pause", Key.CLOCK, "run", N_("Start the clock"), N_("Start the clock again"), show=True),
        command(
            "meeting.about",
            Key.MEETING,
            "about",
            N_("The meeting"),
            N_("Purpose, chair, secretary, follow-up"),
            show=True,
        ),
        MINUTES,
    ]
    DEFAULT_CSS = """
    TimeScreen {
        #time-grid { grid-size: 2; grid-columns: 1fr 1fr; grid-rows: 12 1fr; }
        #clocks { border-right: solid $border-blurred; }
        #guidance { column-span: 2; }
        #people SideList { display: none; }
        #clocks OwnLines { display: none; }
        &.-wide #people SideList { display: block; }
        &.-wide #clocks OwnLines { display: block; }
        &.-wide #clocks OwnLines.-silent { display: none; }
        #clocks.-low QuestionsLeft, &.-before #clocks.-low PhaseBar { display: none; }
        &.-closed #clocks PhaseDigits, &.-closed #clocks LargeDigits, &.-closed #clocks PhaseBar { display: none; }
        &.-wide #time-grid { grid-size: 3; grid-columns: 42 1fr 1fr; grid-rows: 1fr; }
        &.-wide #clocks > * { padding: 0; }
        &.-wide GuidanceCard { padding: 0 1 0 0; }
        &.-wide PhaseDigits { margin: 0; }
        &.-wide PhaseBar { height: 2; }
        &.-wide PhaseList { height: 6; }
        &.-wide #guidance { column-span: 1; }
        PhaseDigits { display: block; }
        LargeDigits { display: none; }
        &.-wide.-roomy #time-grid { grid-columns: 46 42 1fr; }
        &.-wide.-roomy PhaseDigits { display: none; }
        &.-wide.-roomy LargeDigits { display: block; }
        &.-wide.-roomy.-broad #time-grid { grid-columns: 72 52 1fr; }
        &.-wide.-tall.-broad LargeDigits { height: 14; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.update_classes(self._stage_classes, update=False)  # styled once, as with those of its size

    @property
    def _stage_classes(self) -> dict[str, bool]:
        return {"-closed": self.timing.closed is not None, "-before": self.timing.opened is None}

    @property
    def size_classes(self) -> dict[str, bool]:
        """Draw the clock twice as large where there is room for it."""
        is_roomy = self.columns >= ROOMY[0] and self.app.size.height >= ROOMY[1]
        return {**super().size_classes, "-roomy": is_roomy, "-tall": self.app.size.height >= TALL}

    def compose_body(self) -> ComposeResult:
        """Yield clocks, people and guidance."""
        yield self.following(PlanPrompt())
        with TimeGrid(id="time-grid"):
            with Vertical(id="clocks", classes=FRAME):
                for part in (PhaseWords, PhaseDigits, LargeDigits, PhaseBar, PhaseList, QuestionsLeft, OwnLines):
                    yield self.following(part())
            with Vertical(id="people"):
                yield self.following(SpeakerList(classes=FRAME))
                yield self.following(SideList("actions"))
                yield self.following(SideList("terms"))
            with GuidancePanel(id="guidance", classes=FRAME):
                yield self.following(GuidanceCard())

    def refresh_content(self) -> None:
        """Show the purpose on the edge above the guidance, where it costs no line (requirement 187)."""
        self.update_classes(self._stage_classes, animate=False)
        self.query_one(GuidancePanel).show_titles(self.meeting, closed=self.timing.closed is not None)
        self.query_one("#clocks").border_title = Content(_("Time"))
        self.query_one(TimeGrid).share_lines()

    @property
    def needed_commands(self) -> tuple[str, ...]:
        """What comes first on the key line now."""
        return needed_commands(self.timing, has_new_times=bool(propose_minutes(self.meeting, self.timing)))

    @property
    def hidden_commands(self) -> frozenset[str]:
        """The key of the clock during a break, which has its own."""
        return super().hidden_commands | frozenset({"clock.pause"} if self.timing.on_break else ())

    def on_resize(self) -> None:
        """Fit the clock and the lists to another size of the terminal."""
        self.update_classes(self.size_classes, animate=False)
        self.call_after_refresh(self.refresh_content)

    def action_long_day(self) -> None:
        """Open the form of a long meeting: its end by the clock, and lunch."""
        from sip_tui.screens.time.long_day import long_day_form  # not needed for the first frame

        self.app.push_screen(long_day_form(self))

    def on_mount(self) -> None:
        """Mention the times of the last meeting, when a follow-up is opened that has not begun."""
        if self.meeting.about.previous and agenda.stage_of(self.meeting) is agenda.Stage.BEFORE and self.is_chair:
            self.set_timer(1.0, self._mention_times)

    @work
    async def _mention_times(self) -> None:
        from sip_tui.screens.time.earlier_times import mention_times  # not needed for the first frame

        await mention_times(self)

    def action_new_times(self) -> None:
        """Take the proposed minutes; before the meeting, offer those of earlier meetings."""
        if agenda.stage_of(self.meeting) is agenda.Stage.BEFORE:
            self._offer_times()
        elif proposed := propose_minutes(self.meeting, self.timing):
            self.write(accept_minutes(self.meeting, proposed))

    @work(exclusive=True)
    async def _offer_times(self) -> None:
        from sip_tui.screens.time.earlier_times import offer_times  # not needed for the first frame

        await offer_times(self)

    def action_about(self) -> None:
        """Open the form about the meeting."""
        from sip_tui.screens.time.forms import about_form

        self.app.push_screen(about_form(self))

    def action_minutes_of_phases(self) -> None:
        """Open the form with the minutes of each phase."""
        from sip_tui.screens.time.forms import minutes_form

        self.app.push_screen(minutes_form(self))

    @property
    def turned(self) -> Sequence[Turned]:
        """What has more lines than there is room for, also of what this meeting adds."""
        return [*super().turned, *(lines for lines in self.walk_children(OwnLines) if lines.display and lines.has_more)]

    def action_more(self, minutes: int) -> None:
        """Give the phase more minutes, or fewer."""
        if self.timing.phase:
            self.write(agenda.add_minutes(self.meeting, self.timing.phase, minutes))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Name the one key that stops and starts the clocks by what it does now."""
        if action in {"pause", "run"} and (self.timing.paused is None) is (action == "run"):
            return False
        return super().check_action(action, parameters)

    def action_pause(self) -> None:
        """Stop the clocks and end the turn."""
        moment = self.moment
        self.write((*end_turns(self.meeting, moment), *agenda.pause(moment)))

    def action_run(self) -> None:
        """Start the clocks again."""
        self.write(agenda.resume(self.moment))
