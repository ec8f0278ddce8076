"""Double what each command is given, and print how its time and memory grow: ``make growth``.

Time is the CPU time of the process, memory its largest resident size; what the program takes with nothing to do is
taken off both. The exit code is 1 when either grows more than 2.6 times for twice the input, which
would be more than linear.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

LIMIT = 2.6
"""Twice the input, and room for noise."""
LEAST = (0.15, 6.0)
"""Seconds and MB: less than this is noise, and no ratio is made of it."""
LINE = "Samir ringer mamma på fredag om skolan, och BUP hör av sig till kuratorn senast v. 51.\n"


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Case:
    """A command, and how its input is made for a size."""

    name: str
    size: int
    prepare: Callable[[Path, int], list[str]]
    """Write the input into an empty folder and return the arguments."""


def main() -> int:
    """Print a line for each command."""
    idle = _run(["list"], "")
    bad = False
    for case in _cases():
        once, twice = (_cost(case, size, idle) for size in (case.size, 2 * case.size))
        ratios = [_ratio(*pair) for pair in zip(_parts(once), _parts(twice), LEAST, strict=True)]
        bad |= max(ratios) > LIMIT
        print(
            f"{case.name:<34} {once.seconds:7.2f} s {twice.seconds:7.2f} s  x {ratios[0]:4.2f}"
            f" {once.megabytes:7.1f} MB {twice.megabytes:7.1f} MB  x {ratios[1]:4.2f}",
            flush=True,
        )
    return int(bad)


def _parts(cost: Cost) -> tuple[float, float]:
    return cost.seconds, cost.megabytes


def _ratio(once: float, twice: float, least: float) -> float:
    return twice / max(once, least) if twice > least else 1.0


def _cost(case: Case, size: int, idle: Cost) -> Cost:
    with TemporaryDirectory() as folder:
        cost = _run(case.prepare(Path(folder), size), folder)
    return Cost(cost.seconds - idle.seconds, cost.megabytes - idle.megabytes)


def _run(arguments: list[str], folder: str) -> Cost:
    with TemporaryDirectory() as empty:
        environment = _environment(folder or empty)
        command = [sys.executable, "-m", "sip_tui", *arguments]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        assert process.stderr
        said = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode and arguments[0] not in ("check", "export", "doctor"):
        raise SystemExit(f"{' '.join(arguments)}: {said}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _cases() -> Iterator[Case]:
    yield Case("new FILE: actions in it", 250, lambda folder, size: ["new", _meeting_file(folder, size)])
    yield Case("new FILE: one long text", 5000, lambda folder, size: ["new", _long_text(folder, size)])
    yield Case("new FILE: a call with many people", 250, lambda folder, size: ["new", _calendar(folder, size)])
    yield Case("notes ID: lines", 1500, _notes)
    for audience in ("full", "mail", "person"):
        yield Case(f"export --for {audience}: lines", 1500, partial(_export, audience=audience))
    for file_format in ("html", "pdf", "eml", "csv", "fhir", "ics"):
        yield Case(f"export --format {file_format}: actions", 250, partial(_formatted, file_format=file_format))
    yield Case("check FILE: lines", 1500, lambda folder, size: ["check", _text(folder, size)])
    yield Case("redact FILE: lines", 1500, lambda folder, size: ["redact", _text(folder, size)])
    for command in ("list", "doctor", "backup", "restore"):
        yield Case(f"{command}: meetings", 30, partial(_archive, command=command))
    for words in WITH_ACTIONS:
        yield Case(f"{words}: actions", 250, partial(_with_actions, words=words))
    yield Case("history ID: meetings in a row", 8, _history)


WITH_ACTIONS = (
    "show ID",
    "show ID --json",
    "set ID title Ett",
    "do ID open",
    "do ID note needs Kim",
    "follow-up ID",
    "board ID --html FILE",
    "close ID",
    "lock ID",
    "unlock ID",
    "purge ID --yes --force",
)
"""Commands that are given a meeting of so many actions."""
CLOSED = frozenset({"follow-up", "board", "unlock"})
"""What is done to the meeting before: it is closed, or locked."""
WITHOUT = {
    "chair": "a screen: make bench, make faults",
    "secretary": "a screen: make bench, make faults",
    "demo": "is given nothing",
    "keys": "is given nothing",
    "manual": "is given nothing",
    "connect": "an address; what goes through the database is measured by make bench",
    "sync": "as connect",
    "invite": "as connect",
    "join": "as connect",
}
"""Commands that are not here, and why."""


HEAD = '[meeting]\ntype = "SIP"\nstart = 2026-11-27T13:00:00\n'


def _meeting_file(folder: Path, actions: int) -> str:
    rows = "".join(f'[[actions]]\nwhat = "Ringer mamma {number}"\nwhen = "fredag"\n' for number in range(actions))
    return _write(folder / "m.toml", HEAD + rows)


def _long_text(folder: Path, lines: int) -> str:
    return _write(folder / "m.toml", f'{HEAD}[[notes]]\nphase = "needs"\ntext = """\n{_lines(lines)}"""\n')


def _imported(folder: Path, actions: int) -> str:
    return _id(folder, _meeting_file(folder, actions))


def _notes(folder: Path, lines: int) -> list[str]:
    return ["notes", _id(folder, _meeting_file(folder, 0)), _text(folder, lines), "--phase", "needs"]


def _export(folder: Path, lines: int, audience: str) -> list[str]:
    return ["export", _id(folder, _long_text(folder, lines)), "--for", audience, "--reviewed", "-o", str(folder)]


def _formatted(folder: Path, actions: int, file_format: str) -> list[str]:
    to = ["--to", "all"] if file_format == "eml" else []
    return ["export", _imported(folder, actions), "--format", file_format, *to, "--reviewed", "-o", str(folder)]


def _archive(folder: Path, meetings: int, command: str) -> list[str]:
    for _ in range(meetings):
        _id(folder, _meeting_file(folder, 5))
    (folder / "archive" / "index.json").unlink(missing_ok=True)
    kept = str(folder / "kept.zip")
    if command == "restore":
        _say(folder, "backup", kept)
        rmtree(folder / "archive")
    return [command, kept] if command in {"backup", "restore"} else [command]


def _with_actions(folder: Path, actions: int, words: str) -> list[str]:
    meeting = _imported(folder, actions)
    command, *_rest = words.split()
    if command in CLOSED:
        _say(folder, "lock" if command == "unlock" else "close", meeting)
    named = {"ID": meeting, "FILE": str(folder / "board.html")}
    return [named.get(word, word) for word in words.split()]


def _history(folder: Path, meetings: int) -> list[str]:
    meeting = _imported(folder, 50)
    for _ in range(meetings):
        _say(folder, "close", meeting)
        meeting = _say(folder, "follow-up", meeting).split()[0]
    return ["history", meeting]


def _calendar(folder: Path, people: int) -> str:
    rows = "".join(f"ATTENDEE;CN=Kim {number}:mailto:kim{number}@example.com\n" for number in range(people))
    event = f"BEGIN:VEVENT\nUID:1\nSUMMARY:SIP\nDTSTART:20261127T130000Z\n{rows}END:VEVENT\n"
    return _write(folder / "m.ics", f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{event}END:VCALENDAR\n")


def _id(folder: Path, file: str) -> str:
    return _say(folder, "new", file).split()[0]


def _say(folder: Path, *arguments: str) -> str:
    """Run a command that prepares the one that is measured; return what it prints."""
    command = [sys.executable, "-m", "sip_tui", *arguments]
    return subprocess.run(command, env=_environment(folder), capture_output=True, text=True, check=True).stdout


def _environment(folder: Path | str) -> dict[str, str]:
    secret = {"SIP_TUI_PASSPHRASE": "fyra ord som inte", "SIP_TUI_NEW_PASSPHRASE": "fyra ord som inte"}
    return os.environ | secret | {"SIP_TUI_DATA": f"{folder}/archive", "LC_ALL": "sv_SE.UTF-8"}


def _text(folder: Path, lines: int) -> str:
    return _write(folder / "text.txt", _lines(lines))


def _lines(count: int) -> str:
    return "".join(f"{number}: {LINE}" for number in range(count))


def _write(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


if __name__ == "__main__":
    sys.exit(main())
