"""Stories of a plan over several meetings: one line for each goal and action."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sip_tui.meeting.content.history import State, history_of
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Answer, Status
from sip_tui.meeting.model.meeting import Action, Goal, Meeting, MeetingInfo
from sip_tui.phrasing.history import meaning
from sip_tui.screens.after.history import HistoryScreen, history_text
from sip_tui.session.chain import chain_of
from sip_tui.session.follow_up import create_follow_up
from tests.helpers.app_harness import ID, AppHarness, wait_until
from tests.helpers.list_screens import static_text
from tests.helpers.meetings import START, held
from tests.helpers.plan_chain import end, plan
from tests.helpers.plan_chain import held as opened

GOAL = Goal(id="g1", text="Sova")
DOCTOR = Action(id="a1", what="Ringa läkaren", goal="g1")
WALK = Action(id="a2", what="Gå ut", goal="g1")


def chain() -> list[Meeting]:
    """Three meetings: the walk goes on, the doctor is rung, and at last the goal is reached."""
    first = Meeting(about=MeetingInfo(id="meeting", start=START), goals=(GOAL,), actions=(DOCTOR, WALK), events=held())
    second = replace(first, actions=(replace(DOCTOR, status=Status.DONE), replace(WALK, status=Status.CHANGED)))
    third = replace(
        first,
        goals=(replace(GOAL, reached=Answer.YES),),
        actions=(replace(WALK, status=Status.NOT_DONE), Action(id="a3", what="Sluta")),
    )
    return [first, second, third]


@pytest.mark.parametrize("state", list(State))
def test_a_goal_and_an_action_have_their_own_words(state: State) -> None:
    said = {meaning(table, state) for table in ("goals", "actions")}
    own = {State.BEGUN, State.GOING_ON, State.CHANGED, State.REACHED, State.STOPPED}
    assert len(said) == (2 if state in own else 1)


def test_history_knows_when_each_began_and_ended() -> None:
    history = history_of(chain())
    assert history.days == ("2026-11-27",) * 3
    lanes = {lane.text: [(point.meeting, point.state) for point in lane.points] for lane in history.lanes}
    assert list(lanes) == ["Sova", "Ringa läkaren", "Gå ut", "Sluta"]
    assert lanes["Sova"] == [(0, State.BEGUN), (1, State.GOING_ON), (2, State.REACHED)]
    assert lanes["Ringa läkaren"] == [(0, State.BEGUN), (1, State.REACHED)]
    assert lanes["Gå ut"] == [(0, State.BEGUN), (1, State.CHANGED), (2, State.NOT_DONE)]
    assert lanes["Sluta"] == [(2, State.BEGUN)]


def test_planned_follow_up_is_a_column_without_signs() -> None:
    planned = replace(chain()[0], events=())
    history = history_of([*chain()[:1], planned])
    assert [point.meeting for point in history.lanes[0].points] == [0]


def test_time_line_ends_where_something_ended() -> None:
    lines = str(history_text(chain(), 80)).splitlines()
    doctor = next(line for line in lines if "Ringa läkaren" in line)
    assert doctor.rstrip().endswith("○──────────✓")
    walk = next(line for line in lines if "Gå ut" in line)
    assert walk.rstrip().endswith("◇──────────×")
    assert all(len(line) <= 80 for line in lines)


def test_long_chain_shows_its_latest_meetings() -> None:
    meetings = [chain()[0]] * 12
    lines = str(history_text(meetings, 80)).splitlines()
    assert "tidigare möten: 7" in lines[0]
    assert all(len(line) <= 80 for line in lines)


async def test_chain_is_drawn_from_the_archive_and_survives_a_removal(harness: AppHarness) -> None:
    end(opened(harness, ID, *plan("a1", "Ringa skolan"), Edit("actions", "a1", "status", "ongoing")))
    second = opened(harness, create_follow_up(harness.archive, ID, harness.clock))
    second.write([Edit("actions", "a1", "status", "done"), Edit("actions", "a1", "reviewed", True)])
    end(second)
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("semicolon")
        await wait_until(pilot, lambda: isinstance(app.screen, HistoryScreen))
        await wait_until(pilot, lambda: "●──────────✓" in static_text(app, "#history-lines"))
        # Only signs that are drawn are explained, and none is parted from its words.
        signs = static_text(app, "#history-legend").split("  ")
        assert [sign.replace("\N{NO-BREAK SPACE}", " ") for sign in signs][1:3] == [
            "● fortsätter",
            "✓ klart eller nått",
        ]
        assert not any(" " in sign or sign.startswith("×") for sign in signs)
        await pilot.press("escape")
    app.session.folder.leave()
    links = chain_of(harness.archive, second.folder.id)
    assert [link.id for link in links] == [ID, second.folder.id]
    harness.archive.open(ID).purge()
    links = chain_of(harness.archive, second.folder.id)
    assert [(link.id, link.meeting is None) for link in links] == [(ID, True), (second.folder.id, False)]
