"""``sip-tui board ID --html FILE``: the public board as one page, kept up to date until the meeting closes.

No server and no script: the page asks for itself again, and is replaced in one step. It is drawn from the public part
of the meeting, as the board is, so nothing else can be in it.
"""

from __future__ import annotations

import html
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from sip_tui.cli import console
from sip_tui.cli.errors import DONE
from sip_tui.i18n.translation import _, language
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import PHASES, planned_minutes
from sip_tui.meeting.time.timeline import ZERO, Timing, timing_at
from sip_tui.phrasing.public_meeting import public_meeting
from sip_tui.phrasing.wording import format_clock, minutes_left, purpose_line
from sip_tui.resources.guidance import phase_name
from sip_tui.session.session import utc_now
from sip_tui.store.atomic import write_atomically
from sip_tui.store.errors import translating_os_errors
from sip_tui.widgets.safe_text import plain

REFRESH_SECONDS = 5
"""Seconds after which the page asks for itself again."""
LOOK_SECONDS = 2.0
"""Seconds between two looks at the meeting."""
STYLE = """
:root { color-scheme: light dark; --ink: #171d26; --ground: #fdfcf9; --soft: #3d4652; --mark: #0b5cad; --bar: #d5dee9; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f2f4f7; --ground: #10141a; --soft: #c3cdd8; --mark: #7cc0fb; --bar: #2a3644; }
}
body { background: var(--ground); color: var(--ink); font: 2.4vw/1.35 system-ui, sans-serif; margin: 2vw 4vw; }
header { display: flex; justify-content: space-between; gap: 2vw; font-size: 3.4vw; font-weight: 700; }
.parts { display: flex; gap: .4vw; padding: 0; margin: 1vw 0 1.5vw; list-style: none; font-size: 1.6vw; }
.parts li { background: var(--bar); padding: .4vw .8vw; border-radius: .4vw; white-space: nowrap; }
.parts .done::before { content: "\\2713\\a0"; }
.parts .here { background: var(--mark); color: var(--ground); font-weight: 700; }
.parts .here::before { content: "\\25b8\\a0"; }
h2 { color: var(--mark); font-size: 2vw; margin: 1.6vw 0 .4vw; }
.goal { font-weight: 700; margin: .2vw 0; }
ul { margin: .2vw 0; padding-left: 2.4vw; }
li small { display: block; color: var(--soft); font-size: .8em; }
"""


def keep_page(folder_load: Callable[[], Meeting], path: Path, sleep: Callable[[float], None] = time.sleep) -> None:
    """Write the page, and again whenever it says something new; return when the meeting has been closed.

    Raises:
        StoreError: The file cannot be written.
    """
    written = ""
    while True:
        meeting, now = folder_load(), utc_now()
        if (page := board_page(meeting, now)) != written:
            with translating_os_errors(path):
                write_atomically(path, page.encode())
            written = page
        if has_ended(meeting):
            return
        sleep(LOOK_SECONDS)


def has_ended(meeting: Meeting) -> bool:
    """Check whether a meeting has been closed, also one that was never opened."""
    return [event.kind for event in meeting.events if event.kind in {"close", "reopen"}][-1:] == ["close"]


def board_page_command(options: Namespace) -> int:
    """Keep the page of a meeting up to date."""
    from sip_tui.cli.meetings import open_folder

    folder, path = open_folder(options), Path(options.html)
    console.write_line(
        _("The board is kept up to date in {path} until the meeting is closed. Press Ctrl+C to stop.").format(path=path)
    )
    keep_page(lambda: MeetingProjection(folder.load()).meeting, path)
    console.write_line(_("The meeting is closed; {path} shows how it ended.").format(path=path))
    return DONE


def board_page(meeting: Meeting, now: datetime) -> str:
    """Return the page of a meeting at a time; only what is public of it."""
    public = public_meeting(meeting)
    at = timing_at(public, now)
    again = "" if at.closed else f'<meta http-equiv="refresh" content="{REFRESH_SECONDS}">\n'
    body = "\n".join([_head(at, now), _parts(public, at), _purpose(public), *_blocks(public)])
    return (
        f'<!doctype html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n{again}'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_text(_('Board'))}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _head(at: Timing, now: datetime) -> str:
    if not at.opened:
        words, end = _("The meeting has not begun yet"), ""
    elif at.closed:
        words, end = _("The meeting is closed"), ""
    elif at.on_break:
        words, end = _("Break"), ""
    else:
        words = f"{phase_name(at.phase)}: {minutes_left(at.phase_left)}"
        ends = format_clock(now + max(at.meeting_left, ZERO))
        end = _("ends {time}").format(time=ends) if at.running else ""
    return f"<header><span>{_text(words)}</span><span>{_text(end)}</span></header>"


def _parts(meeting: Meeting, at: Timing) -> str:
    here = PHASES.index(at.phase) if at.phase else -1
    minutes = planned_minutes(meeting)
    kinds = [
        "done" if number < here or at.closed else "here" if number == here else "" for number in range(len(PHASES))
    ]
    items = (
        f'<li class="{kind}" style="flex-grow: {max(minutes.get(phase, 1), 1)}">{_text(phase_name(phase))}</li>'
        for phase, kind in zip(PHASES, kinds, strict=True)
    )
    return f'<ul class="parts">{"".join(items)}</ul>'


def _purpose(meeting: Meeting) -> str:
    return f"<p>{_text(purpose_line(meeting))}</p>" if meeting.about.purpose.strip() else ""


def _blocks(meeting: Meeting) -> Iterator[str]:
    """Write what the board in the terminal shows, in the same order."""
    # The board's own list of what is shown; it lays out with Textual's text, which no other command needs.
    from sip_tui.screens.board.pages import blocks
    from sip_tui.screens.board.type_size import PLAIN

    for block in blocks(meeting, 10_000, PLAIN):
        title = "".join(f"<h2>{_text(line.plain)}</h2>" for line in block.title)
        goal = "".join(f'<p class="goal">{_text(line.plain)}</p>' for line in block.text)
        items = "".join(_item([line.plain.strip() for line in item]) for item in block.items)
        yield f"<section>{title}{goal}{f'<ul>{items}</ul>' if items else ''}</section>"


def _item(lines: list[str]) -> str:
    first, *rest = lines or [""]
    below = f"<small>{_text(' '.join(rest))}</small>" if rest else ""
    return f"<li>{_text(first.removeprefix('›').strip())}{below}</li>"


def _text(text: str) -> str:
    return html.escape(plain(text))
