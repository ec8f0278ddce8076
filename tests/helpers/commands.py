"""Commands run in this process: arguments in, exit code and two texts out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class CommandResult:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one sentence on stderr, without the program's name."""
        assert self.err.startswith("sip-tui: ")
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        return self.err.removeprefix("sip-tui: ").strip()


RunCommand = Callable[..., CommandResult]


def write_meeting_file(folder: Path, **tables: Any) -> Path:
    """Write a meeting file with these tables."""
    path = folder / "meeting.json"
    about = {"type": "SIP", "start": "2026-11-27T13:00", "title": "Ett möte"} | tables.pop("meeting", {})
    path.write_text(json.dumps({"meeting": about} | tables), encoding="utf-8")
    return path


class MeetingShell:
    """One meeting, and the deeds that are done in it."""

    def __init__(self, sip: RunCommand, meeting: str) -> None:
        self.sip, self.id = sip, meeting

    def do(self, *words: str) -> CommandResult:
        return self.sip("do", self.id, *words)

    def tables(self) -> dict[str, list[dict[str, str]]]:
        tables: dict[str, list[dict[str, str]]] = json.loads(self.sip("show", self.id, "--json").out)
        return tables
