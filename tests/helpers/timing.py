"""CPU time and work of a call, for tests of how they grow with size."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from itertools import count
from time import process_time
from types import FrameType

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


def call_count(call: Callable[[], object]) -> int:
    """How many functions are called in a call, and how often generators go on: the same on every machine."""
    seen, before = 0, sys.getprofile()

    def count_calls(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal seen
        seen += event == "call"

    sys.setprofile(count_calls)
    try:
        call()
    finally:
        sys.setprofile(before)
    return seen


def is_linear(read: Callable[[str], object], unit: str, size: int) -> bool:
    """Whether a text four times as long takes about four times the CPU time, in one of three tries.

    A quadratic reader takes sixteen times as long; the bound of nine and three tries leave room for a busy machine.
    """
    return any(_seconds(read, unit, 4 * size) < 9 * _seconds(read, unit, size) + 0.02 for _try in range(3))


def _seconds(read: Callable[[str], object], unit: str, size: int) -> float:
    text = f"{next(NUMBERS)} {unit * (size // len(unit) + 1)}"
    return cpu_seconds(lambda: read(text))
