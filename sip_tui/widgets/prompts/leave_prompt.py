"""Before somebody goes who must: the goals that are theirs are gone through while they are still here (F05)."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _
from sip_tui.meeting.guidance.phase_guard import leaving_soon
from sip_tui.phrasing.wording import join_words, local, name_or_role, time_of_day
from sip_tui.widgets.live_static import SILENT, LiveStatic
from sip_tui.widgets.plain import plain


class LeavePrompt(LiveStatic):
    """There only from a quarter before somebody must leave, on whichever screen the chair is."""

    DEFAULT_CSS = "LeavePrompt { height: auto; padding: 0 1; text-wrap: wrap; background: $boost; text-style: bold; }"
    DEFAULT_CLASSES = SILENT

    def render_content(self, now: datetime) -> Content:
        those = leaving_soon(self.meeting, local(now), time_of_day) if self.timing(now).running else ()
        soon = [plain(name_or_role(one)) for one in those]
        told = _(
            "{names} must leave soon: go through the goals that are theirs first. {keys[go.actions]} shows them, "
            "{keys[goal.confirm]} confirms."
        )
        return Content(told.format(names=join_words(soon), keys=KEYS) if soon else "")
