"""Where to turn between meetings: each number with the day when it was looked up, and only for the age that it fits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from sip_tui.i18n import translation
from sip_tui.resources.where_to_turn import contacts, where_to_turn


@pytest.fixture(autouse=True)
def afterwards_swedish() -> Iterator[None]:
    yield
    translation.set_language("sv")


def test_every_contact_says_when_and_where_it_was_looked_up() -> None:
    for contact in contacts():
        assert date.fromisoformat(contact["looked_up"]) >= date(2026, 11, 28)
        assert contact["source"].startswith("https://")
        assert contact["for"] in {"all", "child", "adult"}


@pytest.mark.parametrize("language", translation.LANGUAGES)
def test_a_child_gets_bris_and_bup_and_an_adult_does_not(language: str) -> None:
    translation.set_language(language)
    child, adult = " ".join(where_to_turn(child=True)), " ".join(where_to_turn(child=False))
    assert all(number in child and number in adult for number in ("112", "1177", "socialjouren"))
    assert all(words in child and words not in adult for words in ("116 111", "BUP akut"))
