"""Hostile files: every kind of them for everything that reads a file, in real processes.

A reader takes what it is given or refuses it in a sentence: no traceback, no hang, no more than 500 MB, nothing written
beside the archive, no control character on the terminal.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tests.faults import hostile_formats as formats
from tests.faults.hostile_formats import Fill
from tests.faults.outcome import Outcome

MEGABYTES, SECONDS = 500, 60
ALL = 40
"""Kinds for each reader, about; with fewer, each reader gets other ones."""
BIG = 10_000_000
Write = Callable[[Path], object]
"""Puts something hostile at a path."""


@dataclass(frozen=True)
class Place:
    """A home with an archive of one meeting, and where the hostile file goes."""

    root: Path
    meeting: str

    @property
    def archive(self) -> Path:
        """The archive."""
        return self.root / "deep" / "archive"

    def file(self, name: str) -> Path:
        """Return the path of a file outside the archive."""
        return self.root / "given" / name


@dataclass(frozen=True)
class Reader:
    """Something that reads a file: where the file stands, how a sound one looks, what reads it."""

    where: Callable[[Place], Path]
    fill: Fill
    commands: Callable[[Place], list[list[str]]]


def _outside(name: str, fill: Fill, *arguments: str) -> Reader:
    def commands(place: Place) -> list[list[str]]:
        named = {"FILE": str(place.file(name)), "ID": place.meeting}
        return [[named.get(argument, argument) for argument in arguments]]

    return Reader(lambda place: place.file(name), fill, commands)


def _inside(name: str, fill: Fill, *verbs: str) -> Reader:
    def commands(place: Place) -> list[list[str]]:
        return [[verb] if verb in {"list", "doctor", "sync"} else [verb, place.meeting] for verb in verbs]

    return Reader(lambda place: place.archive / place.meeting / name, fill, commands)


READERS: dict[str, Reader] = {
    "meeting file, TOML": _outside("m.toml", formats.meeting_toml, "new", "FILE"),
    "meeting file, JSON": _outside("m.json", formats.meeting_json, "new", "FILE"),
    "calendar": _outside("m.ics", formats.calendar, "new", "FILE"),
    "notes": _outside("n.txt", formats.lines, "notes", "ID", "FILE", "--phase", "needs"),
    "text to check": _outside("t.txt", formats.lines, "check", "FILE"),
    "text to redact": _outside("t.txt", formats.lines, "redact", "FILE"),
    "invitation": _outside("x.sip-invitation", formats.invitation, "join", "FILE"),
    "backup": _outside("b.zip", formats.backup, "restore", "FILE"),
    "journal": _inside("hostile.journal", formats.journal, "show", "list", "doctor"),
    "checkpoint": _inside("meeting.json", formats.checkpoint, "show", "list"),
    "earlier checkpoint": _inside("meeting.json.1", formats.checkpoint, "doctor"),
    "key": _inside("key.json", formats.key, "show", "list"),
    "key of an interrupted lock": _inside("key.json.new", formats.key, "show", "list"),
    "sharing": _inside("sync.json", formats.sync, "show", "sync"),
    "state of sharing": _inside("sync-state.json", formats.sync, "show"),
    "index": Reader(lambda place: place.archive / "index.json", formats.index, lambda _place: [["list"]]),
    "settings": Reader(
        lambda place: place.root / "config.toml", formats.settings, lambda _place: [["keys"], ["doctor"]]
    ),
    "region": Reader(
        lambda place: place.root / "region.toml",
        formats.region,
        lambda place: [["doctor"], ["export", place.meeting, "--for", "full", "--reviewed", "-o", str(place.archive)]],
    ),
    "glossary": Reader(lambda place: place.root / "glossary.json", formats.glossary, lambda _place: [["doctor"]]),
}
TEXT, NUMBER, DAY = json.dumps("Kim ringer"), "60", "2026-11-27"


def _kinds(fill: Fill) -> Iterator[tuple[str, Write]]:
    for name, text in TEXTS.items():
        yield name, lambda path, text=text: path.write_bytes(fill(text, NUMBER, DAY, 1))  # type: ignore[misc]
    for number in NUMBERS:
        yield f"number {number[:20]}", lambda path, number=number: path.write_bytes(fill(TEXT, number, DAY, 1))  # type: ignore[misc]
    for day in DAYS:
        yield f"day {day}", lambda path, day=day: path.write_bytes(fill(TEXT, NUMBER, day, 1))  # type: ignore[misc]
    yield "one id twice", lambda path: path.write_bytes(fill(TEXT, NUMBER, DAY, 2))
    yield "a hundred thousand rows", lambda path: path.write_bytes(fill(TEXT, NUMBER, DAY, 100_000))
    yield from RAW.items()


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


TEXTS = {
    "markup": _json("[b]Kim[/b] [/] [@click=app.quit]x[/] <script>x</script> =cmd()"),
    "escapes": json.dumps("\x1b[31mKim\x1b]0;title\x07\x9b2J\x1b]52;c;eA==\x07\r\b"),
    "bidi": json.dumps("\u202egnal\u2066Kim\u2069"),
    "NUL": json.dumps("Kim\0ringer"),
    "lone surrogate": '"Kim \\ud800"',
    "10 MB": _json("Kim ringer. " * (BIG // 12)),
    "path as an id": _json("../../x"),
    "deep path as an id": _json("../../../../../../tmp/x"),
    "empty": '""',
    "no text": "[[1]]",
}
NUMBERS = ("NaN", "1e400", "-1", "9" * 5000, str(1 << 63), "4294967296", "true", "null", '"x"', "{}")
DAYS = ("0000-01-01", "0001-01-01", "9999-12-31", "2026-02-30", "2026-13-45")
DEEP = 100_000


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10_000_000_000)


RAW: dict[str, Write] = {
    "no bytes": lambda path: path.write_bytes(b""),
    "NUL bytes": lambda path: path.write_bytes(bytes(1_000_000)),
    "no UTF-8": lambda path: path.write_bytes(b'{"title": "\xff\xfe\x80"}\n'),
    "UTF-16": lambda path: path.write_bytes('{"title": "Kim"}\n'.encode("utf-16")),
    "deep lists": lambda path: path.write_bytes(b"[" * DEEP),
    "deep tables": lambda path: path.write_bytes(b'{"a":' * DEEP),
    "deep keys": lambda path: path.write_bytes(b"a." * 32_000 + b"a=1\n"),
    "many lists": lambda path: path.write_bytes(b'{"a":[' + b"[]," * 20_000_000 + b"1]}"),
    "one long line": lambda path: path.write_bytes(b"x" * 70_000_000),
    "10 GB": _sparse,
    "pipe": os.mkfifo,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "folder": Path.mkdir,
    "link to nothing": lambda path: path.symlink_to("/nowhere/at/all"),
    "link to itself": lambda path: path.symlink_to(path.name),
}


def hostile_files(root: Path, times: int) -> Outcome:
    """Every kind of hostile file for everything that reads a file: taken or refused in a sentence."""
    outcome, bad, most, first = Outcome(), list[str](), 0.0, new_place(root / "first")
    step = max(1, ALL // times)
    for number, (name, reader) in enumerate(READERS.items()):
        for kind, write in islice(_kinds(reader.fill), number % step, None, step):
            place = Place(root / "home", first.meeting)
            shutil.copytree(first.root, place.root)
            for command, trouble, megabytes in _tried(place, reader, write):
                outcome.tries += 1
                most = max(most, megabytes)
                if trouble:
                    outcome.unreadable += 1
                    bad.append(f"{name}, {kind}: sip-tui {command}: {trouble}")
            shutil.rmtree(place.root)
    outcome.remark = "; ".join(bad) or f"at most {most:.0f} MB"
    return outcome


def new_place(root: Path) -> Place:
    """Make a home with an archive of one meeting."""
    place = Place(root, "")
    (root / "given").mkdir(parents=True)
    place.archive.mkdir(parents=True)
    file = place.file("first.toml")
    file.write_text(f'[meeting]\ntype = "SIP"\ntitle = {TEXT}\nstart = {DAY}T13:00:00\n')
    _code, meeting, _err, _size = _run(place, ["new", str(file)])
    return Place(root, meeting.strip())


def _environment(place: Place) -> dict[str, str]:
    return os.environ | {
        "SIP_TUI_DATA": str(place.archive),
        "SIP_TUI_CONFIG": str(place.root / "config.toml"),
        "HOME": str(place.root),
        "LC_ALL": "sv_SE.UTF-8",
        "SIP_TUI_PASSPHRASE": "fyra ord som inte",
    }


def _tried(place: Place, reader: Reader, write: Write) -> Iterator[tuple[str, str, float]]:
    path = reader.where(place)
    if path.is_file():
        path.unlink()
    write(path)
    before = _files(place)
    for command in reader.commands(place):
        code, out, err, megabytes = _run(place, command)
        # A pipe gets every byte of a text, as it would of cat.
        shown = "" if command[0] == "redact" else out
        yield command[0], _trouble(code, shown, err, megabytes) or _strange(before, _files(place)), megabytes


def _files(place: Place) -> set[Path]:
    outside = {path for path in place.root.rglob("*") if place.archive not in path.parents}
    return outside | {place.root.parent / "x", Path("/tmp/x")} if Path("/tmp/x").exists() else outside


def _strange(before: set[Path], after: set[Path]) -> str:
    found = {path for path in after - before if path.name not in {".cache", "given"}}
    return f"wrote {sorted(map(str, found))}" if found else ""


def _trouble(code: int, out: str, err: str, megabytes: float) -> str:
    """Say what a command did that it must not do; empty when it did well."""
    if code not in {0, 1, 2, 3}:
        return f"ended with {code} {err[-200:]}"
    if "Traceback" in err or "Something went wrong" in err or "Något gick fel i programmet" in err:
        return err[-300:]
    controls = [char for char in out + err if not char.isprintable() and char not in "\n\u200c\u200d"]
    if controls:
        return f"control characters {controls[:3]}"
    return f"{megabytes:.0f} MB" if megabytes > MEGABYTES else ""


def _run(place: Place, command: list[str]) -> tuple[int, str, str, float]:
    with (place.root / "given" / "out").open("wb") as out, (place.root / "given" / "err").open("wb") as err:
        process = subprocess.Popen(
            [sys.executable, "-m", "sip_tui", *command],
            env=_environment(place),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            cwd=place.root,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)),
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    texts = [(place.root / "given" / name).read_bytes().decode("utf-8", "replace") for name in ("out", "err")]
    return process.returncode, texts[0], texts[1], usage.ru_maxrss / 1024
