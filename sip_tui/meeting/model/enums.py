"""Base types of the model: the row, and the values that its cells are limited to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import NamedTuple, TypeVar

LostValues = Mapping[str, tuple[object, ...]]
"""Field name → the values that were written at the same time and did not hold."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Row:
    """The columns that every table has.

    Rows compare by value, here and not in code that dataclass would generate for each of thirty tables: that would
    cost a twentieth of the program's start.
    """

    id: str
    order: int = 0
    deleted: bool = False
    lost: LostValues = field(default_factory=dict, hash=False)
    """Part of equality: a screen is redrawn when a conflict appears or is dismissed."""

    def __eq__(self, other: object) -> bool:
        return self.__class__ is other.__class__ and all(
            getattr(self, column.name) == getattr(other, column.name) for column in fields(self)
        )

    def __hash__(self) -> int:
        return hash((type(self), self.id, self.order, self.deleted))

    def __repr__(self) -> str:
        values = ", ".join(f"{column.name}={getattr(self, column.name)!r}" for column in fields(self))
        return f"{type(self).__name__}({values})"


RowT = TypeVar("RowT", bound=Row)


class RowId(NamedTuple):
    """The table and the id of a row; a screen also names lines of its list that stand for no row."""

    table: str
    id: str = ""

    def __str__(self) -> str:
        return f"{self.table} {self.id}".rstrip()

    @classmethod
    def parse(cls, text: str) -> RowId:
        """Read what ``str`` made of an id."""
        table, _space, row = text.partition(" ")
        return cls(table, row)


def find_row(rows: Iterable[RowT], row_id: str) -> RowT | None:
    """Look up a row by its id; None when there is none."""
    return next((row for row in rows if row.id == row_id), None)


class Presence(StrEnum):
    """Whether a participant is here (requirements 13, 20, 53)."""

    EXPECTED = "expected"
    PRESENT = "present"
    REMOTE = "remote"
    LATE = "late"
    EXCUSED = "excused"
    MISSING = "missing"
    LEFT = "left"


HERE = frozenset({Presence.PRESENT, Presence.REMOTE})
ABSENT = frozenset({Presence.EXCUSED, Presence.MISSING})


class Kind(StrEnum):
    """In what capacity a participant takes part."""

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
"""Those who are there for somebody else and are not counted among the speakers."""


class Consent(StrEnum):
    """Whether the person lets a participant share what they know, in the order that one key steps through."""

    NOT_ASKED = ""
    ORAL = "oral"
    WRITTEN = "written"
    NONE = "none"
    WITHDRAWN = "withdrawn"


class Answer(StrEnum):
    """A one-word answer to a question put in the meeting."""

    UNANSWERED = ""
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class QueueKind(StrEnum):
    """What a participant in the speaking queue asks for, the first served first."""

    REPLY = "reply"
    TURN = "turn"
    LAST = "last"


class Status(StrEnum):
    """How far an action has come (requirement 104); at a follow-up also what became of it (requirement 42)."""

    PROPOSED = "proposed"
    NEW = "new"
    ONGOING = "ongoing"
    CHANGED = "changed"
    ENDED = "ended"
    DONE = "done"
    NOT_DONE = "not done"


class Channel(StrEnum):
    """How somebody gets the plan (requirements 11, 84-87, 116)."""

    NOT_ASKED = ""
    ONLINE = "1177"
    PAPER = "paper"
    BOTH = "both"
    SECURE = "secure message"
    HANDED = "handed over"
    MAIL = "e-mail"
    SYSTEM = "system"


class Horizon(StrEnum):
    """Main goal or subgoal (requirement 30)."""

    LONG = "long"
    SHORT = "short"


class Seat(StrEnum):
    """Who writes: every pad belongs to one phase and one seat."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    BOARD = "board"


class RedactionChoice(StrEnum):
    """What is done with an identifier that was found before the minutes leave."""

    MASK = "mask"
    ROLE = "role"
    KEEP = "keep"
