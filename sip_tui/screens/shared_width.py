"""A screen that shares its width: what stands above keeps all of it, the body moves together beside a panel."""

from __future__ import annotations

from textual.screen import ScreenResultType
from textual.widget import Widget

from sip_tui.widgets.textual_internals import SparingScreen

BROAD_FROM = 180
"""Columns from which a screen is ``-broad``: its lists give the guidance more of them, so that no line is too long."""
LINES_OF_HEADER = 3
"""Lines above the body on a screen that has no navigation."""


class SharedWidthScreen(SparingScreen[ScreenResultType]):
    """A screen whose body can give some of its width to a panel."""

    ABOVE_BODY = "MeetingHeader, Nav, Prompt"
    """What stands above the body, as a selector."""
    columns_given = 0
    """Columns of the terminal that a panel has."""
    _left = 0
    """Columns that the body was laid out in beside it."""

    def __init__(self) -> None:
        super().__init__()
        # A screen that already has the classes of its size is not styled twice.
        self.update_classes(self.size_classes, update=False)

    @property
    def size_classes(self) -> dict[str, bool]:
        """For each class that depends on the size of the terminal, whether the screen has it."""
        vertical, horizontal = type(self).VERTICAL_BREAKPOINTS or (), type(self).HORIZONTAL_BREAKPOINTS or ()
        classes = dict.fromkeys((name for _least, name in (*vertical, *horizontal)), False)
        for size, breakpoints in ((self.app.size.height, vertical), (self.columns, horizontal)):
            classes |= dict.fromkeys([name for least, name in breakpoints if size >= least][-1:], True)
        return {**classes, "-broad": self.columns >= BROAD_FROM}

    @property
    def columns(self) -> int:
        """The columns of the terminal that are left for the body."""
        return self.app.size.width - self.columns_given

    @property
    def body(self) -> list[Widget]:
        """The parts of the screen between what stands above and the key line."""
        around = {*self.query(f"{self.ABOVE_BODY}, KeyBar")}
        return [part for part in self.children if part not in around and not part.has_class("-textual-system")]

    @property
    def lines_above(self) -> int:
        """The lines of what stands above the body: no panel lies over them."""
        shown = (part.region.bottom for part in self.query(self.ABOVE_BODY) if part.display)
        return max(shown, default=LINES_OF_HEADER)

    def give_columns(self, columns: int) -> None:
        """Lay the body out in what is left beside a panel; 0 gives it the whole width again."""
        width = self.app.size.width - columns
        if columns == self.columns_given and (not columns or width == self._left):
            return
        self.columns_given, self._left = columns, width
        for part in self.body:
            part.styles.width = width if columns else None
        # Also for when the terminal gets another size.
        breakpoints = type(self).HORIZONTAL_BREAKPOINTS or ()
        self.HORIZONTAL_BREAKPOINTS = [(least and least + columns, name) for least, name in breakpoints]
        self.update_classes(self.size_classes, animate=False)
        self.lay_out()
        self.fit_columns()
        self.lay_out()

    def fit_columns(self) -> None:
        """Fit what is shown to the columns that the body has been laid out in."""
