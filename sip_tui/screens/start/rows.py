"""What the start screen shows: the lines of the meetings with their heads, what is to be done, and the welcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from rich.cells import cell_len
from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, language, ngettext
from sip_tui.phrasing.meeting_list import MeetingState, Todo, state_of, state_words
from sip_tui.phrasing.wording import format_clock, local
from sip_tui.store import IndexEntry
from sip_tui.swedish.dates.formatting import day
from sip_tui.widgets.safe_text import fit_width, plain

PERSON, STATE, TYPE = 12, 22, 17
"""Cells of the columns."""
WHEN = {"sv": 25, "en": 28}
"""Language → cells of the longest day with its time."""
WIDE, WIDEST = 96, 136
"""Cells of the list from which a name has more room, and from which the type has a column of its own."""
LEAD, LEAST_TITLE = 2, 8
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
WELCOME = (
    ("{keys[start.new]}", N_("make a meeting: one form, then those who are coming")),
    ("sip-tui new …", N_("a meeting from a calendar file (.ics) or a .toml file")),
    ("sip-tui demo", N_("a made-up meeting, to try everything without harm")),
    ("{keys[help]}", N_("help, on every screen")),
)
"""What can be done in an empty archive: key or command → what it does."""


def heads(width: int) -> str:
    """Return the heads of the columns of a list with this many cells."""
    cells = [(_("Date and time"), WHEN[language()]), (_("Who"), _person(width)), (_("Progress"), STATE)]
    cells += [(_("Type"), TYPE)] if width >= WIDEST else []
    cells += [(_("Meeting"), LEAST_TITLE)] if _has_title(width - LEAD) else []
    return " " * LEAD + " ".join(fit_width(head, cells_) for head, cells_ in cells)


def meeting_line(entry: IndexEntry, width: int, today: date) -> Content:
    """Write when a meeting is, whom it is about, how far it has come, and what it is called."""
    sign, colour = STATE_SIGNS.get(state_of(entry, today), ("", ""))
    state = f"{sign} {state_words(entry, today)}".strip()
    person = (fit_width(entry.person, _person(width)), "bold")
    before = (f"{fit_width(when(entry, today), WHEN[language()])} ", person, " ")
    if not _has_title(width):
        return Content.assemble(*before, (state, colour))
    kind = f"{fit_width(entry.type, TYPE)} " if width >= WIDEST else ""
    title = plain(entry.title or ("" if kind else entry.type))
    if entry.damaged or entry.locked:
        title = _("run sip-tui doctor") if entry.damaged else _("opens with its passphrase")
    return Content.assemble(*before, (fit_width(state, STATE), colour), f" {kind}{title}")


def _has_title(width: int) -> bool:
    """Tell whether a title has room beside the rest; it stands whole below the list in any case."""
    return width - WHEN[language()] - PERSON - STATE - 3 >= LEAST_TITLE


def _person(width: int) -> int:
    return PERSON * 2 if width >= WIDEST else PERSON + 4 if width >= WIDE else PERSON


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


def todo_lines(waiting: Sequence[Todo], most: int) -> Content:
    """Return the first lines of what is to be done, and how many more there are."""
    lines = []
    for todo in waiting[:most]:
        sign, style = TODO_SIGNS[min(todo.urgency, len(TODO_SIGNS) - 1)]
        lines.append(Content.assemble((sign, style), f" {plain(todo.sentence)}"))
    if (more := len(waiting) - most) > 0:
        lines.append(Content("+ ") + ngettext("and {count} more", "and {count} more", more).format(count=more))
    return Content("\n").join(lines)


def welcome() -> Content:
    """Return what can be done in an empty archive."""
    names = [name.format(keys=KEYS) for name, _words in WELCOME]
    wide = max(map(cell_len, names))
    lines = [
        Content.assemble((f"  {fit_width(name, wide)}", "bold $primary"), f"   {_(words)}")
        for name, (_name, words) in zip(names, WELCOME, strict=True)
    ]
    return Content("\n").join(
        [
            Content.styled(_("No meetings yet. This is how you begin:"), "bold"),
            Content(""),
            *lines,
            Content(""),
            Content(_("What you write is saved on this computer as you type. Nothing is sent by itself.")),
        ]
    )


def searchable(entry: IndexEntry, today: date) -> str:
    """Return what a meeting can be found by: person, title, type, day in words and figures, state, id."""
    when = _day_words(entry.start.date(), language()) if entry.start else ""
    parts = (entry.person, entry.title, entry.type, when, state_words(entry, today), entry.id)
    return " ".join(parts).casefold()


@cache
def _day_words(at: date, spoken: str) -> str:
    return f"{day(at, spoken)} {at.isoformat()}"
