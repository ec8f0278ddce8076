"""The header tells the truth: what is on this disk, what the others have, and how long they have been away."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sip_tui.app.app import SipApp
from sip_tui.app.sharing import leave_the_others, stop_sharing, synchroniser_of
from sip_tui.i18n import translation
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.notes.pads import is_secretary_seat, write_pad
from sip_tui.phrasing.sharing import others_present
from sip_tui.screens.notes.screen import NotesScreen
from sip_tui.screens.notes.side_panel import other_seat_text
from sip_tui.store import MeetingInUseError
from sip_tui.sync.address import parse_address
from sip_tui.sync.database import Database
from sip_tui.sync.settings import SyncSettings, new_settings, read_settings, secretary_seat, write_settings
from sip_tui.sync.status import SyncStatus
from sip_tui.sync.synchroniser import Synchroniser
from sip_tui.widgets.header import MeetingHeader
from tests.helpers.app_harness import ID, AppHarness, wait_until
from tests.helpers.machines import until
from tests.helpers.postgres import PostgresServer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the server of the wheel is Unix's here")
NOBODY = "postgresql://sip@127.0.0.1:1/sip"


def harness_at(root: Path, url: str, other: AppHarness | None = None) -> AppHarness:
    """A machine with the demo meeting, shared; the second one takes part in the first one's."""
    harness = AppHarness(root)
    folder = harness.archive.open(ID)
    known = settings_of(other) if other else None
    write_settings(
        folder,
        new_settings(parse_address(url), known.meeting, known.key) if known else new_settings(parse_address(url)),
    )
    return harness


def settings_of(harness: AppHarness) -> SyncSettings:
    found = read_settings(harness.archive.open(ID))
    assert found
    return found


@pytest.fixture
def url(server: PostgresServer) -> str:
    address = server.new_database()
    database = Database(parse_address(address))
    database.create_schema()
    database.close()
    return address


def header(app: SipApp) -> str:
    return app.screen.query_one(MeetingHeader).saved


def shown(app: SipApp) -> str:
    """What the header says after the next tick."""
    app.tick()
    return header(app)


async def test_header_says_since_when_nobody_answers(tmp_path: Path) -> None:
    translation.set_language("sv")
    app = harness_at(tmp_path, NOBODY).app()
    app.sharing = synchroniser_of(app.session.folder)
    assert app.sharing
    async with app.run_test(size=(120, 40)) as pilot:
        app.write((Edit("actions", "a1", "what", "Ringa"), Edit("actions", "a1", "who", "p3")))
        await wait_until(pilot, lambda: app.sharing is not None and app.sharing.status.waiting >= 2)
        app.sharing.status = SyncStatus(offline_since=datetime(2026, 11, 27, 12, 5, tzinfo=UTC).timestamp(), waiting=12)
        app.tick()
        await pilot.pause()
        assert header(app) == "Utan nät sedan 13.05, 12 ändringar väntar"
    stop_sharing(app.sharing)


async def test_offline_goes_from_the_header_where_nothing_was_written(tmp_path: Path) -> None:
    app = harness_at(tmp_path, NOBODY).app()
    app.sharing = synchroniser_of(app.session.folder)
    assert app.sharing
    app.sharing.stop()
    async with app.run_test(size=(120, 40)):
        app.sharing.status = SyncStatus(offline_since=datetime(2026, 11, 27, 12, 5, tzinfo=UTC).timestamp())
        assert "13.05" in shown(app)
        app.sharing.status = SyncStatus(online=True, shared=True, machines=1)
        assert shown(app) == ""
    stop_sharing(app.sharing)


async def test_header_says_when_the_others_have_it(tmp_path: Path, url: str) -> None:
    translation.set_language("sv")
    chair = harness_at(tmp_path / "one", url)
    secretary = harness_at(tmp_path / "two", url, chair)
    other = synchroniser_of(secretary.archive.open(ID))
    assert other
    seat = other.claim_seat("secretary")
    app = chair.app()
    app.sharing = synchroniser_of(app.session.folder)
    async with app.run_test(size=(120, 40)) as pilot:
        app.write((Edit("actions", "a1", "what", "Ringa"),))
        await wait_until(pilot, lambda: header(app) == "Sparat 13.00")
        other.start()
        await wait_until(pilot, lambda: shown(app) == "Delat 13.00")
        await wait_until(pilot, lambda: bool(shown(app)) and app.other_seats == (seat,))
        assert others_present((seat,)) == ("Sekreteraren är med", "Med sekreteraren")
        with pytest.raises(MeetingInUseError):
            leave_the_others(app.sharing)
    other.stop(10)


