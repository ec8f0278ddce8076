"""The history of a plan as a drawing (SVG) for a page: no script, no font of its own, text that can be read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.history import ENDS, History, Lane, Point, State
from sip_tui.phrasing.history import MEANINGS, SIGNS, short_day

LABEL, COLUMN, ROW, HEAD = 340, 110, 34, 40
"""Widths and heights in user units: the texts, a meeting, a lane, the days."""
MAX_TEXT = 44
"""Characters of a text; the whole of it is in the lane's title."""


def timeline_svg(history: History) -> str:
    """Draw a history; empty when there is nothing to draw.

    The texts are written as they are: redact them first where the page leaves.
    """
    if not history.lanes:
        return ""
    width, height = LABEL + COLUMN * len(history.days), HEAD + ROW * len(history.lanes) + 8
    title = escape(_("How it has gone from meeting to meeting"))
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{title}" font-family="sans-serif" font-size="14" width="100%">',
        f"<title>{title}</title>",
        *_days(history.days, height),
        *(line for number, lane in enumerate(history.lanes) for line in _lane(number, lane, len(history.days))),
        "</svg>",
    ]
    return "\n".join(lines)


def _days(days: Sequence[str], height: int) -> Iterator[str]:
    for number, day in enumerate(days):
        x = _x(number)
        yield f'<line x1="{x}" y1="{HEAD - 8}" x2="{x}" y2="{height - 4}" stroke="#bbb"/>'
        yield f'<text x="{x}" y="{HEAD - 16}" text-anchor="middle" font-weight="bold">{escape(short_day(day))}</text>'


def _lane(number: int, lane: Lane, meetings: int) -> Iterator[str]:
    y = HEAD + ROW * number + ROW // 2
    told = ", ".join(_(MEANINGS[point.state]) for point in lane.points)
    yield f"<g><title>{escape(_one_line(lane.text))}: {escape(told)}</title>"
    weight, indent = ("bold", 4) if lane.table == "goals" else ("normal", 20)
    yield f'<text x="{indent}" y="{y + 5}" font-weight="{weight}">{escape(_cut(lane.text))}</text>'
    if lane.points:
        first, last = lane.points[0].meeting, _end(lane.points, meetings)
        yield f'<line x1="{_x(first)}" y1="{y}" x2="{_x(last)}" y2="{y}" stroke="#456" stroke-width="3"/>'
    yield from (_mark(point, y) for point in lane.points)
    yield "</g>"


def _mark(point: Point, y: int) -> str:
    fill = "#1b6e3c" if point.state is State.REACHED else "#333" if point.state in ENDS else "#fff"
    ink = "#fff" if point.state in ENDS else "#222"
    x = _x(point.meeting)
    return (
        f'<circle cx="{x}" cy="{y}" r="10" fill="{fill}" stroke="#333"/>'
        f'<text x="{x}" y="{y + 5}" text-anchor="middle" fill="{ink}">{SIGNS[point.state]}</text>'
    )


def _end(points: Sequence[Point], meetings: int) -> float:
    """Where a lane ends: at what ended it, else a little beyond the last meeting."""
    return points[-1].meeting if points[-1].state in ENDS else meetings - 0.6


def _x(meeting: float) -> int:
    return round(LABEL + COLUMN * (meeting + 0.5))


def _one_line(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _cut(text: str) -> str:
    whole = _one_line(text)
    return whole if len(whole) <= MAX_TEXT else f"{whole[: MAX_TEXT - 1]}…"
