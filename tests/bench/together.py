"""Two at one table: how soon one sees what the other has done (the promise is 45 ms for 95 of 100).

The chair and the secretary are two processes, each in a terminal of its own. A key is written to the one; the time runs
until its own screen shows what the key did, and until the other's does. Then the same without screens: a change that is
saved in one process, until another that looks as often as the program does has taken it in.
"""

from __future__ import annotations

import multiprocessing
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.people import attendance
from sip_tui.meeting.time import agenda
from sip_tui.session.demo_meeting import DEMO_ID, prepare_demo
from sip_tui.session.session import MeetingSession
from sip_tui.session.watcher import SessionWatcher
from sip_tui.store import Archive
from tests.bench.terminal import Terminal, hear

GOAL = 45
"""Milliseconds, at the 95th percentile, within which the other sees a change."""
TIMES = 40
"""How often each crossing is timed."""
FIRST = 3
"""Crossings that are not counted: what is made at the first is there for all the others."""
AT_LEAST, AT_MOST = 0.25, 5.0
"""Seconds that both terminals are listened to after a key, and for how long when nothing comes."""
BETWEEN = (0.05, 0.20)
"""Seconds of pause before the next key, so that none is in step with a timer."""
LETTERS = "kuratornringerhemförefredag"
F5, F8, ENTER, QUIT, BESIDE = "\x1b[15~", "\x1b[19~", "\r", "\x11", "\x02"
LINE = f"\x1b[200~mentorn ringer BUP senast fredag\x1b[201~{ENTER}"
"""Pasted, as terminals do it: the form would else write the action before Enter, a while after the last letter."""


@dataclass(frozen=True, slots=True)
class Crossings:
    """Milliseconds from a key, each time that it was pressed."""

    own: list[float] = field(default_factory=list)
    """Until the screen of the one who pressed it showed it."""
    other: list[float] = field(default_factory=list)
    """Until the other's screen did."""

    @property
    def ratio(self) -> float:
        """How much longer the other waits, at the 95th percentile."""
        return p95(self.other) / p95(self.own)

    def __str__(self) -> str:
        theirs, ours = (f"p50 {median(item):.0f}, p95 {p95(item):.0f}" for item in (self.other, self.own))
        return f"{theirs} ms; own echo {ours} ms ({self.ratio:.1f} ×)"


