"""The stories quote the sentences in English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sip_tui.i18n import translation


@pytest.fixture(autouse=True)
def quick_disk() -> None:
    """Wait for the disk, as the program does."""


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = translation.language()
    translation.set_language("en")
    yield
    translation.set_language(before)
