"""The command line as a user meets it: arguments in, a code and two texts out, and an archive of one's own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sip_tui.cli import main
from sip_tui.i18n import translation
from sip_tui.paths import data_path


@dataclass(frozen=True)
class Said:
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


Sip = Callable[..., Said]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An archive of one's own, spoken to in English."""
    root = tmp_path / "archive"
    for name in ("LC_ALL", "LANGUAGE"):
        monkeypatch.setenv(name, "en_GB.UTF-8")
    monkeypatch.setenv("SIP_TUI_DATA", str(root))
    spoken = translation.language()
    yield root
    translation.set_language(spoken)


@pytest.fixture
def sip(capsys: pytest.CaptureFixture[str]) -> Sip:
    def run(*arguments: object) -> Said:
        capsys.readouterr()
        code = main([str(one) for one in arguments])
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return run


@pytest.fixture
def sofia(sip: Sip) -> str:
    """The id of Sofia's meeting, imported."""
    return sip("new", data_path("cases", "sofia-n3.toml")).out.strip()


def meeting_file(folder: Path, **tables: Any) -> Path:
    """Write a meeting file with these tables."""
    path = folder / "meeting.json"
    about = {"type": "SIP", "start": "2026-11-27T13:00", "title": "Ett möte"} | tables.pop("meeting", {})
    path.write_text(json.dumps({"meeting": about} | tables), encoding="utf-8")
    return path
