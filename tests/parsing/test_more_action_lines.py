"""Lines of many more meetings, as tired secretaries type them: a pupil's, a young man's, an old woman's …"""

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


Line = dict[str, Any]


def is_read(line: Line, meeting: Meeting) -> bool:
    """Whether a line gives the owner, the candidates, the time and the deed that it should."""
    today = date.fromisoformat(line["base"])
    found = parse_action_line(meeting, line["line"], today)
    owners = found.who, list(found.candidates) * (not found.who)
    return (*owners, read_time(found.when_text, today), found.what) == (
        *(line["who"], line["maybe"]),
        *(line["when"], line.get("what", found.what)),
    )


@pytest.mark.parametrize("name", ROLLS)
def test_lines_of_a_meeting_are_read(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(translation, "_language", "sv")
    meeting, lines = meeting_of(name), [line for line in corpus_lines("action_lines_more") if line["roll"] == name]
    assert lines
    assert [line["line"] for line in lines if not is_read(line, meeting)] == []
