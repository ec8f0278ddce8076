"""Places of a text where something was found already."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from sip_tui.privacy.model import Span

_FAR = 1 << 60


class Places:
    """Where something was found already; sorted at the first question, since most texts ask none."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._given = spans
        self._spans: list[Span] | None = None

    def holds(self, at: int) -> bool:
        """Whether a character belongs to a finding."""
        if self._spans is None:
            self._spans = sorted(self._given)
        index = bisect_right(self._spans, (at, _FAR)) - 1
        return index >= 0 and at < self._spans[index][1]