def test_a_seat_is_taken_on_all_machines(tmp_path: Path, url: str) -> None:
    one = harness_at(tmp_path / "one", url)
    two = harness_at(tmp_path / "two", url, one)
    threads = [synchroniser_of(harness.archive.open(ID)) for harness in (one, two)]
    assert [thread.claim_seat("chair") for thread in threads if thread] == ["chair", "chair-2"]
    for thread in threads:
        assert thread
        thread.start()
        thread.stop(10)
    again = synchroniser_of(two.archive.open(ID))
    assert again
    assert until(lambda: not again.is_alive())
    assert again.claim_seat("chair") in {"chair", "chair-2"}
    again.start()
    again.stop(10)


def test_machines_out_of_reach_write_in_notes_of_their_own(tmp_path: Path) -> None:
    one = harness_at(tmp_path / "one", NOBODY)
    joined = [harness_at(tmp_path / name, NOBODY, one) for name in ("two", "three")]
    seats = {secretary_seat(harness.archive.open(ID)) for harness in (one, *joined)}
    assert len(seats) == 3
    assert all(map(is_secretary_seat, seats))
    thread = synchroniser_of(joined[0].archive.open(ID))
    assert thread
    assert thread.claim_seat("secretary") in seats - {"secretary"}
    thread.start()
    thread.stop(10)


async def test_chair_leaves_the_notes_to_a_secretary_elsewhere(tmp_path: Path) -> None:
    app = harness_at(tmp_path, NOBODY).app()
    app.sharing = synchroniser_of(app.session.folder)
    assert app.sharing
    app.sharing.status = SyncStatus(online=True, machines=1, seats=("secretary-m1f0a93",))
    async with app.run_test(size=(120, 40)) as pilot:
        app.sharing.status = SyncStatus(online=True, machines=1, seats=("secretary-m1f0a93",))
        app.tick()
        await pilot.press("f8")
        notes = app.screen
        assert isinstance(notes, NotesScreen)
        assert notes.seat == "chair"
        assert app.session.folder.other_seats() == []
    stop_sharing(app.sharing)


async def test_each_machine_has_the_private_notes_of_its_chair(tmp_path: Path) -> None:
    chair = harness_at(tmp_path / "one", NOBODY)
    app = harness_at(tmp_path / "two", NOBODY, chair).app()
    app.write(write_pad(app.meeting, "opening", "chair", "Från den andra datorn"))
    app.sharing = synchroniser_of(app.session.folder)
    assert app.sharing
    app.sharing.status = SyncStatus(online=True, machines=1, seats=("secretary",))
    async with app.run_test(size=(120, 40)) as pilot:
        app.sharing.status = SyncStatus(online=True, machines=1, seats=("secretary",))
        app.tick()
        await pilot.press("f8", "H")
        notes = app.screen
        assert isinstance(notes, NotesScreen)
        assert notes.seat == app.sharing.notes_seat("chair") != "chair"
        notes.commit()
        assert app.meeting.pad_text("opening", notes.seat) == "H"
        assert app.meeting.pad_text("opening", "chair") == "Från den andra datorn"
        assert "Från den andra datorn" in other_seat_text(app.meeting, "opening", notes.seat)
        assert "H" in other_seat_text(app.meeting, "opening", "secretary")
    stop_sharing(app.sharing)


def test_a_meeting_that_is_not_shared_has_no_synchroniser(tmp_path: Path) -> None:
    harness = AppHarness(tmp_path)
    assert synchroniser_of(harness.archive.open(ID)) is None
    stop_sharing(None)
    leave_the_others(None)
    folder = harness.archive.open(ID)
    (folder.path / "sync.json").write_text("{", encoding="utf-8")
    assert synchroniser_of(folder) is None
    assert any("sync.json" in sentence for sentence in folder.warnings)


def test_of_two_processes_on_a_machine_one_exchanges(tmp_path: Path, url: str) -> None:
    harness = harness_at(tmp_path, url)
    first, second = (synchroniser_of(harness.archive.open(ID)) for _process in range(2))
    assert isinstance(first, Synchroniser)
    assert isinstance(second, Synchroniser)
    first.start()
    assert until(lambda: first.status.online)
    second.start()
    assert until(lambda: second.status.online)
    first.stop(10)
    second.stop(10)
