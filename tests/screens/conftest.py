from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sip_tui import language
from tests.screens.stage import Stage


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    """The stories are told in Swedish, whatever the machine speaks."""
    language.use("sv")
    yield
    language.use("sv")


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """The demo meeting on disk."""
    return Stage(tmp_path / "archive")
