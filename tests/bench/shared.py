"""Two machines: two archives with nothing in common but a PostgreSQL on the loopback.

How soon the chair's screen shows a secretary's key, how long a machine that joins late waits for an hour's meeting, and
what that meeting takes in the database.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

from sip_tui.meeting.log.change import Edit
from sip_tui.session.demo_meeting import DEMO_ID
from sip_tui.store import Archive
from sip_tui.sync.address import parse_address
from sip_tui.sync.database import Database
from sip_tui.sync.once import exchange_once
from sip_tui.sync.settings import SyncSettings, new_settings, write_settings
from tests.bench.together import QUIT, Crossings, prepare, seat, typing
from tests.helpers.archives import NOON
from tests.helpers.postgres import PostgresServer

CHANGES = 12_000
"""An hour's meeting, each change saved as a line of its own."""


@contextmanager
def database() -> Iterator[str]:
    """Start a server and give the address of a database with our tables."""
    server = PostgresServer.alone()
    try:
        url = server.new_database()
        tables = Database(parse_address(url))
        tables.create_schema()
        tables.close()
        yield url
    finally:
        server.stop()


def share(home: Path, url: str) -> SyncSettings:
    """Share the prepared meeting of a home."""
    folder = Archive(home / "archive").open(DEMO_ID)
    settings = new_settings(parse_address(url))
    write_settings(folder, settings)
    exchange_once(folder, settings)
    return settings


def join(home: Path, first: SyncSettings) -> float:
    """Take part in another home; return the seconds until the meeting is there."""
    began = time.monotonic()
    folder = Archive(home / "archive").create(DEMO_ID, [])
    settings = new_settings(first.address, first.meeting, first.key)
    write_settings(folder, settings)
    exchange_once(folder, settings)
    folder.load()
    return time.monotonic() - began


def screens() -> Crossings:
    """Time a secretary's letters until the chair's screen on the other machine shows them."""
    with database() as url, TemporaryDirectory() as one, TemporaryDirectory() as two:
        prepare(Path(one))
        join(Path(two), share(Path(one), url))
        with seat(Path(one), "chair") as chair, seat(Path(two), "secretary") as secretary:
            chair.until_shown(r"\[F2 Tid\].*Inledning")
            secretary.until_shown(r"\[F8 Skriv\]")
            found = typing(secretary, chair, beside=True)
            chair.leave(QUIT)
            secretary.leave(QUIT)
        return found


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour's meeting in the database."""

    joined: float
    """Seconds until a machine that joins late has it."""
    rows: int
    size: int
    """Bytes of the tables with their indexes."""


def hour() -> Hour:
    """Write an hour's meeting, share it, and let another machine join."""
    with database() as url, TemporaryDirectory() as one, TemporaryDirectory() as two:
        prepare(Path(one))
        folder = Archive(Path(one) / "archive").open(DEMO_ID)
        ledger = folder.load()
        for number in range(CHANGES):
            edit = Edit("terms", f"t{number % 40}", "answer", f"svar {number} på frågan")
            changes = ledger.stamp((edit,), NOON + number * 300, folder.writer)
            ledger.add(changes)
            folder.append(changes)
        folder.leave()
        joined = join(Path(two), share(Path(one), url))
        with psycopg.connect(url) as connection:
            row = connection.execute(
                "SELECT count(*), pg_total_relation_size('sip_tui.line') FROM sip_tui.line"
            ).fetchone()
        assert row is not None
        return Hour(joined, *row)
