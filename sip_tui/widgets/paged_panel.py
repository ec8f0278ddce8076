"""A panel whose text may have more lines than there is room for: its edge names the key that shows the rest."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.containers import VerticalScroll
from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _


@runtime_checkable
class TurnsPanels(Protocol):
    """A screen with a key that turns the pages of its panels, or one that leads to where the whole text stands."""

    MORE_HINT: str
    """What the edge of a panel says about the key, as an English msgid; empty where there is no such key."""


class PagedPanel(VerticalScroll):
    """Lines that can be turned like pages."""

    is_covered = False
    """Whether something lies over the screen or beside it that takes its keys."""
    title = ""
    """What the panel holds, in the language that is spoken."""

    def on_mount(self) -> None:
        """Name the key as soon as there is more than can be seen."""
        self.watch(self, "show_vertical_scrollbar", self._follow_scrollbar, init=False)

    @property
    def has_more(self) -> bool:
        """Whether there are more lines than there is room for."""
        return self.show_vertical_scrollbar

    @property
    def hint(self) -> str:
        """What the edge says about the key to the rest; nothing while the key is text in a form."""
        if self.is_covered:
            return ""
        said = self.screen.MORE_HINT if isinstance(self.screen, TurnsPanels) else ""
        return _(said).format(keys=KEYS) if said else ""

    def show_title(self, title: str) -> None:
        """Show the title, and the key to the rest: below in a frame, behind the title where there is no line below."""
        self.title = title
        hint = self.hint if self.has_more else ""
        is_behind = bool(hint) and not self.screen.has_class("-wide")
        self.border_title = Content(f"{title} · {hint}" if is_behind else title)
        self.border_subtitle = Content(hint)

    def cover(self, is_covered: bool) -> None:
        """Name the key no more while a panel takes it, and again when that is closed."""
        self.is_covered = is_covered
        self.show_title(self.title)

    def turn_page(self) -> None:
        """Show the next lines; after the last the first."""
        if self.scroll_y < self.max_scroll_y:
            self.scroll_page_down(animate=False)
        else:
            self.scroll_home(animate=False)

    def _follow_scrollbar(self) -> None:
        self.show_title(self.title)
        self.screen.refresh_bindings()
