"""What looks like the time of an action and belongs to what it is about."""

from __future__ import annotations

from datetime import date

import pytest

from sip_tui.swedish.dates.line_scanner import find_when
from sip_tui.swedish.dates.parser import read_when, stored_text

TODAY = date(2026, 12, 2)


@pytest.mark.parametrize(
    "line",
    [
        "Patrik kollar m Kajsa om helgerna",
        "Sara frågar om hon kan börja kl 9",
        "ringa pappa o kolla om han kan ta onsdagarna",
        "Sara frågar om han kan komma 16 december till skolan",
        "ringer skolan om Kajsa är sjuk på måndag",
    ],
)
def test_what_is_asked_about_is_no_time(line: str) -> None:
    assert find_when(line, TODAY).when == ""


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Sara kollar om Kajsa får byta grupp, fredag", "fredag"),
        ("Sara kollar om Kajsa får byta grupp senast fredag", "senast fredag"),
        ("Sara ser till att Kajsa är uppe 7.30 var dag", "7.30 var dag"),
        ("Sara ringer om två veckor", "om två veckor"),
        ("Sara kollar om medicinen har kommit, ringer fredag", "fredag"),
        ("Sara kollar om medicinen har kommit och återkommer fredag", "fredag"),
    ],
)
def test_a_deadline_and_what_stands_apart_are_the_deeds(line: str, when: str) -> None:
    assert find_when(line, TODAY).when == when


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Samir tar med kartan nästa gång", "nästa gång"),
        ("Nästa gång tar Samir med kartan", "Nästa gång"),
        ("Samir ringer nästa gång till BUP", "nästa gång"),
        ("Samir ringer nästa gång Kajsa vägrar", ""),
        ("Nästa gång Kajsa vägrar ringer Samir", ""),
    ],
)
def test_next_time_is_the_next_meeting_unless_a_clause_follows(line: str, when: str) -> None:
    assert find_when(line, TODAY, lambda word: word in {"Samir", "Kajsa", "samir"}).when == when


def test_a_month_alone_before_a_verb_is_somebody() -> None:
    assert find_when("jan ringer skolan", TODAY).when == ""
    assert find_when("i maj ringer BUP", TODAY).when == "i maj"


@pytest.mark.parametrize(
    ("line", "rest", "when"),
    [
        ("Eva ringer hem på fredag eftermiddag om frånvaron", "Eva ringer hem om frånvaron", "på fredag eftermiddag"),
        ("Eva hör av sig på fredag till Kajsa", "Eva hör av sig till Kajsa", "på fredag"),
        ("Eva förbereder mötet på fredag med BUP", "Eva förbereder mötet på fredag med BUP", ""),
    ],
)
def test_a_time_after_the_verb_and_its_words_is_the_deeds(line: str, rest: str, when: str) -> None:
    found = find_when(line, TODAY)
    assert (found.rest, found.when) == (rest, when)


def test_a_preposition_goes_with_its_days() -> None:
    found = find_when("Peter hämtar på onsdagar fr v 2", TODAY)
    assert (found.rest, found.when) == ("Peter hämtar", "på onsdagar fr v 2")


def test_two_times_that_make_none_leave_the_second_in_the_line() -> None:
    found = find_when("på måndag kommer Eva på tisdag", date(2026, 11, 25))
    assert (found.when, found.rest) == ("på måndag", "kommer Eva på tisdag")


def test_time_in_brackets_is_found_and_what_else_they_say_stays() -> None:
    found = find_when("Filip provar den nya appen (Samir visar imorgon)", TODAY)
    assert (found.rest, found.when) == ("Filip provar den nya appen (Samir visar)", "imorgon")
    assert find_when("Filip provar den nya appen (Samir visar)", TODAY).when == ""


