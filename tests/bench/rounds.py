"""Rounds of a program in a terminal, taken in turns, so that a busy moment of the machine strikes all alike."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TypeVar

from tests.bench.programs import Program
from tests.bench.terminal import Burst, Terminal

QUIT = "\x11"
STARTS, SITTINGS, KEYS = 12, 5, 60
"""How often a program is started; how often somebody sits down to type, and how many keys each time."""
FIRST_KEYS = 5
"""Keys that are not counted: what is made at the first one is there for all the others."""
WORDS = "och sedan hjälper kuratorn till igen, "
BETWEEN_KEYS = (0.06, 0.16)
"""Seconds from the end of one burst to the next key: a quick typist, who is never in step with a timer."""

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Start:
    """One start of a program."""

    took: float
    """Milliseconds until it was ready."""
    left_behind: int
    """Files and folders that are in its temporary folder when it has ended."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What many key presses cost."""

    p50: float
    """Milliseconds from a key to the end of its burst."""
    p95: float
    size: float
    """Bytes a key, with what comes after the burst."""

    def __str__(self) -> str:
        return f"{self.p50:.1f}, p95 {self.p95:.1f} ms, {self.size:,.0f} B"


def starts(*programs: Program) -> Mapping[str, list[Start]]:
    """Start each program many times."""
    return in_turns(programs, STARTS, lambda program: [_start(program)])


def typed(*programs: Program) -> Mapping[str, Typed]:
    """Type into each program."""
    return {name: _summed_up(keys) for name, keys in in_turns(programs, SITTINGS, _type).items()}


def in_turns(
    programs: Sequence[Program], rounds: int, measure: Callable[[Program], list[Found]]
) -> Mapping[str, list[Found]]:
    """Measure each program so many times, one after the other and then the other way round."""
    found: dict[str, list[Found]] = defaultdict(list)
    for program in programs:
        # The first start of all compiles modules and fills the disk's cache: nobody counts it.
        _start(program)
    for number in range(rounds):
        for program in programs[:: -1 if number % 2 else 1]:
            found[program.name] += measure(program)
    return found


def _start(program: Program) -> Start:
    with TemporaryDirectory() as name:
        home = Path(name)
        program.prepare(home)
        before = len(list(home.iterdir()))
        with Terminal(program.arguments, home) as terminal:
            took = terminal.until_shown(program.ready)
            terminal.leave(QUIT)
        return Start(took * 1000, len(list(home.iterdir())) - before)


def _type(program: Program) -> list[Burst]:
    with TemporaryDirectory() as name:
        program.prepare(Path(name))
        with Terminal(program.arguments, Path(name)) as terminal:
            terminal.until_shown(program.ready)
            for key, shown in program.steps:
                terminal.press(key)
                terminal.until_shown(shown)
            terminal.rest(0.5)
            keys = [press(terminal, WORDS[number % len(WORDS)]) for number in range(FIRST_KEYS + KEYS)]
            terminal.leave(QUIT)
        return keys[FIRST_KEYS:]


def press(terminal: Terminal, key: str) -> Burst:
    """Press a key, and wait as people do before the next."""
    burst = terminal.press(key)
    return Burst(burst.took, burst.size + terminal.rest(random.uniform(*BETWEEN_KEYS)))


def _summed_up(keys: Sequence[Burst]) -> Typed:
    times = [key.took * 1000 for key in keys]
    return Typed(median(times), quantiles(times, n=20)[-1], sum(key.size for key in keys) / len(keys))
