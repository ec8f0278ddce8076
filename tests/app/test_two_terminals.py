"""The main job in real terminals: two people, two processes, keys and screens, and a kill in the middle."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.terminal_session import ESC, F3, F5, F8, F12, QUIT, TerminalSession, new_demo, run_command

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal is a thing of Unix")
PADS = r"\[F8 Skriv\].*▸"


def shown(home: Path, meeting: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(run_command(home, "show", meeting, "--json"))
    return found


def pads(home: Path, meeting: str) -> dict[str, str]:
    """What stands in everybody's pad of the first phase."""
    found: Any = shown(home, meeting)["notes"]
    return {match["seat"]: match["text"] for match in found if match["phase"] == "opening"}


@pytest.fixture
def meeting(tmp_path: Path) -> str:
    return new_demo(tmp_path)


def test_a_meeting_from_the_first_key_to_the_minutes(tmp_path: Path, meeting: str) -> None:
    with (
        TerminalSession(tmp_path, "chair", meeting) as chair,
        TerminalSession(tmp_path, "secretary", meeting) as secretary,
    ):
        chair.until_shown("Tryck v för att öppna mötet")
        secretary.until_shown(PADS)
        chair.keys("v", "1", F3)
        chair.until_shown(r"\[F3 Upprop\]")
        chair.keys("h", "h", "h", "h", "h", "h", "f")
        chair.until_shown(r"Petra Nyman \(arbetsterapeut, Habiliteringen\) har förhinder")
        secretary.keys("Vi ses i Linden.")
        secretary.until_shown(r"Vi ses i Linden\.")
        chair.keys(F8)
        chair.until_shown(r"\[F8 Skriv\].*Vi ses i Linden\.")
        chair.keys(F5)
        chair.until_shown(r"\[F5 Åtgärder\]")
        chair.keys("a")
        chair.until_shown("Vad ska göras")
        chair.keys("Ringa skolan", ESC)
        secretary.until_shown(r"Åtgärder \(1\).*Ringa.*skolan")
        chair.keys(F12)
        chair.until_shown(r"Avsluta mötet( ändå)?\?")
        chair.keys("j")
        chair.until_shown("Mötet avslutades")
        chair.leave(QUIT)
        secretary.leave(QUIT)
    run_command(tmp_path, "close", meeting)
    assert "Vi ses i Linden" not in run_command(tmp_path, "export", meeting)
    minutes = run_command(tmp_path, "export", meeting, "--with-notes")
    assert "Vi ses i Linden" in minutes
    assert "Arbetsterapeut, Habiliteringen: förhinder" in minutes
    assert "Ringa skolan" in minutes
    assert "Lindgren" not in minutes


def test_what_was_shown_as_saved_is_there_after_kill_9(tmp_path: Path, meeting: str) -> None:
    with TerminalSession(tmp_path, "secretary", meeting) as secretary:
        secretary.until_shown(PADS)
        secretary.keys("Sista orden före strömavbrottet")
        secretary.until_shown("Sista orden före strömavbrottet")
        secretary.until_saved()
        secretary.kill()
    with TerminalSession(tmp_path, "secretary", meeting) as again:
        again.until_shown("Sista orden före strömavbrottet")
        again.leave(QUIT)
    assert again.exit_code == 0


def test_a_closed_window_keeps_even_the_last_key(tmp_path: Path, meeting: str) -> None:
    with TerminalSession(tmp_path, "secretary", meeting) as secretary:
        secretary.until_shown(PADS)
        secretary.keys("och så stängdes locket")
        secretary.signal(signal.SIGHUP)
        assert secretary.ends()
    notes = json.dumps(shown(tmp_path, meeting), ensure_ascii=False)
    assert "och så stängdes locket" in notes


