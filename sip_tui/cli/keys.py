"""Every command of every screen, form and dialog with its id, so that its keys can be changed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from sip_tui.app.user_settings import read_settings, settings_path
from sip_tui.cli import output
from sip_tui.cli.errors import DONE, REFUSED
from sip_tui.i18n.translation import _

if TYPE_CHECKING:
    from textual.binding import Binding

COMMAND_PACKAGES = ("sip_tui.app", "sip_tui.screens", "sip_tui.widgets")
"""Where commands are declared: a module, and two packages of them."""


def keys(_options: Namespace) -> int:
    """List id, keys and name; say what in the user's file names no command."""
    known: dict[str, Binding] = {}
    for _owner, one in declared_bindings():
        known.setdefault(str(one.id), one)
    for name, one in sorted(known.items()):
        output.write_line(f"{name:<20} {one.key:<22} {_(one.description)}")
    path = settings_path()
    settings = read_settings(path)
    strange = sorted(settings.keys.keys() - known.keys())
    for name in strange:
        output.write_error(_("{path}: there is no command {name}").format(path=path, name=name))
    if settings.trouble:
        output.write_error(settings.trouble)
    return REFUSED if strange or settings.trouble else DONE


def declared_bindings() -> Iterator[tuple[type[object], Binding]]:
    """Give every command that has an id, with the class that declares it; of several keys as they are declared."""
    from textual.binding import Binding

    for owner in _owners():
        for one in owner.__dict__.get("BINDINGS", ()):
            if isinstance(one, Binding) and one.id and one.description:
                yield owner, one


def _owners() -> Iterator[type[object]]:
    """All classes that are defined in the rooms, whether a screen of theirs has been opened or not."""
    for name in _modules():
        for kind in vars(import_module(name)).values():
            if isinstance(kind, type) and kind.__module__ == name:
                yield kind


def _modules() -> Iterator[str]:
    for room in COMMAND_PACKAGES:
        yield room
        for found in walk_packages(getattr(import_module(room), "__path__", ()), f"{room}."):
            yield found.name
