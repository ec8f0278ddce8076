"""Who acts together ("Skolan och Linda bokar …") has taken it on: one rule in every list, question and document."""

from __future__ import annotations

from pathlib import Path

import pytest

from sip_tui.i18n import translation
from sip_tui.meeting.guidance.phase_guard import find_open_items
from sip_tui.paths import data_path
from sip_tui.screens.actions.rows import missing_sentence, rows_by_goal, rows_by_participant
from sip_tui.session.session import MeetingSession
from sip_tui.store import Archive
from tests.helpers.app_harness import FakeClock
from tests.helpers.commands import RunCommand

DEED = "Linda och Anders bokar hörseltest"
CLAIMED = ("ingen gör det", "Ingen har tagit på sig", "ingen har tagit på sig", "ingen ännu", "utan namn")


def test_who_acts_together_has_taken_it_on_everywhere(
    sip: RunCommand, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    omar = sip("new", data_path("cases", "omar-tolk.toml")).out.strip()
    said = [sip("do", omar, "action", f"{DEED} senast 12 december", "--lang", "sv").out]
    said += [sip("show", omar, "--lang", "sv").out]
    said += [
        sip("export", omar, "--for", audience, "--format", kind, "--lang", "sv").out
        for audience, kind in (("full", "md"), ("person", "md"), ("full", "csv"))
    ]
    monkeypatch.setattr(translation, "_language", "sv")
    session = MeetingSession(Archive(data).open(omar), FakeClock())
    meeting = session.meeting
    session.close()
    said += [line.plain for rows in (rows_by_goal, rows_by_participant) for _row, line in rows(meeting)]
    said += [missing_sentence(meeting)]
    assert DEED in "".join(said), "the action is shown"
    assert not find_open_items(meeting).without_owner, "what the question at the end lists"
    assert [(text, word) for text in said for word in CLAIMED if word in text] == []
