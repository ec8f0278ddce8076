"""The agenda: the five phases, their planned minutes, and the events of the meeting (requirements 14-40, 88)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import Enum, auto

from sip_tui.meeting.log.change import Edit, EditContext, as_edits
from sip_tui.meeting.model.meeting import Meeting

PHASES = ("opening", "situation", "needs", "summary", "closing")
"""Inledning, aktuell situation, behov, sammanfattning, avslutning (requirements 14, 21, 25, 33, 40)."""
PHASE_SHARES = (10, 20, 45, 15, 10)
"""Percent of the meeting; most of it for the needs (requirement 26)."""


PUNCTUAL = timedelta(minutes=15)
"""How long before its planned time a meeting is opened without a question: everybody has come."""


class Stage(Enum):
    """How far a meeting has come."""

    BEFORE = auto()
    IN_PROGRESS = auto()
    CLOSED = auto()


def stage_of(meeting: Meeting) -> Stage:
    """Determine how far a meeting has come from its events."""
    return stage_from_kinds([event.kind for event in meeting.events])


def stage_from_kinds(kinds: Sequence[str]) -> Stage:
    """Determine how far a meeting has come from the kinds of its events, in their order."""
    happened = [kind for kind in kinds if kind in {"open", "close", "reopen"}]
    if "open" not in happened:
        return Stage.BEFORE
    return Stage.CLOSED if happened[-1] == "close" else Stage.IN_PROGRESS


def default_minutes(minutes: int) -> dict[str, int]:
    """Divide whole minutes over the phases by ``PHASE_SHARES`` and the largest remainder; the sum is kept."""
    exact = [minutes * share for share in PHASE_SHARES]
    whole = [part // 100 for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: (-(exact[i] % 100), -PHASE_SHARES[i]))
    for index in by_remainder[: minutes - sum(whole)]:
        whole[index] += 1
    return dict(zip(PHASES, whole, strict=True))


def planned_minutes(meeting: Meeting) -> dict[str, int]:
    """Minutes by phase: what was set, else the share of the meeting."""
    plan = default_minutes(meeting.about.minutes)
    return plan | {row.id: row.minutes for row in meeting.phases if row.id in plan and row.minutes is not None}


def usual_minutes(meeting: Meeting) -> tuple[Edit, ...]:
    """Take away the minutes that were set, so that each phase has its usual share again."""
    return tuple(Edit("phases", row.id, "minutes", None) for row in meeting.phases if row.minutes is not None)


def adjacent_phase(phase: str, step: int) -> str | None:
    """The phase before (-1) or after (+1); None outside the circle. Before the opening (""), the first comes next."""
    at = (PHASES.index(phase) if phase in PHASES else -1) + step
    return PHASES[at] if 0 <= at < len(PHASES) else None


def is_opened(meeting: Meeting) -> bool:
    """Check whether the meeting has been opened."""
    return stage_of(meeting) is not Stage.BEFORE


def days_early(meeting: Meeting, now: datetime) -> int:
    """How many days there are from now, a local time, to the planned day; 0 when it is open or has no day."""
    planned = meeting.about.start
    if planned is None or is_opened(meeting):
        return 0
    return max((planned.astimezone(now.tzinfo).date() - now.date()).days, 0)


def time_early(meeting: Meeting, now: datetime) -> timedelta:
    """How long it is from now, a local time, to the planned beginning; zero when it is open or has none."""
    planned = meeting.about.start
    return timedelta(0) if planned is None or is_opened(meeting) else planned.astimezone(now.tzinfo) - now


def is_early(meeting: Meeting, now: datetime) -> bool:
    """Check whether to ask before the meeting is opened."""
    return time_early(meeting, now) > PUNCTUAL


def open_meeting(meeting: Meeting, context: EditContext) -> tuple[Edit, ...]:
    """Open the meeting in its first phase; nothing when it has been opened."""
    return () if is_opened(meeting) else log_event(context, "open", phase=PHASES[0])


def enter_phase(meeting: Meeting, phase: str, context: EditContext) -> tuple[Edit, ...]:
    """Go to a phase, forwards or back; opens the meeting when it is not open."""
    return log_event(context, "phase" if is_opened(meeting) else "open", phase=phase)


def add_minutes(meeting: Meeting, phase: str, more: int) -> tuple[Edit, ...]:
    """Give a phase more minutes, or fewer; never below zero."""
    return set_minutes({phase: planned_minutes(meeting)[phase] + more})


def set_minutes(minutes: Mapping[str, int]) -> tuple[Edit, ...]:
    """Set the minutes of each phase named; never below zero."""
    return tuple(Edit("phases", phase, "minutes", max(count, 0)) for phase, count in minutes.items() if phase in PHASES)


def pause(context: EditContext) -> tuple[Edit, ...]:
    """Stop all clocks."""
    return log_event(context, "pause")


def start_break(context: EditContext) -> tuple[Edit, ...]:
    """Begin a break: all clocks stop, and the time since the last break starts over after it."""
    return log_event(context, "break")


def resume(context: EditContext) -> tuple[Edit, ...]:
    """End the pause or the break."""
    return log_event(context, "resume")


def snooze_break(context: EditContext) -> tuple[Edit, ...]:
    """Put the break off for a few minutes."""
    return log_event(context, "snooze")


def close_meeting(context: EditContext) -> tuple[Edit, ...]:
    """Close the meeting."""
    return log_event(context, "close")


def log_event(
    context: EditContext, kind: str, *, phase: str = "", text: str = "", reason: str = ""
) -> tuple[Edit, ...]:
    """Log that something happened now."""
    fields = [("kind", kind), ("at", context.iso), ("phase", phase), ("text", text), ("reason", reason)]
    return as_edits("events", context.row, [(name, value) for name, value in fields if value])
