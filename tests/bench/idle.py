"""What an open meeting costs when nobody does anything: processor time, for that of a label that tells the time.

The time of every thread is read from Linux's scheduler; others count in hundredths of a second, which is too coarse.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.terminal import Terminal
from tests.bench.together import prepare, seat

ROUNDS, WARM_UP, SECONDS = 3, 2.0, 5.0
"""How often each is measured; seconds until it has come to rest, and for how long it is looked at."""


def processor_share() -> tuple[float, float]:
    """Give the hundredths of a core that an open meeting takes in the chair's seat, and that the label takes."""
    ours, label = [], []
    with TemporaryDirectory() as name:
        home = Path(name)
        prepare(home)
        for _round in range(ROUNDS):
            with Terminal([sys.executable, str(Path(__file__).with_name("ticking.py"))], home) as terminal:
                terminal.until_shown(r"\d\d\.\d\d\.\d\d")
                label.append(_share(terminal))
            with seat(home, "chair") as terminal:
                terminal.until_shown(r"\[F2 Tid\]")
                ours.append(_share(terminal))
    return median(ours), median(label)


def _share(terminal: Terminal) -> float:
    terminal.rest(WARM_UP)
    before = _seconds(terminal.pid)
    terminal.rest(SECONDS)
    return (_seconds(terminal.pid) - before) / SECONDS * 100


def _seconds(pid: int) -> float:
    """Give the seconds that all threads of a process have run."""
    files = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(file.read_text().split()[0]) for file in files) / 1e9
