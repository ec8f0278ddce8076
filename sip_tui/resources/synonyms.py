"""The words that people use for a command when they look for it by name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from sip_tui.i18n.translation import language
from sip_tui.paths import data_path


def synonyms(command: str) -> tuple[str, ...]:
    """Return the other words for a command, by its id, in the language of the interface."""
    return tuple(all_synonyms(language()).get(command, ()))


@cache
def all_synonyms(chosen: str) -> Mapping[str, tuple[str, ...]]:
    """Return command's id → other words for it."""
    read = tomllib.loads(data_path(chosen, "synonyms.toml").read_text(encoding="utf-8"))
    return {name: tuple(words) for name, words in read["commands"].items()}
