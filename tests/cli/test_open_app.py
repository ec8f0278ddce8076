"""A seat is taken at a terminal, and nowhere else."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from sip_tui.cli import console
from tests.helpers.commands import RunCommand

Opened = list[tuple[Path, str, str]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """A terminal, and an app that only writes down how it was opened."""
    calls: Opened = []
    app = ModuleType("sip_tui.app.launch")

    def run(archive: Path, meeting_id: str, seat: str, *, is_demo: bool = False) -> int:
        assert is_demo is (meeting_id == "demo")
        calls.append((archive, meeting_id, seat))
        return 0

    app.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sip_tui.app.launch", app)
    monkeypatch.setattr(console, "is_interactive", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    return calls


@pytest.mark.parametrize("seat", ["chair", "secretary"])
def test_a_seat_is_opened_by_the_whole_id(sip: RunCommand, sofia: str, data: Path, opened: Opened, seat: str) -> None:
    assert sip(seat, sofia[:6]).code == 0
    assert opened == [(data, sofia, seat)]


def test_the_start_screen_opens_without_a_meeting(sip: RunCommand, data: Path, opened: Opened) -> None:
    assert sip().code == 0
    assert opened == [(data, "", "")]


def test_the_demo_opens_as_chair_in_an_archive_of_its_own(sip: RunCommand, data: Path, opened: Opened) -> None:
    answer = sip("demo")
    assert answer.code == 0
    assert "For a meeting of your own, type " in answer.out
    ((root, meeting, seat),) = opened
    assert (meeting, seat) == ("demo", "chair")
    assert not root.exists()
    assert not data.exists()


@pytest.mark.parametrize("seat", ["chair", "secretary"])
def test_without_a_terminal_no_seat_can_be_taken(sip: RunCommand, sofia: str, seat: str) -> None:
    said = sip(seat, sofia)
    assert (said.code, said.out) == (2, "")
    assert "terminal" in said.sentence


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("COLUMNS", "1"), ("LINES", "2")])
def test_a_terminal_without_a_screen_is_told_in_a_sentence(
    sip: RunCommand, sofia: str, opened: Opened, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    said = sip("chair", sofia)
    assert (said.code, said.out, opened) == (2, "", [])
    assert value in said.sentence


def test_a_meeting_that_is_not_there_cannot_be_led(sip: RunCommand, opened: Opened) -> None:
    said = sip("chair", "nothere")
    assert (said.code, "nothere" in said.sentence, opened) == (2, True, [])


def test_the_demo_without_a_terminal_prints_the_minutes(sip: RunCommand, data: Path) -> None:
    said = sip("demo", "--headless", "--lang", "sv")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("# ")
    assert not data.exists()
