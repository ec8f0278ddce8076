"""Consent: the person decides who may share what, and going on without is possible but never silent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.guidance import phase_guard
from sip_tui.meeting.guidance.phase_guard import Concern, ConcernKind
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Consent, Kind, Presence
from sip_tui.meeting.model.preparation import ConsentDetail
from sip_tui.meeting.people import consent
from sip_tui.meeting.time import agenda
from tests.helpers.meeting_fixture import MeetingFixture

DAY = "2026-11-27"


def opened(*here: str) -> MeetingFixture:
    """An opened meeting; when somebody is here, the other actors are not."""
    fixture = MeetingFixture()
    fixture.open()
    fixture.set_presence(Presence.PRESENT, *here)
    fixture.set_presence(Presence.MISSING, *({"p3", "p4"} - set(here) if here else ()))
    return fixture


def test_no_consent_has_ended_where_none_was_given() -> None:
    fixture = opened("p3")
    fixture.write((Edit("consents", "p3", "until", "2026-01-01"),))
    assert not consent.is_expired(fixture.meeting, fixture.meeting.participants[2])


def consents(fixture: MeetingFixture) -> dict[str, str]:
    return {participant.id: participant.consent for participant in fixture.meeting.participants}


def concern(fixture: MeetingFixture) -> Concern | None:
    concerns = phase_guard.concerns_before_leaving(fixture.meeting, fixture.timing)
    return next((concern for concern in concerns if concern.kind is ConcernKind.CONSENT), None)


def detail(fixture: MeetingFixture, who: str = "p3") -> ConsentDetail:
    return fixture.meeting.consent_detail(who)


def test_each_answer_is_kept_with_its_day_and_who_took_it() -> None:
    fixture = MeetingFixture()
    fixture.write(consent.set_consent(fixture.meeting, "p3", Consent.ORAL, DAY, received_by="p4"))
    assert (consents(fixture)["p3"], detail(fixture).on, detail(fixture).received_by) == ("oral", DAY, "p4")
    fixture.write(consent.set_consent(fixture.meeting, "p3", Consent.WITHDRAWN, "2026-12-01"))
    assert (detail(fixture).on, detail(fixture).withdrawn_on) == (DAY, "2026-12-01")
    fixture.write(consent.set_consent(fixture.meeting, "p3", Consent.WITHDRAWN, "2026-12-01"))
    fixture.write(consent.set_consent(fixture.meeting, "p3", Consent.NOT_ASKED, "2026-12-02"))
    assert (consents(fixture)["p3"], detail(fixture).on, detail(fixture).withdrawn_on) == ("", "", "")


@pytest.mark.parametrize("who", ["p1", "p5", "nobody"])
def test_person_and_interpreter_need_no_consent(who: str) -> None:
    assert consent.set_consent(MeetingFixture().meeting, who, Consent.ORAL, DAY) == ()


def test_plan_is_asked_of_the_person_and_of_a_childs_guardians() -> None:
    fixture = MeetingFixture()
    assert [asked.id for asked in consent.asked_about_plan(fixture.meeting)] == ["p1"]
    assert [other.id for other in fixture.meeting.participants if consent.is_about_plan(fixture.meeting, other)] == [
        "p1"
    ]
    assert consent.set_plan_consent(fixture.meeting, "p2", Consent.ORAL, DAY) == ()
    fixture.write((Edit("person", "person", "child", True),))
    fixture.write(consent.set_plan_consent(fixture.meeting, "p2", Consent.ORAL, DAY))
    assert (detail(fixture, "p2").plan, detail(fixture, "p2").plan_on) == (Consent.ORAL, DAY)
    fixture.write(consent.set_plan_consent(fixture.meeting, "p2", Consent.NOT_ASKED, DAY))
    assert detail(fixture, "p2").plan_on == ""


@pytest.mark.parametrize(
    ("own", "general", "ended"),
    [("2026-11-26", "", True), ("2026-11-27", "", False), ("", "2020-01-01", True), ("till sommaren", "", False)],
)
def test_consent_that_ended_before_the_meeting_is_none(own: str, general: str, ended: bool) -> None:
    fixture = opened("p3")
    fixture.write((Edit("person", "person", "consent_until", general),))
    fixture.write(consent.set_consent(fixture.meeting, "p3", Consent.WRITTEN, DAY))
    fixture.write(consent.change_consent_detail(fixture.meeting, "p3", until=own))
    samir = fixture.meeting.participant("p3")
    assert samir is not None
    assert consent.is_expired(fixture.meeting, samir) is ended
    assert [lacking.id for lacking in consent.without_consent(fixture.meeting)] == (["p3"] if ended else [])


def test_nothing_has_ended_before_a_day_is_known() -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("person", "person", "consent_until", "2020-01-01"),))
    fixture.write(consent.set_consent(fixture.meeting, "p3", Consent.WRITTEN, DAY))
    samir = fixture.meeting.participant("p3")
    assert samir is not None
    assert not consent.is_expired(fixture.meeting, samir)


@pytest.mark.parametrize("mark", [Presence.PRESENT, Presence.REMOTE, Presence.LATE, Presence.MISSING, Presence.LEFT])
@pytest.mark.parametrize("marked", ["p1", "p2", "p4", "p5"])
def test_one_mark_leaves_the_question_about_those_not_marked(mark: Presence, marked: str) -> None:
    fixture = opened()
    assert [lacking.id for lacking in consent.without_consent(fixture.meeting)] == ["p3", "p4"]
    fixture.set_presence(mark, marked)
    asked = [lacking.id for lacking in consent.without_consent(fixture.meeting)]
    is_gone = marked == "p4" and mark not in consent.MAY_BE_HERE
    assert asked == (["p3"] if is_gone else ["p3", "p4"])


def test_nobody_is_asked_about_when_all_are_marked_absent() -> None:
    fixture = opened()
    fixture.set_presence(Presence.MISSING, "p3")
    fixture.set_presence(Presence.LATE, "p4")
    assert concern(fixture) is None


def test_free_words_count_as_consent() -> None:
    fixture = opened("p3")
    fixture.write((Edit("participants", "p3", "consent", "ja, om skolan"),))
    assert concern(fixture) is None


def test_consent_to_all_keeps_given_answers() -> None:
    fixture = opened("p3")
    fixture.write((Edit("participants", "p4", "consent", "none"),))
    fixture.write(consent.consent_to_all(fixture.meeting, DAY))
    assert consents(fixture) == {"p1": "", "p2": "", "p3": "oral", "p4": "none", "p5": ""}
    assert [participant.id for participant in consent.awaiting_signature(fixture.meeting)] == ["p3"]
    fixture.set_presence(Presence.LEFT, "p3")
    assert consent.awaiting_signature(fixture.meeting) == ()


def test_written_consent_to_all_signs_what_was_oral() -> None:
    fixture = opened("p3")
    fixture.write((Edit("participants", "p4", "consent", "none"),))
    fixture.write(consent.consent_to_all(fixture.meeting, DAY))
    fixture.write(consent.consent_to_all(fixture.meeting, DAY, Consent.WRITTEN))
    assert consents(fixture) == {"p1": "", "p2": "", "p3": "written", "p4": "none", "p5": ""}


def test_consent_waiver_is_logged_with_reason() -> None:
    fixture = opened("p2", "p3", "p4")
    fixture.write(consent.set_consent(fixture.meeting, "p4", Consent.ORAL, DAY))
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
        and participant.presence in {Presence.PRESENT, Presence.REMOTE, Presence.EXPECTED}
        and participant.consent.strip() in {"", "none", "withdrawn"}
    }
    worry = concern(fixture)
    assert set(worry.rows if worry else ()) == lacking
    fixture.write(consent.consent_to_all(fixture.meeting, DAY))
    assert not any(fixture.meeting.participant(who).consent == "" for who in lacking)  # type: ignore[union-attr]


def test_a_no_to_the_plan_is_told_and_can_be_changed() -> None:
    fixture = opened("p1")
    (person,) = consent.asked_about_plan(fixture.meeting)
    fixture.write(consent.set_plan_consent(fixture.meeting, person.id, Consent.NONE, DAY))
    assert [each.id for each in consent.refusers_of_plan(fixture.meeting)] == [person.id]
    fixture.write(consent.set_plan_consent(fixture.meeting, person.id, Consent.NOT_ASKED, DAY))
    assert not consent.refusers_of_plan(fixture.meeting)


def test_nobody_is_refused_before_the_person_has_said_no() -> None:
    fixture = opened("p1")
    assert not consent.is_refused(None)
    other = next(who for who in fixture.meeting.participants if consent.needs_consent(who))
    assert not consent.is_refused(other)
    fixture.write(consent.set_consent(fixture.meeting, other.id, Consent.NONE, DAY))
    assert consent.is_refused(fixture.meeting.participant(other.id))


@pytest.mark.parametrize(
    ("cells", "answer", "barred"),
    [
        ({}, Consent.NONE, True),
        ({}, Consent.WITHDRAWN, True),
        ({}, Consent.ORAL, False),
        ({"status": "ongoing"}, Consent.NONE, False),
        ({"since": "2026-01-02"}, Consent.NONE, False),
    ],
)
def test_nobody_does_what_is_new_and_meant_for_a_refused_one(
    cells: dict[str, str], answer: Consent, *, barred: bool
) -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("participants", "p3", "consent", answer.value),))
    fixture.write(tuple(Edit("actions", "a1", *cell) for cell in {"what": "Ringa", "who": "p3", **cells}.items()))
    assert consent.is_barred(fixture.meeting, fixture.meeting.actions[0]) is barred
