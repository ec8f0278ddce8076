"""Stories of a quick typist who types where a list is: the record is as it was, and the words have not gone."""

from __future__ import annotations

from functools import partial

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from sip_tui.app import typed_words
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.forms.select_field import KeyboardSelect
from sip_tui.screens.notes.part_list import PartList
from sip_tui.widgets.editor.pad import PadEditor
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, screen_text, wait_until
from tests.helpers.list_screens import action_edits, form_field
from tests.helpers.typist import record, shows, type_fast, typing


async def test_words_typed_at_the_actions_become_the_line(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test() as pilot:
        await pilot.press("f5")
        await type_fast(pilot, "Johan ringer mamma")
        await wait_until(pilot, lambda: isinstance(app.screen, FormScreen))
        assert form_field(app, "line").value == "Johan ringer mamma"
        await pilot.press("escape")
        [action] = app.meeting.actions
        assert (action.what, action.who) == ("Ringer mamma", "p5")


async def test_words_typed_at_the_roll_call_find_a_name(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test() as pilot:
        await pilot.press("f3")
        before = [person.presence for person in app.meeting.participants]
        await type_fast(pilot, "Petra")
        await wait_until(pilot, lambda: app.screen.query_one(RowList).row == "participants p7")
        assert [person.presence for person in app.meeting.participants] == before


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody types fast here: no letter comes near enough to the one before for the pace to tell anything."""
    monkeypatch.setattr(typed_words, "TYPING_GAP", -1.0)


WORDS = (
    *("Johan ri", "anna m", "mamma l", "pappa k", "karin r", "eva v", "ingrid b"),
    *("maja v", "xylofon", "zlatan", "Åsa k", "vi s", "samir r", "petra s"),
)


@pytest.mark.usefixtures("slowly")
async def test_slow_words_at_the_actions_become_the_line(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test() as pilot:
        app.write([*action_edits("x1", "Boka tid", "p3"), Edit("participants", "p2", "name", "Eva Lind")])
        app.write([Edit("participants", "p2", "role", "vårdnadshavare")])
        await pilot.press("f5")
        for words in WORDS:
            app.screen.query_one(RowList).highlighted = 1
            before = record(app.meeting)
            await type_fast(pilot, words)
            await wait_until(pilot, lambda: isinstance(app.screen, FormScreen) and app.current_mode == "actions")
            assert form_field(app, "line").value == words
            after = record(app.meeting)
            assert {row: after.get(row) for row in before} == before, words
            await pilot.press("escape")


@pytest.mark.usefixtures("slowly")
async def test_slow_words_change_no_row_on_any_list(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test() as pilot:
        await pilot.press("v")
        for mode in ("roll_call", "situation", "terms", "actions", "ideas", "wrap_up", "floor", "prepare"):
            for words in ("karin r", "eva v", "xylo"):
                await app.switch_mode(mode)
                app._dropped_at = 0.0  # as after a pause
                await pilot.press("down")
                before, phase = record(app.meeting), app.screen.timing.phase  # type: ignore[attr-defined]
                await type_fast(pilot, words)
                after = record(app.meeting)
                assert {row: after.get(row) for row in before} == before, (mode, words)
                assert timing_at(app.meeting, app.session.now()).phase == phase
                assert app.current_mode == mode
                await pilot.press("escape")
                await pilot.pause(0.1)


@pytest.mark.usefixtures("slowly")
async def test_commands_and_a_slip_stay_commands(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test() as pilot:
        await pilot.press("f3", "h", "l", "s", "r", "u")
        marked = [person.presence for person in app.meeting.participants[:4]]
        assert marked == [Presence.PRESENT, Presence.REMOTE, Presence.LATE, Presence.MISSING]


@pytest.mark.usefixtures("slowly")
async def test_letters_that_are_sought_are_no_word(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test() as pilot:
        app.write(action_edits("x1", "Karin ringer", "p3"))
        await pilot.press("f5", "slash", *"karin")
        assert app.screen.query_one(RowList).row == "actions x1"


async def test_words_at_the_speakers_wait_for_a_place(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test(size=(120, 30)) as pilot:
        for mode in ("time", "floor"):
            await app.switch_mode(mode)
            await pilot.press("down")
            before = record(app.meeting)
            await type_fast(pilot, "rast nu tror vi")
            await shows(pilot, "Skrivet: rast nu tror vi▏ – det står ingenstans än")
            assert (app.current_mode, record(app.meeting)) == (mode, before)
            await pilot.press("escape")
        words = "samir är 3 min sen"
        await type_fast(pilot, words)
        await shows(pilot, f"Skrivet: {words}▏")
        assert record(app.meeting) == before
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, FormScreen))
        assert form_field(app, "line").value == words


async def test_a_name_and_more_at_the_roll_call_is_a_sentence(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("v", "f3")
        stories = {
            "petra ringer rektorn": "line",
            "karin ringer nu": "line",
            "karin berg, kurator": "name",
            "petra ek von essen": "name",
        }
        for words, field in stories.items():
            before = record(app.meeting)
            await type_fast(pilot, words)
            await wait_until(pilot, lambda: isinstance(app.screen, FormScreen))
            assert form_field(app, field).value == words
            await pilot.press("escape", "z", "down")
            assert record(app.meeting) == before, words


async def test_letters_after_a_found_name_are_no_command(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("v", "f3")
        before = record(app.meeting)
        await type_fast(pilot, "samirn")
        await shows(pilot, "Skrivet: samirn▏")
        await pilot.press("escape", "slash", *"samir", "space", "n")
        await shows(pilot, "Skrivet: samir n▏")
        await pilot.press("escape")
        assert record(app.meeting) == before
        await type_fast(pilot, "samir")
        await shows(pilot, "Sök: samir▏")
        app.screen._typed_at -= 3  # type: ignore[attr-defined]
        await pilot.press("h")
        assert app.meeting.participants[2].presence is Presence.PRESENT


def pad_says(pad: PadEditor, text: str) -> bool:
    """Tell whether a pad has this text and no other."""
    return pad.text == text


async def test_what_is_typed_beside_the_pad_is_whole_in_it(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test() as pilot:
        await pilot.press("f8")
        pad = app.screen.query_one(PadEditor)
        for words in ("Anna kommer", "eva vill"):
            app.screen.query_one(PartList).focus()
            pad.text = ""
            await type_fast(pilot, words)
            await wait_until(pilot, partial(pad_says, pad, words))
        app.screen.query_one(PartList).focus()
        await pilot.pause()
        await paste(pilot, "Rad ett\nRad två")
        await wait_until(pilot, lambda: pad.text == "eva villRad ett\nRad två")
        assert not app._notifications


async def paste(pilot: Pilot[int], text: str) -> None:
    """Paste as a terminal does: the app is given the text."""
    pilot.app.post_message(Paste(text))
    await pilot.pause()


async def test_a_paste_at_a_list_is_written_or_told_of(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("f5")
        await paste(pilot, "Johan ringer mamma\npå fredag")
        await wait_until(pilot, lambda: isinstance(app.screen, FormScreen))
        assert form_field(app, "line").value == "Johan ringer mamma på fredag"
        await pilot.press("escape", "f6")
        await paste(pilot, "vi ses sedan")
        await shows(pilot, "Skrivet: vi ses sedan▏")
        await pilot.press("escape", "f3")
        await paste(pilot, "Petra")
        await wait_until(pilot, lambda: app.screen.query_one(RowList).row == "participants p7")
        await pilot.press("f5", "a")
        app.screen.query_one("#field-who").focus()
        await pilot.pause()
        await paste(pilot, "Petra")
        await pilot.press("enter")
        assert app.screen.query_one("#field-who", KeyboardSelect).chosen == "p7"


async def test_commands_at_a_walking_pace_stay_commands(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test() as pilot:
        await pilot.press("f3")
        for key in ("h", "h", "h", "l", "u"):
            await pilot.press(key)
            if key != "h":
                await pilot.pause(0.25)
        await pilot.pause(0.3)
        marked = [person.presence for person in app.meeting.participants[:5]]
        assert marked == [Presence.PRESENT] * 3 + [Presence.REMOTE, Presence.MISSING]


async def test_words_typed_at_the_situation_are_the_chosen_persons(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test() as pilot:
        ongoing = app.meeting.ongoing
        for words in ("Vill läsa", "och rita"):
            await pilot.press("L", "home")
            await pilot.pause(1.1)
            await type_fast(pilot, words)
            await pilot.press("enter")
            await wait_until(pilot, lambda: isinstance(app.screen, FormScreen))
            await pilot.press("escape", "f2")
        assert app.meeting.person.matters == "Vill läsa och rita"
        assert app.meeting.ongoing == ongoing


async def test_a_screen_that_was_looked_at_before_words_came_stays(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test() as pilot:
        await pilot.press("f2", "L")
        await pilot.pause(1.1)
        await type_fast(pilot, "Läser som i tvåan")
        await pilot.pause(0.2)
        assert app.current_mode == "situation"
        assert "Läser som i tvåan" in screen_text(app)


async def test_a_command_and_its_text_are_no_word(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test() as pilot:
        await pilot.press("f5", "a")
        await type_fast(pilot, "ringa skolan")
        assert form_field(app, "what").value == "ringa skolan"


@pytest.mark.usefixtures("slowly")
async def test_board_shows_nothing_of_what_is_typed(harness: AppHarness) -> None:
    app = typing(harness)
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("B")
        await pilot.press("down", *"karinringer")
        await pilot.pause(0.2)
        assert "karin" not in screen_text(app).casefold()
