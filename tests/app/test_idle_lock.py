"""A locked meeting that is left alone shows no word until its passphrase is given."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from sip_tui.screens.lock_screen import LockScreen
from tests.helpers.app_harness import ID, AppHarness, screen_text, wait_until

PASSPHRASE = "fyra ord som inte hör ihop"


async def test_meeting_left_alone_is_covered(tmp_path: Path) -> None:
    harness = AppHarness(tmp_path)
    harness.archive.lock(ID, PASSPHRASE)
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Maja" in screen_text(app)
        harness.clock.advance(19)
        app.lock_when_idle()
        assert not isinstance(app.screen, LockScreen), "somebody may listen for a while"
        harness.clock.advance(2)
        app.lock_when_idle()
        app.notify("Maja har inte haft ordet")
        await pilot.pause()
        assert "Maja" not in screen_text(app)
        await _answer(pilot, "fel lösenfras")
        assert isinstance(app.screen, LockScreen)
        await _answer(pilot, PASSPHRASE)
        await wait_until(pilot, lambda: not isinstance(app.screen, LockScreen))
        assert "Maja" in screen_text(app)


async def _answer(pilot: Pilot[int], passphrase: str) -> None:
    pilot.app.screen.query_one(Input).value = passphrase
    await pilot.press("enter")
    await pilot.app.workers.wait_for_complete()
    await wait_until(pilot, lambda: all(worker.is_finished for worker in pilot.app.workers))


async def test_meeting_that_is_not_locked_is_never_covered(tmp_path: Path) -> None:
    app = (harness := AppHarness(tmp_path)).app()
    async with app.run_test(size=(80, 24)) as pilot:
        harness.clock.advance(60)
        await pilot.pause(0)
        assert not any(isinstance(screen, LockScreen) for screen in app.screen_stack)


async def test_cover_stays_when_the_disk_is_pulled_out(tmp_path: Path) -> None:
    """Without its key file on the disk the meeting still opens for its passphrase, and for no other."""
    harness = AppHarness(tmp_path)
    harness.archive.lock(ID, PASSPHRASE)
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        harness.clock.advance(21)
        app.lock_when_idle()
        await pilot.pause()
        (harness.archive.root / ID / "key.json").unlink()
        for wrong in ("", "fel lösenfras"):
            await _answer(pilot, wrong)
            assert isinstance(app.screen, LockScreen)
        await _answer(pilot, PASSPHRASE)
        await wait_until(pilot, lambda: not isinstance(app.screen, LockScreen))


async def test_cover_says_what_could_not_be_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    harness = AppHarness(tmp_path)
    harness.archive.lock(ID, PASSPHRASE)
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr(type(app.session), "save_error", "Disken är full.")
        harness.clock.advance(21)
        app.lock_when_idle()
        await pilot.pause()
        assert "Disken är full." in screen_text(app)
        assert "Allt är sparat" not in screen_text(app)


async def test_passphrase_pasted_beside_its_field_goes_nowhere_else(tmp_path: Path) -> None:
    harness = AppHarness(tmp_path)
    harness.archive.lock(ID, PASSPHRASE)
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6")
        harness.clock.advance(21)
        app.lock_when_idle()
        await pilot.pause()
        app.screen.set_focus(None)
        app.post_message(Paste(PASSPHRASE))
        await pilot.pause()
        assert app.screen.query_one(Input).value == PASSPHRASE
        assert not app.meeting.drafts
