"""What a line of a pad has become, or will become when Enter ends it, read back in one line (F13)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.model.meeting import Action, Meeting, Row
from sip_tui.meeting.notes.tags import TAGS, Tagged, completions, tagged
from sip_tui.parsing.participant_names import ParsedAction
from sip_tui.parsing.tagged_line import parse_tagged_line, read_action
from sip_tui.phrasing.fields import value_text
from sip_tui.screens.forms.interpretation import quick_back
from sip_tui.widgets.plain import plain

NAMES: Mapping[str, tuple[str, str]] = {
    "action": (N_("Action"), N_("who does what, and when")),
    "goal": (N_("Main goal"), N_("what the person wants to reach")),
    "subgoal": (N_("Subgoal"), N_("a step on the way, within a shorter time")),
    "decision": (N_("Decision"), N_("what you have decided and is no action")),
    "term": (N_("A word to explain"), N_("a word, and after = what it means")),
    "quote": (N_("Quote"), N_("somebody's own words, most often the person's")),
    "disagreement": (N_("Not agreed"), N_("what you see differently")),
    "park": (N_("Parked"), N_("something for later")),
    "info": (N_("Good to know"), N_("what everybody should know afterwards")),
}
"""Tag → what its row is called, and what it is for."""
_TOLD: Mapping[str, tuple[str, ...]] = {
    "goals": ("text", "parent", "by"),
    "resolutions": ("text",),
    "terms": ("term", "answer", "raised_by"),
    "quotes": ("who", "text"),
    "disagreements": ("text",),
    "parked": ("text", "said_by"),
    "information": ("text",),
}
"""Table → the cells that are read back, in the order in which they are said."""


def offered(prefix: str) -> Sequence[tuple[str, str]]:
    """The tag words that begin so, each with what it makes."""
    spoken = language()
    keys = {tag.word(spoken): tag.key for tag in TAGS}
    return [(word, _(NAMES[keys[word]][1])) for word in completions(prefix, spoken)]


def line_back(meeting: Meeting, row: tuple[str, str] | None, line: str, today: date) -> str:
    """Read a line back.

    Args:
        meeting: The meeting as it stands.
        row: The table and the row that the line has become, if it has.
        line: The line as it stands in the pad.
        today: The day it is where the meeting is.

    Returns:
        One sentence; empty for an ordinary line.
    """
    one = tagged(line)
    if one is None:
        return ""
    name, purpose = (_(text) for text in NAMES[one.key])
    if row is None:
        told = _cells_back(meeting, one, today) if one.rest else purpose
        return _("{kind} (Enter sends it): {row}").format(kind=name, row=told)
    standing = _row(meeting, *row)
    if standing is None:
        return _("{kind}: somebody has taken it off the board; the line stays here.").format(kind=name)
    return f"✓ {name}: {_row_back(meeting, row[0], standing, today)}"


def _row(meeting: Meeting, table: str, row: str) -> Row | None:
    rows: Sequence[Row] = getattr(meeting, table)
    return next((one for one in rows if one.id == row), None)


def _cells_back(meeting: Meeting, one: Tagged, today: date) -> str:
    if one.table == "actions":
        return quick_back(meeting, read_action(meeting, one.rest, today), today)
    return _told(meeting, one.table, parse_tagged_line(meeting, one, today=today))


def _row_back(meeting: Meeting, table: str, row: Row, today: date) -> str:
    if isinstance(row, Action):
        return quick_back(meeting, ParsedAction(row.what, row.who, row.when or row.how_often), today)
    return _told(meeting, table, {name: getattr(row, name) for name in _TOLD[table]})


def _told(meeting: Meeting, table: str, cells: Mapping[str, object]) -> str:
    words = (value_text(meeting, table, name, cells[name]) for name in _TOLD[table])
    return " · ".join(plain(one) for one in words if one)
