"""Somebody at a keyboard: the whole program in a process and a terminal of its own, by keys and by commands."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.bench.terminal import WIDE, Size, Terminal, environment

SIP_TUI = [sys.executable, "-m", "sip_tui"]
SMALL: Size = (80, 24)
"""The smallest terminal that everything of weight is shown in."""
F2, F3, F4, F5 = "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~"
F8, F9, F10, F12 = "\x1b[19~", "\x1b[20~", "\x1b[21~", "\x1b[24~"
DOWN, ENTER, ESC, QUIT = "\x1b[B", "\r", "\x1b", "\x11"


def ask(home: Path, *arguments: str) -> str:
    """Run a command without a screen, and give what it prints."""
    ran = subprocess.run(
        [*SIP_TUI, *arguments], env=environment(home), cwd=home, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


class Seat(Terminal):
    """A seat of the meeting, opened by a command."""

    def __init__(self, home: Path, *arguments: str, size: Size = WIDE) -> None:
        super().__init__([*SIP_TUI, *arguments], home, size)

    def keys(self, *keys: str) -> None:
        """Press keys, each when the one before has been answered."""
        for key in keys:
            self.press(key)

    def kill(self) -> None:
        """End the process as a power cut does: it can say nothing more."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        self._pid = 0
