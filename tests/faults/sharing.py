"""Faults between two machines that share a meeting, caused in a real PostgreSQL and on a network of our own."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import psycopg

from sip_tui.store.checkpoint import CHECKPOINT
from sip_tui.sync.address import parse_address
from sip_tui.sync.database import Database
from sip_tui.sync.settings import SyncSettings
from sip_tui.sync.synchroniser import Synchroniser
from tests.faults.outcome import Outcome
from tests.helpers.archives import NOON
from tests.helpers.bad_network import BadNetwork
from tests.helpers.machines import Machine, first_machine, joined_machine, until, words
from tests.helpers.postgres import PostgresServer
from tests.helpers.processes import Process

WORDS = 12
"""Words that each machine writes in one try."""
HOUR = 3_600_000
TROUBLES = 4
"""Chunks that a bad network spoils before it gets well."""


def server_killed(root: Path, times: int, server: PostgresServer | None = None) -> Outcome:
    """The database server killed and started again while both machines write."""

    def fault(_network: BadNetwork, running: PostgresServer) -> None:
        running.kill()
        running.start()

    return _each(root, times, server, lambda turn: _both_write(turn, at_half=fault))


def bad_network(root: Path, times: int, server: PostgresServer | None = None) -> Outcome:
    """A network that drops, delays, doubles and reorders what both machines send, and ends connections in mid-send."""

    def begin(network: BadNetwork, _running: PostgresServer) -> None:
        network.trouble = 0.15

    def drop(network: BadNetwork, _running: PostgresServer) -> None:
        network.hang_up()
        network.cut = True

    def end(network: BadNetwork, _running: PostgresServer) -> None:
        until(lambda: network.caused >= TROUBLES, 10)
        network.trouble, network.cut = 0.0, False
        network.hang_up()

    return _each(root, times, server, lambda turn: _both_write(turn, at_start=begin, at_half=drop, at_end=end))


def killed_while_sending(root: Path, times: int, server: PostgresServer | None = None) -> Outcome:
    """SIGKILL of one machine's process while it writes and sends; it starts again."""
    return _each(root, times, server, _kill_one)


def day_offline(root: Path, times: int, server: PostgresServer | None = None) -> Outcome:
    """A day offline on both sides with the same action edited, then both send at once."""

    def story(turn: Turn) -> None:
        turn.two.clock += 24 * HOUR
        for number in range(1, WORDS + 1):
            for machine in turn.machines:
                machine.word(number)
        _together(turn, lambda: None)

    return _each(root, times, server, story)


def restored_dump(root: Path, times: int, server: PostgresServer | None = None) -> Outcome:
    """The database restored from yesterday's dump while both machines write on."""
    return _each(root, times, server, lambda turn: _both_write(turn, at_half=lambda *_given: turn.restore()))


def clocks_an_hour_apart(root: Path, times: int, server: PostgresServer | None = None) -> Outcome:
    """Two machines whose clocks are an hour apart, either way."""

    def story(turn: Turn) -> None:
        turn.two.clock += turn.chance.choice((-HOUR, HOUR))
        _both_write(turn)

    return _each(root, times, server, story)


Story = Callable[["Turn"], None]
Fault = Callable[[BadNetwork, PostgresServer], object]


class Turn:
    """Two machines that share a meeting through a bad network, and what was acknowledged on each."""

    def __init__(self, root: Path, server: PostgresServer, chance: random.Random) -> None:
        self.server, self.chance = server, chance
        self.url = server.new_database()
        tables = Database(parse_address(self.url))
        tables.create_schema()
        tables.close()
        self.network = BadNetwork(server.folder / ".s.PGSQL.5432", chance)
        self.one = first_machine(root / "one", self.network.url(self.url))
        self.one.exchange()
        self.two = joined_machine(root / "two", self.one, "w2")
        self.two.exchange()
        self.said = {"w1": 0, "w2": 0}
        self._dump = self._rows()

    @property
    def machines(self) -> tuple[Machine, Machine]:
        """Both of them."""
        return self.one, self.two

    def _rows(self) -> dict[str, list[tuple[object, ...]]]:
        with psycopg.connect(self.url) as connection:
            return {
                table: connection.execute(f"SELECT * FROM sip_tui.{table}".encode()).fetchall()
                for table in ("line", "head")
            }

    def restore(self) -> None:
        """Put back what the database held when the machines had met."""
        with psycopg.connect(self.url) as connection:
            ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            connection.execute(f"{ended} WHERE datname = current_database() AND pid <> pg_backend_pid()".encode())
            for table, rows in self._dump.items():
                connection.execute(f"DELETE FROM sip_tui.{table}".encode())
                for row in rows:
                    connection.execute(f"INSERT INTO sip_tui.{table} VALUES (%s, %s, %s, %s)".encode(), row)

    def word(self, machine: Machine, number: int) -> None:
        """Write and save a word, and count it as acknowledged."""
        machine.look()
        machine.word(number)
        self.said[machine.writer] = number

    def agree(self) -> bool:
        """Tell whether both machines have every word of both, once, and the same meeting."""
        pads = all(
            machine.pad(writer) == words(count) for machine in self.machines for writer, count in self.said.items()
        )
        return pads and self.one.state == self.two.state