def test_the_secretary_comes_first_and_the_chair_later(tmp_path: Path, meeting: str) -> None:
    with TerminalSession(tmp_path, "secretary", meeting) as secretary:
        secretary.until_shown(PADS)
        secretary.keys("Jag var här först.")
        with TerminalSession(tmp_path, "chair", meeting) as chair:
            chair.until_shown("Tryck v för att öppna mötet")
            chair.keys("v", F8)
            chair.until_shown(r"\[F8 Skriv\].*Jag var här först\.")
            secretary.until_shown(r"Inledning: \d+ min kvar")
            secretary.keys(" Nu är du också här.")
            chair.until_shown(r"Nu är du också här\.")
            chair.leave(QUIT)
        secretary.leave(QUIT)
    assert (chair.exit_code, secretary.exit_code) == (0, 0)


def test_the_chair_is_cut_off_and_comes_back_to_the_same_meeting(tmp_path: Path, meeting: str) -> None:
    with TerminalSession(tmp_path, "secretary", meeting) as secretary:
        secretary.until_shown(PADS)
        with TerminalSession(tmp_path, "chair", meeting) as chair:
            chair.until_shown("Tryck v för att öppna mötet")
            chair.keys("v", "4")
            secretary.until_shown("Ordet: Helena")
            chair.kill()
        secretary.keys("Medan du var borta.")
        secretary.until_shown("Medan du var borta")
        with TerminalSession(tmp_path, "chair", meeting) as again:
            again.until_shown("Ordet: Helena")
            again.keys("5", F8)
            again.until_shown(r"\[F8 Skriv\].*Medan du var borta\.")
            secretary.until_shown("Ordet: Johan")
            again.leave(QUIT)
        secretary.leave(QUIT)
    assert (again.exit_code, secretary.exit_code) == (0, 0)


def test_the_secretary_is_cut_off_and_goes_on_in_the_same_pad(tmp_path: Path, meeting: str) -> None:
    with TerminalSession(tmp_path, "chair", meeting) as chair:
        chair.until_shown("Tryck v för att öppna mötet")
        chair.keys("v")
        with TerminalSession(tmp_path, "secretary", meeting) as secretary:
            secretary.until_shown(PADS)
            chair.keys(F8)
            secretary.keys("Före.")
            chair.until_shown(r"\[F8 Skriv\].*Före\.")
            secretary.kill()
        with TerminalSession(tmp_path, "secretary", meeting) as again:
            again.until_shown(r"\[F8 Skriv\].*Före\.")
            assert not again.shows("Någon annan är redan sekreterare")
            again.keys(" Efter.")
            chair.until_shown(r"\[F8 Skriv\].*Före\. Efter\.")
            again.leave(QUIT)
        chair.leave(QUIT)
    assert pads(tmp_path, meeting) == {"secretary": "Före. Efter."}


def test_a_second_secretary_is_told_and_has_pads_of_her_own(tmp_path: Path, meeting: str) -> None:
    with TerminalSession(tmp_path, "secretary", meeting) as first:
        first.until_shown(PADS)
        first.keys("Den enas.")
        first.until_shown(r"Den enas\.")
        with TerminalSession(tmp_path, "secretary", meeting) as second:
            second.until_shown("Någon annan är redan sekreterare")
            second.keys("Den andras.")
            second.until_shown(r"Den andras\.")
            first.keys(" Och mer.")
            first.until_shown(r"Den enas\. Och mer\.")
            second.leave(QUIT)
        first.leave(QUIT)
    assert pads(tmp_path, meeting) == {"secretary": "Den enas. Och mer.", "secretary-2": "Den andras."}
    run_command(tmp_path, "close", meeting)
    minutes = run_command(tmp_path, "export", meeting, "--for", "full")
    assert "Den enas" in minutes
    assert "Den andras" in minutes


def test_what_is_typed_before_the_first_screen_is_kept(tmp_path: Path, meeting: str) -> None:
    """Nobody waits for a program to say that it has started."""
    with TerminalSession(tmp_path, "secretary", meeting) as secretary:
        secretary.pour("Det här hände före mötet.")
        secretary.until_shown(r"Det här hände före mötet\.")
        secretary.until_saved()
        secretary.kill()
    assert pads(tmp_path, meeting) == {"secretary": "Det här hände före mötet."}
