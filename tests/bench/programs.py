"""The programs that are timed: how each is started, and what its screen shows when it is ready for its user."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sip_tui.meeting.model.enums import Seat
from sip_tui.meeting.notes.pads import write_pad
from sip_tui.meeting.time import agenda
from sip_tui.session.demo_meeting import DEMO_ID, prepare_demo
from sip_tui.session.session import MeetingSession
from sip_tui.store import Archive
from tests.bench.typing_apps import swedish_text

HERE = Path(__file__).parent
SIP_TUI = str(Path(sys.executable).with_name("sip-tui"))
LAST_WORDS = swedish_text()[-12:].split()[-1]
"""An editor is ready when the end of its text can be seen."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program, before it has been started."""

    name: str
    arguments: tuple[str, ...]
    ready: str
    """A regex; the dot is also a line end."""
    prepare: Callable[[Path], object] = lambda _home: None
    """Puts what the program needs into its home."""
    steps: tuple[tuple[str, str], ...] = ()
    """Keys that lead to where one types, and what each shows, as a regex."""


def _prepared_pad(home: Path) -> None:
    """A meeting in its first phase, whose notes are 60 kB."""
    archive = Archive(home / "archive")
    room = MeetingSession(archive.open(prepare_demo(archive.root)))
    room.write(agenda.open_meeting(room.meeting, room.edit_context()))
    room.write(write_pad(room.meeting, agenda.PHASES[0], Seat.SECRETARY, swedish_text()))
    room.checkpoint()
    room.folder.leave()


def _opened(home: Path) -> None:
    """A meeting in its first phase."""
    archive = Archive(home / "archive")
    room = MeetingSession(archive.open(prepare_demo(archive.root)))
    room.write(agenda.open_meeting(room.meeting, room.edit_context()))
    room.checkpoint()
    room.folder.leave()


STILL = Program("bare Textual", (sys.executable, str(HERE / "still.py")), r"Här händer inget")
DEMO = Program("sip-tui demo", (SIP_TUI, "--lang", "sv", "demo"), r"Säg:.*Maja.*Hjälp")
STOCK = Program("TextArea", (sys.executable, str(HERE / "typing_apps.py"), "stock"), LAST_WORDS)
QUICK = Program("QuickTextArea", (sys.executable, str(HERE / "typing_apps.py"), "quick"), LAST_WORDS)
PAD = Program(
    "the pad", (SIP_TUI, "--lang", "sv", "--data", "archive", "secretary", DEMO_ID), LAST_WORDS, _prepared_pad
)
LINE = Program("Input", (sys.executable, str(HERE / "typing_apps.py"), "line"), r"Skriv här")
FORM = Program(
    "a form",
    (SIP_TUI, "--lang", "sv", "--data", "archive", "chair", DEMO_ID),
    r"\[F2 Tid\].*Hjälp",
    _opened,
    (("\x1b[15~", r"\[F5 "), ("a", r"Vad ska göras")),
)
