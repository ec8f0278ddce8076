"""How often somebody does something is told wherever it stands in the words of an action."""

from __future__ import annotations

import pytest

from sip_tui.swedish.grammar.time_clause import tells_when


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("Tränar handen 2 ggr/d m bollen", True),
        ("Provar en hel lektion svenska/v", True),
        ("Går ut två gånger om dagen med hunden", True),
        ("Ringer varje fredag efter skolan", True),
        ("Ringer mamma/pappa", False),
        ("Ringer första gången", False),
        ("Visar Y larmet", False),
    ],
)
def test_how_often_is_told(line: str, is_told: bool) -> None:
    assert tells_when(line) is is_told
