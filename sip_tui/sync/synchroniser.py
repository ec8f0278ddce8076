"""The synchroniser: a thread beside the session that exchanges a shared meeting's lines with the database.

It never keeps a key waiting, and its failures are told in the header. Of several processes on one machine the one that
holds SYNC_LOCK exchanges; the others keep their seats and read the status from the folder.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from threading import Event, Thread

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.enums import Seat
from sip_tui.store import MeetingFolder, StoreError
from sip_tui.store.locks import try_lock
from sip_tui.store.replicas import SYNC_LOCK, SyncState
from sip_tui.sync.database import Database
from sip_tui.sync.errors import OfflineError, SyncError, TakesNothingError
from sip_tui.sync.exchange import Exchange
from sip_tui.sync.once import waiting_changes
from sip_tui.sync.settings import SyncSettings
from sip_tui.sync.status import SyncStatus

POLL, DEAF_POLL = 5.0, 0.5
"""Seconds between two looks at the database: where it tells of news, and where it cannot."""
RETRY, MAX_RETRY = 0.5, 5.0
"""Seconds before a lost database is tried again, each time twice as long."""
ACKNOWLEDGE = 0.3
"""Seconds within which the others are told what has come here."""
CLAIM_SECONDS = 2
"""For how long a seat that is opened waits for a database that does not answer."""
STATE_SECONDS = 1.0
"""Seconds between two notes on the disk of how far it has come."""


class Synchroniser(Thread):
    """Exchanges lines until it is stopped."""

    def __init__(
        self, folder: MeetingFolder, settings: SyncSettings, on_received: Callable[[], object] = lambda: None
    ) -> None:
        super().__init__(name="synchroniser", daemon=True)
        self._folder, self._settings, self.on_received = folder, settings, on_received
        self.status = SyncStatus()
        self._alarm, self._ring = socket.socketpair()
        for end in (self._alarm, self._ring):
            end.setblocking(False)
        self._stopped, self._settled = Event(), Event()
        self._database: Database | None = None
        self._seats: list[str] = []
        self._seats_here: tuple[str, ...] = ()
        self._noted_at = 0.0
        self._changed_at = 0.0
        """Since when the others have not been told what is so here; 0 when they have."""
        self._warned = ""
        """What has been said of a database that is away; empty since an exchange has gone well."""
        self._asked = self._answered = 0
        """How often something new was written, and up to which of them the status is true."""

    @property
    def secretary_seat(self) -> str:
        """The secretary's seat on this machine."""
        return self._settings.secretary_seat

    def notes_seat(self, seat: str) -> str:
        """The seat under which the notes of a seat on this machine are kept."""
        return self._settings.notes_seat(seat)

    def claim_seat(self, seat: str) -> str:
        """Take the seat here and, when the database answers, on every machine; return its name. Call before start."""
        with suppress(SyncError):
            self._database = Database(self._settings.address, self._settings.meeting, timeout=CLAIM_SECONDS)
            self._database.check_schema()
        seat = self.secretary_seat if seat == Seat.SECRETARY else seat
        taken: list[str] = []
        while not self._is_free(name := self._folder.claim_seat(seat)):
            taken.append(name)
        for other in taken:
            self._folder.release_seat(other)
        self._seats.append(name)
        return name

    def _is_free(self, name: str) -> bool:
        try:
            return self._database is None or self._database.try_seat(name)
        except SyncError:
            self._drop()
            return True

    @property
    def meeting_id(self) -> str:
        """The meeting's name in this archive."""
        return self._folder.id

    @property
    def is_shared(self) -> bool:
        """True when the others have everything, also what was written a moment ago."""
        return self.status.shared and self._asked == self._answered

    def wake(self) -> None:
        """Send what has been written, now."""
        self._asked += 1
        self._settled.clear()
        with suppress(OSError):
            self._ring.send(b"!")

    def settle(self, timeout: float) -> bool:
        """Wait until everything that was written is in the database; false when that takes too long."""
        self.wake()
        return self._settled.wait(timeout) and not self.status.waiting

    def stop(self, timeout: float = 1.0) -> None:
        """Stop, and give the seats back; a call that waits for the network is left to itself."""
        self._stopped.set()
        self.wake()
        if self.is_alive():
            self.join(timeout)

    def run(self) -> None:
        """Exchange, and begin again whenever the database was lost."""
        pause = RETRY
        while not self._stopped.is_set():
            try:
                if self._exchange_while_mine():
                    pause = RETRY
            except StoreError as error:
                self._lose(error)
            except Exception as error:
                # A thread that dies silently would leave the header saying what was true before.
                sentence = _("Sharing stopped ({kind}); it will be tried again.")
                self._lose(SyncError(sentence.format(kind=type(error).__name__)))
            self._stopped.wait(pause)
            pause = min(pause * 2, MAX_RETRY)
        self._drop()
        self._alarm.close()
        self._ring.close()

    def _exchange_while_mine(self) -> bool:
        """Exchange as long as the database is there; without the lock, follow who exchanges for this machine."""
        lock = try_lock(self._folder.path / SYNC_LOCK)
        if lock is None:
            self._follow()
            return True
        exchange = Exchange(self._folder, self._settings, self._all_seats)
        try:
            database = self._connected(exchange)
            self._exchange_until_lost(exchange, database)
            return True
        finally:
            lock.release()

    def _exchange_until_lost(self, exchange: Exchange, database: Database) -> None:
        try:
            while not self._stopped.is_set():
                self._round(exchange, database)
        finally:
            with suppress(StoreError, OSError):
                exchange.gather()
                self._note(exchange, self._asked, now=True)

    def _connected(self, exchange: Exchange) -> Database:
        if self._database is None:
            self._database = Database(self._settings.address, self._settings.meeting)
            for seat in self._seats:
                # Somebody may have taken it meanwhile; both have been told, and both go on.
                self._database.try_seat(seat)
        self._database.check_schema()
        self._database.listen()
        exchange.begin(self._database)
        exchange.pull(self._database)
        return self._database

    def _round(self, exchange: Exchange, database: Database) -> None:
        """Send what waits, fetch what has come, and wait for either."""
        if exchange.must_begin:
            exchange.begin(database)
        asked = self._asked
        exchange.push(database, head_only=False)
        if exchange.pull(database):
            self.on_received()
        self._update(exchange, database, asked)
        heard, until = False, time.monotonic() + (POLL if database.speaks else DEAF_POLL)
        while not (heard or self._stopped.is_set()) and (left := until - time.monotonic()) > 0:
            heard = database.wait(self._alarm, min(left, self._head_due(exchange)))
            self._quiet_alarm()
            asked = self._asked
            exchange.push(database, head_only=not self._head_due(exchange))
            self._note(exchange, asked)

    def _head_due(self, exchange: Exchange) -> float:
        """Return the seconds until the others are told what has changed here; they may write all the time meanwhile."""
        if not exchange.head_changed:
            self._changed_at = 0.0
            return POLL
        self._changed_at = self._changed_at or time.monotonic()
        return max(0.0, self._changed_at + ACKNOWLEDGE - time.monotonic())

    def _update(self, exchange: Exchange, database: Database, asked: int) -> None:
        seats = {seat for head in exchange.others for seat in head.seats}
        present = database.taken(seats) if seats else set()
        seated, machines = tuple(sorted(present)), len(exchange.others)
        self.status = replace(self.status, online=True, offline_since=0.0, seats=seated, machines=machines)
        self._warned = ""
        self._note(exchange, asked)

    def _note(self, exchange: Exchange, asked: int, *, now: bool = False) -> None:
        """Say how things stand, in the header at once and on the disk now and then."""
        self.status = replace(
            self.status, waiting=exchange.waiting, shared=exchange.is_shared, trouble=exchange.trouble
        )
        self._answered = asked
        if not self.status.waiting and asked == self._asked:
            self._settled.set()
        if now or time.monotonic() - self._noted_at >= STATE_SECONDS:
            self._noted_at = time.monotonic()
            exchange.write_state(self.status.as_row())

    def _follow(self) -> None:
        self.status = SyncStatus.from_row(SyncState.read(self._folder.path).status)
        self._settled.set()

    def _lose(self, error: StoreError) -> None:
        """Note that the database is away, since when, and what waits here."""
        self._drop()
        since = self.status.offline_since or time.time()
        is_silent = isinstance(error, OfflineError) and not isinstance(error, TakesNothingError)
        trouble = "" if is_silent else str(error)
        if trouble and trouble != self._warned:
            self._folder.warn(trouble)
            self._warned = trouble
        self.status = replace(self.status, online=False, offline_since=since, shared=False, seats=(), trouble=trouble)
        with suppress(OSError, ValueError):
            self.status = replace(self.status, waiting=waiting_changes(self._folder))
            known = SyncState.read(self._folder.path)
            SyncState(known.sent, known.received, self.status.as_row()).write(self._folder.path)
        self._settled.set()

    def _drop(self) -> None:
        if self._database:
            self._database.close()
            self._database = None

    def _all_seats(self) -> tuple[str, ...]:
        others = self._folder.other_seats_now()
        if others is not None:
            self._seats_here = tuple(sorted({*self._seats, *others}))
        return self._seats_here

    def _quiet_alarm(self) -> None:
        with suppress(OSError):
            while self._alarm.recv(4096):
                pass
