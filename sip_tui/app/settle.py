"""What the user has set for all meetings, done in whatever app begins: keys, colours."""

from __future__ import annotations

from typing import Any

from textual.app import App

from sip_tui.app.user_settings import read_settings, settings_path
from sip_tui.i18n.key_names import KEYS


def apply_settings(app: App[Any]) -> None:
    """Do as the user has set it, and say what could not be used."""
    settings = read_settings(settings_path())
    KEYS.user_keys = settings.keys
    app.set_keymap(dict(settings.keys))
    if settings.theme in app.available_themes:
        app.theme = settings.theme
    if settings.trouble:
        # Once there is a screen to say it on.
        app.call_later(app.notify, settings.trouble, severity="warning", timeout=20, markup=False)
