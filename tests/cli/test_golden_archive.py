"""Archives that earlier versions wrote are opened by this one, with every value that stood in them.

``tests/golden/<version>/archive`` is as the version left it: an open meeting with its journals, and a closed one.
Beside it stands what ``show --json`` printed then. A later version may say more; it never says less or something else.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.commands import RunCommand

GOLDEN = Path(__file__).parents[1] / "golden"
VERSIONS = sorted(path.name for path in GOLDEN.glob("[0-9]*"))


@pytest.mark.parametrize("version", VERSIONS)
def test_golden_archive_opens_with_every_value(sip: RunCommand, data: Path, version: str) -> None:
    shutil.copytree(GOLDEN / version / "archive", data)
    expected = {path.stem: json.loads(path.read_text("utf-8")) for path in (GOLDEN / version).glob("*.json")}
    assert {row["id"] for row in json.loads(sip("list", "--json").out)} == set(expected)
    for meeting_id, then in expected.items():
        assert _missing(then, json.loads(sip("show", meeting_id, "--json").out)) == []


def _missing(then: Any, now: Any, path: str = "") -> list[str]:
    """Return the paths of the values that are gone or changed."""
    if isinstance(then, dict):
        inside = now if isinstance(now, dict) else {}
        return [gone for key, value in then.items() for gone in _missing(value, inside.get(key), f"{path}.{key}")]
    if isinstance(then, list):
        rows = now if isinstance(now, list) and len(now) == len(then) else [None] * len(then)
        return [gone for at, value in enumerate(then) for gone in _missing(value, rows[at], f"{path}[{at}]")]
    return [] if then == now else [path]
