"""A page of the minutes for whoever wishes for one; ``drafter`` runs it in a process of its own."""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import suppress
from datetime import datetime

from sip_tui.i18n.translation import language, set_language
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.minutes.preview import page
from sip_tui.minutes.render import draft
from sip_tui.phrasing.annotated_page import AnnotatedPage

MODEST = 5
"""How much the process holds back when others want the processor as well."""


def drawn(meeting: Meeting, audience: str, now: datetime, spoken: str) -> AnnotatedPage:
    """Draw a page here and now, in the language ``spoken``."""
    if language() != spoken:
        set_language(spoken)
    return page(draft(meeting, audience, now=now))


def serve() -> None:
    """Draw what is wished for on the standard input, until nobody is there to wish."""
    wishes, pages = sys.stdin.buffer, sys.stdout.buffer
    if hasattr(os, "nice"):
        os.nice(MODEST)
    with suppress(EOFError, OSError):
        while True:
            # Both ends of these pipes are this program.
            pickle.dump(drawn(*pickle.load(wishes)), pages)
            pages.flush()
