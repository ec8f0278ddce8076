"""How long meetings are kept: due ones are named, two questions come before a removal, and no word stays behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sip_tui.cli import console
from sip_tui.paths import data_path
from sip_tui.session.retention import due_for_removal, keep_months
from sip_tui.session.session import MeetingSession
from sip_tui.store import Archive, IndexEntry, rescue_copy
from sip_tui.store.removal import LOG
from tests.helpers.commands import RunCommand


@pytest.fixture
def omar(sip: RunCommand) -> str:
    """A closed meeting."""
    made = sip("new", data_path("cases", "omar-tolk.toml")).out.strip()
    sip("close", made)
    return made


def answering(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Let somebody sit at the terminal and answer."""
    given: Iterator[str] = iter(answers)
    monkeypatch.setattr(console, "is_interactive", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _question: next(given))


def test_removal_asks_twice_and_stops_at_any_other_answer(
    sip: RunCommand, omar: str, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "--yes" in sip("purge", omar).sentence
    for answers in (("no",), ("yes", "something else"), ("",)):
        answering(monkeypatch, *answers)
        assert sip("purge", omar).code == 1
        assert (data / omar).is_dir()
    answering(monkeypatch, "yes", omar)
    said = sip("purge", omar)
    assert said.code == 0
    assert "gone for good" in said.out
    assert not (data / omar).exists()


def test_removed_meeting_leaves_no_word_on_the_disk(
    sip: RunCommand, omar: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rescue = tmp_path / "home"
    rescue.mkdir()
    monkeypatch.setattr(Path, "home", lambda: rescue)
    session = MeetingSession(Archive(data).open(omar))
    rescue_copy(omar, session._projection.ledger.stamp(session._projection.ledger.snapshot_edits(), 1, "x"), [rescue])
    session.folder.leave()
    other = sip("new", data_path("cases", "erik-ak4.toml")).out.strip()
    rescue_copy(other, [], [rescue])
    sip("list")
    words = ("Omar", "Nygårdsskolan", "studiehandledning", "Fatima")
    assert found(words, tmp_path)
    assert sip("purge", omar, "--yes").code == 0
    assert not found(words, tmp_path)
    assert len(list((rescue / "sip-tui-rescue").glob(f"{other}-*"))) == 1
    assert [line.split()[1] for line in (data / LOG).read_text().splitlines()] == [omar]


def found(words: tuple[str, ...], root: Path) -> list[str]:
    """The words that stand in any file, as they are or as JSON escapes them."""
    texts = [path.read_bytes() for path in root.rglob("*") if path.is_file()]
    forms = [(word, form) for word in words for form in (word.encode(), word.encode("unicode_escape"))]
    return [word for word, form in forms if any(form in text for text in texts)]


def test_setting_says_how_long_and_purge_lists_what_is_due(
    sip: RunCommand, omar: str, data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    config = tmp_path / "config.toml"
    monkeypatch.setattr("sip_tui.cli.removal.settings_path", lambda: config)
    assert "[keep]" in sip("purge", "--due", "--yes").sentence
    config.write_text("[keep]\nmonths = 600\n", "utf-8")
    assert "600 months" in sip("purge", "--due", "--yes").out
    config.write_text("[keep]\nmonths = 6\n", "utf-8")
    monkeypatch.setattr("sip_tui.cli.removal.utc_now", lambda: datetime(2027, 1, 1, tzinfo=UTC))
    assert omar in sip("purge", "--due").out
    assert (data / omar).is_dir()
    assert "1 meeting is removed" in sip("purge", "--due", "--yes").out
    assert not (data / omar).exists()


def entry(row: str, year: int, previous: str = "", *, closed: bool = True) -> IndexEntry:
    start = datetime(year, 5, 31, tzinfo=UTC)
    return IndexEntry(row, start=start, closed=closed, previous=previous)


def test_old_meeting_is_kept_while_its_follow_ups_are_young() -> None:
    today = date(2027, 1, 1)
    chain = [entry("a", 2020), entry("b", 2021, "a"), entry("c", 2026, "b"), entry("d", 2019)]
    assert [old.id for old in due_for_removal(chain, 24, today)] == ["d"]
    assert [old.id for old in due_for_removal(chain[:2], 24, today)] == ["a", "b"]
    assert due_for_removal(chain, 0, today) == []
    assert due_for_removal([entry("x", 2020, closed=False), IndexEntry("y", closed=True)], 24, today) == []


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("[keep]\nmonths = 24", 24),
        ("", 0),
        ("[keep]\nmonths = -1", 0),
        ("[keep]\nmonths = '3'", 0),
        ("keep = 3", 0),
        ("[", 0),
    ],
)
def test_setting_that_is_no_number_of_months_keeps_everything(tmp_path: Path, text: str, months: int) -> None:
    file = tmp_path / "config.toml"
    assert keep_months(file) == 0
    file.write_text(text, "utf-8")
    assert keep_months(file) == months


def test_backup_and_restore_from_the_command_line(sip: RunCommand, omar: str, data: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.zip"
    assert "1 meeting is in" in sip("backup", kept).out
    assert "--force" in sip("backup", kept).sentence
    sip("purge", omar, "--yes")
    assert "1 meeting is back" in sip("restore", kept).out
    assert "was here already" in sip("restore", kept).out
    assert "Omar" in sip("show", omar).out
    kept.write_bytes(b"no backup")
    assert sip("restore", kept).code == 1
    assert sip("restore", tmp_path / "nothing.zip").code == 1


def test_backup_says_which_meeting_is_damaged(sip: RunCommand, omar: str, data: Path, tmp_path: Path) -> None:
    (data / omar / "abcd.journal").write_text("00000000 not what was written\n")
    said = sip("backup", tmp_path / "kept.zip")
    assert (said.code, "1 meeting is in" in said.out) == (3, True)
    assert f"Meeting {omar} is damaged, and is in the backup as it is" in said.err
    said = sip("restore", tmp_path / "kept.zip", "--data", tmp_path / "to")
    assert (said.code, "1 meeting is back" in said.out) == (3, True)
    assert f"Meeting {omar} was damaged when the backup was made" in said.err


def test_a_refusal_repeats_little_of_a_long_value(sip: RunCommand, omar: str, tmp_path: Path) -> None:
    for wrong in ("9" * 4001, '"' + "ett " * 2000 + '"', "0x" + "f" * 4000):
        (tmp_path / "m.toml").write_text(f'[meeting]\ntype = "SIP"\nminutes = {wrong}\n')
        assert 0 < len(sip("new", tmp_path / "m.toml").err) < 400
    for command in (
        ("set", omar, "minutes", "9" * 4001),
        ("set", omar, "minutes", "ett " * 2000),
        ("set", omar, "x" * 4001, "ett"),
        ("do", omar, "y" * 4001),
        ("do", omar, "y " * 2001),
        ("show", "z" * 4001),
        ("notes", omar, "-", "--phase", "behov " * 1000),
        ("export", omar, "--for", "w" * 4001),
    ):
        said = sip(*command)
        assert (said.code > 0, len(said.err) < 1100) == (True, True), command
