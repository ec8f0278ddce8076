"""Names without a letter to speak of ("[/]", "=cmd()"), which are looked for as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sip_tui.privacy.finders.name_bounds import is_bounded
from sip_tui.privacy.model import Span


class LiteralNames(list[tuple[str, int]]):
    """The literal names of a meeting, each with the number of its person."""

    def add(self, name: str, number: int) -> None:
        """Look for a name as well, unless it is too short to be one."""
        if len(name) > 2 or any(map(str.isalnum, name)):
            self.append((name.lower(), number))

    def find(self, text: str) -> Iterator[tuple[Span, int]]:
        """Where the names stand in a text, and whose they are."""
        lower = text.lower() if self else ""
        for name, number in self if len(lower) == len(text) else ():
            for found in re.finditer(re.escape(name), lower):
                if is_bounded(text, *found.span()):
                    yield found.span(), number
