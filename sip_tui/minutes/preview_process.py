"""Draft the minutes in a separate process while somebody types.

In a thread, a draft made the keys wait for the interpreter: 59 ms at the 95th percentile instead of 12, against 22 with
a process. Meetings and pages go through anonymous pipes; nothing is written to a disk.
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
"""The meeting, the audience, the time, and the language code."""

COMMAND = (sys.executable, "-P", "-c", "from sip_tui.minutes.preview import serve; serve()")


class PreviewProcess:
    """Drafts pages in a process that starts with the first and ends with ``stop`` or the program."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._child: Popen[bytes] | None = None
        self._is_stopping = False

    def page(self, meeting: Meeting, audience: str, now: datetime) -> AnnotatedPage:
        """Return the minutes for an audience; blocks, so call it from a thread.

        Raises:
            EOFError: ``stop`` was called meanwhile.
        """
        request = (meeting, audience, now, language())
        with self._lock:
            self._is_stopping = False
            found = self._ask(request)
            if self._is_stopping:
                self._end()
                raise EOFError
        return found or _draw_here(request)

    def stop(self) -> None:
        """End the process, so that it holds no meeting in memory."""
        self._is_stopping = True
        self._end()

    def _ask(self, request: PreviewRequest) -> AnnotatedPage | None:
        """Return the page from the process; None when it fails, after ending it."""
        try:
            return _answer(self._process(), request)
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


def _answer(child: Popen[bytes], request: PreviewRequest) -> AnnotatedPage:
    requests = _open(child.stdin)
    pickle.dump(request, requests)
    requests.flush()
    found = pickle.load(_open(child.stdout))
    if not isinstance(found, AnnotatedPage):
        raise EOFError
    return found


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def _draw_here(request: PreviewRequest) -> AnnotatedPage:
    """Draw the page in this process, where no other can run."""
    # Imported here because it takes a tenth of a second and is seldom needed.
    from sip_tui.minutes.preview import draw_page

    return draw_page(*request)
