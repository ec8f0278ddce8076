"""A quiet line that asks the chair to look up: how is the person, how is the family (F32, F33; seed row 202)."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import ngettext
from sip_tui.meeting.content.ideas import look_due, minutes_since_look
from sip_tui.meeting.model.enums import FAMILY, Kind
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.floor import speakers
from sip_tui.phrasing.wording import join_words, name_or_role
from sip_tui.widgets.live_static import SILENT, LiveStatic
from sip_tui.widgets.plain import plain


class CheckInPrompt(LiveStatic):
    """One line that is there only when the chair has marked nothing for a while; for the chair's seat alone."""

    DEFAULT_CLASSES = SILENT
    DEFAULT_CSS = "CheckInPrompt { height: auto; padding: 0 1; background: $boost; text-wrap: wrap; }"

    def render_content(self, now: datetime) -> Content:
        return Content(look_sentence(self.meeting, now))


def look_sentence(meeting: Meeting, now: datetime) -> str:
    """The question; empty until it is time for it again."""
    since, names = minutes_since_look(meeting, now), _family(meeting)
    if since is None or not names or not look_due(meeting, now):
        return ""
    text = ngettext(
        "How are things with {names}? {keys[mark.person]} makes a mark; {count} minute since the last.",
        "How are things with {names}? {keys[mark.person]} makes a mark; {count} minutes since the last.",
        since,
    )
    return text.format(names=join_words(names), count=since, keys=KEYS)


def _family(meeting: Meeting) -> list[str]:
    """The person and the family, as far as they are here."""
    here = [one for one in speakers(meeting) if one.kind in FAMILY]
    wanted = meeting.person.called
    return [plain((wanted if one.kind is Kind.PERSON else "") or name_or_role(one)) for one in here]
