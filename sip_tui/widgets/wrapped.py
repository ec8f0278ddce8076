"""User text on several lines of a given width, cut between words."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells

from sip_tui.widgets.plain import plain


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of at most ``width`` cells; a word that is longer is broken too. No line for no text."""
    lines: list[str] = []
    for word in plain(text).split():
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines += chop_cells(word, max(width, 2))
    return lines
