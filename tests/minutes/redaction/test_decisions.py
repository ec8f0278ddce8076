"""Decisions about what was found before the minutes leave."""

from __future__ import annotations

from sip_tui.meeting.model.enums import RedactionChoice
from sip_tui.minutes.redaction.policy import decide, decisions_by_words, kept_places, kept_words
from tests.helpers.meeting_fixture import MeetingFixture


def test_words_stand_only_with_a_reason() -> None:
    table = MeetingFixture()
    assert decide("phone", "031-390 06 00", RedactionChoice.KEEP, "  ") == ()
    table.write(decide("phone", "031-390 06 00", RedactionChoice.KEEP, "växelns nummer"))
    assert kept_words(table.meeting) == {"031-390 06 00"}


def test_diagnosis_is_kept_without_a_reason_but_no_code() -> None:
    table = MeetingFixture()
    assert decide("code", "F90.0", RedactionChoice.KEEP) == ()
    table.write(decide("diagnosis", "ADHD", RedactionChoice.KEEP))
    assert decisions_by_words(table.meeting)["diagnosis", "ADHD"].choice is RedactionChoice.KEEP
    assert kept_words(table.meeting) == frozenset()


def test_the_last_decision_about_the_same_words_holds() -> None:
    table = MeetingFixture()
    table.write(decide("name", "Eken", RedactionChoice.KEEP, "ett rum"))
    table.write(decide("name", "Eken", RedactionChoice.MASK))
    assert kept_words(table.meeting) == frozenset()
    assert [decision.choice for decision in decisions_by_words(table.meeting).values()] == [RedactionChoice.MASK]


def test_what_is_kept_is_kept_at_its_places_until_it_is_masked() -> None:
    table = MeetingFixture()
    table.write(decide("phone", "031-390 06 05", RedactionChoice.KEEP, "växeln", ["Ring 031-390 06 05."]))
    assert kept_places(table.meeting) == {("phone", "031-390 06 05", "Ring 031-390 06 05.")}
    table.write(decide("phone", "031-390 06 05", RedactionChoice.MASK))
    assert not kept_places(table.meeting)
    assert not kept_words(table.meeting)
