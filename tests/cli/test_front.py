"""The door itself: help, wrong use, troubles that nobody foresaw, streams that cannot take what is said."""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from sip_tui import __version__
from sip_tui.cli import command_options, console, errors, meetings, parser
from sip_tui.minutes.access import DOCUMENTS
from sip_tui.paths import data_path
from tests.helpers.commands import RunCommand

SLOW = ("textual", "rich", "tinydb", "pendulum", "markdown_it", "phonenumbers", "platformdirs", "filelock")


def process(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sip_tui", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, **options)  # type: ignore[call-overload, no-any-return]


COMMANDS = (
    *("new", "list", "show", "chair", "secretary", "notes", "demo", "export"),
    *("check", "redact", "close", "doctor"),
)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_has_its_help(sip: RunCommand, command: str) -> None:
    said = sip(*command.split(), "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"usage: sip-tui {command}".rstrip())
    assert "--data" in said.out


def test_version(sip: RunCommand) -> None:
    assert sip("--version").out == sip("list", "--version").out == f"sip-tui {__version__}\n"


def test_start_without_terminal_prints_help(sip: RunCommand) -> None:
    said = sip()
    assert (said.code, said.out) == (2, "")
    assert "usage: sip-tui" in said.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nosuch"], "invalid choice: 'nosuch'"),
        (["show"], "the following arguments are required: ID; see sip-tui show --help"),
        (["show", "x", "y"], "unrecognized arguments: y"),
        (["export", "x", "--for", "actr"], "invalid choice: 'actr' (choose from 'mail', 'person', 'full', 'notice'"),
        (["export", "x", "--format", "docx"], "invalid choice: 'docx'"),
        (["--lang", "fi", "list"], "invalid choice: 'fi'"),
        (["list", "--js"], "unrecognized arguments: --js"),
        (["list", "\x1b[31mred"], r"\x1b[31mred"),
    ],
)
def test_wrong_use_is_said_in_one_sentence(sip: RunCommand, arguments: list[str], says: str) -> None:
    said = sip(*arguments)
    assert (said.code, said.out) == (2, "")
    assert says in said.sentence


def test_the_language_is_chosen_before_or_after_the_command(sip: RunCommand, monkeypatch: pytest.MonkeyPatch) -> None:
    assert parser.requested_language(["--lang", "sv", "list"]) == "sv"
    assert parser.requested_language(["list", "--lang=en"]) == "en"
    assert parser.requested_language(["list", "--lang"]) is None
    monkeypatch.setenv("LC_ALL", "C")
    english = sip("list", "--lang", "en").out
    assert english == sip("--lang", "en", "list").out == "There are no meetings yet; sip-tui new FILE makes one\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nosuch"],
        ["--help", "demo"],
        ["demo", "--help"],
        ["demo", "--version"],
        ["demo", "more"],
        ["--lang", "sv", "demo", "--headless"],
        ["--lang", "list", "demo"],
        ["--data", "list", "show", "x"],
        ["--data=list", "nosuch"],
        ["--data", "--lang", "demo"],
        ["--", "list", "--json"],
        ["export", "x", "-o"],
    ],
)
def test_a_parser_of_one_command_says_what_a_parser_of_all_says(arguments: list[str]) -> None:
    def read(parse: Callable[[list[str]], object]) -> tuple[object, str]:
        with redirect_stdout(io.StringIO()) as told:
            try:
                return parse(arguments), told.getvalue()
            except (SystemExit, errors.UsageError) as left:
                return str(left), told.getvalue()

    everything = parser.build_parser()
    assert read(parser.parse) == read(lambda those: everything.parse_args(those, Namespace(data=None)))


def test_the_parser_knows_every_audience() -> None:
    assert command_options.DOCUMENTS == DOCUMENTS


