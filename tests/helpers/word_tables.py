"""Tries every entry of a word table: each is read rightly, and otherwise without it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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


def independent_groups(phrases: Mapping[str, str], size: int = 60) -> list[list[str]]:
    """Split entries into groups that can be taken away together: no phrase holds the word of another in its group.

    What a phrase reads as then tells of its own entry, and tables are built anew once for a group.
    """
    groups: list[list[str]] = []
    stems = {entry: entry.strip("*~#").casefold() for entry in phrases}
    texts = {entry: phrase.casefold() for entry, phrase in phrases.items()}

    def apart(one: str, other: str) -> bool:
        return stems[one] not in texts[other] and stems[other] not in texts[one]

    for entry in phrases:
        fitting = (group for group in groups if len(group) < size and all(apart(entry, other) for other in group))
        if (group := next(fitting, None)) is None:
            groups.append(group := [])
        group.append(entry)
    return groups


def _clear(caches: Sequence[Cached]) -> None:
    for cache in (words, *caches):
        cache.cache_clear()
