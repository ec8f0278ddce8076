"""Ideas, the parking lot, disagreements, and the chair's private marks."""

from __future__ import annotations

import pytest

from sip_tui.meeting.content import ideas
from sip_tui.meeting.content.ideas import Mood
from sip_tui.meeting.content.plan import add_row, change_row, delete_row
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time import agenda
from tests.helpers.meeting_fixture import MeetingFixture


def add(table: MeetingFixture, rows: str, **fields: str) -> tuple[Edit, ...]:
    """Add a row as its form does."""
    return add_row(rows, getattr(table.meeting, rows), table.moment(), "text", fields)


def with_idea(text: str = "Taxi till skolan") -> MeetingFixture:
    table = MeetingFixture()
    table.write(add(table, "ideas", text=text, pros="lugnt", cons="dyrt"))
    return table


def opened() -> MeetingFixture:
    table = MeetingFixture()
    table.write(agenda.open_meeting(table.meeting, table.moment()))
    return table


def test_an_idea_becomes_an_action_and_says_which() -> None:
    table = with_idea()
    table.write(ideas.promote_idea(table.meeting, table.meeting.ideas[0], table.moment()))
    action = ideas.action_of_idea(table.meeting, table.meeting.ideas[0])
    assert action is not None
    assert action.what == "Taxi till skolan"
    assert table.meeting.actions == (action,)


def test_an_idea_is_promoted_once_and_again_only_when_its_action_is_gone() -> None:
    table = with_idea()
    table.write(ideas.promote_idea(table.meeting, table.meeting.ideas[0], table.moment()))
    assert ideas.promote_idea(table.meeting, table.meeting.ideas[0], table.moment()) == ()
    table.write(delete_row("actions", table.meeting.actions[0].id))
    assert ideas.action_of_idea(table.meeting, table.meeting.ideas[0]) is None
    table.write(ideas.promote_idea(table.meeting, table.meeting.ideas[0], table.moment()))
    assert len(table.meeting.actions) == 1


def test_an_action_that_is_reworded_is_still_what_the_idea_became() -> None:
    table = with_idea()
    table.write(ideas.promote_idea(table.meeting, table.meeting.ideas[0], table.moment()))
    table.write(change_row("actions", table.meeting.actions[0], what="Taxi tre dagar"))
    action = ideas.action_of_idea(table.meeting, table.meeting.ideas[0])
    assert action is not None
    assert action.what == "Taxi tre dagar"


def test_an_idea_without_words_is_neither_an_idea_nor_an_action() -> None:
    table = with_idea()
    assert add(table, "ideas", text="  ", pros="bra") == ()
    table.write(change_row("ideas", table.meeting.ideas[0], text=""))
    assert ideas.promote_idea(table.meeting, table.meeting.ideas[0], table.moment()) == ()


def test_what_is_parked_waits_until_it_is_settled_and_may_come_back() -> None:
    table = MeetingFixture()
    table.write(add(table, "parked", text="Vem betalar skolkortet?", said_by="p2"))
    table.write(add(table, "parked", text="Datorn"))
    table.write(ideas.toggle_settled(table.meeting.parked[0]))
    assert [one.text for one in ideas.unsettled_items(table.meeting)] == ["Datorn"]
    table.write(ideas.toggle_settled(table.meeting.parked[0]))
    assert len(ideas.unsettled_items(table.meeting)) == 2


def test_a_disagreement_is_kept_in_the_words_that_were_said() -> None:
    table = MeetingFixture()
    table.write(add(table, "disagreements", text=" Skolan och BUP ser olika på takten "))
    assert [one.text for one in table.meeting.disagreements] == ["Skolan och BUP ser olika på takten"]


def test_the_latest_mark_is_first_and_one_about_nobody_is_no_mark() -> None:
    table = MeetingFixture()
    table.write(ideas.add_reaction(table.meeting, "p1", Mood.TIRED, table.moment()))
    table.wait(5)
    table.write(ideas.add_reaction(table.meeting, "p2", Mood.RELIEVED, table.moment()))
    assert ideas.add_reaction(table.meeting, "nobody", Mood.SAD, table.moment()) == ()
    assert [(one.who, one.mark) for one in ideas.latest_reactions(table.meeting)] == [
        ("p2", "relieved"),
        ("p1", "tired"),
    ]


def test_the_chair_is_asked_to_look_up_every_ten_minutes() -> None:
    table = opened()
    table.wait(9)
    assert not ideas.is_check_in_due(table.meeting, table.now)
    table.wait(1)
    assert ideas.is_check_in_due(table.meeting, table.now)
    table.write(ideas.add_reaction(table.meeting, "p1", Mood.WELL, table.moment()))
    assert ideas.minutes_since_check_in(table.meeting, table.now) == 0
    table.wait(6)
    assert not ideas.is_check_in_due(table.meeting, table.now)


def test_a_break_is_a_look_and_nobody_is_asked_during_it() -> None:
    table = opened()
    table.wait(12)
    table.write(agenda.start_break(table.moment()))
    table.wait(10)
    assert ideas.minutes_since_check_in(table.meeting, table.now) is None
    table.write(agenda.resume(table.moment()))
    table.wait(2)
    assert ideas.minutes_since_check_in(table.meeting, table.now) == 2


@pytest.mark.parametrize("closed", [False, True])
def test_nobody_is_asked_before_the_meeting_or_after_it(closed: bool) -> None:
    table = opened() if closed else MeetingFixture()
    if closed:
        table.write(agenda.close_meeting(table.moment()))
    table.wait(30)
    assert ideas.minutes_since_check_in(table.meeting, table.now) is None
    assert not ideas.is_check_in_due(table.meeting, table.now)
