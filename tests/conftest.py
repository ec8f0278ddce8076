from __future__ import annotations

from pathlib import Path

import pytest

from sip_tui.cli.keys import declared_bindings
from sip_tui.i18n.key_names import KEYS


@pytest.fixture(scope="session", autouse=True)
def every_command() -> None:
    """A sentence that names a key is told rightly although the screen of its command has not been opened."""
    assert list(declared_bindings())


@pytest.fixture(autouse=True)
def nobodys_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The stories are not about the settings of whoever runs them."""
    monkeypatch.setenv("SIP_TUI_CONFIG", str(tmp_path / "no-settings.toml"))
    monkeypatch.setattr(KEYS, "user_keys", {})
