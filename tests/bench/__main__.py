"""How fast the program is, as ratios: each measured against its baseline in the same run, in turns.

``python tests/bench`` measures everything in about five minutes, ``python tests/bench start`` one thing: start,
meetings, typing, forms, full, together, shared, idle, saving, sealed, redacting or papers. Read the ratios; the raw
figures move with the machine. A missed goal is told, and is no error.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.programs import DEMO, FORM, LINE, PAD, QUICK, STILL, STOCK
from tests.bench.rounds import starts, typed

SCRATCH = Path(__file__).parents[2] / "build"
"""On the disk that people save to; a temporary folder may be in memory."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    what: str
    value: float
    unit: str
    goal: float
    """The most that the value may be."""
    raw: str = ""

    def __str__(self) -> str:
        shown, goal = (f"{item:,.{2 if self.unit else 0}f}{self.unit}" for item in (self.value, self.goal))
        met = "met" if self.value <= self.goal else "MISSED"
        return f"{self.what:<46} {shown:>8}  ≤ {goal:<8} {met:<7} {self.raw}".rstrip()


def start() -> Iterator[Line]:
    """From the start of the program until its user can use it."""
    found = starts(DEMO, STILL)
    demo, still = (median(match.took for match in found[program.name]) for program in (DEMO, STILL))
    # Pair by pair: a machine that changes its speed changes it for both of a pair.
    ratio = median(ours.took / bare.took for ours, bare in zip(found[DEMO.name], found[STILL.name], strict=True))
    yield Line("start to ready: sip-tui demo / bare Textual", ratio, "×", 1.5, f"{demo:.0f} / {still:.0f} ms")
    left = max(match.left_behind for match in found[DEMO.name])
    yield Line("files that sip-tui demo leaves behind", left, "", 0)


def meetings() -> Iterator[Line]:
    """The start screen with ten thousand meetings."""
    from tests.bench.meetings import ready, searches
    from tests.bench.together import p95

    by_processor, by_wall, many, few = ready()
    long, short = (median(found.processor for found in rounds) for rounds in (many, few))
    raw = f"{long:.0f} / {short:.0f} ms"
    yield Line("start screen, 10,000 meetings / ten: processor", by_processor, "×", 1.3, raw)
    long, short = (median(found.wall for found in rounds) for rounds in (many, few))
    yield Line("start screen, 10,000 meetings / ten: wall", by_wall, "×", 1.3, f"{long:.0f} / {short:.0f} ms")
    ours, bare = searches()
    raw = f"{p95(ours):.1f} / {p95(bare):.1f} ms"
    yield Line("p95, a search's first letter, more than a bare list's", p95(ours) - p95(bare), " ms", 50, raw)


def typing() -> Iterator[Line]:
    """A key at the end of 60 kB, until the screen shows it."""
    found = typed(STOCK, QUICK, PAD)
    stock, quick, pad = (found[item.name] for item in (STOCK, QUICK, PAD))
    yield Line("key p50: the secretary's pad / stock TextArea", pad.p50 / stock.p50, "×", 0.5, f"{pad} / {stock}")
    yield Line("key p95: the same", pad.p95 / stock.p95, "×", 0.5)
    yield Line("key p50: QuickTextArea / stock TextArea", quick.p50 / stock.p50, "×", 0.5, f"{quick} / {stock}")
    yield Line("bytes a key: QuickTextArea", quick.size, "", 2000)


def forms() -> Iterator[Line]:
    """A letter in a form over the room, which saves as one types, until the screen shows it."""
    found = typed(LINE, FORM)
    bare, form = found[LINE.name], found[FORM.name]
    yield Line("letter p95: a form / a bare Input", form.p95 / bare.p95, "×", 1.5, f"{form} / {bare}")


def full() -> Iterator[Line]:
    """A key of the chair's in a meeting that is full, until the screen shows it."""
    from tests.bench.full import BARE, BOARD, FULL, SCREENFUL, TIME, milliseconds

    much, some, little = milliseconds(BOARD, FULL, SCREENFUL, BARE)
    yield Line("board, key down: full meeting / bare", much / little, "×", 1.5, f"{much:.1f} / {little:.1f} ms")
    yield Line("board, key down: 60 actions / a screenful", much / some, "×", 1.5, f"{much:.1f} / {some:.1f} ms")
    much, little = milliseconds(TIME, FULL, BARE)
    yield Line("time screen, a digit: full meeting / bare", much / little, "×", 1.5, f"{much:.1f} / {little:.1f} ms")


def together() -> Iterator[Line]:
    """What one does, until the other at the table sees it: milliseconds, as that is what the promise is about."""
    from tests.bench.together import GOAL, p95, processes, screens

    for what, found in screens().items():
        yield Line(what, p95(found.other), " ms", GOAL, str(found))
    alone = processes()
    yield Line("a change until the other process has it", p95(alone.crossing), " ms", GOAL, str(alone))


