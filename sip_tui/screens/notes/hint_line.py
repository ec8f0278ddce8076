"""Two quiet lines under the pads: what the line has become, and one thing that could be said better."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from sip_tui.widgets.live_static import update_if_changed
from sip_tui.widgets.plain import plain


class HintLine(Static):
    """Always as high, empty or not, so that nothing above it moves while somebody writes."""

    DEFAULT_CSS = """
    HintLine { height: 2; padding: 0 1; background: $boost; text-wrap: wrap; }
    HintLine.-both { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def show_hint(self, row: str, hint: str) -> None:
        """Show what the line is, and under it the hint; one alone may take both lines. Painted only when it is new."""
        told = [Content.styled(plain(row), "bold"), Content(plain(hint))]
        self.set_class(bool(hint), "-both")
        update_if_changed(self, Content("\n").join(told if hint else told[:1]))
