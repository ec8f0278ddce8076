"""A locked meeting: nothing in it can be read, moved or left out without its passphrase, and nothing else changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from sip_tui.store import Archive, LockedError, MeetingFolder, StoreError, rescue_copy, vault
from sip_tui.store.sealing import WrongPassphraseError
from tests.helpers.archives import ID, create_meeting, normalized, pad, splice

PASSPHRASE = "fyra ord som inte hör ihop"
WORDS = ("SIP för Kim", "Åsa", "Något hemligt")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An archive with a locked meeting that has been written in."""
    create_meeting(tmp_path).leave()
    found = Archive(tmp_path)
    found.entries()
    found.recovery = found.lock(ID, PASSPHRASE)  # type: ignore[attr-defined]
    _type(found.open(ID, "writer"), "Något hemligt")
    return found


def _type(folder: MeetingFolder, *texts: str) -> None:
    ledger = folder.load()
    for text in texts:
        changes = ledger.stamp([splice(folder.writer, len(pad(ledger, folder.writer)), 0, text)], 1, folder.writer)
        ledger.add(changes)
        folder.append(changes)
    folder.leave()


def _bytes(root: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file())


def _journal(archive: Archive) -> Path:
    return archive.root / ID / "writer.journal"


def _lines(archive: Archive) -> list[bytes]:
    return _journal(archive).read_bytes().splitlines(keepends=True)


def test_no_word_of_a_locked_meeting_is_on_the_disk(archive: Archive) -> None:
    archive.open(ID).checkpoint()
    found = _bytes(archive.root)
    assert not [word for word in WORDS if word.encode() in found]
    assert [(entry.id, entry.title, entry.locked) for entry in archive.entries()] == [(ID, "", True)]


def test_passphrase_and_recovery_key_open_it(archive: Archive) -> None:
    for secret in (PASSPHRASE, archive.recovery, archive.recovery.lower()):  # type: ignore[attr-defined]
        fresh = Archive(archive.root)
        assert fresh.is_locked(ID)
        fresh.use_passphrase(ID, secret)
        assert not fresh.is_locked(ID)
        assert pad(fresh.open(ID).load(), "writer") == "Något hemligt"


def test_without_the_passphrase_it_is_refused_in_one_sentence(archive: Archive) -> None:
    fresh = Archive(archive.root)
    with pytest.raises(LockedError, match=ID):
        fresh.open(ID).load()
    with pytest.raises(WrongPassphraseError):
        fresh.use_passphrase(ID, "fyra andra ord")
    assert Archive(archive.root).is_locked(ID)


def test_two_processes_with_the_key_see_each_other(archive: Archive) -> None:
    second = Archive(archive.root)
    second.use_passphrase(ID, PASSPHRASE)
    chair, secretary = archive.open(ID, "chair"), second.open(ID, "secretary")
    chair.load()
    _type(secretary, "ett ", "två ")
    assert [change.value for change in chair.poll()] == [[0, 0, "ett "], [4, 0, "två "]]


@pytest.mark.parametrize(
    "attack",
    [
        lambda lines: [lines[1], lines[0], *lines[2:]],
        lambda lines: [lines[0], *lines[2:]],
        lambda lines: [lines[0], lines[0], *lines[1:]],
        lambda lines: [lines[0], lines[1].replace(b" s", b" t", 1), *lines[2:]],
    ],
    ids=["swapped", "dropped", "doubled", "changed"],
)
def test_a_line_out_of_its_place_is_seen(archive: Archive, attack: Callable[[list[bytes]], list[bytes]]) -> None:
    os.unlink(_journal(archive))  # noqa: PTH108
    _type(archive.open(ID, "writer"), "ett ", "två ", "tre ")
    _journal(archive).write_bytes(b"".join(attack(_lines(archive))))
    folder = archive.open(ID)
    assert "två" not in pad(folder.load(), "writer")
    assert len(folder.warnings) == 1


def test_a_line_of_another_writer_or_meeting_is_seen(archive: Archive) -> None:
    _journal(archive).rename(archive.root / ID / "other.journal")
    folder = archive.open(ID)
    assert (pad(folder.load(), "writer"), len(folder.warnings)) == ("", 1)


