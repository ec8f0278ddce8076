"""Two archives with nothing in common but a database: both end with the same meeting."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from sip_tui.meeting.log.change import Edit
from sip_tui.store import Archive, MeetingInUseError
from sip_tui.store.origin import write_origin
from sip_tui.store.replicas import SyncState
from sip_tui.store.sealing import Sealer
from sip_tui.sync.address import parse_address
from sip_tui.sync.database import Database
from sip_tui.sync.settings import read_settings
from tests.helpers.archives import ID, names, splice
from tests.helpers.machines import Machine, first_machine, joined_machine, until, words


@pytest.fixture
def pair(tmp_path: Path, url: str) -> tuple[Machine, Machine]:
    """The first machine and one that has joined; both have the meeting."""
    one = first_machine(tmp_path / "one", url)
    one.exchange()
    two = joined_machine(tmp_path / "two", one, "w2")
    two.exchange()
    return one, two


def test_a_machine_that_joins_has_the_whole_meeting(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    assert one.state == two.state
    assert two.ledger.tables["about"]["meeting"]["title"].value == "SIP för Kim"


def test_what_the_database_has_does_not_wait_when_it_is_gone(pair: tuple[Machine, Machine]) -> None:
    one, _two = pair
    one.settings = replace(one.settings, address=parse_address("postgresql://sip@127.0.0.1:1/sip"))
    for waiting in (0, 2):
        assert _waiting_offline(one) == waiting
        assert SyncState.read(one.folder.path).status["waiting"] == waiting
        one.word(1)


def _waiting_offline(machine: Machine) -> int:
    thread = machine.synchroniser()
    assert until(lambda: thread.status.offline_since > 0)
    thread.stop(10)
    return thread.status.waiting


def test_both_write_and_both_have_it(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    for number in range(1, 6):
        one.word(number)
        two.word(number)
    one.exchange()
    two.exchange()
    assert one.exchange().shared
    assert one.state == two.state
    assert one.pad("w2") == two.pad("w1") == words(5)


def test_a_day_offline_on_both_sides_is_nothing_special(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    two.clock += 3_600_000
    for number in range(1, 20):
        one.word(number)
        two.word(number)
    two.folder.leave()
    two.open()
    for machine in (one, two, one):
        machine.exchange()
    assert one.state == two.state
    assert one.ledger.tables["actions"]["a1"]["what"].value == "w2 19"
    assert one.ledger.tables["actions"]["a1"]["what"].lost == ("w1 19",)  # type: ignore[union-attr]


def test_nothing_is_sent_or_kept_twice(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    one.word(1)
    for _time in range(3):
        one.exchange()
        two.exchange()
        two.open()
    assert two.pad("w1") == "1;"
    with psycopg.connect(one.settings.address.url) as connection:
        assert connection.execute("SELECT count(*) FROM sip_tui.line").fetchone() == (2,)


def test_the_database_never_reads_a_word(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    one.write(Edit("participants", "p1", "name", "Åsa Hemlighetsson"))
    two.write(Edit("goals", "g1", "text", "sova om nätterna"))
    one.exchange()
    two.exchange()
    with psycopg.connect(one.settings.address.url) as connection:
        rows = connection.execute("SELECT l::text, sealed FROM sip_tui.line l").fetchall()
        rows += connection.execute("SELECT h::text, sealed FROM sip_tui.head h").fetchall()
    dump = "".join(text for text, _sealed in rows).encode() + b"".join(sealed for _text, sealed in rows)
    assert len(rows) == 5
    for word in ("Hemlighetsson", "nätterna", "moten", "Kim", "participants", "changes", "sent"):
        assert word.encode() not in dump


def test_a_stolen_row_of_another_meeting_is_refused(tmp_path: Path, pair: tuple[Machine, Machine], url: str) -> None:
    one, two = pair
    other = first_machine(tmp_path / "other", url, "w9")
    other.word(1)
    other.exchange()
    one.word(1)
    one.exchange()
    with psycopg.connect(url) as connection:
        steal = (
            "UPDATE sip_tui.line SET sealed = (SELECT sealed FROM sip_tui.line WHERE writer = 'w9') WHERE writer = 'w1'"
        )
        connection.execute(steal)
    assert "belongs to another meeting" in two.exchange().trouble
    assert two.pad("w1") == ""
    # Whoever wrote the line sends it again.
    one.exchange()
    assert two.exchange().trouble == ""
    assert two.pad("w1") == words(1)
    assert one.state == two.state


def test_a_changed_row_comes_again_while_both_are_open(pair: tuple[Machine, Machine], url: str) -> None:
    one, two = pair
    one.word(1)
    one.exchange()
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE sip_tui.line SET sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)")
    threads = [machine.synchroniser() for machine in pair]
    assert until(lambda: two.pad("w1") == words(1))
    assert until(lambda: not any(thread.status.trouble for thread in threads))
    for thread in threads:
        thread.stop(10)
    assert one.state == two.state


def test_a_dropped_row_is_noticed_and_comes_again(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    for number in range(1, 4):
        one.word(number)
    one.exchange()
    with psycopg.connect(one.settings.address.url) as connection:
        connection.execute("DELETE FROM sip_tui.line WHERE writer = 'w1' AND sequence > 1")
    assert "missing" in two.exchange().trouble
    assert two.pad("w1") == "1;"
    one.exchange()
    assert two.exchange().trouble == ""
    assert two.pad("w1") == words(3)


def test_purge_elsewhere_is_made_good_in_an_open_meeting(pair: tuple[Machine, Machine], url: str) -> None:
    one, _two = pair
    thread = one.synchroniser()
    assert until(lambda: thread.status.online)
    with closing(Database(parse_address(url), one.settings.meeting)) as database:
        before, heads = database.counts(), database.heads()
        # It has said what is so here.
        assert until(lambda: database.heads() != heads)
        database.remove()
        assert until(lambda: database.counts() == before)
    thread.stop(10)


def test_reordered_rows_are_refused(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    for number in (1, 2):
        one.word(number)
    one.exchange()
    with psycopg.connect(one.settings.address.url) as connection:
        connection.execute("UPDATE sip_tui.line SET sequence = -sequence WHERE writer = 'w1'")
        connection.execute("UPDATE sip_tui.line SET sequence = 3 + sequence WHERE writer = 'w1'")
    assert two.exchange().trouble
    assert two.pad("w1") == ""


def test_another_machine_sends_what_a_restored_dump_lacks(tmp_path: Path, pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    for number in range(1, 4):
        one.word(number)
    one.exchange()
    two.exchange()
    with psycopg.connect(one.settings.address.url) as connection:
        connection.execute("DELETE FROM sip_tui.line WHERE sequence > 1")
        connection.execute("DELETE FROM sip_tui.head")
    two.exchange()
    three = joined_machine(tmp_path / "three", one, "w3")
    three.exchange()
    assert three.pad("w1") == words(3)
    assert three.state == two.state


def test_a_flipped_bit_in_a_replica_is_fetched_anew(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    for number in range(1, 4):
        one.word(number)
    one.exchange()
    two.exchange()
    replica = two.folder.path / "w1.journal"
    content = bytearray(replica.read_bytes())
    content[-30] ^= 1
    replica.write_bytes(content)
    two.exchange()
    two.open()
    assert two.pad("w1") == words(3)


def test_closing_waits_until_the_others_have_everything(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    one.word(1)
    with pytest.raises(MeetingInUseError, match="the others lack some of it"):
        one.folder.close()
    one.exchange()
    one.folder.close()
    assert not any(name.endswith(".journal") for name in names(one.folder))
    two.exchange()
    two.word(1)
    two.exchange()
    one.open()
    one.exchange()
    assert one.pad("w2") == "1;"
    assert one.pad("w1") == "1;"
    one.open()
    assert one.pad("w2") == "1;"


def test_a_meeting_that_was_closed_once_can_be_shared(tmp_path: Path, url: str) -> None:
    one = first_machine(tmp_path / "one", url)
    one.word(1)
    one.exchange()
    one.folder.close()
    (one.folder.path / "sync-state.json").unlink()
    one.settings = first_machine(tmp_path / "other", url).settings
    one.writer = "w0"
    one.open()
    write_origin(one.folder)
    write_origin(one.folder)
    one.exchange()
    one.folder.leave()
    one.writer = "w3"
    one.open()
    two = joined_machine(tmp_path / "two", one, "w2")
    two.exchange()
    one.write(splice("w1", 2, 0, "2;"))
    one.exchange()
    two.exchange()
    assert one.pad("w1") == two.pad("w1") == words(2)
    about = [machine.ledger.tables["about"]["meeting"]["title"] for machine in (one, two)]
    assert about[0] == about[1]


def test_threads_share_while_both_write(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    threads = [one.synchroniser(), two.synchroniser()]
    for number in range(1, 11):
        for machine, thread in zip((one, two), threads, strict=True):
            machine.word(number)
            thread.wake()
    assert until(lambda: one.pad("w2") == two.pad("w1") == words(10))
    assert until(lambda: all(thread.status.shared and thread.status.online for thread in threads))
    for thread in threads:
        thread.stop(10)
    assert one.state == two.state


def test_a_foreign_key_opens_nothing(pair: tuple[Machine, Machine]) -> None:
    one, _two = pair
    stranger = joined_machine(one.root.parent / "three", one, "w3")
    stranger.settings = type(one.settings)(
        one.settings.address, one.settings.meeting, bytes(32), stranger.settings.machine
    )
    assert "belongs to another meeting" in stranger.exchange().trouble
    assert stranger.pad("w1") == ""
    assert Sealer(bytes(32), one.settings.meeting)


def test_a_locked_meeting_is_shared_like_any_other(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    one.word(1)
    one.exchange()
    one.folder.leave()
    archive = Archive(one.root)
    archive.lock(ID, "häst batteri klammer")
    one.folder = archive.open(ID, "w4")
    one.ledger = one.folder.load()
    settings = read_settings(one.folder)
    assert settings == one.settings
    assert b'"key"' not in (one.folder.path / "sync.json").read_bytes()
    two.exchange()
    two.word(1)
    two.exchange()
    one.write(splice("w1", 2, 0, "2;"))
    one.exchange()
    two.exchange()
    assert two.pad("w1") == words(2)
    assert one.pad("w2") == "1;"
    assert b"changes" not in (one.folder.path / "w2.journal").read_bytes()
    one.ledger = archive.open(ID, "w5").load()
    assert one.state == two.state
