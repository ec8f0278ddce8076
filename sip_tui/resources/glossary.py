"""The shipped word list: a fallback for when nobody in the room can explain a word, never the first answer (F34)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from sip_tui.i18n.translation import language
from sip_tui.paths import data_path


def explanation(word: str) -> str:
    """Give one plain sentence about a word or one of its other names; empty when the list does not have it."""
    term = word.strip()
    entry = _entries().get(term) or _entries().get(term.casefold())
    return str(entry[language()]) if entry else ""


@cache
def glossary_names() -> Mapping[str, str]:
    """Every name in the list, as it is written there, with the word that it explains: "F-kassan" → "FK"."""
    return {name: one["term"] for one in _listed()["terms"] for name in (one["term"], *one["aliases"])}


@cache
def _entries() -> Mapping[str, Mapping[str, Any]]:
    """Names to entries: short forms such as IF as they are written, all others however they are written."""
    exact = frozenset(_listed()["case_sensitive"])
    named = ((name, one) for one in _listed()["terms"] for name in (one["term"], *one["aliases"]))
    return {name if name in exact else name.casefold(): one for name, one in named}


@cache
def _listed() -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads(data_path("sv", "glossary.json").read_text(encoding="utf-8"))
    return data
