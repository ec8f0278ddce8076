"""A terminal driver that takes cp1252 as input, outlives a closed terminal and never waits for an unread one.

Textual's drivers for Linux and macOS are all that needs it; on Windows there is nothing to do.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable, Iterator
from functools import partial
from time import monotonic

from textual import constants
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.events import Key
from textual.message import Message

from sip_tui.app.terminal_input import ESC, InputFilter, unify_controls
from sip_tui.widgets.textual_internals import is_key_sequence, unbound_output_queue

FALLBACK_ENCODING = "cp1252"
"""What a terminal sends that does not send UTF-8: PuTTY did for years."""
ERROR_HANDLER = "sip-tui-cp1252"


class TolerantParser(XTermParser):
    """Textual's parser, which gets whole keys and pastes, and none of what the terminal reports or cuts off."""

    def __init__(self, debug: bool = False) -> None:
        self._filter = InputFilter(is_key_sequence, constants.ESCAPE_DELAY)
        super().__init__(debug)

    def feed(self, data: str) -> Iterator[Message]:
        """Yield the messages that some input gives; empty input is its end."""
        if not data:
            yield from super().feed(data)
        for piece in self._filter.feed(unify_controls(data), monotonic()):
            yield from self._messages(piece)

    def tick(self) -> Iterator[Message]:
        """Yield the messages that are certain because nothing has followed."""
        for piece in self._filter.expire(monotonic()):
            yield from self._messages(piece)
        yield from super().tick()

    def _messages(self, piece: str) -> Iterator[Message]:
        if piece == ESC:
            yield Key("escape", ESC)
        else:
            yield from super().feed(piece)


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

        def suspend_application_mode(self) -> None:
            """Give the terminal away."""
            self._is_suspended = True
            super().suspend_application_mode()

        def resume_application_mode(self) -> None:
            """Take the terminal back, if it was given away."""
            if self._is_suspended:
                self._is_suspended = False
                super().resume_application_mode()

    linux_driver.XTermParser = TolerantParser  # type: ignore[attr-defined]
    codecs.register_error(ERROR_HANDLER, _decode_fallback)
    # The driver offers no other way to say what becomes of bytes that are no UTF-8.
    linux_driver.getincrementaldecoder = _tolerant_decoder  # type: ignore[assignment,attr-defined]
    unbound_output_queue()
    return TolerantDriver


def _tolerant_decoder(name: str) -> Callable[[], codecs.IncrementalDecoder]:
    return partial(codecs.getincrementaldecoder(name), errors=ERROR_HANDLER)


def _decode_fallback(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode(FALLBACK_ENCODING, "replace"), error.end
