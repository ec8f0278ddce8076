"""A few lines that show the meeting at this moment, and are painted only when they say something new."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual.app import App
from textual.content import Content
from textual.reactive import var
from textual.selection import Selection
from textual.widget import Widget
from textual.widgets import Static

from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.timeline import Timing, timing_at
from sip_tui.widgets.text_layout import HangingIndent

SILENT = "-silent"
"""The class of lines that say nothing and are not there. What speaks seldom begins with it: it is then styled once."""


def update_if_changed(lines: Static, text: Content) -> bool:
    """Let a static show a text; nothing is laid out or painted when it shows that already."""
    if isinstance(lines.content, Content) and text.is_same(lines.content):
        return False
    lines.update(text)
    return True


class UpdateWhenVisible(Widget):
    """Says what there is to say while somebody can see it, and catches up when its screen comes back.

    Every room that has been visited hears of every change. Nobody should wait, at a key in one of them, for what the
    others would say. It is the last of a widget's bases: the library takes the styles from the first.
    """

    @property
    def is_seen(self) -> bool:
        """True in the room that is shown, also behind a dialog."""
        # By way of the parents: ``self.app`` is the app that runs now, which need not be the one that this stands in.
        *_others, screen, app = (None, None, *self.ancestors)
        return isinstance(app, App) and screen in app.screen_stack

    def refresh_if_visible(self) -> bool:
        """Say it again; true when it was something new."""
        return False


class LiveStatic(Static, UpdateWhenVisible):
    """Gets ``meeting`` and ``now`` by ``data_bind``; a subclass says what is told. Most ticks change nothing."""

    DEFAULT_CSS = """
    LiveStatic { text-wrap: nowrap; text-overflow: ellipsis; }
    LiveStatic.-silent { display: none; }
    """

    HANG: ClassVar[int] = 2
    """Cells by which a line that is broken is set in where it goes on, so that the next one is seen to begin."""

    meeting: var[Meeting] = var(Meeting)
    """The meeting as it stands."""
    now: var[datetime | None] = var(None)
    """The time as it is shown; None until it is bound."""

    def render_content(self, now: datetime) -> Content:
        """What the lines say; nothing hides them."""
        return Content("")

    def timing(self, now: datetime) -> Timing:
        """The clocks at this time."""
        return timing_at(self.meeting, now)

    def watch_meeting(self) -> None:
        self.refresh_if_visible()

    def watch_now(self) -> None:
        self.refresh_if_visible()

    def refresh_if_visible(self) -> bool:
        if self.now is None or not self.is_seen:
            return False
        content = self.render_content(self.now)
        self.set_class(not content.plain, SILENT)
        return update_if_changed(self, HangingIndent(content, more=self.HANG))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What has been marked with the mouse, in the lines as they are broken here."""
        content = self.content
        if not isinstance(content, HangingIndent) or self.styles.text_wrap == "nowrap":
            return super().get_selection(selection)
        return selection.extract(content.laid(self.content_size.width).plain), "\n"
