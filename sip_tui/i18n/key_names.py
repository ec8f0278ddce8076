"""Labels of keys for sentences that name one, with the user's own keys.

A sentence says ``_("{keys[queue.ask]} puts the chosen one in.").format(keys=KEYS)``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from sip_tui.i18n.translation import N_, _

_LABELS = {
    "space": N_("space"),
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "plus": "+",
    "minus": "-",
    "asterisk": "*",
    "comma": ",",
    "slash": "/",
    "at": "@",
    "ampersand": "&",
    "up": "↑",
    "down": "↓",
    "colon": ":",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "semicolon": ";",
    "delete": "Del",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "left": "←",
    "right": "→",
}
"""Textual's name of a key → its label, where they differ."""

UNDECLARED = "…"
"""Label for a command that has not been declared."""


class KeyNames:
    """Mapping from command id to the label of its first key."""

    user_keys: Mapping[str, str] = {}
    """Command id → the user's own keys, comma-separated."""

    def __init__(self) -> None:
        self._defaults: dict[str, str] = {}

    def declare(self, name: str, keys: str) -> None:
        """Register a command's default keys; the first declaration counts."""
        self._defaults.setdefault(name, keys)

    def __getitem__(self, name: str) -> str:
        return key_label(self.user_keys.get(name) or self._defaults.get(name, UNDECLARED))


KEYS = KeyNames()


def key_label(keys: str) -> str:
    """Return the label of the first of some keys: "ctrl+r,f3" → Ctrl+R, "space" → a translated word."""
    *modifiers, last = keys.partition(",")[0].split("+")
    name = _(_LABELS[last]) if last in _LABELS else _character(last)
    uppercase = (modifiers and len(name) == 1) or (last[:1] == "f" and last[1:].isdecimal())
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name.upper() if uppercase else name])


def _character(key: str) -> str:
    """Return the character that Textual calls by its Unicode name, such as "question_mark"."""
    try:
        return unicodedata.lookup(key.replace("_", " ")) if "_" in key else key
    except KeyError:
        return key
