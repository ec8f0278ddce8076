"""Stories of a chair who lets everybody be heard."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from sip_tui.app.app import SipApp
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.people.floor import current_speaker, speaking_queue
from sip_tui.screens.base import MeetingApp
from sip_tui.screens.floor.queue_panel import QueueLines
from sip_tui.screens.floor.screen import FloorScreen
from sip_tui.screens.floor.talk_panels import TalkBars, bar, bar_width, bars
from tests.helpers.app_harness import AppHarness, advance_clock, wait_until_saved
from tests.helpers.hostile_text import HOSTILE
from tests.helpers.list_screens import static_text


async def lead_the_floor(pilot: Pilot[int], app: SipApp, *, opened: bool = True) -> None:
    """Open the meeting, and go to the floor."""
    if opened:
        await pilot.press("v")
    app.push_screen(FloorScreen().data_bind(MeetingApp.meeting, MeetingApp.now, MeetingApp.saved))
    await pilot.pause()


def line(app: SipApp) -> list[str]:
    return [entry.who for entry in speaking_queue(app.meeting)]


def row(app: SipApp, who: str) -> str:
    return str(app.screen.query_one(TalkBars).get_option(who).prompt)


async def test_hands_go_up_and_each_gets_the_floor_in_turn(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await lead_the_floor(pilot, app)
        await pilot.press("comma", "down", "a", "down", "a", "down", "r")
        assert str(app.screen.query_one(QueueLines).border_title) == "Talarlista (4)"
        assert static_text(app, "QueueLines").splitlines() == [
            "1 Helena Sjöberg, svar direkt",
            "2 Åsa Lindgren",
            "3 Samir Haddad",
            "4 Maja, sist på listan",
        ]
        await pilot.press("space", "space")
        await wait_until_saved(pilot, app)
        assert current_speaker(app.meeting) == app.meeting.participant("p2")
        assert "väntar, nr 1, ○ inte än" in row(app, "p3")
    assert [entry.who for entry in speaking_queue(harness.on_disk())] == ["p3", "p1"]


async def test_a_long_queue_says_how_many_have_no_room(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await lead_the_floor(pilot, app)
        await pilot.press("a", "down", "a", "down", "a", "down", "a", "down", "a", "down", "a")
        await pilot.pause()
        lines = static_text(app, "QueueLines").splitlines()
        assert len(lines) == app.screen.query_one(QueueLines).content_size.height == 4
        assert lines[-1] == "… och 3 till"


async def test_each_speaker_has_a_role_below_where_there_is_room(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await lead_the_floor(pilot, app)
        assert row(app, "p3").split("\n")[1].strip() == "kurator · Elevhälsan, Almgymnasiet"
        assert len(row(app, "p1").split("\n")) == 1, "the person is the person: no empty line stands below the name"


async def test_a_digit_takes_somebody_out_of_turn_and_out_of_the_queue(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await lead_the_floor(pilot, app)
        await pilot.press("a", "down", "a", "2")
        assert line(app) == ["p1"]
        await pilot.press("z")
        assert line(app) == ["p1", "p2"]
        assert current_speaker(app.meeting) is None


async def test_x_takes_the_chosen_out_and_space_ends_the_turn(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await lead_the_floor(pilot, app)
        await pilot.press("a", "x", "3")
        assert line(app) == []
        await pilot.press("k")
        assert current_speaker(app.meeting) is None


async def test_person_line_says_whether_heard_and_how_long_ago(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await lead_the_floor(pilot, app)
        assert "Maja har inte haft ordet på mötet än." in static_text(app, "PersonHeardLine")
        await pilot.press("1")
        assert "Maja talar nu." in static_text(app, "PersonHeardLine")
        await pilot.press("2")
        await advance_clock(pilot, app, harness.clock, 4)
        assert "Maja hade ordet under ”Inledning” för 4 minuter sedan." in static_text(app, "PersonHeardLine")
        app.write([Edit("participants", "p1", "presence", "left")])
        assert "Maja är inte här. Vem säger det som är viktigt för Maja?" in static_text(app, "PersonHeardLine")


async def test_quietest_speaker_is_suggested_and_family_named(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await lead_the_floor(pilot, app)
        assert "Fråga Maja, som inte har sagt något under ”Inledning” än." in static_text(app, "Suggestion")
        assert "I familjen har Åsa Lindgren inte haft ordet i den här delen än." in static_text(app, "Suggestion")
        for digit in "1234567":
            await pilot.press(digit)
            await advance_clock(pilot, app, harness.clock, 2 if digit == "5" else 3)
        assert (
            static_text(app, "Suggestion")
            == "Alla utom de på talarlistan har haft ordet under ”Inledning”. Johan Ek har talat minst."
        )


async def test_bars_tell_time_turns_and_state_without_colour(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await lead_the_floor(pilot, app)
        await pilot.press("3")
        await advance_clock(pilot, app, harness.clock, 4)
        await pilot.press("2")
        await advance_clock(pilot, app, harness.clock, 2)
        assert abs(row(app, "p3").count("█") - 2 * row(app, "p2").count("█")) <= 1
        assert "4:00  67 %    1" in row(app, "p3")
        assert row(app, "p2").startswith("2 ▶ Åsa Lindgren")
        assert row(app, "p2").split("\n")[0].rstrip().endswith("talar")


async def test_an_interpreter_has_no_row_and_no_digit(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write([Edit("participants", "p2", "kind", "interpreter")])
        await lead_the_floor(pilot, app)
        await pilot.press("2")
        assert current_speaker(app.meeting) == app.meeting.participant("p3")
        assert app.screen.query_one(TalkBars).option_count == 6


async def test_queue_is_open_before_the_meeting(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(notifications=True) as pilot:
        await lead_the_floor(pilot, app, opened=False)
        await pilot.press("a", "space", "1")
        assert line(app) == ["p1"]
        assert current_speaker(app.meeting) is None
        assert [notice.message for notice in app._notifications] == ["Du kan ge ordet när mötet är öppnat."]
        assert static_text(app, "Suggestion") == "Du kan ge ordet när mötet är öppnat."


async def test_next_with_an_empty_queue_says_so_and_changes_nothing(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(notifications=True) as pilot:
        await lead_the_floor(pilot, app)
        await pilot.press("space")
        assert [notice.message for notice in app._notifications] == [
            "Ingen väntar på ordet. Tryck en siffra för att ge någon ordet direkt."
        ]
        assert app.meeting.turns == ()


async def test_a_click_on_a_name_gives_the_floor_to_that_one(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await lead_the_floor(pilot, app)
        await pilot.click(TalkBars, offset=(10, 3))
        assert current_speaker(app.meeting) is None, "the first click chooses"
        await pilot.click(TalkBars, offset=(10, 3))
        assert current_speaker(app.meeting) == app.meeting.participant("p4")


async def test_the_other_seat_s_hand_is_seen_and_the_cursor_stays(harness: AppHarness) -> None:
    chair, other = harness.app(), harness.app("secretary")
    async with chair.run_test() as pilot:
        await lead_the_floor(pilot, chair)
        await pilot.press("down", "down")
        other.session.write([Edit("queue", "p5", "who", "p5")])
        other.session.flush()
        await pilot.pause(0.15)
        assert "väntar, nr 1" in row(chair, "p5")
        assert chair.screen.query_one(TalkBars).row == "p3"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_hostile_names_stay_in_their_cells(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        await lead_the_floor(pilot, app)
        app.write([Edit("participants", f"h{n:02}", "name", name) for n, name in enumerate(HOSTILE)])
        app.write([Edit("person", "person", "called", HOSTILE[4])])
        for key in ("end", "a", "up", "r", "space", "asterisk", "enter", "3"):
            await pilot.press(key)
        await wait_until_saved(pilot, app)
        shown = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "\x1b" not in shown
    assert len(harness.on_disk().reactions) == 1


@pytest.mark.parametrize("width", [56, 78, 120, 200])
def test_every_row_is_as_wide_as_it_may_be(harness: AppHarness, width: int) -> None:
    meeting = harness.on_disk()
    widths = {text.cell_length for _row, text in bars(meeting, harness.clock(), width)}
    assert widths == {width}


@pytest.mark.parametrize("share", [0.0, 0.0001, 0.03, 0.5, 0.999, 1.0, 7.0, -1.0])
def test_bar_fills_its_cells_and_shows_any_speech(share: float) -> None:
    cells = bar_width(78)
    drawn = bar(share, cells)
    assert len(drawn) == cells >= 10
    assert (drawn[0] != "·") == (share > 0)
