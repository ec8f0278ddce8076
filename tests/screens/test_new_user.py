"""What stopped somebody who led a first meeting at 80×24 after reading one page, one story for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from sip_tui.app.palette import palette_entries, score
from sip_tui.meeting.content.plan import delete_row
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.people.attendance import set_presence
from sip_tui.meeting.time.agenda import close_meeting, enter_phase, open_meeting
from sip_tui.screens.forms.select_field import PassingSelect
from sip_tui.store import Archive
from tests.helpers.app_harness import AppHarness, advance_clock, go_to_mode, screen_text, wait_until
from tests.helpers.list_screens import key_bar, read_aloud, static_text
from tests.helpers.preparing import preparing

SIZE = (80, 24)


async def test_key_of_the_next_part_says_how_the_meeting_is_closed(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        app.write(enter_phase(app.meeting, "closing", app.session.edit_context()))
        for mode in ("time", "roll_call", "floor", "actions", "wrap_up"):
            await go_to_mode(pilot, app, mode)
            assert "Nästa del" not in key_bar(app)
            await pilot.press("v")
            await pilot.pause()
            assert "Det här är sista delen. Tryck F12 för att avsluta mötet." in screen_text(app)
        assert app.screen.timing.phase == "closing"  # type: ignore[attr-defined]


async def test_the_sum_of_the_parts_says_whether_it_is_a_guess(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=SIZE) as pilot:
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        await advance_clock(pilot, app, harness.clock, 2)
        assert "Totalt" in static_text(app, "PhaseList")
        app.write(enter_phase(app.meeting, "summary", app.session.edit_context()))
        await pilot.pause()
        assert "Blir totalt" in static_text(app, "PhaseList")
        app.write(close_meeting(app.session.edit_context()))
        await pilot.pause()
        assert static_text(app, "PhaseList").split("\n")[-1].split()[:3] == ["Totalt", "2", "av"]


async def test_where_there_is_no_goal_the_key_for_one_is_told(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=SIZE) as pilot:
        app.write([edit for goal in app.meeting.goals for edit in delete_row("goals", goal.id)])
        app.write([Edit("actions", "a1", "what", "Ringa")])
        await go_to_mode(pilot, app, "actions")
        assert "Inget mål än. Tryck m för att skriva vad Maja vill nå." in read_aloud(app)
        assert "m Nytt mål" in key_bar(app)
        app.write([Edit("goals", "g9", "text", "Läsa")])
        await pilot.pause()
        assert "Inget mål än" not in read_aloud(app)


async def test_the_header_says_that_the_person_has_left(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=SIZE) as pilot:
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        person = app.meeting.person_participant
        assert person
        app.write(set_presence(app.meeting, person.id, Presence.LEFT, app.session.edit_context()))
        await pilot.pause()
        assert "⚑ Maja är inte här" in screen_text(app)
        assert "har inte haft ordet i den här delen" not in screen_text(app)


async def test_the_roll_call_offers_that_somebody_who_is_here_leaves(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=SIZE) as pilot:
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        await go_to_mode(pilot, app, "roll_call")
        assert key_bar(app).startswith("h Här")
        await pilot.press("h", "up")
        await pilot.pause()
        assert key_bar(app).startswith("g Har gått")
        assert "h Här" not in key_bar(app)


@pytest.mark.parametrize("words", ["lämnar", "gick", "ut ur rummet"])
async def test_the_palette_finds_the_key_for_somebody_who_leaves(harness: AppHarness, words: str) -> None:
    app = harness.app()
    async with app.run_test(size=SIZE) as pilot:
        await go_to_mode(pilot, app, "roll_call")
        assert max(palette_entries(app, app.screen), key=lambda entry: score(words, entry)).id == "roll.left"


async def test_the_palette_leads_from_the_first_screen_to_a_goal(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=SIZE) as pilot:
        await go_to_mode(pilot, app, "time")
        best = max(palette_entries(app, app.screen), key=lambda entry: score("mål", entry))
        assert (best.name, best.key) == ("Nytt mål", "F5 m")
        await pilot.press("ctrl+p", *"mål")
        await wait_until(pilot, lambda: "F5 m" in screen_text(app))
        await pilot.press("enter")
        await wait_until(pilot, lambda: "━ Nytt mål ━" in screen_text(app))
        assert app.current_mode == "actions"


async def test_the_first_form_says_which_key_opens_a_list(tmp_path: Path) -> None:
    app = preparing(Archive(tmp_path / "archive"))
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: bool(app.screen.query(PassingSelect)))
        app.screen.query_one("#field-child").focus()
        await pilot.pause()
        assert "Enter Nästa fält" in screen_text(app)
        assert "↓ Öppna listan" in screen_text(app)


async def test_who_has_left_is_not_said_to_have_the_floor(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=SIZE) as pilot:
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        await go_to_mode(pilot, app, "time")
        await pilot.press("3")
        await go_to_mode(pilot, app, "roll_call")
        assert "Ordet: Samir Haddad" in screen_text(app)
        await pilot.press("3", "g")
        await pilot.pause()
        assert "Ordet: –" in screen_text(app)
        await pilot.press("z")
        await pilot.pause()
        assert "Ordet: Samir Haddad" in screen_text(app)


async def test_no_word_to_fill_in_stands_behind_a_name(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=SIZE) as pilot:
        app.write([Edit("participants", "p9", "name", "Mona"), Edit("participants", "p9", "kind", "actor")])
        for mode in ("roll_call", "prepare", "situation", "wrap_up"):
            await go_to_mode(pilot, app, mode)
            lines = "\n".join(str(option.prompt) for option in app.screen.row_list.options)  # type: ignore[attr-defined]
            assert "Mona" in lines
            assert not any("verksamhet" in line for line in lines.split("\n") if "Mona" in line)


async def test_form_of_a_participant_says_what_a_family_contact_is(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_mode(pilot, app, "roll_call")
        await pilot.press("a")
        await pilot.pause()
        assert "till exempel en gång i" in screen_text(app)
