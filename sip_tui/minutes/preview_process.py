"""The minutes drawn again and again while somebody types, in a process of their own.

A draft of 60 kB takes a third of a second. In a thread of the program it made every key wait for the interpreter: the
slowest twentieth of the keys took 59 ms instead of 12, and in a process of its own 22. The meeting goes there and the
page comes back through pipes that nobody else has; nothing is written to a disk.
"""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import suppress
from datetime import datetime
from subprocess import DEVNULL, PIPE, Popen
from threading import Lock
from typing import IO

from sip_tui.i18n.translation import language
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.annotated_page import AnnotatedPage

PreviewRequest = tuple[Meeting, str, datetime, str]
"""The meeting, the audience, the time, and the language to write in."""

COMMAND = (sys.executable, "-P", "-c", "from sip_tui.minutes.preview_page import serve; serve()")


class PreviewProcess:
    """Draws pages in a process that begins with the first and ends with ``rest``, or with the program."""

    def __init__(self) -> None:
        self._one_at_a_time = Lock()
        self._child: Popen[bytes] | None = None
        self._resting = False

    def page(self, meeting: Meeting, audience: str, now: datetime) -> AnnotatedPage:
        """Draw the minutes for an audience; to be called from a thread, as it waits for them.

        Raises:
            EOFError: ``rest`` was called meanwhile.
        """
        wish = (meeting, audience, now, language())
        with self._one_at_a_time:
            self._resting = False
            found = self._asked(wish)
            if self._resting:
                self._end()
                raise EOFError
        return found or _here(wish)

    def rest(self) -> None:
        """End the process: no meeting is held in the memory of a program that nobody looks at."""
        self._resting = True
        self._end()

    def _asked(self, wish: PreviewRequest) -> AnnotatedPage | None:
        """The page that the process draws; None when it cannot, and then there is no process any more."""
        try:
            return _answer(self._process(), wish)
        except (OSError, EOFError, ValueError, pickle.PickleError):
            self._end()
            return None

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                with suppress(OSError):
                    _open(pipe).close()

    def _process(self) -> Popen[bytes]:
        if self._child is None:
            paths = os.pathsep.join(filter(None, sys.path))
            environment = {**os.environ, "PYTHONPATH": paths}
            self._child = Popen(COMMAND, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment)
        return self._child


def _answer(child: Popen[bytes], wish: PreviewRequest) -> AnnotatedPage:
    wishes = _open(child.stdin)
    pickle.dump(wish, wishes)
    wishes.flush()
    found = pickle.load(_open(child.stdout))
    if not isinstance(found, AnnotatedPage):
        raise EOFError
    return found


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def _here(wish: PreviewRequest) -> AnnotatedPage:
    """A machine that lets no second process run shows the page all the same, and the keys wait."""
    # Loading what writes the minutes takes a tenth of a second, and is needed here alone.
    from sip_tui.minutes.preview_page import drawn

    return drawn(*wish)
