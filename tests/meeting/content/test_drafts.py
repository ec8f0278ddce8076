"""What is half written is kept for the seat that wrote it, and goes with its words."""

from __future__ import annotations

from sip_tui.meeting.content.drafts import adopt_drafts, draft_of, draft_texts, drafts_of, keep_draft, waiting_words
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.meeting import Meeting


def meeting_of(*steps: tuple[Edit, ...]) -> Meeting:
    ledger = Ledger()
    for millis, edits in enumerate(steps):
        ledger.add(ledger.stamp(edits, millis, "a"))
    return MeetingProjection(ledger).meeting


def test_a_draft_is_found_by_seat_and_form() -> None:
    meeting = meeting_of(keep_draft(Meeting(), "chair", "line", {"line": "Johan"}, title="En rad", row="a1"))
    draft = draft_of(meeting, "chair", "line")
    assert draft is not None
    assert (draft.title, draft.row, draft_texts(draft)) == ("En rad", "a1", {"line": "Johan"})
    assert drafts_of(meeting, "chair") == (draft,)
    assert draft_of(meeting, "secretary", "line") is None
    assert drafts_of(meeting, "chair-2") == ()


def test_an_emptied_draft_leaves_no_words() -> None:
    first = keep_draft(Meeting(), "chair", "line", {"line": "Johan"})
    kept = meeting_of(first)
    emptied = keep_draft(kept, "chair", "line", {})
    assert meeting_of(first, emptied).drafts == ()
    assert Edit("drafts", "chair line", "texts", []) in emptied
    assert keep_draft(kept, "chair", "line", {"line": "Johan"}) == ()
    assert keep_draft(Meeting(), "chair", "line", {}) == ()
    assert draft_texts(None) == {}


def test_words_of_an_empty_second_seat_are_taken_over() -> None:
    seats = ("chair", "chair-2", "chair-3", "secretary")
    steps = [keep_draft(Meeting(), seat, "time", {"line": seat}, title="Tid") for seat in seats]
    steps.append(keep_draft(Meeting(), "chair-2", "reason", {"reason": "för", "more": "sent"}, row="r1"))
    meeting = meeting_of(*steps)
    assert set(waiting_words(meeting)) == {*seats, "för sent"}
    taken = meeting_of(*steps, adopt_drafts(meeting, "chair", {"chair-3"}))
    assert {draft.id: draft_texts(draft)["line"] for draft in taken.drafts if draft.id.endswith("time")} == {
        f"{seat} time": seat for seat in seats
    }, "what this seat has typed itself in the same form stays, and that of the other as well"
    reason = draft_of(taken, "chair", "reason")
    assert reason is not None
    assert (draft_texts(reason), reason.row) == ({"reason": "för", "more": "sent"}, "r1")
    assert draft_of(taken, "chair-2", "reason") is None
