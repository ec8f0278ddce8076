"""What is settled before people go home: what is left shrinks as it is filled in, and nothing locks the room."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.content.questions import change_question
from sip_tui.meeting.guidance import wrap_up
from sip_tui.meeting.guidance.phase_guard import find_open_items
from sip_tui.meeting.guidance.wrap_up import (
    FEEDBACK_ANSWERS,
    FEEDBACK_FIELDS,
    WrapUpSection,
    open_wrap_up_items,
    wrap_up_progress,
    wrap_up_sections,
)
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.undo import inverse_of
from sip_tui.meeting.model.enums import Presence, RowId
from sip_tui.meeting.model.proceedings import InterimPlan
from sip_tui.meeting.people.attendance import set_presence
from tests.helpers.meeting_fixture import PEOPLE, MeetingFixture


def seated(*away: str) -> MeetingFixture:
    """Everybody is here, but for those who are named; the invitation has one question."""
    table = MeetingFixture()
    table.write((Edit("about", "meeting", "questions", ["Vem ringer?"]),))
    for who, *_ in PEOPLE:
        presence = Presence.EXCUSED if who in away else Presence.PRESENT
        table.write(set_presence(table.meeting, who, presence, table.moment()))
    return table


def say(table: MeetingFixture, who: str, **values: str) -> None:
    table.write(wrap_up.give_feedback(table.meeting, who, values))


def settle(table: MeetingFixture, **values: str) -> None:
    table.write(wrap_up.change_interim_plan(table.meeting, values))


def rows(table: MeetingFixture) -> list[str]:
    return [str(one.row) for one in open_wrap_up_items(table.meeting)]


ALL = [
    *("safe p1", "wonders p1", "knows_whom p1", "satisfied p1", "family p2"),
    *("wish", "coordinator", "authority", "follow_up", "contact", "changed", "convener", "question question-1"),
]


def test_wrap_up_asks_person_first_and_wish_first() -> None:
    assert rows(seated()) == ALL
    assert wrap_up_progress(seated().meeting) == (0, 13)


def test_everything_can_be_settled() -> None:
    table = seated()
    say(table, "p1", safe="partly", wonders="Nej", knows_whom="no", satisfied="yes")
    say(table, "p2", safe="yes", knows_whom="yes", satisfied="no")
    settle(table, wish="Samir", coordinator="p3", authority="regionen", follow_up="2027-02-19T13:00")
    settle(table, contact="p3", changed="Samir ringer", convener="p4")
    table.write(change_question(table.meeting, "question-1", answer="Samir"))
    assert rows(table) == []
    assert wrap_up_progress(table.meeting) == (13, 13)
    assert not find_open_items(table.meeting)


def test_reason_for_no_follow_up_settles_it() -> None:
    table = seated()
    assert find_open_items(table.meeting).follow_up
    settle(table, unbooked="Maja vill vänta till efter provet")
    assert not find_open_items(table.meeting).follow_up
    assert "follow_up" not in rows(table)


def test_absent_person_is_informed_not_asked() -> None:
    table = seated("p1")
    assert rows(table)[:2] == ["told_by", "family p2"]
    assert "wish" not in rows(table)
    ends = find_open_items(table.meeting)
    assert (ends.person_uninformed, ends.person_unasked) == (True, False)
    settle(table, told_by="p2")
    assert not find_open_items(table.meeting).person_uninformed
    assert "told_by" not in rows(table)


def test_feedback_of_person_who_left_stays_listed() -> None:
    table = seated()
    say(table, "p1", safe="no")
    table.write(set_presence(table.meeting, "p1", Presence.LEFT, table.moment()))
    shown = [str(one.row) for one in wrap_up_sections(table.meeting)[WrapUpSection.FEEDBACK]]
    assert shown == ["told_by", "safe p1", "family p2"]


def test_family_who_left_is_not_waited_for() -> None:
    table = seated()
    say(table, "p2", safe="no")
    table.write(set_presence(table.meeting, "p2", Presence.LEFT, table.moment()))
    assert "family p2" in [str(one.row) for one in wrap_up_sections(table.meeting)[WrapUpSection.FEEDBACK]]
    assert "family p2" not in rows(table)


def test_one_answer_counts_as_asked() -> None:
    table = seated()
    assert find_open_items(table.meeting).person_unasked
    say(table, "p1", words="bra")
    assert not find_open_items(table.meeting).person_unasked


@pytest.mark.parametrize(("asked", "value"), [("safe", "maybe"), ("knows_whom", "partly"), ("satisfied", "YES")])
def test_invalid_answer_not_written_nor_counted(asked: str, value: str) -> None:
    table = seated()
    assert wrap_up.give_feedback(table.meeting, "p1", {asked: value}) == ()
    table.write((Edit("feedback", "p1", asked, value),))
    assert f"{asked} p1" in rows(table)


def test_family_row_asks_first_unanswered() -> None:
    table = seated()
    for asked in FEEDBACK_ANSWERS:
        assert wrap_up.question_of_row(table.meeting, RowId("family", "p2")) == ("p2", asked)
        say(table, "p2", **{asked: "yes"})
    assert wrap_up.question_of_row(table.meeting, RowId("family", "p2")) == ("p2", "")
    assert wrap_up.question_of_row(table.meeting, RowId("coordinator")) == ("", "")


def test_undone_feedback_does_not_return_with_next() -> None:
    table = seated()
    steps = []
    for edit in wrap_up.give_feedback(table.meeting, "p1", {"safe": "no"}):
        steps.append(inverse_of(table.builder.ledger, (edit,)))
        table.write((edit,))
    for step in reversed(steps):
        table.write(step)
    say(table, "p1", satisfied="yes")
    assert wrap_up.feedback_of(table.meeting, "p1").safe == ""


def test_first_coordinator_can_be_undone() -> None:
    table = seated()
    edits = wrap_up.change_interim_plan(table.meeting, {"coordinator": "p3"})
    back = inverse_of(table.builder.ledger, edits)
    table.write(edits)
    table.write(back)
    assert table.meeting.between == InterimPlan(id="between")


def test_wonder_is_parked_once() -> None:
    table = seated()
    assert wrap_up.park_wonder(table.meeting, "p1", table.moment()) == ()
    say(table, "p1", wonders="Får jag ha kvar min lärare?")
    table.write(wrap_up.park_wonder(table.meeting, "p1", table.moment()))
    assert [(one.text, one.said_by) for one in table.meeting.parked] == [("Får jag ha kvar min lärare?", "p1")]
    assert wrap_up.is_parked(table.meeting, "p1")
    assert wrap_up.park_wonder(table.meeting, "p1", table.moment()) == ()


def test_new_coordinator_clears_phone() -> None:
    table = seated()
    settle(table, coordinator="p2", phone="070-174 06 05")
    settle(table, coordinator="p3")
    assert table.meeting.between.phone == ""
    assert wrap_up.phone_of(table.meeting, "p3") == ""
    table.write((Edit("participants", "p3", "phone", "08-123 45 67"),))
    assert wrap_up.phone_of(table.meeting, "p3") == "08-123 45 67"
    settle(table, coordinator="p4", phone="08-765 43 21")
    assert wrap_up.phone_of(table.meeting, "p4") == "08-765 43 21"


def test_coordinator_books_unless_other_named() -> None:
    table = seated()
    assert wrap_up.booker(table.meeting) is None
    settle(table, coordinator="p3")
    assert wrap_up.booker(table.meeting) == table.meeting.participant("p3")
    settle(table, booked_by="p4")
    assert wrap_up.booker(table.meeting) == table.meeting.participant("p4")


def test_deleted_participant_is_no_coordinator() -> None:
    table = seated()
    settle(table, coordinator="p3", contact="p3")
    table.write((Edit("participants", "p3", "deleted", True),))
    ends = find_open_items(table.meeting)
    assert ends.coordinator
    assert ends.between
    assert {"coordinator", "contact"} <= set(rows(table))


def test_next_open_item_goes_around() -> None:
    table = seated()
    assert wrap_up.next_open_item(table.meeting, RowId("")) == RowId("safe", "p1")
    assert wrap_up.next_open_item(table.meeting, RowId("urgent")) == RowId("changed")
    assert wrap_up.next_open_item(table.meeting, RowId("question", "question-1")) == RowId("safe", "p1")


def test_wrap_up_of_meeting_without_people() -> None:
    table = MeetingFixture()
    table.write(tuple(Edit("participants", row, "deleted", True) for row, *_ in PEOPLE))
    assert rows(table) == ["coordinator", "authority", "follow_up", "contact", "changed", "convener"]
    assert not find_open_items(table.meeting).person_unasked


WHO = st.sampled_from(["p1", "p2", "p3", "p4"])
TEXT = st.sampled_from(["ja", "på måndag", "Får jag?"])
DEEDS = st.one_of(
    st.tuples(
        st.just("feedback"),
        st.sampled_from(["p1", "p2"]),
        st.sampled_from(FEEDBACK_FIELDS),
        st.sampled_from(["yes", "no"]),
    ),
    st.tuples(st.just("between"), st.sampled_from(["coordinator", "contact", "convener"]), WHO),
    st.tuples(
        st.just("between"), st.sampled_from(["wish", "authority", "follow_up", "unbooked", "changed", "urgent"]), TEXT
    ),
    st.tuples(st.just("question"), st.just("question-1"), TEXT),
)


def do(table: MeetingFixture, deed: tuple[str, ...]) -> None:
    match deed:
        case ("feedback", who, asked, value):
            say(table, who, **{asked: value})
        case ("between", field, value):
            settle(table, **{field: value})
        case (_, row, answer):
            table.write(change_question(table.meeting, row, answer=answer))


@settings(max_examples=40, deadline=None)
@given(st.lists(DEEDS, max_size=12))
def test_open_items_only_shrink_when_filled_in(deeds: list[tuple[str, ...]]) -> None:
    table = seated()
    before = set(rows(table))
    for deed in deeds:
        do(table, deed)
        now = set(rows(table))
        assert now <= before
        done, everything = wrap_up_progress(table.meeting)
        assert done == everything - len(now)
        before = now
