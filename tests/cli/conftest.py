"""The command line as a user meets it: arguments in, a code and two texts out, and an archive of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sip_tui.cli import main
from sip_tui.i18n import translation
from sip_tui.paths import data_path
from sip_tui.store import Archive
from tests.helpers.commands import CommandResult, MeetingShell, RunCommand, write_meeting_file


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An archive of one's own, spoken to in English."""
    root = tmp_path / "archive"
    for name in ("LC_ALL", "LANGUAGE"):
        monkeypatch.setenv(name, "en_GB.UTF-8")
    monkeypatch.setenv("SIP_TUI_DATA", str(root))
    monkeypatch.setattr(Archive, "ask_passphrase", None)
    spoken = translation.language()
    yield root
    translation.set_language(spoken)


@pytest.fixture
def sip(capsys: pytest.CaptureFixture[str]) -> RunCommand:
    def run(*arguments: object) -> CommandResult:
        capsys.readouterr()
        code = main([str(item) for item in arguments])
        out, err = capsys.readouterr()
        return CommandResult(code, out, err)

    return run


@pytest.fixture
def sofia(sip: RunCommand) -> str:
    """The id of Sofia's meeting, imported."""
    return sip("new", data_path("cases", "sofia-n3.toml")).out.strip()


PEOPLE = (
    {"id": "p1", "name": "Maja Lindgren", "kind": "den enskilde"},
    {"id": "p2", "name": "Samir Haddad", "role": "kurator", "organisation": "Elevhälsan", "key_person": True},
    {"id": "p3", "name": "Samira Ek", "role": "läkare", "organisation": "BUP"},
)


@pytest.fixture
def shell(sip: RunCommand, tmp_path: Path) -> MeetingShell:
    """A meeting of three people."""
    file = write_meeting_file(tmp_path, participants=PEOPLE, person={"called": "Maja"}, terms=[{"term": "SIP"}])
    return MeetingShell(sip, sip("new", str(file)).out.strip())
