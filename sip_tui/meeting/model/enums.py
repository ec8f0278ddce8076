"""Base types of the model: the row, and the values that its cells are limited to."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self, TypeVar, dataclass_transform

LostValues = Mapping[str, tuple[object, ...]]
"""Field name → the values that were written at the same time and did not hold."""


ClassT = TypeVar("ClassT")
RecordT = TypeVar("RecordT", bound="Record")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(kind: type[ClassT]) -> type[ClassT]:
    """Make a class of the model a frozen dataclass with keyword arguments; it has to extend Record.

    Record has the methods, and not code that dataclass would compile for each of thirty tables: that would cost a
    tenth of the program's start. For the same reason its module does not postpone its annotations: the types of the
    fields are types, and no texts that are compiled one by one.
    """
    made: Any = dataclass(slots=True, kw_only=True, init=False, eq=False, repr=False)(kind)
    made._columns = fields(made)
    made._cells = attrgetter(*(column.name for column in made._columns))
    return made  # type: ignore[no-any-return]


class Record:
    """What compares by value and never changes."""

    __slots__ = ()
    if TYPE_CHECKING:
        _columns: ClassVar[tuple[Field[object], ...]]
        _cells: ClassVar[attrgetter[tuple[object, ...]]]

    def __init__(self, **values: object) -> None:
        for column in self._columns:
            _set(self, column.name, values.pop(column.name) if column.name in values else _default(column))
        if values:
            raise TypeError(f"{type(self).__name__} has no field {next(iter(values))!r}")

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        return self.__class__ is other.__class__ and self._cells(self) == self._cells(other)

    def __hash__(self) -> int:
        return hash(self._cells(self))

    def __repr__(self) -> str:
        values = ", ".join(f"{column.name}={getattr(self, column.name)!r}" for column in self._columns)
        return f"{type(self).__name__}({values})"

    def with_values(self: RecordT, **values: object) -> RecordT:
        """Return the same with other values in some cells: what ``replace`` does, in a third of its time."""
        made = object.__new__(type(self))
        cells = dict(zip((column.name for column in self._columns), self._cells(self), strict=True))
        for name, value in (cells | values).items():
            _set(made, name, value)
        return made

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, (type(self), {column.name: getattr(self, column.name) for column in self._columns})


_set = object.__setattr__


def _default(column: Field[object]) -> object:
    if column.default is not MISSING:
        return column.default
    if column.default_factory is MISSING:
        raise TypeError(f"{column.name!r} is missing")
    return column.default_factory()


def _restore(kind: type[Record], values: Mapping[str, object]) -> Record:
    return kind(**values)


@record
class Row(Record):
    """The columns that every table has."""

    id: str
    order: int = 0
    deleted: bool = False
    lost: LostValues = field(default_factory=dict, hash=False)
    """Part of equality: a screen is redrawn when a conflict appears or is dismissed."""

    def __hash__(self) -> int:
        return hash((type(self), self.id, self.order, self.deleted))


RowT = TypeVar("RowT", bound=Row)


class RowId(NamedTuple):
    """The table and the id of a row; a screen also names lines of its list that stand for no row."""

    table: str
    id: str = ""

    def __str__(self) -> str:
        return f"{self.table} {self.id}".rstrip()

    @classmethod
    def parse(cls, text: str) -> Self:
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
    """Whether the person lets a participant share what they know."""

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


class Version(StrEnum):
    """Which document somebody gets; the values are audiences of documents."""

    USUAL = ""
    PERSON = "person"
    FULL = "full"
    ACTOR = "actor"
    MAIL = "mail"
    NOTICE = "notice"


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
