"""Stories of lines that become rows, and of the hints about them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input

from sip_tui.app.app import SipApp
from sip_tui.meeting.content.plan import change_row
from sip_tui.meeting.notes.pads import write_pad
from sip_tui.meeting.people.floor import give_floor
from sip_tui.meeting.time import agenda
from sip_tui.screens.notes.hint_line import HintLine
from sip_tui.screens.notes.side_panel import found_rows
from tests.helpers.app_harness import AppHarness, wait_until, wait_until_saved
from tests.helpers.list_screens import static_text
from tests.helpers.notes_screen import pad, type_in


def hint(app: SipApp) -> str:
    content = app.screen.query_one(HintLine).content
    return content.plain.strip() if isinstance(content, Content) else ""


async def to_line(pilot: Pilot[int], app: SipApp, number: int) -> None:
    """Put the cursor at the end of a line, and let the hints follow."""
    pad(app).move_cursor((number, len(pad(app).document.get_line(number))))
    await pilot.pause(0.1)
    await wait_until_saved(pilot, app)


async def test_an_ordinary_line_has_what_can_be_written_below_it(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test(size=(60, 20)) as pilot:
        await type_in(pilot, app, "Vi ses")
        assert hint(app).startswith("Börja en rad med #")
        drawn = app.screen.query_one(HintLine).region
        assert Content(hint(app)).get_height({}, drawn.width - 2) == drawn.height, "nothing of it is cut"


async def test_tagged_line_is_read_back_and_enter_sends_it(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test(size=(120, 40)) as pilot:
        await type_in(pilot, app, "#åtgärd Samir ringer skolan senast fredag")
        assert "tryck Enter för att lägga in raden" in hint(app)
        assert "Samir Haddad · Ringer skolan · Antecknat: senast fredag 4 december" in hint(app)
        assert not app.meeting.actions
        await type_in(pilot, app, "\n")
        assert [(action.what, action.who, action.when) for action in app.meeting.actions] == [
            ("Ringer skolan", "p3", "senast fredag 4 december 2026, v. 49")
        ]
        await to_line(pilot, app, 0)
        assert hint(app).startswith("✓ Åtgärd: Samir Haddad")
    assert [action.what for action in harness.on_disk().actions] == ["Ringer skolan"]


async def test_undo_takes_line_and_row_and_redo_brings_them_back(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await type_in(pilot, app, "#beslut Planen gäller till mars")
        await type_in(pilot, app, "\n")
        row = app.meeting.resolutions[0].id
        pad(app).undo()
        await type_in(pilot, app, "")
        assert not app.meeting.resolutions
        pad(app).redo()
        await type_in(pilot, app, "")
        assert [resolution.id for resolution in app.meeting.resolutions] == [row]


async def test_changed_line_keeps_what_the_chair_set(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await type_in(pilot, app, "#åtgärd Samir ringer skolan\n")
        app.write(change_row("actions", app.meeting.actions[0], when="2026-12-01", goal="g1"))
        assert pad(app).replace_in_line(0, 14, 20, "skriver till")
        await type_in(pilot, app, "")
        action = app.meeting.actions[0]
        assert (action.what, action.when, action.goal) == ("Skriver till skolan", "2026-12-01", "g1")


async def test_one_key_makes_a_line_a_row_of_the_next_kind(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await type_in(pilot, app, "Vi pratade länge.\n- [ ] Åsa hämtar schemat")
        assert hint(app) == "Något som ska göras. Tryck Ctrl+L för att göra det till en åtgärd."
        await pilot.press("ctrl+l")
        await type_in(pilot, app, "")
        assert [(action.what, action.who) for action in app.meeting.actions] == [("Hämtar schemat", "p2")]
        assert pad(app).document.get_line(1) == "#åtgärd Åsa hämtar schemat"
        await pilot.press("ctrl+l")
        await type_in(pilot, app, "")
        assert not app.meeting.actions
        assert app.meeting.goals[-1].text == "Åsa hämtar schemat"
        assert pad(app).document.get_line(0) == "Vi pratade länge."


async def test_open_tasks_are_offered_wherever_the_cursor_stands(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await type_in(pilot, app, "- [ ] ett\n- [ ] två\n- [x] klart\n")
        assert hint(app) == "2 saker här är inga åtgärder än. Tryck Ctrl+L på en rad för att göra den till en."


async def test_hard_word_is_sent_to_the_chair(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        app.write(agenda.open_meeting(app.meeting, app.session.edit_context()))
        app.write(give_floor(app.meeting, "p4", "opening", app.session.edit_context()))
        await type_in(pilot, app, "Hon berättade om LPT")
        assert "”LPT” är ett svårt ord" in hint(app)
        await pilot.press("ctrl+t")
        assert hint(app).endswith("Ordföranden ser det nu: fråga Helena Sjöberg vad ”LPT” betyder.")
        assert (app.meeting.terms[-1].term, app.meeting.terms[-1].raised_by) == ("LPT", "p4")


async def test_a_hint_is_taken_by_one_key_and_never_by_itself(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await type_in(pilot, app, "Patienten vill ha mer stöd")
        assert pad(app).text == "Patienten vill ha mer stöd"
        assert "”Patienten” → ”Du”" in hint(app)
        await pilot.press("ctrl+r")
        await type_in(pilot, app, "")
        assert pad(app).text == "Du vill ha mer stöd"
        await pilot.press("ctrl+r")
        assert pad(app).selected_text == "mer stöd"


async def test_found_word_and_escape_go_back_to_the_pad(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await type_in(pilot, app, "Maja tycker om bild.\nBILD är på tisdagar.\n")
        await pilot.press("ctrl+f")
        app.screen.query_one("FindBar Input", Input).value = "bild"
        await pilot.pause()
        await pilot.press("enter")
        assert pad(app).selected_text == "BILD"
        await pilot.press("escape")
        assert pad(app).has_focus


async def test_find_goes_on_to_the_others_notes_and_round(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test(size=(120, 40)) as pilot:
        await type_in(pilot, app, "Bilden är viktig.\n")
        app.write(write_pad(app.meeting, "situation", "secretary-2", "\n".join(["Hunden.", *"abcdef", "Bilden igen."])))
        await pilot.press("ctrl+f")
        app.screen.query_one("FindBar Input", Input).value = "bilden"
        await pilot.pause()
        await pilot.press("enter")
        await wait_until(pilot, lambda: "Bilden igen." in static_text(app, "OtherNotes"))
        assert static_text(app, "#found") == "bredvid, i de andras anteckningar"
        assert str(app.screen.query_one("OtherNotes").border_title) == "De andras anteckningar"
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert pad(app).selected_text == "Bilden"


@given(st.lists(st.text("ab ", max_size=30), max_size=30), st.integers(1, 20), st.integers(1, 12))
def test_what_is_found_is_among_the_rows_that_are_shown(lines: list[str], width: int, height: int) -> None:
    shown = [row.plain for row in found_rows("\n".join([*lines, "x", *lines]), "x", width, height)]
    assert "x" in shown
    assert len(shown) <= height
