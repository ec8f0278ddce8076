"""Who does what a line says, as its own words tell it."""

from __future__ import annotations

import pytest

from sip_tui.swedish.grammar.agent import subject


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Skolan ringer mamma", "Skolan"),
        ("Skolan kontaktas", ""),
        ("Skolan och vårdnadshavaren bokar en tid", "Skolan och vårdnadshavaren"),
        ("Skolan och gode mannen bokar en tid", "Skolan och gode mannen"),
        ("Personliga ombudet ringer", "Personliga ombudet"),
        ("Mamma och pappa pratar", "Mamma och pappa"),
        ("Brodern o [namn] delar på nätterna", "Brodern o [namn]"),
        ("BUP-jouren ringer mamma", "BUP-jouren"),
        ("Alla vuxna säger till", "Alla vuxna"),
        ("Alla följer listan", "Alla"),
        ("Mamma, pappa o farmor har telefonmöte", "Mamma, pappa o farmor"),
        ("Akuttandvård: boendestödjaren o du ringer", "boendestödjaren o du"),
        ("Mamma vill att BUP ringer", ""),
        ("Ringa skolan", ""),
        ("Mamma och", ""),
    ],
)
def test_subject_is_who_does_it(line: str, who: str) -> None:
    assert subject(line) == who
