"""The minutes as others will get them, beside the pad; typing never waits for them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var
from textual.timer import Timer
from textual.widgets import Static

from sip_tui.i18n.translation import N_, _, ngettext
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.annotated_page import AnnotatedPage
from sip_tui.resources.meeting_types import part_name
from sip_tui.widgets.page_view import PageView

AUDIENCES: Mapping[str, tuple[str, str]] = {
    "mail": (N_("E-mail"), N_("this is what others see")),
    "person": (N_("To the person"), N_("on paper, to read in your own time")),
    "full": (N_("Complete"), N_("for paper or a secure system")),
}
"""Audience → what it is called, and what that means."""


class Drawer(Protocol):
    """Renders pages; both methods may be called from any thread."""

    def page(self, meeting: Meeting, audience: str, now: datetime) -> AnnotatedPage:
        """Draw the minutes for an audience; may take long."""

    def stop(self) -> None:
        """Let go of what drawing needs, until the next page."""


class Preview(Vertical):
    """A title with the audience and what was changed, and the text; rendered only while it can be seen."""

    DEFAULT_CSS = """
    Preview { height: 1fr; }
    Preview > Static { height: 1; padding: 0 1; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
    Preview > PageView { height: 1fr; }
    """

    QUIET_SECONDS = 0.7
    """Seconds without a change after which the minutes are rendered."""
    GLANCE_SECONDS = 0.15
    """Seconds that a view is shown before it is rendered."""

    now: var[datetime | None] = var(None)
    phase: var[str] = var("")
    """The phase that is written about; the view goes to its notes."""
    audience: var[str] = var("mail", init=False)
    """The audience of the minutes."""

    def __init__(self, drawer: Drawer, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._drawer = drawer
        self._pages: dict[str, AnnotatedPage] = {}
        self._wanted: Meeting | None = None
        self._drawn: tuple[Meeting | None, str] = (None, "")
        self._timer: Timer | None = None
        self._drawing = self._failed = False

    def compose(self) -> ComposeResult:
        """Yield the title and the page."""
        yield Static()
        yield PageView()

    def on_mount(self) -> None:
        """Show the title."""
        self._show_title()

    def on_resize(self) -> None:
        """Fit the title to the width."""
        self._show_title()

    def on_unmount(self) -> None:
        """Stop the drawing."""
        self._drawer.stop()

    def request(self, meeting: Meeting, *, soon: bool = False) -> None:
        """Show the minutes of this meeting when nothing else has been wanted for a while, or ``soon``."""
        self._wanted = meeting
        self._stop()
        self._timer = self.set_timer(self.GLANCE_SECONDS if soon else self.QUIET_SECONDS, self._quiet)

    def pause(self) -> None:
        """Draw nothing until something is wanted again."""
        self._stop()
        self._wanted = None
        self._drawer.stop()

    def watch_audience(self) -> None:
        """Show the minutes for another audience."""
        self._failed = False
        self._show(anew=True)
        self._begin()

    def watch_phase(self) -> None:
        """Go to the notes of the phase."""
        self._go_to_phase()

    def watch_now(self) -> None:
        """Draw what was wanted while nobody could see it."""
        # What was wanted while nobody could see it is drawn when somebody can.
        self._begin()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = None

    def _quiet(self) -> None:
        self._timer = None
        self._begin()

    def _begin(self) -> None:
        """Draw what is wanted, when somebody can see it: one page at a time, and not while somebody types."""
        wanted = self._wanted
        if wanted is None or self.now is None or self._timer or self._drawing or not self._in_sight:
            return
        if (wanted, self.audience) != self._drawn:
            self._drawing, self._drawn = True, (wanted, self.audience)
            self._draw(wanted, self.audience, self.now)

    @property
    def _in_sight(self) -> bool:
        return self.is_mounted and self.display and self.screen.is_active

    @work(exit_on_error=False, group="preview")
    async def _draw(self, meeting: Meeting, audience: str, now: datetime) -> None:
        """Draw in a thread; what has become too old meanwhile is shown until there is something newer."""
        try:
            self._pages[audience] = await asyncio.to_thread(self._drawer.page, meeting, audience, now)
            self._failed = False
        except EOFError:
            self._drawn = (None, "")
        except Exception:
            # The minutes themselves are made anew when they leave, and say then what is wrong.
            self._failed = True
        finally:
            self._drawing = False
        if self.is_attached:
            self._show(anew=not self.query_one(PageView).lines)
            self._begin()

    def _show(self, *, anew: bool) -> None:
        """Show the page; another page than before is shown from where it is about what somebody writes."""
        if not self.is_mounted:
            return
        page, view = self._pages.get(self.audience), self.query_one(PageView)
        view.show(page.lines if page else ())
        if anew:
            view.go_to(0)
            self._go_to_phase()
        self._show_title()

    def _go_to_phase(self) -> None:
        meeting = self._wanted or self._drawn[0]
        if not self.is_mounted or meeting is None:
            return
        view, name = self.query_one(PageView), part_name(meeting, self.phase)
        found = (number for number, line in enumerate(view.lines) if line.heading and line.text == name)
        if (number := next(found, None)) is not None:
            view.go_to(number)

    def _show_title(self) -> None:
        line, self.border_title = self.query_one(Static), Content(_(AUDIENCES[self.audience][0]))
        line.update(title(self.audience, self._pages.get(self.audience), self._failed, line.content_size.width))


def title(audience: str, page: AnnotatedPage | None, failed: bool, width: int) -> Content:
    """Return audience and changes as far as they fit in ``width`` cells, the changes first."""
    name, sentence = (_(words) for words in AUDIENCES[audience])
    if failed or page is None:
        state = _("cannot be drawn just now; keep writing, everything is saved") if failed else _("is being drawn …")
        return Content(f"{name}: {state}")
    state = " · ".join(_state(audience, page))
    whole = Content(f"{name}: {sentence} · {state}" if state else f"{name}: {sentence}")
    return whole if whole.cell_length <= width or not state else Content(f"{name} · {state}")


def _state(audience: str, page: AnnotatedPage) -> list[str]:
    if audience == "full":
        return []
    leaks = ngettext("{count} place must be hidden", "{count} places must be hidden", page.leaks)
    changed = ngettext("{count} place changed", "{count} places changed", page.changed)
    sentence = [leaks.format(count=page.leaks)] if page.leaks else []
    return [*sentence, changed.format(count=page.changed) if page.changed else _("nothing changed")]
