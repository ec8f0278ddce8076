"""An option list whose cursor stays at its ends: Textual's own goes around, and the next key would hit another row."""

from __future__ import annotations

from textual.widgets import OptionList


class BoundedList(OptionList):
    """A list in which the arrow keys stop at the first row and at the last."""

    def action_cursor_down(self) -> None:
        """Move the cursor to the next row; on the last one it stays."""
        at = -1 if self.highlighted is None else self.highlighted
        self._step(range(at + 1, self.option_count))

    def action_cursor_up(self) -> None:
        """Move the cursor to the row before; on the first one it stays."""
        at = self.option_count if self.highlighted is None else self.highlighted
        self._step(range(at - 1, -1, -1))

    def _step(self, indexes: range) -> None:
        """Move the cursor to the first of these rows that can be chosen."""
        found = (index for index in indexes if not self.get_option_at_index(index).disabled)
        self.highlighted = next(found, self.highlighted)
