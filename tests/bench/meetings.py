"""The start screen with ten thousand meetings: ready as soon as with ten, and a search as quick as in a bare list.

What starts is compared by the processor's time, which a busy machine changes least; the search by the time on the wall.
The archive is written once, without the syncs of a real one, and kept in ``build/``.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from sip_tui.meeting.log.change import Edit, format_time
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.store import Archive
from tests.bench.programs import SIP_TUI, Program
from tests.bench.rounds import KEYS, QUIT, SITTINGS, STARTS, in_turns, press
from tests.bench.terminal import Terminal

MANY, FEW = 10_000, 10
SCRATCH = Path(__file__).parents[2] / "build"
NAMES = ("Maja", "Omar", "Erik", "Sofia", "Leo", "Amina", "Nils", "Ida")
FIRST = datetime(2026, 1, 7, 12, tzinfo=UTC)
SEARCH, BACKSPACE = "/", "\x7f"


@dataclass(frozen=True, slots=True)
class Ready:
    """What it took until the screen was ready."""

    processor: float
    """Milliseconds of the processor, in the program and for it."""
    wall: float
    """Milliseconds."""


def program(count: int) -> Program:
    """Return the start screen with so many meetings."""
    arguments = (SIP_TUI, "--lang", "sv", "--data", str(archive(count)))
    return Program(f"{count} meetings", arguments, r"Dag och tid.*SIP \d")


BARE = Program("bare list", (sys.executable, str(Path(__file__).with_name("bare_list.py"))), r"SIP 9")


def ready() -> tuple[float, float, list[Ready], list[Ready]]:
    """Start both in turns; give the median of the ratios pair by pair, by processor and by wall, and all the rounds."""
    many, few = program(MANY), program(FEW)
    found = in_turns((many, few), STARTS, lambda started: [_start(started)])
    pairs = list(zip(found[many.name], found[few.name], strict=True))
    by_processor = median(long.processor / short.processor for long, short in pairs)
    return by_processor, median(long.wall / short.wall for long, short in pairs), found[many.name], found[few.name]


def searches() -> tuple[list[float], list[float]]:
    """Give the milliseconds of first letters of a search among all the meetings, and in a bare list of ten."""
    many = program(MANY)
    found = in_turns((many, BARE), SITTINGS, _search)
    return found[many.name], found[BARE.name]


def _start(started: Program) -> Ready:
    with TemporaryDirectory() as home, Terminal(started.arguments, Path(home)) as terminal:
        wall = terminal.until_shown(started.ready)
        fields = Path(f"/proc/{terminal.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        processor = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        terminal.leave(QUIT)
    return Ready(processor * 1000, wall * 1000)


def _search(started: Program) -> list[float]:
    with TemporaryDirectory() as home, Terminal(started.arguments, Path(home)) as terminal:
        terminal.until_shown(started.ready)
        terminal.rest(2)
        press(terminal, SEARCH)
        times = []
        for number in range(KEYS):
            times.append(press(terminal, "moesl"[number % 5]).took * 1000)
            press(terminal, BACKSPACE)
        terminal.leave(QUIT)
    return times


def archive(count: int) -> Path:
    """Return an archive with so many meetings; it is made when it is not there."""
    root = SCRATCH / f"meetings-{count}"
    if not (root / "index.json").is_file():
        content = _checkpoint(root)
        for number in range(count):
            _write(root / f"m{number:05d}", number, content)
        Archive(root).entries()
    return root


def _checkpoint(root: Path) -> str:
    """Make one real meeting, and return its checkpoint without the checksum, in which others differ."""
    edits = [Edit("about", "meeting", "start", "START"), Edit("about", "meeting", "type", "SIP")]
    edits += [Edit("about", "meeting", "title", "SIP NUMBER"), Edit("person", "person", "called", "NAME")]
    made = Archive(root).create("template", Ledger().stamp(edits, 1, "bench"))
    text = (made.path / "meeting.json").read_text(encoding="utf-8")
    made.purge()
    return text.rpartition(',\n"_checksum"')[0] + "\n}\n"


def _write(folder: Path, number: int, content: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    start = format_time(FIRST + timedelta(hours=number))
    words = {"START": start, "NUMBER": str(number), "NAME": NAMES[number % len(NAMES)]}
    for place, word in words.items():
        content = content.replace(place, word)
    (folder / "meeting.json").write_text(content, encoding="utf-8")