def _each(root: Path, times: int, server: PostgresServer | None, story: Story) -> Outcome:
    outcome, chance = Outcome(), random.Random(7)
    running = server or PostgresServer.alone()
    try:
        for number in range(times):
            place = root / f"{story.__name__}{number}"
            turn = Turn(place, running, chance)
            story(turn)
            _count(outcome, turn)
            turn.network.close()
            shutil.rmtree(place)
    finally:
        if server is None:
            running.stop()
    return outcome


def _count(outcome: Outcome, turn: Turn) -> None:
    """Count what is missing or doubled on either machine after opening it again, and files that differ in a byte."""
    outcome.tries += 1
    outcome.acknowledged += sum(turn.said.values())
    for machine in turn.machines:
        machine.folder.leave()
        machine.open()
        for writer, count in turn.said.items():
            outcome.lost += machine.pad(writer) != words(count)
        machine.folder.checkpoint()
    one, two = ((machine.folder.path / CHECKPOINT).read_bytes() for machine in turn.machines)
    outcome.unreadable += turn.one.state != turn.two.state or one != two


def _nothing(_network: BadNetwork, _running: PostgresServer) -> None:
    pass


def _both_write(turn: Turn, *, at_start: Fault = _nothing, at_half: Fault = _nothing, at_end: Fault = _nothing) -> None:
    """Let both machines write while they exchange, with a fault in the middle."""

    def writing() -> None:
        at_start(turn.network, turn.server)
        for number in range(1, WORDS + 1):
            for machine in turn.machines:
                turn.word(machine, number)
            if number == WORDS // 2:
                at_half(turn.network, turn.server)
        at_end(turn.network, turn.server)

    _together(turn, writing)


def _together(turn: Turn, writing: Callable[[], None]) -> None:
    threads = [machine.synchroniser() for machine in turn.machines]
    try:
        writing()
        for thread in threads:
            thread.wake()
        turn.said = {writer: count or WORDS for writer, count in turn.said.items()}
        until(turn.agree)
    finally:
        for thread in threads:
            thread.stop(20)


def _kill_one(turn: Turn) -> None:
    """Kill the second machine's process while it writes and sends, then send the rest from a new one."""
    address, meeting, key, machine = (
        turn.two.settings.address.url,
        turn.two.settings.meeting,
        turn.two.settings.key,
        turn.two.settings.machine,
    )
    turn.two.folder.leave()
    thread = turn.one.synchroniser()
    process = Process(write_and_send, str(turn.two.root), address, meeting, key, machine)
    for number in range(1, WORDS + 1):
        turn.word(turn.one, number)
        thread.wake()
        process.pipe.recv()
    process.kill()
    turn.said["w2"] = max(process.acknowledged(), WORDS)
    process.pipe.close()
    turn.two.writer = "w3"
    turn.two.open()
    turn.said["w2"] = max(turn.said["w2"], turn.two.pad("w2").count(";"))
    again = turn.two.synchroniser()
    until(turn.agree)
    for running in (thread, again):
        running.stop(20)


def write_and_send(pipe: object, root: str, url: str, meeting: str, key: bytes, machine: str) -> None:
    """Be the second machine's process: write, acknowledge and send, until killed."""
    two = Machine(Path(root), "w2", SyncSettings(parse_address(url), meeting, key, machine), NOON)
    thread = Synchroniser(two.folder, two.settings)
    thread.start()
    number = 0
    while True:
        number += 1
        two.word(number)
        thread.wake()
        pipe.send(number)  # type: ignore[attr-defined]
