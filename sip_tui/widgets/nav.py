"""The row of rooms: which key leads to which screen, and where one is now."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from sip_tui.language import N_, _

PLACES = (
    ("time", "F2", N_("Time")),
    ("roll", "F3", N_("Roll call")),
    ("terms", "F4", N_("Terms")),
    ("actions", "F5", N_("Actions")),
    ("floor", "F6", N_("Floor")),
    ("sides", "F7", N_("Ideas")),
    ("notes", "F8", N_("Pads")),
)
"""Mode, key, name. The same keys lead there from every screen, and none of them is taken by a text area."""


class Nav(Static):
    """One line; the place one is at stands between brackets, so that it reads without colour."""

    DEFAULT_CSS = """
    Nav { height: 1; padding: 0 1; background: $primary-background; color: $foreground; text-wrap: nowrap; }
    """

    def __init__(self, place: str) -> None:
        doors = [_door(mode, key, name, place) for mode, key, name in PLACES]
        pause = Content.assemble(("F9 " + _("Break"), "@click=app.break"))
        super().__init__(Content(" ").join([*doors, pause]))


def _door(mode: str, key: str, name: str, place: str) -> Content:
    if mode == place:
        return Content.styled(f"[{key} {_(name)}]", "bold reverse")
    return Content.assemble((f"{key} {_(name)}", f"@click=app.go('{mode}')"))
