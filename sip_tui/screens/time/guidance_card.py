"""What the chair can say and ask in this phase, filled in with the meeting's own names (F03, F09)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from textual.content import Content

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.resources.guidance import phase_guide
from sip_tui.widgets.live_static import LiveStatic
from sip_tui.widgets.plain import plain
from sip_tui.widgets.question_lines import questions_in
from sip_tui.widgets.role_lines import roles_line
from sip_tui.widgets.templates import filled


class GuidanceCard(LiveStatic):
    """The opening line, the questions and the reminders of the phase; a new phase shows them from the top."""

    DEFAULT_CSS = "GuidanceCard { padding: 0 1; height: auto; text-wrap: wrap; }"

    def render_content(self, now: datetime) -> Content:
        phase = self.timing(now).phase or PHASES[0]
        # In a wide terminal the meeting's own lines stand beside the card.
        own = () if self.screen.has_class("-wide") else own_lines(self.meeting, phase)
        return card(self.meeting, phase, own)

    def refresh_if_visible(self) -> bool:
        if new := super().refresh_if_visible():
            self.scroll_visible(top=True, animate=False)
        return new


class OwnLines(LiveStatic):
    """What a phase takes from this meeting: who does what and what is to be answered; there in a wide terminal."""

    DEFAULT_CSS = "OwnLines { padding: 0 1; height: auto; text-wrap: wrap; border-top: solid $primary; }"

    def render_content(self, now: datetime) -> Content:
        return Content("\n").join(own_lines(self.meeting, self.timing(now).phase or PHASES[0]))


def own_lines(meeting: Meeting, phase: str) -> Sequence[Content]:
    """Who does what, at the opening; after it what is not to be talked about; the questions that the phase tells."""
    first = [roles_line(meeting)] if phase == PHASES[0] else _kept_out(meeting)
    return [*first, *questions_in(meeting, phase)]


def _kept_out(meeting: Meeting) -> list[Content]:
    """What the person has asked the others to leave alone (seed row 15)."""
    text = plain(meeting.person.kept_out).strip().rstrip(". ")
    return [Content.styled(_("Not to be talked about: {text}.").format(text=text), "bold")] if text else []


def card(meeting: Meeting, phase: str, own: Sequence[Content] = ()) -> Content:
    """The card of a phase, to a child in words for one; what is this meeting's ``own`` comes after the line to say."""
    guidance = phase_guide(phase, child=meeting.person.child)
    parts = [
        Content.assemble((_("Say: "), "bold"), filled(meeting, guidance.opening_line)),
        *own,
        *(Content(f"? {filled(meeting, question)}") for question in guidance.questions),
        Content(""),
        Content.styled(_("Remember"), "bold"),
        *(Content(f"• {filled(meeting, one)}") for one in guidance.reminders),
        Content.styled(guidance.aim, "italic"),
    ]
    return Content("\n").join(parts)
