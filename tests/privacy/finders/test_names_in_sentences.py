"""Where a name of the roll that is a word, an initial or a title stands, and who it is there."""

from __future__ import annotations

import pytest

from sip_tui.privacy import KnownName, find, redact

ROLL = [
    KnownName("Wilda Broström", "personen"),
    KnownName("Sol Hedman", "psykologen"),
    KnownName("My Nordin", "mentorn"),
    KnownName("Dag Åkesson", "rektorn"),
    KnownName("Bo Ek", "pappa"),
    KnownName("Kal Mattsson", "gode mannen"),
    KnownName("Omar Fares", "kuratorn"),
    KnownName("Therese Ek", "mamma"),
]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("W vill sova", "Personen vill sova"),
        ("övar läsning m W", "övar läsning m personen"),
        ("ordnar att W slipper", "ordnar att personen slipper"),
        ("plan W är klar", "plan W är klar"),
        ("frågade bo om helgen", "frågade pappa om helgen"),
        ("kals beslut gäller", "Gode mannens beslut gäller"),
        ("Hon tittar på My Hero Academia.", "Hon tittar på My Hero Academia."),
        ("Sol på länk", "Psykologen på länk"),
        ("läser upp vad W skrivit", "läser upp vad personen skrivit"),
        ("magont enl W", "magont enl personen"),
        ("theres ringer på fredag", "Mamma ringer på fredag"),
        ("bo: kan hämta på fredag", "Pappa: kan hämta på fredag"),
        ("dag: tisdag 3/12", "dag: tisdag 3/12"),
        ("när det blir värre ringer Wilda Omar", "när det blir värre ringer personen kuratorn"),
    ],
)
def test_a_name_is_told_by_what_stands_around_it(typed: str, read: str) -> None:
    assert redact(typed, ROLL).text == read


def test_a_name_that_may_be_a_word_waits() -> None:
    [found] = find("Dag på plats", ROLL)
    assert (found.kind, found.level, found.replacement) == ("possible_name", "warn", "rektorn")


def test_a_word_is_no_stranger_who_was_named_before() -> None:
    assert redact("Kompisen Ester ringde.\n\nEster 3 hämtas. Då kom Ester.").text.endswith("Då kom [namn].")
