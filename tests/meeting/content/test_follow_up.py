"""What a follow-up takes over, and what it asks for again."""

from __future__ import annotations

from datetime import datetime, timedelta

from sip_tui.meeting.content.follow_up import follow_up_edits, held_on
from sip_tui.meeting.content.plan import is_to_be_asked
from sip_tui.meeting.content.questions import is_follow_up
from sip_tui.meeting.guidance.wrap_up import WrapUpSection, change_interim_plan, wrap_up_sections
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.enums import Consent, Presence
from sip_tui.meeting.model.meeting import Meeting
from tests.helpers.meeting_fixture import START, MeetingFixture


def follow_up(fixture: MeetingFixture, start: datetime | None = None) -> Meeting:
    """The follow-up of a meeting, made from nothing but its edits."""
    made = MeetingProjection(Ledger())
    edits = follow_up_edits(fixture.meeting, "first", purpose="Se hur det har gått", start=start)
    return made.refresh(made.ledger.add(made.ledger.stamp(edits, 1, "new")))


def test_people_come_along_and_are_asked_again() -> None:
    fixture = MeetingFixture()
    fixture.set_presence(Presence.PRESENT, "p1", "p2")
    fixture.write((Edit("participants", "p3", "consent", "written"), Edit("participants", "p4", "deleted", True)))
    made = follow_up(fixture)
    assert [person.name for person in made.participants] == [person.name for person in fixture.meeting.participants]
    assert {(person.presence, person.consent) for person in made.participants} == {(Presence.EXPECTED, "")}
    assert [person.name for person in made.removed_participants] == ["Helena Sjöberg"]
    assert is_follow_up(made)
    assert not is_follow_up(fixture.meeting)


def test_what_was_set_earlier_keeps_its_day() -> None:
    fixture = MeetingFixture()
    fixture.open()
    fixture.write((Edit("goals", "g1", "text", "Sova"), Edit("actions", "a1", "what", "Ringa")))
    fixture.write((Edit("actions", "a2", "what", "Gå"), Edit("actions", "a2", "since", "2026-01-02")))
    made = follow_up(fixture, START + timedelta(days=60))
    assert [(action.what, action.since) for action in made.actions] == [("Ringa", "2026-11-27"), ("Gå", "2026-01-02")]
    assert made.goals[0].since == "2026-11-27"
    assert made.about.start == START + timedelta(days=60)
    assert made.about.previous == "first"


def test_an_absent_owners_action_is_carried_as_asked_about() -> None:
    fixture = MeetingFixture()
    fixture.open()
    fixture.set_presence(Presence.EXCUSED, "p3")
    fixture.write((Edit("actions", "a1", "what", "Ringa"), Edit("actions", "a1", "who", "p3")))
    fixture.write((Edit("actions", "a2", "what", "Gå"), Edit("actions", "a2", "who", "p1")))
    made = follow_up(fixture)
    assert [is_to_be_asked(made, action) for action in made.actions] == [True, False]


def test_day_of_a_meeting_is_that_of_its_opening() -> None:
    fixture = MeetingFixture()
    assert held_on(fixture.meeting) == ""
    fixture.write((Edit("about", "meeting", "start", "2026-11-20T12:00:00Z"),))
    assert held_on(fixture.meeting) == "2026-11-20"
    fixture.open()
    assert held_on(fixture.meeting) == "2026-11-27"


def test_plan_that_ends_asks_who_remains() -> None:
    fixture = MeetingFixture()
    fixture.write(change_interim_plan(fixture.meeting, {"ended": "Du klarar dig själv"}))
    items = wrap_up_sections(fixture.meeting)[WrapUpSection.AGAIN]
    assert [(item.name, item.settled) for item in items] == [("ended", True), ("remains", False)]
    fixture.write(change_interim_plan(fixture.meeting, {"remains": "Vårdcentralen"}))
    assert wrap_up_sections(fixture.meeting)[WrapUpSection.AGAIN][1].settled


def test_length_is_set_and_a_no_stands() -> None:
    fixture = MeetingFixture()
    fixture.write(
        (Edit("participants", "p3", "consent", Consent.NONE.value), Edit("participants", "p4", "consent", "written"))
    )
    edits = follow_up_edits(fixture.meeting, "first", purpose="Se hur det har gått", minutes=45)
    cells = {(edit.table, edit.row, edit.field): edit.value for edit in edits}
    assert cells["about", "meeting", "minutes"] == 45
    assert cells["participants", "p3", "consent"] == Consent.NONE.value
    assert cells["participants", "p4", "consent"] == Consent.NOT_ASKED.value


def test_a_service_that_was_refused_is_not_called_again() -> None:
    fixture = MeetingFixture()
    fixture.write(
        (
            Edit("participants", "p3", "consent", Consent.NONE.value),
            Edit("about", "meeting", "chair", "p3"),
            Edit("between", "between", "contact", "p3"),
            Edit("between", "between", "convener", "p4"),
        )
    )
    made = follow_up(fixture)
    assert "p3" not in {other.id for other in made.participants}
    (hidden,) = made.removed_participants
    assert (hidden.id, hidden.consent) == ("p3", Consent.NONE)
    assert (made.about.chair, made.between.contact, made.between.convener) == ("", "", "p4")
