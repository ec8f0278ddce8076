"""Tries every entry of a word table: each is read rightly, and otherwise without it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from sip_tui.swedish import word_table, words


class Cached(Protocol):
    """A function with a cache."""

    def cache_clear(self) -> None: ...


Reader = Callable[[str, Any], object]
"""Reads an entry and its line; a tuple says first whether it is right, and then what was read."""


def table_of(name: str) -> dict[str, Any]:
    """Return the table ``file.table``."""
    file, _dot, table = name.partition(".")
    found: dict[str, Any] = word_table(file)[table]
    return found


def assert_every_entry_is_needed(name: str, reader: Reader, caches: Sequence[Cached] = ()) -> None:
    """Fail for an entry that is not read rightly, or is read in the same way without it."""
    table = table_of(name)
    for entry, line in list(table.items()):
        read = reader(entry, line)
        assert read[0] if isinstance(read, tuple) else read, (entry, line, read)
        kept = dict(table)
        del table[entry]
        _clear(caches)
        try:
            assert reader(entry, line) != read, f"{entry} is not needed"
        finally:
            table.clear()
            table.update(kept)
            _clear(caches)


def _clear(caches: Sequence[Cached]) -> None:
    for cache in (words, *caches):
        cache.cache_clear()
