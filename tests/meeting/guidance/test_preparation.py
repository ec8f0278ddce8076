"""What is left to do before the meeting follows from the meeting; what does not is ticked."""

from __future__ import annotations

from sip_tui.meeting.guidance import preparation
from sip_tui.meeting.log.change import Edit, as_edits
from sip_tui.meeting.model.enums import Answer, Consent
from sip_tui.meeting.model.preparation import InvitationState
from sip_tui.meeting.people import consent, invitations
from tests.helpers.meeting_fixture import START, MeetingFixture

DAY = "2026-11-06"


def left(fixture: MeetingFixture) -> list[str]:
    return [task.key for task in preparation.open_tasks(fixture.meeting)]


def test_a_new_meeting_lacks_purpose_time_place_consent_and_call() -> None:
    fixture = MeetingFixture()
    assert left(fixture) == [
        "purpose",
        "time",
        "place",
        "plan_consent",
        "consent",
        "call",
        "answers",
        "tell_person",
        "screen",
        "read_up",
    ]


def test_what_follows_is_done_when_the_meeting_holds_it() -> None:
    fixture = MeetingFixture()
    about = {
        "purpose": "Lugnare morgnar",
        "questions": ["Vem möter mig?"],
        "start": START.isoformat(),
        "link": "https://x",
    }
    fixture.write(as_edits("about", "meeting", about.items()))  # type: ignore[arg-type]
    fixture.write(consent.set_plan_consent(fixture.meeting, "p1", Consent.ORAL, DAY))
    fixture.write(consent.consent_to_all(fixture.meeting, DAY))
    fixture.write(invitations.call(fixture.meeting, DAY))
    assert left(fixture) == ["answers", "tell_person", "link", "screen", "read_up"]
    for who in ("p2", "p3", "p4", "p5"):
        fixture.write(invitations.set_state(fixture.meeting, who, InvitationState.COMING, DAY))
    assert left(fixture)[0] == "tell_person"


def test_what_the_person_needs_is_on_the_list() -> None:
    fixture = MeetingFixture()
    needs = {
        "interpreter_language": "arabiska",
        "kin_wanted": Answer.YES,
        "travel": "taxi",
        "cognitive_support": "bilder",
    }
    fixture.write(as_edits("person", "person", needs.items()))
    assert left(fixture)[-6:] == ["interpreter", "kin", "support", "transport", "screen", "read_up"]
    fixture.write((Edit("participants", "p2", "kind", "kin"), Edit("about", "meeting", "place", "Skolan")))
    assert "kin" not in left(fixture)
    assert "room" in left(fixture)


def test_a_meeting_that_makes_no_plan_asks_for_no_consent_to_one() -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("about", "meeting", "type", "Samverkansmöte"),))
    assert "plan_consent" not in {task.key for task in preparation.preparation_tasks(fixture.meeting)}


def test_a_tick_is_kept_with_its_day_and_can_be_taken_away() -> None:
    fixture = MeetingFixture()
    fixture.write(preparation.tick_task(fixture.meeting, "screen", DAY))
    assert "screen" not in left(fixture)
    fixture.write(preparation.tick_task(fixture.meeting, "screen", DAY))
    fixture.write(preparation.skip_task(fixture.meeting, "read_up"))
    assert "screen" in left(fixture)
    assert "read_up" not in left(fixture)
    assert preparation.tick_task(fixture.meeting, "purpose", DAY) == ()


def test_items_of_ones_own_are_added_and_ticked() -> None:
    fixture = MeetingFixture()
    assert preparation.add_task(fixture.meeting, " ", fixture.moment()) == ()
    fixture.write(preparation.add_task(fixture.meeting, "Köp frukt", fixture.moment()))
    own = preparation.preparation_tasks(fixture.meeting)[-1]
    assert (own.text, own.done, own.own) == ("Köp frukt", False, True)
    fixture.write(preparation.tick_task(fixture.meeting, own.key, DAY))
    assert preparation.preparation_tasks(fixture.meeting)[-1].done


def test_an_answered_task_waits_for_who_has_not_answered() -> None:
    fixture = MeetingFixture()

    def waiting(task: str) -> list[str]:
        return [participant.id for participant in preparation.WAITS_FOR[task](fixture.meeting)]

    assert waiting("plan_consent")[0] == "p1"
    assert waiting("consent")
    assert waiting("answers") == []
    fixture.write(consent.set_plan_consent(fixture.meeting, "p1", Consent.ORAL, DAY))
    fixture.write(consent.consent_to_all(fixture.meeting, DAY))
    fixture.write(invitations.call(fixture.meeting, DAY))
    assert "p1" not in waiting("plan_consent")
    assert waiting("consent") == []
    assert "p2" in waiting("answers")
