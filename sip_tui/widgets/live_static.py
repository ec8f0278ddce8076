"""Widgets that show the meeting at this moment, and are painted only when they show something new."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from rich.style import Style
from textual.app import App
from textual.content import Content
from textual.reactive import var
from textual.selection import Selection
from textual.widget import Widget
from textual.widgets import Static

from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.timeline import Timing, timing_at
from sip_tui.widgets.text_layout import HangingIndent

FRAME = "frame"
"""The class of what has a titled frame in a wide terminal, see ``sip_tui.tcss``."""
SILENT = "-silent"
"""The class of lines that are empty and hidden. What is seldom shown begins with it: it is then styled once."""


def update_if_changed(lines: Static, text: Content) -> bool:
    """Let a static show a text; nothing is laid out or painted when it shows that already."""
    before = lines.content
    if isinstance(before, Content) and text.is_same(before):
        return False
    # A clock's next figure takes the place of the one before: the screen need not be laid out for it each second.
    lines.update(text, layout=not (isinstance(before, Content) and _fits_in_place(lines, before, text)))
    return True


def _fits_in_place(lines: Static, before: Content, text: Content) -> bool:
    """Tell whether a widget's size stands, or the text has as many lines as before, each as wide and none broken."""
    if not lines.styles.auto_dimensions:
        return True
    widths = [line.cell_length for line in text.split("\n", allow_blank=True)]
    unbroken = lines.styles.text_wrap == "nowrap" or max(widths) <= lines.content_size.width
    return unbroken and widths == [line.cell_length for line in before.split("\n", allow_blank=True)]


def period_of(now: datetime, seconds: int) -> int:
    """Return which period of so many seconds it is."""
    return int(now.timestamp()) // seconds


class UpdateWhenVisible(Widget):
    """Gets ``meeting`` and ``now`` by ``data_bind``; follows them while it can be seen, and when it can again.

    Every screen that has been visited gets every change; a key on one of them must not wait for the others. It has to
    be the last of a widget's bases: Textual takes the styles from the first.
    """

    EVERY: ClassVar[int] = 1
    """Seconds between two looks at the time: whatever shows minutes need not look each second."""
    _followed_at = -1
    has_missed = True
    """Whether something has come to be shown while nobody could see it."""

    meeting: var[Meeting] = var(Meeting)
    """The meeting as it stands."""
    now: var[datetime | None] = var(None)
    """The time as it is shown; None until it is bound."""

    def update_content(self, now: datetime) -> bool:
        """Show the meeting as it stands; return whether that is something new."""
        return False

    @property
    def is_seen(self) -> bool:
        """True on the screen that is shown, also behind a dialog."""
        # By way of the parents: ``self.app`` is the app that runs now, which need not be the one that this stands in.
        *_others, screen, app = (None, None, *self.ancestors)
        return isinstance(app, App) and screen in app.screen_stack

    def refresh_if_visible(self) -> bool:
        """Update the content if somebody can see it; return whether that was something new."""
        self.has_missed = self.now is None or not self.is_seen
        return self.now is not None and not self.has_missed and self.update_content(self.now)

    def follow(self) -> None:
        """Update the content; for any watcher or handler of a subclass."""
        self.refresh_if_visible()

    watch_meeting = follow

    def watch_now(self) -> None:
        """Update the content when the time that it shows can have changed."""
        at = period_of(self.now, self.EVERY) if self.now else 0
        if at != self._followed_at:
            self._followed_at = at
            self.follow()


class LiveStatic(Static, UpdateWhenVisible):
    """Lines that a subclass renders from the meeting and the time; most ticks change nothing."""

    DEFAULT_CSS = """
    LiveStatic { text-wrap: nowrap; text-overflow: ellipsis; }
    LiveStatic.-silent { display: none; }
    """

    HANG: ClassVar[int] = 2
    """Cells by which a broken line is set in where it goes on, so that the next one is seen to begin."""

    def render_content(self, now: datetime) -> Content:
        """Return what to show; nothing hides the widget."""
        return Content("")

    def under_heading(self, heading: str, lines: Iterable[Content]) -> Content:
        """Return lines under a bold heading; in a frame the heading is the frame's title."""
        if self.has_class(FRAME) and self.screen.has_class("-wide"):
            if self.border_title != heading:
                self.border_title = Content(heading)
            return Content("\n").join(lines)
        return Content("\n").join([Content.styled(heading, "bold"), *lines])

    @property
    def link_style(self) -> Style:
        """What a link adds to the words that it is on: Textual's own colour would cover theirs, a warning's too."""
        return self.styles.link_style

    def timing(self, now: datetime) -> Timing:
        """Return the clocks at this time."""
        return timing_at(self.meeting, now)

    def update_content(self, now: datetime) -> bool:
        """Show what is rendered, if it has changed."""
        content = self.render_content(now)
        self.set_class(not content.plain, SILENT)
        return update_if_changed(self, HangingIndent(content, more=self.HANG))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return what has been selected with the mouse, in the lines as they are broken here."""
        content = self.content
        if not isinstance(content, HangingIndent) or self.styles.text_wrap == "nowrap":
            return super().get_selection(selection)
        return selection.extract(content.break_lines(self.content_size.width).plain), "\n"


class Prompt(LiveStatic):
    """A prompt over the full width, which is there only when it has something to ask."""

    EVERY = 5

    DEFAULT_CLASSES = SILENT
    DEFAULT_CSS = "Prompt { height: auto; padding: 0 1; text-wrap: wrap; background: $primary 15%; text-style: bold; }"

    def update_content(self, now: datetime) -> bool:
        """Show what is asked; the keys that answer it come and go with it."""
        was_silent, changed = self.has_class(SILENT), super().update_content(now)
        if was_silent is not self.has_class(SILENT):
            self.screen.refresh_bindings()
        return changed
