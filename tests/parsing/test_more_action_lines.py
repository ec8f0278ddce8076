"""Lines of three more meetings, as tired secretaries type them: a pupil's, a young man's, and an old woman's."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest

from sip_tui.i18n import translation
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Meeting, MeetingInfo, Participant, Person
from sip_tui.parsing.action_line import parse_action_line
from tests.helpers.action_lines import read_time
from tests.helpers.corpus import CORPUS, corpus_lines
from tests.helpers.meetings import START

ROLLS: dict[str, Any] = tomllib.loads((CORPUS / "action_rolls.toml").read_text("utf-8"))


def meeting_of(name: str) -> Meeting:
    """A meeting with a roll of the corpus."""
    people = tuple(
        Participant(id=row, order=order, name=called, kind=Kind(kind), role=role, organisation=office)
        for order, (row, called, kind, role, office) in enumerate(ROLLS[name], 1)
    )
    about = MeetingInfo(id="meeting", type="SIP", start=START)
    return Meeting(about=about, person=Person(id="person", called=people[0].name.split()[0]), participants=people)


@pytest.mark.parametrize("line", corpus_lines("action_lines_more"), ids=lambda line: line["line"])
def test_line_of_another_meeting_is_read(monkeypatch: pytest.MonkeyPatch, line: dict[str, Any]) -> None:
    monkeypatch.setattr(translation, "_language", "sv")
    today = date.fromisoformat(line["base"])
    found = parse_action_line(meeting_of(line["roll"]), line["line"], today)
    assert (found.who, list(found.candidates) * (not found.who)) == (line["who"], line["maybe"])
    assert read_time(found.when_text, today) == line["when"]
    assert found.what == line.get("what", found.what)
