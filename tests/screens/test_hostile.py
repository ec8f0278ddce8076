"""Names and texts that try to be something else than names and texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sip_tui.meeting.model.text import clean
from sip_tui.meeting.people.floor import give_floor
from tests.helpers.app_harness import AppHarness, wait_until_saved
from tests.helpers.hostile_text import HOSTILE, hostile_meeting_info, hostile_rows

KEYS = ("f3", "e", "escape", "f4", "e", "escape", "f5", "a", "escape", "f8", "f1", "escape", "f12", "escape", "f2")


async def test_hostile_texts_go_through_every_screen_unharmed(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(tooltips=True, notifications=True, size=(120, 40)) as pilot:
        app.write([edit for number, text in enumerate(HOSTILE) for edit in hostile_rows(text, number)])
        for key in KEYS:
            await pilot.press(key)
        await wait_until_saved(pilot, app)
    meeting = harness.on_disk()
    assert [action.what for action in meeting.actions if action.id.startswith("h")] == HOSTILE
    assert [participant.name for participant in meeting.participants if participant.id.startswith("h")] == HOSTILE


@pytest.mark.parametrize("text", ["[/b]", "Eva\nLind\x1b[31m", "{0}{person}%s"])
async def test_hostile_name_is_plain_text_in_the_header(harness: AppHarness, text: str) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(hostile_meeting_info(text))
        await pilot.press("v", "1")
        shown = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "\x1b" not in shown
        assert text.replace("\n", " ").replace("\x1b", "▫") in shown
        app.write(give_floor(app.meeting, "p1", "opening", app.session.edit_context()))
        await wait_until_saved(pilot, app)
    assert harness.on_disk().about.title == text


async def test_a_meeting_file_with_hostile_names_opens(tmp_path: Path) -> None:
    file = tmp_path / "hostile.json"
    people = [{"name": name} for name in HOSTILE]
    file.write_text(json.dumps({"meeting": {"type": "SIP", "start": "2026-11-27T13:00"}, "participants": people}))
    harness = AppHarness(tmp_path / "archive", file)
    assert [participant.name for participant in harness.on_disk().participants] == [clean(name) for name in HOSTILE]
