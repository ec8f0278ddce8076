"""Ideas, parked items and disagreements."""

from __future__ import annotations

from sip_tui.meeting.content import plan
from sip_tui.meeting.content.plan import add_row, change_row, delete_row
from sip_tui.meeting.log.change import Edit
from tests.helpers.meeting_fixture import MeetingFixture


def add(fixture: MeetingFixture, rows: str, **fields: str) -> tuple[Edit, ...]:
    """Add a row as its form does."""
    return add_row(rows, getattr(fixture.meeting, rows), fixture.moment(), "text", fields)


def with_idea(text: str = "Taxi till skolan") -> MeetingFixture:
    fixture = MeetingFixture()
    fixture.write(add(fixture, "ideas", text=text, pros="lugnt", cons="dyrt"))
    return fixture


def test_promoted_idea_links_to_its_action() -> None:
    fixture = with_idea()
    fixture.write(plan.promote_idea(fixture.meeting, fixture.meeting.ideas[0], fixture.moment()))
    action = plan.action_of_idea(fixture.meeting, fixture.meeting.ideas[0])
    assert action is not None
    assert action.what == "Taxi till skolan"
    assert fixture.meeting.actions == (action,)


def test_idea_is_promoted_again_only_after_action_deleted() -> None:
    fixture = with_idea()
    fixture.write(plan.promote_idea(fixture.meeting, fixture.meeting.ideas[0], fixture.moment()))
    assert plan.promote_idea(fixture.meeting, fixture.meeting.ideas[0], fixture.moment()) == ()
    fixture.write(delete_row("actions", fixture.meeting.actions[0].id))
    assert plan.action_of_idea(fixture.meeting, fixture.meeting.ideas[0]) is None
    fixture.write(plan.promote_idea(fixture.meeting, fixture.meeting.ideas[0], fixture.moment()))
    assert len(fixture.meeting.actions) == 1


def test_reworded_action_stays_linked_to_idea() -> None:
    fixture = with_idea()
    fixture.write(plan.promote_idea(fixture.meeting, fixture.meeting.ideas[0], fixture.moment()))
    fixture.write(change_row("actions", fixture.meeting.actions[0], what="Taxi tre dagar"))
    action = plan.action_of_idea(fixture.meeting, fixture.meeting.ideas[0])
    assert action is not None
    assert action.what == "Taxi tre dagar"


def test_empty_idea_is_neither_added_nor_promoted() -> None:
    fixture = with_idea()
    assert add(fixture, "ideas", text="  ", pros="bra") == ()
    fixture.write(change_row("ideas", fixture.meeting.ideas[0], text=""))
    assert plan.promote_idea(fixture.meeting, fixture.meeting.ideas[0], fixture.moment()) == ()


def test_parked_item_toggles_settled() -> None:
    fixture = MeetingFixture()
    fixture.write(add(fixture, "parked", text="Vem betalar skolkortet?", said_by="p2"))
    fixture.write(add(fixture, "parked", text="Datorn"))
    fixture.write(plan.toggle_settled(fixture.meeting.parked[0]))
    assert [item.text for item in plan.unsettled_items(fixture.meeting)] == ["Datorn"]
    fixture.write(plan.toggle_settled(fixture.meeting.parked[0]))
    assert len(plan.unsettled_items(fixture.meeting)) == 2


def test_disagreement_keeps_its_words() -> None:
    fixture = MeetingFixture()
    fixture.write(add(fixture, "disagreements", text=" Skolan och BUP ser olika på takten "))
    assert [disagreement.text for disagreement in fixture.meeting.disagreements] == [
        "Skolan och BUP ser olika på takten"
    ]
