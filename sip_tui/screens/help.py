"""F1: what this screen is for, and every key that works on it, from the same declarations as the keys themselves."""

from __future__ import annotations

from textual.content import Content
from textual.screen import Screen

from sip_tui.language import _
from sip_tui.screens.base import SipScreen
from sip_tui.screens.dialogs import Reading
from sip_tui.widgets.plain import fitted


def help_for(screen: Screen[object]) -> Reading:
    """The help of a screen."""
    about = _(screen.HELP) if isinstance(screen, SipScreen) else ""
    keys = Content("\n").join([_row(*row) for row in _rows(screen)])
    title = Content.styled(_("Help"), "bold")
    return Reading(
        Content("\n\n").join([title, Content(about), keys, Content(_("ctrl+p finds every command by name."))])
    )


def _rows(screen: Screen[object]) -> list[tuple[str, str, str]]:
    """Keys, name and help of each command; the keys of one command on one row, the ten digits as one."""
    rows: dict[str, tuple[str, str, str]] = {}
    for key, active in screen.active_bindings.items():
        binding = active.binding
        if not (binding.id and binding.description):
            continue
        name = "floor" if binding.id.startswith("floor.") else binding.id
        shown = "1–0" if name == "floor" else screen.app.get_key_display(binding.with_key(key))
        keys = rows[name][0] if name in rows else ""
        together = keys if shown in keys else f"{keys}, {shown}".lstrip(", ")
        rows[name] = (together, binding.description, active.tooltip)
    return list(rows.values())


def _row(keys: str, name: str, help_: str) -> Content:
    return Content.assemble((fitted(keys, 12), "bold"), fitted(name, 18), " ", help_)
