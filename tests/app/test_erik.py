"""Erik's meeting from the invitation to the minutes, led by keys alone in the smallest terminal that is promised."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

import pytest

from sip_tui.paths import data_path
from tests.helpers.terminal_session import (
    DOWN,
    ENTER,
    ESC,
    F2,
    F3,
    F4,
    F5,
    F9,
    F10,
    F12,
    QUIT,
    SMALL,
    TerminalSession,
    run_command,
)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal is a thing of Unix")
CASE = data_path("cases", "erik-ak4.toml")
SPEAKERS = {
    "1": "Erik",
    "2": "Anna Andersson",
    "3": "Lisa Svensson",
    "4": "Karin Larsson",
    # Bo cannot come, and keeps his digit all the same.
    "6": "Anders Läkare",
}
FAMILY = ("Erik", "Anna", "Andersson")


def test_eriks_meeting_is_led_with_one_hand_at_80_by_24(tmp_path: Path) -> None:
    meeting = run_command(tmp_path, "new", str(CASE)).strip()
    with TerminalSession(tmp_path, "chair", meeting, size=SMALL) as chair:
        chair.until_shown("Tryck v för att öppna mötet")
        opening(chair)
        situation(chair)
        needs(chair)
        summary(chair)
        closing(chair)
        reviewed(chair)
        chair.leave(QUIT)
    told = run_command(tmp_path, "close", meeting)
    assert "Ingen uppföljning är bokad" in told
    assert_minutes(run_command(tmp_path, "export", meeting))


def opening(chair: TerminalSession) -> None:
    """Who leads and who writes; the roll call, where one has sent word; Erik's yes; and everybody says who they are."""
    chair.keys("v")
    chair.until_shown(r"ingen vald.*ingen vald")
    chair.keys("k", "a", "r", ENTER)
    chair.until_shown(r"Karin Larsson.*ingen vald")
    chair.keys("l", "i", "s", ENTER)
    chair.until_shown(r"Inledning: \d+ min kvar")
    chair.keys(F3)
    chair.until_shown(r"\[F3 Upprop\].*Läs upp: Alla är här\.")
    chair.keys("h", DOWN, DOWN, DOWN, DOWN, "f")
    chair.until_shown(r"5 här, 1 inte här\.\s+Läs upp: Bo Handläggare \(LSS-handläggare, Kommunen\) har förhinder")
    chair.keys("Y")
    chair.until_shown(r"Lisa Svensson, Karin Larsson och Anders Läkare")
    chair.keys(F2)
    chair.until_shown(r"\[F2 Tid\]")
    floor(chair, "1", "2", "3", "4", "6")
    next_phase(chair, "Aktuell situation")


def situation(chair: TerminalSession) -> None:
    """Erik has said nothing yet: the guard asks once, and the chair goes on."""
    floor(chair, "3", "6")
    chair.keys("v")
    chair.until_shown(r"Gå vidare från ”Aktuell situation” redan nu\?.*Erik har inte haft ordet i den här delen")
    chair.keys("j")
    chair.until_shown(r"Behov: \d+ min kvar")


def needs(chair: TerminalSession) -> None:
    """A break, a word that somebody does not know, and two promises."""
    floor(chair, "1", "2")
    chair.keys(F9)
    chair.until_shown(r"Paus sedan \d\d\.\d\d\. Tryck F9")
    chair.keys(F9)
    chair.until_shown(r"Erik har haft ordet  │  Ordet: –(?!.*Paus sedan)")
    a_word_is_explained(chair)
    a_promise_in_one_line(chair)
    a_promise_in_the_form(chair)
    chair.keys(F2)
    chair.until_shown(r"\[F2 Tid\]")
    next_phase(chair, "Sammanfattning")


def a_word_is_explained(chair: TerminalSession) -> None:
    chair.keys(F4)
    chair.until_shown(r"\[F4 Svåra ord\].*Alla ord är förklarade")
    chair.keys("a")
    chair.until_shown(r"Vem sa det\s+ingen vald")
    chair.keys("Elevhälsan", ENTER)
    chosen(chair, r"Lisa Svensson \(mentor, Stigslundsskolan\)", 3)
    chair.keys("skolans kurator och skolsköterska", ENTER)
    chair.until_shown(r"Elevhälsan +skolans kurator och skolsköterska.*Alla ord är förklarade.*a Skriv upp")


