"""A database with our tables for each test."""

from __future__ import annotations

import sys
from collections.abc import Iterator

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


@pytest.fixture
def url(server: PostgresServer) -> str:
    """The address of an empty database with the tables of sip-tui."""
    address = server.new_database()
    database = Database(parse_address(address))
    database.create_schema()
    database.close()
    return address
