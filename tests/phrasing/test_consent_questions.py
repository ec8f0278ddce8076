"""Who is asked about consent: the person; for a child the guardians, and the child is heard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sip_tui.i18n.translation import set_language
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.consent_questions import (
    missing_consent,
    plan_question,
    sharing_question,
    signature_request,
)
from tests.helpers.meetings import meeting


@pytest.fixture(autouse=True)
def in_swedish() -> None:
    set_language("sv")


def of_a_child() -> Meeting:
    adult = meeting()
    return replace(adult, person=replace(adult.person, child=True))


def questions(about: Meeting) -> list[str]:
    return [
        plan_question(about),
        sharing_question(about, "Ingrid Wallin"),
        signature_request(about, "Ingrid Wallin"),
        missing_consent(about, "Ingrid Wallin"),
    ]


def test_an_adult_is_asked_and_signs() -> None:
    assert all("Maja" in question and "vårdnadshavar" not in question for question in questions(meeting()))


def test_guardians_answer_and_sign_for_a_child_who_is_heard() -> None:
    asked = questions(of_a_child())
    assert all("vårdnadshavar" in question for question in asked)
    assert all("vad tycker du?" in question for question in asked[:2])
    assert "hör vad Maja tycker" in asked[3]


def test_who_may_share_is_never_the_one_who_signs() -> None:
    for about in (meeting(), of_a_child()):
        assert "Låt Ingrid" not in signature_request(about, "Ingrid Wallin")


@pytest.mark.parametrize(("kind", "asked"), [("", True), ("SIP", True), ("samverkansmöte", False)])
def test_the_plan_itself_is_asked_about_when_there_is_one(kind: str, asked: bool) -> None:
    of_kind = replace(meeting(), about=replace(meeting().about, type=kind))
    assert bool(plan_question(of_kind)) is asked
