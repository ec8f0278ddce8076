"""The columns of the action board: what, who, when and how it goes; at 80 columns a row has two lines."""

from __future__ import annotations

from rich.cells import cell_len

from sip_tui.i18n.translation import _
from sip_tui.widgets.safe_text import fit_or_more, fit_width

NARROW = 80
"""Cells of a list at 80 columns: there an action has two lines."""
WHO_WIDTH, WHEN_WIDTH, STATUS_WIDTH, INDENT, LEAST_INDENT = 20, 27, 14, 8, 3
"""Cells of the columns, and of what stands before them: what stands first is as wide as is left of the line."""
SMALL, SMALL_WHO, SMALL_WHEN = 66, 18, 16
"""Cells of a list in a small terminal, and its columns."""


def table_row(what: str, cells: tuple[str, str, str], width: int) -> str:
    """Write what, who, when and how it goes in columns: on one line where all of it fits, else on two."""
    (who, when, rest), (who_width, when_width) = cells, column_widths(width)
    facts = f"{fit_or_more(who, who_width)}{fit_or_more(when, when_width)}{rest}"
    room = width - who_width - when_width - STATUS_WIDTH
    if width > NARROW and cell_len(what) + 4 <= room and cell_len(who) < who_width and cell_len(when) + 1 < when_width:
        return f"   {fit_width(what, room - 3)}{facts}"
    # What is longer than its column begins further to the left, so that how it goes stays on the line.
    start = min(room if width > NARROW else INDENT, width - cell_len(facts) - 1)
    return f"   {what}\n{' ' * max(start, LEAST_INDENT)}{facts}"


def table_heads(width: int) -> str:
    """Return the heads of the columns, each over where its own begins: at 80 columns a row has two lines."""
    who, when = column_widths(width)
    facts = f"{fit_width(_('Who'), who)}{fit_width(_('When'), when)}" + fit_width(_("Progress"), STATUS_WIDTH).rstrip()
    return fit_width("   " + _("What"), INDENT if width <= NARROW else width - who - when - STATUS_WIDTH) + facts


def column_widths(width: int) -> tuple[int, int]:
    """Return the cells for who and when: less in the smallest terminal."""
    return (WHO_WIDTH, WHEN_WIDTH) if width >= SMALL else (SMALL_WHO, SMALL_WHEN)
