"""The first thing that a user sees is a whole screen: nothing is painted while it cannot be shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.screen import Screen

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
