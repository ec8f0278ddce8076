"""Papers that leave before the meeting: nothing in them is decided, and what is not known yet is said so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sip_tui.meeting.model.meeting import Meeting, Resolution
from sip_tui.minutes.render import draft
from tests.helpers.meetings import NOW, case
from tests.helpers.minutes import section, titles


def sofia() -> Meeting:
    return case("cases", "sofia-n3.toml")


@pytest.mark.parametrize("audience", ["mail", "person", "full"])
def test_a_day_for_the_next_meeting_is_a_proposal(audience: str) -> None:
    told = titles(draft(sofia(), audience, now=NOW).text)
    assert ("Proposal: when we meet next" in told, "Next meeting" in told) == (True, False)


@pytest.mark.parametrize("audience", ["mail", "person", "full"])
def test_a_decision_that_is_prepared_is_a_proposal(audience: str) -> None:
    made = replace(sofia(), resolutions=(Resolution(id="r", text="Planen gäller till mars"),))
    told = titles(draft(made, audience, now=NOW).text)
    assert ("Proposals for decisions" in told, "We also decided" in told) == (True, False)


def test_goals_that_a_service_answers_for_are_a_proposal() -> None:
    goal = replace(sofia().goals[0], owner="p4")
    told = titles(draft(replace(sofia(), goals=(goal,)), "actor", now=NOW, actor="p4").text)
    assert ("Proposal: goals that you are responsible for" in told, "You are responsible for these goals" in told) == (
        True,
        False,
    )


def test_person_reads_why_somebody_may_not_come() -> None:
    lines = section(draft(sofia(), "person", now=NOW).text, "Not coming, coming later, or no reply yet")
    assert lines == ["Erik Johansson, kurator, Elevhälsan NTI: has not been in touch"]


def test_a_sheet_without_a_place_says_that_it_will_be_told() -> None:
    told = replace(sofia(), about=replace(sofia().about, place="", link=""))
    assert "Place: you will be told later" in section(draft(told, "sheet", now=NOW).text, "When and where")
    online = replace(told, about=replace(told.about, link="https://exempel.se/rum"))
    assert not [line for line in section(draft(online, "sheet", now=NOW).text, "When and where") if "later" in line]


@pytest.mark.parametrize("said", [True, False])
def test_sheet_asks_for_more_only_where_something_is_said(said: bool) -> None:
    about = replace(sofia().about, purpose="Hur skolan kan hjälpa" if said else "", questions=())
    made = draft(replace(sofia(), about=about, questions=()), "sheet", now=NOW).text
    assert ("Do you want to talk about something else?" in made, "What do you want to talk about?" in made) == (
        said,
        not said,
    )
