"""``sip-tui keys``: list every command with its id and keys, and check the user's own keys."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from sip_tui.app.user_settings import read_settings
from sip_tui.cli import console
from sip_tui.cli.errors import DONE, REFUSED
from sip_tui.i18n.key_names import key_label
from sip_tui.i18n.translation import _
from sip_tui.resources import settings_path

if TYPE_CHECKING:
    from textual.binding import Binding

COMMAND_PACKAGES = ("sip_tui.app", "sip_tui.screens", "sip_tui.widgets")
"""Packages whose classes declare BINDINGS."""


def keys(options: Namespace) -> int:
    """List id, keys and name of every command; report what the user's file names that is none."""
    if options.table:
        for line in key_table().splitlines():
            console.write_line(line)
        return DONE
    known: dict[str, Binding] = {}
    for _owner, binding in declared_bindings():
        known.setdefault(str(binding.id), binding)
    for name, binding in sorted(known.items()):
        console.write_line(f"{name:<20} {binding.key:<22} {_(binding.description)}")
    path = settings_path()
    settings = read_settings(path)
    unknown = sorted(settings.keys.keys() - known.keys())
    for name in unknown:
        console.write_error(_("{path}: there is no command {name}").format(path=path, name=name))
    if settings.trouble:
        console.write_error(settings.trouble)
    return REFUSED if unknown or settings.trouble else DONE


def key_table() -> str:
    """Return the table of keys as a Markdown page: the key, what it means everywhere, and the commands that have it."""
    from sip_tui.screens.key_meanings import MEANINGS

    commands = _commands_by_key()
    heads = (_("Key"), _("What it does"), _("Commands"))
    lines = [
        "# " + _("Keys"),
        "",
        _(
            "One key means one thing in the whole program. A number always stands for the person or row with "
            "that number."
        ),
        _("config.toml can give a command another key; `sip-tui keys` lists the commands with their names."),
        "",
        "| " + " | ".join(heads) + " |",
        "|---|---|---|",
    ]
    for key, meaning in MEANINGS.items():
        labels = " · ".join(f"`{key_label(name)}`" for name in key.split(","))
        ids = ", ".join(
            f"`{name}`" for name in sorted(set().union(*(commands.get(name, ()) for name in key.split(","))))
        )
        lines.append(f"| {labels} | {_(meaning)} | {ids} |")
    return "\n".join(lines)


def _commands_by_key() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for _owner, binding in declared_bindings():
        for key in binding.key.split(","):
            found.setdefault(key, set()).add(str(binding.id))
    return found


def declared_bindings() -> Iterator[tuple[type[object], Binding]]:
    """Yield every binding that has an id, with the class that declares it."""
    from textual.binding import Binding

    for owner in _classes():
        for binding in owner.__dict__.get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id and binding.description:
                yield owner, binding


def _classes() -> Iterator[type[object]]:
    for name in _modules():
        for value in vars(import_module(name)).values():
            if isinstance(value, type) and value.__module__ == name:
                yield value


def _modules() -> Iterator[str]:
    for package in COMMAND_PACKAGES:
        yield package
        yield from (found.name for found in walk_packages(import_module(package).__path__, f"{package}."))
