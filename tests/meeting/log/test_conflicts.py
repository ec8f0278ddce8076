"""What two wrote at the same time is told until somebody has seen it, and nothing else is."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings

from sip_tui.meeting.log.change import Change, Edit, Value
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.meeting.log.projection import Conflict, MeetingProjection, conflicts
from sip_tui.meeting.model.meeting import Meeting
from tests.helpers.change_histories import histories

ACTION = (Edit("actions", "a1", "what", "Ringer BUP"), Edit("actions", "a1", "who", "p3"))


class Two:
    """Two who sit at one table, and for a moment do not see what the other writes."""

    def __init__(self, *edits: Edit) -> None:
        self.chair, self.secretary = Ledger(), Ledger()
        self._millis = 0
        self.share(self.write(self.chair, "chair", *edits))

    def write(self, ledger: Ledger, writer: str, *edits: Edit) -> list[Change]:
        self._millis += 1
        changes = ledger.stamp(edits, self._millis, writer)
        ledger.add(changes)
        return changes

    def at_once(self, first: Edit, second: Edit) -> None:
        """The chair writes, and a moment later the secretary, who has not seen it."""
        ours = self.write(self.chair, "chair", first)
        theirs = self.write(self.secretary, "secretary", second)
        self.share([*ours, *theirs])

    def share(self, changes: list[Change]) -> None:
        self.chair.add(changes)
        self.secretary.add(changes)

    @property
    def lost(self) -> tuple[Conflict, ...]:
        """What both are told."""
        told = conflicts(MeetingProjection(self.chair).meeting)
        assert told == conflicts(MeetingProjection(self.secretary).meeting)
        return told


def when(value: Value) -> Edit:
    return Edit("actions", "a1", "when", value)


def test_conflict_names_row_field_and_lost_value() -> None:
    two = Two(*ACTION)
    two.at_once(when("fredag"), when("måndag"))
    assert two.lost == (Conflict("actions", "a1", "when", "måndag", ("fredag",)),)


def test_two_fields_of_one_row_merge() -> None:
    two = Two(*ACTION)
    two.at_once(when("fredag"), Edit("actions", "a1", "who", "p4"))
    assert two.lost == ()


def test_equal_concurrent_values_are_no_conflict() -> None:
    two = Two(*ACTION)
    two.at_once(when("fredag"), when("fredag"))
    assert two.lost == ()
    two.share(two.write(two.chair, "chair", when("måndag")))
    assert two.lost == ()


def test_write_after_read_is_no_conflict() -> None:
    two = Two(*ACTION)
    two.share(two.write(two.chair, "chair", when("fredag")))
    two.share(two.write(two.secretary, "secretary", when("måndag")))
    assert two.lost == ()


@pytest.mark.parametrize(
    ("table", "row", "field"),
    [
        ("reactions", "r1", "mark"),
        ("events", "e1", "text"),
        ("turns", "t1", "who"),
        ("participants", "p1", "came"),
        ("actions", "a1", "order"),
    ],
)
def test_private_and_log_tables_report_no_conflict(table: str, row: str, field: str) -> None:
    two = Two(*ACTION)
    values: tuple[Value, Value] = (1, 2) if field == "order" else ("2026-11-27T12:00:00Z", "2026-11-27T12:00:01Z")
    two.at_once(Edit(table, row, field, values[0]), Edit(table, row, field, values[1]))
    assert two.lost == ()


def test_deleted_row_reports_no_conflict() -> None:
    two = Two(*ACTION)
    two.at_once(when("fredag"), when("måndag"))
    two.share(two.write(two.chair, "chair", Edit("actions", "a1", "deleted", True)))
    assert two.lost == ()


def test_single_row_tables_report_conflicts() -> None:
    two = Two()
    two.at_once(Edit("about", "meeting", "place", "Eken"), Edit("about", "meeting", "place", "Linden"))
    assert two.lost == (Conflict("about", "meeting", "place", "Linden", ("Eken",)),)


def test_dismissed_conflict_is_gone_for_both() -> None:
    two = Two(*ACTION)
    two.at_once(when("fredag"), when("måndag"))
    two.share(two.chair.dismiss("actions", "a1", "when", 50, "chair"))
    assert two.lost == ()
    assert MeetingProjection(two.secretary).meeting.actions[0].when == "måndag"


def test_concurrent_dismissals_make_no_conflict() -> None:
    two = Two(*ACTION)
    two.at_once(when("fredag"), when("måndag"))
    ours = two.chair.dismiss("actions", "a1", "when", 50, "chair")
    theirs = two.secretary.dismiss("actions", "a1", "when", 51, "secretary")
    two.share([*ours, *theirs])
    assert two.lost == ()


def test_restored_value_holds_without_new_conflict() -> None:
    two = Two(*ACTION)
    two.at_once(when("fredag"), when("måndag"))
    two.share(two.chair.overwrite(when("fredag"), 50, "chair"))
    assert two.lost == ()
    assert MeetingProjection(two.secretary).meeting.actions[0].when == "fredag"
    two.share(two.write(two.secretary, "secretary", when("tisdag")))
    assert two.lost == ()


def test_conflict_is_part_of_row_equality() -> None:
    """Screens are drawn anew only when the meeting is another one."""
    two = Two(*ACTION)
    two.at_once(when("fredag"), when("måndag"))
    before = MeetingProjection(two.chair).meeting
    two.share(two.chair.dismiss("actions", "a1", "when", 50, "chair"))
    assert MeetingProjection(two.chair).meeting != before
    assert hash(before.actions[0]) == hash(MeetingProjection(two.chair).meeting.actions[0])


@given(histories())
@settings(max_examples=60, deadline=None)
def test_dismissing_all_conflicts_changes_no_value(changes: list[Change]) -> None:
    ledger = Ledger()
    ledger.add(changes)
    before = MeetingProjection(ledger).meeting
    for clash in conflicts(before):
        ledger.add(ledger.dismiss(clash.table, clash.row, clash.field, 99, "chair"))
    after = MeetingProjection(ledger).meeting
    assert conflicts(after) == ()
    assert held(after) == held(before)


def held(meeting: Meeting) -> dict[tuple[str, str], dict[str, object]]:
    """Every row's values, without what was lost."""
    return {
        (table, row.id): {
            field.name: getattr(row, field.name) for field in dataclasses.fields(row) if field.name != "lost"
        }
        for table in ("actions", "goals", "participants")
        for row in getattr(meeting, table)
    }


def test_what_was_not_seen_is_lost_though_seconds_apart() -> None:
    two = Two(*ACTION)
    seen = dict(two.secretary.last_by_writer)
    two.share(two.write(two.chair, "chair", when("fredag")))
    for text in ("m", "må", "måndag"):
        changes = two.secretary.stamp([when(text)], 50_000, "secretary", seen)
        two.share(changes)
    assert two.lost == (Conflict("actions", "a1", "when", "måndag", ("fredag",)),)


def test_who_wrote_the_same_unseen_has_lost_nothing() -> None:
    two = Two(*ACTION)
    two.share(two.write(two.chair, "chair", when("fredag")))
    assert two.secretary.stamp([when("fredag")], 9, "secretary", two.chair.last_by_writer) == []
    two.share(two.secretary.stamp([when("fredag")], 9, "secretary", {}))
    two.share(two.secretary.stamp([when("lördag")], 9, "secretary", {}))
    assert two.lost == ()
