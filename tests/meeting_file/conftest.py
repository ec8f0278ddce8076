"""Refusals are read in English here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sip_tui.i18n import translation


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    spoken = translation.language()
    translation.set_language("en")
    yield
    translation.set_language(spoken)
