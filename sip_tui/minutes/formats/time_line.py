"""The drawing of a time line: a lane for each goal and action, a sign at each meeting, drawn as shapes.

The colours are attributes, for a PDF; a page gives its own by the classes (see ``data/papers/page.css``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.history import ENDS, Point, State
from sip_tui.minutes.document import RichText, Span, TimeLine, plain, spans

Inline = Callable[[RichText], str]
"""How a text is written in the format, escaped."""
LABEL, COLUMN, ROW, HEAD = 330, 104, 32, 36
"""Widths and heights in user units: the texts, a meeting, a lane, the days."""
MAX_TEXT = 42
"""Characters of a text in the drawing; the whole of it is in the table."""
_INK, _PAPER = 'stroke="#1a1a1a" class="ink"', 'fill="#ffffff" stroke="#1a1a1a" class="paper"'
_FILLED = 'fill="#1a1a1a" class="filled"'
_SHAPES: Mapping[State, str] = {
    State.PROPOSED: f'<path d="M-8 0H8M0-8V8" fill="none" {_INK} stroke-width="3"/>',
    State.BEGUN: f'<circle r="8" {_PAPER} stroke-width="2"/>',
    State.ASKED: "".join(f'<circle cx="{x}" r="3" {_FILLED}/>' for x in (-9, 0, 9)),
    State.GOING_ON: f'<circle r="8" {_FILLED}/>',
    State.PARTLY: f'<circle r="8" {_PAPER} stroke-width="2"/><path d="M0-8A8 8 0 0 0 0 8Z" {_FILLED}/>',
    State.CHANGED: f'<path d="M0-10L10 0L0 10L-10 0Z" {_PAPER} stroke-width="2"/>',
    State.REACHED: f'<circle r="11" {_PAPER} stroke-width="2"/><path d="M-5 0L-1 5L6-5" fill="none" {_INK} '
    'stroke-width="3"/>',
    State.STOPPED: f'<rect x="-8" y="-8" width="16" height="16" {_FILLED}/>',
    State.NOT_DONE: f'<circle r="11" {_PAPER} stroke-width="2"/><path d="M-5-5L5 5M5-5L-5 5" fill="none" {_INK} '
    'stroke-width="3"/>',
    State.UNREVIEWED: '<text y="6" text-anchor="middle" font-size="18" font-weight="bold">?</text>',
}
"""State → its sign around the origin, of the same kind as in ``phrasing.history.SIGNS``."""


def to_svg(line: TimeLine, inline: Inline) -> str:
    """Draw the lanes; the table that follows says the same in words."""
    _first, *days = line.table.head
    width, height = LABEL + COLUMN * len(days), HEAD + ROW * len(line.lanes) + 6
    said = Span(_("The table below says the same in words."), fixed=True)
    drawn = (_lane(at, row[0], points, len(days), inline) for at, (row, points) in enumerate(_rows(line)))
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" font-size="14">',
            f"<title>{inline(line.label)}</title>",
            f"<desc>{inline((said,))}</desc>",
            *(_day(at, day, height, inline) for at, day in enumerate(days)),
            *(part for lane in drawn for part in lane),
            "</svg>",
        )
    )


def _rows(line: TimeLine) -> Iterator[tuple[tuple[RichText, ...], tuple[Point, ...]]]:
    return zip(line.table.rows, line.lanes, strict=True)


def _day(at: int, day: RichText, height: int, inline: Inline) -> str:
    x = _x(at)
    return (
        f'<path d="M{x} {HEAD - 8}V{height - 4}" stroke="#9a9a9a" class="rule"/>'
        f'<text x="{x}" y="{HEAD - 14}" text-anchor="middle" font-weight="bold">{inline(day)}</text>'
    )


def _lane(at: int, text: RichText, points: Sequence[Point], meetings: int, inline: Inline) -> Iterator[str]:
    y = HEAD + ROW * at + ROW // 2
    is_goal = any(span.strong for span in spans(text))
    weight, indent = ('font-weight="bold"', 2) if is_goal else ("", 16)
    yield f'<text x="{indent}" y="{y + 5}" {weight}>{inline(_cut(text))}</text>'
    if points:
        ends = points[-1].meeting if points[-1].state in ENDS else meetings - 0.55
        yield f'<path d="M{_x(points[0].meeting)} {y}H{_x(ends)}" {_INK} stroke-width="3"/>'
    yield from (f'<g transform="translate({_x(point.meeting)} {y})">{_SHAPES[point.state]}</g>' for point in points)


def _x(meeting: float) -> int:
    return round(LABEL + COLUMN * (meeting + 0.5))


def _cut(text: RichText) -> RichText:
    """Cut a text to what has room; emphasis is the drawing's."""
    room, kept = MAX_TEXT, list[Span]()
    for span in spans(text):
        shown = span.text if len(span.text) <= room else f"{span.text[: max(room - 1, 0)]}…"
        kept.append(replace(span, text=shown, strong=False, emphasis=False))
        room -= len(span.text)
        if room < 0:
            break
    return tuple(kept) if plain(tuple(kept)).strip() else text
