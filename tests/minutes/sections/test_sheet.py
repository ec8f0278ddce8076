"""The person's sheet before the meeting: the circle, its questions, who comes, what one may say no to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sip_tui.i18n.translation import set_language
from sip_tui.meeting.model.enums import Answer
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.model.preparation import Invitation, InvitationState
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.minutes.document import Ring, WritingLines
from sip_tui.minutes.render import draft
from sip_tui.resources.meeting_types import meeting_types
from sip_tui.resources.preparation_sheet import preparation_sheet
from tests.helpers.documents import page
from tests.helpers.meetings import ASA, INGRID, MAJA, NOW, SAMIR, meeting
from tests.helpers.minutes import section, titles


def planned(**person: Any) -> Meeting:
    """A meeting to come, that Samir calls to."""
    whole = meeting(participants=(MAJA, ASA, SAMIR, INGRID), events=())
    about = replace(whole.about, purpose="Du ska orka", questions=("Vad behöver du?",), place="Linden", link="")
    return replace(whole, about=about, person=replace(whole.person, **person))


def text(whole: Meeting) -> str:
    return draft(whole, "sheet", now=NOW).text


def test_sheet_greets_by_name_and_says_when_where_and_who() -> None:
    made = text(planned(travel="Taxi hämtar dig", breaks="efter halva tiden"))
    assert made.startswith("# Your meeting on Friday 27 November 2026\n\nHello Maja!")
    assert section(made, "When and where") == [
        *("Date: Friday 27 November 2026", "Time: 13:02–14:02", "Place: Linden"),
        *("How you will get there: Taxi hämtar dig", "Breaks: efter halva tiden"),
    ]
    assert "Samir Haddad, kurator, Elevhälsan" in section(made, "Who we have asked to come")
    assert section(made, "Do you have any questions?") == [
        "Samir Haddad, kurator, Elevhälsan",
        "samir.haddad@skolan.se",
    ]


def test_sheet_has_the_ring_and_lines_under_every_question() -> None:
    made = draft(planned(), "sheet", now=NOW)
    (ring,) = (block for block in made.document.blocks if isinstance(block, Ring))
    assert (len(ring.parts), sum(ring.shares)) == (5, 60)
    asked = sum(len(part.questions) for part in preparation_sheet().parts)
    assert sum(isinstance(block, WritingLines) for block in made.document.blocks) == asked + 4
    (body,) = page(made).named("body")
    assert body.attributes["class"] == "large"


def test_who_comes_is_told_why_and_who_is_not_wanted_is_left_out() -> None:
    invitations = (Invitation(id="p3", why="Hjälper dig i skolan"), Invitation(id="p4", wanted=Answer.NO))
    made = text(replace(planned(), invitations=invitations))
    assert "Hjälper you i skolan" in made or "Hjälper dig i skolan" in made
    assert "Ingrid" not in made
    declined = (Invitation(id="p4", state=InvitationState.DECLINED),)
    assert "Ingrid" not in text(replace(planned(), invitations=declined))


def test_meeting_without_a_plan_has_a_sheet_that_speaks_of_none() -> None:
    whole = planned()
    cooperation = replace(whole, about=replace(whole.about, type="samverkansmöte", start=None, called_by="", chair=""))
    made = text(cooperation)
    assert made.startswith("# Your meeting\n")
    assert "plan" not in made.replace("planned", "")
    assert titles(made)[-1] == "Would you rather not come, or not speak?"


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(("child", "longest"), [(False, 20), (True, 14)])
def test_words_of_the_sheet_are_short_and_speak_to_the_person(language: str, child: bool, longest: int) -> None:
    set_language(language)
    sheets = [preparation_sheet(child=child, kind=kind.key) for kind in meeting_types()]
    assert all([part.key for part in sheet.parts] == [*PHASES] for sheet in sheets)
    lines = [
        line
        for sheet in sheets
        for line in (
            *(*sheet.welcome, *sheet.saying_no),
            *(line for part in sheet.parts for line in (part.about, *part.questions)),
        )
    ]
    sentences = [sentence for line in lines for sentence in line.replace("?", ".").replace(":", ".").split(".")]
    assert max(len(sentence.split()) for sentence in sentences) <= longest
    assert not any(word in line.casefold().split() for line in lines for word in ("personen", "brukaren", "patienten"))


@pytest.mark.parametrize("child", [False, True])
def test_the_sheet_before_an_ending_promises_no_help(child: bool) -> None:
    whole = planned(child=child)
    made = text(replace(whole, about=replace(whole.about, type="avslutningsmöte")))
    assert "What needs to stay in place?" in made
    assert "what is ending" in made
    assert not [line for line in made.splitlines() if "want help" in line or "the help" in line or "meet again" in line]


def test_the_sheet_before_a_follow_up_asks_how_it_has_gone() -> None:
    whole = planned()
    made = text(replace(whole, about=replace(whole.about, previous="first")))
    assert "How has it gone?" in made
    assert "You can say no to us making a plan." not in made
    assert "You can change your mind, even if you said yes to the plan before." in made


def test_a_childs_sheet_has_words_of_its_own() -> None:
    made = text(planned(child=True))
    assert "We ask you and your parents or guardians if we can make a plan. You can all say no." in made
    assert "What is hard?" in made
    assert "2. How things are for you" in made
    assert "Current situation" not in made
