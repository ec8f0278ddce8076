"""What a locked meeting costs more than a plain one: a saved change, in turns, and opening it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.store import Archive
from tests.bench.saving import ROW, milliseconds, text

TURNS, SIZE = 300, 100_000
PASSPHRASE = "fyra ord som inte hör ihop"


class Found(NamedTuple):
    """Milliseconds of a change, how many times longer a sealed one takes, and until a locked meeting has been read."""

    plain: float
    sealed: float
    ratio: float
    opened: float
    """Seconds."""
    worked: float
    """Of these, the processor's, on all its cores."""


def measure(scratch: Path) -> Found:
    """Save the same change to a plain and to a locked meeting in turns, on the disk that people save to."""
    with tempfile.TemporaryDirectory(dir=scratch) as place:
        archive = Archive(Path(place))
        for name in ("plain", "sealed"):
            rows = [Edit("needs", f"n{number}", "text", text()) for number in range(SIZE // ROW)]
            archive.create(name, Ledger().stamp(rows, 1, name)).leave()
        archive.lock("sealed", PASSPHRASE)
        saves = [_saver(archive, name) for name in ("plain", "sealed")]
        pairs = [[milliseconds(save) for save in saves] for _turn in range(TURNS)]
        opened, worked = min(_opening(Path(place)) for _turn in range(5))
    plain, sealed = (median(column) for column in zip(*pairs, strict=True))
    # Pair by pair: a disk that changes its speed changes it for both of a pair.
    return Found(plain, sealed, median(ours / bare for bare, ours in pairs), opened, worked)


def _saver(archive: Archive, name: str) -> Callable[[], object]:
    folder = archive.open(name, f"{name}2")
    ledger = folder.load()
    words: list[int | str] = [ROW // 2, 0, " och sedan"]
    return lambda: folder.append(ledger.stamp([Edit("notes", "pad", "text", words)], 2, f"{name}2"))


def _opening(place: Path) -> tuple[float, float]:
    began, worked, archive = time.perf_counter(), time.process_time(), Archive(place)
    archive.use_passphrase("sealed", PASSPHRASE)
    archive.open("sealed").load()
    return time.perf_counter() - began, time.process_time() - worked
