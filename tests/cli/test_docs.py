"""Every command and key that the pages for people name is one that the program has."""

from __future__ import annotations

import io
import re
import shlex
from contextlib import suppress
from pathlib import Path

import pytest

from sip_tui.cli.errors import UsageError
from sip_tui.cli.keys import declared_bindings
from sip_tui.cli.parser import parse
from sip_tui.i18n.key_names import key_label
from sip_tui.paths import data_path
from tests.helpers.commands import RunCommand

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMAND = re.compile(r"(?:^ {4}|`)(sip-tui(?: [^`\n#|<]+)?)", re.MULTILINE)
"""A command on a line of its own, or between accents; not what stands after #, |, or <."""
KEY = re.compile(r"`([a-zA-Z?])`")
PICTURE = re.compile(r"\]\(((?:docs/)?screenshots/[\w.-]+)\)")
LINK = re.compile(r"\]\(([\w/.-]+\.md)\)")


def commands() -> list[tuple[str, str]]:
    found = [(page.name, line.strip()) for page in PAGES for line in COMMAND.findall(page.read_text(encoding="utf-8"))]
    return sorted({(name, line) for name, line in found if "…" not in line})


@pytest.mark.parametrize(("page", "line"), commands())
def test_every_command_in_the_docs_is_understood(page: str, line: str) -> None:
    words = shlex.split(line)[1:]
    if any(word in {"--help", "--version"} for word in words):
        return
    with suppress(UsageError):  # named in passing, without the id that it needs
        assert parse([*words, "ID"]).run
        return
    assert parse(words).run


NOT_RUN = {
    "": "opens the list of meetings in a terminal",
    "board": "opens a screen in a terminal",
    "chair": "opens a screen in a terminal",
    "secretary": "opens a screen in a terminal",
    "connect": "needs a database",
    "demo": "plays a meeting through, in a test of its own",
    "invite": "needs a database",
    "join": "needs a database",
    "sync": "needs a database",
}
"""Commands that a test of the pages does not run → why."""
CLOSED_FIRST = {"follow-up", "purge", "board"}
"""Commands for a meeting that has been closed; the page of the board is kept up to date until then."""
GIVEN = {"purge": ["--yes"]}
"""Command → what stands for the answers that it asks a person for."""


def runnable() -> list[tuple[str, str]]:
    """The commands of the pages that can be run here; what ``NOT_RUN`` names is there for a reason each."""
    return [(page, line) for page, line in commands() if verb(line) not in NOT_RUN or "--html" in line]


def verb(line: str) -> str:
    """The word after the program's name; empty without one."""
    return " ".join(line.split()[1:2])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sip: RunCommand) -> dict[str, str]:
    """A folder with the files that the pages name, and what stands for the words in capitals."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIP_TUI_NEW_PASSPHRASE", "fyra helt egna ord")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Vi ses igen på fredag.\n".encode())))
    demo = data_path("demo", "meeting.toml").read_text(encoding="utf-8")
    reached = re.sub(r"^email = .*\n", "", demo, flags=re.M)
    reached = re.sub(r"^(name = .*)$", r'\1\nemail = "nn@example.org"', reached, flags=re.M)
    for name in ("moete.toml", "möte.toml"):
        Path(name).write_text(f'{reached}\n[[actions]]\nwhat = "Ringa skolan"\nwho = "p3"\n', encoding="utf-8")
    for name in ("brev.txt", "FIL"):
        Path(name).write_text("Vi ses igen på fredag.\n", encoding="utf-8")
    return {"ID": sip("new", "moete.toml").out.strip(), "PATH": "alla.sip"}


@pytest.mark.parametrize(("page", "line"), runnable())
def test_every_command_in_the_docs_does_what_it_says(
    sip: RunCommand, desk: dict[str, str], page: str, line: str
) -> None:
    words = [desk.get(word, word) for word in shlex.split(line)[1:]]
    if "ID" not in line and (verb(line) in {"close", "purge"} or line.endswith("--restore")):
        words.append(desk["ID"])
    if verb(line) in CLOSED_FIRST:
        assert sip("close", desk["ID"]).code == 0
    answer = sip(*words, *GIVEN.get(verb(line), []))
    assert answer.code == 0, (page, answer.err)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pictures_and_pages_that_are_named_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = [*PICTURE.findall(text), *LINK.findall(text)]
    assert [name for name in named if not (page.parent / name).is_file()] == []


@pytest.mark.parametrize("page", ["README.md", "docs/ordforande.md", "docs/sekreterare.md", "docs/chair.md"])
def test_every_key_in_the_pages_for_people_does_something(page: str) -> None:
    known = {key_label(key) for _owner, binding in declared_bindings() for key in binding.key.split(",")}
    named = set(KEY.findall((ROOT / page).read_text(encoding="utf-8")))
    assert named - known == set()
