"""Leaving when the terminal is gone or somebody ends the program: what was written is kept, and the seat is free."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Timer
from types import FrameType
from typing import Any

NOT_SAVED = 3
"""Exit code when something could not be saved where it belongs."""
EXIT_TIMEOUT = 3.0
"""Seconds that the program may take to leave by itself when it has been told to."""
SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
"""A polite kill; a window that was closed or a line that was cut; an interrupt that no key sent."""


class ShutdownHandler:
    """Hears the signals, and sees to it that the program ends even when it can do nothing more.

    A line that is cut can leave a thread of Textual 8.2.8 waiting for ever, and a program that stays holds its seat.
    """

    def __init__(self, leave: Callable[[], None], save: Callable[[], str]) -> None:
        """Prepare to leave.

        Args:
            leave: Called by the running loop, as soon as it can.
            save: Called from a thread when the loop could not; returns what to tell on stderr, and the process ends.
        """
        self._leave, self._save = leave, save
        self._before: dict[int, Any] = {}

    def install(self) -> None:
        """Hear the signals from now on; on a system without them, or outside the main thread, nothing is heard."""
        loop = asyncio.get_running_loop()

        def told(_number: int, _frame: FrameType | None) -> None:
            last = Timer(EXIT_TIMEOUT, self._end)
            last.daemon = True
            last.start()
            loop.call_soon_threadsafe(self._leave)

        for name in SIGNALS:
            with suppress(AttributeError, ValueError):
                number = getattr(signal, name)
                self._before[number] = signal.signal(number, told)

    def restore(self) -> None:
        """Hear them no more: whoever heard them before does so again."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()

    def _end(self) -> None:
        told = ""
        with suppress(Exception):
            told = self._save()
        with suppress(Exception):
            if told:
                print(f"sip-tui: {told}", file=sys.__stderr__, flush=True)
        os._exit(NOT_SAVED if told else 0)
