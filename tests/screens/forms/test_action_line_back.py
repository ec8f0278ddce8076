"""What is read back of an action in one line: its owner, those who do it together, or those who may."""

from __future__ import annotations

from datetime import date

import pytest

from sip_tui.i18n import translation
from sip_tui.parsing.action_line import parse_action_line
from sip_tui.parsing.participant_names import ParsedAction
from sip_tui.screens.forms.interpretation import action_line_feedback
from tests.helpers.action_lines import meeting_with

TODAY = date(2026, 11, 27)
MEETING = meeting_with(
    (
        ("maja", "Maja Ek", "person", "", ""),
        ("samir", "Samir Haddad", "actor", "kurator", "Elevhälsan"),
        ("karin", "Karin Öberg", "actor", "socialsekreterare", "Socialtjänsten"),
    )
)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Samir ringer soc", "Samir Haddad"),
        ("Karin o Samir ses med rektorn", "Karin Öberg och Samir Haddad"),
        ("Karin/Samir hembesök", "Karin Öberg och Samir Haddad"),
        ("Samir eller Karin ringer", "vem? Samir Haddad och Karin Öberg"),
        ("Vem ringer soc?", "ingen än"),
    ],
)
def test_owner_is_read_back(monkeypatch: pytest.MonkeyPatch, line: str, who: str) -> None:
    monkeypatch.setattr(translation, "_language", "sv")
    assert action_line_feedback(MEETING, parse_action_line(MEETING, line, TODAY), TODAY).split(" · ")[0] == who


def test_row_of_several_is_read_back_in_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "_language", "sv")
    row = ParsedAction("Karin o Samir ses med rektorn")
    assert action_line_feedback(MEETING, row, TODAY).startswith("Karin o Samir · ")
