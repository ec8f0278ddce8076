"""The board, made so that a test can read it."""

from __future__ import annotations

from textual.pilot import Pilot

from sip_tui.meeting.log.change import Edit
from tests.helpers.app_harness import AppHarness

EVERYTHING = ("needs", "goals", "actions", "terms")


async def ordinary(pilot: Pilot[int]) -> None:
    """Write the board in letters that a test can read, where there is room for large ones."""
    await pilot.press("w")
    await pilot.pause()


def one_goal(harness: AppHarness) -> tuple[Edit, ...]:
    """Leave one goal, so that everything is on one page."""
    gone = [Edit("goals", row, "deleted", True) for row in ("g1", "g3")]
    needs = harness.on_disk().needs
    return (*gone, *(Edit("needs", need.id, "deleted", True) for need in needs))
