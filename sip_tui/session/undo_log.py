"""The undo steps of a seat, kept in the meeting's own log, so that undo works after a restart too."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.ledger import Cell, Ledger, TextCell
from sip_tui.meeting.log.undo import UNDO_TABLE, GroupedStep, UndoStep

MAX_STEPS = 100
"""Steps that can be undone after a restart; the earlier ones are forgotten."""


class UndoLog:
    """Writes the steps that have changed since the last time as rows of their own, which are no part of the meeting.

    A row is named after its seat and its number; one more row of the seat names the processes that wrote.
    """

    def __init__(self, seat: str, writer: str) -> None:
        self._seat = seat
        self._first = 0
        self._kept: list[GroupedStep] = []
        self.writers = {writer}
        """The processes whose values are this seat's own."""

    def load(self, ledger: Ledger) -> list[GroupedStep]:
        """Read the steps of this seat, the latest last."""
        numbered = sorted(_rows(ledger, self._seat))
        self._kept = [("", step) for _number, step in numbered]
        self._first = numbered[0][0] if numbered else 0
        known = ledger.tables.get(UNDO_TABLE, {}).get(self._writers_row, {}).get("writers", Cell()).value
        self.writers |= {str(writer) for writer in known} if isinstance(known, list) else set()
        return list(self._kept)

    def edits(self, steps: Sequence[GroupedStep]) -> Iterator[Edit]:
        """Yield the edits that bring the rows up to date."""
        steps = steps[-MAX_STEPS:]
        dropped = next((place for place, kept in enumerate(self._kept) if steps and kept is steps[0]), 0)
        for place in range(dropped):
            yield self._forget(self._first + place)
        self._first, self._kept = self._first + dropped, self._kept[dropped:]
        common = _common_length(self._kept, steps)
        for place in range(common, len(steps)):
            yield Edit(
                UNDO_TABLE, self._row(self._first + place), "step", json.dumps(steps[place][1], ensure_ascii=False)
            )
        for place in range(max(common, len(steps)), len(self._kept)):
            yield self._forget(self._first + place)
        self._kept = list(steps)
        yield Edit(UNDO_TABLE, self._writers_row, "writers", sorted(self.writers))

    def _forget(self, number: int) -> Edit:
        return Edit(UNDO_TABLE, self._row(number), "step", "")

    @property
    def _writers_row(self) -> str:
        return f"{self._seat} writers"

    def _row(self, number: int) -> str:
        return f"{self._seat} {number:08d}"


def _common_length(before: Sequence[GroupedStep], after: Sequence[GroupedStep]) -> int:
    """Return how many steps both begin with. The last one may have grown in place, so identity decides."""
    pairs = zip(before, after, strict=False)
    return next((place for place, (old, new) in enumerate(pairs) if old is not new), min(len(before), len(after)))


def _rows(ledger: Ledger, seat: str) -> Iterator[tuple[int, UndoStep]]:
    for row, cells in ledger.tables.get(UNDO_TABLE, {}).items():
        owner, _space, number = row.rpartition(" ")
        cell = cells.get("step", Cell())
        text = "" if isinstance(cell, TextCell) else cell.value
        # A step that another program has written in another way is only a step less.
        with suppress(ValueError, TypeError, RecursionError):
            if owner == seat and isinstance(text, str) and text:
                yield int(number), tuple(Edit(*edit) for edit in json.loads(text))
