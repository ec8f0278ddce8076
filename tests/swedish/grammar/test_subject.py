"""Who does what a line says, as its own words tell it."""

from __future__ import annotations

import pytest

from sip_tui.swedish.grammar.agent import in_full, subject


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
        ("[namn] fr hemtjänsten visar larmet", "[namn] fr hemtjänsten"),
        ("Kurator på BUP ringer", "Kurator på BUP"),
        ("Hon på FK skickar brevet på nytt", "Hon på FK"),
        ("Han fr soc ringer pappa", "Han fr soc"),
        ("Hon på lördag ringer", ""),
        ("Hon ringer på lördag", ""),
        ("Karin (BUP) skickar remissen", "Karin (BUP)"),
        ("Distriktssköterskan o läk gör nytt intyg", "Distriktssköterskan o läk"),
        ("Inger o läk Bengtsson gör nytt intyg", "Inger o läk Bengtsson"),
        ("Hon på fritids (Pia) möter vid dörren", "Hon på fritids (Pia)"),
        ("Ngn fr soc ringer pappa", ""),
        ("Någon på arbetsterapin mäter trappan", ""),
        ("Mamma vill att BUP ringer", ""),
        ("Ringa skolan", ""),
        ("Mamma och", ""),
    ],
)
def test_subject_is_who_does_it(line: str, who: str) -> None:
    assert subject(line) == who


def test_roles_in_short_are_written_out_beside_a_deed() -> None:
    assert in_full("Distriktssköterskan och läk") == "Distriktssköterskan och läkaren"
    assert in_full("Ssk på BUP") == "sjuksköterskan på BUP"
    assert in_full("Inger och gm") == "Inger och gode mannen"
