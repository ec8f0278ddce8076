"""The meeting, played by two real programs in real terminals, both of which are killed now and then."""

from __future__ import annotations

import random
import select
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.terminal_session import QUIT
from tests.soak.chair import Chair
from tests.soak.person import Person
from tests.soak.script import CHAIR, SECRETARY, Deed
from tests.soak.secretary import Secretary
from tests.soak.table import Table, lay_table

GLANCE = 0.005
"""Seconds between two looks at the terminals."""
LAST_MOMENTS = 0.97
"""The share of the meeting after which nobody is killed any more."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When somebody's program is killed."""

    at: float
    """Seconds of the script."""
    seat: str
    in_a_word: bool
    """Wait until letters are being typed."""
    in_a_form: bool = False
    """Wait until letters stand in an open form, and for as long as it takes to hand them over."""

    def has_come(self, now: float, person: Person) -> bool:
        """True when this person's program is to be killed now."""
        if self.seat != person.seat or self.at >= now:
            return False
        if self.in_a_form:
            return person.form is not None and bool(person.form.handed_over)
        return person.typing or not self.in_a_word


@dataclass(frozen=True, slots=True)
class Played:
    """A meeting that has been played to its end."""

    table: Table
    chair: Chair
    secretary: Secretary
    took: float
    """Seconds."""


def play(home: Path, deeds: Sequence[Deed], speed: float, seed: int, kills: int) -> Played:
    """Play a meeting, and kill each of the two programs so many times at moments that the seed gives."""
    table = lay_table(home, speed, seed)
    chair = Chair(table, [deed for deed in deeds if deed.who == CHAIR])
    secretary = Secretary(table, [deed for deed in deeds if deed.who == SECRETARY])
    try:
        table.began = time.monotonic()
        _go_on((chair, secretary), moments(deeds, seed, kills))
        took = time.monotonic() - table.began
        for player in (chair, secretary):
            player.open_terminal.leave(QUIT)
        table.witness.look()
        secretary.watch()
    finally:
        for player in (chair, secretary):
            if player.terminal is not None:
                player.terminal.close()
    return Played(table, chair, secretary, took)


def moments(deeds: Sequence[Deed], seed: int, kills: int) -> list[Moment]:
    """Give when each is killed: every other time in the middle of a word, and every fourth in an open form."""
    chance = random.Random(seed)
    end = deeds[-1].at * LAST_MOMENTS
    found = [
        Moment(chance.uniform(0, end), seat, n % 2 == 1, in_a_form=n % 4 == 3)
        for seat in ("chair", "secretary")
        for n in range(kills)
    ]
    return sorted(found, key=lambda moment: moment.at)


def _go_on(people: tuple[Chair, Secretary], due: list[Moment]) -> None:
    """Let everybody do a little in turns, until all have done everything."""
    table, turns = people[0].table, {player.seat: player.play() for player in people}
    while turns:
        _listen(people)
        table.witness.look()
        people[1].watch()
        for player in [player for player in people if player.seat in turns]:
            if moment := next((moment for moment in due if moment.has_come(table.at, player)), None):
                due.remove(moment)
                player.kill()
        turns = {seat: turn for seat, turn in turns.items() if _goes_on(turn)}


def _listen(people: Sequence[Person]) -> None:
    terminals = [player.terminal for player in people if player.terminal is not None and not player.terminal.gone]
    for terminal in select.select(terminals, [], [], GLANCE)[0]:
        terminal.look()


def _goes_on(turn: Iterator[None]) -> bool:
    try:
        next(turn)
    except StopIteration:
        return False
    return True
