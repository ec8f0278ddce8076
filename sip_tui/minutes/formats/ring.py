"""The geometry of the meeting circle: a ring in parts, each as long as its share of the time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import cos, pi, sin

SIZE = 200
"""Width and height of the drawing."""
_OUTER, _INNER, _CENTRE = 96.0, 50.0, SIZE / 2


def to_svg(shares: Sequence[int], label: str = "") -> str:
    """Return the ring as SVG with a number in each part; ``label`` is for those who do not see it, already escaped."""
    drawn = "".join(
        f'<path d="{path}" fill="#f1f3f5" stroke="#1a1a1a"/><text x="{x:.1f}" y="{y + 5:.1f}" text-anchor="middle" '
        f'font-size="15">{number}</text>'
        for number, (path, x, y) in enumerate(ring_paths(shares), 1)
    )
    image = f' role="img" aria-label="{label}"' if label else ""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}"{image}>{drawn}</svg>'


def ring_paths(shares: Sequence[int]) -> Iterator[tuple[str, float, float]]:
    """Yield for each part an SVG path and the middle of it, clockwise from the top."""
    whole = sum(shares) or 1
    turns = [2 * pi * part / whole - pi / 2 for part in accumulate((0, *shares))]
    for start, end in pairwise(turns):
        yield _sector(start, end), *_point((start + end) / 2, (_OUTER + _INNER) / 2)


def _sector(start: float, end: float) -> str:
    (x1, y1), (x2, y2) = _point(start, _OUTER), _point(end, _OUTER)
    (x3, y3), (x4, y4) = _point(end, _INNER), _point(start, _INNER)
    large = int(end - start > pi)
    outer = f"M{x1:.1f} {y1:.1f}A{_OUTER:g} {_OUTER:g} 0 {large} 1 {x2:.1f} {y2:.1f}"
    return f"{outer}L{x3:.1f} {y3:.1f}A{_INNER:g} {_INNER:g} 0 {large} 0 {x4:.1f} {y4:.1f}Z"


def _point(turn: float, radius: float) -> tuple[float, float]:
    return _CENTRE + radius * cos(turn), _CENTRE + radius * sin(turn)
