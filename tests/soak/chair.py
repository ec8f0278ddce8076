"""The chair at her terminal: one key for each deed, and a look whether it has happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.meeting.people.floor import current_speaker, speakers
from sip_tui.meeting.time.timeline import Timing, timing_at
from sip_tui.parsing.action_line import parse_action_line
from sip_tui.resources.guidance import phase_name
from sip_tui.session.session import utc_now
from tests.helpers.terminal_session import ENTER, ESC, F2, F3, F4, F5, F9, F12
from tests.soak.person import Person
from tests.soak.script import Deed
from tests.soak.table import Turn


class Chair(Person):
    """Does what the script says until the disk has it: a deed that a kill took away is done once more."""

    seat = "chair"
    ready = r"\[F2 Tid\]"

    def do(self, deed: Deed) -> Turn:
        done = partial(DONE[deed.verb], self, deed.text)
        while not done():
            yield from DEEDS[deed.verb](self, deed.text)
            yield from self.until(done)

    @property
    def meeting(self) -> Meeting:
        """The meeting as the disk has it."""
        return self.table.witness.meeting

    @property
    def clocks(self) -> Timing:
        """Where the meeting is in time."""
        return timing_at(self.meeting, utc_now())

    def go(self, key: str, place: str) -> Turn:
        """Go to a screen."""
        self.press(key)
        yield from self.until(rf"\[{place}\]")

    def open_meeting(self, _text: str) -> Turn:
        yield from self.go(F2, "F2 Tid")
        self.press("v")
        yield from self.until(r"Inledning: \d+ min kvar")

    def call_the_roll(self, excused: str) -> Turn:
        yield from self.go(F3, "F3 Upprop")
        self.press(
            "".join(
                "f" if participant.name.startswith(excused) else "h" for participant in in_round_order(self.meeting)
            )
        )
        yield from self.until("har förhinder")

    def next_phase(self, phase: str) -> Turn:
        """Go on, and say yes when the program asks whether everybody has been heard."""
        yield from self.go(F2, "F2 Tid")
        there = rf"{phase_name(phase)}: \d+ min kvar"
        self.press("v")
        yield from self.until(rf"{there}|Nej, stanna kvar")
        if self.open_terminal.shows("Nej, stanna kvar"):
            self.press("j")
            yield from self.until(there)

    def give_floor(self, name: str) -> Turn:
        yield from self.go(F2, "F2 Tid")
        those = [speaker.name for speaker in speakers(self.meeting)]
        digit = next(number for number, item in enumerate(those, 1) if item.startswith(name))
        self.press(str(digit))
        yield from self.until(f"Ordet: {name}")

    def raise_word(self, word: str) -> Turn:
        yield from self.go(F4, "F4 Svåra ord")
        self.press("a")
        yield from self.until("Vem sa det")
        yield from self.type_in_form(word)
        self.press(ESC)
        yield from self.until(rf"\[F4 Svåra ord\].*{word}")

    def write_action(self, line: str) -> Turn:
        yield from self.go(F5, "F5 Åtgärder")
        self.press("q")
        yield from self.until("Vem gör vad, och när")
        yield from self.type(line)
        self.press(ENTER)
        yield from self.until("q På en rad")

    def begin_break(self, _text: str) -> Turn:
        self.press(F9)
        yield from self.until("Paus sedan")

    def end_break(self, _text: str) -> Turn:
        self.press(F9)
        yield from self.until(r"\A(?!.*Paus sedan)")

    def close_meeting(self, _text: str) -> Turn:
        self.press(F12)
        yield from self.until("Avsluta mötet")
        self.press("j")
        yield from self.until("Mötet avslutades")

    def has_floor(self, name: str) -> bool:
        speaker = current_speaker(self.meeting)
        return speaker is not None and speaker.name.startswith(name)

    def all_called(self, _text: str) -> bool:
        return all(participant.presence is not Presence.EXPECTED for participant in self.meeting.participants)


def what_is_done(meeting: Meeting, line: str) -> str:
    """Give what an action says that is written as one line."""
    today: date = utc_now().date()
    return parse_action_line(meeting, line, today).what


DEEDS: Mapping[str, Callable[[Chair, str], Turn]] = {
    "öppnar": Chair.open_meeting,
    "upprop": Chair.call_the_roll,
    "del": Chair.next_phase,
    "ordet": Chair.give_floor,
    "ord": Chair.raise_word,
    "åtgärd": Chair.write_action,
    "paus": Chair.begin_break,
    "åter": Chair.end_break,
    "avslutar": Chair.close_meeting,
}
DONE: Mapping[str, Callable[[Chair, str], bool]] = {
    "öppnar": lambda self, _text: self.clocks.opened is not None,
    "upprop": Chair.all_called,
    "del": lambda self, phase: self.clocks.phase == phase,
    "ordet": Chair.has_floor,
    "ord": lambda self, word: any(term.term == word for term in self.meeting.terms),
    "åtgärd": lambda self, line: any(
        action.what == what_is_done(self.meeting, line) for action in self.meeting.actions
    ),
    "paus": lambda self, _text: self.clocks.on_break,
    "åter": lambda self, _text: not self.clocks.on_break,
    "avslutar": lambda self, _text: self.clocks.closed is not None,
}
