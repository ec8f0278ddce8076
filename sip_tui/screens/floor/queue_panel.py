"""The queue of those who wait for the floor."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content
from textual.widget import Widget

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.enums import QueueKind
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.floor import speaking_queue
from sip_tui.screens.floor.talk_panels import plain_name
from sip_tui.widgets.live_static import LiveStatic
from sip_tui.widgets.meeting_lines import whole_lines

KINDS = {QueueKind.REPLY.value: N_("direct reply"), QueueKind.LAST.value: N_("last on the list")}
"""An ordinary turn needs no word."""
LEAST_ROOM = 4
"""Lines of the queue below the list of speakers, and the fewest beside it."""


class QueueLines(LiveStatic):
    """The queue, a line each, the next first; how long it is stands on the edge, and each one's place in the list."""

    DEFAULT_CSS = "QueueLines { padding: 0 1; height: 1fr; text-wrap: wrap; }"

    on_resize = LiveStatic.follow

    def render_content(self, now: datetime) -> Content:
        """Return the queue, as much of it as there is room for, or how to put somebody in it."""
        line = speaking_queue(self.meeting)
        self.border_title = Content(_("In the queue ({count})").format(count=len(line)))
        if not line:
            return Content(
                _("Nobody is waiting. Press {keys[queue.ask]} to add the person you have chosen.").format(keys=KEYS)
            )
        lines = (_queue_line(self.meeting, place, entry.who, entry.kind) for place, entry in enumerate(line, 1))
        return Content("\n").join(whole_lines(lines, len(line), self.content_size.width, self._room))

    @property
    def _room(self) -> int:
        """The lines that the queue may take: beside the list half of the column, with a frame."""
        column = self.parent.size.height if isinstance(self.parent, Widget) else 0
        return max(column // 2 - 2, LEAST_ROOM) if self.screen.has_class("-wide") else LEAST_ROOM


def _queue_line(meeting: Meeting, place: int, who: str, kind: str) -> Content:
    participant = meeting.participant(who)
    name = plain_name(meeting, participant) if participant else ""
    word = _(KINDS[kind]) if kind in KINDS else ""
    return Content(f"{place} {name}, {word}" if word else f"{place} {name}")
