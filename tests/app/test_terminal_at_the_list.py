"""A signal at the list of meetings leaves as the key does: the terminal echoes and takes whole lines again."""

from __future__ import annotations

import signal
import termios
from pathlib import Path

import pytest

from tests.helpers.terminal_session import TerminalSession, new_demo


@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_at_the_list_gives_the_terminal_back(tmp_path: Path, number: str) -> None:
    new_demo(tmp_path)
    with TerminalSession(tmp_path) as start:
        start.until_shown("Maja")
        assert not lines_are_edited(start)
        start.signal(signal.Signals[number])
        assert start.ends()
        assert lines_are_edited(start)
    assert start.exit_code == 0


def test_a_window_closed_at_the_list_leaves_no_process(tmp_path: Path) -> None:
    new_demo(tmp_path)
    with TerminalSession(tmp_path) as start:
        start.until_shown("Maja")
        start.hang_up()
        assert start.ends()


def lines_are_edited(terminal: TerminalSession) -> bool:
    """Whether the terminal echoes what is typed and hands it on line by line, as it does for a shell's programs."""
    flags: int = termios.tcgetattr(terminal.fileno())[3]
    return bool(flags & termios.ECHO and flags & termios.ICANON)
