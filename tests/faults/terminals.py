"""Faults under the whole program in a terminal: kills, signals, closed windows, folders that are gone."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
from pathlib import Path

from sip_tui.paths import data_path
from sip_tui.store import Archive
from sip_tui.store.removal import RESCUE
from tests.faults.outcome import Outcome
from tests.helpers.terminal_session import F5, TerminalSession, run_command

PADS = r"\[F8 Skriv\].*▸"
WORDS = "Vi ses igen i december"
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


def _meeting(home: Path) -> str:
    home.mkdir()
    return run_command(home, "new", str(data_path("demo", "meeting.toml"))).strip()


def _holds(home: Path, meeting: str, *options: str) -> bool:
    return WORDS in json.loads(json.dumps(run_command(home, *options, "show", meeting, "--json")))


def killed_while_typing(root: Path, times: int) -> Outcome:
    """SIGKILL of the program after it has said "Sparat"."""
    outcome = Outcome()
    for turn in range(times):
        home = root / f"kill{turn}"
        meeting = _meeting(home)
        with TerminalSession(home, "secretary", meeting) as secretary:
            secretary.until_shown(PADS)
            secretary.keys(WORDS)
            secretary.until_saved()
            secretary.kill()
        _count(outcome, kept=_holds(home, meeting))
    return outcome


def signals_after_the_last_key(root: Path, times: int) -> Outcome:
    """SIGTERM, SIGHUP and SIGINT right after the last key, half of them stopped (SIGTSTP, SIGSTOP) before."""
    outcome = Outcome()
    for turn in range(times):
        home, number = root / f"signal{turn}", SIGNALS[turn % 3]
        meeting = _meeting(home)
        with TerminalSession(home, "secretary", meeting) as secretary:
            secretary.until_shown(PADS)
            secretary.keys(WORDS)
            stopped = turn % 2 == 0 or _stops_and_goes_on(secretary, in_group=turn % 4 == 1)
            secretary.signal(number)
            ended = secretary.ends()
        _count(outcome, kept=stopped and ended and _holds(home, meeting))
    return outcome


def _stops_and_goes_on(secretary: TerminalSession, *, in_group: bool) -> bool:
    """Stop the program, as a terminal stops a whole group or in the way that cannot be caught, and let it go on."""
    if in_group:
        os.killpg(secretary.pid, signal.SIGTSTP)
    else:
        secretary.signal(signal.SIGSTOP)
    stopped = secretary.stands_still()
    os.killpg(secretary.pid, signal.SIGCONT)
    return stopped


def closed_windows(root: Path, times: int) -> Outcome:
    """The window closed 0.05 to 0.5 seconds after the last key."""
    outcome, chance = Outcome(), random.Random(4)
    for turn in range(times):
        home = root / f"window{turn}"
        meeting = _meeting(home)
        with TerminalSession(home, "secretary", meeting) as secretary:
            secretary.until_shown(PADS)
            secretary.keys(WORDS)
            secretary.rest(chance.uniform(0.05, 0.5))
            secretary.hang_up()
            ended = secretary.ends()
        _count(outcome, kept=ended and _holds(home, meeting))
    return outcome


def folder_gone_then_ended(root: Path, times: int) -> Outcome:
    """The meeting's folder removed, then the program ended by a signal or a closed window: a copy, and exit code 3."""
    outcome = Outcome()
    for turn in range(times):
        home = root / f"gone{turn}"
        meeting = _meeting(home)
        with TerminalSession(home, "secretary", meeting) as secretary:
            secretary.until_shown(PADS)
            secretary.keys(WORDS)
            secretary.until_saved()
            shutil.rmtree(next(home.rglob(meeting)))
            is_closed = turn % 4 == 3
            if is_closed:
                secretary.hang_up()
            else:
                secretary.signal(SIGNALS[turn % 4])
            ended = secretary.ends()
            if not is_closed:  # a window that is closed shows nothing any more
                secretary.look()
            told = is_closed or RESCUE in secretary.text.replace("\n", "")
        copies = Archive(home / RESCUE).entries()
        kept = ended and len(copies) == 1 and _holds(home, copies[0].id, "--data", str(home / RESCUE))
        _count(outcome, kept=kept and told and secretary.exit_code == 3)
    outcome.remark = "copied to the home folder, its path on stderr while there is a window, exit code 3"
    return outcome


def killed_in_a_form(root: Path, times: int) -> Outcome:
    """SIGKILL 0.1 seconds after the last key in an open form: what was typed in it is an action."""
    outcome, shown_and_lost = Outcome(), 0
    for turn in range(times):
        home = root / f"form{turn}"
        meeting = _meeting(home)
        with TerminalSession(home, "chair", meeting) as chair:
            chair.until_shown("Tryck v för att öppna mötet")
            chair.keys("v", F5, "a")
            chair.until_shown("Vad ska göras")
            chair.keys(WORDS)
            chair.rest(0.1)
            chair.look()
            was_shown = WORDS in chair.text
            chair.kill()
        kept = _holds(home, meeting)
        _count(outcome, kept=kept)
        shown_and_lost += was_shown and not kept
    outcome.remark = f"{shown_and_lost} of the lost had been shown; a busy machine has not read its keys yet"
    return outcome


def _count(outcome: Outcome, *, kept: bool) -> None:
    outcome.tries += 1
    outcome.acknowledged += 1
    outcome.lost += not kept
