"""A secretary at a desk, for the stories of lines that become rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sip_tui.meeting.content.plan import change_row, delete_row
from sip_tui.meeting.model.meeting import Action, Meeting, Row
from sip_tui.meeting.notes.linked_rows import sync_rows
from sip_tui.meeting.notes.pads import TaggedLine, pad_id, tagged_lines, write_pad
from tests.helpers.meeting_fixture import MeetingFixture

LINKED_TABLES = ("actions", "goals", "quotes")
Rows = dict[str, Row]


def cells(_meeting: Meeting, line: TaggedLine) -> Mapping[str, str]:
    """Read "what @ when"; the stories here are not about words."""
    what, _at, when = (part.strip() for part in line.rest.partition("@"))
    match line.table:
        case "actions":
            return {"what": what, "when": when}
        case "goals":
            return {"text": what, "horizon": "long" if line.key == "goal" else "short"}
        case "about":
            return {"follow_up": what}
        case "between":
            return {"coordinator": what}
        case _:
            return {"text": what}


class NotesHarness:
    """A secretary who writes, and a board that others see and change."""

    def __init__(self) -> None:
        self.fixture = MeetingFixture()

    @property
    def meeting(self) -> Meeting:
        return self.fixture.meeting

    def write(self, text: str, phase: str = "needs") -> None:
        """Make a pad read ``text``, as one batch of keys does."""
        followed = sync_rows(self.meeting, pad_id(phase, "secretary"), text, self.fixture.moment(), cells)
        self.fixture.write((*write_pad(self.meeting, phase, "secretary", text), *followed))

    def text(self, phase: str = "needs") -> str:
        return self.meeting.pad_text(phase, "secretary")

    def rows(self) -> Rows:
        """What the lines have made and is on the board."""
        return {row.id: row for table in LINKED_TABLES for row in getattr(self.meeting, table)}

    def row_texts(self) -> Counter[tuple[str, ...]]:
        """What the rows say, and nothing of which rows they are."""
        rows = self.rows().values()
        return Counter(
            (row.what, row.when) if isinstance(row, Action) else _words(row) for row in rows if not row.deleted
        )

    def line_texts(self) -> Counter[tuple[str, ...]]:
        """What the lines of all pads say."""
        lines = [line for pad in self.meeting.notes for line in tagged_lines(pad.text)]
        return Counter(tuple(cells(self.meeting, line).values()) for line in lines)

    def change(self, row: Row, **fields: str) -> None:
        """Let the chair change an action on the board."""
        self.fixture.write(change_row("actions", row, **fields))

    def remove(self, row: str) -> None:
        """Let the chair take an action off the board."""
        self.fixture.write(delete_row("actions", row))

    @property
    def action(self) -> Action:
        """The one action."""
        (only,) = self.meeting.actions
        return only


def _words(row: Row) -> tuple[str, ...]:
    horizon = getattr(row, "horizon", None)
    text = str(getattr(row, "text", ""))
    return (text, str(horizon)) if horizon else (text,)
