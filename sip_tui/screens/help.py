"""F1: what this screen is for, and every key that works on it, from the same declarations as the keys themselves."""

from __future__ import annotations

from textual.binding import Binding
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _
from sip_tui.screens.dialogs import TextDialog


def help_for(screen: Screen[object]) -> TextDialog:
    """The help of a screen."""
    about = _(screen.HELP).format(keys=KEYS) if screen.HELP else ""
    rows = [_row(*row) for row in _rows(screen)]
    more = Content(_("^ is the Ctrl key. ^p finds every command by name."))
    return TextDialog(Content.styled(_("Help"), "bold"), Content(f"\n{about}\n"), *rows, Content("\n") + more)


def _rows(screen: Screen[object]) -> list[tuple[str, str, str]]:
    """Keys, name and help of each command; the keys of one command on one row, the ten digits as one.

    What can be done on this screen alone comes first: that is what somebody looks for who has just come here.
    """
    rows: dict[str, tuple[str, str, str]] = {}
    own = {one.id for one in type(screen).BINDINGS if isinstance(one, Binding)}
    for key, active in sorted(screen.active_bindings.items(), key=lambda item: item[1].binding.id not in own):
        binding = active.binding
        if not (binding.id and binding.description):
            continue
        name = "floor" if binding.id.startswith("floor.") else binding.id
        shown = "1–0" if name == "floor" else screen.app.get_key_display(binding.with_key(key))
        keys = rows[name][0] if name in rows else ""
        together = keys if shown in keys else f"{keys}, {shown}".lstrip(", ")
        rows[name] = (together, binding.description, active.tooltip)
    return list(rows.values())


def _row(keys: str, name: str, help_: str) -> HorizontalGroup:
    """One command; a long help goes on under itself."""
    cells = (("keys", keys), ("name", name), ("help", help_))
    return HorizontalGroup(*(Static(Content(text), classes=kind) for kind, text in cells))
