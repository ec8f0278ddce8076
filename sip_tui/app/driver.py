"""A terminal driver that takes cp1252 as input, outlives a closed terminal and never waits for an unread one.

Textual's drivers for Linux and macOS are all that needs it; on Windows there is nothing to do.
"""

from __future__ import annotations

import codecs
import os
import selectors
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from threading import Event
from time import monotonic
from typing import Any, ClassVar

from textual import constants
from textual.driver import Driver
from textual.events import Event as TextualEvent
from textual.events import Key
from textual.message import Message

from sip_tui.app.late_rest import ESC
from sip_tui.app.terminal_input import InputFilter
from sip_tui.widgets.textual_internals import PieceParser, is_key_sequence, unbound_output_queue

FALLBACK_ENCODING = "cp1252"
"""What a terminal sends that does not send UTF-8: PuTTY did for years."""
ERROR_HANDLER = "sip-tui-cp1252"
READ_BYTES = 65_536
LOOK = 0.1
"""Seconds between two looks whether something has followed on what came last."""
GONE_AFTER = 100
"""Empty reads in a row, ten milliseconds apart, that only a terminal gives that is gone."""
CALM_AFTER = 2.0
"""Seconds after which nothing can follow any more: the terminal is waited for without looking."""


class KeyRun(TextualEvent, bubble=False):
    """Keys that one read of the terminal brought, one behind the other."""

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__()
        self.keys = keys


def runs_of(messages: Iterable[Message]) -> Iterator[Message]:
    """Yield messages, and a run in the place of several keys without anything else between them."""
    for is_key, group in groupby(messages, lambda message: isinstance(message, Key)):
        found = [*group]
        keys = [message for message in found if isinstance(message, Key)]
        yield from [KeyRun(keys)] if is_key and len(keys) > 1 else found


class TolerantParser:
    """Hands whole keys and pastes to Textual's parser, and none of what the terminal reports or cuts off."""

    is_feeding: ClassVar[bool] = False
    """True from before the process's terminal is read until all keys have been handed to the program."""

    def __init__(self, *, debug: bool = False) -> None:
        self._filter = InputFilter(is_key_sequence, constants.ESCAPE_DELAY)
        self._parser = PieceParser(debug=debug)

    def feed(self, data: str) -> Iterator[Message]:
        """Yield the messages that some input gives."""
        for piece in self._filter.feed(data, monotonic()):
            yield from self._messages(piece)

    def tick(self) -> Iterator[Message]:
        """Yield the messages that are certain because nothing has followed."""
        for piece in self._filter.expire(monotonic()):
            yield from self._messages(piece)

    def _messages(self, piece: str) -> Iterator[Message]:
        if piece == ESC:
            yield Key("escape", ESC)
        else:
            yield from self._parser.messages(piece)


def driver_class() -> type[Driver] | None:
    """Return the driver of this program; None where Textual's own is right, or another one is asked for."""
    if sys.platform == "win32" or constants.DRIVER is not None:
        return None
    from textual.drivers import linux_driver

    class TolerantDriver(linux_driver.LinuxDriver):
        """Textual's driver for Linux and macOS, which resumes only what was suspended.

        A closed window brings SIGCONT behind SIGHUP. Textual would begin to read anew beside the thread that reads
        already; one of the two then reads for ever, and the program does not end.
        """

        _is_suspended = False

        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            self.exit_event: WakingEvent = WakingEvent()

        def run_input_thread(self) -> None:
            """Read what the terminal sends until the driver stops."""
            for message in messages_from(self.fileno, self.exit_event, TolerantParser(debug=self._debug)):
                self.process_message(message)

        def suspend_application_mode(self) -> None:
            """Give the terminal away."""
            self._is_suspended = True
            super().suspend_application_mode()

        def resume_application_mode(self) -> None:
            """Take the terminal back, if it was given away."""
            if self._is_suspended:
                self._is_suspended = False
                super().resume_application_mode()

    unbound_output_queue()
    return TolerantDriver


def hang_up() -> None:
    """Tell this process that its window is closed: the system tells a shell only, which may keep it to itself."""
    os.kill(os.getpid(), signal.SIGHUP)


def messages_from(
    terminal: int, stop: WakingEvent, parser: TolerantParser, end: Callable[[], None] = hang_up
) -> Iterator[Message]:
    """Yield what a terminal sends; while nothing can follow on what has come, wait without looking.

    ``end`` is called once when the terminal is gone.
    """
    decoder, came_at, empty = tolerant_decoder(), monotonic(), 0
    with selectors.SelectSelector() as selector, _feeding_ends():
        for source in (terminal, stop):
            selector.register(source, selectors.EVENT_READ)
        while not stop.is_set():
            patience = None if monotonic() - came_at > CALM_AFTER else LOOK
            if any(key.fileobj == terminal for key, _mask in selector.select(patience)):
                came_at, TolerantParser.is_feeding = monotonic(), True
                data = os.read(terminal, READ_BYTES)
                text = decoder.decode(data)
                yield from runs_of(parser.feed(text)) if text else ()
                TolerantParser.is_feeding = False
                empty = 0 if data else empty + 1
                if empty == GONE_AFTER:
                    end()
                if not text:  # half a letter, or a closed window
                    stop.wait(LOOK / 10)
            yield from parser.tick()


@contextmanager
def _feeding_ends() -> Iterator[None]:
    try:
        yield
    finally:
        TolerantParser.is_feeding = False


class WakingEvent(Event):
    """An event that a selector can wait for."""

    def __init__(self) -> None:
        super().__init__()
        self._read, self._write = os.pipe()

    def fileno(self) -> int:
        """Return the descriptor that is readable while the event is set."""
        return self._read

    def set(self) -> None:
        """Set the event, and wake whoever waits."""
        if not self.is_set():
            super().set()
            os.write(self._write, b"!")

    def clear(self) -> None:
        """Clear the event."""
        if self.is_set():
            os.read(self._read, 1)
            super().clear()

    def __del__(self) -> None:
        for end in (self._read, self._write):
            os.close(end)


def tolerant_decoder() -> codecs.IncrementalDecoder:
    """Return a decoder of UTF-8 that takes what is none for cp1252."""
    codecs.register_error(ERROR_HANDLER, _decode_fallback)
    return codecs.getincrementaldecoder("utf-8")(errors=ERROR_HANDLER)


def _decode_fallback(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode(FALLBACK_ENCODING, "replace"), error.end
