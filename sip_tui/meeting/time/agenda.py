"""The five phases of the meeting circle, and what the chair does with time (F01, F02; seed rows 14–40)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from sip_tui.meeting.log.change import Edit, EditContext, as_edits
from sip_tui.meeting.model.meeting import Meeting

PHASES = ("opening", "situation", "needs", "summary", "closing")
"""Inledning, aktuell situation, behov, sammanfattning, avslutning (seed rows 14, 21, 25, 33, 40)."""
PHASE_SHARES = (10, 20, 45, 15, 10)
"""Percent of the meeting; most of it for the needs (seed row 26)."""


def default_minutes(minutes: int) -> dict[str, int]:
    """Share whole minutes out over the phases by the largest remainder; the sum is kept."""
    exact = [minutes * share for share in PHASE_SHARES]
    whole = [part // 100 for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: (-(exact[i] % 100), -PHASE_SHARES[i]))
    for index in by_remainder[: minutes - sum(whole)]:
        whole[index] += 1
    return dict(zip(PHASES, whole, strict=True))


def planned_minutes(meeting: Meeting) -> dict[str, int]:
    """Minutes for each phase: what was set, else the share of the meeting."""
    plan = default_minutes(meeting.about.minutes)
    plan.update({one.id: one.minutes for one in meeting.phases if one.id in plan and one.minutes is not None})
    return plan


def adjacent_phase(phase: str, step: int) -> str | None:
    """The phase before (-1) or after (+1); None at the ends of the circle."""
    if not phase:
        return PHASES[0] if step > 0 else None
    pairs = list(pairwise(PHASES))
    wanted = dict(pairs) if step > 0 else {b: a for a, b in pairs}
    return wanted.get(phase)


def open_meeting(meeting: Meeting, moment: EditContext) -> tuple[Edit, ...]:
    """Open the meeting in its first phase; nothing when it is open."""
    if any(one.kind == "open" for one in meeting.events):
        return ()
    return log_event(moment, "open", phase=PHASES[0])


def enter_phase(meeting: Meeting, phase: str, moment: EditContext) -> tuple[Edit, ...]:
    """Go to a phase, forwards or back; opens the meeting when it is not open."""
    if not any(one.kind == "open" for one in meeting.events):
        return log_event(moment, "open", phase=phase)
    return log_event(moment, "phase", phase=phase)


def add_minutes(meeting: Meeting, phase: str, more: int) -> tuple[Edit, ...]:
    """Give a phase more minutes, or fewer; never below zero."""
    minutes = max(planned_minutes(meeting)[phase] + more, 0)
    return (Edit("phases", phase, "minutes", minutes),)


def set_minutes(minutes: Mapping[str, int]) -> tuple[Edit, ...]:
    """Set aside so many minutes for each phase named; never fewer than none."""
    return tuple(Edit("phases", phase, "minutes", max(one, 0)) for phase, one in minutes.items() if phase in PHASES)


def pause(moment: EditContext) -> tuple[Edit, ...]:
    """Stop all clocks."""
    return log_event(moment, "pause")


def start_break(moment: EditContext) -> tuple[Edit, ...]:
    """Begin a break: all clocks stand still, and the time since the last break begins anew after it."""
    return log_event(moment, "break")


def resume(moment: EditContext) -> tuple[Edit, ...]:
    """End the pause or the break."""
    return log_event(moment, "resume")


def snooze_break(moment: EditContext) -> tuple[Edit, ...]:
    """Put the break off for a few minutes."""
    return log_event(moment, "snooze")


def close_meeting(moment: EditContext) -> tuple[Edit, ...]:
    """Close the meeting (seed row 88)."""
    return log_event(moment, "close")


def log_event(moment: EditContext, kind: str, *, phase: str = "", text: str = "") -> tuple[Edit, ...]:
    """Write down that something happened now."""
    fields = [("kind", kind), ("at", moment.iso), ("phase", phase), ("text", text)]
    return as_edits("events", moment.row, [(name, value) for name, value in fields if value])
