"""Stories of somebody who has other keys than the shipped ones, in every room, form and list."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

import sip_tui
from sip_tui.app.app import SipApp
from sip_tui.app.start_app import StartApp, actions_in
from sip_tui.cli.keys import declared_bindings
from sip_tui.meeting.time.cues import Mood
from sip_tui.paths import data_path
from sip_tui.screens import SCREENS
from sip_tui.screens.dialogs import ConfirmDialog
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.start import search
from sip_tui.store import Archive
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness
from tests.helpers.list_screens import static_text


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "config.toml"
    monkeypatch.setenv("SIP_TUI_CONFIG", str(file))
    return file


def keys_of(app: SipApp) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key, active in app.screen.active_bindings.items():
        found.setdefault(active.binding.id or "", set()).add(key)
    return found


async def test_in_every_room_the_keys_are_those_of_the_file(config: Path, harness: AppHarness) -> None:
    own = {
        str(binding.id): chr(0x3B1 + number % 25) + str(number)
        for number, (_owner, binding) in enumerate(declared_bindings())
    }
    config.write_text("[keys]\n" + "".join(f'"{name}" = "{key}"\n' for name, key in own.items()))
    app = harness.app()
    async with app.run_test() as pilot:
        for mode in SCREENS:
            await app.switch_mode(mode)
            await pilot.pause()
            named = {name: keys for name, keys in keys_of(app).items() if name in own}
            assert named
            assert all(keys == {own[name]} for name, keys in named.items())


async def test_in_forms_lists_and_dialogs_too(config: Path, harness: AppHarness) -> None:
    wanted = {"form.done": "f20", "pick.take": "f21", "ask.yes": "f22", f"mark.{Mood.SAD}": "s", "action.add": "A"}
    config.write_text("[keys]\n" + "".join(f'"{name}" = "{key}"\n' for name, key in wanted.items()))
    app = harness.app()
    async with app.run_test() as pilot:
        await a_promise(pilot, app)
        assert [(action.what, action.who) for action in app.meeting.actions] == [("Ringa", "p1")]
        await pilot.press("f2", "v", "f12")
        assert isinstance(app.screen, ConfirmDialog)
        await pilot.press("j")
        assert isinstance(app.screen, ConfirmDialog), "the old key means nothing any more"
        await pilot.press("f22", "f6", "asterisk", "enter", "s")
        assert [action.mark for action in app.meeting.reactions] == [Mood.SAD]


async def test_sentences_name_the_keys_of_the_file(config: Path, harness: AppHarness) -> None:
    config.write_text('[keys]\n"phase.next" = "f19"\n"idea.add" = "ctrl+y"\n"go.notes" = "ctrl+o"\n')
    app = harness.app()
    async with app.run_test() as pilot:
        assert "F19 " in static_text(app, "PhaseWords")
        assert "Ctrl+O " in static_text(app, "Nav")
        await pilot.press("f7")
        assert "Ctrl+Y " in str(app.screen.query_one(RowList).get_option("#no-ideas").prompt)
        await pilot.press("f1")
        assert "{keys[" not in "".join(str(static.content) for static in app.screen.query(Static))


def test_every_key_that_a_text_names_is_that_of_a_command() -> None:
    known = {binding.id for _owner, binding in declared_bindings()}
    places = [*data_path("sv").parent.glob("*/*.toml"), *Path(sip_tui.__file__).parent.rglob("*.py")]
    named = {
        found
        for binding in places
        for found in re.findall(r"\{keys\[([\w.]+)\]\}", binding.read_text(encoding="utf-8"))
    }
    assert len(named) > 20
    assert named <= known


async def a_promise(pilot: Pilot[int], app: SipApp) -> None:
    """Write an action with the keys of the file."""
    await pilot.press("f5", "A")
    app.screen.query_one("#field-what", Input).value = "Ringa"
    await pilot.press("enter", "enter", "down", "f21", "f20")
    assert not isinstance(app.screen, FormScreen)


async def test_the_start_has_the_keys_and_colours_of_the_file_too(config: Path) -> None:
    config.write_text('[keys]\n"quit" = "x"\n[look]\ntheme = "textual-light"\n')
    archive = Archive(config.parent / "nowhere")
    app = StartApp([], actions_in(archive))
    async with app.run_test() as pilot:
        assert app.theme == "textual-light"
        await pilot.press("x")
        await pilot.pause(search.COMMAND_DELAY + 0.1)
    assert app.return_value is None
    assert app.return_code == 0
