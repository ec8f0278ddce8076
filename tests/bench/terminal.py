"""A terminal of our own, to time a program from outside: what a user would see, and when.

The program runs in a pseudo-terminal, of 120×40 unless another size is asked for. Output is read first and understood
afterwards: the emulated screen is fed while the program is silent, so that emulation never delays what is measured.
Unix only.
"""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pyte

Size = tuple[int, int]
"""Columns and lines."""
WIDE: Size = (120, 40)
QUIET = 0.03
"""Seconds of silence that end a burst of output."""
PATIENCE = 30.0
"""Seconds after which a program that does not come, or does not show what is waited for, is given up."""
SYNCHRONIZED = b"\x1b[?2026$p"
"""Textual asks whether the terminal can show a whole frame at once; most can."""
YES = b"\x1b[?2026;2$y"
BEYOND_PYTE = re.compile(rb"\x1b\[\?\d+\$p|\x1b\[[<>][\d;]*u|\x1b\]22;[^\x07]*\x07")
"""Queries, keyboard modes and pointer shapes, which the emulator would print as text."""


@dataclass(frozen=True, slots=True)
class Burst:
    """What a program wrote until it fell silent."""

    took: float
    """Seconds until its last byte came; 0 when nothing came."""
    size: int
    """Bytes."""


class Terminal:
    """One program in a pseudo-terminal; use it with ``with``."""

    def __init__(self, command: Sequence[str], home: Path, size: Size = WIDE) -> None:
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._unseen: list[tuple[float, bytes]] = []
        self._started = time.monotonic()
        self._pid, self._fd = pty.fork()
        if not self._pid:
            _become(command, home, size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._lives():
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        os.close(self._fd)

    @property
    def text(self) -> str:
        """What the screen shows, as far as it has been waited for: a line of text for each of its lines."""
        return "\n".join(self._screen.display)

    def until_shown(self, pattern: str) -> float:
        """Give the seconds from the start until the screen shows a regex; raise TimeoutError when it never does."""
        patient_until = time.monotonic() + PATIENCE
        while time.monotonic() < patient_until:
            self.burst()
            if not self._unseen and self._shows(pattern):
                return time.monotonic() - self._started
            for came, data in self._unseen:
                self._stream.feed(BEYOND_PYTE.sub(b"", data))
                if self._shows(pattern):
                    self._unseen.clear()
                    return came - self._started
            self._unseen.clear()
        raise TimeoutError(f"{pattern!r} never came; the screen shows:\n{self.text}")

    def press(self, key: str) -> Burst:
        """Press a key and read the burst of output that it brings."""
        os.write(self._fd, key.encode())
        return self.burst(first=1.0)

    def burst(self, first: float = QUIET) -> Burst:
        """Read until the program falls silent; its first byte is waited for during ``first`` seconds."""
        began = ended = time.monotonic()
        size, patience = 0, first
        while select.select([self._fd], [], [], patience)[0]:
            if not (data := self._read()):
                break
            ended, patience, size = time.monotonic(), QUIET, size + len(data)
            self._unseen.append((ended, data))
        return Burst(ended - began, size)

    def rest(self, seconds: float) -> int:
        """Let time pass; give the bytes that came meanwhile, which no key waits for."""
        self._unseen.clear()
        until, size = time.monotonic() + seconds, 0
        while (left := until - time.monotonic()) > 0 and select.select([self._fd], [], [], left)[0]:
            size += len(self._read())
        return size

    def leave(self, key: str) -> None:
        """Press the key that ends the program, and wait until it is gone."""
        os.write(self._fd, key.encode())
        until = time.monotonic() + PATIENCE
        while self._lives():
            self.rest(0.005)
            if time.monotonic() > until:
                raise TimeoutError(f"{key!r} did not end the program")

    def _shows(self, pattern: str) -> bool:
        return re.search(pattern, self.text, re.DOTALL) is not None

    def _read(self) -> bytes:
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # so Linux says that the program is gone
            return b""
        if SYNCHRONIZED in data:
            os.write(self._fd, YES)
        return data

    def _lives(self) -> bool:
        if self._pid and os.waitpid(self._pid, os.WNOHANG)[0]:
            self._pid = 0
        return bool(self._pid)


def _become(command: Sequence[str], home: Path, size: Size) -> None:
    """Turn the forked child into the program, in a small environment that is the same everywhere."""
    columns, lines = size
    termios.tcsetwinsize(0, (lines, columns))
    os.chdir(home)
    os.execve(command[0], list(command), environment(home))


def environment(home: Path) -> dict[str, str]:
    """What a program is told: a common terminal, Swedish, and a home and a place for temporary files of its own."""
    return {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "sv_SE.UTF-8",
        "PATH": os.defpath,
        "HOME": str(home),
        "TMPDIR": str(home),
        "PYTHONUTF8": "1",
    }
