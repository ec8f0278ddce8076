"""Four times as much to read takes every reader four times as long, and not sixteen."""

from __future__ import annotations

import pytest

from tests.fuzz.targets import TARGETS
from tests.helpers.timing import is_linear

UNITS = (
    "1 ",
    "Maja ",
    "och ",
    "a,",
    "av ",
    "\n",
    "- [ ]\n",
    "Samir ringer skolan på fredag om mamma. ",
    "070-",
    "\x1b[<0;",
    '[[a]]\nb="c"\n',
    '{"a":[',
)
"""What is repeated: lists, names, times, identifiers, boxes, reports of a terminal, and the beginnings of files."""
SIZE = 3_000


@pytest.mark.parametrize("name", TARGETS)
def test_reading_grows_with_its_input(name: str) -> None:
    def read(text: str) -> None:
        number, _blank, repeated = text.partition(" ")
        TARGETS[name](f"{repeated}{number}".encode())  # the beginning of a file stays the beginning

    assert [unit for unit in UNITS if not is_linear(read, unit, SIZE)] == []