def test_plain_files_in_a_locked_meeting_are_not_believed(archive: Archive, tmp_path: Path) -> None:
    plain = create_meeting(tmp_path / "other").path
    (archive.root / ID / "meeting.json").write_bytes((plain / "meeting.json").read_bytes())
    with pytest.raises(StoreError):
        archive.open(ID).load()


def test_another_passphrase_rewrites_nothing(archive: Archive) -> None:
    before = (archive.root / ID / "meeting.json").read_bytes(), _lines(archive)
    archive.change_passphrase(ID, "fem helt andra ord här")
    assert ((archive.root / ID / "meeting.json").read_bytes(), _lines(archive)) == before
    fresh = Archive(archive.root)
    with pytest.raises(WrongPassphraseError):
        fresh.use_passphrase(ID, PASSPHRASE)
    fresh.use_passphrase(ID, "fem helt andra ord här")
    assert pad(fresh.open(ID).load(), "writer") == "Något hemligt"


def test_unlocking_writes_everything_in_plain_text(archive: Archive) -> None:
    before = normalized(archive.open(ID).load())
    archive.unlock(ID)
    fresh = Archive(archive.root)
    assert normalized(fresh.open(ID).load()) == before
    assert not list(archive.root.rglob("key.json*"))


def test_closing_keeps_it_locked(archive: Archive) -> None:
    archive.open(ID).close()
    assert sorted(path.name for path in (archive.root / ID).iterdir()) == [
        *("key.json", "meeting.json", "meeting.lock", "seats.lock"),
    ]
    assert not [word for word in WORDS if word.encode() in _bytes(archive.root)]


def test_purging_destroys_the_key_first(archive: Archive, tmp_path: Path) -> None:
    key = archive.root / ID / "key.json"
    linked = tmp_path / "still-open"
    os.link(key, linked)
    archive.open(ID).purge()
    assert not (archive.root / ID).exists()
    assert not linked.read_bytes().strip(b"\0"), "also where another name of the file is left"


def test_the_rescue_copy_of_a_locked_meeting_is_locked(archive: Archive, tmp_path: Path) -> None:
    folder = archive.open(ID)
    ledger = folder.load()
    changes = ledger.stamp([splice("writer", 0, 0, "Något hemligt")], 1, "writer")
    copy = rescue_copy(ID, changes, [tmp_path], folder.codec)
    assert "Något".encode() not in _bytes(copy.parent)
    rescued = Archive(copy.parent)
    rescued.use_passphrase(copy.name, PASSPHRASE)
    assert pad(rescued.open(copy.name).load(), "writer") == "Något hemligt"


def test_locking_twice_is_refused(archive: Archive) -> None:
    with pytest.raises(StoreError, match="unlock it first"):
        archive.lock(ID, PASSPHRASE)


@pytest.mark.parametrize("step", range(1, 9))
@pytest.mark.parametrize("deed", ["lock", "unlock"])
def test_interrupted_at_any_step_nothing_is_lost(
    deed: str, step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process dies before the step-th change of the folder: the meeting opens as it was, plain or with its key."""
    create_meeting(tmp_path).leave()
    archive = Archive(tmp_path)
    if deed == "unlock":
        archive.lock(ID, PASSPHRASE)
    before = normalized(archive.open(ID).load())
    with monkeypatch.context() as dying:
        _die_at(dying, step)
        with suppress(KeyboardInterrupt):
            archive.lock(ID, PASSPHRASE) if deed == "lock" else archive.unlock(ID)
    fresh = Archive(tmp_path)
    if fresh.is_locked(ID):
        fresh.use_passphrase(ID, PASSPHRASE)
    assert normalized(fresh.open(ID).load()) == before


def _die_at(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Make every change of a name in a folder count, and the step-th one kill."""
    count = 0

    def counted(change: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            nonlocal count
            count += 1
            if count >= step:
                raise KeyboardInterrupt
            return change(*arguments, **options)

        return call

    for name in ("replace", "unlink", "rename"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))


def test_a_damaged_key_file_is_told_by_name(archive: Archive) -> None:
    (archive.root / ID / vault.KEY_FILE).write_text("{", "utf-8")
    with pytest.raises(StoreError, match=ID):
        Archive(archive.root).use_passphrase(ID, PASSPHRASE)