def test_unexpected_error_names_place_not_words(sip: RunCommand, sofia: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("Sofia 20020909-2394")

    monkeypatch.setattr(meetings, "read_meeting", broken)
    said = sip("show", sofia)
    assert said.code == 3
    assert "KeyError at " in said.sentence
    assert "Sofia" not in said.err


@pytest.mark.parametrize("arguments", [["list"], ["show"], ["--version"]])
def test_garbage_is_collected_again_when_the_command_is_done(sip: RunCommand, arguments: list[str]) -> None:
    sip(*arguments)
    assert gc.isenabled()


def test_ctrl_c_is_no_error(sip: RunCommand, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(meetings, "open_archive", interrupted)
    said = sip("list")
    assert (said.code, said.err) == (130, "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Åsa & Göran [b]", "Åsa & Göran [b]"),
        ("Eva\nLind", r"Eva\nLind"),
        ("\x1b[31m", r"\x1b[31m"),
        ("a\u202eb\u200bc", r"a\u202eb\u200bc"),
        ("två\u00a0ord", "två ord"),
        ("👩\u200d⚕", "👩\u200d⚕"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, shown: str) -> None:
    assert console.escape_invisible(text) == shown


@pytest.mark.parametrize("deed", ["pass", "parser.build_parser()"])
def test_the_door_opens_at_once(deed: str) -> None:
    code = (
        f"import sys; from sip_tui.cli import parser; {deed}; print([name for name in {SLOW} if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"


def test_a_check_loads_no_screen_and_no_store() -> None:
    code = (
        "import sys; from sip_tui.cli import main; main(['check', '-']);"
        f"print([name for name in {SLOW} if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], input="Hej", capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "[]"


def test_first_frame_needs_no_finder_and_no_document() -> None:
    """The start screen and the meeting are drawn before a pattern of the redaction is compiled."""
    code = (
        "import sys; from sip_tui.app import launch; from sip_tui.screens import screen_of; screen_of('time');"
        "import sip_tui.screens.start.screen;"
        "print([name for name in sys.modules if name.startswith(('sip_tui.privacy', 'sip_tui.minutes'))])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


NOT_FIRST = "app.other_apps", "meeting.guidance", "meeting.content.summary", "screens.key_meanings", "screens.forms"
"""What the chair's first frame does without."""


def test_the_chairs_first_frame_needs_nothing_of_later_ones() -> None:
    code = (
        "import sys; from sip_tui.app import launch; from sip_tui.screens import screen_of; screen_of('time');"
        f"print([name for name in sys.modules if name.startswith({tuple('sip_tui.' + name for name in NOT_FIRST)})])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_pipe_that_nobody_reads_ends_quietly(sofia: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    found = subprocess.run(
        [sys.executable, "-m", "sip_tui", "show", sofia, "--json"], stdout=writing, stderr=subprocess.PIPE, text=True
    )
    os.close(writing)
    assert (found.returncode, found.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the device that is always full is Linux's")
def test_a_full_disk_behind_stdout_is_said(sofia: str) -> None:
    with Path("/dev/full").open("w") as full:
        found = subprocess.run(
            [sys.executable, "-m", "sip_tui", "export", sofia], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert found.returncode == 3
    assert "the disk is full" in found.stderr
    assert found.stderr.count("\n") == 1


def test_a_terminal_without_our_letters_still_gets_the_text(sofia: str) -> None:
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    shown = process("show", sofia, env=ascii_only)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert r"vid behov \xb7" in shown.stdout or r"sk\xe4rm" in shown.stdout or r"\xe5" in shown.stdout


def test_a_whole_evening_in_processes(tmp_path: Path) -> None:
    meeting = process("new", data_path("cases", "erik-ak4.toml")).stdout.strip()
    assert process("list").stdout.startswith(meeting)
    assert process("export", meeting, "-o", tmp_path).returncode == 0
    assert process("close", meeting).returncode == 0
    assert process("doctor").returncode == 0
    assert process("show", "nothere").returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes the streams")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_end_no_command(data: Path, closed: str) -> None:
    script = f'"{sys.executable}" -m sip_tui list {closed}; echo $? >&3'
    ran = subprocess.run(["sh", "-c", f"({script}) 3>&1"], capture_output=True, text=True, check=False)
    assert ran.stdout.endswith("0\n")
    assert ran.stderr == ""


def test_the_screen_is_not_drawn_into_a_file(sip: RunCommand, sofia: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual draws on stderr: what is typed would stand in the file."""
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(getattr(sys, stream), "isatty", lambda: True)
    monkeypatch.setattr(sys, "__stderr__", io.StringIO())
    assert sip("chair", sofia).code == 2
