"""Providers of the palette: commands with their keys, found by the words that people use for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple, Protocol, cast

from textual.app import App
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

from sip_tui.app.themes import THEME_NAMES
from sip_tui.i18n.translation import _
from sip_tui.resources.synonyms import synonyms

NAME, SYNONYM, HELP = 1.0, 0.9, 0.5
"""Scores of a hit in a command's name, among its synonyms, and in what is told of it."""


class ChoosesTheme(Protocol):
    """An app whose look can be chosen."""

    def choose_theme(self, name: str) -> None:
        """Use a theme, and remember it for the next time."""


class PaletteEntry(NamedTuple):
    """A command as the palette shows it."""

    id: str
    name: str
    help: str
    key: str
    """Its key as people say it; empty when it has none."""
    run: Callable[[], object]


def palette_entries(app: App[Any], screen: Screen[Any]) -> Iterator[PaletteEntry]:
    """Give every command of the screen with its key, and the colours, which have none; there is no other list."""
    seen = set[str]()
    for active in screen.active_bindings.values():
        name = active.binding.id or ""
        if not active.binding.description or name in seen or name.startswith(("floor.", "palette")) or not name:
            continue
        if name.startswith("lost.") and not active.enabled:
            continue  # there is no conflict to answer
        seen.add(name)
        run = partial(app.call_next, app.run_action, active.binding.action, active.node)
        yield PaletteEntry(name, active.binding.description, active.tooltip, app.get_key_display(active.binding), run)
    colours = _("Choose colours: light, dark, high contrast or the terminal's own")
    yield PaletteEntry("theme", _("Colours"), colours, "", app.action_change_theme)


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
        return palette_entries(self.app, self.screen)


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
        app = cast("ChoosesTheme", self.app)
        yield from ((_(shown), partial(app.choose_theme, name)) for name, shown in THEME_NAMES.items())
