"""What the head of the minutes says of consent and of those who could not come."""

from __future__ import annotations

from dataclasses import replace

from sip_tui.meeting.model.meeting import Event
from sip_tui.meeting.model.preparation import ConsentDetail
from tests.helpers.meetings import INGRID, MAJA, SAMIR, START, held, meeting, written


def test_consent_says_its_day_what_it_covers_and_its_end() -> None:
    details = (
        ConsentDetail(id="p3", on="2026-11-06", covers="the school and the home", until="2027-02-19"),
        ConsentDetail(id="p4", on="2026-11-06", withdrawn_on="2026-11-20"),
    )
    people = (MAJA, replace(SAMIR, consent="written"), replace(INGRID, consent="withdrawn"))
    text = written(meeting(participants=people, consents=details), "full")
    said = "written consent, Friday 6 November 2026, covers the school and the home, until Friday 19 February 2027"
    assert said in text
    assert "consent withdrawn, Friday 6 November 2026, withdrawn Friday 20 November 2026" in text
    assert "the school and the home" not in written(meeting(participants=people, consents=details), "mail")


def test_decision_about_missing_key_people_is_in_the_full_minutes() -> None:
    held_without = Event(id="d1", kind="hold", at=START, text="p4", reason="she answers in writing")
    rebooked = Event(id="d2", kind="rebook", at=START, text="p4")
    text = written(meeting(events=(*held(), held_without, rebooked)), "full")
    assert "13:02 the meeting was held without" in text
    assert "Reason: she answers in writing" in text
    assert "another time was to be found for" in text
