"""Terminals as they are: some speak an older alphabet, and some are gone when the system says "go on".

Two parts of Textual 8.2.8's driver for Linux and macOS are replaced here by ones that bear more. On Windows there is no
such driver, and nothing to do.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.drivers.linux_driver import LinuxDriver

OLDER = "cp1252"
"""What a terminal speaks that does not speak UTF-8: PuTTY did for years."""
AS_OLDER = "sip-tui-as-older"


def bear_every_terminal() -> None:
    """Take whatever is typed, and never read it twice."""
    if sys.platform != "win32":
        from textual.drivers import linux_driver

        codecs.register_error(AS_OLDER, _as_older)
        linux_driver.getincrementaldecoder = _forgiving  # type: ignore[assignment,attr-defined]
        linux_driver.LinuxDriver._sigcont_application = _go_on  # type: ignore[assignment,method-assign]


def _go_on(driver: LinuxDriver, *_signal: object) -> None:
    """Take the terminal back, if it was given away.

    A closed window brings SIGCONT behind SIGHUP. Textual would begin to read anew beside the thread that reads already;
    one of the two then reads for ever, and the program does not end.
    """
    if driver._must_signal_resume:
        driver.resume_application_mode()


def _forgiving(name: str) -> Callable[[], codecs.IncrementalDecoder]:
    return partial(codecs.getincrementaldecoder(name), errors=AS_OLDER)


def _as_older(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode(OLDER, "replace"), error.end
