"""Names of which only a part is known, and names of the roll that are words and are said no of."""

from __future__ import annotations

import pytest

from sip_tui.privacy import find, redact

ROLL = ["Stig Kal", "Lo Ek", "Hans Ro", "Björn Lind", "Ros Ahl", "Kim Berg", "Saga Vik", "My Dal"]


def test_first_name_that_is_not_listed_goes_with_the_listed_one() -> None:
    assert redact("vi träffade Shilan Mohammed i går", ROLL).text == "vi träffade [namn] i går"


def test_place_between_commas_is_nobody() -> None:
    assert [
        found.kind for found in find("Läkaren på Akuten, Sahlgrenska, ringer", ROLL) if found.level == "block"
    ] == []


@pytest.mark.parametrize("name", ["björn", "saga", "ros", "lo", "kim", "stig", "hans", "my"])
def test_name_of_the_roll_not_asked_about_is_hidden_or_waits(name: str) -> None:
    assert [found.start for found in find(f"{name} inte tillfrågad än", ROLL)] == [0]
