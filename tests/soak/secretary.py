"""The secretary at her terminal: writes line after line, and writes again what a kill took away.

When a line counts as kept. Twice, and both are counted:

* *on the disk*: another process, the witness, has read it there. That is the promise itself: whatever comes after, the
  line must be in the meeting at the end.
* *said to be saved*: her own screen has echoed the line's last key, and since then the header has said "Sparat" and
  nothing else, for longer than it takes the program to say otherwise ("Sparar …"), see SURE. The word "Sparat" alone
  is not enough, as it may have stood there since the line before. Whatever has been said to be saved must be on the
  disk already.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import partial

from sip_tui.meeting.model.enums import Seat as Seats
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.resources.guidance import phase_name
from tests.helpers.terminal_session import ENTER, ESC, SURE
from tests.soak.person import Person
from tests.soak.script import WRITES, Deed
from tests.soak.table import Turn

NEXT_PAD, RAISE_WORD, NEW_ACTION = "\x0e", "\x14", "\x0f"


@dataclass(slots=True)
class Line:
    """One line that is to be written."""

    phase: str
    upto: str
    """The whole pad, from its beginning to the end of this line."""
    echoed: float = 0.0
    """When her screen showed its end; 0 until then."""
    on_disk: bool = False
    said: bool = False


@dataclass
class Secretary(Person):
    """Writes in the pads of the phases, as the chair goes through them."""

    lines: list[Line] = field(default_factory=list)
    lies: list[str] = field(default_factory=list)
    """Lines that were said to be saved, and were not."""
    typed_again: int = 0
    """Letters that kills took away."""

    seat = "secretary"
    ready = r"\[F8 Skriv\].*▸"

    def __post_init__(self) -> None:
        self.pads = {phase: self.on_disk(phase) for phase in PHASES}
        """What she has typed into each pad, and not lost again."""
        self._due = dict(self.pads)
        self._writing = ""
        self._otherwise = 0.0
        written = dict(self.pads)
        for deed in self.deeds:
            if deed.verb == WRITES:
                written[deed.phase] += f"{deed.text}\n"
                self.lines.append(Line(deed.phase, written[deed.phase]))
        self.whole = written
        """What each pad holds when everything has been written."""
        self._rest = iter(self.lines)
        self._line: Line | None = None

    def on_disk(self, phase: str) -> str:
        """The pad as the disk has it."""
        return self.table.witness.meeting.pad_text(phase, Seats.SECRETARY)

    def do(self, deed: Deed) -> Turn:
        match deed.verb:
            case "ord":
                # On a line that a kill has left without its end, the key would raise the hard word of that line.
                yield from self.write()
                yield from self.fill_in(RAISE_WORD, "Vem sa det", deed.text)
                yield from self.until(lambda: any(term.term == deed.text for term in self.table.witness.meeting.terms))
            case "åtgärd":
                if not self.has_action(deed.text):
                    yield from self.fill_in(NEW_ACTION, "Vem gör det", deed.text)
                yield from self.until(lambda: self.has_action(deed.text))
            case _:
                self._line = self._line or next(self._rest)
                self._due[deed.phase] = self._line.upto
                yield from self.write()
                self._line = None

    def has_action(self, text: str) -> bool:
        """Tell whether the meeting has the whole action."""
        return any(action.what == text for action in self.table.witness.meeting.actions)

    def fill_in(self, key: str, shown: str, text: str) -> Turn:
        """Fill in the first field of a form, and leave the form."""
        self.press(key)
        yield from self.until(shown)
        yield from self.type_in_form(text)
        self.press(ESC)
        yield from self.until(rf"\A(?!.*{shown})")

    def write(self) -> Turn:
        """Write what is due and does not stand in the pads; after a kill that may be more than the last line."""
        for phase, due in self._due.items():
            if rest := due[len(self.pads[phase]) :]:
                yield from self.go_to(phase)
                self._writing = phase
                for part in rest.splitlines():
                    yield from self.write_line(part)
                self._writing = ""
                self._echoed(phase)

    def write_line(self, text: str) -> Turn:
        """Write the rest of a line and begin the next; wait until the line's end stands above the cursor."""
        yield from self.type(text)
        self.press(ENTER)
        self.typed("\n")
        end = "".join(text.split()[-1:])[-8:]
        yield from self.until(lambda: end in self.open_terminal.above_cursor)

    def typed(self, letter: str) -> None:
        if self._writing:
            self.pads[self._writing] += letter

    def _echoed(self, phase: str) -> None:
        for line in self.lines:
            if line.phase == phase and not line.echoed and self.pads[phase].startswith(line.upto):
                line.echoed = time.monotonic()

    def go_to(self, phase: str) -> Turn:
        """Go to the pad of a phase, one after the other, as the keys do it."""
        while (there := self._pad_shown()) != phase:
            self.press(NEXT_PAD)
            yield from self.until(partial(self._has_left, there))

    def _pad_shown(self) -> str:
        return next((phase for phase in PHASES if self.open_terminal.shows(f"▸ {phase_name(phase)}")), "")

    def _has_left(self, phase: str) -> bool:
        return self._pad_shown() not in {phase, ""}

    def miss(self) -> None:
        """Look at what is on the disk: the rest must be written once more."""
        self._writing = ""
        for phase in PHASES:
            self._miss(phase, self.on_disk(phase))
        for line in self.lines:
            if line.echoed and not self.pads[line.phase].startswith(line.upto):
                self._lost(line)

    def _miss(self, phase: str, kept: str) -> None:
        if not self.whole[phase].startswith(kept):
            raise RuntimeError(f"the pad of {phase} is not what was typed: {_difference(kept, self.whole[phase])}")
        typed, kill = self.pads[phase], self.kills[-1]
        if missing := len(typed) - len(kept):
            kill.missing += missing
            kill.missing_shown += max(_reaches(typed, kill.shown) - len(kept), 0)
        self.typed_again += missing
        self.pads[phase] = kept

    def _lost(self, line: Line) -> None:
        if line.said or line.on_disk:
            self.lies.append(line.upto.splitlines()[-1])
        line.echoed = 0.0

    def watch(self) -> None:
        """Note which lines are kept by now."""
        now = time.monotonic()
        if not self.header.startswith("Sparat"):
            self._otherwise = now
        for line in self.lines:
            if line.echoed and not line.on_disk:
                line.on_disk = self.on_disk(line.phase).startswith(line.upto)
            if line.echoed and not line.said and now - max(line.echoed, self._otherwise) > SURE:
                line.said = True
                if not line.on_disk:
                    self.lies.append(line.upto.splitlines()[-1])


def _reaches(typed: str, shown: str) -> int:
    """How many letters of what was typed had been shown, when this stood before the cursor."""
    places = range(len(typed), max(len(typed) - 40, 0), -1)
    return next((end for end in places if typed[:end].rstrip().endswith(shown)), 0) if shown else 0


def _difference(kept: str, whole: str) -> str:
    at = next(
        (place for place, (item, other) in enumerate(zip(kept, whole, strict=False)) if item != other), len(whole)
    )
    return f"{kept[:at][-60:]!r}, and then {kept[at:][:60]!r} for {whole[at:][:60]!r}"
