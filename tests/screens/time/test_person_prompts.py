"""Stories of a person who is asked about what is decided, and of how much it is in all (requirements 50 and 107)."""

from __future__ import annotations

import pytest

from sip_tui.i18n import translation
from sip_tui.meeting.log.change import Edit
from tests.helpers.app_harness import AppHarness, wait_until_saved
from tests.helpers.list_screens import action_edits, go_to_row, list_text, open_action_board, read_aloud


@pytest.fixture(autouse=True)
def english(swedish: None) -> None:
    """These stories are told in the words of the code."""
    translation.set_language("en")


async def test_one_key_counts_that_the_person_was_asked(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_action_board(
            pilot, app, *action_edits("a1", "Ringa", "p3"), *action_edits("a2", "Köra"), *action_edits("a3", "Gå", "p1")
        )
        assert "Maja has been asked about 0 of 3." in read_aloud(app)
        await go_to_row(pilot, app, "actions a1")
        await pilot.press("j")
        assert "Maja has been asked about 1 of 3." in read_aloud(app)
        assert list_text(app).count("✓ Maja has been asked") == 1
        await wait_until_saved(pilot, app)
        assert harness.on_disk().actions[0].asked
        await pilot.press("j")
        assert "Maja has been asked about 0 of 3." in read_aloud(app)
        await pilot.press("z")
        assert "Maja has been asked about 1 of 3." in read_aloud(app)


async def test_an_answer_about_strength_is_a_question_that_was_asked(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_action_board(pilot, app, *action_edits("a1", "Gå", "p1"))
        await go_to_row(pilot, app, "actions a1")
        await pilot.press("c")
        assert "Maja has been asked about 1 of 1." in read_aloud(app)
        await pilot.press("j")
        assert "Maja has been asked about 1 of 1." in read_aloud(app)
        [message] = [notice.message for notice in app._notifications]
        assert message == "That has been answered. Press c to change the answer."


async def test_only_an_action_can_be_asked_about(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_action_board(pilot, app, *action_edits("a1", "Ringa", "p3"))
        await pilot.press("home", "j")
        [message] = [notice.message for notice in app._notifications]
        assert message == "Choose an action first. Press j when the person has been asked."


async def test_weekly_promises_are_counted(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        often = ("varje vecka", "tisdagar", "varannan vecka", "")
        own = [edit for n, when in enumerate(often) for edit in action_edits(f"a{n}", "Gå", "p1", how_often=when)]
        await open_action_board(pilot, app, *own, *action_edits("b", "Ringa", "p3", how_often="varje vecka"))
        assert "Maja has 4 actions, 2 every week." in read_aloud(app)
        app.write((Edit("actions", "a0", "status", "done"), Edit("actions", "a1", "who", "p2")))
        await pilot.pause()
        assert "Maja has 2 actions." in read_aloud(app)
        app.write((Edit("actions", "a2", "how_often", "2 ggr/vecka"), Edit("actions", "a3", "status", "done")))
        await pilot.pause()
        assert "Maja has 1 action, every week." in read_aloud(app)
