"""Stories of the secretary's text: what goes, what stays, and what she is told."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sip_tui.privacy import (
    MASKS,
    KnownName,
    find,
    mask,
    names_any,
    redact,
    remaining_identifiers,
    spellings,
    stranger_words,
)
from sip_tui.privacy.engine import spelt_names

NOTE = "**Mamma** ringer 070-174 06 05.\n\n> Dnr SN 2024/118, bil TRE 123\n\n- Bor på Storgatan 5, 123 45 Småköping\n"


def test_a_note_keeps_its_markdown_and_loses_its_identifiers() -> None:
    assert redact(NOTE).text == ("**Mamma** ringer [telefon].\n\n> Dnr [ärende], bil [fordon]\n\n- Bor på [adress]\n")


def test_each_finding_shows_itself_in_its_context_and_says_why() -> None:
    for finding in find(NOTE):
        hit = NOTE[finding.start : finding.end]
        assert hit in finding.context
        assert finding.why.endswith(".")
        assert finding.replacement == MASKS[finding.kind]


def test_strangers_are_named_surely_and_not_on_the_roll() -> None:
    text = "Elin Nilsson ringer. Mormor Aina kommer. Anna Berg och skolan ringer."
    assert stranger_words(text, find(text, [KnownName("Anna Berg", "mamma")])) == {"Elin", "Aina"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Koden 4000123412341235 gäller.", []),
        ("Hon är 9 och gillar hästar.", ["9"]),
        ("Nils Berg ringer.", ["Nils Berg"]),
        ("Vi är klara, säger tilda.", ["tilda"]),
    ],
)
def test_what_looks_alike_is_told_apart(text: str, found: list[str]) -> None:
    hits = find(text, ["Hans Berg"], strangers={"Klara", "Tilda"})
    assert [text[hit.start : hit.end] for hit in hits] == found


def test_ways_to_write_a_name_are_told_without_genitive() -> None:
    roll = [KnownName("Anna Berg", "[1]"), KnownName("Tuva Ekman", "[2]")]
    texts = ["Igår ringde Anna. Vi tog Annas bil.", "Där är Tuva, och hon heter Anna Berg."]
    assert spellings(texts, roll, "[1]") == {"Anna", "Anna Berg"}


def test_spelt_names_are_read_from_what_was_found() -> None:
    text = "Igår ringde Anna. Vi tog Annas bil till Tuva. Hon har 070-174 06 05."
    found = find(text, [KnownName("Anna Berg", "mamma"), KnownName("Tuva Ekman", "du")])
    assert spelt_names({text: found}, "mamma") == {"Anna"}
    assert spelt_names({text: found, "Kerstin är sjuk.": find("Kerstin är sjuk.")}, "") == frozenset()


@pytest.mark.parametrize("text", ["Elias kommer", "elias kommer", "ELIAS kommer", "**El**ias kommer", "Vi ser Eliases"])
def test_a_text_may_hold_a_stranger_however_the_name_is_written(text: str) -> None:
    assert names_any(text, ["Rosa", "Elias"])
    assert not names_any(text, ["Rosa"])


def test_many_strangers_are_found_again_as_few_are() -> None:
    many = {"Tilda", *(f"Moa{chr(97 + number)}" for number in range(26)), *(f"Lo{chr(97 + at)}" for at in range(26))}
    text = "Vi ringer tilda, Tilda och Moab."
    assert [text[hit.start : hit.end] for hit in find(text, strangers=many)] == ["tilda", "Tilda", "Moab"]


def test_a_wrong_check_digit_goes_with_less_confidence() -> None:
    right, wrong = (find(f"Nr {number} gäller.")[0] for number in ("19850405-2385", "19850405-2386"))
    assert (right.confidence, wrong.confidence) == ("high", "medium")
    assert right.level == wrong.level == "block"


@pytest.mark.parametrize(
    "text", ["Diagnos F84.5 enligt läkaren.", "Hen har adhd och depression.", "N06AB06 sattes in."]
)
def test_health_is_reported_but_left_for_a_person_to_judge(text: str) -> None:
    result = redact(text)
    assert result.text == text
    assert {finding.level for finding in result.findings} == {"warn"}


def test_protected_identity_is_reported() -> None:
    assert find("Familjen har skyddad identitet.")[0].kind == "protected"


def test_the_user_may_mask_a_warning_too() -> None:
    text = "Hen har adhd."
    chosen = [finding._replace(level="block") for finding in find(text)]
    assert mask(text, chosen) == "Hen har [diagnos]."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nr 19850405-2385.", "personnummer"), ("Nr 19760690-2398.", "samordningsnummer"),
        ("Nr 20000620-TF26.", "reservnummer"), ("Org.nr 850405-2385.", "orgnr"), ("Född 7 juni 2012.", "birth_date"),
        ("Ring 31-390 06 00.", "phone"), ("Till anna@example.com.", "email"), ("Bor på Storgatan 5.", "address"),
        ("Fastigheten Hult 3:12 säljs.", "property"), ("Bankgiro 555-5551.", "bank"), ("Målnr T 1234-24.", "case"),
        ("Kort 4111 1111 1111 1111.", "card"), ("Regnr TRE 123.", "vehicle"), ("Passnr AA1234567.", "passport"),
        ("https://intranat.example/patient/48213", "url"),
    ],
)  # fmt: skip
def test_each_kind_is_called_by_its_name(text: str, kind: str) -> None:
    assert [finding.kind for finding in find(text)] == [kind]


def test_library_knows_a_foreign_number_without_plus() -> None:
    assert redact("Ring 447700900123 i London.").text == "Ring [telefon] i London."


def test_importing_does_not_load_the_telephone_library() -> None:
    code = "import sys, sip_tui.privacy as p; p.redact('Ring 070-174 06 05'); print('phonenumbers' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


JUNK = {
    "digits": "1" * 40_000, "hyphens": "19-" * 14_000, "signs": "a@" * 20_000, "asterisks": "**" * 20_000,
    "brackets": "[(" * 20_000, "entities": "&#49;" * 8_000, "streets": "Storgatan " * 4_000, "lines": "\n" * 40_000,
    "born": "född " * 8_000, "cases": "dnr 1" * 8_000, "cells": "|" * 40_000, "tags": "<b " * 13_000,
    "names": "Anna " * 8_000, "escapes": "%41" * 13_000, "blanks": " " * 40_000 + "x", "letters": "a" * 40_000,
}  # fmt: skip


@pytest.mark.parametrize("kind", JUNK)
def test_pasted_junk_is_read_to_the_end(kind: str) -> None:
    once = redact(JUNK[kind], ["Anna Ek"]).text
    assert redact(once, ["Anna Ek"]).text == once
    assert isinstance(remaining_identifiers(once), tuple)
