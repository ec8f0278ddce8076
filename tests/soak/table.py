"""The table that both sit at: the meeting on disk, the time in the script, and the witness."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.terminal_session import run_command
from tests.soak.witness import Witness

PREPARED = Path(__file__).with_name("prepared.toml")
Turn = Iterator[None]
"""Somebody's doings. Each yield lets the others at the table do something, and lets a moment pass."""
DATA = ("--lang", "sv", "--data", "archive")
PATIENCE = 30.0
"""Seconds after which somebody who waits for a screen gives up."""
TYPING = (0.15, 0.45)
"""Seconds of the script between two keys of somebody who types."""


class Gone(Exception):  # noqa: N818 - it says what happened
    """The program that somebody sits at has ended."""


@dataclass(slots=True)
class Table:
    """A meeting that is about to be played."""

    home: Path
    meeting_id: str
    witness: Witness
    speed: float
    chance: random.Random
    began: float = 0.0
    """On the monotonic clock; set when the meeting begins."""

    @property
    def archive(self) -> Path:
        """Where the meeting is kept."""
        return self.home / "archive"

    @property
    def at(self) -> float:
        """Seconds of the script since the meeting began."""
        return (time.monotonic() - self.began) * self.speed

    def ask(self, *arguments: str) -> str:
        """Run a command without a screen on the meeting's archive, and give what it prints."""
        return run_command(self.home, *DATA, *arguments)

    def between_keys(self) -> float:
        """Seconds until the next key of somebody who types."""
        return self.chance.uniform(*TYPING) / self.speed


def lay_table(home: Path, speed: float, seed: int) -> Table:
    """Prepare Maja's meeting in an archive of its own."""
    meeting_id = run_command(home, *DATA, "new", str(PREPARED)).strip()
    return Table(home, meeting_id, Witness(home / "archive", meeting_id), speed, random.Random(seed))
