"""Refusals are read in English here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sip_tui import language


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    spoken = language.language()
    language.use("en")
    yield
    language.use(spoken)
