"""The last day of an action, from the words that it is kept in."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from sip_tui.minutes.formats.action_rows import due_of
from tests.helpers.meetings import START


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ("2026-12-04", date(2026, 12, 4)),
        ("2026-12-04 på kvällen", date(2026, 12, 4)),
        ("senast fredag 4 december 2026 på kvällen, v. 49", date(2026, 12, 4)),
        ("2026-12-04T13:00", datetime(2026, 12, 4, 13, 0)),
        ("senast fredag 4 december 2026, v. 49", date(2026, 12, 4)),
        ("maj 2027", date(2027, 5, 31)),
        ("från måndag 7 december 2026", None),
        ("före jul", None),
        ("varje måndag", None),
        ("när utredningen från 2025 är klar", None),
        ("", None),
    ],
)
def test_due_day_is_read_only_where_the_words_name_its_year(when: str, due: date | None) -> None:
    assert due_of(when, START) == due
