"""Any text is turned to the person: a corpus of lines as people write them, properties, and time in proportion."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sip_tui.swedish.style import du_form, du_words
from sip_tui.swedish.style.du_form import Addressed, Addressee, address, find_about
from tests.helpers.corpus import corpus_sets
from tests.helpers.timing import is_linear

NOBODY = Addressee.of()


TUVA = Addressee.of("Tuva Ekmarken", "Tuva", others=("Samir Haddad", "Rut Lind"))


CORPUS = corpus_sets("du_form")


@pytest.mark.parametrize("name", CORPUS)
def test_corpus_is_turned_to_the_person(name: str) -> None:
    wrong = []
    for line in CORPUS[name]:
        person = Addressee.of(
            *line["names"],
            others=line["others"],
            helpers=line.get("helpers", ()),
            children=line.get("children", ()),
            roles=[(name, role) for name, role in line.get("roles", ())],
            child=line.get("child", False),
        )
        found = address(line["text"], person)
        if found.text not in line["turned"] or bool(found.unsure) != line.get("unsure", False):
            wrong.append((line, found))
    assert wrong == []


def test_words_that_tell_of_nobody_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [line["text"] for name in CORPUS for line in CORPUS[name]][::4]
    text = "\n\n".join(lines)
    quick = address(text, TUVA)
    monkeypatch.setattr(du_words, "_REMEMBERED", 0)
    monkeypatch.setattr(du_words, "_may_name_another", lambda *_word: True)
    forget_readings()
    assert address(text, TUVA) == quick
    forget_readings()


def forget_readings() -> None:
    du_words._kinds_for.cache_clear()
    du_form._read.cache_clear()


@pytest.mark.unmeasured
@pytest.mark.parametrize(
    "unit",
    [
        "Samir möter Tuva vid grinden och hon tar med sig sin väska. ",
        *("hon ", "Tuva ", "Tuva sig ", "ringer Tuva och ", "Tuvas ", "hon Tuva. ", "Rut vill att hon ringer ", "när "),
        *(
            "hon som ",
            "och Rut ringer henne ",
            "Rut, ",
            "Rut henne ",
            "Tuvas är och ",
            "du, Tuva ",
            "som är Tuvas och ",
        ),
        *("sin Tuva ", "ber Rut henne ", "i går ", "om sig åt "),
    ],
)
def test_turning_takes_time_in_proportion_to_the_text(unit: str) -> None:
    assert is_linear(lambda text: address(text, TUVA), unit, 5_000)


PARTS = """
    Patienten patienten patientens den enskilde enskilda personen hon Hon henne hennes Hans hans hen du sig sin
    sitt ska vill hjälper ringer ge till för om och att som mamma Anna BUP mål . , ! - På inte mår träffar
"""


WORDS = st.sampled_from([*sorted(set(PARTS.split())), "\n"])


@settings(max_examples=150)
@given(st.lists(WORDS, max_size=14).map(" ".join))
@example("den ! Hans enskilda")
def test_a_fix_removes_its_hint_and_changes_nothing_else(text: str) -> None:
    behind = 0
    for found in find_about(text, NOBODY):
        assert text[found.start : found.end] == found.words
        assert behind <= found.start < found.end
        behind = found.end
        if found.fix is not None:
            fixed = text[: found.start] + found.fix + text[found.end :]
            assert all(again.start != found.start for again in find_about(fixed, NOBODY))


@settings(max_examples=60)
@given(st.text())
def test_no_text_is_an_error(text: str) -> None:
    person = Addressee.of(child=True)
    assert all(text[found.start : found.end] == found.words for found in find_about(text, person))
    assert isinstance(address(text, TUVA), Addressed)
