"""User settings for all meetings, keys and theme, read from a TOML file and applied to an app.

[keys]
"phase.next" = "n,enter"

[look]
theme = "sip-light"
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from textual.app import App

from sip_tui.app.themes import PLAIN
from sip_tui.i18n.file_errors import file_error_reason
from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _
from sip_tui.paths import MAX_SETTINGS, parse_toml, read_file, read_toml
from sip_tui.patterns import pattern
from sip_tui.resources import settings_path
from sip_tui.store.atomic import write_atomically
from sip_tui.store.errors import translating_os_errors


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
        data = read_toml(path)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        reason = file_error_reason(error)
        return Settings(
            trouble=_("{path} could not be read ({reason}); the usual keys apply.").format(path=path, reason=reason)
        )
    keys, look = _table(data, "keys"), _table(data, "look")
    wrong = [name for name, value in (*keys.items(), *look.items()) if not isinstance(value, str)]
    trouble = _("In {path}, {name} must be in quotation marks.").format(path=path, name=wrong[0]) if wrong else ""
    return Settings({name: value for name, value in keys.items() if isinstance(value, str)}, _theme(look), trouble)


def remember_theme(path: Path, theme: str) -> None:
    """Write the chosen theme into the user's file; the rest of it stays as it is, comments too.

    Raises:
        StoreError: The file cannot be written.
    """
    try:
        text = read_file(path, MAX_SETTINGS).decode("utf-8-sig")
        parse_toml(text)
    except FileNotFoundError:
        text = ""
    except (OSError, ValueError):
        return  # what cannot be read is the user's to mend, and not ours to write over
    line = f'theme = "{theme}"'
    if _THEME_LINE.search(text):
        text = _THEME_LINE.sub(rf"\g<1>{line}", text, count=1)
    elif _LOOK_HEAD.search(text):
        text = _LOOK_HEAD.sub(rf"\g<0>{line}\n", text, count=1)
    else:
        text = f"{text.rstrip()}\n\n[look]\n{line}\n".lstrip()
    with translating_os_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, text.encode())


_THEME_LINE = pattern(r"""(?ms)(^\[look\][^\[]*?^)theme[ \t]*=[ \t]*(?:"[^"\n]*"|'[^'\n]*')""")
_LOOK_HEAD = pattern(r"(?m)^\[look\][^\n]*\n")


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
    if os.environ.get("NO_COLOR"):
        app.theme = PLAIN.name
    elif settings.theme in app.available_themes:
        app.theme = settings.theme
    if settings.trouble:
        # Once there is a screen to say it on.
        app.call_later(app.notify, settings.trouble, severity="warning", timeout=20, markup=False)
