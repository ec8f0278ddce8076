"""Which tag a line of notes seems to be meant for."""

from __future__ import annotations

import pytest

from sip_tui.meeting.notes.meant_tags import tag_meant


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("nytt möte 14/1 kl 9", "meeting"),
        ("ny tid to 28/1 -27 kl 10-11.15, hos Yusuf om han vill", "meeting"),
        ("Ny tid: 14/1", "meeting"),
        ("nästa gång ons 20/1 kl 14.30", "meeting"),
        ("uppf 3/2 kl 9", "meeting"),
        ("vi ses igen 3/2", "meeting"),
        ("ny tid hos BUP 14/1", ""),
        ("nästa gång tar Liv med schemat", ""),
        ("#nästa möte 14/1", "meeting"),
        ("- #nytt möte 14/1 kl 9", "meeting"),
        ("#frågor vad händer i sommar?", "question"),
        ("samordnare: Liv", "coordinator"),
        ("samordnare blir Liv", "coordinator"),
        ("när är nytt möte 14/1?", ""),
        ("#åtgärd Samir ringer", ""),
        ("Samir ringer", ""),
    ],
)
def test_line_that_says_what_a_tag_is_for_is_meant_for_it(line: str, meant: str) -> None:
    tag = tag_meant(line)
    assert (tag.key if tag else "") == meant
