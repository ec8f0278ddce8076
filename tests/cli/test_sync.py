"""``connect``, ``invite``, ``join`` and ``sync``: two archives meet in a real database, by commands alone."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import psycopg
import pytest

from sip_tui.app.sharing import synchroniser_of
from sip_tui.app.start_app import actions_in
from sip_tui.cli import main
from sip_tui.cli.sync import PASSPHRASE
from sip_tui.paths import data_path
from sip_tui.store import Archive, StoreError
from sip_tui.store.replicas import SyncState
from tests.helpers.machines import until
from tests.helpers.postgres import PostgresServer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the server of the wheel is Unix's here")


class Person:
    """Somebody at a machine with an archive of its own."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self._capsys = root, capsys

    def runs(self, *arguments: str, code: int = 0) -> str:
        """Run a command, and return what it says."""
        assert main(["--lang", "en", "--data", str(self.root), *arguments]) == code, self._capsys.readouterr()
        said = self._capsys.readouterr()
        return f"{said.out}{said.err}".strip()


@pytest.fixture
def chair(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Person:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(PASSPHRASE, "häst batteri klammer")
    return Person(tmp_path / "chair", capsys)


@pytest.fixture
def secretary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Person:
    return Person(tmp_path / "secretary", capsys)


def test_two_machines_share_a_meeting(chair: Person, secretary: Person, server: PostgresServer, tmp_path: Path) -> None:
    url = server.new_database()
    meeting = chair.runs("new", str(data_path("demo", "meeting.toml")))
    assert "sync --init" in chair.runs("connect", url, code=1)
    assert "in place" in chair.runs("sync", "--init", url)
    assert "Connected" in chair.runs("connect", url.replace("postgres:@", "postgres:hemligt@", 1))
    assert "hemligt" not in "".join(path.read_text(encoding="utf-8") for path in chair.root.rglob("*.json"))
    assert "no other machine" in chair.runs("invite", meeting, "-o", "till-sekreteraren")
    assert "there already" in chair.runs("invite", meeting, "-o", "till-sekreteraren", code=1)
    assert secretary.runs("join", "till-sekreteraren", "--as", "mote") == "mote"
    assert "here already" in secretary.runs("join", "till-sekreteraren", code=1)
    (tmp_path / "ord.md").write_text("Vi ses i Linden.\n", encoding="utf-8")
    secretary.runs("notes", "mote", str(tmp_path / "ord.md"), "--phase", "opening")
    assert "waiting" in secretary.runs("sync", "--status")
    assert "sent" in secretary.runs("sync")
    with psycopg.connect(url) as connection:
        rows = "UPDATE sip_tui.line SET sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)"
        connection.execute(rows)
        connection.commit()
        assert "was changed" in (said := chair.runs("sync", meeting, code=1))
        assert "shared" not in said
        connection.execute(rows)
    assert "shared" in chair.runs("sync", meeting)
    assert [json.loads(who.runs("show", name, "--json"))["notes"] for who, name in ((chair, meeting),)] == [
        json.loads(secretary.runs("show", "mote", "--json"))["notes"]
    ]
    (tmp_path / "igen.json").write_text(chair.runs("show", meeting, "--json"), encoding="utf-8")
    assert chair.runs("new", str(tmp_path / "igen.json"))
    assert "closed and saved" in chair.runs("close", meeting)
    assert not list((chair.root / meeting).glob("*.journal"))
    elsewhere = Archive(chair.root).open(meeting)
    elsewhere.claim_seat("chair")
    assert "another window" in chair.runs("purge", meeting, "--yes", code=1)
    elsewhere.leave()
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT count(*) > 0 FROM sip_tui.line").fetchone() == (True,)
    chair.runs("purge", meeting, "--yes")
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT count(*) FROM sip_tui.line").fetchone() == (0,)
    assert "removed" in secretary.runs("purge", "mote", "--force", "--yes")
    assert "nothing of this meeting" in secretary.runs("join", "till-sekreteraren", code=1)
    assert not Archive(secretary.root).entries()


def test_removing_from_the_list_removes_the_rows_too(chair: Person, server: PostgresServer) -> None:
    url = server.new_database()
    meeting = chair.runs("new", str(data_path("demo", "meeting.toml")))
    chair.runs("sync", "--init", url)
    chair.runs("connect", url, meeting)
    chair.runs("sync")
    said = actions_in(Archive(chair.root)).purge(meeting)
    assert said == f"Meeting {meeting} is removed, with everything in it."
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT count(*) FROM sip_tui.line").fetchone() == (0,)


def test_close_waits_for_who_sits_at_another_computer(chair: Person, secretary: Person, server: PostgresServer) -> None:
    url = server.new_database()
    meeting = chair.runs("new", str(data_path("demo", "meeting.toml")))
    chair.runs("sync", "--init", url)
    chair.runs("connect", url, meeting)
    chair.runs("invite", meeting)
    there = secretary.runs("join", f"{meeting}.sip-invitation")
    sharing = synchroniser_of(Archive(secretary.root).open(there))
    assert sharing
    seat = sharing.claim_seat("secretary")
    sharing.start()
    assert until(lambda: seat in str(chair.runs("sync") and SyncState.read(chair.root / meeting).status))
    assert "on another computer" in chair.runs("close", meeting, code=1)
    with pytest.raises(StoreError, match="on another computer"):
        actions_in(Archive(chair.root)).archive(meeting)
    sharing.stop(10)
    assert not json.loads(chair.runs("list", "--json"))[0]["closed"]


def test_a_wrong_passphrase_opens_no_invitation(
    chair: Person, secretary: Person, server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = server.new_database()
    meeting = chair.runs("new", str(data_path("demo", "meeting.toml")))
    chair.runs("sync", "--init", url)
    chair.runs("connect", url, meeting)
    chair.runs("invite", meeting)
    monkeypatch.setenv(PASSPHRASE, "häst batteri klammern")
    assert "did not open it" in secretary.runs("join", f"{meeting}.sip-invitation", code=1)
    assert not Archive(secretary.root).entries()
    monkeypatch.delenv(PASSPHRASE)
    assert "in a terminal" in secretary.runs("join", f"{meeting}.sip-invitation", code=2)


def test_an_invitation_replaces_no_link(chair: Person, server: PostgresServer, tmp_path: Path) -> None:
    url = server.new_database()
    meeting = chair.runs("new", str(data_path("demo", "meeting.toml")))
    chair.runs("sync", "--init", url)
    chair.runs("connect", url, meeting)
    (link := tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert "is there already" in chair.runs("invite", meeting, "-o", str(link), code=1)
    assert link.is_symlink()


def test_what_is_not_shared_says_how(chair: Person) -> None:
    meeting = chair.runs("new", str(data_path("demo", "meeting.toml")))
    assert "No meeting here is shared" in chair.runs("sync", code=1)
    assert "has no database yet" in chair.runs("invite", meeting, code=1)
    assert "Write the address too" in chair.runs("sync", "--init", code=2)


def test_an_address_that_leads_nowhere_is_to_be_checked(chair: Person) -> None:
    for command in (("connect",), ("sync", "--init")):
        assert "check the address" in chair.runs(*command, "postgresql://sip@127.0.0.1:1/sip", code=1)
    assert "Write the address too" in chair.runs("connect", code=2)


def test_a_refused_passphrase_shares_nothing(
    chair: Person, server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = server.new_database()
    meeting = chair.runs("new", str(data_path("demo", "meeting.toml")))
    chair.runs("sync", "--init", url)
    chair.runs("connect", url)
    monkeypatch.setenv(PASSPHRASE, "kort")
    assert "passphrase" in chair.runs("invite", meeting, code=1)
    assert "No meeting here is shared" in chair.runs("sync", code=1)


def test_a_machine_that_leaves_keeps_its_meeting(chair: Person, secretary: Person, server: PostgresServer) -> None:
    url = server.new_database()
    meeting = chair.runs("new", str(data_path("demo", "meeting.toml")))
    chair.runs("sync", "--init", url)
    chair.runs("connect", url, meeting)
    chair.runs("invite", meeting)
    there = secretary.runs("join", f"{meeting}.sip-invitation")
    secretary.runs("set", there, "place", "Linden")
    assert "no longer shared" in secretary.runs("connect", "--off", there)
    assert "No meeting here is shared" in secretary.runs("sync", code=1)
    assert "is not shared" in secretary.runs("connect", "--off", there, code=1)
    assert "no other machine" in chair.runs("sync")
    shown = [json.loads(who.runs("show", name, "--json")) for who, name in ((chair, meeting), (secretary, there))]
    assert shown[0] == shown[1]
    assert shown[0]["about"]["place"] == "Linden"
    secretary.runs("purge", there, "--force", "--yes")
    assert secretary.runs("join", f"{meeting}.sip-invitation") == there
    assert "shared" in chair.runs("sync")


def test_the_last_machine_takes_the_rows_along(chair: Person, server: PostgresServer) -> None:
    url = server.new_database()
    meeting = chair.runs("new", str(data_path("demo", "meeting.toml")))
    chair.runs("sync", "--init", url)
    chair.runs("connect", url, meeting)
    chair.runs("connect", "--off", meeting)
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT count(*) FROM sip_tui.line").fetchone() == (0,)
    chair.runs("connect", url, meeting)
    assert "no other machine" in chair.runs("sync")


def test_leaving_without_a_database_takes_force(chair: Person, server: PostgresServer) -> None:
    url = server.new_database()
    meeting = chair.runs("new", str(data_path("demo", "meeting.toml")))
    chair.runs("sync", "--init", url)
    chair.runs("connect", url, meeting)
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE sip_tui.about SET version = 99")
    chair.runs("set", meeting, "place", "Linden")
    assert "--force" in chair.runs("connect", "--off", meeting, code=1)
    assert "only here" in chair.runs("connect", "--off", meeting, "--force")
    assert "Linden" in chair.runs("show", meeting, "--json")


def test_damaged_settings_are_left_behind(chair: Person, secretary: Person, server: PostgresServer) -> None:
    url = server.new_database()
    meeting = chair.runs("new", str(data_path("demo", "meeting.toml")))
    chair.runs("sync", "--init", url)
    chair.runs("connect", url, meeting)
    chair.runs("invite", meeting)
    there = secretary.runs("join", f"{meeting}.sip-invitation")
    (secretary.root / there / "sync.json").write_bytes(b"{")
    assert f"connect --off {there} --force" in secretary.runs("sync", code=1)
    assert secretary.runs("join", f"{meeting}.sip-invitation", "--as", "igen") == "igen"
    assert "igen: shared" in secretary.runs("sync", code=1)
    assert "no longer shared" in secretary.runs("connect", "--off", there, "--force")


def test_no_new_meetings_are_shared_after_off(chair: Person, server: PostgresServer) -> None:
    url = server.new_database()
    meeting = chair.runs("new", str(data_path("demo", "meeting.toml")))
    chair.runs("sync", "--init", url)
    chair.runs("connect", url)
    assert "No new meetings" in chair.runs("connect", "--off")
    assert "has no database yet" in chair.runs("invite", meeting, code=1)
