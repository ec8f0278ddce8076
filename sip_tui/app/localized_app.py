"""Textual's own English texts in the user's language: key names, the palette, Ctrl+C."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.app import ReturnType, SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from sip_tui.app.driver import driver_class
from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _
from sip_tui.widgets.textual_internals import PrivateErrorsApp

if TYPE_CHECKING:
    from textual.command import Provider


def _commands() -> type[Provider]:
    """Import the palette's provider when the palette opens."""
    from sip_tui.app.palette import CommandsProvider

    return CommandsProvider


class LocalizedApp(PrivateErrorsApp[ReturnType]):
    """An app in the user's language, for any terminal."""

    COMMANDS = {_commands}

    def __init__(self) -> None:
        super().__init__(driver_class=driver_class())

    def get_key_display(self, binding: Binding) -> str:
        """Name a key as people say it."""
        shown = super().get_key_display(binding)
        if shown == "space":
            return _("space")
        return shown.upper() if shown[:1] == "f" and shown[1:].isdigit() else shown.replace("esc", "Esc")

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every command of the screen, by name; the palette needs no list of its own."""
        for active in screen.active_bindings.values():
            if active.binding.id and active.binding.description and not active.binding.id.startswith("floor."):
                action, node = active.binding.action, active.node
                run = lambda action=action, node=node: self.call_next(self.run_action, action, node)  # noqa: E731
                yield SystemCommand(active.binding.description, active.tooltip, run)
        yield SystemCommand(
            _("Colours"), _("Choose a theme: light, dark or the terminal's own"), self.action_change_theme
        )

    def action_help(self) -> None:
        """Show the help of this screen."""
        from sip_tui.screens.dialogs import help_for

        self.push_screen(help_for(self.screen))

    def action_command_palette(self) -> None:
        """Open the palette of commands."""
        from textual.command import CommandPalette

        if self.use_command_palette and not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=_("What do you want to do?"), id="--command-palette"))

    def search_themes(self) -> None:
        """Open the palette of themes."""
        from textual.command import CommandPalette

        from sip_tui.app.palette import ThemesProvider

        self.push_screen(CommandPalette([ThemesProvider], placeholder=_("Which colours?")))

    def action_help_quit(self) -> None:
        """Answer Ctrl+C with the key that leaves; out of habit nobody must end a meeting."""
        sentence = _("Do you want to leave the program? Press {keys[quit]}. Everything is saved.")
        self.notify(sentence.format(keys=KEYS), markup=False)
