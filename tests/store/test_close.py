"""Closing a meeting, two at a table, and putting back what was damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from sip_tui.meeting.log.change import Change, Edit
from sip_tui.store import Archive, DamagedError, MeetingInUseError, StoreError
from sip_tui.store.checkpoint import CheckpointFile
from sip_tui.store.journal_reader import JournalSet
from tests.helpers.archives import ID, WriterProcess, cell_value, create_meeting, load, names, normalized, pad, splice
from tests.helpers.processes import other

CLOSED = {"meeting.json", "meeting.lock", "seats.lock"}
"""All that is left of a closed meeting."""


def test_a_closed_meeting_holds_no_word_that_was_taken_away(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    hand = WriterProcess(tmp_path, "sec")
    hand.folder.claim_seat("secretary")
    hand.type("Kim röker hasch")
    hand.folder.checkpoint()
    hand.write(splice("sec", 4, 11, "mår bra"))
    hand.folder.checkpoint()
    hand.folder.close()
    assert names(hand.folder) == CLOSED
    assert all("hasch" not in path.read_text("utf-8") for path in hand.folder.path.iterdir())
    assert normalized(load(tmp_path)) == normalized(hand.ledger)
    assert [entry.closed for entry in Archive(tmp_path).entries()] == [True]


def test_a_closed_meeting_can_be_opened_and_written_again(tmp_path: Path) -> None:
    hand_before = create_meeting(tmp_path)
    hand_before.close()
    hand = WriterProcess(tmp_path, "sec")
    hand.type("tillägg")
    hand.folder.checkpoint()
    assert pad(load(tmp_path), "sec") == "tillägg"
    assert [entry.closed for entry in Archive(tmp_path).entries()] == [False]


def test_open_meeting_is_neither_closed_nor_purged(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    hand = WriterProcess(tmp_path, "chair")
    with other(tmp_path, "sec") as secretary:
        secretary.ask("claim", "secretary")
        for refused in (hand.folder.close, hand.folder.purge, hand.folder.restore):
            with pytest.raises(MeetingInUseError, match="close it there") as caught:
                refused()
            assert caught.value.code == 1
    hand.folder.close()
    assert names(hand.folder) == CLOSED


def test_somebody_who_has_written_without_a_seat_counts_as_well(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    hand = WriterProcess(tmp_path, "chair")
    with other(tmp_path, "sec") as secretary:
        secretary.ask("type", "hej")
        with pytest.raises(MeetingInUseError):
            hand.folder.close()
    hand.folder.close()
    assert pad(load(tmp_path), "sec") == "hej", "what the other had saved before it was killed is in the file"


def test_a_file_that_does_not_read_back_removes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_meeting(tmp_path).leave()
    hand = WriterProcess(tmp_path, "sec")
    hand.type("hej")
    before = names(hand.folder)
    monkeypatch.setattr(CheckpointFile, "matches", lambda *_given: False)
    with pytest.raises(StoreError, match="doctor"):
        hand.folder.close()
    assert before <= names(hand.folder)


def test_close_keeps_only_unreadable_journal_lines(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    with other(tmp_path, "sec") as secretary:
        secretary.ask("type", "före ")
        secretary.ask("type", "skadat ")
    journal = tmp_path / ID / "sec.journal"
    journal.write_bytes(journal.read_bytes().replace(b"skadat", b"skad t"))
    hand = WriterProcess(tmp_path, "chair")
    assert len(hand.folder.warnings) == 1
    hand.folder.close()
    assert names(hand.folder) == CLOSED | {"sec.journal.damaged"}
    kept = (hand.folder.path / "sec.journal.damaged").read_bytes()
    assert b"skad t" in kept
    assert "före".encode() not in kept
    hand.folder.purge()
    assert not hand.folder.path.exists()


def test_seat_has_one_process_and_kill_frees_it(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    with other(tmp_path, "one") as first, other(tmp_path, "two") as two:
        assert first.ask("claim", "secretary") == "secretary"
        assert two.ask("claim", "secretary") == "secretary-2"
        assert two.ask("claim", "chair") == "chair"
        assert first.ask("others") == ["chair", "secretary-2"]
        assert two.ask("others") == ["secretary"]
        first.kill()
        assert two.ask("others") == []
        assert WriterProcess(tmp_path, "late").folder.claim_seat("secretary") == "secretary"


def test_a_seat_that_is_given_up_is_free_for_the_next(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    first, second = WriterProcess(tmp_path, "one"), WriterProcess(tmp_path, "two")
    assert [first.folder.claim_seat("secretary"), second.folder.claim_seat("secretary")] == ["secretary", "secretary-2"]
    first.folder.release_seat("secretary")
    assert (second.folder.other_seats(), second.folder.claim_seat("secretary")) == ([], "secretary")


def test_opening_during_close_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_meeting(tmp_path).leave()
    hand = WriterProcess(tmp_path, "sec")
    hand.type("hej")
    read = JournalSet.read

    def close_first(journals: JournalSet) -> list[Change]:
        monkeypatch.setattr(JournalSet, "read", read)
        hand.folder.close()
        return read(journals)

    monkeypatch.setattr(JournalSet, "read", close_first)
    assert pad(load(tmp_path), "sec") == "hej"
    assert names(hand.folder) == CLOSED


@pytest.mark.parametrize("damage", [b"", b"{", b"\0" * 200, None])
def test_restore_uses_latest_copy_and_journals(tmp_path: Path, damage: bytes | None) -> None:
    create_meeting(tmp_path).leave()
    hand = WriterProcess(tmp_path, "sec")
    for word in ("ett ", "två ", "tre "):
        hand.type(word)
        hand.folder.checkpoint()
    hand.type("fyra")
    hand.folder.leave()
    spoil(hand.folder.path / "meeting.json", damage)
    spoil(hand.folder.path / "meeting.json.1", b"also damaged")
    sentence = Archive(tmp_path).open(ID).restore()
    assert "meeting.json.2" in sentence
    assert pad(load(tmp_path), "sec") == "ett två tre fyra"
    assert ("meeting.json.damaged-1" in names(hand.folder)) == (damage is not None)


def test_doctor_builds_a_meeting_from_its_journals_alone(tmp_path: Path) -> None:
    folder = create_meeting(tmp_path)
    hand = WriterProcess(tmp_path, "sec")
    hand.type("hej")
    spoil(folder.path / "meeting.json", b"damaged")
    folder.leave()
    hand.folder.leave()
    assert "from its logs" in Archive(tmp_path).open(ID).restore()
    assert normalized(load(tmp_path)) == normalized(hand.ledger)
    assert (folder.path / "meeting.json.damaged-1").read_bytes() == b"damaged"


def test_doctor_leaves_a_meeting_in_good_order_alone(tmp_path: Path) -> None:
    folder = create_meeting(tmp_path)
    before = contents(folder.path)
    assert "good order" in folder.restore()
    assert contents(folder.path) == before


def test_doctor_says_when_nothing_is_left_and_touches_nothing(tmp_path: Path) -> None:
    folder = create_meeting(tmp_path)
    folder.close()
    spoil(folder.path / "meeting.json", b"damaged")
    with pytest.raises(DamagedError, match="backup"):
        folder.restore()
    assert (folder.path / "meeting.json").read_bytes() == b"damaged"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".lock"}


def spoil(path: Path, data: bytes | None) -> None:
    path.unlink()
    if data is not None:
        path.write_bytes(data)


def test_closing_removes_rows_and_values_that_were_taken_away(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    chair, secretary = WriterProcess(tmp_path, "chair"), WriterProcess(tmp_path, "sec")
    chair.write(Edit("actions", "a1", "what", "RADERADRAD"), Edit("actions", "a2", "what", "kvar"))
    chair.write(Edit("actions", "a1", "deleted", True), Edit("goals", "g1", "text", "gäller"))
    secretary.write(Edit("goals", "g1", "text", "FÖRLORAT"))
    for row, name in (("p2", "Nämnd Person"), ("p3", "Onämnd Figur")):
        chair.write(*(Edit("participants", row, field, value) for field, value in (("name", name), ("phone", "070"))))
        chair.write(Edit("participants", row, "deleted", True))
    chair.type("Nämnd var inte här.")
    secretary.folder.leave()
    chair.folder.close()
    stored = (chair.folder.path / "meeting.json").read_text("utf-8")
    assert not [word for word in ("RADERADRAD", "FÖRLORAT", "Onämnd", "Figur", "070") if word in stored]
    ledger = load(tmp_path)
    assert [cell_value(ledger, "actions", "a2", "what"), cell_value(ledger, "goals", "g1", "text")] == [
        "kvar",
        "gäller",
    ]
    assert set(ledger.tables["participants"]["p2"]) == {"name", "deleted"}, "its name must still be masked"
