"""User settings for all meetings, keys and theme, read from a TOML file and applied to an app.

[keys]
"phase.next" = "n,enter"

[look]
theme = "textual-light"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from textual.app import App

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _
from sip_tui.paths import settings_path


class Settings(NamedTuple):
    """The settings of a user, and what is wrong in the file."""

    keys: Mapping[str, str] = {}
    """Command's id → the keys for it, with commas between; ``sip-tui keys`` lists the ids."""
    theme: str = ""
    trouble: str = ""
    """One sentence about what could not be used; the rest is used."""


def read_settings(path: Path) -> Settings:
    """Read the settings; without a file the defaults."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        return Settings(
            trouble=_("{path} could not be read ({reason}); the usual keys hold.").format(path=path, reason=reason)
        )
    keys, look = _table(data, "keys"), _table(data, "look")
    wrong = [name for name, value in (*keys.items(), *look.items()) if not isinstance(value, str)]
    trouble = _("In {path}, {name} must be in quotation marks.").format(path=path, name=wrong[0]) if wrong else ""
    return Settings({name: value for name, value in keys.items() if isinstance(value, str)}, _theme(look), trouble)


def _table(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = data.get(name, {})
    return table if isinstance(table, dict) else {}


def _theme(look: Mapping[str, Any]) -> str:
    theme = look.get("theme", "")
    return theme if isinstance(theme, str) else ""


def apply_settings(app: App[Any]) -> None:
    """Apply keys and theme, and notify of what could not be used."""
    settings = read_settings(settings_path())
    KEYS.user_keys = settings.keys
    app.set_keymap(dict(settings.keys))
    if settings.theme in app.available_themes:
        app.theme = settings.theme
    if settings.trouble:
        # Once there is a screen to say it on.
        app.call_later(app.notify, settings.trouble, severity="warning", timeout=20, markup=False)
