"""The notice: that minutes exist, how to get them, when the next meeting is, and nothing else (rules §8)."""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.i18n.translation import _
from sip_tui.minutes.context import RenderContext
from sip_tui.minutes.document import Block, Paragraph
from sip_tui.swedish.dates.formatting import iso


def title(_telling: RenderContext) -> str:
    """The title tells nothing but that there are notes."""
    return _("There are notes for you")


def notice(telling: RenderContext) -> Iterator[Block]:
    """Three lines. A follow-up that is not a plain date may hold anything, and is left out."""
    if telling.held:
        yield Paragraph(_("Our meeting was on {day}.").format(day=telling.day(telling.held)))
    yield Paragraph(_("You get the notes in the way that we agreed on at the meeting."))
    booked = telling.meeting.about.follow_up
    if iso(booked):
        yield Paragraph(_("Next meeting: {day}").format(day=telling.spoken(booked.strip())))
