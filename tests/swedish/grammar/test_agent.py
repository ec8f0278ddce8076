"""Who does something, and who has something done to them: the minutes must not promise in the name of the second."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.swedish.grammar.agent import (
    acts,
    also_called,
    joint_subject,
    next_owner,
    responsible,
    strip_closing,
    strip_filler,
    subject,
)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "ringer skolan",
            "ska ringa",
            "får ringa",
            "får själv ringa",
            "behöver boka tid",
            "träffas",
            "ska hjälpas åt",
        ),
        *(
            "blir hemma",
            "får i uppdrag att ringa",
            "har bokat",
            "hoppas ringa",
            "tillsammans med mamma",
            "",
            "ska få se",
        ),
    ],
)
def test_somebody_does_it(words: str) -> None:
    assert acts(words)


@pytest.mark.parametrize(
    "words",
    [
        *("kontaktas", "ska kontaktas", "bör inte kontaktas", "får stöd av Samir", "ska få tid", "blir uppringd"),
        *("ska bli kontaktad", "behöver hjälp", "behöver kontaktas", "har informerats", "följs upp", "saknar kontakt"),
    ],
)
def test_it_is_done_to_somebody(words: str) -> None:
    assert not acts(words)


def test_english_verbs_end_as_the_passive_does() -> None:
    assert acts("calls the school", english=True)
    assert not acts("kontaktas", english=True)


def test_how_the_next_one_is_named() -> None:
    assert [next_owner(words)[0] for words in ("och BUP", "/BUP", "+ BUP", "ihop med BUP")] == ["and"] * 4
    assert [next_owner(words) for words in ("på BUP", "(BUP) ringer")] == [("at", "BUP"), ("at", "BUP) ringer")]
    assert next_owner("ochra ringer") == ("", "ochra ringer")
    assert strip_closing(") ringer") == "ringer"
    assert strip_filler("själv ringer") == "ringer"


def test_who_is_responsible_is_said_at_the_end() -> None:
    assert responsible("Boka rum, ansvarig: Lena") == ("Lena", "Boka rum")
    assert responsible("Boka rum (ansvarig Lena)") == ("Lena", "Boka rum")
    assert responsible("Ansvarig för rum är Lena") == ("", "")


def test_offices_have_short_names() -> None:
    assert also_called("Socialtjänsten") == ("soc", "socialtj", "tjänst")
    assert also_called("Björkskolan") == ("skola",)
    assert also_called("klasslärare") == ("lärare",)
    assert also_called("BUP") == ()
    assert "sekreterare" not in also_called("socialsekreterare")


@given(st.text(max_size=60))
def test_no_text_is_an_error(words: str) -> None:
    assert acts(words) in {True, False}
    assert next_owner(words)[1] in words
    assert responsible(words)[0] in words
    assert strip_filler(words) in words
    assert isinstance(also_called(words), tuple)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Skolan ringer mamma.", "Skolan"),
        ("Mamma och pappa bokar tid", "Mamma och pappa"),
        ("Mamma, pappa bokar tid.", "Mamma, pappa"),
        ("BUP träffas", "BUP"),
        ("[namn] ringer.", "[namn]"),
        ("Mamma vill att skolan ringer", ""),
        ("Mamma och", ""),
        ("Mamma", ""),
        ("", ""),
    ],
)
def test_subject_of_a_line_is_who_does_it(line: str, who: str) -> None:
    assert subject(line) == who


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Karin/Samir gör hembesök", "Karin / Samir"),
        ("Karin/Samir hembesök", "Karin / Samir"),
        ("BUP+soc möts digitalt", "BUP + soc"),
        ("Karin + Samir: boka möte", "Karin + Samir"),
        ("Karin, Samir och Stig ses", "Karin, Samir och Stig"),
        ("Bo och Rut ringer", "Bo och Rut"),
        ("Du o Samir tittar på schemat", "Du o Samir"),
        ("Samir ihop med Karin bokar möte", "Samir ihop med Karin"),
        ("Samir eller Karin ringer", ""),
        ("BUP/skolan kontaktas", ""),
        ("Mamma/pappa oroliga för skolan", ""),
        ("Möte/uppföljning fredag", ""),
        ("Karin o Samir hembesök", ""),
        ("Karin + Samir: mamma ringer", ""),
    ],
)
def test_those_who_do_it_together_are_read(line: str, who: str) -> None:
    assert joint_subject(line) == who


def test_only_several_take_on_what_a_line_says() -> None:
    assert joint_subject("Anna och Samir ringer skolan") == "Anna och Samir"
    assert joint_subject("Kuratorn på BUP och mentorn ses") == "Kuratorn på BUP och mentorn"
    assert joint_subject("Karin frågar om skjuts") == ""