def p95(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(times, n=20)[-1]


def screens() -> dict[str, Crossings]:
    """Time the crossings between two terminals, each way."""
    with TemporaryDirectory() as name:
        home = Path(name)
        prepare(home)
        with seat(home, "chair") as chair, seat(home, "secretary") as secretary:
            chair.until_shown(r"\[F2 Tid\].*Inledning")
            secretary.until_shown(r"\[F8 Skriv\]")
            found = {
                "p95, a chair's digit: the secretary sees it": _floor(chair, secretary),
                "p95, a chair's action: the secretary sees it": _actions(chair, secretary),
                "p95, a secretary's key: the chair sees it": typing(secretary, chair),
            }
            chair.leave(QUIT)
            secretary.leave(QUIT)
        return found


def prepare(home: Path) -> None:
    """Maja's meeting, begun, with everybody in the room."""
    archive = Archive(home / "archive")
    room = MeetingSession(archive.open(prepare_demo(archive.root)))
    for participant in room.meeting.participants:
        room.write(attendance.set_presence(room.meeting, participant.id, Presence.PRESENT, room.edit_context()))
    room.write(agenda.open_meeting(room.meeting, room.edit_context()))
    room.checkpoint()
    room.folder.leave()


def seat(home: Path, name: str) -> Terminal:
    """Open the prepared meeting in a seat."""
    command = [sys.executable, "-m", "sip_tui", "--lang", "sv", "--data", "archive", name, DEMO_ID]
    return Terminal(command, home)


def _floor(chair: Terminal, secretary: Terminal) -> Crossings:
    """One key gives somebody the floor, and both headers say who."""
    found = Crossings()
    for number in range(FIRST + TIMES):
        digit = "45"[number % 2]
        name = {"4": "Helena", "5": "Johan"}[digit]
        _time(found, (chair, digit, f"Ordet: {name}"), (secretary, f"Ordet: {name}"))
    return _counted(found)


def _actions(chair: Terminal, secretary: Terminal) -> Crossings:
    """A pasted line and Enter write an action; z takes it back, so that the meeting stays as large as it was."""
    found = Crossings()
    chair.press(F5)
    chair.until_shown(r"\[F5 Åtgärder\]")
    for _number in range(FIRST + TIMES):
        chair.press("q")
        chair.until_shown("Vem gör vad, och när")
        _time(found, (chair, LINE, r"Sparat: Vem gör vad"), (secretary, r"Åtgärder \(1\)"))
        chair.press("z")
        secretary.until_shown(r"Åtgärder \(0\)")
    return _counted(found)


def typing(secretary: Terminal, chair: Terminal, *, beside: bool = False) -> Crossings:
    """A letter at the end of the pad, which the chair reads along: in the pad, or beside the chair's own."""
    found = Crossings()
    chair.press(F8)
    chair.until_shown(r"\[F8 Skriv\]")
    if beside:
        chair.press(BESIDE)
    for number in range(FIRST + TIMES):
        place = number % len(LETTERS)
        if not place:
            secretary.press(f"{ENTER}{number} ")
        line = f"{number - place} {LETTERS[: place + 1]}"
        _time(found, (secretary, LETTERS[place], line), (chair, line))
    return _counted(found)


def _time(found: Crossings, item: tuple[Terminal, str, str], other: tuple[Terminal, str]) -> None:
    """Write a key to the one, and note when each screen shows what it must."""
    (writer, key, own), (reader, theirs) = item, other
    hear((writer, reader), random.uniform(*BETWEEN))
    for terminal in (writer, reader):
        terminal.when_shown("")
    began = time.monotonic()
    writer.send(key)
    shown: dict[Terminal, float] = {}
    while len(shown) < 2 and time.monotonic() < began + AT_MOST:
        hear((writer, reader), AT_LEAST)
        for terminal, pattern in ((writer, own), (reader, theirs)):
            if terminal not in shown and (came := terminal.when_shown(pattern)) is not None:
                shown[terminal] = came
    if len(shown) < 2:
        raise TimeoutError(f"{own!r} and {theirs!r} never came:\n{writer.text}\n{reader.text}")
    found.own.append((shown[writer] - began) * 1000)
    found.other.append((shown[reader] - began) * 1000)


def _counted(found: Crossings) -> Crossings:
    return Crossings(found.own[FIRST:], found.other[FIRST:])


@dataclass(frozen=True, slots=True)
class Processes:
    """Milliseconds of a change that goes from process to process, without screens."""

    crossing: list[float]
    """From the change until the other process has it."""
    saving: list[float]
    """Of these, until it was saved."""
    look: float
    """What one look at the other's journal costs when nothing has come."""

    def __str__(self) -> str:
        parts = (self.crossing, self.saving)
        whole, saved = (f"p50 {median(item):.1f}, p95 {p95(item):.1f}" for item in parts)
        return f"{whole} ms; of this saving {saved} ms; an empty look {self.look:.3f} ms"


def processes() -> Processes:
    """Time a change from ``Room.write`` in one process to ``Room.poll`` in another that looks as the program does."""
    with TemporaryDirectory() as name:
        home = Path(name)
        prepare(home)
        room = MeetingSession(Archive(home / "archive").open(DEMO_ID))
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        other = context.Process(target=_follow, args=(theirs, str(home / "archive")), daemon=True)
        other.start()
        ours.recv()
        found = Processes(*_sent(room, ours), _look(room))
        ours.send(None)
        other.join()
        return found


def _sent(room: MeetingSession, pipe: Connection) -> tuple[list[float], list[float]]:
    crossing, saving = [], []
    for number in range(FIRST + TIMES):
        time.sleep(random.uniform(*BETWEEN))
        began = time.monotonic()
        room.write((Edit("terms", "t1", "answer", f"svar {number}"),))
        room.flush()
        saving.append((time.monotonic() - began) * 1000)
        crossing.append((pipe.recv() - began) * 1000)
    return crossing[FIRST:], saving[FIRST:]


def _look(room: MeetingSession) -> float:
    began = time.monotonic()
    for _number in range(TIMES):
        room.poll()
    return (time.monotonic() - began) * 1000 / TIMES


def _follow(pipe: Connection, archive: str) -> None:
    """Be the other process: read as the program does, and tell when something has come."""
    room = MeetingSession(Archive(Path(archive)).open(DEMO_ID))
    watcher = SessionWatcher(room, lambda: pipe.send(time.monotonic()))
    watcher.start()
    pipe.send(0)
    pipe.recv()
    watcher.stop()
