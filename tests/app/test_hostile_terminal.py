"""Terminals as they are: pasted into, pulled at, not read for a while, cut off. What was typed is in the meeting."""

from __future__ import annotations

import os
import random
import re
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.enums import Seat as Seats
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.session.demo_meeting import DEMO_ID, prepare_demo
from sip_tui.store import Archive
from tests.bench.terminal import WIDE, environment, hear
from tests.bench.typing_apps import swedish_text
from tests.helpers.terminal_session import ENTER, QUIT, SIP_TUI, TerminalSession

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal is a thing of Unix")
OPEN = ("--lang", "sv", "--data", "archive", "secretary", DEMO_ID)
READY = r"\[F8 Skriv\].*▸"
FAMILY, FLAG = "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1f8\U0001f1ea"
"""A family of three persons and two joiners, and the Swedish flag of two letters."""
LETTERS = f"åäö ÅÄÖ é e\u0301 a\u0308o\u0308 {FLAG} \U0001f44d\U0001f3fd 中文 שלום مرحبا – ”så” … ½"
UNDO, REDO, ASK = "\x1a", "\x19", "\x14"
TROUBLE = "Nätet är borta, men jag skriver vidare en stund till, för det brukar ju komma tillbaka. " * 2
TMUX = shutil.which("tmux")


@pytest.fixture
def before(tmp_path: Path) -> Meeting:
    """The meeting as it is before anybody types."""
    prepare_demo(tmp_path / "archive")
    return on_disk(tmp_path)


@pytest.fixture
def secretary(tmp_path: Path, before: Meeting) -> Iterator[TerminalSession]:
    with TerminalSession(tmp_path, *OPEN) as seat:
        seat.until_shown(READY)
        yield seat


def on_disk(home: Path) -> Meeting:
    folder = Archive(home / "archive").open(DEMO_ID)
    meeting = MeetingProjection(folder.load()).meeting
    assert not folder.warnings
    return meeting


def typed(home: Path, before: Meeting) -> str:
    """What stands in the first pad; everything else is as it was."""
    now = on_disk(home)
    pads = {(note.phase, note.seat): note.text for note in now.notes}
    written = pads.pop(("opening", str(Seats.SECRETARY)), "")
    assert pads == {(note.phase, note.seat): note.text for note in before.notes}
    assert (now.terms, now.actions, now.participants) == (before.terms, before.actions, before.participants)
    return written


def test_fifty_kilobytes_are_pasted(tmp_path: Path, before: Meeting, secretary: TerminalSession) -> None:
    text = swedish_text(50_000)
    secretary.paste(text.replace("\n", ENTER))
    secretary.until_shown(re.escape(text.split()[-1]))
    secretary.press(" Slut.")
    secretary.until_saved()
    secretary.kill()
    assert typed(tmp_path, before) == f"{text} Slut."


def test_every_kind_of_letter_is_typed_and_pasted(tmp_path: Path, before: Meeting, secretary: TerminalSession) -> None:
    for letter in LETTERS:
        secretary.pour(letter)
    secretary.pour(ENTER)
    secretary.paste(f"{LETTERS} {FAMILY}\r\nett\ttvå\r\n\r\ntre\nfyra\rfem")
    secretary.until_shown("fem")
    secretary.leave(QUIT)
    lines = typed(tmp_path, before).splitlines()
    assert lines[:2] == [LETTERS, f"{LETTERS} {FAMILY}"]
    assert re.fullmatch(r"ett\s+två", lines[2])
    assert lines[3:] == ["", "tre", "fyra", "fem"]


def test_letters_come_a_byte_at_a_time(tmp_path: Path, before: Meeting, secretary: TerminalSession) -> None:
    """A slow line cuts a letter in two; the program waits for the rest."""
    for byte in "Åsa är på väg ".encode():
        os.write(secretary.fileno(), bytes([byte]))
        secretary.burst()
    secretary.until_shown("Åsa är på väg")
    secretary.leave(QUIT)
    assert typed(tmp_path, before) == "Åsa är på väg "


