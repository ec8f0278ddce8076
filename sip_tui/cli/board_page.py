"""``sip-tui board ID --html FILE``: the public board as one page, kept up to date until the meeting closes.

No server and no script: the page asks for itself again, and is replaced in one step. It is drawn from the public part
of the meeting, as the board is, so nothing else can be in it.
"""

from __future__ import annotations

import html
import os
import time
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sip_tui.cli import console
from sip_tui.cli.errors import DONE, CommandRefusedError
from sip_tui.i18n.translation import _, language
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import PHASES, planned_minutes
from sip_tui.meeting.time.timeline import ZERO, Timing, timing_at
from sip_tui.paths import read_file
from sip_tui.phrasing.break_words import break_sentence
from sip_tui.phrasing.durations import minutes_left
from sip_tui.phrasing.public_meeting import public_meeting
from sip_tui.phrasing.wording import format_clock, purpose_line
from sip_tui.resources.meeting_types import part_name
from sip_tui.session.session import utc_now
from sip_tui.store.atomic import write_atomically
from sip_tui.store.errors import translating_os_errors
from sip_tui.widgets.safe_text import plain

if TYPE_CHECKING:
    from sip_tui.screens.board.pages import BoardBlock

GENERATOR = '<meta name="generator" content="sip-tui board">'
"""Marks the pages of this command: no other file is written over."""
MOST_BYTES = 10_000_000
"""A larger file is none of this command's."""
REFRESH_SECONDS = 5
"""Seconds after which the page asks for itself again."""
LOOK_SECONDS = 2.0
"""Seconds between two looks at the meeting."""
WHOLE = 1_000_000
"""Lines of the page of a closed meeting: all of it stands below each other, under each heading once."""
PAGE_SECONDS, PAGE_LINES, LINE_LETTERS = 20, 9, 62
"""How long a part of a long board is shown, and what a screen of 16 : 9 has room for below the purpose."""
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
p { margin: .5vw 0; }
.page { position: fixed; bottom: 1vw; right: 4vw; color: var(--soft); font-size: 1.6vw; }
ul { margin: .2vw 0; padding-left: 2.4vw; }
li small { display: block; color: var(--soft); font-size: .8em; }
"""


def keep_page(
    folder_load: Callable[[], Meeting],
    path: Path,
    sleep: Callable[[float], None] = time.sleep,
    begun: Callable[[], None] = lambda: None,
) -> None:
    """Write the page, and again whenever it says something new; return when the meeting has been closed.

    Args:
        folder_load: Returns the meeting as it stands.
        path: The file of the page.
        sleep: Waits for so many seconds.
        begun: Called when the page has been written for the first time.

    Raises:
        StoreError: The file cannot be written.
    """
    written = ""
    while True:
        meeting, now = folder_load(), utc_now()
        if (page := board_page(meeting, now)) != written:
            with translating_os_errors(path):
                write_atomically(path, page.encode())
            if not written:
                begun()
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
    _refuse_other_file(path)
    kept = _("The board is kept up to date in {path} until the meeting is closed. Press Ctrl+C to stop.")
    keep_page(
        lambda: MeetingProjection(folder.load()).meeting,
        path,
        begun=lambda: console.write_line(kept.format(path=path)),
    )
    console.write_line(_("The meeting is closed; {path} shows how it ended.").format(path=path))
    return DONE


def _refuse_other_file(path: Path) -> None:
    with translating_os_errors(path):
        ours = not os.path.lexists(path) or (path.is_file() and GENERATOR.encode() in read_file(path, MOST_BYTES))
    if not ours:
        sentence = _("{path} is there already, and is no board of this program; choose another name.")
        raise CommandRefusedError(sentence.format(path=path))


def board_page(meeting: Meeting, now: datetime) -> str:
    """Return the page of a meeting at a time; only what is public of it."""
    public = public_meeting(meeting)
    at = timing_at(public, now)
    again = "" if at.closed else f'<meta http-equiv="refresh" content="{REFRESH_SECONDS}">\n'
    pages = _pages(public, WHOLE if at.closed else PAGE_LINES)
    # On a wall nobody scrolls: what does not fit is shown in turn, and when the meeting is closed all of it.
    number = int(now.timestamp()) // PAGE_SECONDS % len(pages)
    shown = (
        [section for page in pages for section in page] if at.closed else [*pages[number], _foot(number, len(pages))]
    )
    body = "\n".join([_head(public, at, now), _parts(public, at), _purpose(public), *shown])
    return (
        f'<!doctype html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n{GENERATOR}\n{again}'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_text(_('Board'))}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _head(meeting: Meeting, at: Timing, now: datetime) -> str:
    if not at.opened:
        words, end = _("The meeting has not begun yet"), ""
    elif at.closed:
        words, end = _("The meeting is closed"), ""
    elif at.on_break:
        words, end = _("Break"), break_sentence(meeting, at, now)
    else:
        words = f"{part_name(meeting, at.phase)}: {minutes_left(at.phase_left)}"
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
        f'<li class="{kind}" style="flex-grow: {max(minutes.get(phase, 1), 1)}">{_text(part_name(meeting, phase))}</li>'
        for phase, kind in zip(PHASES, kinds, strict=True)
    )
    return f'<ul class="parts">{"".join(items)}</ul>'


def _purpose(meeting: Meeting) -> str:
    return f"<p>{_text(purpose_line(meeting))}</p>" if meeting.about.purpose.strip() else ""


def _foot(number: int, count: int) -> str:
    sentence = _("Page {number} of {count}").format(number=number + 1, count=count)
    return f'<p class="page">{_text(sentence)}</p>' if count > 1 else ""


def _pages(meeting: Meeting, room: int) -> list[list[str]]:
    """Divide what the board in the terminal shows, in the same order, between pages of as many lines as ``room``."""
    # The board's own list of what is shown; it lays out with Textual's text, which no other command needs.
    from sip_tui.screens.board.pages import blocks
    from sip_tui.screens.board.type_size import PLAIN

    pages: list[list[str]] = [[]]
    left, said = room, ""
    for block in blocks(meeting, 10_000, PLAIN):
        title = "".join(f"<h2>{_text(line.plain)}</h2>" for line in block.title)
        for lines, section in _sections(block, room):
            if pages[-1] and lines > left:
                pages.append([])
                left = room
            # Two goals in a row stand under one heading.
            head = "" if pages[-1] and title == said else title
            pages[-1].append(f"<section>{head}{section}</section>")
            left, said = left - lines, title
    return pages


def _sections(block: BoardBlock, room: int) -> Iterator[tuple[int, str]]:
    """Write a block without its heading, in several sections when it is longer than a page; yield lines and text."""
    head = "".join(f'<p class="goal">{_text(line.plain)}</p>' for line in block.text)
    begin = len(block.title) + _height([line.plain for line in block.text])
    used, items = begin, ""
    for item in block.items:
        texts = [line.plain.strip() for line in item]
        if items and used + _height(texts) > room:
            yield used, f"{head}<ul>{items}</ul>"
            used, items = begin, ""
        items += _item(texts)
        used += _height(texts)
    rest = f"<ul>{items}</ul>" if items else ""
    yield used, f"{head}{rest}"


def _height(texts: Sequence[str]) -> int:
    return sum(-(-len(text) // LINE_LETTERS) for text in texts)


def _item(lines: list[str]) -> str:
    first, *rest = lines or [""]
    below = f"<small>{_text(' '.join(rest))}</small>" if rest else ""
    return f"<li>{_text(first.removeprefix('›').strip())}{below}</li>"


def _text(text: str) -> str:
    return html.escape(plain(text))
