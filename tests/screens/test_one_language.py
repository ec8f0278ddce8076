"""Every screen speaks one language: no Swedish in the English interface, and no English in the Swedish."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sip_tui.i18n import translation
from sip_tui.screens import SCREENS
from tests.helpers.app_harness import AppHarness, go_to_mode, screen_text
from tests.helpers.language_patterns import ENGLISH, SWEDISH

MEETING = """
[meeting]
type = "SIP"
start = 2026-11-27T13:00:00
[person]
called = "Kim"
[[participants]]
id = "p1"
name = "Kim"
kind = "person"
[[participants]]
id = "p2"
name = "Robin"
kind = "guardian"
[[participants]]
id = "p3"
name = "Alex"
kind = "actor"
[[actions]]
what = "A"
who = "p3"
[[goals]]
id = "g1"
text = "B"
[[terms]]
term = "C"
"""
"""A meeting whose own words are of no language."""


@pytest.fixture(autouse=True)
def afterwards_swedish() -> Iterator[None]:
    yield
    translation.set_language("sv")


@pytest.mark.parametrize(("language", "other"), [("en", SWEDISH), ("sv", ENGLISH)])
async def test_every_screen_speaks_one_language(tmp_path: Path, language: str, other: object) -> None:
    file = tmp_path / "meeting.toml"
    file.write_text(MEETING, encoding="utf-8")
    translation.set_language(language)
    app = AppHarness(tmp_path / "archive", file).app()
    async with app.run_test(size=(160, 50)) as pilot:
        await pilot.press("v")
        for mode in SCREENS:
            await go_to_mode(pilot, app, mode)
            found = other.findall(screen_text(app))  # type: ignore[attr-defined]
            assert found == [], mode
