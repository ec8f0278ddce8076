"""What the stories of the app share."""

from __future__ import annotations

from pathlib import Path

import pytest

from sip_tui.i18n import translation
from tests.helpers.app_harness import AppHarness


@pytest.fixture
def harness(tmp_path: Path) -> AppHarness:
    """The demo meeting on disk, told in Swedish."""
    translation.set_language("sv")
    return AppHarness(tmp_path / "archive")
