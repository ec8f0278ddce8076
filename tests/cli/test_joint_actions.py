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


@pytest.mark.parametrize(
    ("deed", "who", "parts"),
    [
        ("linda o anders går igenom schemat", "Linda och anders", 2),
        ("skolan + elevhälsan gör en checklista", "Skolan och elevhälsan", 2),
        ("faster birgitta skjutsar till badet", "Faster birgitta", 0),
    ],
)
def test_whom_the_words_name_does_it_in_every_document_and_part(
    sip: RunCommand, tmp_path: Path, deed: str, who: str, parts: int
) -> None:
    omar = sip("new", data_path("cases", "omar-tolk.toml")).out.strip()
    sip("do", omar, "action", deed, "--lang", "sv")
    for audience in ("full", "person", "mail"):
        page = sip("export", omar, "--for", audience, "--lang", "sv").out
        assert [word for word in (*CLAIMED, "Det här har ingen") if word in page] == [], audience
    assert who in sip("export", omar, "--for", "full", "--lang", "sv").out
    folder = tmp_path / "parts"
    folder.mkdir()
    sip("export", omar, "--for", "actor", "-o", folder, "--lang", "sv")
    assert sum(deed.split()[-1] in page.read_text("utf-8") for page in folder.iterdir()) == parts


def test_office_that_documents_name_is_not_denied_at_the_end(sip: RunCommand, data: Path) -> None:
    omar = sip("new", data_path("cases", "omar-tolk.toml")).out.strip()
    sip("do", omar, "open")
    sip("do", omar, "action", "Vårdcentralen ringer hem senast 12 december", "--lang", "sv")
    assert "1 åtgärd där ni ska säga vem som gör den" in sip("show", omar, "--lang", "sv").out
    session = MeetingSession(Archive(data).open(omar), FakeClock())
    items = find_open_items(session.meeting)
    assert [action.what for action in items.without_person] == ["Vårdcentralen ringer hem"]
    assert not items.without_owner
    session.close()
    told = sip("close", omar, "--lang", "sv").out
    assert "Säg vem som gör det: Vårdcentralen ringer hem" in told
    assert "Ingen har tagit på sig" not in told
