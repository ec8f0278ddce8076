"""What the chair needs most on the first screen in each part of the meeting: it comes first on the key line."""

from __future__ import annotations

from sip_tui.meeting.time.timeline import Timing

SCREEN_OF_PART = {"situation": ("go.situation",), "summary": ("go.summary",), "closing": ("go.ending", "close")}
"""Part of the meeting → the commands that lead to what is done in it and stand in no other line."""
BREAK = {(True, False): ("break",), (False, True): ("break", "break.snooze")}
"""Whether there is a break, and whether one is due → the commands that answer it."""
AFTERWARDS = ("go.after", "minutes")
"""What is needed when the meeting is closed."""


def needed_commands(at: Timing, *, has_new_times: bool = False) -> tuple[str, ...]:
    """Return what answers a question, leads on, and to what is done in this part; afterwards to what happens now."""
    if at.closed:
        return AFTERWARDS
    answers = (*BREAK.get((at.on_break, at.break_due), ()), *(("plan.accept",) if has_new_times and at.opened else ()))
    return (*answers, "phase.next", *SCREEN_OF_PART.get(at.phase, ()))
