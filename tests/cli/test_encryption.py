"""``sip-tui lock`` and ``unlock`` as a user runs them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sip_tui.paths import data_path
from sip_tui.store import Archive, rescue_copy
from sip_tui.store.removal import LOG
from tests.helpers.commands import RunCommand

PASSPHRASE = "fyra ord som inte hör ihop"


@pytest.fixture
def locked(sip: RunCommand, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """The id of a locked meeting, and its recovery key."""
    meeting_id = sip("new", data_path("cases", "omar-tolk.toml")).out.strip()
    monkeypatch.setenv("SIP_TUI_NEW_PASSPHRASE", PASSPHRASE)
    said = sip("lock", meeting_id)
    assert (said.code, said.err) == (0, "")
    return meeting_id, said.out.splitlines()[-1]


def test_lock_prints_a_recovery_key_and_show_needs_a_secret(
    sip: RunCommand, locked: tuple[str, str], data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting_id, recovery_key = locked
    assert re.fullmatch(r"([A-Z2-7]{7}-){7}[A-Z2-7]{7}", recovery_key)
    assert not [path for path in data.rglob("*") if path.is_file() and b"Omar" in path.read_bytes()]
    assert "SIP_TUI_PASSPHRASE" in sip("show", meeting_id).sentence
    assert "Omar" not in sip("list").out
    assert sip("doctor").code == 0
    for secret in (PASSPHRASE, recovery_key):
        monkeypatch.setenv("SIP_TUI_PASSPHRASE", secret)
        assert "Omar" in sip("show", meeting_id).out
    monkeypatch.setenv("SIP_TUI_PASSPHRASE", "fyra andra ord")
    assert sip("show", meeting_id).code == 1


def test_notes_in_a_locked_meeting_are_sealed_and_kept(
    sip: RunCommand, locked: tuple[str, str], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting_id, _key = locked
    monkeypatch.setenv("SIP_TUI_PASSPHRASE", PASSPHRASE)
    text = tmp_path / "text.txt"
    text.write_text("Något hemligt\n", "utf-8")
    assert sip("notes", meeting_id, text, "--phase", "needs").code == 0
    assert not [path for path in data.rglob("*") if path.is_file() and "hemligt" in path.read_text("utf-8")]
    assert sip("unlock", meeting_id).code == 0
    monkeypatch.delenv("SIP_TUI_PASSPHRASE")
    assert "Något hemligt" in sip("show", meeting_id, "--json").out


def test_deeds_are_undone_one_by_one_after_lock_and_unlock(
    sip: RunCommand, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting_id = sip("new", data_path("cases", "omar-tolk.toml")).out.strip()
    for secret in ("SIP_TUI_NEW_PASSPHRASE", "SIP_TUI_PASSPHRASE"):
        monkeypatch.setenv(secret, PASSPHRASE)
    sip("do", meeting_id, "need", "Sova mer")
    assert sip("lock", meeting_id).code == 0
    sip("do", meeting_id, "need", "Äta mer")
    assert not [path for path in data.rglob("*") if path.is_file() and b"Sova" in path.read_bytes()]
    assert "Äta mer" in sip("do", meeting_id, "undo").out
    assert sip("unlock", meeting_id).code == 0
    assert "Sova mer" in sip("do", meeting_id, "undo").out
    assert sip("do", meeting_id, "undo").code == 1


def test_new_passphrase_replaces_the_old_one(
    sip: RunCommand, locked: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting_id, _key = locked
    monkeypatch.setenv("SIP_TUI_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("SIP_TUI_NEW_PASSPHRASE", "fem helt andra ord här")
    assert sip("lock", meeting_id, "--new-passphrase").code == 0
    assert sip("show", meeting_id).code == 1
    monkeypatch.setenv("SIP_TUI_PASSPHRASE", "fem helt andra ord här")
    assert sip("show", meeting_id).code == 0


def test_locking_twice_or_with_few_letters_is_refused(
    sip: RunCommand, locked: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting_id, _key = locked
    assert "unlock it first" in sip("lock", meeting_id).sentence
    other = sip("new", data_path("cases", "sofia-n3.toml")).out.strip()
    monkeypatch.setenv("SIP_TUI_NEW_PASSPHRASE", "kort")
    assert "at least 8" in sip("lock", other).sentence
    assert sip("show", other).code == 0


def test_locked_meeting_is_purged_without_its_passphrase(sip: RunCommand, locked: tuple[str, str], data: Path) -> None:
    meeting_id, _key = locked
    assert sip("purge", meeting_id).code == 1
    assert sip("purge", meeting_id, "--force", "--yes").code == 0
    assert not (data / meeting_id).exists()


def test_locking_keeps_a_rescue_copy_and_says_that_it_is_plain(
    sip: RunCommand, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may hold words that are nowhere else."""
    monkeypatch.setenv("HOME", str(tmp_path))
    meeting_id = sip("new", data_path("cases", "omar-tolk.toml")).out.strip()
    copy = rescue_copy(meeting_id, Archive(data).open(meeting_id).history()[0])
    monkeypatch.setenv("SIP_TUI_NEW_PASSPHRASE", PASSPHRASE)
    said = sip("lock", meeting_id)
    assert said.code == 0
    assert str(copy) in said.err
    assert copy.is_dir()
    assert not (data / LOG).exists()


def test_a_killed_command_leaves_no_core_dump(sip: RunCommand) -> None:
    resource = pytest.importorskip("resource")
    sip("list")
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] <= 1
