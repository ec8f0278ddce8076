"""The key line fills its width with what can be done here, and the palette finds a command by what people say."""

from __future__ import annotations

import pytest
from textual.content import Content

from sip_tui.app.palette import CommandsProvider, palette_entries, score
from sip_tui.app.start_app import StartApp, actions_in
from sip_tui.cli.keys import declared_bindings
from sip_tui.meeting.content.plan import delete_row
from sip_tui.meeting.content.questions import all_questions, answer_term, change_question
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import RowId
from sip_tui.meeting.time.agenda import enter_phase, open_meeting
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.resources.synonyms import all_synonyms
from sip_tui.screens.draft_dialog import ReasonDialog
from sip_tui.screens.row_list_screen import RowListScreen
from sip_tui.widgets.key_bar import KeyBar, fitting
from tests.helpers.app_harness import START, AppHarness, advance_clock, go_to_mode, screen_text, wait_until
from tests.helpers.list_screens import key_bar, list_lines, static_text

SAID = {
    "mejl": "minutes",
    "skicka": "minutes",
    "skriv ut": "minutes",
    "mål": "goal.add",
    "samtycke": "consent.oral",
    "frånv": "roll.excused",
    "förhinder": "roll.excused",
    "ny åtgärd": "action.add",
    "tolk": "roll.add",
    "avsluta prog": "quit",
}
"""What a chair looks for → the command that is meant, on the screen that has it."""


@pytest.mark.parametrize("width", [60, 80, 120, 200])
async def test_key_line_is_full_and_ends_with_the_help(harness: AppHarness, width: int) -> None:
    app = harness.app()
    async with app.run_test(size=(width, 24)) as pilot:
        for mode in ("time", "roll_call", "actions", "floor"):
            await app.switch_mode(mode)
            await pilot.pause()
            line, room = key_bar(app), app.screen.query_one(KeyBar).content_size.width
            assert line.endswith("F1 Hjälp")
            assert room - 16 <= len(line) <= room or "Ctrl+Q" in line


def test_a_line_that_just_fits_is_as_long_as_it_is_said_to_be() -> None:
    line = fitting([Content("F9 Paus"), Content("v Nästa")], [Content("F1 Hjälp")], 26)
    assert line.cell_length == len(line.plain) == 26


def test_what_is_too_long_gives_its_place_to_the_next() -> None:
    links, end = [*map(Content, ("v Next", "a A very long name", "e Edit"))], [*map(Content, ("All", "Help"))]
    assert fitting(links, end, 26).plain == "v Next  e Edit  All  Help"
    assert fitting(links, end, 32, needed=2).plain == "v Next  a A very long name  Help"
    assert fitting(links, end, 4).plain == "Help"


