"""What the start screen shows: the lines of the meetings with their heads, what is to be done, and the welcome."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, language, ngettext
from sip_tui.phrasing.meeting_list import MeetingState, Todo, state_of, state_words
from sip_tui.phrasing.wording import format_clock, local
from sip_tui.store import IndexEntry
from sip_tui.swedish.dates.formatting import day
from sip_tui.widgets.safe_text import fit_width, plain
from sip_tui.widgets.text_layout import HangingIndent

PERSON, STATE, TYPE = 12, 22, 17
"""Cells of the columns, when nothing in them is shorter."""
WHEN = {"sv": 25, "en": 28}
"""Language → cells of the longest day with its time."""
MEASURED = 100
"""Meetings up to which the columns are as wide as what is in them: in a long list they all have their longest."""
WIDE, WIDEST = 96, 136
"""Cells of the list from which a name has more room, and from which the type has a column of its own."""
LEAD, LEAST_TITLE = 2, 12
"""Cells of the sign of the chosen line, and the fewest for a title."""
STATE_SIGNS: Mapping[MeetingState, tuple[str, str]] = {
    MeetingState.PLANNED: ("○", "$primary"),
    MeetingState.GOING_ON: ("◐", "$warning"),
    MeetingState.CLOSED: ("✓", "$success"),
    MeetingState.TO_DELIVER: ("⚑", "$warning"),
    MeetingState.FOLLOW_UP_DUE: ("⚑", "$warning"),
    MeetingState.OVERDUE: ("⚑", "$error"),
    MeetingState.NOT_HELD: ("✗", "$error"),
    MeetingState.DAMAGED: ("✗", "$error"),
    MeetingState.LOCKED: ("–", ""),
}
"""State → sign and colour; the word stands beside it."""
TODO_SIGNS = (("▸", "bold $success"), ("◐", "bold $warning"), ("☐", "$primary"), ("⚑", "bold $warning"))
"""Signs of what is to be done by its urgency, the last one for all that come after."""
WELCOME_KEYS = (
    ("{keys[start.new]}", N_("make a meeting: one form, then those who are coming")),
    ("{keys[help]}", N_("help, on every screen")),
)
"""What can be done in an empty archive: key → what it does."""
WELCOME_COMMANDS = (
    ("sip-tui new …", N_("a meeting from a calendar file (.ics) or a .toml file")),
    ("sip-tui demo", N_("a made-up meeting, to try everything without harm")),
)
"""What can be run in the terminal instead: command → what it does."""


class Columns(NamedTuple):
    """The cells of the columns that every list has."""

    when: int
    person: int
    state: int


def columns(entries: Collection[IndexEntry], width: int, today: date) -> Columns:
    """Return the columns of a list with this many cells: as wide as what is in them, and two cells between."""
    person = PERSON * 2 if width >= WIDEST else PERSON + 4 if width >= WIDE else PERSON
    most = Columns(WHEN[language()], person, STATE)
    if len(entries) > MEASURED:
        return most
    cells = [(when(entry, today), entry.person, _state(entry, today)[0]) for entry in entries]
    longest = (max(map(cell_len, column)) + 1 for column in zip(_heads(), *cells, strict=True))
    return Columns(*map(min, longest, most))


def _heads() -> tuple[str, str, str]:
    return _("Date and time"), _("Who"), _("Progress")


def heads(cells: Columns, width: int) -> str:
    """Return the heads of the columns of a list with this many cells."""
    named = [*zip(_heads(), cells, strict=True)]
    named += [(_("Type"), TYPE)] if width >= WIDEST else []
    named += [(_("Meeting"), LEAST_TITLE)] if _has_title(cells, width - LEAD) else []
    return " " * LEAD + " ".join(fit_width(head, wide) for head, wide in named)


def meeting_line(entry: IndexEntry, cells: Columns, width: int, today: date) -> Content:
    """Write when a meeting is, whom it is about, how far it has come, and what it is called."""
    state, colour = _state(entry, today)
    person = (fit_width(entry.person, cells.person), "bold")
    before = (f"{fit_width(when(entry, today), cells.when)} ", person, " ")
    if not _has_title(cells, width):
        return Content.assemble(*before, (state, colour))
    kind = f"{fit_width(entry.type, TYPE)} " if width >= WIDEST else ""
    title = plain(entry.title or ("" if kind else entry.type))
    if entry.damaged or entry.locked:
        title = _("run sip-tui doctor") if entry.damaged else _("opens with its passphrase")
    return Content.assemble(*before, (fit_width(state, cells.state), colour), f" {kind}{title}")


def _state(entry: IndexEntry, today: date) -> tuple[str, str]:
    """Return how far a meeting has come, with its sign, and the colour of both."""
    sign, colour = STATE_SIGNS.get(state_of(entry, today), ("", ""))
    return f"{sign} {state_words(entry, today)}".strip(), colour


def _has_title(cells: Columns, width: int) -> bool:
    """Tell whether a title has room beside the rest; it stands whole below the list in any case."""
    return width - sum(cells) - len(cells) >= LEAST_TITLE


def when(entry: IndexEntry, today: date) -> str:
    """The day in words, without a year that goes without saying."""
    if entry.start is None:
        return "" if entry.locked or entry.damaged else _("no day yet")
    at, time = local(entry.start), format_clock(entry.start)
    if at.date() == today:
        return _("today {time}").format(time=time)
    if at.year != today.year:
        return f"{at:%Y-%m-%d} {time}"
    return f"{day(at, language()).removesuffix(f' {at.year}')} {time}"


def title_line(count: int, today: date, width: int) -> Content:
    """Return the name of the program, how many meetings there are, and the day of today at the right."""
    counted = ngettext("{count} meeting", "{count} meetings", count).format(count=count) if count else ""
    left, right = "  ".join(filter(None, ("sip-tui", counted))), day(today, language())
    gap = " " * max(width - cell_len(left) - cell_len(right), 2)
    return Content.assemble(("sip-tui", "bold $primary"), left.removeprefix("sip-tui"), gap, right)


def more_lines(more: int) -> list[Content]:
    """Return the line that tells how many more there are; none when there are no more."""
    words = ngettext("… and {count} more", "… and {count} more", more).format(count=more)
    return [Content.styled(words, "italic")] if more else []


def todo_lines(waiting: Sequence[Todo], most: int) -> Content:
    """Return the first lines of what is to be done, and how many more there are."""
    lines = []
    for todo in waiting[:most]:
        sign, style = TODO_SIGNS[min(todo.urgency, len(TODO_SIGNS) - 1)]
        lines.append(Content.assemble((sign, style), f" {plain(todo.sentence)}"))
    if (more := len(waiting) - most) > 0:
        lines.append(Content("+ ") + ngettext("and {count} more", "and {count} more", more).format(count=more))
    return HangingIndent(Content("\n").join(lines), more=LEAD)


def welcome(width: int) -> Content:
    """Return what can be done in an empty archive: first the keys, then the commands, which no key runs."""
    keys = [(name.format(keys=KEYS), words) for name, words in WELCOME_KEYS]
    wide = max(cell_len(name) for name, _words in (*keys, *WELCOME_COMMANDS))
    return Content("\n").join(
        [
            Content.styled(_("No meetings yet. This is how you begin:"), "bold"),
            Content(""),
            *_welcome_lines(keys, "bold $footer-key-foreground", wide, width),
            Content(""),
            Content(_("Outside the program, in the terminal:")),
            *_welcome_lines(WELCOME_COMMANDS, "bold", wide, width),
            Content(""),
            Content(_("What you write is saved on this computer as you type. Nothing is sent by itself.")),
        ]
    )


def _welcome_lines(rows: Sequence[tuple[str, str]], style: str, wide: int, width: int) -> list[Content]:
    """Write names in a column, and beside each what it does, broken below its own beginning."""
    return [
        HangingIndent(
            Content.assemble((f"  {fit_width(name, wide)}", style), f"   {_(words)}"), lead=wide + 5
        ).break_lines(width)
        for name, words in rows
    ]


def searchable(entry: IndexEntry, today: date) -> str:
    """Return what a meeting can be found by: person, title, type, day in words and figures, state, id."""
    when = _day_words(entry.start.date(), language()) if entry.start else ""
    parts = (entry.person, entry.title, entry.type, when, state_words(entry, today), entry.id)
    return " ".join(parts).casefold()


@cache
def _day_words(at: date, spoken: str) -> str:
    return f"{day(at, spoken)} {at.isoformat()}"
