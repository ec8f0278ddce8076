"""Which tag a line of notes seems to be meant for."""

from __future__ import annotations

import pytest

from sip_tui.meeting.notes.meant_tags import tag_meant


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("nytt möte 14/1 kl 9", "meeting"),
        ("samordnare: Liv", "coordinator"),
        ("när är nytt möte 14/1?", ""),
        ("#åtgärd Samir ringer", ""),
        ("Samir ringer", ""),
    ],
)
def test_line_that_says_what_a_tag_is_for_is_meant_for_it(line: str, meant: str) -> None:
    tag = tag_meant(line)
    assert (tag.key if tag else "") == meant
