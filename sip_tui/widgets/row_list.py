"""A list of rows that keeps its place when the rows change under it, and paints only what changed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

Lines = Sequence[tuple[str, Content]]
"""Row id and what it shows; an id that begins with ``#`` is a heading that cannot be chosen."""


class RowList(OptionList):
    """An option list that is told all its rows each time, and does as little as it can."""

    DEFAULT_CSS = """
    RowList { border: none; background: $surface; padding: 0 1; height: 1fr; }
    RowList.-cut { text-wrap: nowrap; text-overflow: ellipsis; }
    RowList > .option-list--option-highlighted, RowList:focus > .option-list--option-highlighted {
        background: $primary 35%; color: $foreground; text-style: bold;
    }
    RowList > .option-list--option-disabled { color: $foreground; }
    """

    def __init__(self, *, id: str, cut: bool = False) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, markup=False, classes="-cut" if cut else "")
        self._shown_rows: list[tuple[str, Content]] = []

    @property
    def row(self) -> str:
        """The id of the row that the cursor is on; empty when there is none."""
        if self.highlighted is None or self.highlighted >= self.option_count:
            return ""
        return self.get_option_at_index(self.highlighted).id or ""

    def show(self, lines: Lines) -> None:
        """Show these rows."""
        if [row for row, _ in lines] != [row for row, _ in self._shown_rows]:
            self._rebuild(lines)
        else:
            for (row, new), (_, old) in zip(lines, self._shown_rows, strict=True):
                if not new.is_same(old):
                    self.replace_option_prompt(row, new)
        self._shown_rows = list(lines)

    def go_to(self, row: str) -> None:
        """Move the cursor to a row, when it is there."""
        if any(one == row for one, _ in self._shown_rows):
            self.highlighted = self.get_option_index(row)

    def _rebuild(self, lines: Lines) -> None:
        row, index = self.row, self.highlighted or 0
        self.set_options([Option(text, id=one, disabled=one.startswith("#")) for one, text in lines])
        if any(one == row for one, _ in lines):
            self.highlighted = self.get_option_index(row)
        elif lines:
            self.highlighted = min(index, len(lines) - 1)
