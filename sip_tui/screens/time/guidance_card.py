"""The guidance card: what the chair says and asks in the phase, and what this meeting adds to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from textual.content import Content
from textual.reactive import var

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.consent import has_plan
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.resources.guidance import phase_guide
from sip_tui.resources.meeting_types import type_of
from sip_tui.widgets.live_static import LiveStatic
from sip_tui.widgets.meeting_lines import phase_questions, roles_line, whole_lines
from sip_tui.widgets.safe_text import plain
from sip_tui.widgets.templates import fill_template


class GuidanceCard(LiveStatic):
    """The opening line, the questions and the reminders of the phase; a new phase shows them from the top."""

    EVERY = 5

    DEFAULT_CSS = "GuidanceCard { padding: 0 1; height: auto; text-wrap: wrap; }"

    purpose: var[str] = var("")
    """Why they meet, where there is no other line for it."""

    watch_purpose = LiveStatic.follow

    def render_content(self, now: datetime) -> Content:
        """Return the card of the phase."""
        phase = self.timing(now).phase or PHASES[0]
        # The opening line says it itself.
        purpose = [Content(self.purpose)] if self.purpose and phase != PHASES[0] else []
        # In a wide terminal the meeting's own lines stand beside the card.
        own = () if self.screen.has_class("-wide") else own_lines(self.meeting, phase)
        return card(self.meeting, phase, [*purpose, *own])

    def update_content(self, now: datetime) -> bool:
        """Show the card; a new one from its top."""
        if new := super().update_content(now):
            self.scroll_visible(top=True, animate=False)
        return new


class OwnLines(LiveStatic):
    """What a phase takes from this meeting: who does what and what is to be answered; there in a wide terminal."""

    EVERY = 5

    DEFAULT_CSS = "OwnLines { padding: 0 1; height: 1fr; text-wrap: wrap; border-top: solid $border-blurred; }"

    on_resize = LiveStatic.follow

    def render_content(self, now: datetime) -> Content:
        """Return what this meeting adds to the card: what there is room for as a whole, and how many lines more."""
        lines, size = own_lines(self.meeting, self.timing(now).phase or PHASES[0]), self.content_size
        fit = whole_lines(iter(lines), len(lines), size.width, size.height) if size.height else lines
        return Content("\n").join(fit)


def own_lines(meeting: Meeting, phase: str) -> Sequence[Content]:
    """Return what this meeting adds: roles at the opening, later what not to talk about; the questions of the phase."""
    first = [roles_line(meeting), *_why(meeting)] if phase == PHASES[0] else _kept_out(meeting)
    return [*first, *phase_questions(meeting, phase)]


def _why(meeting: Meeting) -> list[Content]:
    """Return who saw the need, and what is at stake (requirement 95)."""
    text = plain(meeting.about.why).strip()
    return [Content(_("Who sees the need: {text}").format(text=text))] if text else []


def _kept_out(meeting: Meeting) -> list[Content]:
    """Return what the person wants nobody to talk about (requirement 15)."""
    text = plain(meeting.person.kept_out).strip().rstrip(". ")
    return [Content.styled(_("Do not bring up or pass on: {text}.").format(text=text), "bold")] if text else []


def card(meeting: Meeting, phase: str, own: Sequence[Content] = ()) -> Content:
    """Return the card of a phase, in words for a child if the person is one; ``own`` comes after the opening line."""
    kind = type_of(meeting)
    guidance = phase_guide(phase, child=meeting.person.child, plan=has_plan(meeting), kind=kind.key if kind else "")
    parts = [
        Content.assemble((_("Say: "), "bold"), fill_template(meeting, guidance.opening_line)),
        *own,
        *(Content(f"? {fill_template(meeting, question)}") for question in guidance.questions),
        Content(""),
        Content.styled(_("Remember"), "bold"),
        *(Content(f"• {fill_template(meeting, reminder)}") for reminder in guidance.reminders),
        Content.styled(guidance.aim, "italic"),
    ]
    return Content("\n").join(parts)
