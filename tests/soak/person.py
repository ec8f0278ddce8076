"""Somebody who sits at a terminal: waits for what it shows, and sits down again when the program has died."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from tests.helpers.terminal_session import TerminalSession
from tests.soak.script import Deed
from tests.soak.table import DATA, PATIENCE, Gone, Table, Turn


@dataclass(slots=True)
class Kill:
    """One end of a program, in the middle of something."""

    at: float
    """Seconds of the script."""
    seat: str
    during: str
    header: str
    """What the program said of the disk when it was killed."""
    shown: str
    """The end of what stood before the cursor."""
    missing: int = 0
    """Letters that had been typed and were not on the disk."""
    missing_shown: int = 0
    """Of these, letters that her own screen had shown."""
    in_form: str = ""
    """What an open form had shown for HANDED_OVER seconds; it must be on the disk."""


HANDED_OVER = 0.1
"""Seconds after which a letter in a form may not be lost any more."""


@dataclass(slots=True)
class FormWords:
    """What is being typed in a form, and since when how much of it stands on the screen."""

    typed: str = ""
    shown: list[tuple[float, int]] = field(default_factory=list)

    def look(self, before_cursor: str) -> None:
        """Note how many letters are shown."""
        for count in range(len(self.typed), self.shown[-1][1] if self.shown else 0, -1):
            if before_cursor.rstrip().endswith(self.typed[:count].rstrip()[-20:]):
                self.shown.append((time.monotonic(), count))
                return

    @property
    def handed_over(self) -> str:
        """What has been shown for long enough."""
        latest = time.monotonic() - HANDED_OVER
        return self.typed[: max((count for at, count in self.shown if at < latest), default=0)]


@dataclass
class Person:
    """One of the two. A subclass says how each deed is done."""

    seat: ClassVar[str]
    """The command that opens the program."""
    ready: ClassVar[str]
    """A regex: what the screen shows when it can be used."""

    table: Table
    deeds: Sequence[Deed]
    terminal: TerminalSession | None = None
    kills: list[Kill] = field(default_factory=list)
    doing: str = "sits down"
    typing: bool = False
    """True in the middle of a word."""
    form: FormWords | None = None
    """What is being typed in a form."""
    lost_in_forms: list[str] = field(default_factory=list)

    def play(self) -> Turn:
        """Do everything in the script, each thing until it is done."""
        for deed in self.deeds:
            while not (yield from self._tried(deed)):
                pass
        self.doing = "has done everything"

    def _tried(self, deed: Deed) -> Generator[None, None, bool]:
        try:
            if self.terminal is None:
                yield from self.sit_down()
            while self.table.at < deed.at:
                yield from self.a_moment()
            self.doing = f"{deed.verb} {deed.text[:40]}".rstrip()
            yield from self.do(deed)
        except Gone:
            self.get_up()
            return False
        return True

    def get_up(self) -> None:
        """Leave a terminal whose program has been killed; raise RuntimeError when it ended by itself."""
        terminal = self.open_terminal
        if terminal.pid:
            terminal.look()
            raise RuntimeError(f"{self.seat}, {self.doing}: ended by itself\n{terminal.text}")
        terminal.close()
        self.terminal, self.typing, self.form = None, False, None
        self.table.witness.look()
        if (words := self.kills[-1].in_form.strip()) and words not in self.table.witness.texts:
            self.lost_in_forms.append(f"{self.seat}, in a form: {words!r}")
        self.miss()

    def sit_down(self) -> Turn:
        """Open the program in this seat, and wait until it can be used."""
        self.terminal = TerminalSession(self.table.home, *DATA, self.seat, self.table.meeting_id)
        yield from self.until(self.ready)

    def do(self, deed: Deed) -> Turn:
        """Do one thing, and wait until it can be seen; raise Gone when the program dies meanwhile."""
        raise NotImplementedError

    def miss(self) -> None:
        """See what is missing, now that the program has died."""

    def kill(self) -> None:
        """End the program as a power cut does."""
        if self.terminal is not None and not self.terminal.gone:
            shown = self.terminal.before_cursor[-12:].strip()
            in_form = self.form.handed_over if self.form else ""
            self.kills.append(Kill(self.table.at, self.seat, self.doing, self.header, shown, in_form=in_form))
            self.terminal.kill()
            self.terminal.gone = True

    @property
    def header(self) -> str:
        """What the program says of the disk, at the end of a line of its header."""
        found = (
            re.search(r"Spar(?:at \d\d\.\d\d|ar.*)", "\n".join(self.terminal.text.split("\n")[:4]))
            if self.terminal
            else None
        )
        return found[0].strip() if found else ""

    def press(self, keys: str) -> None:
        """Press keys, and wait for nothing."""
        self.open_terminal.send(keys)

    def type(self, text: str) -> Turn:
        """Type, letter by letter, as fast as the script goes."""
        due, self.typing = time.monotonic(), True
        for letter in text:
            due += self.table.between_keys()
            while time.monotonic() < due:
                yield from self.a_moment()
            self.press(letter)
            self.typed(letter)
            if self.form:
                self.form.typed += letter
        self.typing = False

    def type_in_form(self, text: str) -> Turn:
        """Type in an open form, and watch what it shows."""
        self.form = FormWords()
        yield from self.type(text)
        enough = time.monotonic() + 5 * HANDED_OVER
        while self.form.handed_over != text and time.monotonic() < enough:
            yield from self.a_moment()
        self.form = None

    def typed(self, letter: str) -> None:
        """Remember a letter that has been typed."""

    def until(self, shown: str | Callable[[], bool]) -> Turn:
        """Wait for a screen, by a regex, or for something else to be true."""
        patient_until = time.monotonic() + PATIENCE
        true = shown if callable(shown) else lambda: self.open_terminal.shows(str(shown))
        while not true():
            if time.monotonic() > patient_until:
                raise TimeoutError(f"{self.seat}, {self.doing}: never {shown!r}\n{self.open_terminal.text}")
            yield from self.a_moment()

    def a_moment(self) -> Turn:
        """Let the others do something; raise Gone when the program has died."""
        yield
        if self.open_terminal.gone:
            raise Gone
        if self.form:
            self.form.look(self.open_terminal.before_cursor)

    @property
    def open_terminal(self) -> TerminalSession:
        """The terminal; raise Gone when there is none."""
        if self.terminal is None:
            raise Gone
        return self.terminal
