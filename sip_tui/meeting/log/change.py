"""Edits and changes: an edit is a requested cell value, a change is an edit stamped by a hybrid logical clock.

The clock is that of Kulkarni, Demirbas et al., "Logical Physical Clocks" (2014): wall time as long as it moves
forward, a counter when it does not, and the writer to break ties.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

Value = str | int | float | bool | None | list[str] | list[int | str]
"""What a cell holds. A splice is ``[at, gone, text]``, in code points."""


class Stamp(NamedTuple):
    """A place in the total order of changes; one writer's stamps never go backwards."""

    millis: int
    """Wall time in milliseconds since 1970, UTC; the last one seen, when the wall clock is behind it."""
    counter: int
    writer: str
    """The process that wrote; letters and digits."""

    def __str__(self) -> str:
        return f"{self.millis:013d}-{self.counter:04x}-{self.writer}"

    @classmethod
    def parse(cls, text: str) -> Stamp:
        """Parse what ``str`` wrote; raise ValueError for anything else."""
        millis, counter, writer = text.split("-", 2)
        return cls(int(millis), int(counter, 16), writer)


MIN_STAMP = Stamp(0, 0, "")
"""Before every change."""


class Edit(NamedTuple):
    """A requested cell value."""

    table: str
    row: str
    field: str
    value: Value


class Change(NamedTuple):
    """An edit with its stamp."""

    stamp: Stamp
    table: str
    row: str
    field: str
    value: Value
    prior: tuple[Stamp, ...] = ()
    """The values that it replaces: those its writer saw in the cell."""


class EditContext(NamedTuple):
    """The time, and the id of the row that an edit may create."""

    at: datetime
    row: str

    @property
    def iso(self) -> str:
        """The time as it is stored: ISO 8601 in UTC, to the millisecond."""
        return format_time(self.at)


def next_stamp(last: Stamp, millis: int, writer: str) -> Stamp:
    """Make the stamp after ``last`` at wall time ``millis``, however wrong that clock is."""
    if millis > last.millis:
        return Stamp(millis, 0, writer)
    return Stamp(last.millis, last.counter + 1, writer)


def format_time(at: datetime) -> str:
    """Format a time as ISO 8601 in UTC with milliseconds, so that texts sort as times do."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse_time(text: object) -> datetime | None:
    """Parse a stored time; None when it is not one."""
    try:
        at = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    # At the ends of the calendar another zone's date does not exist.
    return at if at.tzinfo and 1 < at.year < 9999 else None


def as_edits(table: str, row: str, fields: Iterable[tuple[str, Value]]) -> tuple[Edit, ...]:
    """Make one edit for each field, in the order given."""
    return tuple(Edit(table, row, field, value) for field, value in fields)
