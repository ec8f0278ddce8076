"""The minutes are written in English here, so that what is asserted does not depend on the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sip_tui.i18n import translation


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    spoken = translation.language()
    monkeypatch.setenv("LANGUAGE", "en")
    translation.set_language("en")
    yield
    translation.set_language(spoken)
