"""The looks: readable on every screen, chosen in the program, and remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.style import Style

from sip_tui.app.palette import ThemesProvider
from sip_tui.app.start_app import StartApp, actions_in
from sip_tui.app.themes import DEFAULT, THEME_NAMES, THEMES
from sip_tui.app.user_settings import read_settings, remember_theme
from sip_tui.meeting.log.change import Edit
from sip_tui.screens import SCREENS
from sip_tui.session.demo_meeting import prepare_demo
from sip_tui.store import Archive
from sip_tui.widgets.row_list import BAR, RowList
from tests.helpers.app_harness import START, AppHarness, screen_text
from tests.helpers.contrast import contrast_of, too_faint

OWN = [name for name in THEMES if not THEMES[name].ansi]
STATES = [
    Edit("participants", "p3", "presence", "late"),
    Edit("participants", "p4", "presence", "missing"),
    Edit("participants", "p5", "presence", "remote"),
    Edit("participants", "p6", "presence", "excused"),
    Edit("participants", "p5", "consent", "oral"),
    Edit("participants", "p6", "consent", "none"),
    Edit("actions", "a1", "what", "Ringa skolan"),
    Edit("actions", "a1", "status", "done"),
    Edit("actions", "a2", "what", "Möta dig i entrén"),
    Edit("actions", "a2", "who", "p4"),
]
"""Every state that has a sign and a colour of its own."""


SMALL, WIDE = (80, 24), (120, 40)
SIZES = dict(zip(OWN, ((SMALL, WIDE), (SMALL,), (WIDE,)), strict=True))
"""Both in one theme, and one in each of the others: what is shown depends on the size, its colours on the theme."""


@pytest.mark.parametrize("theme", OWN)
async def test_every_screen_can_be_read_in_every_theme(harness: AppHarness, theme: str) -> None:
    app = harness.app()
    async with app.run_test(notifications=True) as pilot:
        app.theme = theme
        app.write(STATES)
        await pilot.press("v")
        for mode in SCREENS:
            await app.switch_mode(mode)
            await pilot.pause()
            for size in SIZES[theme]:
                await pilot.resize_terminal(*size)
                await pilot.pause()
                assert too_faint(app.screen) == set(), (mode, size)


@pytest.mark.parametrize("theme", [*OWN, ""])
async def test_bar_marks_the_chosen_row(harness: AppHarness, monkeypatch: pytest.MonkeyPatch, theme: str) -> None:
    if not theme:
        monkeypatch.setenv("NO_COLOR", "1")
    app = harness.app()
    async with app.run_test(size=SMALL) as pilot:
        app.theme = theme or app.theme
        app.write(STATES)
        for mode in ("roll_call", "actions", "summary", "script"):
            await app.switch_mode(mode)
            await pilot.pause()
            rows = app.screen.query(RowList).first()
            bars = list(chosen_bars(rows))
            assert bars, mode
            assert min(bars) >= 3, (mode, "against its own ground and that of the other rows")


def chosen_bars(rows: RowList) -> Iterator[float]:
    """Contrasts of the bars at the left edge of a list against their ground, and against the ground of the list."""
    for y in range(rows.size.height):
        first = next(iter(rows.render_line(y)))
        if first.text.startswith(BAR):
            assert first.style
            yield contrast_of(first.style)
            yield contrast_of(first.style + Style(bgcolor=rows.visual_style.rich_style.bgcolor))


@pytest.mark.parametrize("theme", OWN)
def test_a_raised_line_has_a_ground_of_its_own(theme: str) -> None:
    colours = THEMES[theme].to_color_system().generate()
    assert colours["boost"] not in {colours["background"], colours["surface"], "#00000000"}


@pytest.mark.parametrize("theme", OWN)
def test_field_has_a_ground_and_an_example_is_no_text(theme: str) -> None:
    colours = THEMES[theme].to_color_system().generate()
    assert colours["panel"] not in {colours["surface"], colours["background"]}
    assert colours["secondary"] != colours["foreground"]


@pytest.mark.parametrize("theme", OWN)
async def test_what_lies_over_a_screen_can_be_read(harness: AppHarness, theme: str) -> None:
    app = harness.app()
    async with app.run_test(notifications=True) as pilot:
        app.theme = theme
        await pilot.press("v")
        for keys in ("f5 a", "f2 f12", "f1", "v", "f9", "ctrl+p", "f3 colon", "z", "f6 asterisk", "f4 a", "i", "f10"):
            await pilot.press(*keys.split())
            for size in SIZES[theme]:
                await pilot.resize_terminal(*size)
                await pilot.pause(0.05)
                assert too_faint(app.screen) == set(), (keys, size)
            await pilot.press("escape")


@pytest.mark.parametrize("theme", OWN)
async def test_the_first_screen_can_be_read(tmp_path: Path, theme: str) -> None:
    archive = Archive(tmp_path)
    for is_empty in (True, False):
        if not is_empty:
            prepare_demo(tmp_path)
        app = StartApp(archive.entries(), actions_in(archive), START.date())
        async with app.run_test() as pilot:
            app.theme = theme
            for key in ("f1", "escape", "slash"):
                for size in SIZES[theme]:
                    await pilot.resize_terminal(*size)
                    assert too_faint(app.screen) == set(), (key, size)
                await pilot.press(key)


def test_the_terminals_own_colours_are_left_to_it() -> None:
    assert [name for name in THEMES if THEMES[name].ansi] == ["sip-terminal"]
    assert list(THEME_NAMES) == list(THEMES)


async def test_a_look_is_chosen_in_the_program_and_remembered(
    harness: AppHarness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "config.toml"
    monkeypatch.setenv("SIP_TUI_CONFIG", str(file))
    app = harness.app()
    async with app.run_test() as pilot:
        assert app.theme == DEFAULT
        [light] = [hit async for hit in ThemesProvider(app.screen).search("ljus")]
        light.command()
        await pilot.pause()
        assert app.theme == "sip-light"
    again = harness.app()
    async with again.run_test():
        assert again.theme == "sip-light"


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        ("", ""),
        ('# mina\n[keys]\n"undo" = "å"\n', '# mina\n[keys]\n"undo" = "å"'),
        ('[look]\ntheme = "nord" # blå\n[keys]\n"undo" = "å"\n', "# blå"),
        ("[look]\n", ""),
    ],
)
def test_a_remembered_look_leaves_the_rest_of_the_file(tmp_path: Path, before: str, kept: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(before, encoding="utf-8")
    remember_theme(file, "sip-contrast")
    assert read_settings(file).theme == "sip-contrast"
    assert kept in file.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("[keys", encoding="utf-8")
    remember_theme(file, "sip-light")
    assert file.read_text(encoding="utf-8") == "[keys"
    remember_theme(tmp_path / "new" / "config.toml", "sip-light")
    assert read_settings(tmp_path / "new" / "config.toml").theme == "sip-light"


async def test_without_colours_nothing_is_fainter(harness: AppHarness, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.write(STATES)
        await pilot.press("v")
        for mode in SCREENS:
            await app.switch_mode(mode)
            await pilot.pause()
            assert too_faint(app.screen) == set(), mode
        await pilot.press("f2", "ctrl+p")
        await pilot.pause(0.1)
        assert too_faint(app.screen) == set()
        theme = app.current_theme
        assert {theme.warning, theme.error, theme.success} == {theme.foreground}


async def test_own_colours_show_the_chosen_row_and_the_room(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = "sip-terminal"
        await pilot.press("f3")
        await pilot.pause()
        assert app.screen.query_one(RowList).get_visual_style("option-list--option-highlighted").reverse
        await pilot.press("a")
        await pilot.pause()
        assert "[F3 Upprop]" in screen_text(app), "a form lies over a part of the room"
