"""The palette: the commands with their keys, the most needed first, found by the words that people use for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple, Protocol, cast

from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider, SearchIcon
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from sip_tui.app.themes import THEME_NAMES
from sip_tui.i18n.key_names import KEYS, key_label
from sip_tui.i18n.translation import _
from sip_tui.resources.synonyms import synonyms
from sip_tui.screens.actions.screen import ActionsScreen
from sip_tui.widgets.key_bar import GAP, offered
from sip_tui.widgets.nav import Nav

NAME, SYNONYM, HELP = 1.0, 0.9, 0.5
"""Scores of a hit in a command's name, among its synonyms, and in what is told of it."""


AROUND = 3
"""Cells beside a line of the palette: the air around it, and the scrollbar."""
FROM_EVERYWHERE = ("goal.add", "action.add", "need.add")
"""Commands of the screen of actions that people look for wherever they are."""
KEY_WIDTH, NAME_WIDTH, WITH_COLUMNS = 10, 18, 70
"""Cells for the keys, and for the names in a terminal of so many cells or more: longer ones push aside what follows."""


class Palette(CommandPalette):
    """Textual's palette in the place of a dialog: between the navigation and the key line, which has its own keys."""

    DEFAULT_CSS = """
    Palette {
        & > Vertical { height: auto; visibility: visible; background: $panel; }
        #palette-keys { dock: bottom; height: 1; padding: 0 1; }
        #palette-keys { background: $footer-background; color: $footer-foreground; }
        #--input, #--input.--list-visible { border: none; height: 1; background: $surface; }
        SearchIcon { margin: 0 0 0 1; width: 2; color: $footer-key-foreground; }
        CommandInput, CommandInput:focus { border: none; height: 1; }
        #--results { overlay: none; }
        CommandList, CommandList.--populating { border: none; scrollbar-size-vertical: 1; }
        CommandList > .option-list--option { padding: 0 1; }
        LoadingIndicator { display: none; }
    }
    """

    def compose(self) -> ComposeResult:
        """Yield the palette, and what its keys do."""
        yield from super().compose()
        arrows = key_label("up") + key_label("down")
        keys = ((key_label("enter"), _("Choose")), (arrows, _("Up and down")), (key_label("escape"), _("Back")))
        named = [Content.assemble((key, "bold $footer-key-foreground"), f" {name}") for key, name in keys]
        yield Static(GAP.join(named), id="palette-keys")

    def on_mount(self) -> None:
        """Begin the line with a sign that every terminal has, and that is one cell wide in all of them."""
        self.query_one(SearchIcon).icon = "›"

    def on_resize(self) -> None:
        """Leave header, navigation and key line in sight, and nothing of the screen between them: a scrap misleads."""
        below = self.app.screen_stack[self.app.screen_stack.index(self) - 1]
        top = max((line.region.bottom for line in below.query(Nav)), default=0)
        container = self.query_one("#--container")
        container.styles.margin, container.styles.height = (top, 0, 1, 0), max(self.size.height - top - 1, 1)
        self.query_one(CommandList).styles.max_height = max(self.size.height - top - 2, 1)


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
    """Give every command of the screen with its key, and the colours, which have none; there is no other list.

    First stand those of the key line, in its order.
    """
    first = offered(screen)
    seen = set[str]()
    others = sorted(screen.active_bindings.values(), key=lambda active: active.binding.description.casefold())
    for active in (*first.values(), *others):
        name = active.binding.id or ""
        if not active.binding.description or name in seen or name.startswith(("floor.", "palette")) or not name:
            continue
        if name.startswith("lost.") and not active.enabled:
            continue  # there is no conflict to answer
        seen.add(name)
        run = partial(app.call_next, app.run_action, active.binding.action, active.node)
        yield PaletteEntry(name, active.binding.description, active.tooltip, app.get_key_display(active.binding), run)
    if "go.actions" in seen:
        yield from (entry for entry in _entries_elsewhere(app) if entry.id not in seen)
    colours = _("Choose colours: light, dark, high contrast or the terminal's own")
    yield PaletteEntry("theme", _("Colours"), colours, "", app.action_change_theme)


def _entries_elsewhere(app: App[Any]) -> Iterator[PaletteEntry]:
    """Give the commands that lead to the actions first: their keys are that of the screen, and the one on it."""
    bindings = {binding.id: binding for binding in ActionsScreen.BINDINGS if isinstance(binding, Binding)}
    for name in FROM_EVERYWHERE:
        binding, keys = bindings[name], f"{KEYS['go.actions']} {KEYS[name]}"
        run = partial(app.call_next, _run_there, app, binding.action)
        yield PaletteEntry(name, _(binding.description), _(binding.tooltip), keys, run)


async def _run_there(app: App[Any], action: str) -> None:
    await app.run_action("app.go('actions')")
    await app.run_action(action, app.screen)


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
        """Give every command."""
        for entry in self._entries():
            yield DiscoveryHit(self._line(entry), entry.run, text=entry.name)

    async def search(self, query: str) -> Hits:
        """Find commands by the beginning of a word in their names, their synonyms or what is told of them."""
        async for hit in _or_nothing(self._found(query)):
            yield hit

    async def _found(self, query: str) -> Hits:
        for entry in self._entries():
            if value := score(query, entry):
                yield Hit(value, self._line(entry), entry.run, text=entry.name)

    def _line(self, entry: PaletteEntry) -> Content:
        return palette_line(entry, self.app.size.width - AROUND)

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


def palette_line(entry: PaletteEntry, width: int) -> Content:
    """Return a command on one line: its key, its name, and what it does where that has room."""
    name_width = NAME_WIDTH if width >= WITH_COLUMNS else 0
    line = Content.assemble(f"{entry.key:<{KEY_WIDTH}} ", (f"{entry.name:<{name_width}}", "bold"))
    return line + _help_of(entry, width - line.cell_length)


def _help_of(entry: PaletteEntry, room: int) -> Content:
    """Return what a command does; where that is too long its first clause, or nothing."""
    choices = (f"  {said}" for said in (entry.help, re.split(r"[:;.]", entry.help)[0], ""))
    return Content.styled(next(said for said in choices if cell_len(said.rstrip()) <= room), "not bold")


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
