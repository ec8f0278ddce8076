"""A time after a noun is the noun's or the deed's; no half phrase is left, and what is doubtful stays in the words."""

from __future__ import annotations

from datetime import date

import pytest

from sip_tui.swedish.dates.line_scanner import find_when
from sip_tui.swedish.dates.parser import read_when

TODAY = date(2026, 12, 2)


@pytest.mark.parametrize(
    "line",
    [
        "Sara bokar tolk till alla besök i jan",
        "Sara bokar tolk till Kajsas nästa läkarbesök i jan",
        "Sara skickar svaren från provet i okt",
        "Sara läser beslutet från den 3 nov",
        "Sara läser beslutet från den 3 nov för Kajsa",
        "Sara berättar om mötet den 3 dec för mamma",
        "Sara tränar Kajsa inför provet 9/12",
        "Sara bokar plats på kursen i mars",
        "Sara bjuder in Kajsa till mötet v 51",
    ],
)
def test_a_day_of_what_is_named_stays_in_the_words(line: str) -> None:
    found = find_when(line, TODAY)
    assert (found.rest, found.when) == (line, "")


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Sara bokar tolk till besöken i januari senast 15 dec", "senast 15 dec"),
        ("Sara skriver om mötet den 3 dec senast fre", "senast fre"),
        ("Sara bokar tolk till besöken varje måndag", "varje måndag"),
        ("Sara kör Kajsa till provet 9/12", "9/12"),
        ("Sara tar med kartan till mötet 9/12", "9/12"),
        ("Sara kallar till möte v 51", "v 51"),
        ("Sara kallar till nytt möte i mars", "i mars"),
        ("Sara hämtar Kajsa efter träningen på torsdagar", "på torsdagar"),
        ("Sara tar upp frågan på mötet 9/12", "9/12"),
        ("Sara frågar om mötet slutar, den 9 dec", "den 9 dec"),
        ("Sara skriver till Lisa, leder möte 9/12", "9/12"),
        ("Sara håller möte 9/12", "9/12"),
        ("Sara börjar från den 9 dec", "från den 9 dec"),
        ("Sara läser beslutet från och med 9 dec", "från och med 9 dec"),
        ("10 h/v boendestöd from 15/12", "from 15/12"),
        ("Sara läser brevet fr o m 9/12", "fr o m 9/12"),
        ("Möte 9/12", "9/12"),
        ("9/12", "9/12"),
    ],
)
def test_deadline_and_a_day_on_which_somebody_goes_are_the_deeds(line: str, when: str) -> None:
    found = find_when(line, TODAY)
    assert found.when == when
    assert f"{found.rest} {when}".replace(",", "").split() == line.replace(",", "").split()


@pytest.mark.parametrize(
    ("phrase", "deadline"),
    [
        ("klart 14 dec", True),
        ("färdigt v 51", True),
        ("klart i januari", True),
        ("klart senast fredag", True),
        ("klart från 14 dec", False),
        ("klart snart", False),
        ("klart varje fredag", False),
    ],
)
def test_what_is_done_by_a_day_may_be_done_earlier(phrase: str, deadline: bool) -> None:
    assert read_when(phrase, TODAY).deadline is deadline


def test_days_to_choose_from_are_each_the_last_one() -> None:
    assert [day.deadline for day in read_when("klart 14 eller 15 dec", TODAY).candidates] == [True, True]


@pytest.mark.parametrize(
    ("line", "rest", "when"),
    [
        ("Sara gör schema, klart 14 dec", "Sara gör schema", "klart 14 dec"),
        ("Sara har schemat klart till 14 dec", "Sara har schemat klart", "till 14 dec"),
        ("Sara har semester, gör rummet klart 14 dec", "Sara har semester, gör rummet klart", "14 dec"),
        ("Utredning klar 14 dec", "Utredning", "klar 14 dec"),
    ],
)
def test_done_is_kept_where_it_is_what_somebody_makes_of_it(line: str, rest: str, when: str) -> None:
    found = find_when(line, TODAY)
    assert (found.rest, found.when) == (rest, when)


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Sara pratar om mötet med skolan den 3 dec", ""),
        ("Sara skickar papper innan mötet den 9 dec", ""),
        ("Sara förbereder mötet den 8 mars", ""),
        ("Förbereder mötet den 8 mars", ""),
        ("Sara svarar på brevet av den 3 nov", ""),
        ("Sara bokar tid på röntgen i januari", ""),
        ("Sara visar salen 5 min före lektionen på måndag", "på måndag"),
        ("Sara skickar protokollet från mötet imorgon", "imorgon"),
        ("Sara skickar kallelse till mötet snarast", "snarast"),
        ("På mötet 9/12", "9/12"),
    ],
)
def test_what_is_told_of_an_event_stands_between_it_and_its_day(line: str, when: str) -> None:
    assert find_when(line, TODAY).when == when


def test_a_label_keeps_its_comma_when_the_time_is_taken() -> None:
    assert find_when("Schemat klart 14 dec, Sara", TODAY).rest == "Schemat, Sara"
    assert find_when("Schemat: 14 dec 2026, sal 3", TODAY).rest == "Schemat: sal 3"


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Sara flyttar mötet den 3 dec till den 10 dec", ""),
        ("Sara flyttar mötet till fredag", ""),
        ("Sara flyttar mötet till fredag senast imorgon", "senast imorgon"),
        ("Sara ställer in mötet den 3 dec", ""),
        ("Sara flyttar stolen till fredag", "till fredag"),
        ("Läkartiden hos Sara flyttas till 9/12", ""),
    ],
)
def test_where_something_is_moved_is_no_deadline(line: str, when: str) -> None:
    assert find_when(line, TODAY).when == when
