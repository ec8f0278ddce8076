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


def test_cycle_consent_steps_around() -> None:
    table, found = MeetingFixture(), []
    for _press in range(5):
        table.write(consent.cycle_consent(table.meeting, "p3"))
        found.append(said(table)["p3"])
    assert found == ["oral", "written", "none", "withdrawn", ""]


@pytest.mark.parametrize("who", ["p1", "p5", "nobody"])
def test_person_and_interpreter_need_no_consent(who: str) -> None:
    assert consent.cycle_consent(MeetingFixture().meeting, who) == ()


def test_free_words_count_as_consent() -> None:
    table = opened("p3")
    table.write((Edit("participants", "p3", "consent", "ja, om skolan"),))
    assert concern(table) is None
    table.write(consent.cycle_consent(table.meeting, "p3"))
    assert said(table)["p3"] == "oral"


def test_consent_to_all_keeps_given_answers() -> None:
    table = opened("p3")
    table.write((Edit("participants", "p4", "consent", "none"),))
    table.write(consent.consent_to_all(table.meeting))
    assert said(table) == {"p1": "", "p2": "", "p3": "oral", "p4": "none", "p5": ""}
    assert [one.id for one in consent.awaiting_signature(table.meeting)] == ["p3"]
    table.write(attendance.set_presence(table.meeting, "p3", Presence.LEFT, table.moment()))
    assert consent.awaiting_signature(table.meeting) == ()


def test_consent_waiver_is_logged_with_reason() -> None:
    table = opened("p2", "p3", "p4")
    table.write(consent.cycle_consent(table.meeting, "p4"))
    worry = concern(table)
    assert worry == Concern(ConcernKind.CONSENT, ("p3",))
    table.write(
        phase_guard.waive_concern(table.meeting, "opening", worry, "Maja svarar själv: efter pausen", table.moment())
    )
    assert concern(table) is None
    assert phase_guard.waiver_reason(table.meeting, ConcernKind.CONSENT) == "Maja svarar själv: efter pausen"


def test_consent_concern_only_in_opening() -> None:
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
def test_without_consent_lists_actors_here_without_yes(
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