def test_reports_that_are_late_or_cut_off_are_no_letters(
    tmp_path: Path, before: Meeting, secretary: TerminalSession
) -> None:
    secretary.pour("ett ")
    for report in ("\x1b[?62;22c", "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "\x1b[24;80R", "\x1b[<35;10;7M", "\x1b[<35;1"):
        secretary.pour(report)
        secretary.burst()
    secretary.pour("två ")
    secretary.pour("\x1b[13;2u\x1b[200~tre\tfyra\nfem")
    secretary.until_shown("fem")
    secretary.pour(" sex")
    secretary.until_shown("fem sex")
    secretary.leave(QUIT)
    assert re.fullmatch(r"ett två \ntre\s+fyra\nfem sex", typed(tmp_path, before))


def test_window_is_resized_while_somebody_types(tmp_path: Path, before: Meeting, secretary: TerminalSession) -> None:
    chance, text = random.Random(20), "Vi ses i Linden och pratar om bussen, som är trång på morgonen."
    for word in text.split():
        secretary.resize((chance.randint(20, 200), chance.randint(5, 60)))
        secretary.pour(f"{word} ")
        secretary.burst()
    secretary.resize((20, 5))
    secretary.press("Liten.")
    secretary.resize((200, 60))
    secretary.press(" Stor.")
    secretary.resize(WIDE)
    secretary.until_shown(r"Liten\. Stor\.")
    secretary.leave(QUIT)
    assert typed(tmp_path, before) == f"{text} Liten. Stor."


def test_nobody_reads_the_terminal_for_a_while(tmp_path: Path, before: Meeting, secretary: TerminalSession) -> None:
    """As when a laptop has lost its network: the program's writes wait, and nothing that was typed is lost."""
    text = "".join(f"Rad {number} medan ingen läser. " for number in range(40))
    stall(secretary, text)
    secretary.resize(WIDE)
    secretary.until_shown(r"Rad\s+39\s+medan")
    secretary.press("Nu läser någon igen.")
    secretary.until_shown("igen")
    secretary.until_saved()
    secretary.kill()
    assert typed(tmp_path, before) == f"{text}Nu läser någon igen."


def stall(seat: TerminalSession, text: str) -> None:
    """Type, and read nothing that the program writes, until it has long been unable to write more."""
    for place, letter in enumerate(text):
        # A new size has the whole screen written anew.
        seat.resize((90 + place % 30, 40))
        seat.send(letter)
    hear([], 0.5)


def test_the_window_is_closed(tmp_path: Path, before: Meeting, secretary: TerminalSession) -> None:
    secretary.keys(*"och så stängdes")
    secretary.send(" fönstret")
    secretary.until_read()
    secretary.hang_up()
    assert secretary.ends()
    assert typed(tmp_path, before) == "och så stängdes fönstret"


def test_window_is_closed_while_nobody_reads_it(tmp_path: Path, before: Meeting, secretary: TerminalSession) -> None:
    """As when the network does not come back: all that was typed is kept, and the seat is free."""
    secretary.keys(*"Före. ")
    for letter in TROUBLE:
        secretary.send(letter)
        hear([], 0.02)
    secretary.until_read()
    secretary.hang_up()
    assert secretary.ends(6)
    assert typed(tmp_path, before) == f"Före. {TROUBLE}"


def test_window_is_closed_with_a_form_open(tmp_path: Path, before: Meeting, secretary: TerminalSession) -> None:
    secretary.keys(ASK)
    secretary.until_shown("Vem sa det")
    secretary.keys(*"habilitering")
    secretary.until_shown("habilitering")
    secretary.hang_up()
    assert secretary.ends()
    assert "habilitering" in [term.term for term in on_disk(tmp_path).terms]


def test_terminal_that_sends_latin_1(tmp_path: Path, before: Meeting, secretary: TerminalSession) -> None:
    """PuTTY spoke Latin-1 for years: an å is one byte, and no UTF-8."""
    for byte in "På måndag är det möte.".encode("latin-1"):
        os.write(secretary.fileno(), bytes([byte]))
        secretary.burst()
    secretary.until_shown("det möte")
    secretary.leave(QUIT)
    assert typed(tmp_path, before) == "På måndag är det möte."


def test_unprintable_letters_are_typed(tmp_path: Path, before: Meeting, secretary: TerminalSession) -> None:
    """A family is joined by joiners, and a Swedish keyboard gives a space that does not break (AltGr and space)."""
    secretary.pour(f"kl\u00a013 {FAMILY} slut")
    secretary.until_shown("slut")
    secretary.leave(QUIT)
    assert typed(tmp_path, before) == f"kl\u00a013 {FAMILY} slut"


def test_closed_window_frees_the_seat_at_once(tmp_path: Path, before: Meeting, secretary: TerminalSession) -> None:
    secretary.keys(*"före")
    secretary.hang_up()
    assert secretary.ends()
    with TerminalSession(tmp_path, *OPEN) as again:
        again.until_shown("före")
        again.keys(*" efter")
        again.leave(QUIT)
    assert typed(tmp_path, before) == "före efter"


def test_ctrl_z_takes_back_and_stops_nothing(tmp_path: Path, before: Meeting, secretary: TerminalSession) -> None:
    secretary.keys(*"kvar", ENTER, *"fel", UNDO)
    secretary.until_shown(r"kvar(?!.*fel)")
    secretary.keys(REDO, *" rätt")
    secretary.until_shown("fel rätt")
    secretary.leave(QUIT)
    assert typed(tmp_path, before) == "kvar\nfel rätt"


def test_the_program_is_stopped_and_goes_on(tmp_path: Path, before: Meeting, secretary: TerminalSession) -> None:
    """What is typed while it stands still waits in the terminal."""
    secretary.keys(*"före ")
    secretary.signal(signal.SIGSTOP)
    assert secretary.stands_still()
    secretary.send("under ")
    secretary.signal(signal.SIGCONT)
    secretary.until_shown("före under")
    secretary.keys(*"efter")
    secretary.until_shown("före under efter")
    secretary.until_saved()
    secretary.kill()
    assert typed(tmp_path, before) == "före under efter"


@pytest.mark.skipif(TMUX is None, reason="tmux is not installed")
def test_a_detached_tmux_session_is_taken_up_again(tmp_path: Path, before: Meeting) -> None:
    tmux = [str(TMUX), "-S", str(tmp_path / "tmux"), "-f", os.devnull]
    inside = [*tmux, "new-session", "-s", "sip", shlex.join([*SIP_TUI, *OPEN])]
    with TerminalSession(tmp_path, through=inside) as window:
        window.until_shown(READY)
        window.keys(*"före ")
        window.hang_up()
        assert window.ends()
        subprocess.run([*tmux, "send-keys", "-t", "sip", "-l", "under "], check=True, env=environment(tmp_path))
        with TerminalSession(tmp_path, through=[*tmux, "attach", "-t", "sip"]) as again:
            again.until_shown("före under")
            again.keys(*"efter")
            again.until_shown("före under efter")
            again.leave(QUIT)
    assert typed(tmp_path, before) == "före under efter"
