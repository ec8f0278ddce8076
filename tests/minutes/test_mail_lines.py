"""Lines of notes as tired secretaries type them, and how they are read in the mail (``tests/corpus/mail_lines.toml``).

Two invented meetings: one with a child, one through an interpreter. Each line stands alone in the notes.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from sip_tui.i18n import translation
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Meeting, MeetingInfo, Participant, Person
from sip_tui.minutes.render import draft
from tests.helpers.meetings import NOW, START, noted
from tests.helpers.minutes import read_back

MEETINGS: dict[str, Any] = tomllib.loads((Path(__file__).parents[1] / "corpus" / "mail_lines.toml").read_text("utf-8"))
LINES = [(name, typed, read) for name, made in MEETINGS.items() for typed, read in made["lines"]]


def meeting_of(name: str, text: str) -> Meeting:
    """A meeting of the corpus with a text in its notes."""
    made = MEETINGS[name]
    people = tuple(
        Participant(id=f"p{number}", name=person[0], kind=Kind(person[1]), role=person[2], organisation=person[3])
        for number, person in enumerate(made["roll"])
    )
    about = MeetingInfo(id="meeting", type="SIP", start=START, mail_notes=True)
    person = Person(id="person", called=made["called"], child=made["child"])
    return Meeting(about=about, person=person, participants=people, notes=(noted(text),))


@pytest.mark.parametrize(("name", "typed", "read"), LINES, ids=[line[1] for line in LINES])
def test_line_is_read_in_the_mail_as_it_was_meant(
    monkeypatch: pytest.MonkeyPatch, name: str, typed: str, read: str
) -> None:
    monkeypatch.setattr(translation, "_language", "sv")
    made = draft(meeting_of(name, typed), now=NOW)
    assert made.leaks == ()
    shown = [line for line in read_back(made.text) if line]
    assert shown[-len(read.split("\n")) :] == read.split("\n")
