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

PATIENCE = 2.0
"""Seconds after which a key is not waited for any more: what hangs must not take the keyboard with it."""

Pressed = Key | Paste


class SequentialKeysMixin(App[int]):
    """An app that takes one key at a time."""

    _taken: Pressed | None = None
    """The key that is being dealt with."""
    _seen: Pressed | None = None
    """The key that was being dealt with when somebody last looked."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[Pressed] = deque()

    def on_mount(self) -> None:
        """Look now and then whether a key has hung for too long."""
        self.set_interval(PATIENCE, self._hurry)

    async def on_event(self, event: Event) -> None:
        """Handle a key at once, or after those that came before it."""
        if not isinstance(event, Pressed) or event.is_forwarded:
            await super().on_event(event)
        elif self._taken is None and not self._waiting:
            await self._take(event)
        else:
            self._waiting.append(event)

    async def _take(self, event: Pressed) -> None:
        where = self.focused or self.screen
        if _is_kept(event, where):
            await super().on_event(event)
            return
        self._taken = event
        await super().on_event(event)
        # Up to the app, which runs the key's command, and there twice: once behind the key itself, and once behind what
        # the command has said to those on the way.
        self._follow(event, deque([*where.ancestors_with_self] * 2))

    def _follow(self, event: Pressed, way: deque[DOMNode]) -> None:
        """Go behind a key through the queues of all on the way, and last of the screen to which it has led."""
        while way:
            if way.popleft().call_later(self._follow, event, way):
                return
        if not self.screen.call_later(self._done_with, event):
            self._done_with(event)

    def _done_with(self, event: Pressed) -> None:
        if self._taken is event:
            self._taken = None
            if self._waiting:
                self.call_later(self._go_on)

    async def _go_on(self) -> None:
        while self._waiting and self._taken is None:
            await self._take(self._waiting.popleft())

    def _hurry(self) -> None:
        """Let the next key go when the same one has been dealt with for too long."""
        if self._taken is not None and self._taken is self._seen:
            self._done_with(self._taken)
        self._seen = self._taken


def _is_kept(event: Pressed, where: Widget) -> bool:
    """True for what an editor takes in: it leads nowhere else, so nothing needs to wait for it."""
    return isinstance(event, Paste) or where.check_consume_key(event.key, event.character)
