"""What was lost when two wrote at the same time: told on every screen until somebody has seen it (design §2)."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from sip_tui.i18n.translation import _, ngettext
from sip_tui.meeting.log.conflicts import Conflict, conflicts
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.conflict_messages import conflict_sentence, losing_values
from sip_tui.widgets.live_static import SILENT, LiveStatic
from sip_tui.widgets.plain import plain

SEEN, BACK = "lost_seen", "lost_back"
"""The actions of the screen that answer the prompt."""


class ConflictPrompt(LiveStatic):
    """There only while something is lost; the keys that are told are those that this screen has for it."""

    DEFAULT_CLASSES = SILENT
    DEFAULT_CSS = """
    ConflictPrompt { height: auto; padding: 0 1; text-wrap: wrap; background: $boost; text-style: bold; }
    """

    clash: Conflict | None = None
    """What is told now, and what the keys are about."""

    def render_content(self, now: datetime) -> Content:
        clashes = conflicts(self.meeting)
        self.clash = clashes[0] if clashes else None
        if self.clash is None:
            return Content("")
        more = ngettext("{count} more.", "{count} more.", len(clashes) - 1).format(count=len(clashes) - 1)
        parts = [conflict_sentence(self.meeting, self.clash), self._keys(self.meeting, self.clash)]
        return Content(plain(" ".join(part for part in (*parts, more if len(clashes) > 1 else "") if part)))

    def _keys(self, meeting: Meeting, clash: Conflict) -> str:
        seen, back = self._key(SEEN), self._key(BACK)
        first = clash._replace(lost=clash.lost[:1])
        told = _("{seen} has seen it, {back} takes {lost} back.")
        return told.format(seen=seen, back=back, lost=losing_values(meeting, first)) if seen and back else ""

    def _key(self, action: str) -> str:
        """The key that does it here, as the user has set it; empty when there is none."""
        bound = (one.binding for one in self.screen.active_bindings.values())
        return next((self.app.get_key_display(one) for one in bound if one.action == action), "")
