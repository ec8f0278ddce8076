"""What is wrong with a database or an invitation is one sentence; nothing is lost, and nothing is read."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from psycopg import errors

from sip_tui.store.sealing import SealError, WrongPassphraseError
from sip_tui.sync.address import parse_address
from sip_tui.sync.database import Database
from sip_tui.sync.errors import OfflineError, SyncError, TakesNothingError, database_error
from sip_tui.sync.invitation import open_invitation, seal_invitation
from sip_tui.sync.settings import read_settings
from tests.helpers.machines import first_machine, until
from tests.helpers.postgres import PostgresServer

PASSPHRASE = "häst batteri klammer"


def refused(url: str) -> str:
    with pytest.raises(SyncError) as found, closing(Database(parse_address(url))) as database:
        database.check_schema()
    return str(found.value)


def test_no_such_database_or_user(server: PostgresServer) -> None:
    for url in (server.url_of("nowhere"), server.url.replace("postgres:@", "nobody@", 1)):
        assert "no such database or user" in refused(url)


def test_a_database_without_tables(server: PostgresServer) -> None:
    assert "sync --init" in refused(server.new_database())


@pytest.mark.parametrize(("version", "words"), [(0, "older sip-tui"), (99, "newer sip-tui")])
def test_tables_of_another_version(url: str, version: int, words: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE sip_tui.about SET version = %s", (version,))
    assert words in refused(url)


def test_newer_tables_are_not_made_older(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE sip_tui.about SET version = 99")
    database = Database(parse_address(url))
    with pytest.raises(SyncError, match="newer"):
        database.create_schema()
    database.close()
    assert "newer" in refused(url)


def test_a_wrong_password(server: PostgresServer, url: str) -> None:
    rules = server.folder / "pg_hba.conf"
    before = rules.read_text(encoding="utf-8")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE ROLE careful LOGIN PASSWORD 'right'")
        rules.write_text(f"local all careful scram-sha-256\n{before}", encoding="utf-8")
        connection.execute("SELECT pg_reload_conf()")
        careful = url.replace("postgres:@", "careful:wrong@", 1)
        params = {"password": "wrong", **psycopg.conninfo.conninfo_to_dict(careful)}
        found: list[str] = []

        def asked() -> bool:
            try:
                psycopg.connect(**params).close()  # type: ignore[arg-type]
            except psycopg.Error as error:
                found[:] = [str(database_error(error, "here"))]
            return bool(found) and "password" in found[0]

        assert until(asked), found
        rules.write_text(before, encoding="utf-8")
        connection.execute("SELECT pg_reload_conf()")
    assert "wrong" not in found[0]


def test_a_password_file_that_others_can_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / ".pgpass"
    path.write_text("*:*:*:*:right\n", encoding="utf-8")
    path.chmod(0o644)
    monkeypatch.setenv("PGPASSFILE", str(path))
    Database(parse_address(url)).close()
    refused_password = psycopg.OperationalError("password authentication failed")
    assert f"Others can read {path}" in str(database_error(refused_password, "here"))
    path.chmod(0o600)
    assert "does not accept" in str(database_error(refused_password, "here"))
    # libpq says nothing in the middle of the screen.
    assert capfd.readouterr().err == ""


def test_nobody_answers() -> None:
    with pytest.raises(OfflineError, match="does not answer"):
        Database(parse_address("postgresql://sip@127.0.0.1:1/sip"))


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (errors.DiskFull("x"), TakesNothingError, "full"),
        (errors.TooManyConnections("x"), TakesNothingError, "no room for one more"),
        (errors.ReadOnlySqlTransaction("x"), TakesNothingError, "takes no changes"),
        (errors.InsufficientPrivilege("x"), SyncError, "may not use the tables"),
        (psycopg.OperationalError("server does not support SSL, but SSL was required"), SyncError, "be made safe"),
        (errors.AdminShutdown("x"), OfflineError, "does not answer"),
        # A cable that is pulled speaks in the words of TLS.
        (psycopg.OperationalError("SSL SYSCALL error: Connection timed out"), OfflineError, "does not answer"),
        (psycopg.OperationalError("SSL connection has been closed unexpectedly"), OfflineError, "does not answer"),
        (psycopg.OperationalError("SSL error: certificate verify failed"), SyncError, "cannot be made safe"),
        (psycopg.OperationalError('root certificate file "/h/root.crt" does not exist'), SyncError, "/h/root.crt is"),
        (
            psycopg.OperationalError('no pg_hba.conf entry for user "u", database "d", SSL encryption'),
            SyncError,
            "not let this user in",
        ),
        (psycopg.OperationalError('Peer authentication failed for user "sip"'), SyncError, "not let this user in"),
        (psycopg.OperationalError('too many connections for role "sip"'), TakesNothingError, "no room for one more"),
        # A server that speaks Swedish.
        (psycopg.OperationalError("FATALT: L?senordsautentisering misslyckades"), SyncError, "the password"),
        (psycopg.OperationalError('FATALT: databasen "x" existerar inte'), SyncError, "no such database"),
        (psycopg.OperationalError("FATALT: ledsen, för många klienter"), TakesNothingError, "no room for one more"),
    ],
)
def test_each_refusal_has_its_sentence(error: psycopg.Error, kind: type[SyncError], words: str) -> None:
    found = database_error(error, "db.example.org")
    assert type(found) is kind
    assert words in str(found)


def test_a_full_server_keeps_everything_here(tmp_path: Path, url: str) -> None:
    one = first_machine(tmp_path / "one", url)
    with psycopg.connect(url) as connection:
        connection.execute(
            "CREATE FUNCTION sip_tui.no_room() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'no space' USING ERRCODE = 'disk_full'; END $$"
        )
        connection.execute("CREATE TRIGGER no_room BEFORE INSERT ON sip_tui.line EXECUTE FUNCTION sip_tui.no_room()")
    thread = one.synchroniser()
    one.word(1)
    thread.wake()
    assert until(lambda: thread.status.offline_since > 0)
    assert until(lambda: thread.status.waiting > 0)
    since = thread.status.offline_since
    thread.wake()
    time.sleep(2)
    # It is said once, and the header goes on to tell the same time.
    assert thread.status.offline_since == since
    assert ["full" in notice for notice in one.folder.warnings] == [True]
    assert "full" in thread.status.trouble
    with psycopg.connect(url) as connection:
        connection.execute("DROP TRIGGER no_room ON sip_tui.line")
    assert until(lambda: thread.status.online and not thread.status.waiting)
    thread.stop(10)


def test_an_invitation_opens_with_its_passphrase_only(tmp_path: Path, url: str) -> None:
    one = first_machine(tmp_path / "one", url)
    content = seal_invitation("moten-1", one.settings, PASSPHRASE)
    found = open_invitation(content, PASSPHRASE)
    assert (found.settings.key, found.settings.meeting) == (one.settings.key, one.settings.meeting)
    assert found.settings.machine != one.settings.machine
    with pytest.raises(WrongPassphraseError):
        open_invitation(content, "fel häst batteri")
    for word in (one.settings.meeting, "moten-1", "postgresql", PASSPHRASE):
        assert word.encode() not in content


@pytest.mark.parametrize("damage", [lambda text: b"", lambda text: b"[]", lambda text: text[:-9], lambda text: b"\xff"])
def test_what_is_no_invitation_is_refused(tmp_path: Path, url: str, damage: Callable[[bytes], bytes]) -> None:
    content = seal_invitation("moten-1", first_machine(tmp_path / "one", url).settings, PASSPHRASE)
    with pytest.raises(SealError, match="not a sharing file"):
        open_invitation(damage(content), PASSPHRASE)


def test_damaged_settings_are_one_sentence(tmp_path: Path, url: str) -> None:
    folder = first_machine(tmp_path / "one", url).folder
    path = folder.path / "sync.json"
    for content in (b"{", b"[]", path.read_bytes().replace(b'"key"', b'"kex"')):
        path.write_bytes(content)
        with pytest.raises(SealError, match=r"sync\.json"):
            read_settings(folder)
