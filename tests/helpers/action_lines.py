"""Lines that become actions: a meeting with a roll of its own, and the time of a line as the corpora write it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.parsing.action_line import parse_action_line
from sip_tui.parsing.participant_names import ParsedAction
from sip_tui.swedish.dates.day_parts import SWEDISH
from sip_tui.swedish.dates.parser import TimeKind, read_when
from tests.helpers.meeting_fixture import MeetingFixture


def meeting_with(people: Sequence[tuple[str, str, str, str, str]]) -> Meeting:
    """A meeting with these on its roll: id, name, kind, role and organisation of each."""
    table = MeetingFixture()
    table.write(tuple(Edit("participants", f"p{number}", "deleted", True) for number in range(1, 6)))
    fields = ("name", "kind", "role", "organisation")
    for order, (row, *cells) in enumerate(people):
        edits = (Edit("participants", row, name, cell) for name, cell in zip(fields, cells, strict=True))
        table.write((*edits, Edit("participants", row, "order", order)))
    return table.meeting


def read_time(phrase: str, today: date) -> str:
    """The time as the corpus writes it: a day, two days, ``<`` a deadline, ``from``, ``again``, ``next`` or ``?``."""
    when = read_when(phrase, today)
    names = {TimeKind.ASK: "?", TimeKind.REPEATED: "again", TimeKind.OPEN: "open", TimeKind.NEXT_MEETING: "next"}
    if not phrase or when.first is None:
        return names[when.kind] if phrase else ""
    part = f" {SWEDISH[when.part]}" if when.part else ""
    days = {
        TimeKind.DAY: f"{when.first}{part}",
        TimeKind.MOMENT: f"{when.first.isoformat()}T{when.at}"[:16],
        TimeKind.SPAN: f"{when.first}..{when.last}",
        TimeKind.MONTH: f"{when.first:%Y-%m}",
    }
    return f"from {when.first}{part}" if when.starts else "<" * when.deadline + days[when.kind]


TODAY = date(2026, 11, 25)
"""A Wednesday."""
PEOPLE = (
    ("erik", "Erik Nyström", "person", "den enskilde", ""),
    ("anna", "Anna Nyström", "guardian", "mamma", "familjen"),
    ("peter", "Peter Nyström", "guardian", "pappa", "familjen"),
    ("samir", "Samir Haddad", "actor", "kurator", "Elevhälsan"),
    ("helena", "Helena Sjöberg", "actor", "socialsekreterare", "Socialtjänsten"),
    ("johan", "Johan Berg", "actor", "psykolog", "BUP"),
    ("lena", "Lena Ek", "actor", "rektor", "Björkskolan"),
    ("maj", "Maj Lund", "kin", "mormor", "familjen"),
    ("fatima", "Fatima Ali", "actor", "boendestödjare", "Mora kommun"),
    ("kal", "Kal Mattsson", "actor", "god man", ""),
    ("dag", "Dag Åkesson", "actor", "arbetsterapeut", "Habiliteringen"),
)


MEETING = meeting_with(PEOPLE)
"""A family, a school and three authorities."""


def read_line(line: str) -> ParsedAction:
    """Who does what and when in a line that is typed in that meeting on that day."""
    return parse_action_line(MEETING, line, TODAY)
