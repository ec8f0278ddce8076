"""When what is typed is handed over: soon after a letter, and before the next frame when letters come in a burst."""

from __future__ import annotations

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer

FRAME_OUT = 0.003
"""Seconds after a frame was drawn in which a thread brings it to the terminal; work before that would hold it up."""


class CommitTimer:
    """Calls a widget's ``commit`` once for the changes of a moment."""

    def __init__(
        self, widget: MessagePump, commit: Callable[[], object], seconds: float, *, after_frame: bool = False
    ) -> None:
        """Prepare the timer.

        Args:
            widget: Whose queue the changes come through.
            commit: Called in that widget's task; it calls ``stop``.
            seconds: For which changes are gathered at most.
            after_frame: Whether to commit as soon as the first change is on the terminal.
        """
        self._widget, self._commit = widget, commit
        self._seconds, self._after_frame = seconds, after_frame
        self._timer: Timer | None = None
        self._is_burst = False

    def on_change(self) -> None:
        """Commit soon; behind what waits in the widget's queue when a second change comes before that."""
        if self._timer is None:
            self._timer = self._widget.set_timer(self._seconds, self._commit_waiting)
            if self._after_frame:
                self._widget.call_after_refresh(self._widget.set_timer, FRAME_OUT, self._commit_waiting)
        elif not self._is_burst:
            self._is_burst = self._widget.call_later(self._commit_waiting)

    def _commit_waiting(self) -> None:
        if self._timer is not None:
            self._commit()

    def stop(self) -> None:
        """Forget the changes: they have been committed."""
        if self._timer is not None:
            self._timer.stop()
        self._timer, self._is_burst = None, False
