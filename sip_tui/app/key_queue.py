"""A queue for keys: each is handled when the one before it has taken effect.

Textual 8.2.8 gives a key to whatever has the focus at that moment. A key that comes while the one before still opens a
screen, a form or a list therefore goes to the widget that is left: a letter meant for the board ends up in the notes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from textual.dom import DOMNode
from textual.events import Event, Key, Paste
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from sip_tui.app.driver import KeyRun, TolerantParser
from sip_tui.app.parts import AppPart

START_TIMEOUT = 0.5
"""Seconds after which keys go to what stands over the first screen."""
KEY_TIMEOUT = 2.0
"""Seconds after which the next key does not wait for a key that hangs."""

ANSWERS = ("ja", "japp", "jo", "nej", "nä", "nix", "yes", "no")
"""Words that questions are answered with; their first letter is the key."""
BEGINNINGS = frozenset(word[:length] for word in ANSWERS for length in range(2, len(word) + 1))
ANSWER_GAP = 0.4
"""Seconds between two letters of such a word, at most."""

Pressed = Key | Paste


class SequentialKeysMixin(AppPart):
    """An app that handles one key at a time."""

    _current: Pressed | None = None
    """The key that is being handled."""
    _checked: Pressed | None = None
    """The key that was being handled at the last check."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[Pressed] = deque()
        self._starting = True
        """What is typed meanwhile waits for the first screen, which has no focus before it is drawn."""
        self._answer, self._answered_at = "", 0.0
        self._question: Screen[object] | None = None
        """What has been typed of a word that has answered a question with its first letter, when, and which one."""

    @property
    def has_waiting_keys(self) -> bool:
        """True while a key that was pressed has not been handled, or may be in a queue of Textual's."""
        queued = any(pump.message_queue_size for pump in (self, self.screen, self.focused) if pump)
        return TolerantParser.is_feeding or self._starting or self._current is not None or bool(self._waiting) or queued

    def on_mount(self) -> None:
        """Start the check for keys that hang."""
        self.set_interval(KEY_TIMEOUT, self._drop_stuck_key)

    def on_ready(self) -> None:
        """Handle what was typed while the program started, when the first screen has its focus."""
        self.call_after_refresh(lambda: self.screen.call_later(self._start))
        # A dialog over the first screen keeps what that one has put off.
        self.set_timer(START_TIMEOUT, self._start)

    def begin_with(self, keys: Sequence[Pressed]) -> None:
        """Handle these first: what was pressed in the app before this one, after the key that ended it."""
        self._waiting.extendleft(reversed(keys))

    @property
    def left_keys(self) -> Sequence[Pressed]:
        """The keys that nothing has handled when the app has ended."""
        return tuple(self._waiting)

    async def _start(self) -> None:
        if self._starting:
            self._starting = False
            self.begin_keys()
            await self._process_waiting()

    def begin_keys(self) -> None:
        """Do what is due when keys are handled from here on: the first frame has been drawn."""

    async def on_event(self, event: Event) -> None:
        """Handle a key at once, or after those that came before it."""
        if not isinstance(event, Pressed | KeyRun) or event.is_forwarded:
            await super().on_event(event)
            return
        is_idle = self._current is None and not self._waiting and not self._starting and not self._exit
        self._waiting.extend(event.keys if isinstance(event, KeyRun) else [event])
        if is_idle:
            await self._process_waiting()

    def _ends_answer(self, event: Pressed) -> bool:
        """Tell whether a letter is the rest of an answer: "ja" says no more than "j", and "a" means nothing below."""
        if not isinstance(event, Key) or event.character is None:
            self._answer = ""
            return False
        said, letter = self._answer, event.character.casefold()
        if (
            said
            and self.screen is not self._question
            and event.time - self._answered_at <= ANSWER_GAP
            and f"{said}{letter}" in BEGINNINGS
        ):
            self._answer, self._answered_at = f"{said}{letter}", event.time
            return True
        self._answer, self._answered_at, self._question = (
            letter if self._answers(event) else "",
            event.time,
            self.screen,
        )
        return False

    def _answers(self, event: Key) -> bool:
        """Tell whether a key answers a question; a letter for a field does not, whatever the keys of a form are."""
        if not isinstance(self.screen, ModalScreen) or _is_consumed_here(event, self.focused or self.screen):
            return False
        active = self.screen.active_bindings.get(event.key)
        return active is not None and active.enabled

    async def _process(self, event: Pressed) -> None:
        if self._ends_answer(event):
            return
        # A click may paste into a window without the focus; Textual takes a key alone for a sign that it is back.
        self.app_focus = True
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
        """Follow a key through the message queues on its path, and last of the screen that it has led to."""
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
        while self._waiting and self._current is None and not self._exit:
            await self._process(self._waiting.popleft())

    def _drop_stuck_key(self) -> None:
        """Let the next key go when the same one has been dealt with for too long."""
        if self._current is not None and self._current is self._checked:
            self._finish(self._current)
        self._checked = self._current


def _is_consumed_here(event: Pressed, where: Widget) -> bool:
    """Return whether the focused widget keeps the event, so that nothing has to wait for it."""
    return isinstance(event, Paste) or where.check_consume_key(event.key, event.character)
