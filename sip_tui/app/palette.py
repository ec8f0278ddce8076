"""Providers of the palette: commands with their keys, found by the words that people use for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from sip_tui.app.localized_app import LocalizedApp, PaletteEntry
from sip_tui.app.themes import THEME_NAMES
from sip_tui.i18n.translation import _
from sip_tui.resources.synonyms import synonyms

if TYPE_CHECKING:
    from typing import Any

NAME, SYNONYM, HELP = 1.0, 0.9, 0.5
"""Scores of a hit in a command's name, among its synonyms, and in what is told of it."""


async def _or_nothing(hits: Hits) -> Hits:
    """Give what was found; when that is nothing, one line that says so in the user's language, and does nothing.

    Textual 8.2.8 has an English line for it that cannot be changed, and shows it when there are no hits at all.
    """
    found = False
    async for hit in hits:
        found = True
        yield hit
    if not found:
        yield Hit(0, Content(_("Nothing found.")), lambda: None)


class CommandsProvider(Provider):
    """The commands of the screen, each with its key."""

    async def discover(self) -> Hits:
        """Give every command, by name."""
        for entry in sorted(self._entries(), key=lambda entry: entry.name.casefold()):
            yield DiscoveryHit(_line(entry), entry.run, text=entry.name, help=entry.help)

    async def search(self, query: str) -> Hits:
        """Find commands by the beginning of a word in their names, their synonyms or what is told of them."""
        async for hit in _or_nothing(self._found(query)):
            yield hit

    async def _found(self, query: str) -> Hits:
        for entry in self._entries():
            if value := score(query, entry):
                yield Hit(value, _line(entry), entry.run, text=entry.name, help=entry.help)

    def _entries(self) -> Iterator[PaletteEntry]:
        return cast("LocalizedApp[Any]", self.app).palette_entries(self.screen)


def score(query: str, entry: PaletteEntry) -> float:
    """Return how well a command answers to some words: each must begin a word; 0 when one is found nowhere."""
    places = ((NAME, entry.name), (SYNONYM, " ".join(synonyms(entry.id))), (HELP, entry.help))
    found = [
        max((value for value, text in places if f" {word}" in f" {text.casefold()}"), default=0.0)
        for word in query.casefold().split()
    ]
    return min(found, default=0.0)


def _line(entry: PaletteEntry) -> Content:
    """Return a command's name, and its key."""
    return Content.assemble(entry.name, "  ", (entry.key, "bold")) if entry.key else Content(entry.name)


class ThemesProvider(Provider):
    """The looks of the program, by name; Textual's own can be named in config.toml."""

    async def discover(self) -> Hits:
        """Give every look."""
        for name, run in self._looks():
            yield DiscoveryHit(name, run)

    async def search(self, query: str) -> Hits:
        """Find looks by name."""
        async for hit in _or_nothing(self._found(query)):
            yield hit

    async def _found(self, query: str) -> Hits:
        for name, run in self._looks():
            if query.casefold() in name.casefold():
                yield Hit(NAME, Content(name), run)

    def _looks(self) -> Iterator[tuple[str, Callable[[], None]]]:
        app = cast("LocalizedApp[Any]", self.app)
        yield from ((_(shown), partial(app.choose_theme, name)) for name, shown in THEME_NAMES.items())
