"""Stories of a board that everybody in the room reads."""

from __future__ import annotations

import pytest
from textual.widgets import Digits

from sip_tui.i18n import translation
from sip_tui.meeting.content.plan import add_action
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.people.floor import give_floor
from sip_tui.meeting.time import agenda
from sip_tui.screens.board.type_size import draw
from sip_tui.screens.roll_call.screen import RollCallScreen
from sip_tui.widgets.header import MeetingHeader
from sip_tui.widgets.key_bar import KeyBar
from sip_tui.widgets.nav import Nav
from tests.helpers.app_harness import AppHarness, advance_clock, go_to_mode, screen_text
from tests.helpers.board_screen import one_goal, ordinary
from tests.helpers.hostile_text import HOSTILE, hostile_meeting_info, hostile_rows
from tests.helpers.list_screens import SIZES, static_text

NOT_BROKEN = "\u00a0"
"""A space at which no line is broken."""


@pytest.mark.parametrize("size", SIZES)
async def test_board_shows_phase_time_and_who_does_what(harness: AppHarness, size: tuple[int, int]) -> None:
    translation.set_language("en")
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        app.write(one_goal(harness))
        app.write(agenda.open_meeting(app.meeting, app.session.edit_context()))
        app.write(
            add_action(app.meeting, app.session.edit_context(), what="Möta dig", who="p3", when="fredag", goal="g2")
        )
        await go_to_mode(pilot, app, "board")
        await ordinary(pilot)
        text = screen_text(app)
        assert "O P E N I N G" in text
        assert "About 6 min left. The meeting ends about 14:00." in text
        assert app.screen.query_one(Digits).value == "13:00"
        assert "Du är i skolan tre förmiddagar i veckan" in text
        assert "› Möta dig" in text
        assert "Samir Haddad · fredag" in text


