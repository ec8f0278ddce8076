"""How long meetings are kept: the setting, and which of them are due to be removed.

[keep]
months = 24
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from sip_tui.paths import read_toml
from sip_tui.store import IndexEntry

MOST = 1200
"""Months of a setting; more is no setting."""


def keep_months(path: Path) -> int:
    """Return how many months a meeting is kept, from the settings file; 0 for as long as somebody wants."""
    try:
        table = read_toml(path).get("keep", {})
    except (OSError, ValueError):
        return 0
    months = table.get("months", 0) if isinstance(table, dict) else 0
    return months if type(months) is int and 0 < months <= MOST else 0


def due_for_removal(entries: Iterable[IndexEntry], months: int, today: date) -> list[IndexEntry]:
    """Return the closed meetings that have been kept for so long, the oldest first; none when nothing is set.

    A meeting whose follow-up is not due yet is kept with it: the plan still goes on.
    """
    listed = list(entries)
    due = {entry.id for entry in listed if months and entry.closed and _is_past(entry, months, today)}
    young = [entry for entry in listed if entry.id not in due]
    kept: set[str] = set()
    while young:
        kept |= (followed := {entry.previous for entry in young} - kept)
        young = [entry for entry in listed if entry.id in followed]
    old = [entry for entry in listed if entry.id in due - kept]
    return sorted(old, key=lambda entry: (entry.start.isoformat() if entry.start else "", entry.id))


def _is_past(entry: IndexEntry, months: int, today: date) -> bool:
    if entry.start is None:
        return False
    month = entry.start.year * 12 + entry.start.month - 1 + months
    last = date(month // 12, month % 12 + 1, min(entry.start.day, 28))
    return last <= today
