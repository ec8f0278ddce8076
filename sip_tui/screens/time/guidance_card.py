"""The guidance card: what the chair says and asks in the phase, and what this meeting adds to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import chain, repeat

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import var

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.consent import has_plan
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.meeting.time.timeline import Timing
from sip_tui.phrasing.wording import purpose_line
from sip_tui.resources.guidance import PhaseGuide, phase_guide
from sip_tui.resources.meeting_types import type_of
from sip_tui.widgets.header import TALL
from sip_tui.widgets.live_static import LiveStatic
from sip_tui.widgets.meeting_lines import phase_questions, roles_line
from sip_tui.widgets.paged_panel import PagedPanel
from sip_tui.widgets.safe_text import plain
from sip_tui.widgets.templates import fill_template
from sip_tui.widgets.text_layout import HangingIndent

AFTERWARDS = (
    N_("Press {keys[go.after]} to give everyone their document and prepare the follow-up."),
    N_("Press {keys[minutes]} to look through the documents and save them."),
)
"""What leads on when the meeting is closed, as English msgids with places for keys."""


class GuidanceCard(LiveStatic):
    """The opening line, the questions and the reminders of the phase; a new phase shows them from the top."""

    EVERY = 5

    DEFAULT_CSS = "GuidanceCard { padding: 0 1; height: auto; text-wrap: wrap; }"

    purpose: var[str] = var("")
    """Why they meet, where there is no other line for it."""

    watch_purpose = LiveStatic.follow

    def render_content(self, now: datetime) -> Content:
        """Return the card of the phase; of a closed meeting, what is to be done now."""
        at = self.timing(now)
        if at.closed:
            return _afterwards(self.meeting)
        phase = at.phase or PHASES[0]
        # The opening line says it itself.
        purpose = [Content(self.purpose)] if self.purpose and phase != PHASES[0] else []
        # In a wide terminal the meeting's own lines stand beside the card.
        own = () if self.screen.has_class("-wide") else own_lines(self.meeting, phase)
        return card(self.meeting, phase, [*purpose, *own])

    def said_lines(self, width: int) -> int:
        """Return the lines, ``width`` cells wide, of what comes first: what is to be read aloud."""
        at = self.timing(self.now) if self.now else Timing()
        said = (
            _progress(self.meeting) if at.closed else _said(self.meeting, _guide(self.meeting, at.phase or PHASES[0]))
        )
        return HangingIndent(said, more=self.HANG).get_height({}, width)

    def update_content(self, now: datetime) -> bool:
        """Show the card; a new one from its top."""
        if new := super().update_content(now):
            self.scroll_visible(top=True, animate=False)
        return new


class GuidancePanel(PagedPanel):
    """The card in its frame: the purpose on the edge, where it costs no line, and the key to what is below."""

    DEFAULT_CSS = """
    GuidancePanel { background: $surface; border-top: solid $border-blurred; border-title-color: $foreground; }
    """

    def show_titles(self, meeting: Meeting, *, closed: bool) -> None:
        """Show the purpose on the edge if there is room (requirement 187), else what this is; and the key for more."""
        purpose, is_tall = plain(purpose_line(meeting)), self.app.size.height >= TALL
        is_on_edge = not (is_tall or closed) and cell_len(f"{purpose} · {self.hint}") <= self.size.width - 4
        self.show_title(purpose if is_on_edge else _("What happens now") if closed else _("To say and to ask"))
        self.query_one(GuidanceCard).purpose = "" if is_on_edge or is_tall else purpose


class OwnLines(LiveStatic):
    """What a phase takes from this meeting: who does what and what is to be answered; there in a wide terminal."""

    EVERY = 5

    DEFAULT_CSS = "OwnLines { padding: 0 1; height: 1fr; text-wrap: wrap; border-top: solid $border-blurred; }"

    has_more: var[bool] = var(False)
    """Whether there are more lines than there is room for."""
    _first = 0
    """Which of the lines is the first that is shown."""

    on_resize = LiveStatic.follow

    def render_content(self, now: datetime) -> Content:
        """Return what this meeting adds to the card: a page of it where not all has room, and how to turn the page."""
        at, size = self.timing(now), self.content_size
        lines = Content("\n").join(() if at.closed else own_lines(self.meeting, at.phase or PHASES[0]))
        rows = HangingIndent(lines, more=self.HANG).break_lines(size.width).split("\n") if size.width else []
        self.has_more = len(rows) > size.height > 0
        if not self.has_more:
            return lines
        self._first = self._first if self._first < len(rows) else 0
        hint = Content.styled("… " + _("{keys[say.more]}: more").format(keys=KEYS), "italic")
        return Content("\n").join([*rows[self._first : self._first + size.height - 1], hint])

    def watch_has_more(self) -> None:
        """Offer the key that turns the page, or no more."""
        self.screen.refresh_bindings()

    def turn_page(self) -> None:
        """Show the next lines; after the last the first."""
        self._first += max(self.content_size.height - 1, 1)
        self.follow()


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
    guidance = _guide(meeting, phase)
    # The heading stands on the line of the first: it is never the last thing that one sees.
    headings = chain([_("Remember: ")], repeat(""))
    parts = [
        _said(meeting, guidance),
        *own,
        *(Content(f"? {fill_template(meeting, question)}") for question in guidance.questions),
        Content(""),
        *(
            Content.assemble("• ", (heading, "bold"), fill_template(meeting, reminder))
            for heading, reminder in zip(headings, guidance.reminders, strict=False)
        ),
        Content.styled(guidance.aim, "italic"),
    ]
    return Content("\n").join(parts)


def _guide(meeting: Meeting, phase: str) -> PhaseGuide:
    kind = type_of(meeting)
    return phase_guide(phase, child=meeting.person.child, plan=has_plan(meeting), kind=kind.key if kind else "")


def _said(meeting: Meeting, guidance: PhaseGuide) -> Content:
    return Content.assemble((_("Say: "), "bold"), fill_template(meeting, guidance.opening_line))


def _progress(meeting: Meeting) -> Content:
    from sip_tui.screens.after.rows import after_progress  # only a closed meeting has come so far

    return Content.styled(plain(after_progress(meeting)), "bold")


def _afterwards(meeting: Meeting) -> Content:
    """Return what is to be done when the meeting is closed: the keys, then what is left."""
    from sip_tui.screens.wrap_up.close_dialog import open_sentences  # only a closed meeting has come so far

    headings = chain([_("Still to be dealt with") + ": "], repeat(""))
    left = zip(headings, open_sentences(meeting, deliveries=False), strict=False)
    parts = [
        _progress(meeting),
        *(Content(f"› {_(sentence).format(keys=KEYS)}") for sentence in AFTERWARDS),
        *(Content.assemble("○ ", (heading, "bold"), plain(sentence)) for heading, sentence in left),
    ]
    return Content("\n").join(parts)
