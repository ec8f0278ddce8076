"""A list of rows that goes on in a second column where there is room for one."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from sip_tui.i18n.translation import N_
from sip_tui.screens.commands import command
from sip_tui.screens.keymap import Key
from sip_tui.screens.row_list_screen import RowListScreen
from sip_tui.widgets.live_static import FRAME
from sip_tui.widgets.row_list import ListRows, RowList

COLUMN_KEY = command(
    "column.turn",
    f"{Key.NEXT_PANE},{Key.PREVIOUS_PANE}",
    "turn_column",
    N_("Other column"),
    N_("Move between the two columns"),
    show=True,
)


class TwoColumnScreen(RowListScreen):
    """A list of rows in one column or two; the cursor is in the one that has the focus."""

    SECOND_COLUMN: ClassVar[frozenset[str]] = frozenset()
    """Ids of headings: the first of them in the list begins the second column, and is its title."""
    DEFAULT_CSS = """
    TwoColumnScreen {
        #second-frame { width: 1fr; height: 100%; display: none; } #second-list { width: 1fr; height: 1fr; }
        &.-beside #second-frame { display: block; }
        &.-beside #list-grid:focus-within RowList:blur > .option-list--option-highlighted {
            background: $surface; text-style: none;
        }
        &.-beside #list-grid:focus-within RowList:blur > .row-list--bar { color: $surface; }
    }
    """

    def compose_second_column(self) -> ComposeResult:
        """Yield the second column, which is hidden where there is no room for it."""
        with Vertical(id="second-frame", classes=FRAME):
            yield RowList(id="second-list")

    @property
    def row_list(self) -> RowList:
        """The list that has the focus."""
        # By its id: Textual remembers what that finds, and a key asks for it several times.
        is_second = self.focused is not None and self.focused.id == "second-list"
        return self.query_one("#second-list" if is_second else "#row-list", RowList)

    def row_list_with(self, row: str) -> RowList:
        """Return the list that a row is in, which gets the focus; the one that has it when the row is in none."""
        found = next((rows for rows in self.query(RowList) if row in {option.id for option in rows.options}), None)
        if found is not None and found is not self.row_list:
            self.set_focus(found)
        return self.row_list

    def show_rows(self, rows: ListRows) -> None:
        """Show the rows, from the heading of the second column on beside the others where there is room."""
        breaks = (number for number, (row, _text) in enumerate(rows) if row in self.SECOND_COLUMN)
        at = next(breaks, len(rows)) if self.has_class("-beside") else len(rows)
        self.query_one("#row-list", RowList).show(rows[:at])
        self.query_one("#second-list", RowList).show(rows[at + 1 :])
        if rows[at:]:
            self.query_one("#second-frame").border_title = Content(rows[at][1].plain)

    def fit_columns(self, row: str = "") -> None:
        """Fit the columns to the width; the cursor stays on its row, or ``row``, when two columns become one."""
        row = row or self.row_list.row
        super().fit_columns()
        rows = self.row_list_with(row)
        rows.go_to(row)
        self.set_focus(self.focused or rows)
        rows.scroll_to_highlight()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the other column where there are two."""
        return super().check_action(action, parameters) and (action != "turn_column" or self.has_class("-beside"))

    def action_turn_column(self) -> None:
        """Go to the other column."""
        lists = self.query(RowList)
        self.set_focus(lists.last() if self.row_list is lists.first() else lists.first())
        self.refresh_read_aloud()
