"""Stories of fast hands at the pad: no letter goes elsewhere, and one key does what took several."""

from __future__ import annotations

from sip_tui.app.palette import palette_entries, score
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.screens.dialogs import DialogScreen
from sip_tui.screens.notes.find_bar import FindBar
from sip_tui.screens.notes.hint_line import HintLine
from sip_tui.screens.notes.part_list import PartList
from sip_tui.screens.notes.screen import NotesScreen
from sip_tui.screens.notes.side_panel import other_seat_text
from tests.helpers.app_harness import AppHarness, screen_text, wait_until_saved
from tests.helpers.notes_screen import pad, type_in


async def test_tab_completes_a_name_and_loses_no_letter(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await type_in(pilot, app, "Vi frågar Sam")
        await pilot.press("tab")
        assert pad(app).text == "Vi frågar Samir"
        await pilot.press(*" och Had", "tab")
        assert pad(app).text == "Vi frågar Samir och Haddad"
        await pilot.press("space", "tab", "n", "u")
        assert pad(app).text == "Vi frågar Samir och Haddad nu"
        assert pad(app).has_focus
        await wait_until_saved(pilot, app)
    assert harness.on_disk().pad_text("opening", "secretary") == "Vi frågar Samir och Haddad nu"


async def test_time_of_day_is_put_in_by_one_key(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await pilot.press("ctrl+d", "a")
        assert pad(app).text == "13.00 a"
        await pilot.press("ctrl+d")
        assert pad(app).text == "13.00 a 13.00 "
        await pilot.press("ctrl+d", "enter", "ctrl+d")
        assert pad(app).text == "13.00 a 13.00 13.00 \n13.00 "


async def test_a_line_moves_to_the_next_part_with_its_row(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await type_in(pilot, app, "först\n#åtgärd Samir ringer skolan\nsist")
        await pilot.press("enter", "up", "up")
        [action] = app.meeting.actions
        before = app.meeting.pad_text(PHASES[1], "secretary")
        await pilot.press("alt+right")
        await wait_until_saved(pilot, app)
        assert app.meeting.pad_text("opening", "secretary").split() == ["först", "sist"]
        moved = app.meeting.pad_text(PHASES[1], "secretary")
        assert moved == f"{before.rstrip()}\n#åtgärd Samir ringer skolan\n".lstrip("\n")
        assert [row.what for row in app.meeting.actions] == [action.what]
    assert [row.what for row in harness.on_disk().actions] == ["Ringer skolan"]


async def test_raising_a_word_opens_no_form(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await type_in(pilot, app, "Vi talade om habilitering")
        await pilot.press("ctrl+t")
        assert isinstance(app.screen, NotesScreen)
        assert app.meeting.terms[-1].term == "habilitering"
        assert "Ordföranden ser det nu: ”habilitering”." in str(app.screen.query_one(HintLine).content)
        count = len(app.meeting.terms)
        await pilot.press("ctrl+t")
        assert len(app.meeting.terms) == count
        assert "”habilitering” står redan på listan." in str(app.screen.query_one(HintLine).content)


async def test_find_goes_on_through_all_pads(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await type_in(pilot, app, "buss ett")
        await pilot.press("ctrl+pageup")
        await pilot.pause()
        await type_in(pilot, app, "buss två")
        screen = app.screen
        assert isinstance(screen, NotesScreen)
        await pilot.press("ctrl+f", *"buss")
        await pilot.pause()
        assert screen.phase == PHASES[-1]
        await pilot.press("enter")
        await pilot.pause()
        assert (screen.phase, pad(app).selected_text) == ("opening", "buss")
        assert screen.query_one(FindBar).query_one("Input").has_focus
        await pilot.press("enter")
        await pilot.pause()
        assert screen.phase == PHASES[-1]


async def test_keys_of_the_search_are_shown_while_one_seeks(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await type_in(pilot, app, "buss")
        await pilot.press("ctrl+f", *"tåg")
        await pilot.pause()
        assert "inte här · Enter: sök överallt" in screen_text(app)
        assert screen_text(app).splitlines()[-1].strip().startswith("Enter Nästa  Esc Tillbaka  ")
        await pilot.press("enter")
        await pilot.pause()
        assert "finns ingenstans" in screen_text(app)
        await pilot.press("escape", "enter")
        assert pad(app).text == "buss\n"
        assert "Enter Nästa" not in screen_text(app)


async def test_the_other_secretary_can_be_read_beside(harness: AppHarness) -> None:
    first, second = harness.app("secretary"), harness.app("secretary-2")
    async with first.run_test() as pilot, second.run_test() as pilot2:
        await type_in(pilot, first, "från den första")
        await type_in(pilot2, second, "från den andra")
        await wait_until_saved(pilot, first)
        await wait_until_saved(pilot2, second)
    meeting = harness.on_disk()
    assert "från den andra" in other_seat_text(meeting, "opening", "secretary")
    assert "från den första" not in other_seat_text(meeting, "opening", "secretary")
    assert "från den första" in other_seat_text(meeting, "opening", "secretary-2")


async def test_cursors_line_and_all_parts_are_seen_in_a_small_terminal(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test(size=(100, 40)) as pilot:
        await type_in(pilot, app, "\n".join(map(str, range(30))))
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        await pilot.pause()
        assert 0 <= 29 - pad(app).scroll_offset.y < pad(app).size.height
        parts = app.screen.query_one(PartList)
        assert parts.virtual_size.height == len(PHASES) <= parts.size.height


async def test_f8_in_the_pads_stays_there(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await pilot.press("f8", "a")
        assert pad(app).text == "a"
        await pilot.press("alt+l")
        assert app.current_mode == "situation"
        await pilot.press("f8", "b")
        assert pad(app).text == "ab"


async def test_the_chair_goes_on_to_the_next_part_from_the_pad(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f8", "alt+v")
        assert app.meeting.events[-1].phase == PHASES[0]
        await pilot.press("v", "alt+v")
        await pilot.pause()
        assert isinstance(app.screen, DialogScreen), "what the part owes somebody is asked here too"
        assert app.meeting.pad_text(PHASES[0], "secretary") == "v"
        found = sorted(palette_entries(app, app.screen_stack[-2]), key=lambda entry: -score("nästa del", entry))
        assert (found[0].id, found[0].key) == ("pad.next_part", "Alt+V")


async def test_the_secretary_goes_on_to_no_part(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await pilot.press("alt+v")
        assert not app.meeting.events
        assert "alt+v" not in app.screen.active_bindings
