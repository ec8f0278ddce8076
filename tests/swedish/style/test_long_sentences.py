"""A long sentence is cut where both halves can stand alone, and nowhere else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.swedish.style.long_sentences import count_words, long_sentences, sentences


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Du mår bra. Skolan ringer.", ["Du mår bra.", "Skolan ringer."]),
        ("Vi ses kl. 13.30 den 3 dec. i skolan. Bra!", ["Vi ses kl. 13.30 den 3 dec. i skolan.", "Bra!"]),
        ("Mötet är den 3 dec. Mamma kommer.", ["Mötet är den 3 dec.", "Mamma kommer."]),
        ("Ta med t.ex. pass, bl.a. för banken. Klart?", ["Ta med t.ex. pass, bl.a. för banken.", "Klart?"]),
        ("Sofia B. går i åk 1. Hon trivs.", ["Sofia B. går i åk 1.", "Hon trivs."]),
        ("Skor, kläder m.m. Sedan mat.", ["Skor, kläder m.m.", "Sedan mat."]),
        ("Skor m.m. behövs", ["Skor m.m. behövs"]),
        ("- sova\n- äta\n\n2. [ ] ringa", ["sova", "äta", "ringa"]),
        ("## Mål\n> Jag vill sova.", ["Mål", "Jag vill sova."]),
        ("Den 12. maj eller 13. juni", ["Den 12. maj eller 13. juni"]),
        ("Vad vill du?! ”Sova.” Bra…", ["Vad vill du?!", "”Sova.”", "Bra…"]),
        ("Se 1177.se och v. 12", ["Se 1177.se och v. 12"]),
        ("", []),
        (" \n\n ", []),
        ("...", ["..."]),
    ],
)
def test_where_sentences_begin_and_end(text: str, found: list[str]) -> None:
    assert parts(text) == found


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (
            "Du går till skolan varje dag och träffar kuratorn på onsdagar efter lunch, och mamma ringer mentorn varje "
            "fredag eftermiddag för att höra hur veckan har varit.",
            "Du går till skolan varje dag och träffar kuratorn på onsdagar efter lunch. Mamma ringer mentorn varje "
            "fredag eftermiddag för att höra hur veckan har varit.",
        ),
        (
            "Skolan ringer hem varje morgon klockan åtta före första lektionen på dagen och socialtjänsten ordnar en "
            "kontaktfamilj som du kan bo hos varannan helg under våren.",
            "Skolan ringer hem varje morgon klockan åtta före första lektionen på dagen. Socialtjänsten ordnar en "
            "kontaktfamilj som du kan bo hos varannan helg under våren.",
        ),
        (
            "Du vill gå i skolan fler dagar i veckan än du gör i dag, men du orkar inte vara där hela dagen eftersom "
            "det är så högt ljud.",
            "Du vill gå i skolan fler dagar i veckan än du gör i dag. Men du orkar inte vara där hela dagen eftersom "
            "det är så högt ljud.",
        ),
        (
            "BUP skickar en ny tid till dig före jul samt mentorn ordnar ett lugnt rum i skolan där du kan sitta och "
            "vila när det blir för mycket.",
            "BUP skickar en ny tid till dig före jul. Mentorn ordnar ett lugnt rum i skolan där du kan sitta och "
            "vila när det blir för mycket.",
        ),
        (
            "BUP kallar till ett möte i januari för att följa upp medicinen och då ska också pappa vara med eftersom "
            "han inte kunde komma den här gången på grund av jobbet.",
            "BUP kallar till ett möte i januari för att följa upp medicinen. Då ska också pappa vara med eftersom "
            "han inte kunde komma den här gången på grund av jobbet.",
        ),
        (
            "Helena på socialtjänsten ringer mamma nästa vecka för att boka en tid för hembesök, hon tar också kontakt "
            "med kassan för att höra hur det går med ansökan om bidrag.",
            "Helena på socialtjänsten ringer mamma nästa vecka för att boka en tid för hembesök. Hon tar också kontakt "
            "med kassan för att höra hur det går med ansökan om bidrag.",
        ),
        (
            "Mamma tycker att det har blivit lugnare hemma sedan vi bytte till den nya medicinen men hon är orolig för "
            "hur det ska gå när hösten börjar och allt drar i gång.",
            "Mamma tycker att det har blivit lugnare hemma sedan vi bytte till den nya medicinen. Men hon är orolig "
            "för hur det ska gå när hösten börjar och allt drar i gång.",
        ),
        (
            "Pappa kör dig till skolan på måndagar, onsdagar och fredagar klockan åtta, och på tisdagar och torsdagar "
            "åker du skolskjuts från torget tillsammans med din klasskamrat Bo.",
            None,
        ),
    ],
)
def test_a_long_sentence_is_cut_where_both_halves_stand(text: str, cut: str | None) -> None:
    (found,) = long_sentences(text)
    assert found.words == text
    assert found.fix == cut


@pytest.mark.parametrize(
    "text",
    [
        # What follows "och" still hangs on "att".
        "Vi bestämde i dag att skolan ska ringa hem varje morgon innan första lektionen börjar och BUP ska skicka en "
        "ny tid till dig inom två veckor.",
        "Vi bestämde att mamma ringer skolan varje morgon före första lektionen, att pappa kör dig dit varje dag, och "
        "mentorn möter dig vid dörren hela den här terminen.",
        # There is no subject after "och".
        "Du har ont i magen på morgnarna och har svårt att sova på kvällarna och är ofta rädd och vill helst vara "
        "hemma hos mamma och pappa hela dagen lång.",
        "Kuratorn träffar dig varje onsdag i det lilla rummet bredvid expeditionen på plan två och sedan ringer hem "
        "till mamma för att berätta hur det gick den här gången.",
        # Nobody follows the verb.
        "Kuratorn träffar dig varje onsdag i det lilla rummet bredvid expeditionen på plan två efter lunchen i skolan "
        "under hela hösten, och till mamma på fredagen ringer.",
        # It lists, and says nothing.
        "Till mötet kommer kuratorn, mentorn, skolsköterskan, rektorn, en speciallärare, mamma, pappa, mormor, morfar, "
        "BUP, socialtjänsten, en handläggare, farmor, farfar och din bror från Umeå i norra Sverige.",
        # A bracket or a quotation is open.
        "Skolan ordnar ett rum (litet och tyst, med en dörr som går att stänga, och mentorn har nyckeln till det under "
        "hela dagen från klockan åtta till klockan fyra) till dig.",
        "Mamma säger ”det går bra i skolan varje dag hela veckan och mentorn hjälper till med allt det svåra, så nu är "
        "jag inte orolig längre för hur det ska gå”.",
    ],
)
def test_a_sentence_that_cannot_be_cut_safely_has_no_fix(text: str) -> None:
    (found,) = long_sentences(text)
    assert found.fix is None


@pytest.mark.parametrize(
    "text",
    [
        "Du vill gå till skolan.",
        "\n".join(["- en punkt med några ord i"] * 20),
        " ".join(["Kort mening här."] * 20),
        "Ta med " + "t.ex. " * 10 + "pass.",
        "# " + "ord " * 25,
        "- [ ] " + "ord " * 25,
        "| – • * " * 40,
    ],
)
def test_short_sentences_are_no_long_ones_together(text: str) -> None:
    assert long_sentences(text) == ()


def test_twenty_five_words_are_not_long_and_one_more_is() -> None:
    assert long_sentences("ord " * 25) == ()
    (found,) = long_sentences("Först.\n- " + "ord " * 26)
    assert found.start == len("Först.\n- ")
    assert count_words(found.words) == 26


PARTS = """
    du vi mamma skolan BUP ringer ska vill hjälper och , men samt att som när i på fredag t.ex. kl. 13.30 ( ) ”
    . mor\u0308ker
