"""Four times as much to read takes every reader four times as long, and not sixteen."""

from __future__ import annotations

import gc
from time import process_time

import pytest

from tests.fuzz.targets import TARGETS

UNITS = (
    "1 ",
    "Maja ",
    "och ",
    "a,",
    "av ",
    "\n",
    "- [ ]\n",
    "Samir ringer skolan på fredag om mamma. ",
    "070-",
    "\x1b[<0;",
    '[[a]]\nb="c"\n',
    '{"a":[',
)
"""What is repeated: lists, names, times, identifiers, boxes, reports of a terminal, and the beginnings of files."""
SMALL, TIMES = 3_000, 4
LIMIT = 9.0
"""Seconds for four times the input over seconds for the input: 4 is linear and 16 quadratic."""
LEAST = 0.03
"""Seconds of the larger input below which a ratio says nothing."""
TRIES = 4
"""A busy machine makes a measure larger, never smaller: one good try is enough."""


@pytest.mark.parametrize("name", TARGETS)
def test_reading_grows_with_its_input(name: str) -> None:
    grown = {unit: ratio for unit in UNITS if (ratio := _growth(name, unit)) > LIMIT}
    assert not grown


def _growth(name: str, unit: str) -> float:
    best = float("inf")
    for _turn in range(TRIES):
        more, less = _seconds(name, unit, SMALL * TIMES), _seconds(name, unit, SMALL)
        best = min(best, more / max(less, 0.001) if more > LEAST else 0.0)
        if best <= LIMIT:
            break
    return best


def _seconds(name: str, unit: str, size: int) -> float:
    data = (unit * (size // len(unit) + 1))[:size].encode()
    read = TARGETS[name]
    gc.collect()
    gc.disable()
    try:
        started = process_time()
        read(data)
        return process_time() - started
    finally:
        gc.enable()
