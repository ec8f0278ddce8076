"""Before, while and after: how far a meeting has come."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from sip_tui.meeting.model.meeting import Meeting


class Stage(Enum):
    """How far a meeting has come."""

    BEFORE = auto()
    IN_PROGRESS = auto()
    CLOSED = auto()


def stage_of(meeting: Meeting) -> Stage:
    """Tell how far a meeting has come, by what happened last."""
    return stage_from_kinds([one.kind for one in meeting.events])


def stage_from_kinds(kinds: Sequence[str]) -> Stage:
    """Tell how far a meeting has come by the kinds of its events, in their order."""
    happened = [one for one in kinds if one in {"open", "close", "reopen"}]
    if "open" not in happened:
        return Stage.BEFORE
    return Stage.CLOSED if happened[-1] == "close" else Stage.IN_PROGRESS
