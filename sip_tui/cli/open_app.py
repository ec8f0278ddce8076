"""``sip-tui``, ``chair``, ``secretary``, ``board`` and ``demo``: open the app; the only importer of it here."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from importlib import import_module
from pathlib import Path
from shutil import get_terminal_size, which
from tempfile import TemporaryDirectory

from sip_tui.cli import console
from sip_tui.cli.errors import DONE, WRONG_USE, UsageError
from sip_tui.cli.parser import build_parser
from sip_tui.i18n.translation import _
from sip_tui.meeting.model.enums import Seat


def start(options: Namespace) -> int:
    """Open the start screen; without a terminal, print the help."""
    if not console.is_interactive():
        build_parser().print_help(sys.stderr)
        return WRONG_USE
    from sip_tui.cli.meetings import open_archive

    return _run(open_archive(options, warn=False).root, "", "")


def chair(options: Namespace) -> int:
    """Open a meeting as its chair."""
    return _open(options, Seat.CHAIR)


def secretary(options: Namespace) -> int:
    """Open a meeting as its secretary."""
    return _open(options, Seat.SECRETARY)


def board(options: Namespace) -> int:
    """Open a meeting's public board, or keep it in a file as a page."""
    if options.html:
        from sip_tui.cli.board_page import board_page_command  # opens no app

        return board_page_command(options)
    return _open(options, Seat.BOARD)


def demo(options: Namespace) -> int:
    """Open the demo as its chair; without a terminal play it through and print its minutes. Nothing of it is kept."""
    with TemporaryDirectory(prefix="sip-tui-demo-", ignore_cleanup_errors=True) as folder:
        root = Path(folder) / "archive"
        if console.is_interactive() and not options.headless:
            code = _run(root, _prepare_while_loading(root), Seat.CHAIR, is_demo=True)
            # Whoever has just made the demo has not installed the program: it is where it was made.
            program = "sip-tui" if which("sip-tui") else os.path.relpath(sys.argv[0])
            how = _(
                "That was the demo, and none of it is kept. For a meeting of your own, type {program} and press "
                "the letter a."
            )
            console.write_line(how.format(program=program))
            return code
        return _play(root)


def _prepare_while_loading(root: Path) -> str:
    """Create the demo meeting in a thread, which mostly waits for the disk, while the app is loaded."""
    from concurrent.futures import ThreadPoolExecutor

    from sip_tui.session.demo_meeting import prepare_demo

    with ThreadPoolExecutor(1) as pool:
        prepared = pool.submit(prepare_demo, root, begins_now=True)
        import_module("sip_tui.app.launch")
        return prepared.result()


def _play(root: Path) -> int:
    from sip_tui.cli.demo import play_demo
    from sip_tui.minutes.render import minutes

    meeting = play_demo(root)
    closed = max(event.at for event in meeting.events if event.at)
    console.write_document(minutes(meeting, "mail", now=closed).text)
    return DONE


def _open(options: Namespace, seat: str) -> int:
    if not console.is_interactive():
        raise UsageError(_("The meeting opens in a terminal, and there is none here; run this in a terminal window"))
    from sip_tui.cli.meetings import open_archive

    archive = open_archive(options, warn=False)
    return _run(archive.root, archive.find(options.id), seat)


MIN_SIZE = 20, 5
"""Columns and lines below which nothing can be read."""
DUMB = frozenset({"dumb", "unknown", "emacs", "sun-cmd"})
"""Terminals that cannot place the cursor."""


def _require_screen() -> None:
    """Refuse a terminal that can show no screen; raise UsageError with what to do."""
    if os.name == "posix" and os.environ.get("TERM", "") in DUMB:
        sentence = _("This terminal (TERM={term}) can show no screen. Open an ordinary terminal window and try again.")
        raise UsageError(sentence.format(term=os.environ["TERM"]))
    columns, lines = get_terminal_size()
    if columns < MIN_SIZE[0] or lines < MIN_SIZE[1]:
        sentence = _("The window has {columns} columns and {lines} lines. Make it at least 80 by 24 and try again.")
        raise UsageError(sentence.format(columns=columns, lines=lines))


def _run(root: Path, meeting_id: str, seat: str, *, is_demo: bool = False) -> int:
    _require_screen()
    from sip_tui.app.launch import run

    return run(root, meeting_id, str(seat), is_demo=is_demo)
