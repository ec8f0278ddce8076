""" "Sig" after an infinitive is the person only when it is the person who does it."""

from __future__ import annotations

import pytest

from sip_tui.swedish.style.du_form import Addressee, address

OMAR = Addressee.of("Omar Ali", "Omar", others=("Rut Ek", "Samir Haddad"))


@pytest.mark.parametrize(
    ("text", "to_the_person"),
    [
        ("Vi hittar ett sätt för Omar att lära sig svenska", "Vi hittar ett sätt för dig att lära dig svenska"),
        ("Det är svårt för Omar att koncentrera sig.", "Det är svårt för dig att koncentrera dig."),
        ("Vi ger Omar tid att vänja sig.", "Vi ger dig tid att vänja dig."),
        ("Ett sätt för honom att röra sig mer.", "Ett sätt för dig att röra dig mer."),
        ("Omars mål är att klara sig själv.", "Ditt mål är att klara dig själv."),
        ("Omars största dröm är att försörja sig.", "Din största dröm är att försörja dig."),
        ("Omars mål på sikt är att inte skada sig.", "Ditt mål på sikt är att inte skada dig."),
        ("Målet för Omar är att klara sig själv.", "Målet för dig är att klara dig själv."),
        ("För Omar är det viktigt att kunna röra sig.", "För dig är det viktigt att kunna röra dig."),
        ("För Omars del är målet att klara sig.", "För din del är målet att klara dig."),
        ("Mamma ger Omar en bra chans att lära sig simma.", "Mamma ger dig en bra chans att lära dig simma."),
        ("Då ger mamma Omar möjlighet att vila sig.", "Då ger mamma dig möjlighet att vila dig."),
        ("Rut ger Omar stöd i att klara sin skola.", "Rut ger dig stöd i att klara din skola."),
        ("Rut lovar Omar mer tid att vänja sig.", "Rut lovar dig mer tid att vänja dig."),
        ("Rut lovar att ge Omar tid att vänja sig.", "Rut lovar att ge dig tid att vänja dig."),
        ("Mamma bad Omar att lugna sig.", "Mamma bad dig att lugna dig."),
        ("Läkaren uppmanar Omar att vila sig.", "Läkaren uppmanar dig att vila dig."),
        ("Mamma sa åt Omar att skynda sig.", "Mamma sa åt dig att skynda dig."),
        ("Musik får Omar att känna sig lugn.", "Musik får dig att känna dig lugn."),
        ("Det är upp till Omar att bestämma sig.", "Det är upp till dig att bestämma dig."),
        ("Vi ställer inga krav på Omar att skynda sig.", "Vi ställer inga krav på dig att skynda dig."),
        ("Nu är det Omars tur att presentera sig.", "Nu är det din tur att presentera dig."),
        ("Omars svårigheter att koncentrera sig märks.", "Dina svårigheter att koncentrera dig märks."),
        ("Svårt för Omar och mamma att lära sig svenska.", "Svårt för dig och mamma att lära er svenska."),
        ("Vi ger Omar tid på sig att vänja sig.", "Vi ger dig tid på dig att vänja dig."),
        ("Det är svårt för Omar i skolan att lära sig.", "Det är svårt för dig i skolan att lära dig."),
        ("Läraren visar Omar ett sätt att lugna sig.", "Läraren visar dig ett sätt att lugna dig."),
        ("Rut hjälper mamma och Omar att förbereda sig.", "Rut hjälper mamma och dig att förbereda er."),
        ("Omars behov av att röra sig är stort.", "Ditt behov av att röra dig är stort."),
        ("Det är Omars mål att klara sig själv.", "Det är ditt mål att klara dig själv."),
        ("Omar får hjälp av Rut att lära sig svenska.", "Du får hjälp av Rut att lära dig svenska."),
        ("Omar lovar mamma att skynda sig.", "Du lovar mamma att skynda dig."),
        ("Hitta ett sätt för Omar att lära sig svenska", "Hitta ett sätt för dig att lära dig svenska"),
    ],
)
def test_who_is_to_do_it_is_the_person(text: str, to_the_person: str) -> None:
    assert address(text, OMAR).text == to_the_person


