"""What the head of the minutes says of consent and of those who could not come."""

from __future__ import annotations

from dataclasses import replace

from sip_tui.meeting.model.enums import Consent, Presence
from sip_tui.meeting.model.meeting import Event
from sip_tui.meeting.model.preparation import ConsentDetail
from tests.helpers.meetings import ASA, INGRID, MAJA, SAMIR, START, held, meeting, written


def test_consent_says_its_day_what_it_covers_and_its_end() -> None:
    details = (
        ConsentDetail(id="p3", on="2026-11-06", covers="the school and the home", until="2027-02-19"),
        ConsentDetail(id="p4", on="2026-11-06", withdrawn_on="2026-11-20"),
    )
    people = (MAJA, replace(SAMIR, consent="written"), replace(INGRID, consent="withdrawn"))
    text = written(meeting(participants=people, consents=details), "full")
    said = "yes, written, Friday 6 November 2026, covers the school and the home, until Friday 19 February 2027"
    assert said in text
    assert "consent withdrawn, Friday 6 November 2026, withdrawn on Friday 20 November 2026" in text
    assert "the school and the home" not in written(meeting(participants=people, consents=details), "mail")


def test_decision_about_missing_key_people_in_full_minutes() -> None:
    held_without = Event(id="d1", kind="hold", at=START, text="p4", reason="she answers in writing")
    rebooked = Event(id="d2", kind="rebook", at=START, text="p4")
    text = written(meeting(events=(*held(), held_without, rebooked)), "full")
    assert "13:02 the meeting was held without" in text
    assert "Reason: she answers in writing" in text
    assert "it was decided to find a new time when" in text


def test_nobody_was_absent_from_a_meeting_to_come() -> None:
    late = replace(SAMIR, presence=Presence.LATE)
    for audience in ("full", "person"):
        text = written(meeting(participants=(MAJA, late, INGRID), events=()), audience)
        assert "- Start: 13:02" in text
        assert "Not coming, coming later, or no reply yet" in text
        assert "Who was not there" not in text
        assert "not recorded" not in text
        assert "The meeting was called by" not in text


def test_two_guardians_have_said_yes_as_a_sentence_says_it() -> None:
    details = tuple(ConsentDetail(id=who, plan=Consent.ORAL) for who in ("p1", "p2", "p9"))
    father = replace(ASA, id="p9", name="Bo Lindgren", role="pappa")
    told = meeting(participants=(MAJA, ASA, father), consents=details)
    text = written(replace(told, person=replace(told.person, child=True)), "person")
    assert "You, mamma and pappa agreed to us making this plan." in text


def test_why_the_plan_was_begun_stands_under_the_purpose() -> None:
    about = replace(meeting().about, purpose="En plan", why="Mamma ser att morgnarna inte går")
    for audience in ("full", "mail"):
        assert "Who sees the need: Mamma ser att morgnarna inte går" in written(meeting(about=about), audience)


def test_consent_names_the_guardian_who_answered() -> None:
    people = (MAJA, ASA, replace(SAMIR, consent="oral"))
    told = meeting(participants=people, consents=(ConsentDetail(id="p3", given_by=ASA.id),))
    assert "yes, oral, by Åsa Lindgren" in written(told, "full")
    assert "by Åsa" not in written(told, "person")
