"""Stories of a long meeting: the end and the lunch are written as people say them, and the room is told in time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.widgets import Static

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.phrasing.parts import comings_and_goings, parts_of
from sip_tui.resources.meeting_types import part_names
from sip_tui.screens.forms.form_screen import FormScreen
from tests.helpers.app_harness import AppHarness, advance_clock, screen_text, wait_until
from tests.helpers.list_screens import fill_form, list_text
from tests.helpers.meetings import meeting


async def test_end_and_lunch_are_written_and_lunch_is_told(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("colon")
        await wait_until(pilot, lambda: isinstance(app.screen, FormScreen))
        await fill_form(pilot, app, ends="halv tre", lunch="klockan ett och tio")
        await fill_form(pilot, app, ends="16.00", lunch="13.30")
        assert "Mötet slutar 16.00." in str(app.screen.query_one("#form-feedback", Static).render())
        await pilot.press("escape")
        about = app.meeting.about
        assert about.ends is not None
        assert about.lunch is not None
        assert (about.ends.hour, about.lunch.minute, about.lunch_minutes) == (15, 30, 45)
        await pilot.press("v")
        await advance_clock(pilot, app, harness.clock, 31)
        assert "Det är dags för lunch, 45 min." in " ".join(screen_text(app).split())
        await pilot.press("f9")
        await pilot.pause()
        assert "Det är dags för lunch" not in " ".join(screen_text(app).split())


async def test_somebody_who_comes_for_a_part_is_shown_in_the_roll(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.write([Edit("participants", "p3", "comes", "13.30"), Edit("participants", "p3", "leaves", "14.15")])
        await pilot.press("f3")
        assert "kommer 13.30" in list_text(app)
        assert "går 14.15" in list_text(app)


async def test_somebody_who_is_here_for_parts_is_shown_in_the_roll(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.write(
            [Edit("participants", "p4", "parts", "Behov och 4"), Edit("participants", "p3", "parts", "inledning")]
        )
        await pilot.press("f3")
        assert "med under Behov och Sammanfattning" in list_text(app)


@pytest.mark.parametrize(
    ("typed", "phases"),
    [
        ("", ()),
        ("hela", ()),
        ("behov", ("needs",)),
        ("Behoven och avslutningen", ("needs", "closing")),
        ("3, 5", ("needs", "closing")),
        ("lägesbilden situation", ("situation",)),
        ("needs", ("needs",)),
    ],
)
def test_parts_are_read_by_name_or_number(typed: str, phases: tuple[str, ...]) -> None:
    assert parts_of(Participant(id="p", parts=typed), part_names(Meeting())) == phases


def test_who_comes_and_goes_is_said_at_the_change() -> None:
    told = replace(
        meeting(),
        participants=(
            Participant(id="p3", name="Samir", parts="inledning, situation"),
            Participant(id="p4", name="Eva", parts="behov"),
            Participant(id="p5", name="Bo"),
        ),
    )
    assert (
        comings_and_goings(told, "situation", "needs")
        == "Nu ska Eva vara med: säg välkommen. Samir kan gå nu: säg tack."
    )
    assert comings_and_goings(told, "needs", "summary") == "Eva kan gå nu: säg tack."
    assert comings_and_goings(told, "", "opening") == "Nu ska Samir vara med: säg välkommen."
