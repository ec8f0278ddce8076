"""What the room must not lose: what was parked, ideas, what is too much, who had to go, who came instead of whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.model.meeting import Idea, ParkedItem
from tests.helpers.meetings import ASA, MAJA, SAMIR, action, goal, meeting, somebody, written
from tests.helpers.minutes import section


@pytest.mark.parametrize("audience", ["mail", "person", "full"])
def test_what_was_parked_is_told_until_it_is_settled(audience: str) -> None:
    parked = (ParkedItem(id="k1", text="Skolskjutsen i vår"), ParkedItem(id="k2", text="Glasögonen", settled=True))
    text = written(meeting(parked=parked), audience)
    assert section(text, "Kept for another time") == ["Skolskjutsen i vår"]


@pytest.mark.parametrize("audience", ["mail", "full"])
def test_an_idea_is_told_with_its_reasons_until_it_is_an_action(audience: str) -> None:
    ideas = (
        Idea(id="i1", text="Läxor i skolan", pros="lugnt hemma", cons="lång dag"),
        Idea(id="i2", text="Ringa BUP", action="a-Ringa BUP"),
    )
    text = written(meeting(ideas=ideas, actions=(action("Ringa BUP"),)), audience)
    told = section(text, "Ideas we have not decided on")
    assert told == ["Läxor i skolan", "For it: lugnt hemma", "Against it: lång dag"]


def test_what_is_too_much_is_nothing_that_the_person_will_do() -> None:
    heavy = action("Åka buss själv", who=MAJA.id, when="fredag", manages="no")
    light = action("Packa väskan", who=MAJA.id, when="fredag", manages="yes")
    paper = written(meeting(actions=(heavy, light)), "person")
    assert "Packar väskan" in section(paper, "This is what we decided")
    assert "Åka buss själv" not in section(paper, "This is what we decided")
    assert section(paper, "Too much for you right now: we will find another way") == ["Åka buss själv"]
    assert "Too much for you right now" in section(written(meeting(actions=(heavy, light))), "What we agreed on")


def test_somebody_who_had_to_leave_was_there_when_it_was_agreed() -> None:
    gone = replace(SAMIR, presence=Presence.LEFT)
    text = written(meeting(participants=(MAJA, ASA, gone), actions=(action("Ringa", who=gone.id),)))
    assert "who had to leave before the end: " not in text
    assert any("who had to leave before the end:" in line for line in section(text, "Still open"))
    assert "was not there when this was decided" not in text


def test_what_was_taken_on_before_leaving_is_not_checked_again() -> None:
    gone = replace(SAMIR, presence=Presence.LEFT)
    actions = (action("Ringa", who=gone.id, agreed_by=gone.id), action("Skriva", who=gone.id))
    text = written(meeting(participants=(MAJA, ASA, gone), actions=actions))
    told = section(text, "Still open")
    assert told[told.index(next(line for line in told if "had to leave before the end" in line)) + 1 :][:1] == [
        "Skriva"
    ]


def test_somebody_who_came_instead_of_another_is_told_as_that() -> None:
    maria = somebody(9, "Maria Berg", role="kurator", substitute_for=SAMIR.id)
    away = replace(SAMIR, presence=Presence.EXCUSED)
    text = written(meeting(participants=(MAJA, ASA, away, maria)), "full")
    assert f"in place of {SAMIR.name}" in text
    assert SAMIR.name not in written(meeting(participants=(MAJA, ASA, away, maria)))


def test_two_goals_that_name_each_other_crash_no_paper() -> None:
    goals = (goal("g1", "Läsa", parent="g2"), goal("g2", "Räkna", parent="g1"))
    for audience in ("mail", "person", "full"):
        text = written(meeting(goals=goals), audience)
        assert "Läsa" in text
        assert "Räkna" in text
