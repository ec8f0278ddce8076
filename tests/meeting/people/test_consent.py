"""Consent: the person decides who may share what, and going on without is possible but never silent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.guidance import phase_guard
from sip_tui.meeting.guidance.phase_guard import Concern, ConcernKind
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Kind, Presence
from sip_tui.meeting.people import consent
from sip_tui.meeting.time import agenda
from tests.helpers.meeting_fixture import MeetingFixture


def opened(*here: str) -> MeetingFixture:
    fixture = MeetingFixture()
    fixture.open()
    for who in here:
        fixture.set_presence(Presence.PRESENT, who)
    return fixture


def consents(fixture: MeetingFixture) -> dict[str, str]:
    return {participant.id: participant.consent for participant in fixture.meeting.participants}


def concern(fixture: MeetingFixture) -> Concern | None:
    concerns = phase_guard.concerns_before_leaving(fixture.meeting, fixture.timing)
    return next((concern for concern in concerns if concern.kind is ConcernKind.CONSENT), None)


def test_cycle_consent_steps_around() -> None:
    fixture, found = MeetingFixture(), []
    for _press in range(5):
        fixture.write(consent.cycle_consent(fixture.meeting, "p3"))
        found.append(consents(fixture)["p3"])
    assert found == ["oral", "written", "none", "withdrawn", ""]


@pytest.mark.parametrize("who", ["p1", "p5", "nobody"])
def test_person_and_interpreter_need_no_consent(who: str) -> None:
    assert consent.cycle_consent(MeetingFixture().meeting, who) == ()


def test_free_words_count_as_consent() -> None:
    fixture = opened("p3")
    fixture.write((Edit("participants", "p3", "consent", "ja, om skolan"),))
    assert concern(fixture) is None
    fixture.write(consent.cycle_consent(fixture.meeting, "p3"))
    assert consents(fixture)["p3"] == "oral"


def test_consent_to_all_keeps_given_answers() -> None:
    fixture = opened("p3")
    fixture.write((Edit("participants", "p4", "consent", "none"),))
    fixture.write(consent.consent_to_all(fixture.meeting))
    assert consents(fixture) == {"p1": "", "p2": "", "p3": "oral", "p4": "none", "p5": ""}
    assert [participant.id for participant in consent.awaiting_signature(fixture.meeting)] == ["p3"]
    fixture.set_presence(Presence.LEFT, "p3")
    assert consent.awaiting_signature(fixture.meeting) == ()


def test_consent_waiver_is_logged_with_reason() -> None:
    fixture = opened("p2", "p3", "p4")
    fixture.write(consent.cycle_consent(fixture.meeting, "p4"))
    worry = concern(fixture)
    assert worry == Concern(ConcernKind.CONSENT, ("p3",))
    fixture.write(
        phase_guard.waive_concern(
            fixture.meeting, "opening", worry, "Maja svarar själv: efter pausen", fixture.moment()
        )
    )
    assert concern(fixture) is None
    assert phase_guard.waiver_reason(fixture.meeting, ConcernKind.CONSENT) == "Maja svarar själv: efter pausen"


def test_consent_concern_only_in_opening() -> None:
    fixture = opened("p3")
    assert concern(fixture) is not None
    fixture.write(agenda.enter_phase(fixture.meeting, "situation", fixture.moment()))
    assert concern(fixture) is None


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
    fixture = opened()
    for who, presence, words in cells:
        fixture.write((Edit("participants", who, "presence", presence), Edit("participants", who, "consent", words)))
    lacking = {
        participant.id
        for participant in fixture.meeting.participants
        if participant.kind is Kind.ACTOR
        and participant.presence in {Presence.PRESENT, Presence.REMOTE}
        and participant.consent.strip() in {"", "none", "withdrawn"}
    }
    worry = concern(fixture)
    assert set(worry.rows if worry else ()) == lacking
    fixture.write(consent.consent_to_all(fixture.meeting))
    assert not any(fixture.meeting.participant(who).consent == "" for who in lacking)  # type: ignore[union-attr]
