"""Stories of a chair who has the twenty tools, a script and questions at hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sip_tui.app.app import SipApp
from sip_tui.i18n import translation
from sip_tui.meeting.content.plan import add_action
from sip_tui.meeting.guidance.checklist import DUTIES, checklist_progress, is_done, ticked_at
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Consent
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.consent import set_plan_consent
from sip_tui.meeting.people.floor import current_speaker
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.resources.guidance import does_without_plan
from sip_tui.resources.meeting_types import type_of
from sip_tui.resources.scripts import chair_guide
from sip_tui.screens.script.rows import always_lines, duty_line, step_lines
from sip_tui.screens.time.guidance_card import card
from sip_tui.widgets.row_list import BAR, RowList
from tests.helpers.app_harness import AppHarness, go_to_mode, screen_text, wait_until, wait_until_saved
from tests.helpers.hostile_text import ALL_HOSTILE
from tests.helpers.list_screens import static_text
from tests.helpers.meeting_fixture import MeetingFixture

SIZES = [(80, 24), (120, 40)]


def rows(app: SipApp, name: str) -> RowList:
    return app.screen.query_one(f"#{name}-list", RowList)


def lines(app: SipApp, name: str) -> str:
    """All that stands in a list, also what is scrolled away."""
    return "\n".join(str(option.prompt) for option in rows(app, name).options)


async def test_space_ticks_goes_on_and_is_on_the_disk(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_to_mode(pilot, app, "script")
        harness.clock.advance(4)
        await pilot.press("k", "enter")
        await wait_until_saved(pilot, app)
        assert "✓ 13.04  1 Berätta vad du gör som ordförande" in screen_text(app)
        assert rows(app, "checklist").row == "presentation"
        await pilot.press("up", "k")
        await wait_until_saved(pilot, app)
    meeting = harness.on_disk()
    assert ticked_at(meeting, "role") == harness.clock()
    assert not is_done(meeting, "why")


async def test_what_the_meeting_shows_is_ticked_without_the_chair(harness: AppHarness) -> None:
    app, secretary = harness.app(), harness.app("secretary")
    async with app.run_test() as pilot:
        await go_to_mode(pilot, app, "script")
        before, _all = checklist_progress(app.meeting)
        secretary.session.write((Edit("about", "meeting", "follow_up", "2027-01-29T13:00"),))
        secretary.session.flush()
        await wait_until(pilot, lambda: checklist_progress(app.meeting)[0] == before + 1)
        assert checklist_progress(app.meeting) == (before + 1, 20)
        assert f"{before + 1} " in static_text(app, "#script-tabs")
        rows(app, "checklist").go_to("follow_up")
        await pilot.press("k")
        assert ticked_at(app.meeting, "follow_up") is None, "there is nothing to tick by hand"
        assert "fredag 29 januari 2027 kl. 13.00" not in static_text(app, "#duty-line"), "the cursor has gone on"
        rows(app, "checklist").go_to("follow_up")
        await pilot.pause()
        assert "fredag 29 januari 2027 kl. 13.00" in static_text(app, "#duty-line")


async def test_undo_takes_the_tick_back(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_to_mode(pilot, app, "script")
        await pilot.press("k", "z")
        assert not is_done(app.meeting, "role")


@pytest.mark.parametrize("size", SIZES)
async def test_the_two_that_always_hold_are_always_there(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        await go_to_mode(pilot, app, "script")
        for key in ("left", "left", "left", "end"):
            await pilot.press(key)
            kind = type_of(app.meeting)
        assert kind is not None
        assert all(duty in screen_text(app) for duty in (kind.always, chair_guide().always[1]))


async def test_the_age_of_the_guidance_is_shown(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_to_mode(pilot, app, "script")
        assert "Råden här bygger på material från 2021-04-09 till 2021-11-29." in screen_text(app)


async def test_every_script_opens_the_talk_with_what_matters_most(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write((Edit("participants", "p1", "presence", "missing"),))
        await go_to_mode(pilot, app, "script")
        await pilot.press("right", "v", "v")
        assert timing_at(app.meeting, harness.clock()).phase == "situation"
        for script in chair_guide().scripts:
            assert script.name in static_text(app, "#script-tabs")
            assert rows(app, "script").row.startswith("step")
            assert "Vad är viktigast för dig?" in screen_text(app)
            await pilot.press("w")


async def test_chosen_script_is_kept_for_every_seat(harness: AppHarness) -> None:
    second = chair_guide().scripts[1]
    app, other = harness.app(), harness.app("secretary")
    async with app.run_test() as pilot, other.run_test() as pilot2:
        await go_to_mode(pilot, app, "script")
        await go_to_mode(pilot2, other, "script")
        await pilot.press("w")
        await wait_until_saved(pilot, app)
        await pilot2.pause(0.15)
        assert second.name in static_text(other, "#script-tabs")
    again = harness.app()
    async with again.run_test() as pilot:
        await go_to_mode(pilot, again, "script")
        assert second.name in static_text(again, "#script-tabs")


async def test_another_script_can_be_taken_back(harness: AppHarness) -> None:
    first = chair_guide().scripts[0]
    app = harness.app()
    async with app.run_test() as pilot:
        await go_to_mode(pilot, app, "script")
        await pilot.press("w", "z")
        assert first.name in static_text(app, "#script-tabs")
        assert app.meeting.about.script == ""


async def test_the_lines_hold_the_meetings_own_names(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.write((Edit("about", "meeting", "secretary", "p3"),))
        await go_to_mode(pilot, app, "script")
        text = screen_text(app)
        assert "Välkommen, Maja," in text
        assert "Jag heter Helena Sjöberg och leder mötet. Samir Haddad skriver. Vi har 60 minuter." in lines(
            app, "script"
        )
        assert "{" not in text


async def test_saying_a_line_of_the_script_does_its_duty(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_to_mode(pilot, app, "script")
        await pilot.press("tab", "k", "k")
        assert ticked_at(app.meeting, "presentation") == harness.clock()
        assert checklist_progress(app.meeting)[0] == 1 + sum(
            is_done(app.meeting, key) for key in DUTIES if key != "presentation"
        )
        assert rows(app, "script").row == "why"


async def test_a_new_part_of_the_meeting_is_read_from_its_first_line(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write((Edit("participants", "p1", "presence", "missing"),))
        await go_to_mode(pilot, app, "script")
        await pilot.press("right", "v", "end")
        assert rows(app, "script").highlighted == 5
        await pilot.press("v")
        assert rows(app, "script").highlighted == 0
        assert rows(app, "cards").row == "card story 1"


async def test_the_cards_ask_about_the_goal_and_action_at_hand(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write((Edit("participants", "p1", "presence", "missing"),))
        app.write(add_action(app.meeting, app.session.edit_context(), what="Möta dig i entrén", goal="g2"))
        await go_to_mode(pilot, app, "script")
        await pilot.press("v", "v", "v", "left")
        before = checklist_progress(app.meeting)
        text = " ".join(screen_text(app).replace(BAR, " ").split())
        assert "Vi har skrivit ”Möta dig i entrén”. Hjälper det dig att nå målet ”Du är i skolan" in text
        await pilot.press("enter")
        assert ticked_at(app.meeting, "card planning 1") == harness.clock(), (
            "the cursor stands on a card, not a heading"
        )
        assert checklist_progress(app.meeting) == before, "a question is no duty"


async def test_one_list_when_narrow_and_three_when_wide(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_mode(pilot, app, "script")
        assert [rows(app, pane).is_on_screen for pane in ("checklist", "script", "cards")] == [True, False, False]
        await pilot.press("right")
        assert rows(app, "script").has_focus
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert [rows(app, pane).is_on_screen for pane in ("checklist", "script", "cards")] == [True, True, True]
        await pilot.click("#cards-list", offset=(4, 3))
        assert rows(app, "cards").has_focus
        await pilot.press("left")
        assert rows(app, "script").has_focus


async def test_only_the_list_with_the_keys_shows_its_lit_row(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_mode(pilot, app, "script")
        lists = [rows(app, pane) for pane in ("checklist", "script", "cards")]
        lit = [one.get_visual_style("option-list--option-highlighted").background for one in lists]
        plain = [one.get_visual_style("option-list--option").background for one in lists]
        assert [colour != ground for colour, ground in zip(lit, plain, strict=True)] == [True, False, False]
        assert str(app.screen.query_one("#checklist").border_title) == "Checklista 2 av 20"


async def test_all_twenty_are_seen_at_once_on_a_large_screen(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_mode(pilot, app, "script")
        text = screen_text(app)
        assert all(f"{number:2} {duty.label}" in text for number, duty in enumerate(chair_guide().duties, 1))


async def test_hidden_script_is_drawn_on_return(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write((Edit("participants", "p1", "presence", "missing"),))
        await go_to_mode(pilot, app, "script")
        await pilot.press("f2", "v", "v", "v")
        await go_to_mode(pilot, app, "script")
        assert "Behov" in static_text(app, "#script-tabs")
        assert "Vart vill du komma, Maja," in lines(app, "script")


async def test_digits_still_give_the_floor(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_to_mode(pilot, app, "script")
        await pilot.press("v", "1")
        speaker = current_speaker(app.meeting)
        assert speaker is not None
        assert speaker.name == "Maja Lindgren"


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_texts_are_only_texts(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        app.write((Edit("participants", "p1", "presence", "missing"),))
        await go_to_mode(pilot, app, "script")
        await pilot.press("v", "v", "v", "left")
        text = ALL_HOSTILE
        named = [Edit("about", "meeting", field, text) for field in ("purpose", "chair", "secretary", "follow_up")]
        plan = [Edit("goals", "g1", "text", text), Edit("actions", "a1", "what", text)]
        app.write([*named, *plan, Edit("person", "person", "called", text)])
        await pilot.pause()
        assert "\x1b" not in screen_text(app)
        app.write((Edit("actions", "a1", "what", "[/b]"),))
        await pilot.pause()
        assert "”[/b]”" in screen_text(app)


def test_after_a_no_nothing_to_say_or_ask_is_about_a_plan() -> None:
    translation.set_language("sv")
    fixture = MeetingFixture()
    fixture.write(set_plan_consent(fixture.meeting, "p1", Consent.NONE, "2026-11-27"))
    for child in (False, True):
        fixture.write((Edit("person", "person", "child", child),))
        assert [text for text in all_that_is_said(fixture.meeting) if not does_without_plan(text)] == []


def all_that_is_said(meeting: Meeting) -> Iterator[str]:
    """Every card, every step of every script, every duty and what the chair answers for."""
    for phase in PHASES:
        yield str(card(meeting, phase))
        yield from (str(line) for script in chair_guide().scripts for _key, line in step_lines(meeting, script, phase))
    yield from (f"{duty.label} {duty_line(meeting, duty)}" for duty in chair_guide().duties)
    yield from map(str, always_lines(meeting))
