"""What was found in the blocks that have been read: who writes for an hour is read again after every line."""

from __future__ import annotations

from sip_tui.privacy.model import Candidate

REMEMBERED, LARGE, MOST = 8000, 200_000, 2_000_000
"""So many blocks are remembered, none that is as large as this, and so many letters in all."""

Hits = tuple[Candidate, ...]


class BlockMemory(dict[tuple[str, bool], Hits]):
    """The hits by block, and by whether people were looked for who are not on the roll."""

    def __init__(self) -> None:
        super().__init__()
        self._letters = 0

    def remember(self, text: str, people: bool, hits: Hits) -> None:
        """Remember a block; when there are too many, all others are forgotten."""
        if len(text) >= LARGE:
            return
        self._letters += len(text)
        if len(self) > REMEMBERED or self._letters > MOST:
            self.clear()
            self._letters = len(text)
        self[text, people] = hits

    def clear(self) -> None:
        """Forget every block."""
        super().clear()
        self._letters = 0
