"""The meeting file: readable, whole, never overwritten when somebody cannot read it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tinydb import TinyDB

from sip_tui.meeting.log.change import Change, Edit, Stamp
from sip_tui.store import Archive, DamagedError, MeetingFolder, NewerFormatError, StoreError, schema
from sip_tui.store.row_codec import EncodedRows
from tests.helpers.archives import ID, WriterProcess, cell_value, create_meeting, load, names, normalized, pad, splice


def test_a_person_can_read_the_file_and_so_can_plain_tinydb(tmp_path: Path) -> None:
    folder = create_meeting(tmp_path)
    hand = WriterProcess(tmp_path, "sec")
    hand.type("# Skola\n\nKim vill gå dit.")
    hand.folder.checkpoint()
    text = (folder.path / "meeting.json").read_text("utf-8")
    assert '"name":"Åsa"' in text
    with TinyDB(folder.path / "meeting.json", access_mode="r", encoding="utf-8") as database:
        assert [dict(row) for row in database.table("notes")] == [{"id": "sec", "text": "# Skola\n\nKim vill gå dit."}]
        assert database.table("_schema").all()[0]["version"] == schema.VERSION
    assert folder.path.joinpath("meeting.json").stat().st_mode & 0o777 == 0o600


def test_three_earlier_files_are_kept(tmp_path: Path) -> None:
    create_meeting(tmp_path)
    hand = WriterProcess(tmp_path, "sec")
    for number in range(5):
        hand.type(str(number))
        hand.folder.checkpoint()
    copies = [json.loads((hand.folder.path / f"meeting.json{end}").read_bytes()) for end in ("", ".1", ".2", ".3")]
    assert [copy["notes"]["1"]["text"] for copy in copies] == ["01234", "0123", "012", "01"]
    assert names(hand.folder) & {"meeting.json.4"} == set()


def test_a_file_that_says_it_all_already_is_not_written_again(tmp_path: Path) -> None:
    create_meeting(tmp_path)
    hand = WriterProcess(tmp_path, "sec")
    before = (hand.folder.path / "meeting.json").stat().st_ino
    hand.folder.checkpoint()
    assert (hand.folder.path / "meeting.json").stat().st_ino == before


def test_unappended_change_is_not_checkpointed(tmp_path: Path) -> None:
    create_meeting(tmp_path)
    hand = WriterProcess(tmp_path, "sec")
    late = hand.stamp(splice("sec", 0, 0, "en gång"))
    hand.folder.checkpoint()
    reader = WriterProcess(tmp_path, "reader")
    hand.folder.append(late)
    assert reader.poll() == late
    assert (reader.pad("sec"), pad(load(tmp_path), "sec")) == ("en gång", "en gång")


def test_checkpoint_keeps_what_only_the_file_holds(tmp_path: Path) -> None:
    create_meeting(tmp_path)
    hand, unlucky = WriterProcess(tmp_path, "sec"), WriterProcess(tmp_path, "chair")
    unlucky.write(splice("chair", 0, 0, "bara i filen"), Edit("goals", "g", "text", "mål"))
    unlucky.folder.checkpoint()
    unlucky.folder.leave()
    (hand.folder.path / "chair.journal").unlink()
    hand.type("mitt")
    hand.folder.checkpoint()
    assert pad(load(tmp_path), "chair") == "bara i filen"
    assert cell_value(load(tmp_path), "goals", "g", "text") == "mål"
    assert pad(load(tmp_path), "sec") == "mitt"


def test_names_that_the_format_keeps_for_itself_do_no_harm(tmp_path: Path) -> None:
    create_meeting(tmp_path)
    hand = WriterProcess(tmp_path, "sec")
    hand.write(Edit("_marks", "r", "writer", "x"), Edit("goals", "g", "id", "other"), Edit("goals", "g", "text", "mål"))
    hand.folder.checkpoint()
    assert cell_value(load(tmp_path), "goals", "g", "text") == "mål"


def test_hand_written_value_is_kept_until_overwritten(tmp_path: Path) -> None:
    folder = create_meeting(tmp_path)
    file = folder.path / "meeting.json"
    file.write_text(file.read_text("utf-8").replace('"name":"Åsa"', '"name":"Åsa","role":"mamma"'), "utf-8")
    hand = WriterProcess(tmp_path, "sec")
    assert cell_value(hand.ledger, "participants", "p1", "role") == "mamma"
    hand.write(Edit("participants", "p1", "role", "pappa"))
    hand.folder.checkpoint()
    assert cell_value(load(tmp_path), "participants", "p1", "role") == "pappa"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "7",
        "{}",
        '{"_schema":{}}',
        '{"_schema":{"1":{"version":"1"}}}',
        '{"_schema":{"1":{"version":true}}}',
        '{"_schema":{"1":{"version":0}}}',
        '{"_schema":{"a":{"version":1}}}',
        '{"_schema":{"1":{"version":1}},"goals":[]}',
        '{"_schema":{"1":{"version":1}},"goals":{"1":[]}}',
        '{"_schema":{"1":{"version":1}},"goals":{"1":{"text":"no id"}}}',
        '{"_schema":{"1":{"version":1}},"goals":{"1":{"id":"g","text":{"a":1}}}}',
        '{"_schema":{"1":{"version":1}},"goals":{"1":{"id":"g","text":NaN}}}',
        '{"_schema":{"1":{"version":1}},"notes":{"1":{"id":"g","text":7}}}',
        '{"_schema":{"1":{"version":1}},"_marks":{"1":{"writer":"a","stamp":"x"}}}',
        '{"_schema":{"1":{"version":1}},"_stamps":{"1":{"table":"goals"}}}',
        '{"_schema":{"1":{"version":1}},"g":{"1":{"id":"g","t":1}},"_stamps":{"1":{"table":"g","row":"g","fields":7}}}',
        pytest.param("[" * 100_000, id="deep"),
        '{"_schema":{"1":{"version":1}},"\udcff',
    ],
)
def test_a_damaged_file_is_refused_and_never_overwritten(tmp_path: Path, text: str) -> None:
    folder = create_meeting(tmp_path)
    ledger, raw = folder.load(), text.encode("utf-8", "surrogateescape")
    (folder.path / "meeting.json").write_bytes(raw)
    with pytest.raises(DamagedError, match="sip-tui doctor") as caught:
        Archive(tmp_path).open(ID).load()
    assert caught.value.code == 3
    ledger.add([Change(Stamp(9**15, 0, "z"), "goals", "g", "text", "nytt")])
    with pytest.raises(DamagedError):
        folder.checkpoint()
    assert (folder.path / "meeting.json").read_bytes() == raw


def test_a_file_from_a_newer_program_is_refused_with_what_to_do(tmp_path: Path) -> None:
    folder = create_meeting(tmp_path)
    file = folder.path / "meeting.json"
    newer = file.read_text("utf-8").replace('"version":1', '"version":2')
    file.write_text(newer, "utf-8")
    for refused in (folder.load, folder.restore):
        with pytest.raises(NewerFormatError, match="upgrade"):
            refused()
    assert file.read_text("utf-8") == newer


def test_an_older_file_is_upgraded_on_opening_and_a_copy_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = create_meeting(tmp_path)
    old = (folder.path / "meeting.json").read_bytes()

    def rename_the_participants(rows: EncodedRows) -> EncodedRows:
        named = {"actors" if table == "participants" else table: found for table, found in rows.items()}
        return {table: found for table, found in named.items() if table != "_stamps"}

    monkeypatch.setattr(schema, "VERSION", 2)
    monkeypatch.setitem(schema.UPGRADES, 1, rename_the_participants)
    assert cell_value(load(tmp_path), "actors", "p1", "name") == "Åsa"
    assert (folder.path / "meeting.json.v1").read_bytes() == old
    assert b'"version":2' in (folder.path / "meeting.json").read_bytes()
    assert cell_value(load(tmp_path), "actors", "p1", "name") == "Åsa"


def test_newer_journal_is_refused_or_warned_about(tmp_path: Path) -> None:
    create_meeting(tmp_path)
    hand = WriterProcess(tmp_path, "sec")
    (hand.folder.path / "zz.journal").write_bytes(b'c8f8d4c1 {"v":2}\n'.replace(b"c8f8d4c1", _crc(b'{"v":2}')))
    assert hand.poll() == []
    assert len(hand.folder.warnings) == 1
    assert "newer" in hand.folder.warnings[0]
    for refused in (lambda: load(tmp_path), lambda: hand.folder.close()):
        with pytest.raises(NewerFormatError):
            refused()
    assert (hand.folder.path / "zz.journal").exists()


def _crc(payload: bytes) -> bytes:
    import zlib

    return b"%08x" % zlib.crc32(payload)


def test_a_purged_meeting_is_not_made_again_by_a_late_checkpoint(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    hand: WriterProcess = WriterProcess(tmp_path, "sec")
    folder: MeetingFolder = Archive(tmp_path).open(ID)
    folder.purge()
    for late in (lambda: hand.folder.checkpoint(), lambda: hand.type("sent"), hand.poll):
        with pytest.raises(StoreError):
            late()
    assert not folder.path.exists()


def test_no_bit_of_the_checkpoint_changes_the_meeting_unseen(tmp_path: Path) -> None:
    folder = create_meeting(tmp_path)
    file = folder.path / "meeting.json"
    good, meeting = file.read_bytes(), normalized(folder.load())
    for place in range(0, len(good), 5):
        file.write_bytes(good[:place] + bytes([good[place] ^ (1 << place % 8)]) + good[place + 1 :])
        opened = Archive(tmp_path).open(ID)
        try:
            unchanged = normalized(opened.load()) == meeting
        except DamagedError:
            continue
        assert unchanged or "was changed outside sip-tui" in opened.warnings[0]


def test_changed_checkpoint_is_restored_from_earlier_copy(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    hand = WriterProcess(tmp_path, "sec")
    hand.type("ett ")
    hand.folder.checkpoint()
    hand.type("två")
    hand.folder.leave()
    file = hand.folder.path / "meeting.json"
    changed = file.read_bytes().replace("Åsa".encode(), "Åse".encode())
    file.write_bytes(changed)
    assert (hand.folder.path / "meeting.json.damaged").exists() is False
    opened = Archive(tmp_path).open(ID)
    assert cell_value(opened.load(), "participants", "p1", "name") == "Åse"
    assert (hand.folder.path / "meeting.json.damaged").read_bytes() == changed
    assert "meeting.json.1" in opened.restore()
    assert cell_value(load(tmp_path), "participants", "p1", "name") == "Åsa"
    assert pad(load(tmp_path), "sec") == "ett två"
