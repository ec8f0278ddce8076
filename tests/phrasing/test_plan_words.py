"""What is said of a plan, and what is said instead where there is none."""

from __future__ import annotations

import pytest

from sip_tui.i18n import translation
from sip_tui.phrasing.plan_words import WITHOUT_PLAN


@pytest.mark.parametrize("said", WITHOUT_PLAN)
def test_what_is_said_of_a_plan_is_a_text_of_the_interface(said: str) -> None:
    translation.set_language("sv")
    assert translation._(said) != said, "a key whose text was renamed lets the plan be spoken of after a no"
