"""What each part of a meeting took in earlier ones: the median, without the times that stand out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import PHASES, Stage, stage_of
from sip_tui.meeting.time.timeline import timing_at

SHORTEST = 10
"""Minutes of a meeting that tells anything; what is shorter was opened by mistake."""
LEEWAY = 3.0
"""Minutes that a time may always differ from the middle one."""


def minutes_spent(meeting: Meeting) -> dict[str, float] | None:
    """How many minutes each phase took in a closed meeting; None for one that tells nothing."""
    ends = [event.at for event in meeting.events if event.kind == "close" and event.at]
    if stage_of(meeting) is not Stage.CLOSED or not ends:
        return None
    spent = timing_at(meeting, max(ends)).spent
    minutes = {phase: spent[phase].total_seconds() / 60 for phase in PHASES}
    return minutes if sum(minutes.values()) >= SHORTEST else None


def usual_minutes(meetings: Sequence[Mapping[str, float]]) -> dict[str, int]:
    """Return what each phase usually takes, in whole minutes.

    A meeting in which a phase was never entered says nothing of it; a phase that was entered in none is left out.
    """
    times = {phase: [spent[phase] for spent in meetings if spent[phase] > 0] for phase in PHASES}
    return {phase: _usual(found) for phase, found in times.items() if found}


def _usual(times: Sequence[float]) -> int:
    """The median of the times that are not far from it: twice the usual distance, and never less than the leeway."""
    middle = median(times)
    reach = max(2 * median(abs(time - middle) for time in times), LEEWAY)
    return round(median(time for time in times if abs(time - middle) <= reach))
