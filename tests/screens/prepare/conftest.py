"""The language of the stories that quote the sentences in English."""

from __future__ import annotations

import pytest

from sip_tui.i18n import translation


@pytest.fixture
def english() -> None:
    translation.set_language("en")
