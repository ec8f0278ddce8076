"""The shipped glossary: a fallback when nobody in the meeting can explain a term."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from sip_tui.i18n.translation import language
from sip_tui.paths import data_path


def explanation(word: str) -> str:
    """Return one plain sentence about a term or one of its aliases; empty when there is none."""
    term = word.strip()
    entry = _entries().get(term) or _entries().get(term.casefold())
    return str(entry[language()]) if entry else ""


@cache
def glossary_names() -> Mapping[str, str]:
    """Return every name and alias, as written, with the term that it belongs to: "F-kassan" → "FK"."""
    return {name: entry["term"] for entry in _glossary()["terms"] for name in (entry["term"], *entry["aliases"])}


@cache
def _entries() -> Mapping[str, Mapping[str, Any]]:
    """Key entries by name and alias: abbreviations such as IF as written, all others case-folded."""
    exact = frozenset(_glossary()["case_sensitive"])
    named = ((name, entry) for entry in _glossary()["terms"] for name in (entry["term"], *entry["aliases"]))
    return {name if name in exact else name.casefold(): entry for name, entry in named}


@cache
def _glossary() -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads(data_path("sv", "glossary.json").read_text(encoding="utf-8"))
    return data
