"""What the chair can say and ask in this phase, filled in with the meeting's own names (F03, F09)."""

from __future__ import annotations

import re
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from sip_tui.guidance import PhaseGuide, guide
from sip_tui.language import _
from sip_tui.meeting.agenda import PHASES
from sip_tui.meeting.model import Meeting
from sip_tui.meeting.timeline import timing
from sip_tui.widgets.plain import plain


class GuidanceCard(VerticalScroll):
    """The opening line, the questions and the reminders of the phase; it scrolls."""

    DEFAULT_CSS = """
    GuidanceCard { padding: 0 1; background: $surface; }
    GuidanceCard Static { height: auto; }
    """

    meeting: var[Meeting] = var(Meeting)
    now: var[datetime | None] = var(None)
    _said: var[str] = var("")

    def compose(self) -> ComposeResult:
        yield Static(id="guidance-text")

    def on_mount(self) -> None:
        self._show()

    def watch_meeting(self) -> None:
        self._show()

    def watch_now(self) -> None:
        self._show()

    def _show(self) -> None:
        if self.now is None or not self.is_mounted:
            return
        phase = timing(self.meeting, self.now).phase or PHASES[0]
        content = card(self.meeting, guide(phase))
        if content.plain != self._said:
            self._said = content.plain
            self.query_one("#guidance-text", Static).update(content)
            self.scroll_home(animate=False)


def card(meeting: Meeting, guidance: PhaseGuide) -> Content:
    """The card as text."""
    parts = [
        Content.assemble((_("Say: "), "bold"), opening_line(meeting, guidance)),
        *(Content(f"? {question}") for question in guidance.ask),
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