@pytest.mark.parametrize(
    ("line", "when", "rest"),
    [
        ("Kuratorn träffar klassen 3/12", "3/12", "Kuratorn träffar klassen"),
        ("Samir bokar rum 3/12", "3/12", "Samir bokar rum"),
        ("Samir möter Kajsa i rum 3/12", "", "Samir möter Kajsa i rum 3/12"),
        ("Hyran betalas av Per under nästa v", "under nästa v", "Hyran betalas av Per"),
        ("Kontot betalas av Per fredag", "fredag", "Kontot betalas av Per"),
    ],
)
def test_a_number_is_a_day_where_nothing_is_numbered(line: str, when: str, rest: str) -> None:
    found = find_when(line, TODAY, lambda word: word.casefold() == "per")
    assert (found.when, found.rest) == (when, rest)


@pytest.mark.parametrize(
    ("line", "when", "rest"),
    [
        ("Samir tis o tors träffar Kajsa", "tis o tors", "Samir träffar Kajsa"),
        ("Tis o tors träffar Samir Kajsa", "Tis o tors", "träffar Samir Kajsa"),
        ("Samir ringer to 3/12", "to 3/12", "Samir ringer"),
        ("Samir och Sara ses må o on i 3 v", "må o on i 3 v", "Samir och Sara ses"),
        ("Samir lånar ut täcket lö", "lö", "Samir lånar ut täcket"),
        ("Samir hämtar Kajsa ti o to tills jul", "ti o to tills jul", "Samir hämtar Kajsa"),
        ("Samir hämtar Kajsa tis o tors hela våren", "tis o tors hela våren", "Samir hämtar Kajsa"),
        ("Samir hämtar Kajsa tills jul", "tills jul", "Samir hämtar Kajsa"),
        ("Samir hjälper Kajsa att må", "", "Samir hjälper Kajsa att må"),
        ("Soc betalar ut 15e", "15e", "Soc betalar ut"),
        ("Samir träffar Kajsa 3e", "3e", "Samir träffar Kajsa"),
        ("Samir träffar 8a", "", "Samir träffar 8a"),
        ("Samir träffar 0e", "", "Samir träffar 0e"),
    ],
)
def test_short_days_and_rows_of_days(line: str, when: str, rest: str) -> None:
    found = find_when(line, TODAY, lambda word: word in {"Samir", "Sara", "Kajsa"})
    assert (found.when, found.rest) == (when, rest)


@pytest.mark.parametrize(
    ("line", "when", "rest"),
    [
        ("Nytt möte i början av maj – Sara kallar", "i början av maj", "Nytt möte – Sara kallar"),
        ("Möte 3/12 kl 9: Sara kallar", "3/12 kl 9", "Möte – Sara kallar"),
        ("Nästa SIP 14/1 (Sara bjuder in)", "14/1", "Nästa SIP (Sara bjuder in)"),
        ("Uppföljning fredag hos BUP", "fredag", "Uppföljning hos BUP"),
        (
            "Kajsa har simning på tisdagar, Samir ringer tränaren",
            "",
            "Kajsa har simning på tisdagar, Samir ringer tränaren",
        ),
        ("Samir jobbar 3/4 av tiden med Kajsa", "", "Samir jobbar 3/4 av tiden med Kajsa"),
    ],
)
def test_what_is_to_be_has_its_time_before_the_deed(line: str, when: str, rest: str) -> None:
    found = find_when(line, TODAY, lambda word: word in {"Samir", "Sara", "Kajsa"})
    assert (found.when, found.rest) == (when, rest)


@pytest.mark.parametrize(
    ("phrase", "stored"),
    [
        ("på måndag kl halv tio", "2026-12-07T09:30"),
        ("kvart över nio på måndag", "2026-12-07T09:15"),
        ("måndag tjugo i tre", "måndag tjugo i tre"),
        ("senast 3/4", "senast lördag 3 april 2027, v. 13"),
        ("3/4", "3/4"),
        ("15e", "2026-12-15"),
    ],
)
def test_hours_as_people_say_them(phrase: str, stored: str) -> None:
    assert stored_text(read_when(phrase, TODAY)) == stored


def test_a_name_behind_a_comma_is_no_word_of_a_time() -> None:
    found = find_when("uppföljning varannan vecka, Dag", TODAY, lambda text: text.strip(",").casefold() == "dag")
    assert (found.when, found.rest) == ("varannan vecka", "uppföljning – Dag")


