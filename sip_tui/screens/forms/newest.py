"""A new row: its form is opened, and afterwards the cursor stands on it, so that the next key is about it."""

from __future__ import annotations

from collections.abc import Sequence

from sip_tui.meeting.model.meeting import Row
from sip_tui.screens.base import SipScreen
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.widgets.row_list import RowList


def open_new(screen: SipScreen, form: FormScreen, table: str, lead: str = "") -> None:
    """Show the form for a new row of a table; ``lead`` stands before the row's id in the list."""
    before = _ids(screen, table)

    def stand_there(_answer: None) -> None:
        if new := _ids(screen, table) - before:
            screen.query_one(RowList).go_to(lead + max(new))

    screen.app.push_screen(form, stand_there)


def _ids(screen: SipScreen, table: str) -> set[str]:
    rows: Sequence[Row] = getattr(screen.meeting, table)
    return {one.id for one in rows}
