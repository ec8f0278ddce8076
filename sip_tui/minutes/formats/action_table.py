"""The actions as CSV for a spreadsheet: UTF-8 with a byte order mark, semicolons, no cell that could be a formula."""

from __future__ import annotations

import csv
import io

from sip_tui.i18n.translation import N_, _
from sip_tui.minutes.formats import FileContent, FormatRefusedError, is_for
from sip_tui.minutes.formats.action_rows import ActionRow, action_rows, unmarked
from sip_tui.minutes.render import Draft

FORMULA_STARTS = tuple("=+-@\t\r|%＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula or a command (OWASP, CSV injection)."""
HEADS = (N_("What"), N_("Who"), N_("When"), N_("How often"), N_("Where"), N_("Goal"), N_("Status"))


def write(made: Draft, _reference: str) -> FileContent:
    """Write a row for each action; raise FormatRefusedError when there are none."""
    is_for(made, "mail", "person", "actor", "full")
    rows = [_cells(row) for row in action_rows(made.context)]
    if not rows:
        raise FormatRefusedError(_("There are no actions to put in a table."))
    heads = [_(head) for head in HEADS]
    table = io.StringIO(newline="")
    csv.writer(table, delimiter=";").writerows([heads, *[[defuse(unmarked(cell)) for cell in row] for row in rows]])
    words = "\n".join(" ; ".join(row) for row in rows)
    return FileContent(table.getvalue().encode("utf-8-sig", "backslashreplace"), words)


def defuse(cell: str) -> str:
    """Return a cell that no spreadsheet reads as a formula: an apostrophe goes before it."""
    return f"'{cell}" if cell.lstrip().startswith(FORMULA_STARTS) else cell


def _cells(row: ActionRow) -> list[str]:
    return [row.what, row.who, row.when, row.how_often, row.where, row.aim, row.status]
