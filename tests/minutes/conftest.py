"""The minutes are written in English here, so that what is asserted does not depend on the catalogue."""

from __future__ import annotations

import pytest

from sip_tui.i18n import translation


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr(translation, "_language", "en")
    translation.set_language("en")
