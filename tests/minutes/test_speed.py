"""A draft takes time in proportion to its text, whatever the text is."""

from __future__ import annotations

import pytest

from sip_tui.i18n import translation
from sip_tui.minutes.render import draft
from tests.helpers.meetings import NOW, meeting, noted
from tests.helpers.timing import is_linear

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
