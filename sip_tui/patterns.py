"""Regular expressions that are compiled when they are first used: most are not needed for the first frame."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Pattern:
    """Stands for a compiled expression until something is asked of it."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        """Take over what is asked for from the compiled expression; it is found here the next time."""
        asked = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, asked)
        return asked


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return an expression that is compiled at its first use, and not when its module is imported."""
    return cast("re.Pattern[AnyStr]", _Pattern(text, flags))
