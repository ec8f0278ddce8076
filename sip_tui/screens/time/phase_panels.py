"""Panels about the phases: the clock and its bar, the list, and what the plan of time asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import zip_longest

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Digits

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import PHASES, planned_minutes
from sip_tui.meeting.time.replan import MINUTE, NEEDS, PlanWarning, plan_warnings, propose_minutes
from sip_tui.meeting.time.timeline import ZERO, Timing, timing_at
from sip_tui.phrasing.durations import countdown
from sip_tui.phrasing.wording import format_clock
from sip_tui.resources.meeting_types import MeetingType, part_name, type_of
from sip_tui.widgets.key_marks import MARKED_KEYS, with_keys
from sip_tui.widgets.live_static import LiveStatic, Prompt, UpdateWhenVisible
from sip_tui.widgets.safe_text import fit_width

BAR_WIDTH = 68
"""Cells of the bar at most."""


class PhaseWords(LiveStatic):
    """One line above the clock: what the digits count."""

    EVERY = 5
    DEFAULT_CSS = "PhaseWords { height: 1; padding: 0 1; text-style: bold; }"

    def render_content(self, now: datetime) -> Content:
        """Return what the digits count, in as many words as there is room for."""
        choices = list(_phase_words(self.meeting, self.timing(now)))
        fits = (words for words in choices if cell_len(words) <= self.content_size.width)
        return Content(next(fits, choices[-1]))

    on_resize = LiveStatic.follow


class PhaseDigits(Digits, UpdateWhenVisible):
    """Minutes and seconds left of the phase; before the meeting is opened, its minutes."""

    DEFAULT_CSS = """
    PhaseDigits { width: auto; text-style: bold; margin: 0 1; }
    PhaseDigits.-over { color: $error; }
    """

    def update_content(self, now: datetime) -> bool:
        """Show the time that is left, in the colour of an error once it is over."""
        if not self.display:
            return False
        at = timing_at(self.meeting, now)
        left = at.phase_left if at.phase else timedelta(minutes=self.meeting.about.minutes)
        self.set_class(left < timedelta(0), "-over")
        if new := self.value != countdown(left):
            self.update(countdown(left))
        return new

    on_show = UpdateWhenVisible.follow


class LargeDigits(UpdateWhenVisible):
    """The same clock larger, for a roomy terminal; each second only the cells that change are painted."""

    DEFAULT_CSS = """
    LargeDigits { height: 7; padding: 0 1; text-style: bold; }
    LargeDigits.-over { color: $error; }
    """
    _rows: tuple[str, ...] = ()

    def update_content(self, now: datetime) -> bool:
        """Show the time that is left, as large as there is room."""
        if not self.display:
            return False
        from sip_tui.screens.board.type_size import enlarged  # only a roomy terminal draws it

        at = timing_at(self.meeting, now)
        left = at.phase_left if at.phase else timedelta(minutes=self.meeting.about.minutes)
        self.set_class(left < ZERO, "-over")
        before, self._rows = self._rows, enlarged(countdown(left), *self.content_size)
        changed = changed_cells(before, self._rows)
        if changed:
            self.refresh(*changed)
        return bool(changed)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the digits."""
        row = self._rows[y] if y < len(self._rows) else ""
        return Strip([Segment(row, self.visual_style.rich_style)], len(row)).extend_cell_length(
            self.content_size.width, self.visual_style.rich_style
        )

    on_resize = on_show = UpdateWhenVisible.follow


def changed_cells(before: Sequence[str], after: Sequence[str]) -> list[Region]:
    """Return the piece of each row in which two drawings of one-cell characters differ."""
    regions = []
    for y, (old, new) in enumerate(zip_longest(before, after, fillvalue="")):
        wide = max(len(old), len(new))
        differs = [
            x for x, (one, other) in enumerate(zip(old.ljust(wide), new.ljust(wide), strict=True)) if one != other
        ]
        regions += [Region(differs[0], y, differs[-1] + 1 - differs[0], 1)] if differs else []
    return regions


