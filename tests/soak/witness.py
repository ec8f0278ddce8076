"""A third process at the meeting, which writes nothing: what it has read, anybody can read."""

from __future__ import annotations

from pathlib import Path

from sip_tui.meeting.log.ledger import Ledger, TextCell
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.store import Archive


class Witness:
    """Follows the journals of both seats from the beginning, through every kill."""

    def __init__(self, archive: Path, meeting_id: str) -> None:
        self._folder = Archive(archive).open(meeting_id)
        self._builder = MeetingProjection(self._folder.load())

    @property
    def ledger(self) -> Ledger:
        """Everything that has been on the disk."""
        return self._builder.ledger

    @property
    def meeting(self) -> Meeting:
        """The meeting as far as it has been on the disk."""
        return self._builder.meeting

    @property
    def notices(self) -> list[str]:
        """A sentence for each journal that could not be read to its end."""
        return self._folder.warnings

    @property
    def texts(self) -> str:
        """Every text that is on the disk, also what an open form has kept."""
        cells = (cell for rows in self.ledger.tables.values() for row in rows.values() for cell in row.values())
        return "\n".join(cell.text if isinstance(cell, TextCell) else str(cell.value) for cell in cells)

    def look(self) -> None:
        """Take in what has come to the disk."""
        if changes := self._folder.poll():
            self._builder.refresh(self._builder.ledger.add(changes))
