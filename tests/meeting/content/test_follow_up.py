"""A follow-up opens with the people, the goals and the open actions of the last meeting."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sip_tui.meeting.content.follow_up import follow_up_edits, held_on
from sip_tui.meeting.content.questions import is_follow_up
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.enums import Presence, Status
from sip_tui.meeting.model.meeting import Meeting
from tests.helpers.meeting_fixture import MeetingFixture

LATER = datetime(2027, 2, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def last() -> Meeting:
    """The last meeting: held, with a finished and an open action, and somebody who was removed."""
    fixture = MeetingFixture()
    fixture.open()
    fixture.set_presence(Presence.PRESENT, "p1", "p3")
    return fixture.write(
        (
            Edit("participants", "p3", "consent", "yes"),
            Edit("participants", "p4", "deleted", True),
            Edit("between", "between", "place", "Linden"),
            Edit("needs", "n1", "text", "sova"),
            Edit("goals", "g1", "text", "sova hela natten"),
            Edit("goals", "g1", "since", "2026-01-15"),
            Edit("actions", "a1", "what", "ringa"),
            Edit("actions", "a1", "asked", True),
            Edit("actions", "a2", "what", "skriva"),
            Edit("actions", "a2", "status", Status.DONE.value),
            Edit("parked", "k1", "text", "bussen"),
        )
    )


def followed(last: Meeting, start: datetime | None = None) -> Meeting:
    edits = follow_up_edits(last, "abc", purpose="Hur har det gått?", start=start)
    ledger = Ledger()
    ledger.add(ledger.stamp(edits, 1, "new"))
    return MeetingProjection(ledger).meeting


def test_open_actions_and_goals_are_carried_with_their_day(last: Meeting) -> None:
    new = followed(last)
    assert [(action.id, action.since, action.asked) for action in new.actions] == [("a1", "2026-11-27", False)]
    assert [(goal.id, goal.since) for goal in new.goals] == [("g1", "2026-01-15")]
    assert [need.text for need in new.needs] == ["sova"]
    assert [item.text for item in new.parked] == ["bussen"]


def test_people_are_asked_anew(last: Meeting) -> None:
    new = followed(last)
    assert {participant.presence for participant in new.participants} == {Presence.EXPECTED}
    assert {participant.consent for participant in new.participants} == {""}
    assert {participant.came for participant in new.participants} == {None}


def test_name_of_somebody_removed_must_not_leave(last: Meeting) -> None:
    assert [participant.name for participant in followed(last).removed_participants] == ["Helena Sjöberg"]


def test_follow_up_says_what_it_is_and_when(last: Meeting) -> None:
    new = followed(last, LATER)
    assert (new.about.previous, new.about.place, new.about.start) == ("abc", "Linden", LATER)
    assert new.about.purpose == "Hur har det gått?"
    assert followed(last).about.start is None
    assert is_follow_up(new)
    assert not is_follow_up(last)


def test_day_of_a_meeting_is_the_planned_one_until_it_is_opened(last: Meeting) -> None:
    assert held_on(last) == "2026-11-27"
    assert held_on(followed(last, LATER)) == "2027-02-01"
    assert held_on(Meeting()) == ""
