"""Words typed where a list is: by their pace they are told from commands, and go into the line for a new row.

A hand that leads presses one key and looks. Four letters of at least three kinds, each within a fifth of a second of
the one before, are a word: what the first did is taken back, and the others have done nothing.
"""

from __future__ import annotations

from textual.events import Key
from textual.timer import Timer

from sip_tui.app.key_queue import Pressed, SequentialKeysMixin
from sip_tui.screens.base import MeetingApp, TakesWords

TYPING_GAP = 0.2
"""Seconds between two letters of a word, at most; a letter that may be one's waits so long for the next."""
PAUSE = 0.6
"""Seconds without a letter after which the next one is a command again, when no screen took the word."""
MIN_LETTERS, MIN_KINDS = 4, 3
"""What makes a word of letters that come so fast."""


class TypedWordsMixin(SequentialKeysMixin, MeetingApp):
    """An app that does not take typed words for commands."""

    catches_words: bool | None = None
    """Whether words are told from commands; None where people press the keys, and not a program."""

    def __init__(self) -> None:
        super().__init__()
        self._word: list[Key] = []
        """The letters of what may be a word; the first has been carried out."""
        self._word_timer: Timer | None = None
        self._before_word = ("", 0)
        """The mode, and the number of undo steps, before the first letter."""
        self._released: list[Pressed] = []
        """Letters that turned out to be commands and are about to be carried out."""
        self._dropped_at = 0.0
        """When the latest letter was dropped of a word that no screen takes."""

    async def _process(self, event: Pressed) -> None:
        if self._drops(event):
            return
        if event in self._released:
            self._released.remove(event)
        elif self._word and not self._continues(event):
            self._release(event)
            return
        elif (self._word or self._begins(event)) and isinstance(event, Key) and self._hold(event):
            return
        await super()._process(event)

    def _begins(self, event: Pressed) -> bool:
        """Tell whether a key is a letter that nothing takes as text."""
        catches = not self.is_headless if self.catches_words is None else self.catches_words
        if not catches or not isinstance(event, Key) or not isinstance(self.screen, TakesWords):
            return False
        return (event.character or "").isalpha() and not self._is_text(event)

    def _is_text(self, event: Key) -> bool:
        return (self.focused or self.screen).check_consume_key(event.key, event.character)

    def _drops(self, event: Pressed) -> bool:
        """Drop what goes on of a word that no screen took."""
        if event.time - self._dropped_at > PAUSE or not isinstance(event, Key) or not event.is_printable:
            return False
        self._dropped_at = event.time
        return not self._is_text(event)

    def _continues(self, event: Pressed) -> bool:
        if not isinstance(event, Key) or self._is_text(event) or not isinstance(self.screen, TakesWords):
            return False
        letter = event.character or ""
        is_near = event.time - self._word[-1].time <= TYPING_GAP
        # The same letter again and again is a command that is repeated.
        is_other = letter != self._word[-1].character
        return is_near and is_other and (letter.isalpha() or letter == " ")

    def _hold(self, event: Key) -> bool:
        """Keep a letter back that may belong to a word; False for the first one, which is carried out at once."""
        self._stop_timer()
        self._word.append(event)
        if len(self._word) == 1:
            self._before_word = self.current_mode, self.session.undo_depth
        letters = "".join(key.character or "" for key in self._word)
        if len(letters) >= MIN_LETTERS and len(set(letters.casefold())) >= MIN_KINDS:
            self._word, self._current = [], event
            self.call_later(self._take_words, letters, event)
        else:
            self._word_timer = self.set_timer(TYPING_GAP, self._release_if_quiet)
        return len(letters) > 1

    def _release_if_quiet(self) -> None:
        """Release the letters, unless keys wait that have not been looked at: the first letter may open something."""
        if self._waiting or self._current:
            self._word_timer = self.set_timer(TYPING_GAP, self._release_if_quiet)
        else:
            self._release()

    def _release(self, *later: Pressed) -> None:
        """Carry out the letters that were held back, and look at what has come after them: they are commands."""
        self._stop_timer()
        held, self._word = self._word[1:], []
        self._released += held
        self._waiting.extendleft(reversed([*held, *later]))
        if held or later:
            self.call_later(self._process_waiting)

    def _stop_timer(self) -> None:
        if self._word_timer is not None:
            self._word_timer.stop()
            self._word_timer = None

    async def _take_words(self, words: str, last: Key) -> None:
        """Take back what the first letter did, and give the words to the screen."""
        mode, steps = self._before_word
        while self.session.undo_depth > steps and self.session.undo():
            pass
        self.meeting = self.session.meeting
        if self.current_mode != mode:
            await self.switch_mode(mode)
        if isinstance(self.screen, TakesWords) and not self.screen.take_words(words):
            self._dropped_at = last.time
        self.call_after_refresh(self._finish, last)
