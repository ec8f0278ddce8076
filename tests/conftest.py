from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def nobodys_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The stories are not about the settings of whoever runs them."""
    monkeypatch.setenv("SIP_TUI_CONFIG", str(tmp_path / "no-settings.toml"))
