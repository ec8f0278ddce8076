"""What the chair says before people go home is said to the person only when the person is there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sip_tui.meeting.model.discussion import Feedback
from sip_tui.meeting.model.enums import Answer, Presence, RowId
from sip_tui.meeting.model.meeting import InterimPlan, Meeting
from sip_tui.screens.wrap_up.prompts import wrap_up_sentence
from tests.helpers.meetings import MAJA, SAMIR, meeting

FILLED = InterimPlan(
    id="between",
    wish="Samir",
    ended="Maja är klar",
    remains="Samir",
    approved_on="i dag",
    contact="p3",
)


def said_of(presence: Presence, name: str, between: InterimPlan) -> str:
    """What is said about a row."""
    whole: Meeting = meeting(participants=(replace(MAJA, presence=presence), SAMIR), between=between)
    return wrap_up_sentence(whole, RowId(name))


@pytest.mark.parametrize("name", ["wish", "ended", "remains", "approved_on", "contact"])
def test_nobody_who_is_away_is_spoken_to(name: str) -> None:
    for between in (InterimPlan(id="between"), FILLED):
        here, away = said_of(Presence.PRESENT, name, between), said_of(Presence.EXCUSED, name, between)
        assert away
        assert "you" not in away.replace("your", "you").split()
        assert not away.startswith("Maja,")
        assert ", Maja" not in away
        assert here


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_who_to_call_is_chosen_where_there_is_nobody(answer: str) -> None:
    said = meeting(participants=(MAJA, SAMIR), feedback=(Feedback(id="p1", knows_whom=Answer(answer)),))
    sentence = wrap_up_sentence(said, RowId("knows_whom", "p1"))
    assert sentence == "Vem vill du kunna ringa, Maja? Det bestämmer vi nu."
    chosen = replace(said, between=InterimPlan(id="between", contact="p3"))
    assert "du vänder dig till Samir" in wrap_up_sentence(chosen, RowId("knows_whom", "p1"))
