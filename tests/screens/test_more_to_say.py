"""What has no room on a screen can be read: its edge names the key, and the key shows the rest."""

from __future__ import annotations

import pytest

from sip_tui.app.app import SipApp
from sip_tui.meeting.log.change import Edit
from sip_tui.screens.time.guidance_card import OwnLines
from sip_tui.widgets.paged_panel import PagedPanel
from tests.helpers.app_harness import AppHarness, screen_text

ABSENT = [
    Edit("participants", f"p{number}", name, value)
    for number in range(10, 22)
    for name, value in (("name", f"Anna-Karin Bergström {number}"), ("presence", "excused"), ("key_person", True))
]


def panel(app: SipApp, name: str) -> PagedPanel:
    """Return a panel of the screen."""
    return app.screen.query_one(f"#{name}", PagedPanel)


@pytest.mark.parametrize(("size", "edge"), [((60, 20), "· mellanslag: mer"), ((100, 20), "mellanslag: mer ─")])
async def test_space_shows_the_rest_below_a_list(harness: AppHarness, size: tuple[int, int], edge: str) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        app.write(ABSENT)
        await pilot.press("f3")
        await pilot.pause()
        said = panel(app, "sentence")
        assert said.has_more
        assert edge in screen_text(app)
        await pilot.press("space")
        await pilot.pause()
        assert said.scroll_y > 0
        while said.scroll_y < said.max_scroll_y:
            await pilot.press("space")
            await pilot.pause()
        await pilot.press("space")
        await pilot.pause()
        assert said.scroll_y == 0


async def test_the_sentence_about_another_row_is_read_from_its_top(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        app.write(ABSENT)
        await pilot.press("f3", "space")
        await pilot.pause()
        assert panel(app, "sentence").scroll_y > 0
        await pilot.press("down")
        await pilot.pause()
        assert panel(app, "sentence").scroll_y == 0


async def test_no_key_for_more_where_all_is_seen(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("f4")
        await pilot.pause()
        assert not any(found.has_more for found in app.screen.query(PagedPanel) if found.display)
        assert "say.more" not in {active.binding.id for active in app.screen.active_bindings.values() if active.enabled}


async def test_what_the_meeting_adds_is_turned_like_the_card(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(100, 24)) as pilot:
        app.write([Edit("questions", f"q{number}", "text", f"Fråga nummer {number} här?") for number in range(1, 9)])
        await pilot.pause()
        lines = app.screen.query_one(OwnLines)
        assert lines.has_more
        seen = {str(lines.content)}
        assert str(lines.content).endswith("… mellanslag: mer")
        while True:
            await pilot.press("space")
            await pilot.pause()
            if str(lines.content) in seen:
                break
            seen.add(str(lines.content))
        assert all(any(f"Fråga nummer {number}" in page for page in seen) for number in range(1, 9))


async def test_the_card_beside_the_speakers_is_turned(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("v", "f6")
        await pilot.pause()
        assert panel(app, "floor-guidance").has_more
        assert "PgDn: mer" in screen_text(app)
        await pilot.press("pagedown")
        assert panel(app, "floor-guidance").scroll_y > 0
