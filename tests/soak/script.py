"""The meeting as it is written in ``meeting.txt``: who does what, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sip_tui.meeting.time.agenda import PHASES

MEETING = Path(__file__).with_name("meeting.txt")
CHAIR, SECRETARY = "ORDF", "SEKR"
WRITES, SPEAKS = "skriver", "ordet"
VERBS = {
    CHAIR: frozenset({"öppnar", "upprop", "del", SPEAKS, "ord", "åtgärd", "paus", "åter", "avslutar"}),
    SECRETARY: frozenset({WRITES, "ord", "åtgärd"}),
}
"""What each of the two can be asked to do."""
_LINE = re.compile(r"(\d\d)\.(\d\d)  (\S+) *(?:> (\S+) ?)?(.*)")


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that one of the two does."""

    at: float
    """Seconds since the meeting began."""
    who: str
    """CHAIR or SECRETARY."""
    verb: str
    text: str
    phase: str
    """The phase that the meeting is in then."""


def read_script(text: str) -> tuple[Deed, ...]:
    """Give the deeds of a meeting in their order; raise ValueError for a line that is none."""
    return tuple(_deeds(text))


def first_minutes(deeds: tuple[Deed, ...], minutes: float) -> tuple[Deed, ...]:
    """Give the deeds of the beginning."""
    return tuple(deed for deed in deeds if deed.at < minutes * 60)


def _deeds(text: str) -> Iterator[Deed]:
    phase = PHASES[0]
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        deed = _deed(line, phase)
        if deed.verb == "del":
            phase = deed.text
        yield deed


def _deed(line: str, phase: str) -> Deed:
    if not (found := _LINE.fullmatch(line)):
        raise ValueError(f"not a line of a meeting: {line!r}")
    minutes, seconds, who, verb, text = found.groups()
    at = int(minutes) * 60.0 + int(seconds)
    if who not in VERBS:
        # Somebody says something: the chair gives them the floor.
        return Deed(at, CHAIR, SPEAKS, who, phase)
    verb = verb or WRITES
    if verb not in VERBS[who]:
        raise ValueError(f"nobody can do this: {line!r}")
    return Deed(at, who, verb, text, phase)
