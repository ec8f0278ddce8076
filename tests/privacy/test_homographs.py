"""A name that is a word too: what stands around it tells which it is, or that somebody has to look."""

from __future__ import annotations

import pytest

from sip_tui.privacy import redact
from sip_tui.privacy.homographs import Verdict, judge

KNOWN = frozenset({"bo", "ek", "dag", "my", "liv", "hans", "kal", "tor", "max", "rut", "klara", "samir", "vide"})

NAMES = """
    har pratat m «bo», han är med på det | kan «bo» skjutsa på torsdag | ska pappa «bo» hämta
    ring «hans» om ledsagning | enl «liv» behövs en ny stol | enl. «hans» behövs intyg | rektorn «dag» är sjuk idag
    mentorn «my» | «my»'s planering | «rut»s sjukintyg går ut | «liv»s förslag är klart
    «hans» på kommunen har inte svarat | Samir/«liv» bokar rum | närv: «bo», «dag» o «my» | mamma o «bo»
    «liv»: provar ny stol | kopia = «my» | skolan («my») ringer hem | - «my» | «max», 16 år, är med
    det var «liv» som ringde | var är «dag» idag | är «dag» där på måndag | när «my» är sjuk | sen tar «bo» över
    ska «dag» vara med | ge «liv» papperna | «max» mamma ringer | «Sol»? | «Klara» sjukskriven | «bo» på länk
    i förmiddags ringde «dag» hem | LIV ringer «BO» | kan «hans» komma | «dag» sjuk i dag
    mamma «max» ringer | kan inte «liv» ta det | hinner mamma innan «kal» kommer | Hon frågar «Hans»
    «tor» ringer igen | hur ser «my» på det | till «max», som väntar | anna_«bo».docx | vad säger «hans» om det
"""
WORDS = """
    hon vill «bo» hos mormor | att «bo» själv känns stort | ett «bo» av grenar | ska mamma «bo» kvar hemma
    en «dag» i taget | varje «dag» | «dag» för «dag» | «dag» 3 gick bäst | 3/«dag» | tung som «sten» | barnets «liv»
    «liv» och lust | hela «hans» skola | «hans» och hennes rum | «hans» tankar | väggen är «kal» | helt «kal»
    «kal» och grå vägg | väggen «kal» | det är «dag»s att gå | «tor» 12/3 | på «tor» | «max» 3 gånger | 20 min «max»
    «dag»: tisdag | «max»: 10 min | läraren «max» 2 | «rut» nr 4 på blanketten | «klara» det du kan
    mamma «ville» vänta | «ville» hon det | ses «tor»s jämna v | My för «SoL» | lyssnar på «My» Chemical Romance
    «Dag»-barnvård | EN «DAG» I TAGET | köp «sten» | äta o «bo» gott | «bo» och leva själv | i «liv»
    «tor» ringer hon | grus och «sten» i skorna | läraren «max» extra lektion | «klar» är hon | det är «hans» bror
"""
EITHER = """
    «bo» är dyrt | «liv» är viktigt | muren är av «sten» | «Bo» hemma eller på HVB | «Hans» förslag är bra
    vi ses i «Lund» | «dag» på skolan | hon tycker att «liv» är kul | «liv» med i leken | grus och «sten» ligger där
    «My» Kovac ringer | «dag»s lunch | en «rut»s sak | mål: «liv» | «liv» | pappa «bo» nog där | mamma «klar»
    «tor» ringer mamma | ring «tor» på fm | t «my» läxor | «My» och natt | det är «hans» | kan «bo» efter jobbet
    har «liv» egen nyckel | ut med «liv» | «kal» är dyr | var det «my»?
    «max» läxor ligger kvar | «max» dos är 3 | arg på «sten» | «kal» | vad är «hans»
"""


def marked(lines: str) -> list[tuple[str, int, int]]:
    """The sentences of a table, with the place of the first word in marks."""
    texts = [text.strip() for line in lines.strip().splitlines() for text in line.split("|")]
    plain = [text.replace("«", "").replace("»", "") for text in texts]
    return [(text, whole.index("«"), whole.index("»") - 1) for text, whole in zip(plain, texts, strict=True)]


@pytest.mark.parametrize("place", marked(NAMES), ids=lambda place: place[0])
def test_what_stands_around_it_shows_a_name(place: tuple[str, int, int]) -> None:
    assert judge(*place, KNOWN) is Verdict.NAME


@pytest.mark.parametrize("place", marked(WORDS), ids=lambda place: place[0])
def test_what_stands_around_it_shows_a_word(place: tuple[str, int, int]) -> None:
    assert judge(*place, KNOWN) is Verdict.WORD


@pytest.mark.parametrize("place", marked(EITHER), ids=lambda place: place[0])
def test_what_can_be_both_is_for_somebody_to_see(place: tuple[str, int, int]) -> None:
    assert judge(*place, KNOWN) is Verdict.EITHER


@pytest.mark.parametrize("sign", "'’´`‘ʼ′")
def test_any_apostrophe_makes_a_genitive(sign: str) -> None:
    assert redact(f"my{sign}s planering ligger ute", ["My Nordin"]).text == "[namn]s planering ligger ute"


def test_names_of_well_known_people_are_nobody_on_the_roll() -> None:
    assert redact("Läser Astrid Lindgrens böcker.", ["Rut Lindgren"]).text == "Läser Astrid Lindgrens böcker."
    assert redact("Då ringde Elsa Andersson.", ["Elsa Andersson"]).text == "Då ringde [namn]."


def test_a_word_with_other_dots_is_no_name_of_the_roll() -> None:
    assert redact("får säga nej, SYV hålls utanför", ["Saga Hall", "Siv Ek"]).text == "får säga nej, SYV hålls utanför"


def test_a_short_form_that_is_a_word_waits_for_nobody() -> None:
    assert redact("en annan tid, någon annan", ["Anna Ek"]).findings == ()
