"""Stories of the goal form: whose it is, which need it answers, how it shows, and that a subgoal is one everywhere."""

from __future__ import annotations

from dataclasses import replace

from textual.widgets import Static

from sip_tui.meeting.content.summary import SummaryTopic, build_summary
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Horizon, Kind
from sip_tui.meeting.model.meeting import Goal, Meeting, Participant
from sip_tui.minutes.render import minutes
from sip_tui.phrasing.spoken_summary import group_sentences
from sip_tui.screens.actions.rows import goal_question
from sip_tui.screens.board.pages import pages
from sip_tui.screens.forms.select_field import KeyboardSelect
from tests.helpers.app_harness import START, AppHarness, wait_until_saved
from tests.helpers.list_screens import fill_form, form_fields, go_to_row, list_text, open_action_board

SLEEP = "Släcka kl nio"


async def test_subgoal_of_the_form_is_one_everywhere(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_action_board(pilot, app)
        await pilot.press("m")
        await fill_form(pilot, app, text=SLEEP)
        app.screen.query_one("#field-parent", KeyboardSelect).value = "g1"
        await pilot.pause()
        await pilot.press("escape")
        await wait_until_saved(pilot, app)
        goal = app.meeting.goals[-1]
        assert (goal.parent, goal.horizon) == ("g1", Horizon.SHORT)
        assert f"Delmål: {SLEEP}" in list_text(app)
        assert_subgoal(app.meeting, SLEEP)


def assert_subgoal(meeting: Meeting, text: str) -> None:
    """A subgoal of that name is called one on the board, in what is read aloud and in every document."""
    board = "\n".join(str(page) for page in pages(meeting, 80, 60))
    above = board[: board.index(text)].upper()
    assert above.rindex("P Å   V Ä G E N") > above.rindex("M Å L")
    for audience in ("mail", "person", "full"):
        assert f"Delmål: {text}" in minutes(meeting, audience, now=START).text
    groups = [group for part in build_summary(meeting) for group in part.groups if group.topic is SummaryTopic.GOALS]
    assert any(f"Delmål: {text}" in sentence for group in groups for sentence in group_sentences(meeting, group))


async def test_vague_goal_gets_a_kind_question(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_action_board(pilot, app)
        await pilot.press("m")
        assert {"text", "by", "sign", "resources"} <= set(form_fields(app))
        await fill_form(pilot, app, text="Må bättre", sign="")
        feedback = app.screen.query_one("#form-feedback", Static)
        assert "Hur märker ni att ni är där?" in str(feedback.render())
        await fill_form(pilot, app, sign="Det känns bättre")
        assert "vad skulle ni se eller höra då?" in str(feedback.render())
        await fill_form(pilot, app, sign="Du sover hela natten")
        assert "?" not in str(feedback.render())


async def test_goal_says_whose_it_is_and_what_it_answers(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        cells = {"text": "Sova", "owner": "p1", "need": "b1", "sign": "Du sover till sex"}
        app.write(
            [Edit("needs", "b1", "text", "Lugn på kvällen"), *(Edit("goals", "g9", *cell) for cell in cells.items())]
        )
        await open_action_board(pilot, app)
        await go_to_row(pilot, app, "goals g9")
        shown = list_text(app)
        assert "Vems mål: Maja Lindgren" in shown
        assert "Det märks när: Du sover till sex" in shown
        text = minutes(app.meeting, "person", now=START).text
        assert "Det här behöver du: Lugn på kvällen" in text
        assert "Det märks när: Du sover till sex" in text
        mail = minutes(app.meeting, "mail", now=START).text
        assert "Lugn på kvällen" not in mail
        assert "Ditt eget mål" in mail


def test_goals_that_are_all_other_peoples_are_asked_about() -> None:
    people = (Participant(id="p1", name="Maja", kind=Kind.PERSON), Participant(id="p2", name="Eva"))
    goals = (Goal(id="g1", text="Sova"), Goal(id="g2", text="Orka", owner="p2"))
    meeting = Meeting(participants=people, goals=goals)
    assert goal_question(meeting, goals[0]) == "Vems mål är det? Tryck e för att skriva det."
    assert goal_question(meeting, goals[1]) == "Inget mål kommer från Maja än. Fråga vad Maja vill uppnå."
    own = replace(meeting, goals=(*goals, Goal(id="g3", text="Rida", owner="p1")))
    assert goal_question(own, goals[1]) == ""