def a_promise_in_one_line(chair: TerminalSession) -> None:
    chair.keys(F5)
    chair.until_shown(r"\[F5 Åtgärder\].*8 åtgärder")
    chair.keys("q")
    chair.until_shown("Vem gör vad, och när")
    chair.keys("mentorn ringer BUP senast fredag")
    chair.until_shown(r"Lisa Svensson.*Ringer BUP.*senast fredag")
    chair.keys(ENTER)
    chair.until_shown("9 åtgärder.*q På en rad")


def a_promise_in_the_form(chair: TerminalSession) -> None:
    chair.keys("a")
    chair.until_shown("Vad ska göras")
    chair.keys("Visa bildstödet hemma", ENTER)
    chosen(chair, r"Anna Andersson \(vårdnadshavare\)", 2)
    chair.keys("senast måndag", ENTER)
    chair.until_shown(r"Antecknat: senast måndag")
    chair.keys("en kväll i veckan", ENTER, ESC)
    chair.until_shown("10 åtgärder.*q På en rad")


def summary(chair: TerminalSession) -> None:
    """Not everybody has said whether it is the same picture: the guard asks once more."""
    floor(chair, "4", "1", "6")
    chair.keys("v")
    chair.until_shown(r"Gå vidare från ”Sammanfattning” redan nu\?")
    chair.keys("j")
    chair.until_shown(r"Avslutning: \d+ min kvar")


def closing(chair: TerminalSession) -> None:
    """What nobody has settled is told before the meeting is closed."""
    floor(chair, "1", "2")
    chair.keys(F12)
    chair.until_shown(r"Avsluta mötet ändå\?.*Ge dig besked om korttidsvistelse \(Bo Handläggare\)")
    chair.keys("j")
    chair.until_shown(r"Mötet avslutades \d\d\.\d\d")


def reviewed(chair: TerminalSession) -> None:
    """The diagnosis code that Erik's file carries on purpose is masked, and the diagnosis in the notes pointed out."""
    chair.keys(F10)
    chair.until_shown(r"Personens papper")  # the first receiver of the list that closing leads to
    chair.keys("1")
    chair.until_shown(r"Kod \(1\)[\s▌]+→ \[kod\]: … F90\.0")
    chair.keys("w")
    chair.until_shown(r"Diagnos \(1\)\s+titta på det: .*adhd")
    chair.keys("w")


def floor(chair: TerminalSession, *digits: str) -> None:
    for digit in digits:
        chair.keys(digit)
        chair.until_shown(rf"Ordet: {SPEAKERS[digit].split()[0]} .*{digit} {SPEAKERS[digit]} +◀ talar")


def next_phase(chair: TerminalSession, phase: str) -> None:
    """Go on, and not be asked: everybody has been heard."""
    chair.keys("v")
    chair.until_shown(rf"{phase}: \d+ min kvar")


def chosen(chair: TerminalSession, who: str, place: int) -> None:
    """Open a choice, go down to somebody, and take them."""
    chair.keys(ENTER)
    chair.until_shown(who)
    chair.keys(*[DOWN] * place, ENTER)
    chair.until_shown(rf"{who}\s+▼")


def assert_minutes(minutes: str) -> None:
    """The minutes hold what was said and promised, by role, and nobody of the family by name."""
    assert re.search(r"Mötet började \d\d\.\d\d\n- Mötet slutade \d\d\.\d\d", minutes)
    assert "## Inte med\n\n- LSS-handläggare, Kommunen: förhinder" in minutes
    day = r"\d+ \w+ \d{4}, v\. \d+"
    assert re.search(rf"- Ringer BUP\n  - \*\*Mentor\*\* · senast fredag {day}", minutes)
    assert re.search(
        rf"- Visa bildstödet hemma\n  - \*\*Vårdnadshavare\*\* · senast måndag {day} · en kväll i veckan", minutes
    )
    assert "- **Elevhälsan**: skolans kurator och skolsköterska" in minutes
    assert "Någon av oss behöver fråga LSS-handläggaren, som inte var med, om det här" in minutes
    people = tomllib.loads(CASE.read_text(encoding="utf-8"))["participants"]
    named = [participant["name"] for participant in people if participant["name"] in minutes]
    assert not named
    assert not re.findall("|".join(FAMILY), minutes)
