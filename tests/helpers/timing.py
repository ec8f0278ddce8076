"""CPU time of a call, for tests of how time grows with size."""

from __future__ import annotations

import gc
from collections.abc import Callable
from itertools import count
from time import process_time

NUMBERS = count()
"""A number for each text that is measured: what has been read is remembered, so that each is a text of its own."""


def cpu_seconds(call: Callable[[], object]) -> float:
    """The CPU time of a call, with the garbage collector at rest."""
    gc.disable()
    try:
        start = process_time()
        call()
        return process_time() - start
    finally:
        gc.enable()


def is_linear(read: Callable[[str], object], unit: str, size: int) -> bool:
    """Whether a text four times as long takes about four times the CPU time, in one of three tries.

    A quadratic reader takes sixteen times as long; the bound of nine and three tries leave room for a busy machine.
    """
    return any(_seconds(read, unit, 4 * size) < 9 * _seconds(read, unit, size) + 0.02 for _try in range(3))


def _seconds(read: Callable[[str], object], unit: str, size: int) -> float:
    text = f"{next(NUMBERS)} {unit * (size // len(unit) + 1)}"
    return cpu_seconds(lambda: read(text))
