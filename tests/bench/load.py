"""Many meetings at once on one server: how soon each receiver has a line, and what the server takes for it.

``python tests/bench/load.py URL MEETINGS SECONDS [SERVER_PID]``: each meeting has a machine that sends and one that
receives, with a connection each, and a line every five seconds or so, as when somebody takes notes.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import select
import socket
import sys
import threading
import time
from pathlib import Path
from statistics import median, quantiles
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).parents[2]))

from sip_tui.store.sealing import Sealer, new_key
from sip_tui.sync.address import parse_address
from sip_tui.sync.database import Database, SealedLine
from sip_tui.sync.heads import Head, open_head, seal_head

PROCESSES, SENDERS = 2, 2
"""Processes that hold meetings, and threads in each that send."""
BETWEEN = 5.0
"""Seconds between two lines of one meeting, on average."""
LINE = b'{"v":1,"changes":[["1795780800000-0000-00000000","notes","needs-secretary","text",[120,0,"kuratorn "],[]]]}'


class Meeting:
    """One meeting with its two ends."""

    def __init__(self, url: str) -> None:
        self.id, self.writer, self.sealer = uuid4().hex, os.urandom(4).hex(), Sealer(new_key(), "load")
        address = parse_address(url)
        self.sender, self.receiver = Database(address, self.id), Database(address, self.id)
        self.receiver.listen()
        self.number = self.came = 0
        self.sent_at: dict[int, float] = {}
        self.due = time.monotonic() + random.uniform(0, BETWEEN)

    def fileno(self) -> int:
        """The receiver's descriptor."""
        return self.receiver.fileno()

    def send(self) -> None:
        """Send the next line."""
        self.number += 1
        self.due += random.uniform(0.5, 1.5) * BETWEEN
        line = SealedLine(self.writer, self.number, self.sealer.seal(LINE, self.writer, self.number))
        head = seal_head(self.sealer, "m1", Head(self.number, {self.writer: self.number}))
        self.sent_at[self.number] = time.monotonic()
        self.sender.push([line], head)

    def receive(self, alarm: socket.socket) -> list[float]:
        """Fetch what has come, as the program does; give the milliseconds that each line took."""
        if not self.receiver.wait(alarm, 0):
            return []
        for head in self.receiver.heads():
            open_head(self.sealer, head)
        lines = self.receiver.lines(self.writer, self.came)
        for line in lines:
            self.sealer.open(line.sealed, line.writer, line.sequence)
        self.came += len(lines)
        now = time.monotonic()
        return [(now - self.sent_at[line.sequence]) * 1000 for line in lines]


def drive(url: str, count: int, seconds: float, ready: object, results: object) -> None:
    """Hold some meetings in this process."""
    meetings = [Meeting(url) for _number in range(count)]
    ready.wait()  # type: ignore[attr-defined]
    until = time.monotonic() + seconds
    for meeting in meetings:
        meeting.due = time.monotonic() + random.uniform(0, BETWEEN)
    sending = [threading.Thread(target=_send, args=(meetings[number::SENDERS], until)) for number in range(SENDERS)]
    for thread in sending:
        thread.start()
    alarm, _other = socket.socketpair()
    times: list[float] = []
    while time.monotonic() < until + 1:
        for meeting in select.select(meetings, [], [], 0.1)[0]:
            while came := meeting.receive(alarm):
                times += came
    for thread in sending:
        thread.join()
    results.put((times, sum(meeting.number for meeting in meetings)))  # type: ignore[attr-defined]


def _send(meetings: list[Meeting], until: float) -> None:
    while time.monotonic() < until:
        for meeting in meetings:
            if meeting.due <= time.monotonic() < until:
                meeting.send()
        time.sleep(0.002)


def server_seconds(pid: int) -> float:
    """Give the processor time that a server and all its processes have taken."""
    import psutil

    server = psutil.Process(pid)
    total = 0.0
    for process in (server, *server.children(recursive=True)):
        try:
            taken = process.cpu_times()
        except psutil.Error:
            continue
        # The children's are those of processes that have ended: a server's are told to it alone.
        total += taken.user + taken.system + taken.children_user + taken.children_system
    return total


def main() -> None:
    """Run the load and print what it took."""
    url, count, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    pid = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    context = multiprocessing.get_context("spawn")
    ready, results = context.Barrier(PROCESSES + 1), context.Queue()
    running = [
        context.Process(target=drive, args=(url, count // PROCESSES, seconds, ready, results))
        for _number in range(PROCESSES)
    ]
    for process in running:
        process.start()
    ready.wait()
    before = server_seconds(pid) if pid else 0.0
    # While the connections are open: what a process of the server has taken is not told when it is gone.
    time.sleep(seconds)
    taken = server_seconds(pid) - before if pid else 0.0
    found = [results.get() for _process in running]
    times = [item for times, _sent in found for item in times]
    sent = sum(number for _times, number in found)
    print(f"{count} meetings, {2 * count} connections, {seconds:.0f} s: {sent} lines sent, {len(times)} received")
    print(f"p50 {median(times):.0f} ms, p95 {quantiles(times, n=20)[-1]:.0f} ms, longest {max(times):.0f} ms")
    print(f"the server took {taken / seconds * 100:.0f} % of a core")


if __name__ == "__main__":
    main()
