"""A draft takes time in proportion to its text, whatever the text is."""

from __future__ import annotations

from functools import partial

import pytest

from sip_tui.i18n import translation
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Action, Invitation, Meeting, Participant, Question
from sip_tui.minutes.render import draft
from tests.helpers.meetings import NOW, meeting, noted
from tests.helpers.timing import call_count, is_linear

UNITS = (
    *("Samir, Åsa, Maja och Ingrid ", "[namn] [personnummer] ", "Maja Lindgren ", "hon ", "**Maja** ", "- Samir\n"),
    *("070-174 06 05 ", "19121212-1212 ", "Vi frågade Maja. Hon vill. ", "| Maja | b |\n", "nytt möte ", "\\", "Samir"),
    *("pappa hämtar M. M:s läxor. ", "hon tycker att hon vill när hon ", "åt Maja och ", "rad utan tecken\n\n"),
)


@pytest.mark.unmeasured
@pytest.mark.parametrize("unit", UNITS)
def test_time_of_a_draft_is_linear(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "_language", "sv")
    assert is_linear(lambda text: draft(meeting(notes=(noted(text),)), now=NOW), unit, 3_000)


@pytest.mark.unmeasured
@pytest.mark.parametrize("audience", ["person", "full", "mail"])
def test_work_of_a_draft_grows_with_the_number_of_rows(audience: str) -> None:
    def draft_of_many(count: int) -> None:
        ids = [str(number) for number in range(count)]
        rows = Meeting(
            participants=tuple(Participant(id=row, kind=Kind.ACTOR, role=f"roll {row}") for row in ids),
            actions=tuple(Action(id=row, what="Ring BUP", who=row, when="2026-12-04") for row in ids),
            questions=tuple(Question(id=row, text="Hur blir det sedan") for row in ids),
            invitations=tuple(Invitation(id=row, questions=(row,)) for row in ids),
        )
        draft(rows, audience, now=NOW)

    draft_of_many(1)
    few, many = (call_count(partial(draft_of_many, count)) for count in (40, 160))
    assert many < 4.5 * few