def shared() -> Iterator[Line]:
    """The same on two machines, over PostgreSQL on the loopback."""
    from tests.bench.shared import hour, screens
    from tests.bench.together import p95

    found = screens()
    yield Line("p95, a secretary's key over PostgreSQL: the chair sees it", p95(found.other), " ms", 120, str(found))
    meeting = hour()
    raw = f"{meeting.rows:,} rows, {meeting.size / 1e6:.1f} MB"
    yield Line("a machine that joins after an hour's meeting", meeting.joined, " s", 2, raw)


def idle() -> Iterator[Line]:
    """An open meeting in which nobody does anything."""
    from tests.bench.idle import processor_share

    ours, label = processor_share()
    raw = f"{ours:.2f} / {label:.2f} % of a core"
    yield Line("idle: an open meeting / a label that tells the time", ours / label, "×", 1.5, raw)


def saving() -> Iterator[Line]:
    """A changed row, until the disk has it."""
    SCRATCH.mkdir(exist_ok=True)
    command = [sys.executable, str(Path(__file__).with_name("saving.py"))]
    found = json.loads(subprocess.run(command, cwd=SCRATCH, check=True, stdout=subprocess.PIPE).stdout)
    for size, ratio in found["times_tinydb"].items():
        ours, theirs = (found["milliseconds"][size][item] for item in ("typed", "tinydb"))
        what = f"saved change at {int(size) // 1000:,} kB / TinyDB update"
        yield Line(what, ratio["typed"], "×", 0.5, f"{ours:.2f} / {theirs:.2f} ms")
    yield Line("saved change at 1,000 kB / at 10 kB", found["1MB_times_10kB"]["typed"], "×", 1.5)


def sealed() -> Iterator[Line]:
    """A changed row of a locked meeting, and opening one."""
    from tests.bench.sealed import measure

    SCRATCH.mkdir(exist_ok=True)
    found = measure(SCRATCH)
    raw = f"{found.sealed:.2f} / {found.plain:.2f} ms"
    yield Line("saved change, locked / plain, in turns", found.ratio, "×", 1.15, raw)
    raw = f"{found.worked:.2f} s of the processor"
    yield Line("a locked meeting of 100 kB, until it has been read", found.opened, " s", 1, raw)


def redacting() -> Iterator[Line]:
    """Masking identifiers: the obvious way's time for ours, megabytes, and how it grows."""
    from tests.bench.redacting import growth, long_document, speeds, varied_document

    ours, obvious = speeds()
    raw = f"{ours:.2f} / {obvious:.2f} MB/s"
    yield Line("first reading of the corpus / the obvious way's", obvious / ours, "×", 0.5, raw)
    first, again, other = long_document()
    raw = f"{first * 1000:.0f}, then {again * 1000:.0f} / {other * 1000:.0f} ms"
    yield Line("60 kB of notes with 14 names, read again / the obvious way's", again / other, "×", 0.33, raw)
    first, other = varied_document()
    raw = f"{first * 1000:.0f} / {other * 1000:.0f} ms"
    yield Line("60 kB of notes that repeat nothing / the obvious way's", first / other, "×", 0.33, raw)
    (small, quick), *_middle, (large, slow) = growth()
    raw = f"{quick * 1000:.0f} ms, {slow * 1000:.0f} ms"
    yield Line("redacting 1 MB / 100 times 10 kB", slow / quick / (large / small), "×", 1.5, raw)


def papers() -> Iterator[Line]:
    """An hour's meeting as documents: processor time, as ratio and in milliseconds."""
    from tests.bench.papers import drafting, speeds

    mail = drafting()
    raw = f"{mail.short * 1000:.0f} / {mail.redacted * 1000:.0f} ms"
    yield Line("mail draft of an hour's meeting / redacting its text", mail.short / mail.redacted, "×", 2, raw)
    raw = f"{mail.full * 1000:.0f}, after another line {mail.again * 1000:.0f} / {mail.redacted * 1000:.0f} ms"
    yield Line("the same with its notes", mail.full / mail.redacted, "×", 2, raw)
    found = speeds()
    raw = f"{found.markdown * 1000:.0f} / {found.redaction * 1000:.0f} ms"
    yield Line("Markdown of an hour's meeting / redaction alone", found.markdown / found.redaction, "×", 1.5, raw)
    yield Line("the same as a web page, more than Markdown", (found.html - found.markdown) * 1000, " ms", 50)
    yield Line("the same as PDF", found.pdf * 1000, " ms", 1000)


MEASURES: Mapping[str, Callable[[], Iterator[Line]]] = {
    "start": start,
    "meetings": meetings,
    "typing": typing,
    "forms": forms,
    "full": full,
    "together": together,
    "shared": shared,
    "idle": idle,
    "saving": saving,
    "sealed": sealed,
    "redacting": redacting,
    "papers": papers,
}


def main() -> None:
    """Measure what was asked for, and print each line as soon as it is known."""
    wanted = sys.argv[1:] or [*MEASURES]
    if not MEASURES.keys() >= set(wanted):
        sys.exit(__doc__)
    for name in wanted:
        for line in MEASURES[name]():
            print(line, flush=True)


if __name__ == "__main__":
    main()
