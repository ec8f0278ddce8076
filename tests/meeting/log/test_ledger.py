"""The fold: any order, any number of times, and what somebody lost is shown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.log.change import Change, Edit, Stamp, Value, next_stamp, parse_time
from sip_tui.meeting.log.ledger import Cell, Ledger
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.meeting import Need
from sip_tui.meeting.notes.pads import smallest_splice
from tests.helpers.archives import pad, splice
from tests.helpers.change_histories import histories


def folded(changes: list[Change]) -> Ledger:
    ledger = Ledger()
    ledger.add(changes)
    return ledger


@given(st.data())
@settings(max_examples=150)
def test_change_order_does_not_matter(data: st.DataObject) -> None:
    changes = data.draw(histories())
    other = data.draw(st.permutations(changes))
    first, second = MeetingProjection(folded(changes)), MeetingProjection(folded(list(other)))
    assert first.meeting == second.meeting
    assert lost(first.ledger) == lost(second.ledger)


@given(histories())
@settings(max_examples=80)
def test_duplicate_change_counts_once(changes: list[Change]) -> None:
    assert MeetingProjection(folded(changes + changes)).meeting == MeetingProjection(folded(changes)).meeting


@given(histories(), st.integers(0, 14))
@settings(max_examples=80)
def test_incremental_refresh_equals_full_build(changes: list[Change], cut: int) -> None:
    builder = MeetingProjection(folded(changes[:cut]))
    builder.refresh(builder.ledger.add(changes[cut:]))
    assert builder.meeting == MeetingProjection(folded(changes)).meeting


@given(st.lists(st.integers(0, 9), min_size=2))
def test_stamps_increase_whatever_the_wall_clock(walls: list[int]) -> None:
    stamps = [Stamp(0, 0, "a")]
    for millis in walls:
        stamps.append(next_stamp(stamps[-1], millis, "a"))
    assert stamps == sorted(set(stamps))
    assert [Stamp.parse(str(stamp)) for stamp in stamps] == stamps


def test_concurrent_value_kept_until_dismissed() -> None:
    chair, secretary = Ledger(), Ledger()
    first = chair.stamp([Edit("actions", "a1", "who", "p3")], 10, "chair")
    second = secretary.stamp([Edit("actions", "a1", "who", "p4")], 11, "secretary")
    chair.add(first + second)
    assert MeetingProjection(chair).meeting.actions[0].who == "p4"
    assert MeetingProjection(chair).meeting.actions[0].lost == {"who": ("p3",)}
    chair.add(chair.dismiss("actions", "a1", "who", 12, "chair"))
    assert MeetingProjection(chair).meeting.actions[0].lost == {}


def test_write_after_read_loses_nothing() -> None:
    ledger = Ledger()
    ledger.add(ledger.stamp([Edit("actions", "a1", "what", "ringa")], 10, "a"))
    ledger.add(ledger.stamp([Edit("actions", "a1", "what", "ringa skolan")], 11, "b"))
    assert lost(ledger) == {}


def test_two_edits_of_cell_in_one_step_no_conflict() -> None:
    ledger = Ledger()
    twice = [Edit("actions", "a1", "what", "r"), Edit("actions", "a1", "what", "ringa")]
    ledger.add(ledger.stamp(twice, 10, "a"))
    assert MeetingProjection(ledger).meeting.actions[0].what == "ringa"
    assert lost(ledger) == {}


def test_edit_without_effect_makes_no_change() -> None:
    ledger = Ledger()
    ledger.add(ledger.stamp([Edit("about", "meeting", "minutes", 60)], 10, "a"))
    assert ledger.stamp([Edit("about", "meeting", "minutes", 60)], 11, "a") == []


@given(st.sampled_from([None, 3, "x", [1], {"a": 1}, [1, 2, 3]]))
def test_malformed_values_never_stop_opening(value: object) -> None:
    ledger = Ledger()
    cells = [("participants", "p1", "kind"), ("about", "meeting", "start"), ("about", "meeting", "questions")]
    ledger.add([Change(Stamp(n, 0, "a"), *cell, value) for n, cell in enumerate(cells)])  # type: ignore[arg-type]
    assert MeetingProjection(ledger).meeting.participants[0].id == "p1"


def lost(ledger: Ledger) -> dict[tuple[str, str, str], object]:
    cells = (
        ((table, row, name), cell)
        for table, rows in ledger.tables.items()
        for row, row_cells in rows.items()
        for name, cell in row_cells.items()
    )
    return {where: cell.lost for where, cell in cells if isinstance(cell, Cell) and cell.lost}


def test_snapshot_edits_recreate_meeting_without_conflicts() -> None:
    ledger = Ledger()
    texts = (("", "ett"), ("ett", "ett två"))
    pad = [Edit("notes", "needs-chair", "text", smallest_splice(before, after)) for before, after in texts]
    ledger.add(ledger.stamp([*pad, Edit("actions", "a1", "what", "ringa")], 10, "a"))
    ledger.add(Ledger().stamp([Edit("actions", "a1", "what", "skriva")], 11, "b"))
    assert lost(ledger)
    copy = Ledger()
    copy.add(copy.stamp(ledger.snapshot_edits(), 20, "c"))
    assert copy.tables["notes"]["needs-chair"]["text"].value == [0, 0, "ett två"]
    assert MeetingProjection(copy).meeting.actions[0].what == MeetingProjection(ledger).meeting.actions[0].what
    assert lost(copy) == {}


def test_dismissing_without_conflict_makes_no_change() -> None:
    ledger = Ledger()
    ledger.add(ledger.stamp([Edit("actions", "a1", "what", "ringa")], 10, "a"))
    assert ledger.dismiss("actions", "a1", "what", 11, "a") == []
    assert ledger.dismiss("actions", "gone", "what", 11, "a") == []


@pytest.mark.parametrize("value", [None, "text", [0, 0], ["0", 0, "a"], [0, 0, "a", 1]])
def test_malformed_splice_changes_nothing(value: Value) -> None:
    ledger = Ledger()
    assert ledger.add([Change(Stamp(1, 0, "a"), "notes", "needs-chair", "text", value)]) == set()
    assert MeetingProjection(ledger).meeting.pad_text("", "") == ""


def test_unknown_table_is_kept_but_not_shown() -> None:
    ledger = Ledger()
    ledger.add(ledger.stamp([Edit("drawings", "d1", "text", "x"), Edit("needs", "n1", "text", "lugn")], 10, "a"))
    meeting = MeetingProjection(ledger).meeting
    assert meeting.rows("drawings") == ()
    assert [need.text for need in meeting.needs] == ["lugn"]
    assert "drawings" in ledger.tables


def test_row_repr_names_every_field() -> None:
    assert repr(Need(id="n1", text="lugn")) == "Need(id='n1', order=0, deleted=False, lost={}, text='lugn')"


def test_later_value_holds_when_the_earlier_comes_after_it() -> None:
    writer, reader = Ledger(), Ledger()
    first = writer.stamp([Edit("needs", "n1", "text", "Lugn")], 10, "w")
    writer.add(first)
    second = writer.stamp([Edit("needs", "n1", "text", "Lugn i skolan")], 20, "w")
    reader.add(second + first)
    assert [need.text for need in MeetingProjection(reader).meeting.needs] == ["Lugn i skolan"]


def test_words_that_come_late_or_twice_stand_once_in_their_place() -> None:
    writer, reader = Ledger(), Ledger()
    first = writer.stamp([splice("a", 0, 0, "Vi ")], 10, "a")
    writer.add(first)
    second = writer.stamp([splice("a", 3, 0, "ses")], 20, "a")
    reader.add(second)
    reader.add(first)
    reader.add(first)
    assert pad(reader, "a") == "Vi ses"


def test_values_of_another_kind_are_left_out() -> None:
    edits = [Edit("about", "meeting", "start", "snart"), Edit("about", "meeting", "questions", "en text")]
    about = MeetingProjection(
        folded(Ledger().stamp([*edits, Edit("about", "meeting", "title", "SIP")], 10, "w"))
    ).meeting.about
    assert (about.title, about.start, about.questions) == ("SIP", None, ())
    assert parse_time("snart") is None
