"""Providers of the palette, which say in the user's language that nothing was found."""

from __future__ import annotations

from rich.text import Text
from textual.command import Hit, Hits
from textual.system_commands import SystemCommandsProvider
from textual.theme import ThemeProvider

from sip_tui.i18n.translation import _


async def _or_nothing(hits: Hits) -> Hits:
    """Give what was found; when that is nothing, one line that says so in the user's language, and does nothing.

    Textual 8.2.8 has an English line for it that cannot be changed, and shows it when there are no hits at all.
    """
    found = False
    async for hit in hits:
        found = True
        yield hit
    if not found:
        yield Hit(0, Text(_("Nothing found.")), lambda: None)


class CommandsProvider(SystemCommandsProvider):
    """The commands of the screen."""

    async def search(self, query: str) -> Hits:
        """Find commands by name."""
        async for hit in _or_nothing(super().search(query)):
            yield hit


class ThemesProvider(ThemeProvider):
    """The available themes."""

    async def search(self, query: str) -> Hits:
        """Find themes by name."""
        async for hit in _or_nothing(super().search(query)):
            yield hit
