"""The time screen: the phases with their clock, the break, and who speaks."""

from __future__ import annotations

from datetime import datetime, timedelta

from rich.cells import cell_len
from textual import work
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.floor import (
    current_speaker,
    end_turns,
    is_heard,
    long_turn_length,
    speaker_numbers,
    speakers,
    talk_times,
    turn_count,
)
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.replan import accept_minutes, propose_minutes
from sip_tui.meeting.time.timeline import Timing
from sip_tui.phrasing.wording import countdown, purpose_line
from sip_tui.screens.chair import LEAST_NAME, MINUTES, ChairScreen, digit_of, speaker_names
from sip_tui.screens.commands import command
from sip_tui.screens.keymap import Key
from sip_tui.screens.time.guidance_card import GuidanceCard, OwnLines
from sip_tui.screens.time.needed import needed_commands
from sip_tui.screens.time.phase_panels import (
    LargeDigits,
    PhaseBar,
    PhaseDigits,
    PhaseList,
    PhaseWords,
    PlanPrompt,
)
from sip_tui.widgets.header import TALL
from sip_tui.widgets.live_static import FRAME, LiveStatic
from sip_tui.widgets.meeting_lines import QuestionsLeft, SideList
from sip_tui.widgets.safe_text import plain

SPEAKS = "◀"
ROOMY = (120, 36)
"""Columns and lines of a terminal in which the clock is drawn twice as large."""


class SpeakerList(LiveStatic):
    """One line for each speaker, with the digit that gives the floor; interpreters are not speakers."""

    DEFAULT_CSS = "SpeakerList { padding: 0 1; height: 1fr; }"

    on_resize = LiveStatic.follow

    def watch_now(self) -> None:
        """Count the seconds of whoever speaks; nothing moves while nobody does."""
        if self.now is None or self._followed_at < 0 or current_speaker(self.meeting):
            super().watch_now()

    def render_content(self, now: datetime) -> Content:
        """Return a line for each speaker, as many as there is room for."""
        at = self.timing(now)
        # One look at all turns for everybody: there are hundreds at the end of an hour.
        spoken, width = talk_times(self.meeting, now), self.content_size.width
        speaker, lasted = current_speaker(self.meeting), long_turn_length(self.meeting, at, now)
        lines = []
        keys = speaker_numbers(self.meeting)
        states = []
        for participant in speakers(self.meeting):
            time = countdown(spoken.get(participant.id, timedelta(0)))
            said = _speaks(time, lasted, width - LEAST_NAME - 3)
            state = said if participant == speaker else _state(self.meeting, at, participant, time)
            states.append((participant, state))
        names = speaker_names(self.meeting, width - max((state.cell_length for _who, state in states), default=0) - 3)
        for participant, state in states:
            digit = digit_of(keys, participant.id)
            strength = "bold" if state.plain.startswith(SPEAKS) else ""
            line = Content.assemble((f"{digit} {names[participant.id]} ", strength), state)
            lines.append(line.stylize(f"@click=screen.floor({digit})") if digit.strip() else line)
        above = 0 if self.screen.has_class("-wide") else 1
        shown = _as_many(lines, self.content_size.height - above, width)
        return self.under_heading(_("Who speaks: press a number"), shown)


def _as_many(lines: list[Content], room: int, width: int) -> list[Content]:
    """Return as many lines as there is room for; instead of the last, where the others are, in few words if need be."""
    if len(lines) <= room or room < 2:
        return lines
    count = len(lines) - room + 1
    whole = _("… and {count} more. Press {keys[go.talk]} to see them.").format(count=count, keys=KEYS)
    short = _("… and {count} more ({keys[go.talk]})").format(count=count, keys=KEYS)
    return [*lines[: room - 1], Content.styled(whole if cell_len(whole) <= width else short, "italic")]


