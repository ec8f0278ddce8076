"""Draw every screen of the demo meeting: ``python docs/screenshots.py`` writes docs/screenshots/<name>-<size>.svg.

The meeting is led by its script, with the real verbs, up to a moment, and the real app is opened there. The clock is
ours and no cursor blinks, so that the same program always draws the same bytes.
"""

from __future__ import annotations

import asyncio
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from sip_tui.app.app import SipApp
from sip_tui.app.seats import app_for
from sip_tui.app.start_app import StartApp, actions_in
from sip_tui.cli.demo import play_step
from sip_tui.i18n import translation
from sip_tui.meeting.model.enums import Seat
from sip_tui.paths import data_path
from sip_tui.screens.start.chosen import REST
from sip_tui.session.demo_meeting import prepare_demo
from sip_tui.session.session import MeetingSession
from sip_tui.store import Archive

PLACE = Path(__file__).with_name("screenshots")
SIZES = ((80, 24), (120, 40))
DAY = datetime(2026, 11, 27, tzinfo=ZoneInfo("Europe/Stockholm"))
"""The day of the demo meeting."""
TITLE = "sip-tui"
FROM_AFAR = re.compile(r",\s*url\(.*?\) format\(.*?\)")
"""The export names a font on somebody's server. Nobody who opens a picture is to be sent there."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: when, in which seat, and the keys that lead to it."""

    name: str
    at: str
    keys: tuple[str, ...] = ()
    seat: Seat = Seat.CHAIR
    played: str = ""
    """Up to when the script has been played, when that is not ``at``."""


SHOTS = (
    Shot("roll", "12:59:30", ("f3", "end", "up")),
    Shot("break", "13:33:00", played="13:29:30"),
    Shot("time", "13:46:30"),
    Shot("terms", "13:46:30", ("f4", "end")),
    Shot("actions", "13:46:30", ("f5", "end")),
    Shot("notes", "13:46:30", ("ctrl+g",), Seat.SECRETARY),
    Shot("situation", "13:46:30", ("L",)),
    Shot("summary", "13:55:30", ("S",)),
    Shot("ending", "13:57:30", ("G",)),
    Shot("script", "13:46:30", ("M",)),
    Shot("board", "13:46:50", ("B",)),
    Shot("floor", "13:46:30", ("f6",)),
    Shot("sides", "13:46:30", ("f7",)),
    Shot("review", "13:46:30", ("f10",)),
    Shot("closing", "13:57:30", ("f12",)),
)


class Hands:
    """The hands of the clock: they stand where they are put."""

    def __init__(self) -> None:
        self.at = DAY

    def __call__(self) -> datetime:
        return self.at

    def move(self, time: str) -> None:
        """Set the clock to a time of the meeting's day, "HH:MM:SS"."""
        self.at = datetime.combine(DAY, datetime.strptime(time, "%H:%M:%S").time(), DAY.tzinfo)


def main() -> None:
    """Draw everything."""
    translation.set_language("sv")
    PLACE.mkdir(exist_ok=True)
    for size in SIZES:
        for name, picture in _pictures(size):
            (PLACE / f"{name}-{size[0]}x{size[1]}.svg").write_text(picture, encoding="utf-8")


def _pictures(size: tuple[int, int]) -> Iterator[tuple[str, str]]:
    for shot in SHOTS:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            room = _played(Path(folder), shot)
            app = app_for(room, room.folder.claim_seat(shot.seat))
            yield shot.name, asyncio.run(_drawn(app, size, shot.keys))
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        archive = Archive(Path(folder))
        prepare_demo(archive.root)
        yield "start", asyncio.run(_drawn(StartApp(archive.entries(), actions_in(archive), DAY.date()), size))


def _played(root: Path, shot: Shot) -> MeetingSession:
    """Lead the demo meeting up to a moment; no word is explained, so that one waits for its answer."""
    hands = Hands()
    room = MeetingSession(Archive(root).open(prepare_demo(root, hands)), hands)
    for step in tomllib.loads(data_path("demo", "script.toml").read_text(encoding="utf-8"))["steps"]:
        if str(step["at"]) <= (shot.played or shot.at) and "answer" not in step:
            hands.move(str(step["at"]))
            play_step(room, step)
    room.flush()
    hands.move(shot.at)
    return room


async def _drawn(app: App[Any], size: tuple[int, int], keys: tuple[str, ...] = ()) -> str:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await _still(pilot)
        return FROM_AFAR.sub("", app.export_screenshot(title=TITLE))


async def _still(pilot: Pilot[Any]) -> None:
    """Wait until nothing moves any more."""
    await pilot.pause(0.2)
    if isinstance(pilot.app, StartApp):
        await pilot.pause(REST)
        await pilot.app.workers.wait_for_complete()
    for editor in pilot.app.screen.query("Input, TextArea"):
        if isinstance(editor, Input | TextArea):
            editor.cursor_blink = False
    if isinstance(pilot.app, SipApp):
        pilot.app.tick()
    await pilot.pause(0.2)


if __name__ == "__main__":
    main()
