"""Draw the first minute: ``python docs/first_minute.py`` writes docs/screenshots/first-minute.svg, an animated picture.

The real program is used with real keys, from an empty archive to a meeting that people have been called to. A line of
the screen is drawn once for as long as it stays the same, so that the picture stays small. The clock is ours.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from sip_tui.app.launch import create_empty
from sip_tui.app.other_apps import PreparingApp
from sip_tui.app.start_app import StartApp, actions_in
from sip_tui.i18n import translation
from sip_tui.session.session import MeetingSession
from sip_tui.store import Archive

PLACE = Path(__file__).with_name("screenshots") / "first-minute.svg"
SIZE = COLUMNS, LINES = 80, 24
CELL = WIDTH, HEIGHT = 8.4, 17.0
LENGTH = 60.0
"""Seconds until the picture begins again."""
NOW = datetime(2026, 11, 2, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
BACK, FRONT = "#121212", "#e0e0e0"
FIELDS = (
    ("called", "Omar"),
    ("person", "Omar Hassan"),
    ("child", ""),
    ("guardian", "Fatima Hassan"),
    ("reach", "via mamma, telefon"),
    ("interpreter_language", "arabiska"),
    ("purpose", "Omar ska hänga med i skolan"),
    ("question_1", "Vem hjälper till med läxorna?"),
    ("question_2", "Hur får Omar mer svenska?"),
    ("start", "fredag 4 december 13–14.15"),
    ("place", "Nygårdsskolan, rum 3"),
    ("link", ""),
    ("called_by", "Anders Holm"),
)
PEOPLE = (
    "Tolk (arabiska), Tolkförmedlingen",
    "Anders Holm, mentor, Nygårdsskolan, anders@example.org",
    "Linda Persson, skolsköterska, Elevhälsan",
    "BUP",
    "Karin Ek, socialsekreterare, Socialtjänsten",
)
Line = tuple[Segment, ...]


class Film:
    """The frames of the picture: the second at which each begins, and its lines."""

    def __init__(self) -> None:
        self.frames: list[tuple[float, list[Line]]] = []
        self._at = 0.0

    async def take(self, pilot: Pilot[Any], seconds: float) -> None:
        """Take a frame that is shown for some seconds."""
        for editor in pilot.app.screen.query("Input, TextArea"):
            if isinstance(editor, Input | TextArea):
                editor.cursor_blink = False
        await pilot.pause(0.3)
        strips = pilot.app.screen._compositor.render_strips()
        self.frames.append((self._at, [tuple(Segment.simplify(strip)) for strip in strips]))
        self._at += seconds


def main() -> None:
    """Draw the picture."""
    translation.set_language("sv")
    film = Film()
    with TemporaryDirectory() as folder:
        archive = Archive(Path(folder) / "archive")
        asyncio.run(_begin(film, StartApp(archive.entries(), actions_in(archive), NOW.date())))
        made = create_empty(archive)
        asyncio.run(_prepare(film, PreparingApp(MeetingSession(made, lambda: NOW), made.claim_seat("chair"))))
    PLACE.write_text(_picture(film), encoding="utf-8")


async def _begin(film: Film, app: App[Any]) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await film.take(pilot, 3)


async def _prepare(film: Film, app: PreparingApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.3)
        await film.take(pilot, 3)
        await pilot.press("tab")
        for name, text in FIELDS:
            if text:
                app.screen.query_one(f"#field-{name}", Input).value = text
            await film.take(pilot, 2)
            await pilot.press(*(("b", "enter") if name == "child" else ("enter",)))
            app.clear_notifications()
        for number in range(len(PEOPLE)):
            app.screen.query_one(TextArea).text = "\n".join(PEOPLE[: number + 1])
            await film.take(pilot, 2)
        for keys, seconds in ((("escape",), 4.0), (("Y",), 4.0), (("j",), 6.0)):
            await pilot.press(*keys)
            await film.take(pilot, seconds)


def _picture(film: Film) -> str:
    width, height = COLUMNS * WIDTH, LINES * HEIGHT
    drawn = "\n".join(part for row in range(LINES) for part in _row(film, row))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" role="img" '
        f'aria-label="Ett möte görs på en minut">\n<rect width="100%" height="100%" fill="{BACK}"/>\n'
        f'<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14" fill="{FRONT}" '
        f'xml:space="preserve">\n{drawn}\n</g>\n</svg>\n'
    )


def _row(film: Film, row: int) -> Iterator[str]:
    """Draw a line of the screen for each stretch of time in which it stays the same."""
    stretches: list[tuple[float, Line]] = []
    for at, lines in film.frames:
        if not stretches or stretches[-1][1] != lines[row]:
            stretches.append((at, lines[row]))
    ends = [at for at, _line in stretches[1:]] + [LENGTH]
    for (begin, line), end in zip(stretches, ends, strict=True):
        if any(segment.text.strip() or _colours(segment.style)[1] for segment in line):
            yield f"<g>{_shown(begin, end)}{''.join(_segments(line, row))}</g>"


def _shown(begin: float, end: float) -> str:
    """Show something from one second to another, in every turn of the picture."""
    if begin == 0 and end >= LENGTH:
        return ""
    steps = [(0.0, "none"), (begin / LENGTH, "inline"), (end / LENGTH, "none")]
    pairs = [(at, value) for at, value in steps[begin == 0 :] if at < 1]
    times = ";".join(f"{at:.4f}" for at, _value in pairs)
    values = ";".join(value for _at, value in pairs)
    timing = f'dur="{LENGTH:g}s" repeatCount="indefinite" calcMode="discrete" keyTimes="{times}" values="{values}"'
    return f'<animate attributeName="display" {timing}/>'


def _segments(line: Sequence[Segment], row: int) -> Iterator[str]:
    column = 0
    for text, style, _control in line:
        front, back = _colours(style)
        x, y, wide = column * WIDTH, row * HEIGHT, len(text) * WIDTH
        if back:
            yield f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{HEIGHT}" fill="{back}"/>'
        if text.strip():
            weight = ' font-weight="bold"' if style and style.bold else ""
            place = f'x="{x:.1f}" y="{y + 13:.1f}" textLength="{wide:.1f}"'
            yield f'<text {place}{weight} fill="{front}">{escape(text)}</text>'
        column += len(text)


def _colours(style: Style | None) -> tuple[str, str]:
    """The colour of the letters, and that of the ground when it is another than the picture's."""
    front = style.color.get_truecolor().hex if style and style.color else FRONT
    back = style.bgcolor.get_truecolor().hex if style and style.bgcolor else ""
    return front, "" if back == BACK else back


if __name__ == "__main__":
    main()
