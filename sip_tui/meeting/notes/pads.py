"""The pads: a long text travels as the place where it changed, never as a whole (design §2)."""

from __future__ import annotations

from collections.abc import Callable

from sip_tui.meeting.log.change import Edit, as_edits
from sip_tui.meeting.model.enums import Seat
from sip_tui.meeting.model.meeting import Meeting


def pad_id(phase: str, seat: str) -> str:
    """The row of the pad that belongs to a phase and a seat."""
    return f"{phase}-{seat}"


def is_secretary_seat(seat: str) -> bool:
    """True for the secretary, and for a second one: "secretary-2"."""
    return seat == Seat.SECRETARY or seat.startswith(f"{Seat.SECRETARY}-")


def secretary_texts(meeting: Meeting, phase: str) -> tuple[str, ...]:
    """What the secretaries have written in a phase, the first secretary first; empty pads are left out."""
    pads = sorted((one.seat, one.text) for one in meeting.notes if one.phase == phase and is_secretary_seat(one.seat))
    return tuple(text for _seat, text in pads if text.strip())


def write_pad(meeting: Meeting, phase: str, seat: str, text: str) -> tuple[Edit, ...]:
    """Make the pad read ``text``: one splice, and for a new pad where it belongs."""
    before = meeting.pad_text(phase, seat)
    if before == text:
        return ()
    row = pad_id(phase, seat)
    place = () if before else as_edits("notes", row, [("phase", phase), ("seat", str(seat))])
    return (*place, Edit("notes", row, "text", smallest_splice(before, text)))


def smallest_splice(before: str, after: str) -> list[int | str]:
    """The smallest ``[at, gone, text]``, in code points, that turns one text into the other."""
    b, a = len(before), len(after)
    start = _longest(lambda low, high: before[low:high] == after[low:high], min(b, a))
    end = _longest(lambda low, high: before[b - high : b - low] == after[a - high : a - low], min(b, a) - start)
    return [start, b - start - end, after[start : a - end]]


def _longest(alike: Callable[[int, int], bool], most: int) -> int:
    """How far two texts are alike, by halving: texts are long, changes small, and slices compare fast."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if alike(low, middle) else (low, middle - 1)
    return low