async def test_close_is_on_the_key_line_of_the_smallest_terminal(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        app.write(enter_phase(app.meeting, "closing", app.session.edit_context()))
        await pilot.pause()
        assert key_bar(app).startswith("G Innan ni går hem  F12 Avsluta mötet")
        assert key_bar(app).endswith("F1 Hjälp")


async def test_key_of_a_break_is_first_and_called_what_it_does(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "f9")
        await pilot.pause()
        assert key_bar(app).startswith("F9 Fortsätt  v Nästa del")
        assert "klockan" not in key_bar(app)
        assert "F9 Fortsätt" in static_text(app, "Nav")
        await pilot.press("f9")
        await advance_clock(pilot, app, harness.clock, 46)
        assert key_bar(app).startswith("F9 Paus  . Vänta med pausen  t Nya tider  v Nästa del")
        assert "F9 Paus" in static_text(app, "Nav")


async def test_nothing_beside_the_end_of_a_form_leaves_the_program(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(200, 40)) as pilot:
        await pilot.press("v", "f5", "a")
        await pilot.pause()
        assert key_bar(app).startswith("Enter Nästa fält  Esc Klar  F9 Paus")
        assert "Ctrl+Q" not in key_bar(app)


async def test_what_is_typed_in_a_form_is_kept_when_one_leaves(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "f5", "a", *"Ringa", "ctrl+q")
    assert [action.what for action in harness.on_disk().actions] == ["Ringa"]


async def test_secretary_sees_the_keys_of_the_pads(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert key_bar(app).startswith("Ctrl+N Nästa  Ctrl+O Ny åtgärd  Ctrl+B Bredvid")


async def test_palette_begins_with_the_key_line_and_has_its_own(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "ctrl+p")
        await wait_until(pilot, lambda: "Avsluta mötet" in screen_text(app))
        shown = screen_text(app).splitlines()
        assert shown[4].split()[:3] == ["v", "Nästa", "del"]
        assert shown[-1].strip() == "Enter Välj  ↑↓ Upp och ner  Esc Tillbaka"
        assert "F2 Tid" in shown[2]
        clock = next(number for number, line in enumerate(shown[4:]) if "Stoppa klockan" in line)
        await pilot.press(*["down"] * clock, "enter")
        await pilot.pause()
        await wait_until(pilot, lambda: timing_at(app.meeting, harness.clock()).paused is not None)


async def test_palette_of_the_start_tells_textuals_key_in_its_words(harness: AppHarness) -> None:
    app = StartApp(harness.archive.entries(), actions_in(harness.archive), START.date())
    async with app.run_test() as pilot:
        await pilot.pause()
        assert {entry.id: entry.help for entry in palette_entries(app, app.screen)}["quit"] == "Lämna programmet"


async def test_palette_finds_what_people_say(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        for words, command in SAID.items():
            modes = {"goal": "actions", "action": "actions", "consent": "roll_call", "roll": "roll_call"}
            await app.switch_mode(modes.get(command.partition(".")[0], "time"))
            await pilot.pause()
            entries = list(palette_entries(app, app.screen))
            found = {entry.id for entry in entries if score(words, entry)}
            assert command in found
            assert len(found) < len(entries) / 3


FOUND = {
    **dict.fromkeys(("maila", "mejla", "epost", "pdf", "kalender", "skriva ut", "anteckningar"), "minutes"),
    **dict.fromkeys(("fråga", "rast", "kaffe"), ""),
    **dict.fromkeys(("närvaro", "sjukanmäld", "vem är här", "tolk", "vårdnadshavare", "ledsagare"), "go.roll"),
    **dict.fromkeys(("bestämt", "beslut", "plan", "ansvarig"), "go.actions"),
    **dict.fromkeys(("nästa möte", "boka", "uppföljning", "samordnare"), "go.ending"),
    **dict.fromkeys(("klockan", "hur lång tid"), "go.time"),
    **dict.fromkeys(("ångra", "tog fel"), "undo"),
    **dict.fromkeys(("hjälp", "tangent", "hur gör jag"), "help"),
    **dict.fromkeys(("läsa upp", "sammanfattning"), "go.summary"),
    **dict.fromkeys(("avsluta mötet", "klart"), "close"),
    **dict.fromkeys(("avsluta", "stänga", "logga ut"), "quit"),
    **dict.fromkeys(("paus", "pausa"), "break"),
    **dict.fromkeys(("svårt ord", "vad betyder"), "word.raise"),
    **dict.fromkeys(("talartid", "ordet", "prata"), "go.talk"),
    **dict.fromkeys(("visa på skärm", "projektor"), "go.board"),
    **dict.fromkeys(("idé", "parkera", "oeniga"), "go.sides"),
    **dict.fromkeys(("vad säger jag", "checklista"), "go.script"),
    **dict.fromkeys(("mål", "delmål", "åtgärder"), "go.actions"),
    **dict.fromkeys(("mörkt", "större text"), ""),
}
"""What a chair types on the first screen → the command that it must find; empty where any will do."""


async def test_palette_finds_sixty_words_on_the_first_screen(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v")
        entries = list(palette_entries(app, app.screen))
        missed = []
        for words, wanted in FOUND.items():
            found = {entry.id for entry in entries if score(words, entry)}
            if (wanted not in found) if wanted else not found:
                missed.append((words, wanted, sorted(found)))
        assert missed == []


async def test_from_the_first_screen_everything_is_found_somewhere(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        for words in SAID:
            assert [entry.id for entry in palette_entries(app, app.screen) if score(words, entry)], words


async def test_palette_shows_each_key_and_says_when_nothing_is_found(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        provider = CommandsProvider(app.screen)
        lines = [str(hit.prompt) async for hit in provider.discover()]
        assert any(line.startswith("Ctrl+Q ") for line in lines)
        nothing = [str(hit.prompt) async for hit in provider.search("zebra")]
        assert nothing == ["Hittar inget."]


def test_synonyms_are_of_commands_that_exist() -> None:
    known = {str(binding.id) for _owner, binding in declared_bindings()} | {"theme"}
    for chosen in ("sv", "en"):
        assert set(all_synonyms(chosen)) <= known
        words = [word for those in all_synonyms(chosen).values() for word in those]
        assert all(word == word.strip().casefold() for word in words)


async def test_key_that_leads_somewhere_says_nothing_of_doing_nothing(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        for key, mode in (("f5", "actions"), ("f3", "roll_call"), ("f2", "time")):
            await pilot.press(key)
            await pilot.pause()
            assert (app.current_mode, list(app._notifications)) == (mode, [])
        await pilot.press("f12")
        assert "gör inget här" in next(iter(app._notifications)).message, "the meeting is not open"


async def test_enter_in_a_field_has_the_name_of_the_screen(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.push_screen(ReasonDialog(Content("Gå vidare?")))
        await pilot.pause()
        assert key_bar(app).startswith("Enter Gå vidare  Esc Stanna kvar")


async def test_an_empty_list_says_what_to_press_where_one_looks(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write([edit for term in app.meeting.terms for edit in delete_row("terms", term.id)])
        await pilot.press("f4")
        await pilot.pause()
        assert [line.strip() for line in list_lines(app)] == ["Inget svårt ord än. Tryck a för att skriva upp ett."]
        assert not app.screen.query_one("#sentence").display


async def test_what_has_no_answer_is_answered_and_the_rest_changed(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.write([Edit("terms", "w1", "term", "LSS"), Edit("terms", "w2", "term", "BUP")])
        app.write([Edit("terms", "w2", "answer", "vård för barn och unga")])
        asked = RowId("questions", all_questions(app.meeting)[0].id)
        for mode, row, answer in (
            ("ideas", asked, change_question(app.meeting, asked.id, answer="en taxi")),
            ("terms", RowId("terms", "w1"), answer_term("w1", "en lag")),
        ):
            await go_to_mode(pilot, app, mode)
            room = app.screen
            assert isinstance(room, RowListScreen)
            room.go_to(row)
            await pilot.pause()
            assert "e Svara" in key_bar(app), mode
            app.write(answer)
            await pilot.pause()
            assert "e Svara" not in key_bar(app), mode
