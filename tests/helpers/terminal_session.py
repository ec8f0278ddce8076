"""Somebody at a keyboard: the whole program in a process and a terminal of its own, by keys and by commands."""

from __future__ import annotations

import atexit
import fcntl
import os
import select
import shutil
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from sip_tui.app.session_app import TICK_SECONDS
from sip_tui.paths import data_path
from sip_tui.widgets.editor.pad import BATCH
from tests.bench.terminal import PATIENCE, QUIET, WIDE, Size, Terminal, environment, hear

SIP_TUI = [sys.executable, "-m", "sip_tui"]
SMALL: Size = (80, 24)
"""The smallest terminal that everything of weight is shown in."""
F2, F3, F4, F5 = "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~"
F8, F9, F10, F12 = "\x1b[19~", "\x1b[20~", "\x1b[21~", "\x1b[24~"
DOWN, ENTER, ESC, QUIT = "\x1b[B", "\r", "\x1b", "\x11"
PASTE, PASTED = "\x1b[200~", "\x1b[201~"
"""What a terminal writes before and after what is pasted."""
SURE = TICK_SECONDS + BATCH + 0.3
"""Seconds for which the header must have said "Sparat" and nothing else, before it is about the last key.

The pad hands over its words within BATCH, and what waits is told at the next TICK. The rest is for a busy machine.
"""
SAVED = r"\A(?:[^\n]*\n){1,2}[^\n]*Sparat \d\d\.\d\d"
"""In the header, which in a wide window has the bar of the parts above it."""
MOUTHFUL = 512
"""Bytes that a terminal takes at once, whether it reads or not."""


def run_command(home: Path, *arguments: str) -> str:
    """Run a command without a screen, and give what it prints."""
    ran = subprocess.run(
        [*SIP_TUI, *arguments], env=environment(home), cwd=home, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@cache
def _home_with_demo() -> tuple[Path, str]:
    """A home in which the command has made the demo meeting, once for all tests of this process; and its id."""
    home = Path(mkdtemp(prefix="sip-tui-demo-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    return home, run_command(home, "new", str(data_path("demo", "meeting.toml"))).strip()


def new_demo(home: Path) -> str:
    """Give a home the demo meeting, as the command makes it; return its id."""
    made, meeting = _home_with_demo()
    shutil.copytree(made, home, dirs_exist_ok=True)
    return meeting


class TerminalSession(Terminal):
    """A seat of the meeting, opened by a command."""

    def __init__(self, home: Path, *arguments: str, size: Size = WIDE, through: Sequence[str] = SIP_TUI) -> None:
        super().__init__([*through, *arguments], home, size)

    def keys(self, *keys: str) -> None:
        """Press keys, each when the one before has been answered."""
        for key in keys:
            self.press(key)

    def pour(self, keys: str) -> None:
        """Press many keys as fast as they are taken, and listen meanwhile, so that neither waits for the other."""
        rest = keys.encode()
        while rest:
            readable, writable, _ = select.select([self], [self], [], PATIENCE)
            if readable:
                self.listen()
            if writable:
                rest = rest[os.write(self.fileno(), rest[:MOUTHFUL]) :]
            assert readable or writable, "the program takes no more keys"

    def paste(self, text: str) -> None:
        """Paste a text as a terminal does that knows where a paste ends."""
        self.pour(f"{PASTE}{text}{PASTED}")

    def until_read(self) -> None:
        """Wait until the program has read every key: a terminal that is closed before that takes them with it."""
        hear([], QUIET)
        if not Path("/proc/self/fd").is_dir():  # only Linux tells what waits in another's terminal
            return
        line = os.open(f"/proc/{self.pid}/fd/0", os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK)
        try:
            while int.from_bytes(fcntl.ioctl(line, termios.FIONREAD, bytes(4)), sys.byteorder):
                hear([], QUIET)
        finally:
            os.close(line)

    def until_saved(self) -> None:
        """Wait until the program has said for long enough that everything is saved."""
        since = time.monotonic()
        while time.monotonic() < since + SURE:
            self.burst()
            self.look()
            if not self.shows(SAVED):
                since = time.monotonic()

    def resize(self, size: Size) -> None:
        """Make the window larger or smaller; the system tells the program."""
        columns, lines = size
        self._screen.resize(lines, columns)
        termios.tcsetwinsize(self.fileno(), (lines, columns))

    def hang_up(self) -> None:
        """Close the window without a word: the system ends the line and sends SIGHUP."""
        os.close(self._fd)
        self._fd = -1

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def stands_still(self) -> bool:
        """Wait until the program has been stopped by a signal; false when it has ended instead."""
        return os.WIFSTOPPED(os.waitpid(self.pid, os.WUNTRACED)[1])

    def ends(self, seconds: float = 10.0) -> bool:
        """Wait for the program to end by itself; false when it does not."""
        patient_until = time.monotonic() + seconds
        while self._lives() and time.monotonic() < patient_until:
            hear([self] if self._fd >= 0 else [], 0.02)
        return not self.pid
