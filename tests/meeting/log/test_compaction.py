"""Compaction: what was deleted, overwritten or unwritten is gone after the close; what stands is kept."""

from __future__ import annotations

from sip_tui.meeting.content.drafts import keep_draft
from sip_tui.meeting.content.plan import change_row, delete_row
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.compaction import compact
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.enums import RowId
from sip_tui.meeting.notes.pads import write_pad
from tests.helpers.meeting_fixture import MeetingFixture


def held() -> MeetingFixture:
    """A meeting with a pad that was rewritten, an action that was changed, and one that was deleted."""
    fixture = MeetingFixture()
    for text in ("Samir ringer hemligt", "Samir ringer"):
        fixture.write(write_pad(fixture.meeting, "needs", "secretary", text))
    fixture.write((Edit("actions", "a1", "what", "Hemlig åtgärd"), Edit("actions", "a2", "what", "Dold åtgärd")))
    fixture.write(change_row("actions", fixture.meeting.actions[0], what="Ringer skolan"))
    fixture.write(delete_row("actions", "a2"))
    return fixture


def test_compacted_ledger_shows_the_same_meeting() -> None:
    fixture = held()
    fixture.builder.ledger.cell("actions", "a1", "where")
    before = fixture.meeting
    compact(fixture.builder.ledger)
    assert MeetingProjection(fixture.builder.ledger).meeting == before


def test_compaction_removes_what_does_not_stand() -> None:
    fixture = held()
    other = MeetingFixture().builder.ledger
    fixture.write(keep_draft(fixture.meeting, "chair", "reason", {"reason": "Hemligt utkast"}))
    fixture.builder.ledger.add(other.stamp([Edit("actions", "a1", "what", "Hemlig konflikt")], 1, "other"))
    compact(fixture.builder.ledger)
    assert not [word for word in ("emlig", "Dold") if word in repr(fixture.builder.ledger)]
    assert "Ringer skolan" in repr(fixture.builder.ledger)


def test_removed_participant_keeps_name_only_when_mentioned() -> None:
    fixture = held()
    for who, email in (("p3", "samir@example.org"), ("p4", "helena@example.org")):
        fixture.write((Edit("participants", who, "email", email), *delete_row("participants", who)))
    compact(fixture.builder.ledger)
    kept = fixture.builder.ledger.tables["participants"]
    assert set(kept["p3"]) == {"name", "kind", "role", "deleted"}, "the pad names Samir, and minutes must mask him"
    assert "p4" not in kept
    assert [who.name for who in MeetingProjection(fixture.builder.ledger).meeting.removed_participants] == [
        "Samir Haddad"
    ]


def test_removed_participant_without_a_name_is_forgotten() -> None:
    fixture = held()
    fixture.write((Edit("participants", "p9", "kind", "actor"), *delete_row("participants", "p9")))
    compact(fixture.builder.ledger)
    assert "p9" not in fixture.builder.ledger.tables["participants"]


def test_row_id_reads_what_it_writes() -> None:
    for row in (RowId("actions", "a1"), RowId("urgent"), RowId("")):
        assert RowId.parse(str(row)) == row
