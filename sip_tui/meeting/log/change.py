"""What happened, as data: an edit is a wish, a change is a wish that has been given its place in time.

The stamp is a hybrid logical clock (Kulkarni, Demirbas et al., "Logical Physical Clocks", 2014): wall time as long
as that moves forward, a counter when it does not, and the writer to break ties.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

Value = str | int | float | bool | None | list[str] | list[int | str]
"""What a cell holds. A splice is ``[at, gone, text]``, in code points."""


class Stamp(NamedTuple):
    """A place in the total order of changes; never goes backwards in one writer."""

    millis: int
    """Wall time in milliseconds since 1970, UTC; the last one seen, when the wall clock is behind it."""
    counter: int
    """How many stamps share these milliseconds before this one."""
    writer: str
    """The process that wrote; letters and digits."""

    def __str__(self) -> str:
        return f"{self.millis:013d}-{self.counter:04x}-{self.writer}"

    @classmethod
    def parse(cls, text: str) -> Stamp:
        """Read what ``str`` wrote; raise ValueError for anything else."""
        millis, counter, writer = text.split("-", 2)
        return cls(int(millis), int(counter, 16), writer)


MIN_STAMP = Stamp(0, 0, "")
"""Before every change."""


class Edit(NamedTuple):
    """A wish: this cell shall hold this value."""

    table: str
    row: str
    field: str
    value: Value


class Change(NamedTuple):
    """An edit with its stamp, and with the stamps of the values that its writer saw in the cell."""

    stamp: Stamp
    table: str
    row: str
    field: str
    value: Value
    prior: tuple[Stamp, ...] = ()
    """What it replaces. A value that nobody who wrote later had seen was lost by accident, and is shown."""


@dataclass(frozen=True, slots=True)
class EditContext:
    """What the world gives to a verb: the time, and a name for the row that it may make."""

    at: datetime
    row: str

    @property
    def iso(self) -> str:
        """The time as it is stored: ISO 8601 in UTC, to the millisecond."""
        return format_time(self.at)


def next_stamp(last: Stamp, millis: int, writer: str) -> Stamp:
    """Give the stamp after ``last``, at ``millis`` of the wall clock, however wrong that clock is."""
    if millis > last.millis:
        return Stamp(millis, 0, writer)
    return Stamp(last.millis, last.counter + 1, writer)


def format_time(at: datetime) -> str:
    """Write a time as ISO 8601 in UTC with milliseconds, so that texts sort as times do."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse_time(text: object) -> datetime | None:
    """Read a stored time; None when it is not one."""
    try:
        at = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return at if at.tzinfo else None


def as_edits(table: str, row: str, fields: Iterable[tuple[str, Value]]) -> tuple[Edit, ...]:
    """Make one edit a field, in the order given."""
    return tuple(Edit(table, row, field, value) for field, value in fields)
