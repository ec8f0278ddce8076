"""The shipped word list."""

from __future__ import annotations

from sip_tui.i18n import translation
from sip_tui.resources.glossary import explanation
from tests.helpers.app_harness import AppHarness
from tests.helpers.list_screens import fill_form


def test_glossary_finds_word_by_its_other_names() -> None:
    translation.set_language("sv")
    assert explanation("bup") == explanation("BUP") != ""
    assert explanation("finns inte") == ""


def test_short_forms_that_are_words_are_found_only_in_capitals() -> None:
    assert explanation("AF") != ""
    assert explanation("af") == ""
    assert explanation("if") == ""


async def test_the_list_speaks_only_until_somebody_in_the_room_has(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f4", "a")
        await fill_form(pilot, app, term="LSS")
        told = app.screen.query_one("#form-feedback")
        assert "Fråga först." in str(told.content)  # type: ignore[attr-defined]
        await fill_form(pilot, app, answer="en lag")
        assert not told.display
