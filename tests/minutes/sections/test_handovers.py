"""Who took over the chair or the notes during the meeting, in the full minutes and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sip_tui.meeting.model.meeting import Event
from tests.helpers.meetings import START, meeting, written

TOOK_OVER = "took over the notes"


def test_a_handover_is_told_with_its_time() -> None:
    start = meeting()
    at = START + timedelta(minutes=20)
    over = (
        Event(id="o1", kind="office", at=at, text="secretary: p3"),
        Event(id="o2", kind="office", at=at, text="chair: nobody known"),
        Event(id="o3", kind="office", at=at, text="timekeeper: p3"),
    )
    held = replace(start, events=(*start.events, *over))
    full, without = written(held, "full").splitlines(), written(start, "full").splitlines()
    told = [line for line in full if TOOK_OVER in line]
    assert len(told) == 1
    assert told[0] not in without
    assert TOOK_OVER not in written(held, "mail")
