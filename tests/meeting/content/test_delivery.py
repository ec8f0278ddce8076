"""The delivery ledger: nobody who should have the plan is forgotten, and nobody gets it against the person's will."""

from __future__ import annotations

from sip_tui.meeting.content.delivery import (
    change_delivery,
    deliverer_of,
    delivery_of,
    mail_receivers,
    receivers,
    refused_receivers,
    same_for_the_others,
    undecided_receivers,
    undelivered,
    version_of,
)
from sip_tui.meeting.guidance.phase_guard import find_open_items
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Channel, Presence, Version
from sip_tui.meeting.model.meeting import Participant
from tests.helpers.meeting_fixture import MeetingFixture


def ids(participants: tuple[Participant, ...]) -> list[str]:
    return [participant.id for participant in participants]


def test_absent_actor_gets_the_plan_and_refused_one_does_not() -> None:
    fixture = MeetingFixture()
    fixture.set_presence(Presence.EXCUSED, "p4")
    assert ids(receivers(fixture.meeting)) == ["p1", "p2", "p3", "p4"]
    fixture.write((Edit("participants", "p3", "consent", "withdrawn"),))
    assert ids(receivers(fixture.meeting)) == ["p1", "p2", "p4"]
    assert ids(refused_receivers(fixture.meeting)) == ["p3"]


def test_interpreter_and_absent_kin_get_none_replaced_does() -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("participants", "p2", "kind", "kin"), Edit("participants", "p3", "substitute_for", "p4")))
    assert ids(receivers(fixture.meeting)) == ["p1", "p3", "p4"]
    fixture.set_presence(Presence.LEFT, "p2")
    assert ids(receivers(fixture.meeting)) == ["p1", "p2", "p3", "p4"]


def test_document_is_the_chosen_one_else_by_receiver_and_way() -> None:
    fixture = MeetingFixture()
    assert [version_of(fixture.meeting, who) for who in ("p1", "p2", "p3")] == ["person", "person", "full"]
    fixture.write(change_delivery(fixture.meeting, "p3", {"channel": "e-mail"}))
    assert version_of(fixture.meeting, "p3") is Version.MAIL
    fixture.write(change_delivery(fixture.meeting, "p3", {"version": "actor"}))
    assert version_of(fixture.meeting, "p3") is Version.ACTOR
    fixture.write(same_for_the_others(fixture.meeting, "p3"))
    assert version_of(fixture.meeting, "p4") is Version.ACTOR


def test_receiver_is_asked_for_until_it_is_settled() -> None:
    fixture = MeetingFixture()
    assert ids(find_open_items(fixture.meeting).receivers) == ["p1", "p2", "p3", "p4"]
    fixture.write(change_delivery(fixture.meeting, "p1", {"channel": "paper"}))
    fixture.write(change_delivery(fixture.meeting, "p2", {"unwanted": True}))
    fixture.write(change_delivery(fixture.meeting, "p3", {"received": "2026-11-27"}))
    assert ids(undecided_receivers(fixture.meeting)) == ["p4"]
    assert ids(undelivered(fixture.meeting)) == ["p1", "p4"]
    assert change_delivery(fixture.meeting, "nobody", {"channel": "paper"}) == ()


def test_one_way_for_all_actors_leaves_other_answers_alone() -> None:
    fixture = MeetingFixture()
    fixture.write(change_delivery(fixture.meeting, "p3", {"channel": "secure message", "due": "2026-12-04"}))
    fixture.write(same_for_the_others(fixture.meeting, "p3"))
    assert delivery_of(fixture.meeting, "p4").channel is Channel.SECURE
    assert delivery_of(fixture.meeting, "p4").due == "2026-12-04"
    assert ids(undecided_receivers(fixture.meeting)) == ["p1", "p2"]


def test_deliverer_is_named_else_the_ward_else_the_secretary() -> None:
    fixture = MeetingFixture()
    assert deliverer_of(fixture.meeting, "p1") is None
    fixture.write((Edit("about", "meeting", "secretary", "p3"),))
    assert ids(tuple(filter(None, [deliverer_of(fixture.meeting, "p1")]))) == ["p3"]
    fixture.write(
        (Edit("about", "meeting", "place", "Avdelning 12"), Edit("participants", "p4", "organisation", "avdelning 12"))
    )
    assert ids(tuple(filter(None, [deliverer_of(fixture.meeting, who) for who in ("p1", "p2")]))) == ["p4", "p3"]
    fixture.write(change_delivery(fixture.meeting, "p1", {"deliverer": "p2"}))
    assert ids(tuple(filter(None, [deliverer_of(fixture.meeting, "p1")]))) == ["p2"]


def test_mail_goes_to_those_whose_document_it_is() -> None:
    fixture = MeetingFixture()
    meeting = fixture.meeting
    assert ids(mail_receivers(meeting, "actor", "p3")) == ["p3"]
    assert "p1" not in ids(mail_receivers(meeting, "call"))
    assert mail_receivers(meeting, "mail") == ()
    fixture.write(change_delivery(meeting, "p3", {"channel": Channel.MAIL.value}))
    assert ids(mail_receivers(fixture.meeting, Version.MAIL)) == ["p3"]
    assert mail_receivers(fixture.meeting, Version.FULL) == ()
