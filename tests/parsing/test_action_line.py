"""The secretary types what people promise, in any order and with any name: who it is, is read or asked about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.i18n import translation
from sip_tui.parsing.participant_names import ParsedAction
from sip_tui.swedish.dates.parser import TimeKind, read_when
from tests.helpers.action_lines import MEETING, TODAY, read_line, read_time
from tests.helpers.corpus import corpus_lines


@pytest.fixture(autouse=True)
def in_swedish() -> Iterator[None]:
    """Lines are read in the language of the interface, which another story may have changed."""
    spoken = translation.language()
    translation.set_language("sv")
    yield
    translation.set_language(spoken)


@pytest.mark.parametrize(
    ("line", "who", "what", "when"),
    [
        ("BUP ringer skolan senast fredag", "johan", "Ringer skolan", "senast fredag"),
        ("BUP RINGER SKOLAN SENAST FREDAG", "johan", "RINGER SKOLAN", "SENAST FREDAG"),
        ("Johan på BUP ringer mamma imorgon", "johan", "Ringer mamma", "imorgon"),
        ("Johan (BUP) ringer mamma", "johan", "Ringer mamma", ""),
        ("Johan Berg, psykolog på BUP, ringer mamma", "johan", "Ringer mamma", ""),
        ("psykologen Johan ringer mamma", "johan", "Ringer mamma", ""),
        ("BUP-psykologen ringer mamma", "johan", "Ringer mamma", ""),
        ("BUP:s psykolog ringer v. 3", "johan", "Ringer", "v. 3"),
        ("mamma Anna ringer", "anna", "Ringer", ""),
        ("Eriks mamma Anna ringer", "anna", "Ringer", ""),
        ("Anna N ringer", "anna", "Ringer", ""),
        ("skolans rektor ringer mamma", "lena", "Ringer mamma", ""),
        ("Skolan ringer mamma", "lena", "Ringer mamma", ""),
        ("Soc. ringer mamma", "helena", "Ringer mamma", ""),
        ("socialsekr ringer mamma", "helena", "Ringer mamma", ""),
        ("kommunen ringer mamma", "fatima", "Ringer mamma", ""),
        ("Erik själv ringer BUP", "erik", "Ringer BUP", ""),
        ("Erik får själv ringa BUP", "erik", "Ringa BUP", ""),
        ("Maj hämtar Erik i maj", "maj", "Hämtar Erik", "i maj"),
        ("Samir: BUP ska kontaktas", "samir", "BUP ska kontaktas", ""),
        ("Samir - ringa skolan - fredag", "samir", "Ringa skolan", "fredag"),
        ("1. Samir ringer skolan. Senast fredag.", "samir", "Ringer skolan", "Senast fredag"),
        ("- [ ] Samir ringer skolan (senast 3/12)", "samir", "Ringer skolan", "senast 3/12"),
        ("Boka rum, ansvarig: Lena, senast tisdag", "lena", "Boka rum", "senast tisdag"),
        ("På fredag ringer BUP skolan", "johan", "Ringer skolan", "på fredag"),
        ("Senast fredag ska BUP ringa skolan", "johan", "Ringa skolan", "senast fredag"),
        ("Varannan vecka träffar Samir Erik", "samir", "Träffar Erik", "varannan vecka"),
        ("Imorgon kl 9 ringer mamma BUP", "anna", "Ringer BUP", "imorgon kl 9"),
        ("v 50: BUP ringer skolan", "johan", "Ringer skolan", "v 50"),
        ("Julafton firar Erik hos pappa", "erik", "Firar hos pappa", "julafton"),
        ("BUP ska senast fredag ringa skolan", "johan", "Ringa skolan", "senast fredag"),
        ("BUP ringer imorgon för att boka tid", "johan", "Ringer för att boka tid", "imorgon"),
        ("Samir träffas med mamma", "samir", "Träffas med mamma", ""),
        ("Samir får i uppdrag att ringa", "samir", "Ringa", ""),
        ("Erik väljer vem som ska kontaktas", "erik", "Väljer vem som ska kontaktas", ""),
        ("BUP ska inte ringa skolan", "johan", "Ska inte ringa skolan", ""),
        ("Remissen skrivs av BUP v 50", "johan", "Remissen skrivs", "v 50"),
    ],
)
def test_one_promises_something(line: str, who: str, what: str, when: str) -> None:
    assert read_line(line) == ParsedAction(what, who, when)


@pytest.mark.parametrize(
    ("line", "maybe"),
    [
        ("Samir och BUP bokar möte", "samir johan"),
        ("Samir & BUP bokar möte", "samir johan"),
        ("Samir + BUP bokar möte", "samir johan"),
        ("Samir/BUP bokar möte", "samir johan"),
        ("Samir, BUP och mamma bokar möte", "samir johan anna"),
        ("Samir eller BUP bokar möte", "samir johan"),
        ("Samir o mamma ringer", "samir anna"),
        ("BUP (Johan) och soc (Helena) bokar möte", "johan helena"),
        ("Socialtjänsten ihop med skolan bokar möte", "helena lena"),
        ("Föräldrarna pratar med varandra", "anna peter"),
        ("Skolans kurator ringer", "lena samir"),
        ("Skolan ska kontaktas", "lena"),
        ("BUP bör kontaktas", "johan"),
        ("Mamma kallas till möte", "anna"),
        ("Skolan har informerats", "lena"),
        ("Erik får stöd av Samir", "erik samir"),
        ("Erik ska få tid hos BUP", "erik johan"),
        ("Erik blir uppringd", "erik"),
        ("Erik behöver hjälp med läxorna", "erik"),
        ("Mamma Annas chef ringer", "anna"),
        ("Vi ringer", ""),
        ("Alla läser planen", ""),
        ("Sekreteraren ringer", ""),
        ("Möte bokas", ""),
        ("Enhetschefen ringer", ""),
    ],
)
def test_two_names_or_a_passive_are_asked_about_with_every_word(line: str, maybe: str) -> None:
    assert read_line(f"{line} v 50") == ParsedAction(line, "", "v 50", tuple(maybe.split()))


@pytest.mark.parametrize(
    ("line", "who", "what"),
    [
        ("Anna (inte Peter) ringer", "anna", "Ringer"),
        ("Anna och inte Peter ringer", "anna", "Ringer"),
        ("Det är inte Anna som ringer utan Peter", "peter", "Ringer"),
        ("Inte familjen utan BUP remitterar", "johan", "Remitterar"),
        ("Den som ringer BUP är Helena.", "helena", "Ringer BUP"),
        ("Anna ringer BUP, inte skolan", "anna", "Ringer BUP, inte skolan"),
        ("Boende stödjaren ringer", "fatima", "Ringer"),
        ("kur. ringer mamma", "samir", "Ringer mamma"),
        ("BUP.ringer mamma", "johan", "Ringer mamma"),
    ],
)
def test_one_is_set_against_another_or_named_in_short(line: str, who: str, what: str) -> None:
    assert read_line(line) == ParsedAction(what, who)


@pytest.mark.parametrize(
    ("line", "maybe"),
    [
        ("Det är Erik som får stöd", "erik"),
        ("Det blir Samir eller Lena som ringer", "samir lena"),
        ("Det är skjuts som gäller", ""),
        ("Inte Samir utan hans chef ringer", "samir"),
        ("Den som ringer BUP är snäll", "johan"),
        ("Soc.jouren ringer", "helena"),
        ("Anna och gode mannen ringer", "anna kal"),
        ("Samir och arb.ter. ringer", "samir dag"),
        ("Mannen på banken ringer", ""),
    ],
)
def test_who_is_not_clear_is_asked_about_with_every_word(line: str, maybe: str) -> None:
    assert read_line(line) == ParsedAction(line, "", "", tuple(maybe.split()))


def test_nobody_in_the_room_is_called_so() -> None:
    assert read_line("Mammas chef ringer på fredag") == ParsedAction("Mammas chef ringer", "", "på fredag", ("anna",))
    assert read_line("läkaren ringer mamma").who == ""
    assert read_line("Ring Jan") == ParsedAction("Ring Jan")


@pytest.mark.parametrize("line", ["[bold]Samir[/bold] ringer fredag", "Samir\x00 ringer\u202e skolan\x1b[2J fredag"])
def test_signs_that_mean_something_elsewhere_are_only_text(line: str) -> None:
    assert read_line(line).when_text == "fredag"
    assert all(word in f"{line}" for word in read_line(line).what.split()[1:])


PARTS = (
    "BUP Samir mamma pappa Erik skolan soc Annas Eriks och / , : ( ) - själv ringer ringa ska får kontaktas på för "
    "till av fredag senast 3/12 v 50 varje måndag nästa vecka kl 13 ansvarig 1. [ ] |"
)
WORDS = set(PARTS.split())


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=50) | st.lists(st.sampled_from(sorted(WORDS)), max_size=12).map(" ".join))
def test_no_line_is_an_error_and_nobody_is_known_and_asked(line: str) -> None:
    found = read_line(line)
    people = {participant.id for participant in MEETING.participants}
    assert not (found.who and found.candidates)
    assert {found.who, *found.candidates} - {""} <= people


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(sorted(WORDS)), max_size=12))
def test_a_day_comes_only_from_words_that_are_in_the_line(words: list[str]) -> None:
    found = read_line(" ".join(words))
    when = read_when(found.when_text, TODAY)
    if when.kind is not TimeKind.ASK:
        assert set(found.when_text.split()) <= {word.strip(" .,:;-|") for word in words} | set(words)


@pytest.mark.parametrize("line", corpus_lines("action_lines"), ids=lambda line: line["line"])
def test_corpus_is_read_as_people_mean_it(line: dict[str, Any]) -> None:
    found = read_line(line["line"])
    assert (found.who, found.what, read_time(found.when_text, TODAY)) == (line["who"], line["what"], line["when"])
    assert set(line["maybe"]) <= set(found.candidates)