def _speaks(time: str, lasted: timedelta | None, room: int) -> Content:
    """Return that somebody speaks, and for how long in all; how long this turn, when it is long and there is room."""
    long = _("has spoken for {count} min").format(count=int(lasted.total_seconds() // 60)) if lasted else ""
    words = long if long and cell_len(f"{SPEAKS} {long}") <= room else _("speaking") + f" {time}"
    return Content.styled(f"{SPEAKS} {words}", "bold")


def _state(meeting: Meeting, at: Timing, participant: Participant, time: str) -> Content:
    if at.opened and not is_heard(meeting, participant.id, at.phase):
        return Content.styled(_("not spoken yet"), "italic")
    turns = turn_count(meeting, participant.id)
    return Content(f"{time} ({turns})" if turns else "")


class TimeScreen(ChairScreen):
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
        command("plan.minutes", Key.CHANGE, "minutes_of_phases", N_("Length"), N_("Set the times of the parts")),
        command(
            "plan.accept",
            Key.NEW_TIMES,
            "new_times",
            N_("New times"),
            N_("Use the suggested times; before the meeting those of earlier ones"),
        ),
        command("plan.day", Key.DETAILS, "long_day", N_("End and lunch"), N_("When it ends by the clock, and lunch")),
        command(
            "clock.pause",
            Key.CLOCK,
            "pause",
            N_("Stop the clock"),
            N_("The clock has stopped"),
            show=True,
        ),
        command("clock.pause", Key.CLOCK, "run", N_("Start the clock"), N_("The clock is running again"), show=True),
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
        #time-grid { layout: grid; grid-size: 2; grid-columns: 1fr 1fr; grid-rows: 13 1fr; height: 1fr; }
        #clocks { border-right: solid $border-blurred; }
        #guidance { background: $surface; column-span: 2; border-top: solid $border-blurred; }
        #guidance { border-title-color: $foreground; scrollbar-size-vertical: 1; }
        #people SideList { display: none; }
        #clocks OwnLines { display: none; }
        &.-wide #people SideList { display: block; }
        &.-wide #clocks OwnLines { display: block; }
        &.-wide #clocks OwnLines.-silent { display: none; }
        &.-wide #time-grid { grid-size: 3; grid-columns: 44 1fr 1fr; grid-rows: 1fr; }
        &.-wide #guidance { column-span: 1; }
        PhaseDigits { display: block; }
        LargeDigits { display: none; }
        &.-wide.-roomy #time-grid { grid-columns: 48 5fr 4fr; }
        &.-wide.-roomy PhaseDigits { display: none; }
        &.-wide.-roomy LargeDigits { display: block; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        # A screen that already has the class of its size is not styled twice.
        self.set_class(self._is_roomy(self.app.size), "-roomy", update=False)

    @staticmethod
    def _is_roomy(size: Size) -> bool:
        return size.width >= ROOMY[0] and size.height >= ROOMY[1]

    def compose_body(self) -> ComposeResult:
        """Yield clocks, people and guidance."""
        yield self.following(PlanPrompt())
        with Container(id="time-grid"):
            with Vertical(id="clocks", classes=FRAME):
                for part in (PhaseWords, PhaseDigits, LargeDigits, PhaseBar, PhaseList, QuestionsLeft, OwnLines):
                    yield self.following(part())
            with Vertical(id="people"):
                yield self.following(SpeakerList(classes=FRAME))
                yield self.following(SideList("actions"))
                yield self.following(SideList("terms"))
            with VerticalScroll(id="guidance", classes=FRAME):
                yield self.following(GuidanceCard())

    def refresh_content(self) -> None:
        """Show the purpose on the edge above the guidance, where it costs no line (requirement 187)."""
        purpose = plain(purpose_line(self.meeting))
        is_on_edge = self.size.height < TALL and cell_len(purpose) <= self.query_one("#guidance").size.width - 4
        self.query_one("#guidance").border_title = Content(purpose if is_on_edge else _("To say and to ask"))
        self.query_one(GuidanceCard).purpose = "" if is_on_edge or self.size.height >= TALL else purpose
        self.query_one("#clocks").border_title = Content(_("Time"))

    @property
    def needed_commands(self) -> tuple[str, ...]:
        """What comes first on the key line now."""
        return needed_commands(self.timing)

    @property
    def command_names(self) -> dict[str, str]:
        """Before the meeting the key of the next part opens it."""
        is_before = agenda.stage_of(self.meeting) is agenda.Stage.BEFORE
        return {"phase.next": _("Open the meeting")} if is_before else {}

    def on_resize(self) -> None:
        """Draw the clock twice as large where there is room for it."""
        self.set_class(self._is_roomy(self.size), "-roomy")
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
