"""What the chair needs most on the first screen in each part of the meeting: it comes first on the key line."""

from __future__ import annotations

from sip_tui.meeting.time.timeline import Timing

SCREEN_OF_PART = {"situation": ("go.situation",), "summary": ("go.summary",), "closing": ("go.ending", "close")}
"""Part of the meeting → the commands that lead to what is done in it and stand in no other line."""
AFTERWARDS = ("go.after", "minutes")
"""What is needed when the meeting is closed."""


def needed_commands(at: Timing) -> tuple[str, ...]:
    """Return what leads on, and to what is done in this part of the meeting; after it, to what happens now."""
    return AFTERWARDS if at.closed else ("phase.next", *SCREEN_OF_PART.get(at.phase, ()))
