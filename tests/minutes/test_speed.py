"""A draft takes time in proportion to its text, whatever the text is."""

from __future__ import annotations

import pytest

from sip_tui.i18n import translation
from sip_tui.minutes.render import draft
from tests.helpers.meetings import NOW, meeting, noted
from tests.helpers.timing import cpu_seconds

UNITS = (
    *("Samir, Åsa, Maja och Ingrid ", "[namn] [personnummer] ", "Maja Lindgren ", "hon ", "**Maja** ", "- Samir\n"),
    *("070-174 06 05 ", "19121212-1212 ", "Vi frågade Maja. Hon vill. ", "| Maja | b |\n", "nytt möte ", "\\", "Samir"),
    *("pappa hämtar M. M:s läxor. ", "hon tycker att hon vill när hon ", "åt Maja och ", "rad utan tecken\n\n"),
)


@pytest.mark.parametrize("unit", UNITS)
def test_time_of_a_draft_is_linear(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "_language", "sv")
    # What has been read is remembered: each draft is of a text of its own.
    seconds = [_seconds(unit, size, number) for number, size in enumerate((2_000, 2_000, 16_000))]
    assert seconds[2] < 20 * min(seconds[:2]) + 0.1


def _seconds(unit: str, size: int, number: int) -> float:
    written = meeting(notes=(noted(f"{number} {unit * (size // len(unit))}"),))
    return cpu_seconds(lambda: draft(written, now=NOW), tries=1)
