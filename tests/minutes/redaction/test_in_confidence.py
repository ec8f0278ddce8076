"""A line that says of itself that it is not to be written or passed on is in no document; the next line is."""

from __future__ import annotations

import tomllib

import pytest

from sip_tui.minutes.redaction.in_confidence import confidences, is_in_confidence
from sip_tui.minutes.render import draft
from sip_tui.paths import data_path
from tests.helpers.meetings import NOW, meeting, noted
from tests.helpers.minutes import read_back

ENTRIES = [
    (pattern, line)
    for name, table in tomllib.loads(data_path("sv", "in_confidence.toml").read_text("utf-8")).items()
    for pattern, line in table.items()
    if name != "short"
]
OUT = [
    "(Camilla säger i förtroende att hon själv går hos psykolog, ska inte stå med)",
    "sonen Liban sitter på anstalt - Yusuf vill ej att det skrivs",
    "Nellie har börjat snusa, pappa får inte veta",
    "pappa ska skilja sig igen. Får inte stå i anteckningarna!",
    "mamma är gravid (skriv inte det)",
    "hon har skulder, ej i protokollet",
    "Kim vill inte att detta sprids",
    "Kim vill inte att det här hamnar i journalen",
    "i förtroende: läraren ska sluta",
    "Det stannar mellan oss att hon träffar Elias",
    "har druckit i helgen, ska ej skrivas ned",
    "säg inget till pappa om lägret",
    "Ska inte med i mejlet: hon är rädd för brodern. Får inte föras vidare",
]
IN = [
    "Nellie vill prata med Samir i förtroende.",
    "hon har förtroende för Samir",
    "mamma får inte veta när schemat ändras",
    "Samir säger inte till när han går",
    "pappa ska inte vara med på BUP",
    "medicinen ska inte tas med mat",
    "Nellie ska inte stå ensam på rasten",
    "Fysioterapi står inte i planen",
    "Nellie vill inte att det blir bråk",
    "mobbningen nämns inte i åtgärdsprogrammet",
    "Kuratorn stannar här till kl 15",
    "hon skriver inte på svenska",
    "recept skrivs inte ut längre",
    "vill inte ha det så här",
    "BUP för vidare frågan till skolan",
    "kontakten mellan oss fungerar bra",
    "Samtalen hos kuratorn är konfidentiella",
]


@pytest.mark.parametrize(("pattern", "line"), ENTRIES)
def test_every_entry_finds_its_line(pattern: str, line: str) -> None:
    assert is_in_confidence(line), pattern


@pytest.mark.parametrize("line", OUT)
@pytest.mark.parametrize("audience", ["mail", "person", "full"])
def test_line_told_in_confidence_is_in_no_document(line: str, audience: str) -> None:
    made = draft(
        meeting(notes=(noted(f"läxhjälp tisdagar\n- {line}\nbuss till skolan"),)), audience, now=NOW, with_notes=True
    )
    shown = [each.lstrip("- ") for each in read_back(made.text) if each]
    assert shown[shown.index("läxhjälp tisdagar") :][:3] == ["läxhjälp tisdagar", "[left out]", "buss till skolan"]


@pytest.mark.parametrize("line", IN)
def test_line_that_only_resembles_one_stands(line: str) -> None:
    assert not is_in_confidence(line)


def test_what_is_below_a_colon_is_left_out_to_the_lists_end() -> None:
    text = "Ska inte stå med:\n- mamma är gravid\n  i mars\n\n- pappa vet inte\nbuss till skolan"
    assert confidences(meeting(notes=(noted(text),))) == (
        "Ska inte stå med:",
        "- mamma är gravid",
        "  i mars",
    )


def test_what_was_left_out_is_told_in_the_review() -> None:
    made = draft(meeting(notes=(noted(OUT[0]),)), now=NOW, with_notes=True)
    assert [found.words for found in made.findings if found.finding.kind == "kept_out"] == ["[left out]"]
    assert made.pending == ()
