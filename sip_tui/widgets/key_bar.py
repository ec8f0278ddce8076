"""The key bar at the bottom: what can be done here, the most needed first, as many keys as the width has room for.

One widget, as a footer of many costs start time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol, runtime_checkable

from textual.app import App
from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from sip_tui.i18n.translation import _
from sip_tui.widgets.live_static import update_if_changed

GAP = Content("  ")
ALWAYS = ("help", "palette")
"""Commands that keep their place at the end, the last first to go."""
LAST = ("save", "quit")
"""Commands of the app that are never needed in the middle of something; where a screen shows one, it is its own."""
SHOWN_FIRST = 2
"""How many of the commands that are needed just now have room before the palette."""
ELSEWHERE = ("go.", "floor.")
"""What the ids of commands begin with that stand in the navigation or beside the names, where they stand there."""

NAMELESS = frozenset({"submit", "select", "quit"})
"""Actions of Textual's own whose keys take precedence over the screen's, and do what the screen's would."""


@runtime_checkable
class HidesCommands(Protocol):
    """A screen some of whose commands have nothing to do at times."""

    hidden_commands: Collection[str]
    """Their ids."""


@runtime_checkable
class RanksCommands(Protocol):
    """A screen some of whose commands are needed more than the rest just now."""

    needed_commands: Sequence[str]
    """Their ids, the most needed first."""


@runtime_checkable
class NamesCommands(Protocol):
    """A screen some of whose commands do something else just now than their names say."""

    command_names: Mapping[str, str]
    """Their ids → what they do now, in the language that is spoken."""


@runtime_checkable
class TellsKeys(Protocol):
    """A screen on which letters are no commands at times."""

    key_line: str
    """What stands on the key line then, in the language that is spoken; empty while the commands do."""


class KeyBar(Static):
    """The commands of its screen that can be done now; a click does what the key does."""

    DEFAULT_CSS = """
    KeyBar { height: 1; dock: bottom; background: $footer-background; color: $footer-foreground; }
    KeyBar { text-wrap: nowrap; text-overflow: ellipsis; padding: 0 1; }
    """

    _is_outdated = False

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._show_soon)

    def on_resize(self) -> None:
        """Show as many commands as there is room for."""
        self._show_soon(self.screen)

    def _show_soon(self, screen: Screen[object]) -> None:
        """Show the commands once for all that has changed: it takes as long as painting a screen."""
        if screen is self.screen and not self._is_outdated:
            self._is_outdated = self.call_later(self._show_bindings)

    def _show_bindings(self) -> None:
        screen, self._is_outdated = self.screen, False
        if not screen.is_attached or not self.size:
            return
        if isinstance(screen, TellsKeys) and screen.key_line:
            update_if_changed(self, Content(screen.key_line))
            return
        found = offered(screen)
        links = [_link(self.app, active) for name, active in found.items() if name not in ALWAYS]
        end = [_link(self.app, found[name]) for name in reversed(ALWAYS) if name in found]
        needed = min(len([name for name in wishes_of(screen)[1] if name in found]), SHOWN_FIRST)
        update_if_changed(self, fitting(links, end, self.content_size.width, needed))


def offered(screen: Screen[object]) -> dict[str, ActiveBinding]:
    """Return what can be done on a screen now, by the command's id: called what it does, the most needed first."""
    hidden, needed, named = wishes_of(screen)
    found = {name: _renamed(active, named) for name, active in _by_id(screen).items() if name not in hidden}
    own = {binding.id for binding in type(screen).BINDINGS if isinstance(binding, Binding)}
    return {name: found[name] for name in (*by_need(found, own, needed), *ALWAYS) if name in found}


def wishes_of(screen: object) -> tuple[Collection[str], Sequence[str], Mapping[str, str]]:
    """Return the commands that a screen hides just now, those it needs most, and its own names for some."""
    hidden = screen.hidden_commands if isinstance(screen, HidesCommands) else ()
    needed = screen.needed_commands if isinstance(screen, RanksCommands) else ()
    return hidden, needed, screen.command_names if isinstance(screen, NamesCommands) else {}


def by_need(found: dict[str, ActiveBinding], own: Iterable[str | None], needed: Sequence[str] = ()) -> list[str]:
    """Order the ids of commands: what is needed just now, then those to be shown, in both this screen's own first."""
    own, first = set(own), [name for name in needed if name in found]
    names = [
        name
        for name, active in found.items()
        if name not in (*ALWAYS, *first) and (active.binding.show or not name.startswith(ELSEWHERE))
    ]
    rest = sorted(names, key=lambda name: (not found[name].binding.show, name.startswith(ELSEWHERE), name not in own))
    return [*first, *sorted(rest, key=lambda name: LAST.index(name) if _is_last(found[name].binding) else -1)]


def _is_last(binding: Binding) -> bool:
    return binding.id in LAST and not binding.show


def fitting(links: list[Content], end: list[Content], width: int, needed: int = 0) -> Content:
    """Put as many links on a line as there is room for, before those at the end, which give way from the left.

    Where one is too long, the next that fits takes its place. All but the last at the end give way to what is needed.
    """
    while end and _length([*(links[:needed] if len(end) > 1 else ()), *end]) > width:
        end = end[1:]
    shown = list[Content]()
    for link in links:
        if _length([*shown, link, *end]) <= width:
            shown.append(link)
    return GAP.join([*shown, *end])


def _length(links: list[Content]) -> int:
    # Not the gap's own cell_length: Textual 8.2.8 keeps it, and then counts it once too often in what it joins.
    return sum(link.cell_length for link in links) + len(GAP) * max(len(links) - 1, 0)


def _by_id(screen: Screen[object]) -> dict[str, ActiveBinding]:
    """Return what can be done now, by the command's id; of several keys for one command the first counts."""
    found: dict[str, ActiveBinding] = {}
    for active in (_named(screen, active) for active in screen.active_bindings.values()):
        if active.enabled and active.binding.id and active.binding.description:
            found.setdefault(active.binding.id, active)
    return found


def _named(screen: Screen[object], active: ActiveBinding) -> ActiveBinding:
    """Return a key of Textual's own under the name that the screen has for it: Enter in a field, and leaving."""
    if active.binding.id or active.binding.action not in NAMELESS:
        return active
    shown = (binding for binding in type(screen).BINDINGS if isinstance(binding, Binding) and binding.show)
    own = next((binding for binding in shown if active.binding.key in binding.key.split(",")), None)
    if own is None:
        return active
    binding = replace(own, key=active.binding.key, description=_(own.description))
    return active._replace(node=screen, binding=binding, tooltip=_(own.tooltip) if own.tooltip else "")


def _renamed(active: ActiveBinding, names: Mapping[str, str]) -> ActiveBinding:
    name = names.get(active.binding.id or "")
    return active._replace(binding=replace(active.binding, description=name)) if name else active


def _link(app: App[object], active: ActiveBinding) -> Content:
    namespace = "app" if isinstance(active.node, App) else "screen"
    action = (
        active.binding.action if "." in active.binding.action.split("(")[0] else f"{namespace}.{active.binding.action}"
    )
    return _drawn_link(app.get_key_display(active.binding), active.binding.description, action)


@lru_cache(maxsize=512)
def _drawn_link(key: str, words: str, action: str) -> Content:
    """Draw a key and what it does: the bar is made anew at each key, of the same links."""
    return Content.assemble(Content.styled(key, "bold $footer-key-foreground"), (f" {words}", f"@click={action}"))
