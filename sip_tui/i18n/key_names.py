"""What the keys are called, for sentences that name one: a user may have given a command another key (design §7).

A sentence says ``_("{keys[queue.ask]} puts the chosen one in.").format(keys=KEYS)``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from sip_tui.i18n.translation import N_, _

_CALLED = {"space": N_("space"), "escape": "Esc", "enter": "Enter", "tab": "Tab", "plus": "+", "minus": "-"}
"""Keys that people call something else than programs do."""


UNDECLARED = "…"
"""What stands for the key of a command that nobody has declared yet."""


class KeyNames:
    """Command id → what its first key is called, in square brackets."""

    user_keys: Mapping[str, str] = {}
    """The keys of this user, by command id; several with commas between."""

    def __init__(self) -> None:
        self._defaults: dict[str, str] = {}

    def declare(self, name: str, keys: str) -> None:
        """Remember the keys that a command has unless the user has others; declared twice, the first counts."""
        self._defaults.setdefault(name, keys)

    def __getitem__(self, name: str) -> str:
        return key_label(self.user_keys.get(name) or self._defaults.get(name, UNDECLARED))


KEYS = KeyNames()


def key_label(keys: str) -> str:
    """What people call the first of some keys: "ctrl+r,f3" is Ctrl+R, "space" is a word of the language."""
    *held, last = keys.partition(",")[0].split("+")
    name = _(_CALLED[last]) if last in _CALLED else _character(last)
    is_loud = (held and len(name) == 1) or (last[:1] == "f" and last[1:].isdecimal())
    return "+".join([*(one.capitalize() for one in held), name.upper() if is_loud else name])


def _character(key: str) -> str:
    """Textual names a key of one character as Unicode does, "question_mark"; people read the character."""
    try:
        return unicodedata.lookup(key.replace("_", " ")) if "_" in key else key
    except KeyError:
        return key
