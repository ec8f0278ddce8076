"""Stories of what the person can: asked for, kept in the person's words, and shown where the goals are."""

from __future__ import annotations

import pytest

from sip_tui.i18n import translation
from sip_tui.meeting.log.change import Edit
from tests.helpers.app_harness import AppHarness, go_to_mode, screen_text, wait_until_saved
from tests.helpers.hostile_text import ALL_HOSTILE, is_safe
from tests.helpers.list_screens import SIZES, fill_form, go_to_row, list_text, read_aloud

ASK = "Ask: what are you good at, and who can you trust?"
LISTENS = "Jag är bra på att lyssna, och jag litar på mormor"


@pytest.fixture(autouse=True)
def english(swedish: None) -> None:
    """These stories are told in the words of the code."""
    translation.set_language("en")


async def test_the_person_is_asked_right_after_what_matters_most(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("L", "down")
        assert read_aloud(app).startswith(ASK)
        await pilot.press("enter")
        await fill_form(pilot, app, strengths=LISTENS)
        assert harness.on_disk().person.strengths == LISTENS
        await pilot.press("escape")
        assert f"who can you trust?\n  “{LISTENS}”" in list_text(app)
        assert ASK not in read_aloud(app)
        await pilot.press("z")
        assert ASK in read_aloud(app)


async def test_a_child_may_have_written_or_drawn_what_matters_most(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("L")
        assert "drawing" not in read_aloud(app)
        app.write((Edit("person", "person", "child", True),))
        await pilot.pause()
        assert "If there is a letter or a drawing, show it first." in read_aloud(app)
        app.write((Edit("person", "person", "matters", "Att få måla"),))
        await pilot.pause()
        assert "drawing" not in read_aloud(app)


async def test_what_helps_stands_under_its_goal_and_on_the_board(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5")
        goal = app.meeting.goals[0]
        await go_to_row(pilot, app, f"goals {goal.id}")
        await pilot.press("enter")
        await fill_form(pilot, app, resources="Hon har en egen väckarklocka")
        await pilot.press("escape")
        await wait_until_saved(pilot, app)
        assert harness.on_disk().goals[0].resources == "Hon har en egen väckarklocka"
        assert "\n     Helps along the way: Hon har en egen väckarklocka" in list_text(app)
        app.write((Edit("person", "person", "strengths", LISTENS),))
        await go_to_mode(pilot, app, "board")
        pages = []
        for _page in range(8):
            pages.append(screen_text(app))
            await pilot.press("right")
        assert any(LISTENS in page for page in pages)
        assert any("Helps along the way: Hon har en egen väckarklocka" in page for page in pages)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_words_are_shown_as_they_were_typed(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        text = ALL_HOSTILE
        app.write((Edit("person", "person", "strengths", text), Edit("goals", "g1", "resources", text)))
        for key in ("u", "f5", "w"):
            await pilot.press(key)
            await pilot.pause()
            assert is_safe(screen_text(app))
        await pilot.press("escape")
