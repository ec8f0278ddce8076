"""What cannot be saved where it belongs is copied elsewhere and told, however the program ends; the screen goes on."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from sip_tui.app.app import SipApp
from sip_tui.app.shutdown import failure_sentence
from sip_tui.i18n import translation
from sip_tui.meeting.log.change import Edit
from sip_tui.session.session import MeetingSession
from sip_tui.store import Archive, StoreError, journal_reader
from sip_tui.store.locks import MEETING_LOCK, locked
from sip_tui.store.removal import RESCUE
from tests.helpers.app_harness import ID, AppHarness, advance_clock
from tests.helpers.failing_disk import remove_folder
from tests.helpers.terminal_session import TerminalSession, new_demo, run_command


@pytest.fixture
def harness(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppHarness:
    """A meeting in an archive of its own, told in Swedish, and a home in which there is room for a copy."""
    translation.set_language("sv")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return AppHarness(tmp_path / "archive")


def copied(home: Path) -> str:
    """The words of the only action in the only copy."""
    (copy,) = Archive(home / RESCUE).entries()
    (action,) = MeetingSession(Archive(home / RESCUE).open(copy.id)).meeting.actions
    return action.what


def write_in_a_removed_folder(app: SipApp, harness: AppHarness) -> None:
    app.write((Edit("actions", "a1", "what", "Skrivet till sist"),))
    remove_folder(harness.archive.root / ID)


def leave(app: SipApp) -> str:
    app._leave_at_once()
    assert app.return_code == 0
    return app.not_saved


def crash(app: SipApp) -> str:
    return failure_sentence(ValueError("ord"), app._last_words())


@pytest.mark.parametrize("end", [leave, crash])
async def test_end_after_folder_is_gone_copies_the_meeting(
    harness: AppHarness, tmp_path: Path, end: Callable[[SipApp], str]
) -> None:
    app = harness.app()
    async with app.run_test():
        write_in_a_removed_folder(app, harness)
        sentence = end(app)
    assert "mappen är borta. Hela mötet är kopierat till" in sentence
    assert "sparat" not in sentence
    assert copied(tmp_path / "home") == "Skrivet till sist"


async def test_end_with_everything_saved_copies_nothing(harness: AppHarness, tmp_path: Path) -> None:
    app = harness.app()
    async with app.run_test():
        app.write((Edit("actions", "a1", "what", "Skrivet"),))
        assert leave(app) == ""
    assert not list((tmp_path / "home").iterdir())
    assert harness.on_disk().actions[0].what == "Skrivet"


async def test_save_in_a_removed_folder_copies_instead_of_claiming(harness: AppHarness, tmp_path: Path) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write((Edit("actions", "a1", "what", "Skrivet till sist"),))
        await until(pilot, lambda: not app.session.unsaved)
        remove_folder(harness.archive.root / ID)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: any("Hela mötet är kopierat" in notice.message for notice in app._notifications))
        await advance_clock(pilot, app, harness.clock, 0)
        assert app.saved == "Kan inte spara: mappen är borta"
    assert copied(tmp_path / "home") == "Skrivet till sist"


async def test_one_can_leave_although_the_disk_takes_nothing(harness: AppHarness, tmp_path: Path) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        write_in_a_removed_folder(app, harness)
        await pilot.press("ctrl+q")
        assert any("en gång till" in notice.message for notice in app._notifications)
        assert app.is_running
        assert not app.not_saved
        await pilot.press("ctrl+q")
    assert "Hela mötet är kopierat till" in app.not_saved
    assert copied(tmp_path / "home") == "Skrivet till sist"


async def test_one_stays_when_no_place_takes_a_copy(harness: AppHarness, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object) -> Path:
        raise StoreError("Ingen plats alls")

    monkeypatch.setattr(MeetingSession, "save_copy", refuse)
    app = harness.app()
    async with app.run_test() as pilot:
        write_in_a_removed_folder(app, harness)
        await pilot.press("ctrl+q", "ctrl+q")
        assert any(notice.message == "Ingen plats alls" for notice in app._notifications)
        assert app.is_running
        assert not app.not_saved


async def test_the_notes_open_although_the_folder_is_gone(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        remove_folder(harness.archive.root / ID)
        await pilot.press("f8")
        await pilot.pause()
        app.screen.query_one(TextArea).insert("går vidare")
        await pilot.press("f2")
        assert app.current_mode == "time"


async def test_keys_wait_for_no_lock_and_no_other_writers_disk(
    harness: AppHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The meeting's lock is held elsewhere, and the other seat's line takes the disk for ever."""
    answered, other = Event(), MeetingSession(harness.archive.open(ID), harness.clock)
    app = harness.app()
    monkeypatch.setattr(journal_reader, "sync", lambda _file: answered.wait(60))
    try:
        async with app.run_test() as pilot:
            other.write((Edit("actions", "a1", "what", "Från den andra"),))
            assert other.flush()
            with locked(harness.archive.root / ID / MEETING_LOCK):
                await pilot.press("v", "f8", "f5", "f2")
                assert app.meeting.events
                assert not app.meeting.actions
            answered.set()
            await until(pilot, lambda: bool(app.meeting.actions))
    finally:
        answered.set()


async def test_a_checkpoint_that_fails_is_told(harness: AppHarness, monkeypatch: pytest.MonkeyPatch) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write((Edit("actions", "a1", "what", "Skrivet"),))
        await until(pilot, lambda: not app.session.unsaved)
        (harness.archive.root / ID / "meeting.json").write_bytes(b"{")
        app.session.checkpoint()
        await advance_clock(pilot, app, harness.clock, 0)
        assert any("meeting.json.damaged-1" in notice.message for notice in app._notifications)
    assert harness.on_disk().actions[0].what == "Skrivet"


async def until(pilot: Pilot[int], holds: Callable[[], bool]) -> None:
    for _ in range(200):
        if holds():
            return
        await pilot.pause(0.02)
    raise TimeoutError


def end_by_signal(secretary: TerminalSession) -> None:
    secretary.signal(signal.SIGTERM)
    assert secretary.ends()
    secretary.look()
    assert secretary.shows("Hela mötet är kopierat till")


def end_by_closing_the_window(secretary: TerminalSession) -> None:
    secretary.hang_up()
    assert secretary.ends()


@pytest.mark.parametrize("end", [end_by_signal, end_by_closing_the_window])
def test_ended_over_a_removed_folder_the_program_leaves_a_copy(
    tmp_path: Path, end: Callable[[TerminalSession], None]
) -> None:
    meeting = new_demo(tmp_path)
    with TerminalSession(tmp_path, "secretary", meeting) as secretary:
        secretary.until_shown(r"\[F8 Skriv\].*▸")
        secretary.keys("Skrivet till sist")
        secretary.until_saved()
        remove_folder(next(tmp_path.rglob(meeting)))
        end(secretary)
    assert secretary.exit_code == 3
    (copy,) = Archive(tmp_path / RESCUE).entries()
    assert "Skrivet till sist" in run_command(tmp_path, "--data", str(tmp_path / RESCUE), "show", copy.id, "--json")
