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
import warnings
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
        self._text = ""
        self._unseen: list[tuple[float, bytes]] = []
        self.gone = False
        """True when the program has closed its end."""
        self.exit_code: int | None = None
        """Known when the program has been seen to end by itself."""
        self._started = time.monotonic()
        self._pid, self._fd = _fork()
        if not self._pid:
            _become(command, home, size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the window, and end the program if it has not ended."""
        self.kill()
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def kill(self) -> None:
        """End the process as a power cut does: it can say nothing more."""
        if self._lives():
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
            self._pid = 0

    @property
    def text(self) -> str:
        """What the screen shows, as far as it has been waited for: a line of text for each of its lines."""
        if not self._text:
            self._text = "\n".join(self._screen.display)
        return self._text

    @property
    def before_cursor(self) -> str:
        """What stands to the left of the cursor, in its line."""
        cursor = self._screen.cursor
        return self.text.split("\n")[cursor.y][: cursor.x]

    @property
    def above_cursor(self) -> str:
        """The two lines above the cursor, and its own."""
        down = self._screen.cursor.y
        return "\n".join(self.text.split("\n")[max(down - 2, 0) : down + 1])

    def fileno(self) -> int:
        """The descriptor of our end, for ``select``."""
        return self._fd

    @property
    def pid(self) -> int:
        """The process; 0 when it has ended and that has been seen."""
        return self._pid

    def until_shown(self, pattern: str) -> float:
        """Give the seconds from the start until the screen shows a regex; raise TimeoutError when it never does."""
        patient_until = time.monotonic() + PATIENCE
        while time.monotonic() < patient_until:
            self.burst()
            if (came := self.when_shown(pattern)) is not None:
                return came - self._started
            if self.gone:
                break
        raise TimeoutError(f"{pattern!r} never came; the screen shows:\n{self.text}")

    def when_shown(self, pattern: str) -> float | None:
        """Understand what has come; give the monotonic time at which the screen showed a regex, None if it does not."""
        shown = time.monotonic() if self.shows(pattern) else None
        # All of it is fed, also what came after the match: the program never sends again what it has sent.
        for came, data in self._unseen:
            self._feed(data)
            if shown is None and self.shows(pattern):
                shown = came
        self._unseen.clear()
        return shown if shown is None or self.shows(pattern) else None

    def _feed(self, data: bytes) -> None:
        self._stream.feed(BEYOND_PYTE.sub(b"", data))
        self._text = ""

    def send(self, keys: str) -> None:
        """Press keys, and wait for nothing."""
        os.write(self._fd, keys.encode())

    def press(self, key: str) -> Burst:
        """Press a key and read the burst of output that it brings."""
        self.send(key)
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

    def listen(self) -> bool:
        """Take in what has come, without waiting; false when nothing had."""
        if self.gone or not select.select([self._fd], [], [], 0)[0]:
            return False
        if data := self._read():
            self._unseen.append((time.monotonic(), data))
        return bool(data)

    def look(self) -> None:
        """Understand what has come, without waiting."""
        while self.listen():
            pass
        self.when_shown("")

    def rest(self, seconds: float) -> int:
        """Let time pass; give the bytes that came meanwhile, which no key waits for and ``text`` never shows."""
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

    def shows(self, pattern: str) -> bool:
        """True when the screen, as far as it has been waited for, shows a regex."""
        return re.search(pattern, self.text, re.DOTALL) is not None

    def _read(self) -> bytes:
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # so Linux says that the program is gone
            self.gone = True
            return b""
        if SYNCHRONIZED in data:
            os.write(self._fd, YES)
        return data

    def _lives(self) -> bool:
        if self._pid:
            ended, status = os.waitpid(self._pid, os.WNOHANG)
            if ended:
                self._pid, self.exit_code = 0, os.waitstatus_to_exitcode(status)
        return bool(self._pid)


def hear(terminals: Sequence[Terminal], seconds: float) -> None:
    """Let time pass, and keep what each of several programs says meanwhile, with the time at which it came."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        open_ones = {item.fileno(): item for item in terminals if not item.gone}
        for ready in select.select([*open_ones], [], [], left)[0]:
            open_ones[ready].listen()


def _fork() -> tuple[int, int]:
    with warnings.catch_warnings():
        # Python 3.12 warns when there are threads, and pytest's workers have some; the child becomes another program at
        # once, and asks for nothing that a thread may have held.
        warnings.simplefilter("ignore", DeprecationWarning)
        return pty.fork()


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
