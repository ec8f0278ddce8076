"""Sets of words, written as running text so that they can be read."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Give the words of a text, parted by spaces and line ends."""
    return frozenset(text.split())
