"""The main job in real terminals: two people, two processes, keys and screens, and a kill in the middle."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from sip_tui.shipped import shipped
from tests.seat import ESC, F3, F5, F8, F12, Seat, ask

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal is a thing of Unix")


def shown(home: Path, meeting: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(ask(home, "show", meeting, "--json"))
    return found


@pytest.fixture
def meeting(tmp_path: Path) -> str:
    return ask(tmp_path, "new", str(shipped("demo", "meeting.toml"))).strip()


def test_a_meeting_from_the_first_key_to_the_minutes(tmp_path: Path, meeting: str) -> None:
    with Seat(tmp_path, "chair", meeting) as chair, Seat(tmp_path, "secretary", meeting) as secretary:
        chair.until_shown("n öppnar mötet")
        secretary.until_shown(r"\[F8 Block\]")
        chair.keys("n", "1", F3)
        chair.until_shown(r"\[F3 Upprop\]")
        chair.keys("n", "n", "n", "n", "n", "n", "f")
        chair.until_shown(r"Petra Nyman \(arbetsterapeut, Habiliteringen\) har förhinder")
        secretary.keys("Vi ses i Linden.")
        secretary.until_shown(r"Vi ses i Linden\..*|Sparat")
        chair.keys(F8)
        chair.until_shown(r"Du läser med.*Vi ses i Linden\.")
        chair.keys(F5)
        chair.until_shown(r"\[F5 Åtgärder\]")
        chair.keys("a")
        chair.until_shown("Vad ska göras")
        chair.keys("Ringa skolan", ESC)
        secretary.until_shown(r"Åtgärder \(1\).*Ringa")
        chair.keys(F12)
        chair.until_shown("Avsluta mötet")
        chair.keys("j")
        chair.until_shown("Mötet avslutades")
        chair.leave("\x11")
        secretary.leave("\x11")
    ask(tmp_path, "close", meeting)
    minutes = ask(tmp_path, "export", meeting)
    assert "Vi ses i Linden" in minutes
    assert "arbetsterapeut, Habiliteringen: förhinder" in minutes
    assert "Ringa skolan" in minutes
    assert "Lindgren" not in minutes


def test_what_was_shown_as_saved_is_there_after_kill_9(tmp_path: Path, meeting: str) -> None:
    with Seat(tmp_path, "secretary", meeting) as secretary:
        secretary.until_shown(r"\[F8 Block\]")
        secretary.keys("Sista orden före strömavbrottet")
        secretary.until_shown(r"Sparat \d\d\.\d\d")
        secretary.kill()
    with Seat(tmp_path, "secretary", meeting) as again:
        again.until_shown("Sista orden före strömavbrottet")
        again.leave("\x11")


def test_a_closed_window_keeps_even_the_last_key(tmp_path: Path, meeting: str) -> None:
    with Seat(tmp_path, "secretary", meeting) as secretary:
        secretary.until_shown(r"\[F8 Block\]")
        secretary.keys("och så stängdes locket")
        os.kill(secretary._pid, signal.SIGHUP)
        secretary.rest(0.5)
    notes = json.dumps(shown(tmp_path, meeting), ensure_ascii=False)
    assert "och så stängdes locket" in notes
