"""The columns of the action board: what, who, when and how it goes; at 80 columns a row has two lines."""

from __future__ import annotations

import re

from rich.cells import cell_len

from sip_tui.i18n.translation import _
from sip_tui.swedish.dates.formatting import abbreviated, without_week
from sip_tui.widgets.safe_text import fit_or_more, fit_width

NARROW = 80
"""Cells of a list at 80 columns: there an action has two lines."""
WHO_WIDTH, STATUS_WIDTH, INDENT, LEAST_INDENT = 20, 14, 8, 3
"""Cells of the columns, and of what stands before them: what stands first is as wide as is left of the line."""
SMALL, SMALL_WHO = 66, 18
"""Cells of a list in a small terminal, and of who does it there."""
WHEN_WIDTHS = {140: 40, SMALL: 27, 0: 16}
"""Cells of a list, and of when from there on: a whole date with its week in a wide list, else one with short names."""
GAP = 2
"""Cells between two columns that are full."""


_STATUS = re.compile(r": | · ")
"""Ends the sign and the word of how it goes; after it come the reason and the place."""


def table_row(what: str, cells: tuple[str, str, str], width: int) -> str:
    """Write what, who, when and how it goes in columns: on one line where all of it fits, else on two."""
    (who, when, rest), (who_width, when_width) = cells, column_widths(width)
    when = when if width >= max(WHEN_WIDTHS) else _short(when, when_width)
    # How it goes keeps its place below a time that is longer than its column, where the name leaves room for that.
    over = cell_len(fit_or_more(when, when_width)) - when_width
    before = f"{fit_or_more(who, max(who_width - over, cell_len(who) + GAP))}{fit_or_more(when, when_width)}"
    facts = f"{before}{rest}"
    room = width - who_width - when_width - STATUS_WIDTH
    if width > NARROW and cell_len(what) + 4 <= room and cell_len(who) < who_width and not over:
        return f"   {fit_width(what, room - 3)}{facts}"
    # What is longer than its column begins further to the left, so that how it goes stays on the line.
    start = min(room if width > NARROW else INDENT, width - cell_len(facts) - 1)
    indent = " " * max(start, LEAST_INDENT)
    if cell_len(f"{indent}{before}{_STATUS.split(rest)[0]}") > width:
        facts = f"{before.rstrip()}\n{indent}{rest}"  # a sign and its word are never on two lines
    return f"   {what}\n{indent}{facts}"


def _short(when: str, width: int) -> str:
    """Write a date with short names, and its week only where there is room for it too."""
    short = abbreviated(when)
    return short if cell_len(short) < width else without_week(short)


def table_heads(width: int) -> str:
    """Return the heads of the columns, each over where its own begins: at 80 columns a row has two lines."""
    who, when = column_widths(width)
    facts = f"{fit_width(_('Who'), who)}{fit_width(_('When'), when)}" + fit_width(_("Progress"), STATUS_WIDTH).rstrip()
    return fit_width("   " + _("What"), INDENT if width <= NARROW else width - who - when - STATUS_WIDTH) + facts


def column_widths(width: int) -> tuple[int, int]:
    """Return the cells for who and when: less in the smallest terminal."""
    when = next(cells for least, cells in WHEN_WIDTHS.items() if width >= least)
    return (WHO_WIDTH if width >= SMALL else SMALL_WHO), when
