"""A list that is short leaves its room to the guidance: below it, where a tall terminal has no room beside it."""

from __future__ import annotations

from sip_tui.screens.row_list_screen import RowListScreen

BELOW_FROM = 36
"""Lines of a terminal from which the guidance has room below the list."""
AROUND = 18
"""Lines of the rest: what stands above, what is to be said about a row, and the least of the guidance."""
AROUND_ROWS = 6
"""Cells of a line of the list that its frame and its edges take."""


class GuidanceBelowScreen(RowListScreen):
    """A list of rows with the guidance of a part beside it, or below it."""

    DEFAULT_CSS = """
    GuidanceBelowScreen.-below #row-list { scrollbar-gutter: stable; }
    GuidanceBelowScreen.-wide.-below {
        #list-grid { layout: vertical; }
        #list-guidance { display: block; width: 1fr; height: 1fr; }
    }
    GuidanceBelowScreen.-broad #list-guidance { width: 38%; }
    """

    def refresh_content(self) -> None:
        """Show the list in the lines that it needs, where the guidance stands below it."""
        super().refresh_content()
        frame, height = self.query_one("#list-frame"), self.app.size.height
        heads = 0 if self.TITLED_BY_HEADS or not self.column_heads() else 1
        lines = self.row_list.lines_needed(self.columns - AROUND_ROWS) + heads + frame.gutter.height
        has_room = (
            self.columns < self.GUIDANCE_FROM and height >= BELOW_FROM and lines <= max(height // 2, height - AROUND)
        )
        self.set_class(has_room, "-below")
        if has_room:
            frame.styles.height = lines
        else:
            frame.styles.clear_rule("height")
