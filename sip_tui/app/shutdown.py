"""Shutdown by a signal: save what was written and free the seat, also when the terminal is gone."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Timer
from types import FrameType
from typing import Any

from sip_tui.app.driver import TolerantParser
from sip_tui.i18n.translation import _

NOT_SAVED = 3
"""Exit code when something could not be saved where it belongs."""
EXIT_TIMEOUT = 5.0
"""Seconds that the program may take to leave by itself after a signal."""
SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
"""Termination; a closed window or a cut line; an interrupt that no key sent."""


def has_unread_input() -> bool:
    """Tell whether there are keys that the program has not read from the terminal, or read and not handed on."""
    waiting = bytearray(4)
    with suppress(ImportError, OSError, ValueError, AttributeError):
        import fcntl  # Windows has none
        import termios

        fcntl.ioctl(sys.__stdin__, termios.FIONREAD, waiting)  # type: ignore[arg-type]
    return TolerantParser.is_feeding or any(waiting)


class ShutdownHandler:
    """Handles the signals, and ends the program even when its loop hangs.

    A cut line can leave a thread of Textual 8.2.8 waiting for ever, and a program that stays keeps its seat.
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
        """Install the handlers; no-op on a system without these signals, and outside the main thread."""
        loop = asyncio.get_running_loop()

        def on_signal(_number: int, _frame: FrameType | None) -> None:
            last = Timer(EXIT_TIMEOUT, self._end)
            last.daemon = True
            last.start()
            loop.call_soon_threadsafe(self._leave)

        for name in SIGNALS:
            with suppress(AttributeError, ValueError):
                number = getattr(signal, name)
                self._before[number] = signal.signal(number, on_signal)

    def restore(self) -> None:
        """Restore the previous signal handlers."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()

    def _end(self) -> None:
        sentence = ""
        with suppress(Exception):
            sentence = self._save()
        with suppress(Exception):
            if sentence:
                print(f"sip-tui: {sentence}", file=sys.__stderr__, flush=True)
        os._exit(NOT_SAVED if sentence else 0)


def failure_sentence(error: BaseException | None, not_saved: str = "") -> str:
    """Return what broke and where in the program, without any value, and whether everything is saved."""
    while isinstance(cause := getattr(error, "error", None), BaseException):
        error = cause  # of a worker that failed
    frames = traceback.extract_tb(error.__traceback__) if error else []
    place = next(
        (f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames) if "sip_tui" in frame.filename),
        "?",
    )
    if not_saved:
        return _("sip-tui stopped ({kind} at {place}). {saved}").format(
            kind=type(error).__name__, place=place, saved=not_saved
        )
    return _(
        "sip-tui stopped ({kind} at {place}); everything you had written is saved. Open the meeting again."
    ).format(kind=type(error).__name__, place=place)
