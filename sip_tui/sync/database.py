"""The database: sealed lines by (meeting, writer, sequence), and one sealed head for each machine.

A head says how many lines of each writer a machine has sent and received. It is sealed, so that nobody with the
database alone can leave out lines unnoticed.
"""

from __future__ import annotations

import select
import socket
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from typing import Any, NamedTuple

from sip_tui.i18n.translation import _
from sip_tui.sync.address import Address, connection_parameters
from sip_tui.sync.errors import SyncError, missing_library_error, offline_error, translating_database_errors

VERSION = 1
SCHEMA = """
CREATE SCHEMA IF NOT EXISTS sip_tui;
CREATE TABLE IF NOT EXISTS sip_tui.about (version integer NOT NULL);
CREATE TABLE IF NOT EXISTS sip_tui.line (
    meeting uuid NOT NULL, writer text NOT NULL, sequence integer NOT NULL, sealed bytea NOT NULL,
    PRIMARY KEY (meeting, writer, sequence));
CREATE TABLE IF NOT EXISTS sip_tui.head (
    meeting uuid NOT NULL, machine text NOT NULL, version bigint NOT NULL, sealed bytea NOT NULL,
    PRIMARY KEY (meeting, machine));
ALTER TABLE sip_tui.line ALTER COLUMN sealed SET STORAGE EXTERNAL;
"""
UPGRADES: Mapping[int, str] = {}
"""Version → the statements that make it the next one."""
PUSH = """
WITH lines AS (
    INSERT INTO sip_tui.line SELECT %(meeting)s::uuid, writer, sequence, sealed
    FROM unnest(%(writers)s::text[], %(sequences)s::int[], %(sealed)s::bytea[]) AS new (writer, sequence, sealed)
    ON CONFLICT DO NOTHING
), heads AS (
    INSERT INTO sip_tui.head AS old VALUES (%(meeting)s::uuid, %(machine)s, %(version)s, %(head)s)
    ON CONFLICT (meeting, machine) DO UPDATE SET version = excluded.version, sealed = excluded.sealed
    WHERE old.version < excluded.version
)
SELECT pg_notify(%(channel)s, '')
"""
SEATS = """
SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks
WHERE locktype = 'advisory' AND objsubid = 1 AND granted
AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


class SealedLine(NamedTuple):
    """One row of the table of lines."""

    writer: str
    sequence: int
    sealed: bytes


class SealedHead(NamedTuple):
    """One row of the table of heads."""

    machine: str
    version: int
    sealed: bytes


class Database:
    """An open connection, used by one thread."""

    def __init__(self, address: Address, meeting: str = "", timeout: int = 0) -> None:
        """Connect.

        Raises:
            OfflineError: The database does not answer.
            SyncError: It refuses.
        """
        try:
            from sip_tui.sync.patience import PatientConnection
        except ImportError:
            raise missing_library_error() from None
        self.place, self._meeting = address.place, meeting
        self._channel = f"sip_{meeting}"
        self._notified = False
        with translating_database_errors(self.place):
            self._connection = PatientConnection.reach(**connection_parameters(address, timeout))
            pid = self._connection.execute("SELECT pg_backend_pid()").fetchone()
        self.is_pooled = pid != (self._connection.info.backend_pid,)
        """True when a pooler stands in front of the server: what a session holds there may be another's, or gone."""
        self.speaks = False
        """True when NOTIFY arrives here; where it may not, the database is polled more often."""

    def fileno(self) -> int:
        """Return the descriptor that becomes readable when the server says something."""
        return self._connection.fileno()

    def close(self) -> None:
        """Close the connection; its seats are free."""
        with suppress(Exception):
            self._connection.close()

    def create_schema(self) -> None:
        """Create the tables, or bring older ones up to date."""
        with translating_database_errors(self.place), self._connection.transaction():
            # Two that create at the same moment do it one after the other.
            self._connection.execute("SELECT pg_advisory_xact_lock(7239112)")
            self._connection.execute(SCHEMA)
            version = self._version()
            if version > VERSION:
                raise _newer(self.place)
            for step in range(version, VERSION) if version else ():
                self._connection.execute(UPGRADES[step].encode())
            self._connection.execute("DELETE FROM sip_tui.about")
            self._connection.execute("INSERT INTO sip_tui.about VALUES (%s)", (VERSION,))

    def check_schema(self) -> None:
        """Raise SyncError when the tables are missing, or of another version."""
        with translating_database_errors(self.place):
            version = self._version()
        if version > VERSION:
            raise _newer(self.place)
        if version < VERSION:
            sentence = _(
                "The tables at {place} were made by an older sip-tui; run sip-tui sync --init to bring them up to date."
            )
            raise SyncError(sentence.format(place=self.place))

    def _version(self) -> int:
        row = self._connection.execute("SELECT max(version) FROM sip_tui.about").fetchone()
        return int(row[0] or 0) if row else 0

    def listen(self) -> None:
        """Be told of what others send, where the server can; a pooler may pass on the first word and none after it."""
        self._connection.add_notify_handler(lambda notify: self._hear(notify.pid))
        with translating_database_errors(self.place):
            self._connection.execute(f'LISTEN "{self._channel}"'.encode())
            self._connection.execute("SELECT pg_notify(%s, 'here')", (self._channel,))
            self._connection.execute("SELECT 1")

    def _hear(self, pid: int) -> None:
        self.speaks = not self.is_pooled
        self._notified |= pid != self._connection.info.backend_pid

    def counts(self) -> dict[str, int]:
        """Return the writers of the meeting and how many lines the database has of each."""
        query = "SELECT writer, count(*) FROM sip_tui.line WHERE meeting = %s GROUP BY writer"
        return {str(writer): int(count) for writer, count in self._rows(query, (self._meeting,))}

    def sequences(self, writer: str) -> set[int]:
        """Return the sequences that the database has of a writer."""
        query = "SELECT sequence FROM sip_tui.line WHERE meeting = %s AND writer = %s"
        return {int(row[0]) for row in self._rows(query, (self._meeting, writer))}

    def push(self, lines: Sequence[SealedLine], head: SealedHead) -> None:
        """Send lines and this machine's head; what the database has already stays as it is."""
        given = {
            "meeting": self._meeting,
            "writers": [line.writer for line in lines],
            "sequences": [line.sequence for line in lines],
            "sealed": [line.sealed for line in lines],
            "machine": head.machine,
            "version": head.version,
            "head": head.sealed,
            "channel": self._channel,
        }
        self._rows(PUSH, given)

    def heads(self) -> list[SealedHead]:
        """Return every machine's head."""
        query = "SELECT machine, version, sealed FROM sip_tui.head WHERE meeting = %s"
        return [SealedHead(str(row[0]), int(row[1]), bytes(row[2])) for row in self._rows(query, (self._meeting,))]

    def lines(self, writer: str, after: int, limit: int = 2000) -> list[SealedLine]:
        """Return a writer's lines after a sequence, in order."""
        query = (
            "SELECT writer, sequence, sealed FROM sip_tui.line"
            " WHERE meeting = %s AND writer = %s AND sequence > %s ORDER BY sequence LIMIT %s"
        )
        rows = self._rows(query, (self._meeting, writer, after, limit))
        return [SealedLine(str(row[0]), int(row[1]), bytes(row[2])) for row in rows]

    def remove_lines(self, writer: str, sequences: Sequence[int]) -> None:
        """Remove some of a writer's lines."""
        query = "DELETE FROM sip_tui.line WHERE meeting = %s AND writer = %s AND sequence = ANY(%s) RETURNING 1"
        self._rows(query, (self._meeting, writer, list(sequences)))

    def remove(self) -> None:
        """Remove the meeting from the database."""
        for table in ("line", "head"):
            self._rows(f"DELETE FROM sip_tui.{table} WHERE meeting = %s RETURNING 1", (self._meeting,))

    def try_seat(self, seat: str) -> bool:
        """Take a seat on all machines as long as this connection lives; false when another has it.

        Behind a pooler the lock would be that of whoever gets the session next: there every seat is free.
        """
        if self.is_pooled:
            return True
        ((taken,),) = self._rows("SELECT pg_try_advisory_lock(%s)", (self._seat_key(seat),))
        return bool(taken)

    def taken(self, seats: Iterable[str]) -> set[str]:
        """Return those of the seats that somebody has, here or elsewhere."""
        held = {int(row[0]) for row in self._rows(SEATS, ())}
        return {seat for seat in seats if self._seat_key(seat) % (1 << 64) in {key % (1 << 64) for key in held}}

    def _seat_key(self, seat: str) -> int:
        digest = sha256(f"{self._meeting} {seat}".encode()).digest()
        return int.from_bytes(digest[:8], "big", signed=True)

    def wait(self, alarm: socket.socket, seconds: float) -> bool:
        """Wait until another machine has sent something, or ``alarm`` is readable; true for the former."""
        if not self._notified:
            ends: list[Any] = [self, alarm]
            select.select(ends, [], [], seconds)
            with translating_database_errors(self.place):
                self._read_notifies()
        heard, self._notified = self._notified, False
        return heard

    def _read_notifies(self) -> None:
        self._connection.pgconn.consume_input()
        while notify := self._connection.pgconn.notifies():
            self._hear(notify.be_pid)
        if self._connection.broken:
            raise offline_error(self.place)

    def _rows(self, query: str, given: Any) -> list[tuple[Any, ...]]:
        with translating_database_errors(self.place):
            return self._connection.execute(query.encode(), given, binary=True).fetchall()


def _newer(place: str) -> SyncError:
    sentence = _("The tables at {place} are of a newer sip-tui; upgrade the program on this machine.")
    return SyncError(sentence.format(place=place))