@pytest.mark.parametrize(
    ("line", "when", "rest"),
    [
        ("avlösning mån, ons, fre (Sara)", "mån, ons, fre", "avlösning (Sara)"),
        ("avlösning v 50-51 (Sara ordnar)", "v 50-51", "avlösning (Sara ordnar)"),
        ("Sara hämtar varje fredag (kl 9)", "varje fredag (kl 9)", "Sara hämtar"),
        ("stöd 4 h/v from 1 jan enl Sara", "4 h/v from 1 jan", "stöd enl Sara"),
        ("Sara ringer efter påskhelgen", "efter påskhelgen", "Sara ringer"),
        ("Sara ringer innan skolavslutn.", "innan skolavslutn.", "Sara ringer"),
        ("Sara går kurs tis kvällar maj ut", "tis kvällar maj ut", "Sara går kurs"),
        ("Sara skriver ut efter 6–8 v", "efter 6–8 v", "Sara skriver ut"),
        ("Sara minskar dosen om två", "om två", "Sara minskar dosen"),
        ("Sara svarar före dagens slut", "före dagens slut", "Sara svarar"),
        ("Sara mejlar under onsd.", "under onsd.", "Sara mejlar"),
        ("Sara och Leo turas om helger", "helger", "Sara och Leo turas om"),
        ("Sara ordnar lugna kvällar", "", "Sara ordnar lugna kvällar"),
        ("Sara fyller i före nästa besök", "före nästa besök", "Sara fyller i"),
        ("Sara ringer de närmaste 4 v", "de närmaste 4 v", "Sara ringer"),
        ("Höjer dosen om allt är ok, Sara ringer fredag", "fredag", "Höjer dosen om allt är ok, Sara ringer"),
        ("Sara mejlar den sista i varje månad", "den sista i varje månad", "Sara mejlar"),
        ("Sara sjunger 1:a torsdagen i månaden", "1:a torsdagen i månaden", "Sara sjunger"),
        ("Sara läser i grupp t.o.m. jul", "t.o.m. jul", "Sara läser i grupp"),
        ("Sara svarar i telefon vardagar 8–9", "vardagar 8–9", "Sara svarar i telefon"),
        ("Sara provar appen maj ut", "maj ut", "Sara provar appen"),
        ("Sara svarar senast i mitten av mars", "senast i mitten av mars", "Sara svarar"),
        ("Ringer hon inte: Sara bokar tid omg.", "omg.", "Ringer hon inte: Sara bokar tid"),
        ("Sara hämtar varannan vecka (jämna)", "varannan vecka (jämna)", "Sara hämtar"),
        ("Träning på rehab ti to kl 10, resa bokas", "ti to kl 10", "Träning på rehab – resa bokas"),
        ("Sara hjälper till med flytten 9/12", "9/12", "Sara hjälper till med flytten"),
        ("Uppf. Sara 9/12 10:00 digitalt", "9/12 10:00", "Uppf. Sara digitalt"),
    ],
)
def test_what_belongs_to_a_time_and_what_does_not(line: str, when: str, rest: str) -> None:
    found = find_when(line, TODAY)
    assert (found.when, found.rest) == (when, rest)


@pytest.mark.parametrize(
    ("phrase", "stored"), [("fred kl 13", "2026-12-04T13:00"), ("senast fred", "senast fredag 4 december 2026, v. 49")]
)
def test_a_short_friday_is_a_day_with_an_hour_or_a_deadline(phrase: str, stored: str) -> None:
    assert stored_text(read_when(phrase, TODAY)) == stored


def test_a_name_behind_a_preposition_is_somebody() -> None:
    assert find_when("Sara skickar besked t Tor", TODAY, lambda text: text == "Tor").when == ""


def test_a_name_before_a_day_is_somebody() -> None:
    found = find_when("bankärenden ihop m Tom på torsdag", TODAY, lambda text: text == "Tom")
    assert (found.rest, found.when) == ("bankärenden ihop m Tom", "på torsdag")
