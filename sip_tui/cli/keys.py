"""Every command of every screen with its id, so that its keys can be changed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from sip_tui.cli import terminal
from sip_tui.cli.errors import DONE, REFUSED
from sip_tui.language import _
from sip_tui.settings import read_settings, settings_path


def keys(_options: Namespace) -> int:
    """List id, keys and name; say what in the user's file names no command."""
    known = dict(_commands())
    for name, (pressed, label) in sorted(known.items()):
        terminal.say(f"{name:<20} {pressed:<22} {label}")
    path = settings_path()
    settings = read_settings(path)
    strange = sorted(settings.keys.keys() - known.keys())
    for name in strange:
        terminal.complain(_("{path}: there is no command {name}").format(path=path, name=name))
    if settings.trouble:
        terminal.complain(settings.trouble)
    return REFUSED if strange or settings.trouble else DONE


def _commands() -> Iterator[tuple[str, tuple[str, str]]]:
    from textual.binding import Binding

    from sip_tui.app import SipApp
    from sip_tui.screens import SCREENS, screen_of
    from sip_tui.screens.review import ReviewScreen

    owners: tuple[type[object], ...] = (SipApp, ReviewScreen, *map(screen_of, SCREENS))
    for owner in owners:
        for kind in owner.__mro__:
            for one in kind.__dict__.get("BINDINGS", ()):
                if isinstance(one, Binding) and one.id and one.description:
                    yield one.id, (one.key, _(one.description))
