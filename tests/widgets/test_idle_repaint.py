"""An idle screen costs little: what shows minutes looks seldom, and a clock's next figure moves nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

from textual.app import App, ComposeResult
from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static

from sip_tui.widgets.live_static import LiveStatic, update_if_changed
from tests.helpers.meetings import NOW


class Minutes(LiveStatic):
    """Shows the time, and counts how often it was asked to."""

    EVERY = 5
    asked = 0

    def render_content(self, now: datetime) -> Content:
        self.asked += 1
        return Content(f"{now:%H.%M.%S}")


class MinutesApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Minutes()


async def test_what_shows_minutes_looks_every_five_seconds() -> None:
    async with MinutesApp().run_test() as pilot:
        shown = pilot.app.query_one(Minutes)
        for second in range(20):
            shown.now = NOW.replace(second=0) + timedelta(seconds=second)
        assert shown.asked == 4
        assert str(shown.content) == f"{NOW:%H.%M}.15"


class Clock(Static):
    """Remembers whether each update asked for a new layout of the screen."""

    def __init__(self) -> None:
        super().__init__(Content("13.02"))
        self.laid_out: list[bool] = []

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        self.laid_out.append(layout)
        super().update(content, layout=layout)


class ClockApp(App[None]):
    CSS = "Clock { width: auto; height: auto; }"

    def compose(self) -> ComposeResult:
        yield Clock()


async def test_a_clocks_next_figure_needs_no_layout() -> None:
    async with ClockApp().run_test() as pilot:
        clock = pilot.app.query_one(Clock)
        for text in ("13.03", "13.03", "9.04", "9.05", "9.05\n9.06"):
            update_if_changed(clock, Content(text))
            await pilot.pause()
        assert clock.laid_out == [False, True, False, True]
        clock.styles.width, clock.styles.height = 20, 1
        update_if_changed(clock, Content("en helt annan text"))
        assert clock.laid_out[-1] is False
