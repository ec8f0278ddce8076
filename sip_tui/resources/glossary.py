"""The glossary: a fallback when nobody in the meeting can explain a term; a region adds its own terms."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sip_tui.i18n.file_errors import file_error_reason
from sip_tui.i18n.translation import _, language
from sip_tui.paths import data_path, read_file
from sip_tui.resources import settings_path

MAX_OWN_TERMS = 1_000_000
"""Bytes of a region's own terms; the shipped ones take a tenth of it."""


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
    data: dict[str, Any] = json.loads(data_path("sv", "glossary.json").read_text(encoding="utf-8"))
    own, _trouble = own_terms(settings_path().with_name("glossary.json"))
    named = {name.casefold() for term in own for name in (term["term"], *term["aliases"])}
    shipped = [term for term in data["terms"] if term["term"].casefold() not in named]
    return data | {"terms": [*shipped, *own]}


def own_terms(path: Path) -> tuple[list[dict[str, Any]], str]:
    """Read a region's own terms, which go before the shipped ones.

    Args:
        path: A file as ``data/sv/glossary.json``: ``{"terms": [{"term", "aliases", "sv", "en"}]}``; only ``term`` and
            ``sv`` are needed.

    Returns:
        The terms, and one sentence about what could not be read; both empty without a file.
    """
    try:
        terms = json.loads(read_file(path, MAX_OWN_TERMS).decode("utf-8-sig"))["terms"]
        own = [{"aliases": [], "en": term["sv"], **term} for term in terms]
        if not all(isinstance(term[name], str) for term in own for name in ("term", "sv", "en")):
            raise ValueError("term, sv")
    except FileNotFoundError:
        return [], ""
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        reason = file_error_reason(error)
        return [], _("{path} could not be read ({reason}); the program's own words apply.").format(
            path=path, reason=reason
        )
    return own, ""
