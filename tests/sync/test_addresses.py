"""Where a database may be, and what is kept of its address."""

from __future__ import annotations

import os
import sys

import pytest

from sip_tui.sync.address import connection_parameters, has_password, parse_address
from sip_tui.sync.database import Database
from sip_tui.sync.errors import SyncError

LOCAL = (
    "postgresql://sip@localhost/sip",
    "postgresql://sip@127.0.0.1:5433/sip?sslmode=disable",
    "postgresql://sip@[::1]/sip",
    "postgresql:///sip?host=/var/run/postgresql",
    "postgres:///sip",
)


@pytest.mark.parametrize("url", LOCAL)
def test_this_machine_needs_no_tls(url: str) -> None:
    assert parse_address(url).local


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca"])
@pytest.mark.parametrize("host", ["db.example.org", "10.1.2.3", "localhost,db.example.org"])
def test_an_unsafe_way_to_another_machine_is_refused_by_name(host: str, mode: str) -> None:
    with pytest.raises(SyncError, match=f"sslmode={mode} is not safe"):
        parse_address(f"postgresql://sip@{host}/sip?sslmode={mode}")


def test_a_hidden_address_is_looked_at_too() -> None:
    with pytest.raises(SyncError, match="not safe"):
        parse_address("postgresql://sip@localhost/sip?hostaddr=10.1.2.3&sslmode=require")


def test_another_machine_is_always_asked_who_it_is() -> None:
    address = parse_address("postgresql://sip@db.example.org/sip")
    assert not address.local
    assert connection_parameters(address)["sslmode"] == "verify-full"


def test_environment_gives_a_password_and_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOST", "HOSTADDR", "PORT", "SERVICE", "SSLMODE", "OPTIONS", "PASSWORD"):
        monkeypatch.setenv(f"PG{name}", "192.0.2.2")
    connection_parameters(parse_address("postgresql://sip@127.0.0.1/sip"))
    assert [name for name in os.environ if name.startswith("PG")] == ["PGPASSWORD"]


def test_the_password_is_not_kept() -> None:
    url = "postgresql://sip:hemligt%20ord@localhost/sip"
    assert has_password(url)
    assert "hemligt" not in repr(parse_address(url))
    assert not has_password(parse_address(url).url)


@pytest.mark.parametrize("host", ["a" * 64, "db..example.org", "localhost," + "å" * 64])
def test_a_host_that_nobody_can_look_up_is_no_address(host: str) -> None:
    with pytest.raises(SyncError, match="not the address"):
        parse_address(f"postgresql://sip@{host}/sip?sslmode=verify-full")


def test_a_socket_may_lie_deep() -> None:
    assert parse_address(f"postgresql:///sip?host=/tmp/{'a' * 80}").local


def test_an_address_survives_being_kept() -> None:
    address = parse_address("postgresql://sip@localhost:5433/en%20databas?sslrootcert=/a%20b")
    assert parse_address(address.url) == address
    assert connection_parameters(address)["dbname"] == "en databas"


@pytest.mark.parametrize("url", ["", "mysql://x", "postgresql://[", "host=x", "postgresql://h/d?nonsense=1"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(SyncError, match="not the address"):
        parse_address(url)


def test_an_address_leads_to_no_other_file() -> None:
    with pytest.raises(SyncError, match="another file"):
        parse_address("postgresql:///sip?service=other")


def test_a_missing_library_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(SyncError, match=r"install sip-tui\[postgres\]"):
        parse_address("postgresql:///sip")


def test_behind_a_pooler_nothing_is_kept_in_a_session(url: str) -> None:
    first, second = (Database(parse_address(url), "a" * 32) for _machine in range(2))
    assert not first.is_pooled
    assert first.try_seat("chair")
    assert not second.try_seat("chair")
    first.listen()
    assert first.speaks
    second.is_pooled = True
    second.listen()
    assert second.try_seat("chair")
    assert not second.speaks
    for database in (first, second):
        database.close()


def test_an_unknown_mode_is_refused_by_name() -> None:
    with pytest.raises(SyncError, match="There is no sslmode=fel"):
        parse_address("postgresql://sip@localhost/sip?sslmode=fel")
