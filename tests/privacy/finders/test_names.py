"""The people of the meeting: found however they are written, left alone when they are words."""

from __future__ import annotations

import pytest

from sip_tui.privacy import KnownName, find, redact, remaining_identifiers

FAMILY = (KnownName("Sofia Ståhl", "du"), KnownName("Anna Svensson", "mamma"), KnownName("Åsa-Karin Öberg", "kuratorn"))


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Vi frågade Anna Svensson om helgen.", "Vi frågade mamma om helgen."),
        ("Annas förslag antogs, sa Svensson.", "Mammas förslag antogs, sa mamma."),
        ("Det är Sofias plan.", "Det är din plan."),
        ("Svensson, Anna och Stahl, Sofia kom.", "Mamma och du kom."),
        ("I går sa SOFIA STÅHL nej.", "I går sa du nej."),
        ("Mötet leddes av Öberg.", "Mötet leddes av kuratorn."),
        ("Hon heter A. Svensson.", "Hon heter mamma."),
        ("Spara som anna_svensson.docx nu.", "Spara som mamma.docx nu."),
    ],
)
def test_a_person_is_written_as_her_role(said: str, written: str) -> None:
    assert redact(said, FAMILY).text == written


def test_a_surname_that_two_people_share_names_neither() -> None:
    siblings = (KnownName("Anna Ek", "mamma"), KnownName("Bertil Ek", "pappa"))
    assert redact("Sedan ringde Ek.", siblings).text == "Sedan ringde [namn]."


def test_a_name_without_a_role_becomes_a_mask_with_its_genitive() -> None:
    assert redact("Det var Annas idé.", ["Anna Svensson"]).text == "Det var [namn]s idé."


@pytest.mark.parametrize(
    "sentence",
    [
        "Hon ska klara skolan och bo hos pappa hela dagen.",
        "Klara mål för terminen.",
        "Max två timmar skärm, max 3 gånger.",
        "Dag och tid bestäms senare. Dags att avsluta.",
        "Enligt SoL 4 kap. 1 § och SOL 2025:400.",
        "Idag åker vi till Alingsås med majoriteten.",
    ],
)
def test_words_that_look_like_names_stay(sentence: str) -> None:
    names = ["Klara Lind", "Bo Ek", "Max Holm", "Dag Berg", "Sol Winther", "Ida Björk", "Ali Hassan", "Maja Ståhl"]
    assert redact(sentence, names).text == sentence
    assert remaining_identifiers(sentence, names) == ()


@pytest.mark.parametrize(
    "sentence", ["Klara vill börja om.", "Nu kan Bo flytta.", "Max, 16 år, är med.", "Sol är trött."]
)
def test_the_same_words_go_when_they_are_names(sentence: str) -> None:
    assert "[namn]" in redact(sentence, ["Klara Lind", "Bo Ek", "Max Holm", "Sol Winther"]).text


@pytest.mark.parametrize(
    "name", ["[b]Anna[/b]", "[/]", "Å|sa", "=cmd()", "\x1b[31mAnna", "Anna\r\nBcc: Svensson", "a" * 500, "*", "(", "\\"]
)
def test_a_hostile_name_is_found_as_it_stands(name: str) -> None:
    text = f"Närvarande: {name} och skolan."
    clean = redact(text, [name]).text
    assert name not in clean or name in "*(\\"
    assert clean.endswith("och skolan.")


@pytest.mark.parametrize("names", [[""], [" "], ["\u200b"], ["1234"], ["-"]])
def test_a_name_that_is_nothing_finds_nothing(names: list[str]) -> None:
    assert find("En vanlig mening - med 12 ord.", names) == ()


def test_a_role_word_that_holds_a_name_is_not_trusted() -> None:
    names = (KnownName("Anna Ek", "Bertils mamma"), KnownName("Bertil Ek", "pappa"))
    assert redact("Då kom Anna.", names).text == "Då kom [namn]."


def test_a_mask_is_never_taken_for_a_name() -> None:
    assert redact("Ring [telefon] i dag.", ["Telefon Telefonsson"]).text == "Ring [telefon] i dag."
