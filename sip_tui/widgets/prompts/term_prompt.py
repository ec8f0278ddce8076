"""One line for the chair: whom to ask about a word that was not understood (F34; seed row 201)."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _
from sip_tui.meeting.content.terms import to_ask
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.timeline import Timing
from sip_tui.phrasing.wording import display_name
from sip_tui.widgets.live_static import SILENT, LiveStatic
from sip_tui.widgets.plain import plain


class TermPrompt(LiveStatic):
    """There only while a word of this phase waits for its answer; never more than one line."""

    DEFAULT_CLASSES = SILENT
    DEFAULT_CSS = "TermPrompt { height: 1; padding: 0 1; background: $boost; text-style: bold; }"

    def render_content(self, now: datetime) -> Content:
        return Content(word_sentence(self.meeting, self.timing(now)))


def word_sentence(meeting: Meeting, at: Timing) -> str:
    """Whom to ask about the first word that waits; empty when none does, and while the meeting is not open."""
    words = to_ask(meeting, at.phase) if at.phase and not at.closed else ()
    asked = meeting.participant(words[0].raised_by) if words else None
    if asked is None:
        return ""
    told = _("Ask {name} what “{term}” means. {keys[go.terms]} writes the answer.")
    return told.format(name=plain(display_name(meeting, asked)), term=plain(words[0].term), keys=KEYS)