class PhaseBar(LiveStatic):
    """How much of the phase has gone, drawn so that it reads without colour."""

    EVERY = 5
    DEFAULT_CSS = "PhaseBar { height: 1; padding: 0 1; }"

    def render_content(self, now: datetime) -> Content:
        """Return the bar: filled as far as the phase has gone."""
        at = self.timing(now)
        minutes = planned_minutes(self.meeting).get(at.phase, 0)
        spent = at.spent[at.phase] / timedelta(minutes=minutes) if minutes else float(bool(at.phase))
        width = min(self.content_size.width or BAR_WIDTH, BAR_WIDTH)
        full = min(round(spent * width), width)
        return Content("█" * full + "░" * (width - full))

    on_resize = LiveStatic.follow


def _phase_words(meeting: Meeting, at: Timing) -> Iterator[str]:
    """Yield what stands above the clock, in many words and in few."""
    if not at.opened:
        sentence, start = _("Press {keys[phase.next]} to open the meeting").format(keys=KEYS), meeting.about.start
        yield sentence + _(" (planned at {time})").format(time=format_clock(start)) if start else sentence
        yield sentence
    elif at.closed:
        yield _("How long the parts took")
    elif at.paused and not at.on_break:
        yield _("Stopped. Press {keys[clock.pause]} to start.").format(keys=KEYS)
        yield _("Press {keys[clock.pause]} to start.").format(keys=KEYS)
    else:
        minutes, part = planned_minutes(meeting)[at.phase], part_name(meeting, at.phase)
        is_over = at.phase_left < ZERO
        yield (
            part + _(": time is up")
            if is_over
            else _("{part}, {count} min. Time left:").format(part=part, count=minutes)
        )
        yield _("Over time by:") if is_over else _("{part}, time left:").format(part=part)
        yield _("Time left:")


NAME_WIDTH, NUMBERS_WIDTH, UNIT_WIDTH = 18, 10, 4
"""Cells for the name of a phase, for the sign and the minutes, and for the unit, which the smallest terminal omits."""


class PhaseList(LiveStatic):
    """Five lines and a sum; where there are fewer lines, the part that goes on and those next to it."""

    EVERY = 5
    DEFAULT_CSS = "PhaseList { height: 1fr; padding: 0 1; }"

    def render_content(self, now: datetime) -> Content:
        """Return a line for each phase, and the sum."""
        at, minutes = self.timing(now), planned_minutes(self.meeting)
        unit = self.content_size.width - NAME_WIDTH - NUMBERS_WIDTH
        lines = [_phase_line(self.meeting, at, phase, minutes[phase], unit) for phase in PHASES]
        total = _sum_line(at, minutes, self.meeting.about.minutes, short=unit < UNIT_WIDTH)
        here, room = PHASES.index(at.phase) if at.phase else 0, self.content_size.height or len(lines) + 1
        first = max(min(here, len(lines) - room), 0)
        return Content("\n").join([*lines, total][first : first + room])

    on_resize = LiveStatic.follow


