"""The first thing that a user sees is a whole screen: nothing is painted while it cannot be shown."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from textual._styles_cache import StylesCache
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

from sip_tui.screens.time.guidance_card import GuidancePanel
from sip_tui.screens.time.layout import TimeGrid
from tests.helpers.app_harness import AppHarness, wait_until_saved


@pytest.mark.parametrize("seat", ["chair", "secretary", "board"])
async def test_what_is_painted_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seat: str) -> None:
    app, held_back = AppHarness(tmp_path / "archive").app(seat), []
    shown = app._display

    def display(screen: Screen[object], frame: object) -> None:
        held_back.append(bool(app._batch_count and frame))
        shown(screen, frame)  # type: ignore[arg-type]

    monkeypatch.setattr(app, "_display", display)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until_saved(pilot, app)
    assert held_back
    assert not any(held_back), "Textual throws a frame away that is painted while the app holds its frames back"


async def test_little_is_done_in_vain(harness: AppHarness, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the first frame a widget is styled once, but for what gets the focus, and what is covered is not drawn."""
    app, done, frames = harness.app(), Counter[tuple[str, object]](), list[object]()

    def count(owner: type, name: str, what: str, who: int) -> None:
        does = getattr(owner, name)

        def counted(*given: Any, **named: Any) -> Any:
            done[what, given[who]] += not frames
            return does(*given, **named)

        monkeypatch.setattr(owner, name, counted)

    count(Stylesheet, "apply", "styled", 1)
    count(Screen, "_refresh_layout", "laid out", 0)
    count(StylesCache, "render_widget", "drawn", 1)
    shown = app._display

    def display(screen: Screen[object], frame: object) -> None:
        shown(screen, frame)  # type: ignore[arg-type]
        frames.extend([frame] if frame else [])

    monkeypatch.setattr(app, "_display", display)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until_saved(pilot, app)
        lit = app.screen.query_one(GuidancePanel)
        styled_again = {node for (what, node), times in done.items() if what == "styled" and times > 1}
        assert styled_again <= {lit, *lit.children}
        assert done["laid out", app.screen] <= 3
        assert done["drawn", lit] == 1
        assert not done["drawn", app.screen] + done["drawn", app.screen.query_one(TimeGrid)]
