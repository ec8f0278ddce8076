"""Keys in turn: a key is taken when the one before it has done what it does, so that nobody can type too fast.

Textual 8.2.8 hands a key to whatever has the focus at that moment. A key that comes while the one before is still on
its way to open a room, a form or a list therefore goes to the place that one leaves: a letter meant for the board ends
up in the notes, and a second Enter closes what is closed already. Here every key waits for its turn.
"""

from __future__ import annotations

from collections import deque

from textual.app import App
from textual.dom import DOMNode
from textual.events import Event, Key, Paste
from textual.widget import Widget

KEY_TIMEOUT = 2.0
"""Seconds after which a key is not waited for any more: what hangs must not take the keyboard with it."""

Pressed = Key | Paste


class SequentialKeysMixin(App[int]):
    """An app that takes one key at a time."""

    _current: Pressed | None = None
    """The key that is being dealt with."""
    _checked: Pressed | None = None
    """The key that was being dealt with when somebody last looked."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[Pressed] = deque()

    def on_mount(self) -> None:
        """Look now and then whether a key has hung for too long."""
        self.set_interval(KEY_TIMEOUT, self._drop_stuck_key)

    async def on_event(self, event: Event) -> None:
        """Handle a key at once, or after those that came before it."""
        if not isinstance(event, Pressed) or event.is_forwarded:
            await super().on_event(event)
        elif self._current is None and not self._waiting:
            await self._process(event)
        else:
            self._waiting.append(event)

    async def _process(self, event: Pressed) -> None:
        where = self.focused or self.screen
        if _is_consumed_here(event, where):
            await super().on_event(event)
            return
        self._current = event
        await super().on_event(event)
        # Up to the app, which runs the key's command, and there twice: once behind the key itself, and once behind what
        # the command has said to those on the way.
        self._wait_behind(event, deque([*where.ancestors_with_self] * 2))

    def _wait_behind(self, event: Pressed, way: deque[DOMNode]) -> None:
        """Go behind a key through the queues of all on the way, and last of the screen to which it has led."""
        while way:
            if way.popleft().call_later(self._wait_behind, event, way):
                return
        if not self.screen.call_later(self._finish, event):
            self._finish(event)

    def _finish(self, event: Pressed) -> None:
        if self._current is event:
            self._current = None
            if self._waiting:
                self.call_later(self._process_waiting)

    async def _process_waiting(self) -> None:
        while self._waiting and self._current is None:
            await self._process(self._waiting.popleft())

    def _drop_stuck_key(self) -> None:
        """Let the next key go when the same one has been dealt with for too long."""
        if self._current is not None and self._current is self._checked:
            self._finish(self._current)
        self._checked = self._current


def _is_consumed_here(event: Pressed, where: Widget) -> bool:
    """True for what an editor takes in: it leads nowhere else, so nothing needs to wait for it."""
    return isinstance(event, Paste) or where.check_consume_key(event.key, event.character)
