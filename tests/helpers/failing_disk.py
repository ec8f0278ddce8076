"""An operating system that refuses: the Nth call that changes a file fails, with an error of one's choice."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.helpers.kill_points import CHANGING


@contextmanager
def failing(number: int, error: int, *, for_good: bool = False) -> Iterator[list[int]]:
    """Let the Nth change fail, and with ``for_good`` every one after it; yields how many calls were left to it."""
    left, real = [number], {name: getattr(os, name) for name in CHANGING}
    for name, call in real.items():
        setattr(os, name, _refusing(name, call, left, error, for_good=for_good))
    try:
        yield left
    finally:
        for name, call in real.items():
            setattr(os, name, call)


def _refusing(
    name: str, real: Callable[..., Any], left: list[int], error: int, *, for_good: bool
) -> Callable[..., Any]:
    def call(*given: Any, **named: Any) -> Any:
        if name == "open" and not _writes(given, named):
            return real(*given, **named)
        left[0] -= 1
        if left[0] == 0 or (for_good and left[0] < 0 and name not in {"unlink", "rmdir"}):
            raise OSError(error, os.strerror(error))
        return real(*given, **named)

    return call


def _writes(given: tuple[Any, ...], named: dict[str, Any]) -> bool:
    flags = named.get("flags", given[1] if len(given) > 1 else 0)
    return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def remove_folder(folder: Path) -> None:
    """Take a folder away at once, as somebody who moves it does; one by one, files may come back meanwhile."""
    gone = folder.with_name(f".{folder.name}-gone")
    folder.rename(gone)
    shutil.rmtree(gone)
