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
from pathlib import Path
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
        environment = os.environ | {"SIP_TUI_DATA": f"{folder or empty}/archive", "LC_ALL": "sv_SE.UTF-8"}
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
    yield Case("show ID: actions", 250, lambda folder, size: ["show", _imported(folder, size)])
    yield Case("notes ID: lines", 1500, _notes)
    yield Case("export ID --for full: lines", 1500, lambda folder, size: _export(folder, size, "full"))
    yield Case("export ID --for mail: lines", 1500, lambda folder, size: _export(folder, size, "mail"))
    yield Case("export ID --for person: lines", 1500, lambda folder, size: _export(folder, size, "person"))
    yield Case("check FILE: lines", 1500, lambda folder, size: ["check", _text(folder, size)])
    yield Case("redact FILE: lines", 1500, lambda folder, size: ["redact", _text(folder, size)])
    yield Case("list: meetings", 30, lambda folder, size: _archive(folder, size, "list"))
    yield Case("doctor: meetings", 30, lambda folder, size: _archive(folder, size, "doctor"))
    yield Case("close ID: actions", 250, lambda folder, size: ["close", _imported(folder, size)])


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


def _archive(folder: Path, meetings: int, command: str) -> list[str]:
    for _ in range(meetings):
        _id(folder, _meeting_file(folder, 5))
    (folder / "archive" / "index.json").unlink(missing_ok=True)
    return [command]


def _id(folder: Path, file: str) -> str:
    environment = os.environ | {"SIP_TUI_DATA": f"{folder}/archive"}
    command = [sys.executable, "-m", "sip_tui", "new", file]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split()[0]


def _text(folder: Path, lines: int) -> str:
    return _write(folder / "text.txt", _lines(lines))


def _lines(count: int) -> str:
    return "".join(f"{number}: {LINE}" for number in range(count))


def _write(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


if __name__ == "__main__":
    sys.exit(main())
