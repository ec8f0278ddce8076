"""What the line of the review counts."""

from __future__ import annotations

import pytest

from sip_tui.i18n import translation
from sip_tui.minutes.render import draft
from sip_tui.screens.review.rows import status_line
from tests.helpers.meetings import NOW, meeting, noted


def test_sentence_that_stays_unsure_was_left_in_by_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "_language", "sv")
    made = draft(meeting(notes=(noted("Åsa ringer Maja när hon slutar."),)), now=NOW)
    assert [found.finding.kind for found in made.findings if found.is_kept] == ["unsure"]
    assert "ditt beslut" not in status_line(made).plain