"""
WORDS = st.sampled_from([*sorted(set(PARTS.split())), "\n"])


@settings(max_examples=120)
@given(st.lists(WORDS, min_size=20, max_size=60).map(" ".join))
def test_a_cut_keeps_every_word_but_the_joint(text: str) -> None:
    for finding in long_sentences(text):
        assert text[finding.start : finding.end] == finding.words
        if finding.fix is not None:
            before, after = _words(finding.words), _words(finding.fix)
            assert len(before) - len(after) in {0, 1} or "också att" in finding.fix  # who says so is told once more
            assert all(count_words(half) < count_words(finding.words) for half in parts(finding.fix))


@settings(max_examples=60)
@given(st.text())
def test_no_text_is_an_error(text: str) -> None:
    assert [text[start:end].strip() for start, end in sentences(text)] == parts(text)
    assert all(text[finding.start : finding.end] == finding.words for finding in long_sentences(text, most=3))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (
            "Karin förklarar att kommunen kan göra en utredning om familjen säger ja till det och att den i så fall "
            "tar högst fyra månader och att man får råd under tiden utan något beslut.",
            "Karin förklarar att kommunen kan göra en utredning om familjen säger ja till det. Karin förklarar också "
            "att den i så fall tar högst fyra månader och att man får råd under tiden utan något beslut.",
        ),
        (
            "Hans går igenom vilka insatser som finns och säger att man kan söka avlösning hemma, korttids och "
            "kontaktperson, och att ansökan kan göras muntligt men att det går fortare på blankett.",
            "Hans går igenom vilka insatser som finns och säger att man kan söka avlösning hemma, korttids och "
            "kontaktperson. Hans säger också att ansökan kan göras muntligt men att det går fortare på blankett.",
        ),
        (
            "Det är viktigt att Tuva får sova på dagen och att skolan förstår att hon inte orkar komma alla dagar "
            "eftersom nätterna är så svåra just nu för hela familjen.",
            None,
        ),
        (
            "Viktigt att Tuva får sova på dagen och att skolan förstår att hon inte orkar komma alla dagar eftersom "
            "nätterna är så svåra just nu för alla i hela familjen.",
            None,
        ),
        (
            "Karin ringer (om hon hinner säger hon att det går bra och att hon då kan berätta allt som har hänt under "
            "veckan för alla som vill veta det innan mötet börjar på riktigt).",
            None,
        ),
    ],
)
def test_what_somebody_says_is_cut_with_who_says_it(text: str, cut: str | None) -> None:
    assert [found.fix for found in long_sentences(text)] == [cut]
