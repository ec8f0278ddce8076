"""A real PostgreSQL for each run, shared by its workers, and a database with our tables for each test."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir

import pytest

from sip_tui.i18n import translation
from sip_tui.sync.address import parse_address
from sip_tui.sync.database import Database
from tests.helpers.postgres import PostgresServer

collect_ignore_glob = ["test_*.py"] if sys.platform == "win32" else []


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Sentences are compared in the language that they are written in."""
    translation.set_language("en")
    yield
    translation.set_language("sv")


@pytest.fixture(scope="session")
def server(testrun_uid: str) -> Iterator[PostgresServer]:
    """The server that all workers of this run share; not in pytest's folder, which only its owner may enter."""
    running = PostgresServer(Path(gettempdir()) / f"sip-tui-pg-{testrun_uid[:12]}")
    yield running
    running.stop()


@pytest.fixture
def url(server: PostgresServer) -> str:
    """The address of an empty database with the tables of sip-tui."""
    address = server.new_database()
    database = Database(parse_address(address))
    database.create_schema()
    database.close()
    return address
