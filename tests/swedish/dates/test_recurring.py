"""What comes every week is counted as load; what may come more seldom is not guessed about."""

from __future__ import annotations

import pytest

from sip_tui.swedish.dates.recurring import is_weekly

WEEKLY = (
    "varje vecka",
    "Varje  tisdag",
    "varje skoldag",
    "dagligen",
    "tisdagar",
    "på måndagar och torsdagar",
    "måndagar, onsdagar och fredagar kl. 13.30",
    "två gånger i veckan",
    "2 ggr/vecka",
    "1 gång per vecka.",
    "tre gånger om dagen",
    "2 × 40 minuter i veckan",
    "en timme per vecka",
    "3 x/vecka",
)
NOT_SURELY = (
    "",
    "varannan vecka",
    "varannan tisdag",
    "varannan sönd",
    "en gång i månaden",
    "2 ggr per termin",
    "tisdagar jämna veckor",
    "tisdagar i mars",
    "löpande",
    "vid behov",
    "fredag",
    "i veckan",
    "2 × 40 minuter",
    "40 minuter varannan vecka",
    "varje vecka om jag orkar",
    "varje dag " * 10,
)


@pytest.mark.parametrize("phrase", WEEKLY)
def test_what_comes_every_week(phrase: str) -> None:
    assert is_weekly(phrase)


@pytest.mark.parametrize("phrase", NOT_SURELY)
def test_what_is_not_surely_every_week_is_not(phrase: str) -> None:
    assert not is_weekly(phrase)