@pytest.mark.parametrize("size", SIZES)
async def test_the_board_says_why_they_meet_and_who_leads(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        await go_to_mode(pilot, app, "board")
        assert "En plan för hur du kan" in screen_text(app)
        assert "Helena Sjöberg" in screen_text(app)
        app.write([Edit("about", "meeting", "purpose", "[b]att[/x]"), Edit("about", "meeting", "chair", "[/b]Eva")])
        await pilot.pause()
        assert "[b]att[/x]" in screen_text(app)
        assert "[/b]Eva" in screen_text(app)


async def test_what_somebody_writes_is_on_the_board_at_once(harness: AppHarness) -> None:
    app, secretary = harness.app(), harness.app("secretary")
    async with app.run_test() as pilot:
        app.write(one_goal(harness))
        await go_to_mode(pilot, app, "board")
        secretary.session.poll()
        moment = secretary.session.edit_context()
        secretary.session.write(add_action(secretary.session.meeting, moment, what="Ringa skolan", who="p3", goal="g2"))
        secretary.session.flush()
        await pilot.pause(0.15)
        assert "Ringa skolan" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_private_and_no_keys_are_on_the_board(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        app.write(agenda.open_meeting(app.meeting, app.session.edit_context()))
        app.write(give_floor(app.meeting, "p2", "opening", app.session.edit_context()))
        app.write((Edit("ideas", "i1", "text", "Byta skola"), Edit("reactions", "r1", "mark", "gråter")))
        await go_to_mode(pilot, app, "board")
        await ordinary(pilot)
        for _ in range(6):
            await advance_clock(pilot, app, harness.clock, 1 / 3)
            text = screen_text(app)
            for private in ("Byta skola", "gråter", "Åsa", "BUP-", "Förberett", "written", "Sparat", "F1", "F2"):
                assert private not in text
        assert not app.screen.query(Nav)
        assert not app.screen.query(KeyBar)
        assert not app.screen.query(MeetingHeader)


async def test_the_pages_turn_with_the_clock_and_not_with_the_ticks(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_to_mode(pilot, app, "board")
        first = screen_text(app)
        for _ in range(30):
            app.tick()
        await pilot.pause()
        assert screen_text(app) == first
        seen = {first}
        for _ in range(6):
            await advance_clock(pilot, app, harness.clock, 1 / 3)
            seen.add("\n".join(screen_text(app).splitlines()[5:]))
        text = "".join(seen)
        assert all(need.text[:30] in text for need in app.meeting.needs)
        assert all(goal.text[:30] in text for goal in app.meeting.goals)


async def test_before_during_the_break_and_after(harness: AppHarness) -> None:
    translation.set_language("en")
    app = harness.app()
    async with app.run_test() as pilot:
        await go_to_mode(pilot, app, "board")
        assert "W E L C O M E" in screen_text(app)
        assert "We will begin at 13:00." in screen_text(app)
        app.write(agenda.open_meeting(app.meeting, app.session.edit_context()))
        app.write(agenda.start_break(app.session.edit_context()))
        await pilot.pause()
        assert "B R E A K" in screen_text(app)
        app.write(
            (*agenda.resume(app.session.edit_context()), Edit("about", "meeting", "follow_up", "2027-01-29T13:00"))
        )
        app.write(agenda.close_meeting(app.session.edit_context()))
        await pilot.pause()
        assert "T H A N K   Y O U" in screen_text(app)
        assert "Our next meeting: Friday 29 January 2027 at 13:00." in screen_text(app)


async def test_a_part_that_takes_longer_hurries_nobody(harness: AppHarness) -> None:
    translation.set_language("en")
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(agenda.open_meeting(app.meeting, app.session.edit_context()))
        await go_to_mode(pilot, app, "board")
        await advance_clock(pilot, app, harness.clock, 20)
        assert "over" not in screen_text(app)
        assert "The meeting ends about 14:00." in screen_text(app)
        await advance_clock(pilot, app, harness.clock, 60)
        assert "The meeting ends" not in screen_text(app)


@pytest.mark.parametrize("seat", ["chair", "secretary"])
async def test_escape_leads_from_the_board_to_where_one_came_from(harness: AppHarness, seat: str) -> None:
    app = harness.app(seat)
    async with app.run_test() as pilot:
        for mode in ("roll_call", "situation"):
            await app.run_action(f"app.go('{mode}')")
            await app.run_action("app.go('board')")
            await pilot.press("escape")
            assert app.current_mode == mode
        await pilot.press("escape")
        assert app.current_mode == "roll_call"


async def test_the_chairs_own_board_is_a_key_away_from_every_room(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_to_mode(pilot, app, "board")
        await pilot.press("f3")
        await pilot.pause()
        assert isinstance(app.screen, RollCallScreen)


async def test_board_shows_what_was_agreed_in_another_mode(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(one_goal(harness))
        await go_to_mode(pilot, app, "board")
        await pilot.press("f3")
        app.write(add_action(app.meeting, app.session.edit_context(), what="Ringa skolan", goal="g2"))
        await pilot.pause()
        await go_to_mode(pilot, app, "board")
        assert "Ringa skolan" in screen_text(app)


async def test_hostile_texts_are_only_texts(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.write([edit for number, text in enumerate(HOSTILE) for edit in hostile_rows(text, number)])
        app.write([*hostile_meeting_info("[/b]\x1b[31m"), Edit("about", "meeting", "follow_up", "[/]\x1b[2J")])
        await go_to_mode(pilot, app, "board")
        await ordinary(pilot)
        seen = ""
        for _ in range(20):
            await advance_clock(pilot, app, harness.clock, 1 / 3)
            seen += screen_text(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        seen += screen_text(app)
        assert "\x1b" not in seen
        assert "\u202e" not in seen
        for text in ("[b]Anna[/b]", "[[användarnamn]=app.quit]x[/]", "Eva Lind", "▫[31mBo▫[0m", "{0}{person}%s"):
            assert text in seen


async def test_board_letters_are_large_where_there_is_room(
    harness: AppHarness,
) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.write(one_goal(harness))
        await go_to_mode(pilot, app, "board")
        assert all(row.strip() in screen_text(app) for row in draw("Välkommen"))
        await ordinary(pilot)
        assert "V Ä L K O M M E N" in screen_text(app)
        await pilot.press("w")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "V Ä L K O M M E N" in screen_text(app), "a small terminal has no room for them"


async def test_somebody_who_wants_to_see_another_page_turns_to_it(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_to_mode(pilot, app, "board")
        first = screen_text(app)
        await pilot.press("right")
        await pilot.pause()
        assert screen_text(app) != first
        await pilot.press("left")
        await pilot.pause()
        assert screen_text(app) == first


async def test_large_letters_hold_whatever_people_write(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.write([edit for number, text in enumerate(HOSTILE) for edit in hostile_rows(text, number)])
        await go_to_mode(pilot, app, "board")
        for _ in range(12):
            await advance_clock(pilot, app, harness.clock, 1 / 3)
            assert "\x1b" not in screen_text(app)
        assert app.is_running


@pytest.mark.parametrize(("size", "behind"), [((80, 24), "Inledning"), ((120, 24), "✓ Inledning")])
async def test_parts_behind_have_a_mark_where_there_is_room(
    harness: AppHarness, size: tuple[int, int], behind: str
) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        app.write(agenda.open_meeting(app.meeting, app.session.edit_context()))
        app.write(agenda.enter_phase(app.meeting, "needs", app.session.edit_context()))
        await go_to_mode(pilot, app, "board")
        assert static_text(app, "BoardPhaseBar").startswith(f"{behind.replace(' ', NOT_BROKEN)} · ")
        assert f"▶{NOT_BROKEN}Behov{NOT_BROKEN}◀ · Sammanfattning" in static_text(app, "BoardPhaseBar")
        assert app.screen.query_one("BoardPhaseBar").region.height == 1, "no line below it is empty"


async def test_long_purpose_is_cut_with_a_sign_and_parts_are_marked(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        app.write([Edit("about", "meeting", "purpose", "En plan för hur du kan komma tillbaka till skolan. " * 4)])
        app.write(agenda.open_meeting(app.meeting, app.session.edit_context()))
        app.write(agenda.enter_phase(app.meeting, "needs", app.session.edit_context()))
        await go_to_mode(pilot, app, "board")
        lines = static_text(app, "BoardPurpose").splitlines()
        assert len(lines) == 2
        assert lines[1].endswith("…")
        assert static_text(app, "BoardPhaseBar").startswith(f"✓{NOT_BROKEN}Inledning · ")


async def test_the_chairs_own_board_goes_on_unless_something_is_asked(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await go_to_mode(pilot, app, "board")
        await pilot.press("v")
        assert app.meeting.events[-1].phase == "opening"
        await pilot.press("v")
        await pilot.pause()
        assert app.meeting.events[-1].phase == "opening"
        assert [notice.message for notice in app._notifications] == ["Först kommer en fråga. Tryck Esc och sedan v."]
        everybody = [who.id for who in app.meeting.participants]
        app.write([Edit("participants", row, "presence", "missing") for row in everybody])
        await pilot.press("v")
        await pilot.pause()
        assert app.meeting.events[-1].phase == "situation"


async def test_a_board_on_the_wall_goes_on_to_no_part(harness: AppHarness) -> None:
    app = harness.app("board")
    async with app.run_test() as pilot:
        await pilot.press("v")
        assert not app.meeting.events


async def test_a_break_says_when_it_is_over(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v")
        await advance_clock(pilot, app, harness.clock, 3)
        await pilot.press("f9")
        await pilot.pause()
        assert "Tavlan säger: åter 13.15." in screen_text(app)
        await go_to_mode(pilot, app, "board")
        assert "Vi fortsätter ungefär 13.15." in screen_text(app)
        await advance_clock(pilot, app, harness.clock, 13)
        assert "Vi fortsätter strax." in screen_text(app)
