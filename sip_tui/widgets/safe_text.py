"""User text made safe to show or edit: no markup, no control codes, no more cells than it was given."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

_JOINERS = "\u200c\u200d"
"""Invisible, but they hold emoji and Persian words together."""


def plain(text: str) -> str:
    """Show a text on one line: line breaks and tabs as spaces, other invisible characters as a small square."""
    if text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def fit_width(text: str, width: int) -> str:
    """Cut or fill a text to exactly ``width`` cells; a cut is marked by an ellipsis."""
    shown = plain(text)
    if cell_len(shown) > width > 0:
        return set_cell_size(shown, width - 1) + "…"
    return set_cell_size(shown, max(width, 0))


def fit_or_more(text: str, width: int) -> str:
    """Fill a cell; a longer text is kept whole, as the rest of the line can go on below."""
    return fit_width(text, width) if cell_len(text) < width else f"{plain(text)}  "


def _visible(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    return " " if character.isspace() else "▫"
