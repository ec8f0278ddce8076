"""The situation at both sizes: long texts, forms that fit, hostile words."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from sip_tui.meeting.content.situation import ACTOR_SLOTS, SITUATION_SLOTS, account_of, write_account
from sip_tui.meeting.log.change import Edit
from sip_tui.screens.forms.form_screen import FormScreen
from tests.helpers.app_harness import AppHarness, screen_text, wait_until_saved
from tests.helpers.hostile_text import HOSTILE
from tests.helpers.list_screens import SIZES, fill_form, go_to_row, mark_all_present

LONG = "Att få gå ut gymnasiet i min egen takt, och att slippa berätta samma sak för alla nya människor"


@pytest.mark.parametrize(("text", "told"), [(LONG, ""), (f"{LONG} " * 3, f"”{' '.join([LONG] * 3)}”")])
async def test_only_a_text_that_its_field_cannot_show_is_read_back(harness: AppHarness, text: str, told: str) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("L", "enter")
        await fill_form(pilot, app, matters=text)
        assert str(app.screen.query_one("#form-feedback", Static).content) == told


async def test_a_promise_that_promises_nothing_is_pointed_at(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("L")
        await go_to_row(pilot, app, "accounts p3")
        await pilot.press("enter")
        await fill_form(pilot, app, support="mer stöd vid behov")
        assert "är vagt – vem märker det, och hur?" in str(app.screen.query_one("#form-feedback", Static).content)


@pytest.mark.parametrize("size", SIZES)
async def test_at_both_sizes_all_that_matters_is_in_sight(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        mark_all_present(app)
        await pilot.press("L")
        text = screen_text(app)
        for words in ("Vad är viktigast för dig?", "Maja Lindgren", "Petra Nyman", "Pågående insatser", "stöd:"):
            assert words.lower() in text.lower()
        assert ("Kom ihåg" in text) is (size[0] >= 100)


async def test_a_long_answer_goes_on_under_itself(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(write_account(app.meeting, "p1", {"works": LONG}))
        await pilot.press("L")
        lines = screen_text(app).splitlines()
        at = next(number for number, line in enumerate(lines) if "fungerar: Att få" in line)
        assert lines[at + 1].startswith(" " * lines[at].index("fungerar"))
        assert "människor" in lines[at + 1]


@pytest.mark.parametrize("size", SIZES)
async def test_the_form_of_the_person_fits_and_shows_a_long_text(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("L")
        await go_to_row(pilot, app, "accounts p1")
        await pilot.press("enter")
        await fill_form(pilot, app, expectations=LONG)
        text = screen_text(app)
        assert isinstance(app.screen, FormScreen)
        assert "Fungerar bra" in text
        assert "Hoppas på" in text
        assert "människor" in text


async def test_hostile_texts_are_shown_and_kept_as_they_are(harness: AppHarness) -> None:
    app = harness.app()
    texts = [text for text in HOSTILE if text]
    async with app.run_test(size=(120, 40)) as pilot:
        for number, text in enumerate(texts):
            who = f"h{number:02d}"
            app.write([Edit("participants", who, "name", text), Edit("ongoing", who, "what", text)])
            app.write([Edit("accounts", who, slot, text) for slot in (*SITUATION_SLOTS, *ACTOR_SLOTS)])
            app.write([Edit("person", "person", "matters", text)])
        await pilot.press("L", "enter", "escape", "down", "enter", "escape", "end", "enter", "escape")
        await wait_until_saved(pilot, app)
        assert "\x1b" not in screen_text(app)
    meeting = harness.on_disk()
    assert [account_of(meeting, f"h{number:02d}").works for number in range(len(texts))] == texts
