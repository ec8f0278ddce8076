"""Values that no screen writes, in a journal whose checksums are right: every command still answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from sip_tui.meeting.log.change import Edit, Value
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.store import Archive
from tests.helpers.commands import RunCommand

FAR = ("9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00+14:00", "9998-12-31T23:30:00Z", "9999-12-31")
COMMANDS = (
    ("show",),
    ("show", "--json"),
    *(("export", "--for", audience) for audience in ("mail", "person", "full", "notice")),
)


@pytest.mark.parametrize("value", [*FAR, 10**4001, -(10**15), 10**9, "x" * 10_000, "\x1b[31m", True, ["a", 7], None])
def test_no_value_of_a_journal_stops_a_command(sip: RunCommand, data: Path, sofia: str, value: Value) -> None:
    rows = (
        ("about", "meeting", ("start", "minutes", "follow_up", "interpreted", "title")),
        ("events", "e1", ("at",)),
        ("turns", "t1", ("who", "began", "ended")),
        ("participants", "p1", ("came", "left", "leaves", "order")),
        ("phases", "needs", ("minutes",)),
        ("person", "person", ("stamina_minutes", "consent_until")),
        ("actions", "a1", ("when",)),
        ("between", "between", ("evaluation",)),
    )
    edits = [Edit(table, row, field, value) for table, row, fields in rows for field in fields]
    folder = Archive(data).open(sofia)
    changes = Ledger(last=folder.load().last).stamp([Edit("events", "e1", "kind", "open"), *edits], 0, "hostile")
    folder.append(changes)
    folder.leave()
    for command in COMMANDS:
        answer = sip(command[0], sofia, *command[1:])
        assert answer.code in {0, 1}, answer.err
        assert "\x1b" not in answer.out
    assert sip("list").code == sip("doctor").code == 0
