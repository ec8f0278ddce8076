"""Ideas, parked items and disagreements."""

from __future__ import annotations

from sip_tui.meeting.content import plan
from sip_tui.meeting.content.plan import add_row, change_row, delete_row
from sip_tui.meeting.log.change import Edit
from tests.helpers.meeting_fixture import MeetingFixture


def add(table: MeetingFixture, rows: str, **fields: str) -> tuple[Edit, ...]:
    """Add a row as its form does."""
    return add_row(rows, getattr(table.meeting, rows), table.moment(), "text", fields)


def with_idea(text: str = "Taxi till skolan") -> MeetingFixture:
    table = MeetingFixture()
    table.write(add(table, "ideas", text=text, pros="lugnt", cons="dyrt"))
    return table


def test_promoted_idea_links_to_its_action() -> None:
    table = with_idea()
    table.write(plan.promote_idea(table.meeting, table.meeting.ideas[0], table.moment()))
    action = plan.action_of_idea(table.meeting, table.meeting.ideas[0])
    assert action is not None
    assert action.what == "Taxi till skolan"
    assert table.meeting.actions == (action,)


def test_idea_is_promoted_again_only_after_action_deleted() -> None:
    table = with_idea()
    table.write(plan.promote_idea(table.meeting, table.meeting.ideas[0], table.moment()))
    assert plan.promote_idea(table.meeting, table.meeting.ideas[0], table.moment()) == ()
    table.write(delete_row("actions", table.meeting.actions[0].id))
    assert plan.action_of_idea(table.meeting, table.meeting.ideas[0]) is None
    table.write(plan.promote_idea(table.meeting, table.meeting.ideas[0], table.moment()))
    assert len(table.meeting.actions) == 1


def test_reworded_action_stays_linked_to_idea() -> None:
    table = with_idea()
    table.write(plan.promote_idea(table.meeting, table.meeting.ideas[0], table.moment()))
    table.write(change_row("actions", table.meeting.actions[0], what="Taxi tre dagar"))
    action = plan.action_of_idea(table.meeting, table.meeting.ideas[0])
    assert action is not None
    assert action.what == "Taxi tre dagar"


def test_empty_idea_is_neither_added_nor_promoted() -> None:
    table = with_idea()
    assert add(table, "ideas", text="  ", pros="bra") == ()
    table.write(change_row("ideas", table.meeting.ideas[0], text=""))
    assert plan.promote_idea(table.meeting, table.meeting.ideas[0], table.moment()) == ()


def test_parked_item_toggles_settled() -> None:
    table = MeetingFixture()
    table.write(add(table, "parked", text="Vem betalar skolkortet?", said_by="p2"))
    table.write(add(table, "parked", text="Datorn"))
    table.write(plan.toggle_settled(table.meeting.parked[0]))
    assert [one.text for one in plan.unsettled_items(table.meeting)] == ["Datorn"]
    table.write(plan.toggle_settled(table.meeting.parked[0]))
    assert len(plan.unsettled_items(table.meeting)) == 2


def test_disagreement_keeps_its_words() -> None:
    table = MeetingFixture()
    table.write(add(table, "disagreements", text=" Skolan och BUP ser olika på takten "))
    assert [one.text for one in table.meeting.disagreements] == ["Skolan och BUP ser olika på takten"]
