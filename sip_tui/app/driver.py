"""A terminal driver that takes cp1252 as input, outlives a closed terminal and never waits for an unread one.

Textual's drivers for Linux and macOS are all that needs it; on Windows there is nothing to do.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable
from functools import partial

from textual import constants
from textual.driver import Driver

from sip_tui.widgets.textual_internals import unbound_output_queue

FALLBACK_ENCODING = "cp1252"
"""What a terminal sends that does not send UTF-8: PuTTY did for years."""
ERROR_HANDLER = "sip-tui-cp1252"


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
