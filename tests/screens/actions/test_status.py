"""Stories of what becomes of an action or a goal: one key from every list, and nobody is reminded of what is over."""

from __future__ import annotations

from sip_tui.cli.summary import open_lines, summary
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Answer, Status
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.screens.choice_dialog import ChoiceDialog
from sip_tui.screens.forms.form_screen import FormScreen
from tests.helpers.app_harness import AppHarness, screen_text, wait_until, wait_until_saved
from tests.helpers.list_screens import (
    action_edits,
    fill_form,
    go_to_row,
    list_lines,
    list_text,
    open_action_board,
    read_aloud,
)

NO_TIME = "⚑ ingen tid"


def statuses(meeting: Meeting) -> dict[str, Status]:
    return {action.id: action.status for action in meeting.actions}


async def test_done_action_is_nagged_about_no_more(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        edits = [edit for edit in action_edits("a1", "Ringa skolan", "p3") if edit.field != "when"]
        app.write(
            [*action_edits("a2", "Boka tid", "p3", when="nästa fredag"), Edit("actions", "a2", "status", "ended")]
        )
        await open_action_board(pilot, app, *edits)
        assert not any("Boka tid" in line and "⚑" in line for line in list_lines(app))
        assert any("Ringa skolan" in line and NO_TIME in line for line in list_lines(app))
        await go_to_row(pilot, app, "actions a1")
        await pilot.press("k")
        await wait_until(pilot, lambda: isinstance(app.screen, ChoiceDialog))
        await pilot.press("4")
        await wait_until_saved(pilot, app)
        assert statuses(app.meeting)["a1"] is Status.DONE
        line = next(line for line in list_lines(app) if "Ringa skolan" in line)
        assert "✓ klar" in line
        assert "klar" in line
        assert "⚑" not in line
        await pilot.press("z")
        assert statuses(app.meeting)["a1"] is Status.NEW


async def test_not_done_has_a_why_and_changed_has_an_instead(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_action_board(pilot, app, *action_edits("a1", "Ringa skolan", "p3", goal="g1"))
        await go_to_row(pilot, app, "actions a1")
        await pilot.press("k", "6")
        await wait_until(pilot, lambda: isinstance(app.screen, FormScreen))
        await fill_form(pilot, app, why="[bold]Skolan stängd")
        await pilot.press("escape")
        assert "blev inte av: [bold]Skolan stängd" in list_text(app)
        await pilot.press("k", "3")
        await wait_until(pilot, lambda: isinstance(app.screen, FormScreen))
        await fill_form(pilot, app, instead="Mejla skolan", why="Ingen svarar")
        await fill_form(pilot, app, instead="Skriva till skolan")
        await pilot.press("escape")
        old = next(action for action in app.meeting.actions if action.id == "a1")
        new = next(action for action in app.meeting.actions if action.id == old.replaced_by)
        assert (old.status, old.why, new.what, new.who, new.goal) == (
            Status.CHANGED,
            "Ingen svarar",
            "Skriva till skolan",
            "p3",
            "g1",
        )
        assert "i stället: Skriva till skolan" in list_text(app)


async def test_goal_is_reached_as_the_person_sees_it(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_action_board(pilot, app)
        await go_to_row(pilot, app, "goals g1")
        await pilot.press("k", "2")
        await wait_until(pilot, lambda: isinstance(app.screen, FormScreen))
        await fill_form(pilot, app, view="Det går åt rätt håll")
        await pilot.press("escape")
        goal = app.meeting.goals[0]
        assert (goal.reached, goal.view) == (Answer.PARTLY, "Det går åt rätt håll")
        assert "delvis nått" in list_text(app)


async def test_other_lists_ask_which_action_it_is_about(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("G", "k")
        assert not isinstance(app.screen, ChoiceDialog)
        app.write(
            [
                *action_edits("a1", "Ringa", "p3"),
                *action_edits("a2", "Skriva", "p1"),
                Edit("actions", "a1", "status", "done"),
            ]
        )
        for mode in ("S", "G"):
            await pilot.press(mode, "k")
            await wait_until(pilot, lambda: isinstance(app.screen, ChoiceDialog))
            assert [line.split("(")[0].strip() for line in list_lines(app, "#choice-list")] == ["1 Skriva", "2 Ringa"]
            await pilot.press("escape")
        await pilot.press("k", "2")
        await wait_until(pilot, lambda: "Hur går det med" in str(app.screen.query_one("#choice-title").render()))
        await pilot.press("7")
        await wait_until_saved(pilot, app)
        assert next(action for action in app.meeting.actions if action.id == "a1").recorded


async def test_ongoing_action_is_ended_from_the_situation(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write([*action_edits("a1", "Kontaktfamilj", "p3"), Edit("actions", "a1", "status", "ongoing")])
        await pilot.press("L")
        await go_to_row(pilot, app, "actions a1")
        await pilot.press("k", "5")
        await wait_until(pilot, lambda: isinstance(app.screen, FormScreen))
        await pilot.press("escape")
        assert app.meeting.actions[-1].status is Status.ENDED
        assert "Kontaktfamilj" not in list_text(app)


async def test_who_was_to_be_asked_is_not_said_to_have_been(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        carried = [
            Edit("actions", "a1", field, value) for field, value in (("since", "2026-09-01"), ("unanswered", True))
        ]
        await open_action_board(pilot, app, *action_edits("a1", "Boka tid", "p3", when="fredag"), *carried)
        assert "⚑ skulle få frågan: blev det av?" in list_text(app)
        assert "hur gick det?" not in list_text(app)


async def test_time_nobody_can_keep_is_flagged_where_gaps_are_told(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v")
        past = action_edits("a1", "Ringer skolan", "p3", when="2026-11-03")
        await open_action_board(pilot, app, *past, *action_edits("a2", "Boka tid", "p3", when="så snart som möjligt"))
        lines = list_text(app)
        assert "⚑ tiden har redan varit" in lines
        assert "⚑ vilken dag är ”så snart som möjligt”?" in lines
        assert "2 åtgärder: 1 med oklar tid, 1 med en tid som har varit." in read_aloud(app)
        await pilot.press("f12")
        await pilot.pause()
        asked = screen_text(app)
        assert "Med oklar tid" in asked
        assert "Med en tid som redan har varit" in asked
        page = " ".join(" ".join([*summary(app.meeting), *open_lines(app.meeting)]).split())
        assert "Tiden har redan varit: Ringer skolan" in page
        assert "Oklart när: Boka tid" in page
        assert "! tiden har redan varit" in page
