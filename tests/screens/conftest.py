from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sip_tui.i18n import translation
from tests.helpers.stage import Stage


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    """The stories are told in Swedish, whatever the machine speaks."""
    translation.set_language("sv")
    yield
    translation.set_language("sv")


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """The demo meeting on disk."""
    return Stage(tmp_path / "archive")
