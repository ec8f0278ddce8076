"""What the chair can say and ask in this phase, filled in with the meeting's own names (F03, F09)."""

from __future__ import annotations

import re
from datetime import datetime

from textual.content import Content

from sip_tui.guidance import PhaseGuide, guide
from sip_tui.language import _
from sip_tui.meeting.agenda import PHASES
from sip_tui.meeting.model import Meeting
from sip_tui.widgets.live import Live
from sip_tui.widgets.plain import plain


class GuidanceCard(Live):
    """The opening line, the questions and the reminders of the phase; a new phase shows them from the top."""

    DEFAULT_CSS = "GuidanceCard { padding: 0 1; height: auto; text-wrap: wrap; }"

    def told(self, now: datetime) -> Content:
        return card(self.meeting, guide(self.at(now).phase or PHASES[0]))

    def tell(self) -> bool:
        if new := super().tell():
            self.scroll_visible(top=True, animate=False)
        return new


def card(meeting: Meeting, guidance: PhaseGuide) -> Content:
    """The card as text."""
    parts = [
        Content.assemble((_("Say: "), "bold"), opening_line(meeting, guidance)),
        *(Content(f"? {question}") for question in guidance.ask),
        Content(""),
        Content.styled(_("Remember"), "bold"),
        *(Content(f"• {one}") for one in guidance.remember),
    ]
    return Content("\n").join(parts)


def opening_line(meeting: Meeting, guidance: PhaseGuide) -> str:
    """The line to say, with the meeting's own names and times."""
    person = meeting.the_person
    words = {
        "{person}": meeting.person.called or (person.name if person else ""),
        "{chair}": _name(meeting, meeting.about.chair or meeting.about.called_by) or "…",
        "{secretary}": _name(meeting, meeting.about.secretary) or "…",
        "{minutes}": str(meeting.about.minutes),
        "{purpose}": meeting.about.purpose or "…",
    }
    # One pass, so that braces in a name are never filled in.
    return re.sub("|".join(map(re.escape, words)), lambda found: plain(words[found[0]]), guidance.say)


def _name(meeting: Meeting, who: str) -> str:
    one = meeting.participant(who)
    return one.name if one else who
