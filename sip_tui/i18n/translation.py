"""The language of the interface: English in the code, Swedish in the catalogue, Swedish unless somebody asks.

Texts are translated when they are shown, never when a module is read, so one process can speak either language.
"""

from __future__ import annotations

import gettext
import os

from sip_tui.paths import data_path

LANGUAGES = ("sv", "en")
DOMAIN = "sip_tui"

_catalogue: gettext.NullTranslations | None = None
_language = ""


def set_language(language: str) -> None:
    """Speak this language from now on; ``sv`` or ``en``."""
    global _catalogue, _language
    _language = language
    _catalogue = gettext.translation(DOMAIN, data_path("locale"), [language], fallback=True)
    # argparse takes its own words from the process-wide domain and the environment.
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, data_path("locale"))
    gettext.textdomain(DOMAIN)


def language() -> str:
    """The language that is spoken now."""
    _active_catalogue()
    return _language


def choose_language(option: str | None = None) -> str:
    """Pick the language: what was asked for, else the locale's, else Swedish."""
    if option in LANGUAGES:
        return str(option)
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "en" if locale[:2] == "en" else "sv"


def _(text: str) -> str:
    """Translate a text of the interface."""
    return _active_catalogue().gettext(text)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate a text that depends on a number."""
    return _active_catalogue().ngettext(singular, plural, count)


def N_(text: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a text for translation where it is shown."""
    return text


def _active_catalogue() -> gettext.NullTranslations:
    if _catalogue is None:
        set_language(choose_language())
    assert _catalogue is not None
    return _catalogue
