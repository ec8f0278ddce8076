"""What is settled before people go home: what is left shrinks as it is filled in, and nothing locks the room."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.content.delivery import change_delivery
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
from tests.helpers.meeting_fixture import PEOPLE, MeetingFixture


def seated(*away: str) -> MeetingFixture:
    """Everybody is here, but for those who are named; the invitation has one question."""
    fixture = MeetingFixture()
    fixture.write((Edit("about", "meeting", "questions", ["Vem ringer?"]),))
    for who, *_ in PEOPLE:
        presence = Presence.EXCUSED if who in away else Presence.PRESENT
        fixture.set_presence(presence, who)
    return fixture


def say(fixture: MeetingFixture, who: str, **values: str) -> None:
    fixture.write(wrap_up.give_feedback(fixture.meeting, who, values))


def settle(fixture: MeetingFixture, **values: str) -> None:
    fixture.write(wrap_up.change_interim_plan(fixture.meeting, values))


def rows(fixture: MeetingFixture) -> list[str]:
    return [str(item.row) for item in open_wrap_up_items(fixture.meeting)]


ALL = [
    *("safe p1", "wonders p1", "knows_whom p1", "satisfied p1", "family p2"),
    *("wish", "coordinator", "authority", "follow_up", "contact", "changed", "convener", "question question-1"),
    *("delivery p1", "delivery p2", "delivery p3", "delivery p4"),
]


def test_wrap_up_asks_person_first_and_wish_first() -> None:
    assert rows(seated()) == ALL
    assert wrap_up_progress(seated().meeting) == (0, 17)


def test_everything_can_be_settled() -> None:
    fixture = seated()
    say(fixture, "p1", safe="partly", wonders="Nej", knows_whom="no", satisfied="yes")
    say(fixture, "p2", safe="yes", knows_whom="yes", satisfied="no")
    settle(fixture, wish="Samir", coordinator="p3", authority="regionen", follow_up="2027-02-19T13:00")
    settle(fixture, contact="p3", changed="Samir ringer", convener="p4")
    fixture.write(change_question(fixture.meeting, "question-1", answer="Samir"))
    assert rows(fixture) == ["delivery p1", "delivery p2", "delivery p3", "delivery p4"]
    for who in ("p1", "p2", "p3", "p4"):
        fixture.write(change_delivery(fixture.meeting, who, {"channel": "paper"}))
    assert rows(fixture) == []
    assert wrap_up_progress(fixture.meeting) == (17, 17)
    assert not find_open_items(fixture.meeting)


def test_reason_for_no_follow_up_settles_it() -> None:
    fixture = seated()
    assert find_open_items(fixture.meeting).follow_up
    settle(fixture, unbooked="Maja vill vänta till efter provet")
    assert not find_open_items(fixture.meeting).follow_up
    assert "follow_up" not in rows(fixture)


def test_plan_that_ends_asks_who_remains_and_for_no_date() -> None:
    fixture = seated()
    settle(fixture, ended="målen är nådda")
    assert "remains" in rows(fixture)
    assert "follow_up" not in rows(fixture)
    settle(fixture, remains="skolkuratorn")
    assert "remains" not in rows(fixture)


def test_absent_person_is_informed_not_asked() -> None:
    fixture = seated("p1")
    assert rows(fixture)[:2] == ["told_by", "family p2"]
    assert "wish" not in rows(fixture)
    ends = find_open_items(fixture.meeting)
    assert (ends.person_uninformed, ends.person_unasked) == (True, False)
    settle(fixture, told_by="p2")
    assert not find_open_items(fixture.meeting).person_uninformed
    assert "told_by" not in rows(fixture)


def test_feedback_of_person_who_left_stays_listed() -> None:
    fixture = seated()
    say(fixture, "p1", safe="no")
    fixture.set_presence(Presence.LEFT, "p1")
    shown = [str(item.row) for item in wrap_up_sections(fixture.meeting)[WrapUpSection.FEEDBACK]]
    assert shown == ["told_by", "safe p1", "family p2"]


def test_family_who_left_is_not_waited_for() -> None:
    fixture = seated()
    say(fixture, "p2", safe="no")
    fixture.set_presence(Presence.LEFT, "p2")
    assert "family p2" in [str(item.row) for item in wrap_up_sections(fixture.meeting)[WrapUpSection.FEEDBACK]]
    assert "family p2" not in rows(fixture)


def test_one_answer_counts_as_asked() -> None:
    fixture = seated()
    assert find_open_items(fixture.meeting).person_unasked
    say(fixture, "p1", words="bra")
    assert not find_open_items(fixture.meeting).person_unasked


@pytest.mark.parametrize(("asked", "value"), [("safe", "maybe"), ("knows_whom", "partly"), ("satisfied", "YES")])
def test_invalid_answer_not_written_nor_counted(asked: str, value: str) -> None:
    fixture = seated()
    assert wrap_up.give_feedback(fixture.meeting, "p1", {asked: value}) == ()
    fixture.write((Edit("feedback", "p1", asked, value),))
    assert f"{asked} p1" in rows(fixture)


def test_family_row_asks_first_unanswered() -> None:
    fixture = seated()
    for asked in FEEDBACK_ANSWERS:
        assert wrap_up.question_of_row(fixture.meeting, RowId("family", "p2")) == ("p2", asked)
        say(fixture, "p2", **{asked: "yes"})
    assert wrap_up.question_of_row(fixture.meeting, RowId("family", "p2")) == ("p2", "")
    assert wrap_up.question_of_row(fixture.meeting, RowId("coordinator")) == ("", "")


def test_undone_feedback_does_not_return_with_next() -> None:
    fixture = seated()
    steps = []
    for edit in wrap_up.give_feedback(fixture.meeting, "p1", {"safe": "no"}):
        steps.append(inverse_of(fixture.builder.ledger, (edit,)))
        fixture.write((edit,))
    for step in reversed(steps):
        fixture.write(step)
    say(fixture, "p1", satisfied="yes")
    assert wrap_up.feedback_of(fixture.meeting, "p1").safe == ""


def test_first_coordinator_can_be_undone() -> None:
    fixture = seated()
    edits = wrap_up.change_interim_plan(fixture.meeting, {"coordinator": "p3"})
    back = inverse_of(fixture.builder.ledger, edits)
    fixture.write(edits)
    fixture.write(back)
    assert fixture.meeting.between == InterimPlan(id="between")


@pytest.mark.parametrize("words", ["Nej, inget mer.", "No, nothing more.", "nej tack", " "])
def test_who_wonders_about_nothing_more_has_nothing_to_keep(words: str) -> None:
    fixture = MeetingFixture()
    fixture.write(wrap_up.give_feedback(fixture.meeting, "p1", {"wonders": words}))
    assert wrap_up.wonder_of(wrap_up.feedback_of(fixture.meeting, "p1")) == ""
    assert wrap_up.park_wonder(fixture.meeting, "p1", fixture.moment()) == ()


def test_wonder_is_parked_once() -> None:
    fixture = seated()
    assert wrap_up.park_wonder(fixture.meeting, "p1", fixture.moment()) == ()
    say(fixture, "p1", wonders="Får jag ha kvar min lärare?")
    fixture.write(wrap_up.park_wonder(fixture.meeting, "p1", fixture.moment()))
    assert [(item.text, item.said_by) for item in fixture.meeting.parked] == [("Får jag ha kvar min lärare?", "p1")]
    assert wrap_up.is_parked(fixture.meeting, "p1")
    assert wrap_up.park_wonder(fixture.meeting, "p1", fixture.moment()) == ()


def test_new_coordinator_clears_phone() -> None:
    fixture = seated()
    settle(fixture, coordinator="p2", phone="070-174 06 05")
    settle(fixture, coordinator="p3")
    assert fixture.meeting.between.phone == ""
    assert wrap_up.phone_of(fixture.meeting, "p3") == ""
    fixture.write((Edit("participants", "p3", "phone", "08-123 45 67"),))
    assert wrap_up.phone_of(fixture.meeting, "p3") == "08-123 45 67"
    settle(fixture, coordinator="p4", phone="08-765 43 21")
    assert wrap_up.phone_of(fixture.meeting, "p4") == "08-765 43 21"


def test_coordinator_books_unless_other_named() -> None:
    fixture = seated()
    assert wrap_up.booker(fixture.meeting) is None
    settle(fixture, coordinator="p3")
    assert wrap_up.booker(fixture.meeting) == fixture.meeting.participant("p3")
    settle(fixture, booked_by="p4")
    assert wrap_up.booker(fixture.meeting) == fixture.meeting.participant("p4")


def test_deleted_participant_is_no_coordinator() -> None:
    fixture = seated()
    settle(fixture, coordinator="p3", contact="p3")
    fixture.write((Edit("participants", "p3", "deleted", True),))
    ends = find_open_items(fixture.meeting)
    assert ends.coordinator
    assert ends.between
    assert {"coordinator", "contact"} <= set(rows(fixture))


def test_next_open_item_goes_around() -> None:
    fixture = seated()
    assert wrap_up.next_open_item(fixture.meeting, RowId("")) == RowId("safe", "p1")
    assert wrap_up.next_open_item(fixture.meeting, RowId("urgent")) == RowId("changed")
    assert wrap_up.next_open_item(fixture.meeting, RowId("delivery", "p4")) == RowId("safe", "p1")


def test_wrap_up_of_meeting_without_people() -> None:
    fixture = MeetingFixture()
    fixture.write(tuple(Edit("participants", row, "deleted", True) for row, *_ in PEOPLE))
    assert rows(fixture) == ["coordinator", "authority", "follow_up", "contact", "changed", "convener"]
    assert not find_open_items(fixture.meeting).person_unasked


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


def do(fixture: MeetingFixture, deed: tuple[str, ...]) -> None:
    match deed:
        case ("feedback", who, asked, value):
            say(fixture, who, **{asked: value})
        case ("between", field, value):
            settle(fixture, **{field: value})
        case (_, row, answer):
            fixture.write(change_question(fixture.meeting, row, answer=answer))


@settings(max_examples=40, deadline=None)
@given(st.lists(DEEDS, max_size=12))
def test_open_items_only_shrink_when_filled_in(deeds: list[tuple[str, ...]]) -> None:
    fixture = seated()
    before = set(rows(fixture))
    for deed in deeds:
        do(fixture, deed)
        now = set(rows(fixture))
        assert now <= before
        done, everything = wrap_up_progress(fixture.meeting)
        assert done == everything - len(now)
        before = now


def test_feedback_of_unknown_participant_is_not_written() -> None:
    assert wrap_up.give_feedback(MeetingFixture().meeting, "gone", {"safe": "yes"}) == ()


def test_row_of_a_question_asks_its_participant() -> None:
    assert wrap_up.question_of_row(MeetingFixture().meeting, RowId("safe", "p1")) == ("p1", "safe")


def test_absent_family_without_answer_is_not_listed() -> None:
    fixture = seated()
    fixture.set_presence(Presence.EXCUSED, "p2")
    assert "family p2" not in [str(item.row) for item in wrap_up_sections(fixture.meeting)[WrapUpSection.FEEDBACK]]
