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


def assert_every_entry_is_needed(name: str, reader: Reader, caches: Sequence[Cached] = (), together: int = 1) -> None:
    """Fail for an entry that is not read rightly, or is read in the same way without it.

    Args:
        name: The table, ``file.table``.
        reader: What reads an entry and its line.
        caches: What has to be made anew when the table changes.
        together: How many entries may be taken away at once, where no line of theirs holds another's word.
    """
    table = table_of(name)
    kept = dict(table)
    read = {entry: reader(entry, line) for entry, line in kept.items()}
    wrong = {entry: found for entry, found in read.items() if not (found[0] if isinstance(found, tuple) else found)}
    assert wrong == {}
    groups = independent_groups(kept, together) if together > 1 else [[entry] for entry in kept]
    for group in groups:
        for entry in group:
            del table[entry]
        _clear(caches)
        try:
            assert [entry for entry in group if reader(entry, kept[entry]) == read[entry]] == [], "not needed"
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
