"""Which shape the meeting file has, and how an older one becomes a newer one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sip_tui import __version__
from sip_tui.store.row_codec import EncodedRows

VERSION = 1
SCHEMA = "_schema"

UPGRADES: dict[int, Callable[[EncodedRows], EncodedRows]] = {}
"""Version → what makes its rows those of the next version."""


class NewerSchemaError(Exception):
    """A newer program has written this file."""


def heading(closed: bool) -> dict[str, Any]:
    """Give the row that says what wrote the file, and whether the meeting was closed by it."""
    return {"version": VERSION, "program": f"sip-tui {__version__}", "closed": closed}


def read_heading(rows: EncodedRows) -> tuple[int, bool]:
    """Give the version and whether the meeting is closed; raise ValueError when the file does not say."""
    heads = rows.get(SCHEMA) or [{}]
    version = heads[0].get("version")
    if not isinstance(version, int) or isinstance(version, bool):
        raise ValueError("no schema version")
    return version, heads[0].get("closed") is True


def upgraded(rows: EncodedRows, version: int) -> EncodedRows:
    """Bring rows of an older version to this one.

    Raises:
        NewerSchemaError: The version is not known yet.
        KeyError: The version is not known any more.
    """
    if version > VERSION:
        raise NewerSchemaError
    for step in range(version, VERSION):
        rows = UPGRADES[step](rows)
    return rows
