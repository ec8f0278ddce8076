"""Swedish: grammar, dates and style, and the word tables in ``data/sv`` that they read at first use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from sip_tui.paths import data_path


@cache
def word_table(file: str) -> Mapping[str, Any]:
    """Read ``data/sv/<file>.toml``: tables of words with the phrase that shows what each is for, or runs of words."""
    import tomllib  # loaded at first use: the start is faster

    return tomllib.loads(data_path("sv", f"{file}.toml").read_text(encoding="utf-8"))


@cache
def words(file: str, table: str) -> frozenset[str]:
    """Give the words of one table of a file."""
    found = word_table(file)[table]
    return frozenset(found.split() if isinstance(found, str) else found)
