"""Every command and key that the pages for people name is one that the program has."""

from __future__ import annotations

import re
import shlex
from contextlib import suppress
from pathlib import Path

import pytest

from sip_tui.cli.errors import UsageError
from sip_tui.cli.keys import declared_bindings
from sip_tui.cli.parser import parse
from sip_tui.i18n.key_names import key_label

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


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pictures_and_pages_that_are_named_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = [*PICTURE.findall(text), *LINK.findall(text)]
    assert [name for name in named if not (page.parent / name).is_file()] == []


@pytest.mark.parametrize("page", ["README.md", "docs/ordforande.md", "docs/sekreterare.md"])
def test_every_key_in_the_pages_for_people_does_something(page: str) -> None:
    known = {key_label(key) for _owner, binding in declared_bindings() for key in binding.key.split(",")}
    named = set(KEY.findall((ROOT / page).read_text(encoding="utf-8")))
    assert named - known == set()
