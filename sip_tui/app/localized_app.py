"""Textual's own English texts in the user's language: key names, the palette, Ctrl+C."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.app import ReturnType
from textual.binding import Binding
from textual.events import Event
from textual.events import Key as KeyEvent
from textual.reactive import Reactive
from textual.theme import Theme

from sip_tui.app.driver import driver_class
from sip_tui.app.themes import DEFAULT, PLAIN, THEMES
from sip_tui.app.user_settings import remember_theme
from sip_tui.i18n.key_names import KEYS, key_label
from sip_tui.i18n.translation import N_, _
from sip_tui.resources import settings_path
from sip_tui.screens.commands import command
from sip_tui.screens.keymap import Key
from sip_tui.store import StoreError
from sip_tui.widgets.textual_internals import PrivateErrorsApp

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.notifications import SeverityLevel


def _commands() -> type[Provider]:
    """Import the palette's provider when the palette opens."""
    from sip_tui.app.palette import CommandsProvider

    return CommandsProvider


class LocalizedApp(PrivateErrorsApp[ReturnType]):
    """An app in the user's language, for any terminal."""

    COMMANDS = {_commands}
    READING_SECONDS = 1.5
    """After so long a notice that only tells something gives way to the next key."""
    _told_at: float | None = None
    """When the last notice came, if it only tells something."""
    theme: Reactive[str] = Reactive(DEFAULT)
    """The name of the look; the stylesheet is made with it, so that the first frame is styled once."""
    BINDINGS = [
        command("palette", Key.PALETTE, "command_palette", N_("All"), N_("Find what you want to do by name")),
    ]

    def __init__(self) -> None:
        super().__init__(driver_class=driver_class())

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and the four of the program."""
        return {**super().available_themes, **THEMES, PLAIN.name: PLAIN}

    def get_theme(self, theme_name: str) -> Theme | None:
        """Return a theme by its name; every widget that is painted asks for it."""
        return THEMES.get(theme_name) or super().get_theme(theme_name)

    def choose_theme(self, name: str) -> None:
        """Use a theme, and remember it for the next time."""
        self.theme = name
        try:
            remember_theme(settings_path(), name)
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)

    def notify(self, message: str, *, severity: SeverityLevel = "information", **more: Any) -> None:
        """Show a notice; the next one takes the place of one that only tells something."""
        if severity == "information":
            self.clear_notifications()
        self._told_at = monotonic() if severity == "information" else None
        super().notify(message, severity=severity, **more)

    async def on_event(self, event: Event) -> None:
        """Give the line of keys back when somebody who has had time to read a notice goes on."""
        if (
            isinstance(event, KeyEvent)
            and self._told_at is not None
            and monotonic() - self._told_at >= self.READING_SECONDS
        ):
            self._told_at = None
            self.clear_notifications()
        await super().on_event(event)

    def get_key_display(self, binding: Binding) -> str:
        """Name a key as people say it."""
        return binding.key_display or key_label(binding.key)

    def action_help(self) -> None:
        """Show the help of this screen."""
        from sip_tui.screens.dialogs import help_for

        self.push_screen(help_for(self.screen))

    def action_command_palette(self) -> None:
        """Open the palette of commands."""
        from sip_tui.app.palette import Palette

        if self.use_command_palette and not isinstance(self.screen, Palette):
            self.push_screen(Palette(placeholder=_("What do you want to do?"), id="--command-palette"))

    def search_themes(self) -> None:
        """Open the palette of themes."""
        from sip_tui.app.palette import Palette, ThemesProvider

        self.push_screen(Palette([ThemesProvider], placeholder=_("Which colours?")))

    def action_help_quit(self) -> None:
        """Answer Ctrl+C with the key that leaves; out of habit nobody must end a meeting."""
        sentence = _("Do you want to leave the program? Press {keys[quit]}. Everything is saved.")
        self.notify(sentence.format(keys=KEYS), markup=False)
