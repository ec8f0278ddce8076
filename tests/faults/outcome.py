"""What trying a fault has shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sip_tui.store import DamagedError, StoreError
from tests.helpers.archives import load, pad


@dataclass(slots=True)
class Outcome:
    """Counts of one row of the table."""

    tries: int = 0
    acknowledged: int = 0
    """Changes that had been said to be on the disk."""
    lost: int = 0
    """Of these, those that were not there afterwards."""
    unreadable: int = 0
    """Meetings that could not be opened, and put back, afterwards."""
    remark: str = ""

    @property
    def bad(self) -> bool:
        """True when a promise was broken."""
        return bool(self.lost or self.unreadable)

    def check(self, root: Path, said: dict[str, int]) -> None:
        """Count what each writer had been told is saved, and what is missing of it; words are "1;2;3;"."""
        self.tries += 1
        self.acknowledged += sum(said.values())
        try:
            ledger = load(root)
        except (DamagedError, StoreError):
            self.unreadable += 1
            return
        for writer, number in said.items():
            words = pad(ledger, writer)
            in_order = words == "".join(f"{word};" for word in range(1, words.count(";") + 1))
            self.lost += max(0, number - words.count(";")) if in_order else number


Scenario = Callable[[Path, int], Outcome]
"""Tries a fault in an empty folder; the number is how many times, or 0 for as many as it takes."""
