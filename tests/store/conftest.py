"""The stories quote the sentences in English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sip_tui import language


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = language.language()
    language.use("en")
    yield
    language.use(before)
