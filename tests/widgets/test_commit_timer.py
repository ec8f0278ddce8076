"""What is typed is committed after a moment, and a burst of letters as soon as it has been taken."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input

from sip_tui.widgets.commit_timer import CommitTimer


class Form(App[None]):
    """One field, whose timer does not fire during a test."""

    def __init__(self) -> None:
        super().__init__()
        self.commits: list[str] = []
        self.timer = CommitTimer(self, self.commit, 60)

    def compose(self) -> ComposeResult:
        """Lay out the field."""
        yield Input()

    def on_input_changed(self) -> None:
        """Tell the timer."""
        self.timer.on_change()

    def commit(self) -> None:
        """Note what the field holds."""
        self.timer.stop()
        self.commits.append(self.query_one(Input).value)


async def test_single_letter_waits_for_its_frame() -> None:
    async with Form().run_test() as pilot:
        await pilot.press("a")
        assert isinstance(pilot.app, Form)
        assert pilot.app.commits == []


async def test_burst_is_committed_without_waiting() -> None:
    async with Form().run_test() as pilot:
        await pilot.press(*"abc")
        assert isinstance(pilot.app, Form)
        assert pilot.app.commits
        assert "abc".startswith(pilot.app.commits[0])


async def test_stopped_burst_is_not_committed_again() -> None:
    async with Form().run_test() as pilot:
        assert isinstance(pilot.app, Form)
        for _change in range(2):
            pilot.app.timer.on_change()
        pilot.app.timer.stop()
        await pilot.pause()
        assert pilot.app.commits == []
