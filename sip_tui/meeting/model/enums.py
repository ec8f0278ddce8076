"""The words that a cell may hold: where somebody is, in what capacity, how far an action has come."""

from __future__ import annotations

from enum import StrEnum


class Presence(StrEnum):
    """Where a participant is (seed rows 13, 20, 53; S3 on absentees)."""

    EXPECTED = "expected"
    PRESENT = "present"
    REMOTE = "remote"
    LATE = "late"
    EXCUSED = "excused"
    MISSING = "missing"
    LEFT = "left"


class Kind(StrEnum):
    """In what capacity somebody takes part (design §10)."""

    PERSON = "person"
    KIN = "kin"
    GUARDIAN = "guardian"
    TRUSTEE = "trustee"
    ACTOR = "actor"
    INTERPRETER = "interpreter"
    SUPPORT = "support"


FAMILY = frozenset({Kind.PERSON, Kind.KIN, Kind.GUARDIAN, Kind.TRUSTEE})
"""Those whose names never leave in a mail."""
NON_SPEAKING = frozenset({Kind.INTERPRETER, Kind.SUPPORT})
"""Those who are in the room for somebody else, and are not counted among the speakers."""
HERE = frozenset({Presence.PRESENT, Presence.REMOTE})
ABSENT = frozenset({Presence.EXCUSED, Presence.MISSING})


class Status(StrEnum):
    """How far an action has come (seed row 104)."""

    PROPOSED = "proposed"
    NEW = "new"
    ONGOING = "ongoing"
    CHANGED = "changed"
    ENDED = "ended"
    DONE = "done"


class Horizon(StrEnum):
    """Main goal or subgoal (seed row 30)."""

    LONG = "long"
    SHORT = "short"


class Seat(StrEnum):
    """Who writes: every pad belongs to one phase and one seat."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    BOARD = "board"


class RedactionChoice(StrEnum):
    """What is done with words that were found before the minutes leave."""

    MASK = "mask"
    ROLE = "role"
    KEEP = "keep"
