"""What every row of every table has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

LostValues = Mapping[str, tuple[object, ...]]
"""Field name → the values that were written at the same time and did not hold."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Row:
    """What every row has.

    Rows compare by value. They do so here and not in code that dataclass generates for each of thirty tables, which
    would cost a twentieth of the program's start.
    """

    id: str
    order: int = 0
    deleted: bool = False
    lost: LostValues = field(default_factory=dict, hash=False)
    """Counts when two rows are compared: a screen is drawn anew when something has been lost, or has been seen."""

    def __eq__(self, other: object) -> bool:
        return self.__class__ is other.__class__ and all(
            getattr(self, column.name) == getattr(other, column.name) for column in fields(self)
        )

    def __hash__(self) -> int:
        return hash((type(self), self.id, self.order, self.deleted))

    def __repr__(self) -> str:
        values = ", ".join(f"{column.name}={getattr(self, column.name)!r}" for column in fields(self))
        return f"{type(self).__name__}({values})"
