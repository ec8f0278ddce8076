"""The four looks of the program: dark, light, high contrast, and the terminal's own colours.

Every text has at least 4.5 : 1 against its ground, frames and bars 3 : 1 (WCAG 2.2, AA):
``tests/screens/test_themes.py`` computes it on every screen. A state is always a sign and a word as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

from sip_tui.i18n.translation import N_

LINKS = {"link-style": "none", "link-style-hover": "bold underline"}
"""A link is what a click does; underlined text is hard to read."""

DARK = Theme(
    name="sip-dark",
    primary="#6CB6F5",
    secondary="#A9C7E8",
    warning="#FFB454",
    error="#FF8A94",
    success="#7FDDA0",
    accent="#FFCF70",
    foreground="#E8EBF0",
    background="#11151B",
    surface="#171C24",
    panel="#222B36",
    variables={
        **LINKS,
        "boost": "#1F2731",
        "border": "#6CB6F5",
        "border-blurred": "#66788C",
        "scrollbar": "#8FA6BD",
        "scrollbar-hover": "#C4D3E3",
        "scrollbar-active": "#C4D3E3",
        "scrollbar-background": "#1F2731",
        "scrollbar-background-hover": "#1F2731",
        "scrollbar-background-active": "#1F2731",
        "scrollbar-corner-color": "#1F2731",
        "primary-background": "#2A3644",
        "footer-background": "#222B36",
        "footer-foreground": "#E8EBF0",
        "footer-key-foreground": "#FFCF70",
        "block-cursor-blurred-background": "#1B3E5E",
    },
)
LIGHT = Theme(
    name="sip-light",
    primary="#0B5CAD",
    secondary="#33547A",
    warning="#8A4300",
    error="#A8001E",
    success="#0F6130",
    accent="#0B5CAD",
    foreground="#171D26",
    background="#F6F4EF",
    surface="#FFFFFF",
    panel="#E6E9EE",
    dark=False,
    variables={
        **LINKS,
        "boost": "#ECEAE3",
        "border": "#0B5CAD",
        "border-blurred": "#7D8794",
        "scrollbar": "#66727F",
        "scrollbar-hover": "#333D48",
        "scrollbar-active": "#333D48",
        "scrollbar-background": "#E6E9EE",
        "scrollbar-background-hover": "#E6E9EE",
        "scrollbar-background-active": "#E6E9EE",
        "scrollbar-corner-color": "#E6E9EE",
        "primary-background": "#D5DEE9",
        "footer-background": "#E6E9EE",
        "footer-foreground": "#171D26",
        "footer-key-foreground": "#0B5CAD",
        "block-cursor-blurred-background": "#CFE3F8",
    },
)
CONTRAST = Theme(
    name="sip-contrast",
    primary="#00E5FF",
    secondary="#D0D0D0",
    warning="#FFEA00",
    error="#FFA0A0",
    success="#7CFF9B",
    accent="#FFEA00",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#2A2A2A",
    text_alpha=1.0,
    variables={
        **LINKS,
        "boost": "#1A1A1A",
        "border": "#00E5FF",
        "border-blurred": "#BFBFBF",
        "scrollbar": "#FFFFFF",
        "scrollbar-hover": "#00E5FF",
        "scrollbar-active": "#00E5FF",
        "scrollbar-background": "#1A1A1A",
        "scrollbar-background-hover": "#1A1A1A",
        "scrollbar-background-active": "#1A1A1A",
        "scrollbar-corner-color": "#1A1A1A",
        "primary-background": "#1A1A1A",
        "footer-background": "#000000",
        "footer-foreground": "#FFFFFF",
        "footer-key-foreground": "#FFEA00",
        "block-cursor-blurred-background": "#003A7A",
    },
)


def _terminal() -> Theme:
    """The colours that the user has given the terminal; which they are, only the terminal knows."""
    ansi = BUILTIN_THEMES["ansi-dark"]
    own = {
        **ansi.variables,
        **LINKS,
        "border": "ansi_default",
        "link-color": "ansi_default",
        "link-color-hover": "ansi_default",
        "border-blurred": "ansi_default",
        "primary-background": "ansi_default",
        "footer-key-foreground": "ansi_default",
        "block-cursor-blurred-background": "ansi_bright_black",
    }
    return Theme(
        **{name: getattr(ansi, name) for name in ("secondary", "warning", "error", "success", "accent", "foreground")},
        name="sip-terminal",
        primary="ansi_default",  # blue on black, or cyan on white, is hard to read; the focus has a heavy line
        background=ansi.background,
        surface=ansi.surface,
        panel=ansi.panel,
        boost=ansi.boost,
        ansi=True,
        variables=own,
    )


THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (DARK, LIGHT, CONTRAST, _terminal())}
"""Name of a theme → the theme, in the order in which they are offered."""
THEME_NAMES: Mapping[str, str] = {
    "sip-dark": N_("Dark"),
    "sip-light": N_("Light"),
    "sip-contrast": N_("High contrast"),
    "sip-terminal": N_("The terminal's own colours"),
}
"""Name of a theme → what it is called in the palette."""
DEFAULT = DARK.name
PLAIN = replace(
    DARK,
    name="sip-plain",
    warning=DARK.foreground,
    error=DARK.foreground,
    success=DARK.foreground,
    primary=DARK.secondary or DARK.primary,
    accent=DARK.foreground,
)
"""For NO_COLOR, where a colour would only become a fainter grey: signs, words and bold letters say it."""
