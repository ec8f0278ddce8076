"""A promise is said as a sentence only when it begins with a verb that is known; a guess would read nonsense aloud."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.swedish.grammar.clause import VerbForm, opening_form
from sip_tui.swedish.grammar.turned_verbs import in_infinitive, in_present


@pytest.mark.parametrize(
    "text", ["ringer skolan", "Möter dig i entrén", "gör klart", "Är med", " bokar\ttid", "ser över"]
)
def test_what_somebody_does(text: str) -> None:
    assert opening_form(text) is VerbForm.PRESENT


@pytest.mark.parametrize("text", ["ringa skolan", "Lägga om schemat", "gå med", "Be om tid", "fo\u0308lja med", "boka"])
def test_what_somebody_is_to_do(text: str) -> None:
    assert opening_form(text) is VerbForm.INFINITIVE


@pytest.mark.parametrize(
    "text",
    [
        "Speciallärare",
        "Anpassningar i klassrummet",
        "Promenader",
        "boka-möte",
        "Taxi till skolan",
        "1 samtal",
        "",
        "[/b]",
    ],
)
def test_what_is_no_verb_is_not_taken_for_one(text: str) -> None:
    assert opening_form(text) is None


@given(st.text(max_size=30))
def test_no_text_is_an_error(text: str) -> None:
    assert opening_form(text) in {None, *VerbForm}


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("Ringa skolan", "Ringer skolan"),
        ("ge stöd", "ger stöd"),
        ("Ringa Jenny och berätta", "Ringer Jenny och berättar"),
        ("ringa o boka tid samt ta med papper", "ringer och bokar tid samt tar med papper"),
        ("Be Alva att ringa och berätta", "Ber Alva att ringa och berätta"),
        ("Låta Alva somna o vila", "Låter Alva somna o vila"),
        ("Ringa skolan och mamma", "Ringer skolan och mamma"),
        ("Hjälpa Alva att tvätta o städa", "Hjälper Alva att tvätta o städa"),
        ("Vara med", "Är med"),
        ("  Gå ut", "  Går ut"),
        ("Ringer skolan", "Ringer skolan"),
        ("Bo ringer familjen", "Bo ringer familjen"),
        ("Läxhjälp i skolan", "Läxhjälp i skolan"),
        ("", ""),
    ],
)
def test_opening_infinitive_is_put_into_the_present(text: str, present: str) -> None:
    assert in_present(text) == present


@pytest.mark.parametrize(
    ("text", "infinitive"),
    [
        ("Ringer skolan", "Ringa skolan"),
        ("ger stöd", "ge stöd"),
        ("Ringer Jenny och berättar", "Ringa Jenny och berätta"),
        ("Är med på mötet", "Vara med på mötet"),
        ("Får stöd i skolan", "Få stöd i skolan"),
        ("Har koll på tiderna", "Ha koll på tiderna"),
        ("Träffar kuratorn", "Träffa kuratorn"),
        ("Träffar med kuratorn", "Träffar med kuratorn"),
        ("Ska ringa skolan", "Ska ringa skolan"),
        ("Kan komma på fredag", "Kan komma på fredag"),
        ("Ringa skolan", "Ringa skolan"),
        ("Bo ringer familjen", "Bo ringer familjen"),
        ("Läxhjälp i skolan", "Läxhjälp i skolan"),
        ("", ""),
    ],
)
def test_opening_present_is_put_into_the_infinitive(text: str, infinitive: str) -> None:
    assert in_infinitive(text) == infinitive
