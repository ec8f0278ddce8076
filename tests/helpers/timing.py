"""CPU time of a call, for tests of how time grows with size."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time


def cpu_seconds(call: Callable[[], object], tries: int = 2) -> float:
    """The CPU time of the fastest of several calls, with the garbage collector at rest."""
    best = float("inf")
    gc.disable()
    try:
        for _ in range(tries):
            start = process_time()
            call()
            best = min(best, process_time() - start)
    finally:
        gc.enable()
    return best
