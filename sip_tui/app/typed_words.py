"""Words typed where a list is: told from commands at every pace, and put into the line for a new row.

One letter does what the key line says, at once. Letters in a row that turn out to be a word did not mean it: what they
have done is taken back, and the word stands where words belong. They are a word when

* one of them says nothing on this screen, and together they begin a word or a name that is known, or two of them do and
  there are five;
* they come as fast as somebody types;
* the first has opened a form, and they begin a word that what has come into the form does not: "a" and "nna".
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from threading import Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING

from textual.events import Key
from textual.screen import ModalScreen

from sip_tui.app.key_queue import Pressed, SequentialKeysMixin
from sip_tui.app.navigation import NavigationMixin
from sip_tui.screens import SCREENS, screen_of
from sip_tui.screens.base import PAUSE
from sip_tui.screens.capabilities import HoldsWords, TakesWords
from sip_tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from sip_tui.resources.known_words import KnownWords

TYPING_GAP = 0.2
"""Seconds between two letters of somebody who types fast, at most."""
LOOK = 1.0
"""Seconds after which a letter that led to another screen was meant to: somebody has looked at it."""
MIN_LETTERS, MIN_FAST, MIN_STRANGE = 3, 4, 4
"""Letters that can be a word: of a known one, of a fast one, and of one that is not known."""


def _letter_of(event: Pressed) -> str:
    return event.character or "" if isinstance(event, Key) and event.is_printable else ""


def _load_words() -> None:
    from sip_tui.resources.known_words import load  # not needed for the first frame

    load()


def _load_calendar() -> None:
    from sip_tui.swedish.dates.holidays import red_day  # not needed for the first frame

    red_day(date(2026, 1, 1))


LATER: tuple[Callable[[], object], ...] = (_load_words, *(partial(screen_of, mode) for mode in SCREENS), _load_calendar)
"""Load what keys need and the first frame does not: known words, the modules of all screens, and red days."""


class TypedWordsMixin(SequentialKeysMixin, NavigationMixin):
    """An app that does not take typed words for commands."""

    catches_words: bool | None = None
    """Whether words are told from commands; None where people press the keys, and not a program."""

    def __init__(self) -> None:
        super().__init__()
        self._letters: list[Key] = []
        """The letters in a row; all have been carried out."""
        self._strange: set[str] = set()
        """Those that said nothing where they were pressed."""
        self._in_form = ""
        """Those that a form has taken which the first ones opened."""
        self._before_word = ("", 0, 0)
        """The mode, the number of undo steps and of screens, before the first letter."""
        self._pressed_at = 0.0
        """When the latest key was handled."""
        self._dropped_at = 0.0
        """When the latest letter was dropped of a word that no screen takes."""

    def begin_keys(self) -> None:
        """Load what the next keys need, where people press them."""
        if self._catches:
            Thread(target=self._load_between_keys, daemon=True).start()

    def _load_between_keys(self) -> None:
        """Load in small steps, each while nobody presses a key: two threads share one interpreter."""
        for load in LATER:
            while self.is_running and (self._current or self._waiting or monotonic() < self._pressed_at + LOOK):
                sleep(LOOK / 20)
            gc.disable()
            try:
                load()
            finally:
                gc.enable()
        gc.freeze()  # what is loaded stays

    @property
    def _catches(self) -> bool:
        return not self.is_headless if self.catches_words is None else self.catches_words

    async def _process(self, event: Pressed) -> None:
        self._pressed_at = monotonic()
        if self._drops(event) or self._holds(event):
            return
        if not isinstance(event, Key):
            await super()._process(event)
            return
        run = [event, *self._letters_behind(event)]
        for number, key in enumerate(run, 1):
            if self._makes_word(key):
                self._waiting.extendleft(reversed(run[number:]))
                words = "".join(letter.character or "" for letter in self._letters)
                self._letters, self._current = [], key
                self.call_later(self._take_words, words, key)
                return
        await super()._process(event if len(run) == 1 else Key(event.key, "".join(map(_letter_of, run))))

    def _letters_behind(self, event: Key) -> Iterator[Key]:
        """Take the letters that wait behind one for the same line of text: it takes them in one step."""
        if not isinstance(self.focused, LineInput) or not _letter_of(event) or self._answer:
            return
        while self._waiting and isinstance(after := self._waiting[0], Key) and _letter_of(after):
            self._waiting.popleft()
            yield after

    def _holds(self, event: Pressed) -> bool:
        """Give a screen that keeps words the letter that goes on with them, and those that wait behind it, at once."""
        screen, letters = self.screen, _letter_of(event)
        if not letters or not isinstance(screen, HoldsWords) or not screen.holds_words:
            return False
        while self._waiting and (after := _letter_of(self._waiting[0])):
            letters += after
            self._waiting.popleft()
        screen.hold(letters)
        # They may have opened a form: what comes next is for its field.
        self._current = event
        self._wait_behind(event, deque([*self.screen.ancestors_with_self] * 2))
        return True

    def _makes_word(self, event: Key) -> bool:
        """Note a letter in a row; tell whether the row is a word now."""
        letter = event.character or ""
        goes_on = bool(self._letters) and event.time - self._letters[-1].time <= self._longest_pause
        if not (letter.isalpha() or (letter == " " and goes_on)):
            ends_word = goes_on and event.key in {"enter", "tab"} and self._is_word(whole=True)
            self._letters = self._letters if ends_word else []
            return ends_word
        if not goes_on and not self._begins(event):
            return False
        self._letters.append(event)
        if self._is_text(event):
            self._in_form += letter
        elif not self._means_something(event):
            self._strange.add(letter.casefold())
        return self._is_word()

    @property
    def _longest_pause(self) -> float:
        """Seconds that may pass before the next letter of a word."""
        has_led_on = len(self._letters) == 1 and self.current_mode != self._before_word[0]
        return LOOK if has_led_on else PAUSE

    def _begins(self, event: Key) -> bool:
        """Begin a row with a letter that nothing takes as text; False when there is none to begin."""
        self._letters, self._strange, self._in_form = [], set(), ""
        screen = self.screen
        if not self._catches or not isinstance(screen, TakesWords) or screen.takes_letters or self._is_text(event):
            return False
        self._before_word = self.current_mode, self.session.undo_depth, len(self.screen_stack)
        return True

    def _is_text(self, event: Key) -> bool:
        return (self.focused or self.screen).check_consume_key(event.key, event.character)

    def _means_something(self, event: Key) -> bool:
        active = self.screen.active_bindings.get(event.key)
        return active is not None and active.enabled

    def _is_word(self, *, whole: bool = False) -> bool:
        said = "".join(key.character or "" for key in self._letters)
        is_fast = len(said) >= MIN_FAST and self._is_fast() and len(set(said.casefold())) >= MIN_LETTERS
        if self._in_form:
            # One letter before the form may have been its key, and what came fast after it was meant for the form.
            commands = len(said) - len(self._in_form)
            return (is_fast and commands > 1) or self._known_words().began_before(said, self._in_form, whole=whole)
        if is_fast:
            return True
        if len(said) >= MIN_STRANGE and len(self._strange) > 1:
            return True
        return len(said) >= MIN_LETTERS and bool(self._strange) and self._known_words().begin(said)

    def _known_words(self) -> KnownWords:
        from sip_tui.resources.known_words import KnownWords  # not needed for the first frame

        return KnownWords(self.meeting)

    def _is_fast(self) -> bool:
        """Tell whether the letters came fast, and none twice: a command that is repeated is no word."""
        pairs = list(zip(self._letters, self._letters[1:], strict=False))
        return all(
            after.time - before.time <= TYPING_GAP and after.character != before.character for before, after in pairs
        )

    def _drops(self, event: Pressed) -> bool:
        """Drop what goes on of a word that no screen took."""
        if event.time - self._dropped_at > PAUSE or not isinstance(event, Key) or not event.is_printable:
            return False
        self._dropped_at = event.time
        return not self._is_text(event)

    async def _take_words(self, words: str, last: Key) -> None:
        """Take back what the letters did, and give the words to the screen."""
        mode, steps, screens = self._before_word
        self.commit_all()
        if self.current_mode != mode:
            self._close_down_to(1)
            await self.switch_mode(mode)
        self._close_down_to(screens)
        while self.session.undo_depth > steps and self.session.undo():
            pass
        while self.session.undo_depth < steps and self.session.redo():
            pass
        self.meeting = self.session.meeting
        if isinstance(self.screen, TakesWords) and not self.screen.take_words(words):
            self._dropped_at = last.time
        self.call_after_refresh(self._finish, last)

    def _close_down_to(self, screens: int) -> None:
        """Close what the letters have opened; a question that is closed so has the harmless answer."""
        while len(self.screen_stack) > screens:
            if isinstance(self.screen, ModalScreen):
                self.screen.dismiss(None)
            else:
                self.pop_screen()
