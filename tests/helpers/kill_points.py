"""A process that is killed at one of its own changes to the disk: the Nth call that changes a file."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import Any

from tests.helpers.processes import CONTEXT

CHANGING = (
    "open",
    "write",
    "mkdir",
    "rename",
    "replace",
    "link",
    "unlink",
    "rmdir",
    "fsync",
    "fdatasync",
    "ftruncate",
    "chmod",
)
"""Functions of ``os`` that change a file, a folder or a name, or wait for it to be on the disk."""


def survives(number: int, work: Callable[..., object], *given: object) -> bool:
    """Run the work in a process that is killed before its Nth change; true when it makes fewer."""
    process = CONTEXT.Process(target=_run, args=(number, work, given), daemon=True)
    process.start()
    process.join()
    return process.exitcode == 0


def _run(number: int, work: Callable[..., object], given: tuple[object, ...]) -> None:
    left = [number]
    for name in CHANGING:
        setattr(os, name, _counted(getattr(os, name), left))
    work(*given)
    os._exit(0)


def _counted(real: Callable[..., Any], left: list[int]) -> Callable[..., Any]:
    def call(*given: Any, **named: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given, **named)

    return call
