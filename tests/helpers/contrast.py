"""Contrast as WCAG 2.2 computes it, of everything that a screen shows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.screen import Screen
from textual.widget import Widget

from sip_tui.screens.panel import PanelScreen

TEXT, OTHER = 4.5, 3.0
"""The least contrast of text, and of lines and signs that are no text."""
FAINT = "░╌▁▔▕▎ "
"""What shows by being fainter than what stands beside it."""


def too_faint(screen: Screen[object]) -> set[tuple[str, str, str, float]]:
    """Return text, its colour, its ground and the contrast, of all that is shown below what AA asks for."""
    found = set()
    for segment in _segments(screen):
        words, style = segment.text.strip(), segment.style
        if not words.strip(FAINT) or style is None or style.color is None or style.bgcolor is None:
            continue
        contrast = contrast_of(style)
        if contrast < (TEXT if any(character.isalnum() for character in words) else OTHER):
            found.add((words, style.color.name, style.bgcolor.name, round(contrast, 2)))
    return found


def contrast_of(style: Style) -> float:
    """Return the contrast of a text against its ground; the two change places when the style reverses them."""
    assert style.color
    assert style.bgcolor
    return _contrast(style.color, style.bgcolor)


@cache
def _contrast(colour: RichColor, ground: RichColor) -> float:
    return _ratio(_colour(colour), _colour(ground))


def _segments(screen: Screen[object]) -> Iterator[Segment]:
    """Yield all that is shown but what a question dims: that is not to be read until the question is answered."""
    is_dimmed = isinstance(screen, PanelScreen) and screen.DIMS
    panel = screen.query("#reading").first() if is_dimmed else None
    dimmed_from = screen.lines_above if isinstance(screen, PanelScreen) and is_dimmed else 0
    for y, strip in enumerate(screen._compositor.render_strips()):
        if panel is None or y < dimmed_from or y == screen.size.height - 1:
            yield from strip
        elif y in _lines(panel):
            yield from strip.crop(panel.region.x, panel.region.right)


def _lines(part: Widget) -> range:
    return range(part.region.y, part.region.bottom)


def _colour(colour: RichColor) -> Color:
    return Color(*colour.get_truecolor())


def _ratio(one: Color, other: Color) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    parts = [part / 255 for part in colour.rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
