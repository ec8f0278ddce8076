"""What every row of every table has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

LostValues = Mapping[str, tuple[object, ...]]
"""Field name → the values that were written at the same time and did not hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row has."""

    id: str
    order: int = 0
    deleted: bool = False
    lost: LostValues = field(default_factory=dict, hash=False)
    """Counts when two rows are compared: a screen is drawn anew when something has been lost, or has been seen."""
