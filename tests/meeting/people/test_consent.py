"""Consent: the person decides who may share what, and going on without is possible but never silent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.guidance import phase_guard
from sip_tui.meeting.guidance.phase_guard import Concern, ConcernKind
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Kind, Presence
from sip_tui.meeting.people import attendance, consent
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.timeline import timing_at
from tests.helpers.meeting_fixture import MeetingFixture


def opened(*here: str) -> MeetingFixture:
    table = MeetingFixture()
    table.write(agenda.open_meeting(table.meeting, table.moment()))
    for who in here:
        table.write(attendance.set_presence(table.meeting, who, Presence.PRESENT, table.moment()))
    return table


def said(table: MeetingFixture) -> dict[str, str]:
    return {one.id: one.consent for one in table.meeting.participants}


def concern(table: MeetingFixture) -> Concern | None:
    concerns = phase_guard.concerns_before_leaving(table.meeting, timing_at(table.meeting, table.now))
    return next((one for one in concerns if one.kind is ConcernKind.CONSENT), None)


def test_one_press_is_a_yes_one_more_is_signed_and_round_again() -> None:
    table, found = MeetingFixture(), []
    for _press in range(5):
        table.write(consent.cycle_consent(table.meeting, "p3"))
        found.append(said(table)["p3"])
    assert found == ["oral", "written", "none", "withdrawn", ""]


@pytest.mark.parametrize("who", ["p1", "p5", "nobody"])
def test_the_person_and_who_comes_for_somebody_else_are_not_asked_about(who: str) -> None:
    assert consent.cycle_consent(MeetingFixture().meeting, who) == ()


def test_words_out_of_a_file_are_a_consent_and_a_press_goes_on_from_them() -> None:
    table = opened("p3")
    table.write((Edit("participants", "p3", "consent", "ja, om skolan"),))
    assert concern(table) is None
    table.write(consent.cycle_consent(table.meeting, "p3"))
    assert said(table)["p3"] == "oral"


def test_a_yes_to_everybody_leaves_every_answer_that_has_been_given() -> None:
    table = opened("p3")
    table.write((Edit("participants", "p4", "consent", "none"),))
    table.write(consent.consent_to_all(table.meeting))
    assert said(table) == {"p1": "", "p2": "", "p3": "oral", "p4": "none", "p5": ""}
    assert [one.id for one in consent.awaiting_signature(table.meeting)] == ["p3"]
    table.write(attendance.set_presence(table.meeting, "p3", Presence.LEFT, table.moment()))
    assert consent.awaiting_signature(table.meeting) == ()


def test_going_on_without_consent_is_written_down_with_the_reason() -> None:
    table = opened("p2", "p3", "p4")
    table.write(consent.cycle_consent(table.meeting, "p4"))
    worry = concern(table)
    assert worry == Concern(ConcernKind.CONSENT, ("p3",))
    table.write(
        phase_guard.waive_concern(table.meeting, "opening", worry, "Maja svarar själv: efter pausen", table.moment())
    )
    assert concern(table) is None
    assert phase_guard.waiver_reason(table.meeting, ConcernKind.CONSENT) == "Maja svarar själv: efter pausen"


def test_it_is_asked_before_the_opening_is_left_and_not_later() -> None:
    table = opened("p3")
    assert concern(table) is not None
    table.write(agenda.enter_phase(table.meeting, "situation", table.moment()))
    assert concern(table) is None


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["p1", "p2", "p3", "p4", "p5"]),
            st.sampled_from(list(Presence)),
            st.sampled_from(["", "oral", "written", "none", "withdrawn", " ", "ja"]) | st.text(max_size=5),
        ),
        max_size=6,
    )
)
@settings(max_examples=80, deadline=None)
def test_whoever_is_named_is_an_authority_in_the_room_without_a_yes_and_all_others_are_not(
    cells: list[tuple[str, Presence, str]],
) -> None:
    table = opened()
    for who, presence, words in cells:
        table.write((Edit("participants", who, "presence", presence), Edit("participants", who, "consent", words)))
    lacking = {
        one.id
        for one in table.meeting.participants
        if one.kind is Kind.ACTOR
        and one.presence in {Presence.PRESENT, Presence.REMOTE}
        and one.consent.strip() in {"", "none", "withdrawn"}
    }
    worry = concern(table)
    assert set(worry.rows if worry else ()) == lacking
    table.write(consent.consent_to_all(table.meeting))
    assert not any(table.meeting.participant(who).consent == "" for who in lacking)  # type: ignore[union-attr]
