"""What is true of a shared meeting at this moment: whether the others can be reached, and what they have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """The state of the way to the others."""

    online: bool = False
    offline_since: float = 0.0
    """Seconds since 1970; 0 before the first attempt has failed."""
    waiting: int = 0
    """Changes of this machine that the database lacks."""
    shared: bool = False
    """True when the others have everything that was written here."""
    machines: int = 0
    """How many other machines take part."""
    seats: tuple[str, ...] = ()
    """The seats that somebody sits in on other machines."""
    trouble: str = ""
    """A sentence about what is not as it should be."""

    def as_row(self) -> dict[str, Any]:
        """Return it as JSON."""
        return asdict(self)

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> SyncStatus:
        """Read what ``as_row`` gave; what is not there is as at the beginning."""
        try:
            seats = tuple(map(str, row["seats"]))
            return cls(
                row["online"] is True,
                float(row["offline_since"]),
                int(row["waiting"]),
                row["shared"] is True,
                int(row["machines"]),
                seats,
                str(row["trouble"]),
            )
        except (KeyError, TypeError, ValueError):
            return cls()