@pytest.mark.parametrize(
    ("text", "to_the_person"),
    [
        ("Kuratorn lovar Omar att lära sig mer.", "Kuratorn lovar dig att lära sig mer."),
        ("Rut har lovat Omar att höra av sig.", "Rut har lovat dig att höra av sig."),
        ("Mamma får hjälp av Omar att lära sig svenska.", "Mamma får hjälp av dig att lära sig svenska."),
        ("Mamma behöver Omar för att lugna sig.", "Mamma behöver dig för att lugna sig."),
        ("Mamma kommer till Omar för att vila sig.", "Mamma kommer till dig för att vila sig."),
        ("Rut ger Omar sin plats för att vila sig.", "Rut ger dig sin plats för att vila sig."),
        ("Rut ger Omar tid för att själv vila sig.", "Rut ger dig tid för att själv vila sig."),
        ("Rut hjälper Omar genom att lära sig tecken.", "Rut hjälper dig genom att lära sig tecken."),
        ("Rut hjälper Omar för att lära sig mer.", "Rut hjälper dig för att lära sig mer."),
        ("Det är viktigt för Omar att mamma lär sig svenska.", "Det är viktigt för dig att mamma lär sig svenska."),
        ("Det är viktigt för Omar att Bo lär sig svenska.", "Det är viktigt för dig att Bo lär sig svenska."),
        ("Omars mål är att mamma ska lära sig svenska.", "Ditt mål är att mamma ska lära sig svenska."),
        ("Omars lärare är här för att lära sig mer.", "Din lärare är här för att lära sig mer."),
        ("Omars mammas mål är att lära sig svenska.", "Din mammas mål är att lära sig svenska."),
        ("Mammas mål för Omar är att lära sig svenska.", "Mammas mål för dig är att lära sig svenska."),
        ("Med Omars hjälp kan mamma lära sig svenska.", "Med din hjälp kan mamma lära sig svenska."),
        ("Mamma fick Omars lov att ta sin bil.", "Mamma fick ditt lov att ta sin bil."),
        ("Rut ger Omar sitt löfte att höra av sig.", "Rut ger dig sitt löfte att höra av sig."),
        ("Samir hjälper Omar att duscha och tar med sig Rut.", "Samir hjälper dig att duscha och tar med sig Rut."),
        ("Rut ger Omar tid att vänja sig och tar sin bil.", "Rut ger dig tid att vänja dig och tar sin bil."),
        ("Lättare för Omar att be mamma lära sig svenska.", "Lättare för dig att be mamma lära sig svenska."),
        ("Rut ber Omar om att få ta sin bil.", "Rut ber dig om att få ta sin bil."),
        ("Rut ber Omar om lov att ta sin bil.", "Rut ber dig om lov att ta sin bil."),
        ("Rut visar Omar sitt sätt att lugna sig.", "Rut visar dig sitt sätt att lugna sig."),
        ("Rut gör det lättare för Omar genom att lära sig mer.", "Rut gör det lättare för dig genom att lära sig mer."),
        ("Omar ger mamma tid att vänja sig.", "Du ger mamma tid att vänja sig."),
        ("Omar lovar att ge mamma tid att vila sig.", "Du lovar att ge mamma tid att vila sig."),
        ("Omar och Rut hittar ett sätt för mamma att lära sig.", "Du och Rut hittar ett sätt för mamma att lära sig."),
        ("Omar får mamma att känna sig lugn.", "Du får mamma att känna sig lugn."),
        ("Omar ger mamma tid att vila och tar sin bil.", "Du ger mamma tid att vila och tar din bil."),
        ("Rut lovade för Omar att höra av sig.", "Rut lovade för dig att höra av sig."),
    ],
)
def test_who_else_does_it_keeps_sig(text: str, to_the_person: str) -> None:
    assert address(text, OMAR).text == to_the_person
