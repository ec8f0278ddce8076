"""Gettext: English msgids, a Swedish catalogue, Swedish by default.

Texts are translated when shown, never at import, so that one process can switch languages.
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
    """Translate into this language from now on; ``sv`` or ``en``."""
    global _catalogue, _language
    _language = language
    _catalogue = gettext.translation(DOMAIN, data_path("locale"), [language], fallback=True)
    # argparse uses the process-wide domain and the environment.
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, data_path("locale"))
    gettext.textdomain(DOMAIN)


def language() -> str:
    """Return the current language."""
    _active_catalogue()
    return _language


def choose_language(option: str | None = None) -> str:
    """Choose the language: the option, else the locale's, else Swedish."""
    if option in LANGUAGES:
        return str(option)
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "en" if locale[:2] == "en" else "sv"


def _(text: str) -> str:
    """Translate a text."""
    return _active_catalogue().gettext(text)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate a text with a plural form."""
    return _active_catalogue().ngettext(singular, plural, count)


def noop_gettext(text: str) -> str:
    """Mark a text for extraction; it is translated where it is shown."""
    return text


N_ = noop_gettext


def _active_catalogue() -> gettext.NullTranslations:
    if _catalogue is None:
        set_language(choose_language())
    assert _catalogue is not None
    return _catalogue