def expected(at: Timing, minutes: Mapping[str, int]) -> dict[str, int]:
    """How long each phase will have taken: what is behind us as it was, the rest as planned or as already used."""
    here = PHASES.index(at.phase) if at.phase else 0
    used = {phase: -(-at.spent[phase] // MINUTE) if at.spent else 0 for phase in PHASES}
    return {
        phase: used[phase] if number < here else max(used[phase], minutes[phase]) for number, phase in enumerate(PHASES)
    }


def _phase_line(meeting: Meeting, at: Timing, phase: str, minutes: int, room: int) -> Content:
    """Return a part and its minutes, and how many are over where there is ``room`` behind them for the words."""
    spent = at.spent[phase] // MINUTE if at.spent else 0
    here = phase == at.phase and not at.closed
    has_begun = bool(at.phase) and PHASES.index(phase) <= PHASES.index(at.phase)
    used = _("{used} of").format(used=spent) if spent or has_begun else ""
    over = _(", {minutes} over").format(minutes=spent - minutes) if spent > minutes else ""
    unit = next((words for words in (over, " min") if words and cell_len(words) <= room), "")
    name = fit_width(part_name(meeting, phase), NAME_WIDTH)
    words = f"{'▸' if here else ' '} {name}{used:>5} {minutes:>2}{unit}"
    # A click on the part beside does what its key does, with the same questions; another one opens the minutes.
    step = PHASES.index(phase) - (PHASES.index(at.phase) if at.phase else -1)
    action = f"phase({step})" if abs(step) == 1 else "minutes_of_phases"
    return Content.styled(words, "bold" if here else "").stylize(f"@click=screen.{action}")


def _sum_line(at: Timing, minutes: Mapping[str, int], whole: int, *, short: bool) -> Content:
    """Return what all parts took together when the meeting is closed, and before that what they will have taken."""
    total = -(-sum(at.spent.values(), ZERO) // MINUTE) if at.closed else sum(expected(at, minutes).values())
    words = _("In total") if at.closed or total == whole else _("Will be in total")
    together, unit = fit_width(words, NAME_WIDTH), "" if short else " min"
    used = _("{used} of").format(used=total) if total != whole else ""
    return Content.styled(f"  {together}{used:>5} {whole:>2}{unit}", "bold $warning" if total > whole else "")


WARNINGS = {
    PlanWarning.NEEDS_NOT_LONGEST: N_("{part} should get the most time."),
    PlanWarning.LONGER_THAN_MEETING: N_("The parts are longer than the meeting."),
    PlanWarning.INTERPRETED: N_(
        "With an interpreter everything takes longer. Press {keys[meeting.about]} for more time."
    ),
    PlanWarning.LONG_FOR_CHILD: N_(
        "One part is longer than a child can manage. Press {keys[plan.minutes]} to make it shorter, or plan a break."
    ),
}


def plan_warning_sentences(meeting: Meeting, phase: str = "", keys: object = KEYS) -> Mapping[PlanWarning, str]:
    """Return what is odd about the plan from a phase on; a type with another longest part is not warned of its plan."""
    kind, longest = type_of(meeting), PlanWarning.NEEDS_NOT_LONGEST
    found = [
        warning for warning in plan_warnings(meeting, phase) if warning is not longest or not _has_other_peak(kind)
    ]
    part = part_name(meeting, NEEDS)
    return {warning: _(WARNINGS[warning]).format(keys=keys, part=part) for warning in found}


def _has_other_peak(kind: MeetingType | None) -> bool:
    return kind is not None and max(kind.shares) > kind.shares[PHASES.index(NEEDS)]


class PlanPrompt(Prompt):
    """Asks about the plan of time, softly; one key answers it."""

    DEFAULT_CSS = "PlanPrompt { text-style: none; }"

    def render_content(self, now: datetime) -> Content:
        """Return what to decide about the time, or what is odd."""
        lines = self._over(now) or self._warned(now)
        return Content("\n").join([with_keys(f"⚑ {line}") for line in lines])

    def _over(self, now: datetime) -> list[str]:
        at = self.timing(now)
        proposed = propose_minutes(self.meeting, at)
        if not proposed or at.meeting_left <= ZERO:
            return _ended(at)
        minutes = ", ".join(f"{part_name(self.meeting, phase)} {minutes}" for phase, minutes in proposed.items())
        sentence = _("There is not enough time. Press {keys[plan.accept]} for new times: {minutes}.")
        return [sentence.format(keys=MARKED_KEYS, minutes=minutes)]

    def _warned(self, now: datetime) -> list[str]:
        """Return what is odd about the plan; in an open meeting new minutes are proposed instead of a warning."""
        at = self.timing(now)
        unsaid = {PlanWarning.LONGER_THAN_MEETING} if at.opened else set()
        if at.opened and at.meeting_left <= ZERO:
            return []
        warned = plan_warning_sentences(self.meeting, at.phase, MARKED_KEYS)
        return [sentence for warning, sentence in warned.items() if warning not in unsaid]


def _ended(at: Timing) -> list[str]:
    """When the time of the whole meeting is out there is nothing to divide any more: what can be done instead."""
    if not at.opened or at.closed or at.meeting_left > ZERO:
        return []
    sentence = _("Time is up. Press {keys[phase.more]} for five more minutes or {keys[close]} to close the meeting.")
    return [sentence.format(keys=MARKED_KEYS)]
