"""What the person does in words of their own, "ringer min bror", is told to the person; another one's "sin" stays."""

from __future__ import annotations

import pytest

from sip_tui.swedish.style.du_form import Addressee, address

DAWIT = Addressee.of("Dawit Tesfaye", "Dawit", others=("Yonas Tesfaye", "Petra Nyman"))


@pytest.mark.parametrize(
    ("text", "to_the_person"),
    [
        ("Ringa min bror", "Ringa din bror"),
        ("Ringer mina syskon och mitt jobb", "Ringer dina syskon och ditt jobb"),
        ("Tar med mig mina papper", "Tar med dig dina papper"),
        ("Ringer Petra när jag orkar", "Ringer Petra när du orkar"),
        ("Går 15 min med min bror", "Går 15 min med din bror"),
        ("Gå ut några min varje dag", "Gå ut några min varje dag"),
        ("Ta en promenad min", "Ta en promenad min"),
        ("Ringer mig", "Ringer mig"),
        ("Säger ”ring min bror” till Petra", "Säger ”ring min bror” till Petra"),
        ("Medicin för min mage", "Medicin för min mage"),
    ],
)
def test_own_words_of_the_person_are_turned(text: str, to_the_person: str) -> None:
    assert address(text, DAWIT, acts=True).text == to_the_person


@pytest.mark.parametrize("text", ["Följer med sin bror till banken", "Ringer min chef"])
def test_another_ones_own_words_stay(text: str) -> None:
    assert address(text, DAWIT).text == text
