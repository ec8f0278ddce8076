"""The line under the pad: what the line at the cursor is, read back, and a hint about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from textual.content import Content
from textual.widgets import Static

from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.model.meeting import SINGLE_ROW_TABLES, Action, Meeting, Row, find_row
from sip_tui.meeting.notes.pads import TAGS, TaggedLine, parse_tagged, tag_completions
from sip_tui.parsing.action_line import parse_action_line
from sip_tui.parsing.participant_names import ParsedAction
from sip_tui.parsing.tagged_line import parse_tagged_line
from sip_tui.phrasing.fields import value_text
from sip_tui.screens.forms.interpretation import action_line_feedback
from sip_tui.widgets.live_static import update_if_changed
from sip_tui.widgets.safe_text import plain

RESTING = N_(
    "Begin a line with # and a word, and it becomes a row on the board: #action Samir rings the school by Friday."
)
"""What can be written, at a line of which there is nothing to say."""
NAMES: Mapping[str, tuple[str, str]] = {
    "action": (N_("Action"), N_("who does what, and when")),
    "goal": (N_("Goal"), N_("what the person wants to achieve")),
    "subgoal": (N_("Subgoal"), N_("a step on the way, within a shorter time")),
    "decision": (N_("Decision"), N_("what you have decided and is not an action")),
    "term": (N_("Hard word"), N_("a word, and after = what it means")),
    "quote": (N_("Quote"), N_("someone's own words, most often the person's")),
    "disagreement": (N_("Disagreement"), N_("what you disagree on")),
    "park": (N_("For another time"), N_("something for another time")),
    "info": (N_("Good to know"), N_("what everyone should know afterwards")),
    "question": (N_("Question"), N_("a question, and after = its answer")),
    "meeting": (N_("Next meeting"), N_("when you meet again")),
    "coordinator": (N_("Coordinator"), N_("who coordinates the plan")),
}
"""Tag → name and purpose of its row."""
_SHOWN_CELLS: Mapping[str, tuple[str, ...]] = {
    "goals": ("text", "parent", "by"),
    "resolutions": ("text",),
    "terms": ("term", "answer", "raised_by"),
    "quotes": ("who", "text"),
    "disagreements": ("text",),
    "parked": ("text", "said_by"),
    "information": ("text",),
    "questions": ("text", "answer"),
    "about": ("follow_up",),
    "between": ("coordinator",),
}
"""Table → the cells that are read back, in order."""


def explained_completions(prefix: str) -> Sequence[tuple[str, str]]:
    """Return the tag words with this prefix, each with its purpose."""
    spoken = language()
    keys = {tag.word(spoken): tag.key for tag in TAGS}
    return [(word, _(NAMES[keys[word]][1])) for word in tag_completions(prefix, spoken)]


def line_feedback(meeting: Meeting, row: tuple[str, str] | None, line: str, today: date) -> str:
    """Read a line back.

    Args:
        meeting: The meeting as it stands.
        row: The table and the row that the line has become, if it has.
        line: The line as it stands in the pad.
        today: The day it is where the meeting is.

    Returns:
        One sentence; empty for an ordinary line.
    """
    parsed = parse_tagged(line)
    if parsed is None:
        return ""
    name, purpose = (_(text) for text in NAMES[parsed.key])
    if row is None:
        sentence = _cells_back(meeting, parsed, today) if parsed.rest else purpose
        return _("{kind} (press Enter to put it in): {row}").format(kind=name, row=sentence)
    standing = _row_of(meeting, *row)
    if standing is None:
        return _("{kind}: someone has taken it off the board; the line stays here.").format(kind=name)
    return f"✓ {name}: {_row_back(meeting, row[0], standing, today)}"


def _row_of(meeting: Meeting, table: str, row: str) -> Row | None:
    if table in SINGLE_ROW_TABLES:
        single: Row = getattr(meeting, table)
        return single
    return find_row(meeting.rows(table), row)


def _cells_back(meeting: Meeting, parsed: TaggedLine, today: date) -> str:
    if parsed.table == "actions":
        return action_line_feedback(meeting, parse_action_line(meeting, parsed.rest, today), today)
    return _cells_sentence(meeting, parsed.table, parse_tagged_line(meeting, parsed, today=today))


def _row_back(meeting: Meeting, table: str, row: Row, today: date) -> str:
    if isinstance(row, Action):
        return action_line_feedback(meeting, ParsedAction(row.what, row.who, row.when or row.how_often), today)
    return _cells_sentence(meeting, table, {name: getattr(row, name) for name in _SHOWN_CELLS[table]})


def _cells_sentence(meeting: Meeting, table: str, cells: Mapping[str, object]) -> str:
    words = (value_text(meeting, table, name, cells[name]) for name in _SHOWN_CELLS[table])
    return " · ".join(plain(value) for value in words if value)


class HintLine(Static):
    """What the line is, and a hint; of one height, so that nothing above it moves."""

    DEFAULT_CSS = """
    HintLine { height: 2; padding: 0 1; background: $surface; text-wrap: wrap; }
    HintLine.-both { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def show_hint(self, row: str, hint: str) -> None:
        """Show what the line is, and under it the hint; one alone may take both lines. Painted only when it is new.

        Where there is nothing to say of the line, it is said what one can write.
        """
        if not row and not hint:
            self.remove_class("-both")
            update_if_changed(self, Content.styled(_(RESTING), "italic"))
            return
        sentence = [Content.styled(plain(row), "bold"), Content(plain(hint))]
        self.set_class(bool(hint), "-both")
        update_if_changed(self, Content("\n").join(sentence if hint else sentence[:1]))
