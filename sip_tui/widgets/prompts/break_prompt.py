"""The break prompt: it follows what the person manages, and it never locks the room (F33; seed row 198)."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _, ngettext
from sip_tui.meeting.model.enums import ABSENT, Presence
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.timeline import Timing
from sip_tui.phrasing.wording import format_clock
from sip_tui.widgets.live_static import SILENT, LiveStatic
from sip_tui.widgets.plain import plain


class BreakPrompt(LiveStatic):
    """One line that is there only when a break is due or is going on."""

    DEFAULT_CLASSES = SILENT
    DEFAULT_CSS = """
    BreakPrompt {
        height: auto; padding: 0 1; background: $warning; color: $text; text-style: bold; text-wrap: wrap;
    }
    """

    def render_content(self, now: datetime) -> Content:
        return Content(prompt(self.meeting, self.timing(now)))


def prompt(meeting: Meeting, at: Timing) -> str:
    """What the prompt says; empty when there is nothing to ask."""
    if at.on_break and at.paused and not at.closed:
        return _("Break since {time}. {keys[break]} goes on with the meeting.").format(
            time=format_clock(at.paused), keys=KEYS
        )
    if not at.break_due:
        return ""
    worked, name = int(at.since_break.total_seconds() // 60), plain(meeting.person.called)
    stamina = meeting.person.stamina_minutes
    told = _worked(worked, by_name=_is_here(meeting) and bool(name), manages=0 < stamina <= worked)
    return told.format(count=worked, name=name, stamina=stamina, keys=KEYS)


def _worked(worked: int, *, by_name: bool, manages: bool) -> str:
    """How long it has been; the person, who can read the screen too, is asked about the break by name."""
    if by_name and manages:
        return ngettext(
            "You have been at it for {count} minute, and {name} manages {stamina}. Ask {name} about a break: "
            "{keys[break]} takes it, {keys[break.snooze]} waits.",
            "You have been at it for {count} minutes, and {name} manages {stamina}. Ask {name} about a break: "
            "{keys[break]} takes it, {keys[break.snooze]} waits.",
            worked,
        )
    if by_name:
        return ngettext(
            "You have been at it for {count} minute. Ask {name} about a break: {keys[break]} takes it, "
            "{keys[break.snooze]} waits.",
            "You have been at it for {count} minutes. Ask {name} about a break: {keys[break]} takes it, "
            "{keys[break.snooze]} waits.",
            worked,
        )
    return ngettext(
        "You have been at it for {count} minute. {keys[break]} takes a break, {keys[break.snooze]} waits 5 minutes.",
        "You have been at it for {count} minutes. {keys[break]} takes a break, {keys[break.snooze]} waits 5 minutes.",
        worked,
    )


def _is_here(meeting: Meeting) -> bool:
    """Whether the person can be asked; as long as nobody has called the roll, they may be."""
    person = meeting.the_person
    return person is None or person.presence not in ABSENT | {Presence.LEFT, Presence.LATE}
