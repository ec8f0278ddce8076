from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sip_tui.i18n import translation
from tests.helpers.app_harness import AppHarness


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    """The stories are told in Swedish, whatever the machine speaks."""
    translation.set_language("sv")
    yield
    translation.set_language("sv")


@pytest.fixture
def harness(tmp_path: Path) -> AppHarness:
    """The demo meeting on disk."""
    return AppHarness(tmp_path / "archive")
