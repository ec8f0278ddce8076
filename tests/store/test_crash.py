"""Killed, cut off, two at once: what was acknowledged is there."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from sip_tui.store import Archive
from tests.helpers.archives import ID, WriterProcess, cell_value, create_meeting, load, pad
from tests.helpers.processes import Process, other, scribble_until_killed

KILLS, AT_ONCE = 20, 2


def words(count: int) -> str:
    return "".join(f"{number};" for number in range(1, count + 1))


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is what is tried here")
def test_killed_writers_lose_no_acknowledged_word(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    chance, acknowledged = random.Random(217), {}
    for first in range(0, KILLS, AT_ONCE):
        writers = [f"w{first + number:02}" for number in range(AT_ONCE)]
        running = [Process(scribble_until_killed, str(tmp_path), writer, 10_000, 7) for writer in writers]
        for writer, process in zip(writers, running, strict=True):
            acknowledged[writer] = process.kill_after(chance.randrange(40))
        ledger = load(tmp_path)
        for writer, number in acknowledged.items():
            text = pad(ledger, writer)
            assert text == words(text.count(";")), "a word is missing or stands in the wrong place"
            assert text.count(";") >= number, f"{writer} had saved {number}"
            assert not number or cell_value(ledger, "goals", writer, "order") == text.count(";"), (
                "half a batch was saved"
            )
    assert len(acknowledged) == KILLS
    assert sum(acknowledged.values()) > KILLS
    assert not list(tmp_path.glob(f"{ID}/*.tmp")), "what a killed process leaves holds sensitive text"


def test_chair_and_secretary_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    both = [Process(scribble_until_killed, str(tmp_path), writer, 150, 10) for writer in ("chair", "sec")]
    assert [process.acknowledged() for process in both] == [150, 150]
    assert [process.wait() for process in both] == [0, 0]
    folder = Archive(tmp_path).open(ID)
    ledger = folder.load()
    assert (pad(ledger, "chair"), pad(ledger, "sec")) == (words(150), words(150))
    assert folder.warnings == []
    folder.checkpoint()
    assert Archive(tmp_path).open(ID).load() is not ledger
    for process in both:
        process.pipe.close()


def test_each_process_sees_what_the_other_has_saved(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    with other(tmp_path, "chair") as chair, other(tmp_path, "sec") as secretary:
        chair.ask("type", "Kim berättar. ")
        secretary.ask("type", "Skolan svarar.")
        secretary.ask("look")
        assert secretary.ask("pad", "chair") == "Kim berättar. "
        secretary.ask("checkpoint")
        chair.ask("type", "Paus.")
        chair.ask("look")
        secretary.ask("look")
        assert chair.ask("pad", "sec") == secretary.ask("pad", "sec") == "Skolan svarar."
        assert chair.ask("pad", "chair") == secretary.ask("pad", "chair") == "Kim berättar. Paus."


def test_stale_process_does_not_roll_checkpoint_back(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    slow = WriterProcess(tmp_path, "slow")
    with other(tmp_path, "quick") as quick:
        quick.ask("type", "nytt")
        quick.ask("checkpoint")
        slow.folder.checkpoint()
        slow.poll()
        assert slow.pad("quick") == "nytt"
    assert pad(load(tmp_path), "quick") == "nytt"


def test_a_half_written_last_line_waits_until_it_is_whole(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    reader, writer = WriterProcess(tmp_path, "reader"), WriterProcess(tmp_path, "writer")
    writer.type("ett ")
    writer.type("två")
    journal = writer.folder.path / "writer.journal"
    whole = journal.read_bytes()
    journal.write_bytes(whole[:-20])
    reader.poll()
    assert (reader.pad("writer"), reader.folder.warnings) == ("ett ", [])
    assert WriterProcess(tmp_path, "late").folder.warnings == [], "its writer lives and may still finish the line"
    journal.write_bytes(whole)
    reader.poll()
    assert reader.pad("writer") == "ett två"


def test_torn_line_is_warned_about_and_rest_survives(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    with other(tmp_path, "sec") as secretary:
        secretary.ask("type", "kvar ")
        secretary.ask("type", "borta")
    journal = tmp_path / ID / "sec.journal"
    journal.write_bytes(journal.read_bytes()[:-9])
    late = WriterProcess(tmp_path, "late")
    assert late.pad("sec") == "kvar "
    assert len(late.folder.warnings) == 1
    assert (tmp_path / ID / "sec.journal.damaged").read_bytes() == journal.read_bytes()


@pytest.mark.parametrize("place", [3, 40, -3])
def test_an_altered_line_stops_that_journal_and_no_other(tmp_path: Path, place: int) -> None:
    create_meeting(tmp_path).leave()
    reader, writer, third = (WriterProcess(tmp_path, name) for name in ("reader", "writer", "third"))
    writer.type("före ")
    whole = len((writer.folder.path / "writer.journal").read_bytes())
    writer.type("skadat ")
    journal = writer.folder.path / "writer.journal"
    data = bytearray(journal.read_bytes())
    data[place + whole if place > 0 else place] ^= 1
    journal.write_bytes(data)
    writer.type("efter")
    third.type("hos den tredje")
    for _ in range(2):
        reader.poll()
    assert (reader.pad("writer"), reader.pad("third")) == ("före ", "hos den tredje")
    assert len(reader.folder.warnings) == 1
    assert "skadat" not in reader.folder.warnings[0]
    assert journal.with_name("writer.journal.damaged").exists()
    fresh = WriterProcess(tmp_path, "fresh")
    assert (fresh.pad("writer"), len(fresh.folder.warnings)) == ("före ", 1)


def test_a_damaged_line_that_the_meeting_file_covers_is_no_loss(tmp_path: Path) -> None:
    create_meeting(tmp_path).leave()
    writer = WriterProcess(tmp_path, "writer")
    writer.type("ett ")
    writer.type("två ")
    writer.folder.checkpoint()
    journal = writer.folder.path / "writer.journal"
    journal.write_bytes(journal.read_bytes().replace(b"ett", b"fel"))
    writer.type("tre")
    fresh = WriterProcess(tmp_path, "fresh")
    assert (fresh.pad("writer"), fresh.folder.warnings) == ("ett två tre", [])
