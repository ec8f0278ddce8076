"""One-line prompts of every meeting screen: break, conflict, somebody who leaves, unexplained word."""

from __future__ import annotations

from datetime import datetime

from rich.cells import cell_len
from textual.content import Content

from sip_tui.i18n.translation import _, ngettext
from sip_tui.meeting.content.questions import askable_terms
from sip_tui.meeting.log.projection import Conflict, conflicts
from sip_tui.meeting.model.enums import ABSENT, Presence
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.timeline import Timing, break_ends
from sip_tui.phrasing.wording import display_name, format_clock, join_words, local, name_or_role, time_of_day
from sip_tui.widgets.key_marks import MARKED_KEYS, mark_key, with_keys
from sip_tui.widgets.live_static import LiveStatic, Prompt
from sip_tui.widgets.safe_text import fit_width, plain


class BreakPrompt(Prompt):
    """A break that is due or goes on; it follows the person's stamina and never blocks (requirement 198)."""

    DEFAULT_CSS = """
    BreakPrompt { background: $warning; color: $background; }
    BreakPrompt:ansi { background: ansi_default; color: ansi_default; text-style: bold reverse; }
    """

    def render_content(self, now: datetime) -> Content:
        """Return the prompt, when a break is due or goes on."""
        return with_keys(prompt(self.meeting, self.timing(now)))


def prompt(meeting: Meeting, at: Timing) -> str:
    """Return the question about a break; empty when there is none."""
    if at.on_break and at.paused and not at.closed:
        sentence = _("Break since {time}. Press {keys[break]} to go on with the meeting.")
        ends = break_ends(meeting, at)
        told = _("The board says: back about {time}.").format(time=format_clock(ends)) if ends else ""
        return f"{sentence.format(time=format_clock(at.paused), keys=MARKED_KEYS)} {told}".rstrip()
    if not at.break_due:
        return ""
    if at.lunch_due:
        sentence = _(
            "It is time for lunch, {minutes} min. Press {keys[break]} to begin it, {keys[break.snooze]} to wait."
        )
        return sentence.format(minutes=meeting.about.lunch_minutes, keys=MARKED_KEYS)
    worked, name = int(at.since_break.total_seconds() // 60), plain(meeting.person.called)
    stamina = meeting.person.stamina_minutes
    sentence = _worked(worked, by_name=_is_here(meeting) and bool(name), manages=0 < stamina <= worked)
    return sentence.format(count=worked, name=name, stamina=stamina, keys=MARKED_KEYS)


def _worked(worked: int, *, by_name: bool, manages: bool) -> str:
    """Return how long it has been; the person, who may read the screen too, is asked by name."""
    if by_name and manages:
        return ngettext(
            "You have been going for {count} minute. {name} usually needs a break after {stamina}. Ask {name}. "
            "Press {keys[break]} for a break, {keys[break.snooze]} to wait.",
            "You have been going for {count} minutes. {name} usually needs a break after {stamina}. Ask {name}. "
            "Press {keys[break]} for a break, {keys[break.snooze]} to wait.",
            worked,
        )
    if by_name:
        return ngettext(
            "You have been going for {count} minute. Ask {name} about a break. Press {keys[break]} for a break, "
            "{keys[break.snooze]} to wait.",
            "You have been going for {count} minutes. Ask {name} about a break. Press {keys[break]} for a break, "
            "{keys[break.snooze]} to wait.",
            worked,
        )
    return ngettext(
        "You have been going for {count} minute. Press {keys[break]} for a break, {keys[break.snooze]} to "
        "wait 5 minutes.",
        "You have been going for {count} minutes. Press {keys[break]} for a break, {keys[break.snooze]} to "
        "wait 5 minutes.",
        worked,
    )


def _is_here(meeting: Meeting) -> bool:
    """Return whether the person can be asked; before the roll call they may be here."""
    person = meeting.person_participant
    return person is None or person.presence not in ABSENT | {Presence.LEFT, Presence.LATE}


SEEN, BACK = "lost_seen", "lost_back"
"""The actions of the screen that answer the prompt."""


class ConflictPrompt(Prompt):
    """A value that was lost when two wrote at once, with the keys of this screen that answer."""

    clash: Conflict | None = None
    """The conflict that is shown, and that the keys are about."""

    def render_content(self, now: datetime) -> Content:
        """Return the first conflict and the keys that answer it."""
        clashes = conflicts(self.meeting)
        self.clash = clashes[0] if clashes else None
        if self.clash is None:
            return Content("")
        from sip_tui.phrasing.change_messages import conflict_sentence  # not needed for the first frame

        more = ngettext("{count} more.", "{count} more.", len(clashes) - 1).format(count=len(clashes) - 1)
        parts = [conflict_sentence(self.meeting, self.clash), self._keys(self.meeting, self.clash)]
        return with_keys(" ".join(part for part in (*parts, more if len(clashes) > 1 else "") if part))

    def _keys(self, meeting: Meeting, clash: Conflict) -> str:
        from sip_tui.phrasing.change_messages import conflict_keys  # not needed for the first frame

        seen, back = mark_key(self._key(SEEN)), mark_key(self._key(BACK))
        return conflict_keys(meeting, clash, seen, back) if seen and back else ""

    def _key(self, action: str) -> str:
        """Return the user's key for an action of this screen; empty when there is none."""
        bound = (active.binding for active in self.screen.active_bindings.values())
        return next((self.app.get_key_display(binding) for binding in bound if binding.action == action), "")


class LeavePrompt(Prompt):
    """Somebody who must leave within a quarter of an hour: go through their goals first."""

    def render_content(self, now: datetime) -> Content:
        """Return who must leave within a quarter of an hour."""
        if not self.timing(now).running:
            return Content("")
        from sip_tui.meeting.guidance.phase_guard import leaving_soon  # not needed for the first frame

        names = [
            plain(name_or_role(participant)) for participant in leaving_soon(self.meeting, local(now), time_of_day)
        ]
        sentence = _(
            "{names} must leave soon: go through the goals first. Press {keys[go.actions]} to see them, "
            "{keys[goal.confirm]} when you have."
        )
        return with_keys(sentence.format(names=join_words(names), keys=MARKED_KEYS) if names else "")


class TermPrompt(Prompt):
    """A word of this phase that waits for its explanation (requirement 201)."""

    DEFAULT_CSS = "TermPrompt { height: 1; text-wrap: nowrap; }"

    def render_content(self, now: datetime) -> Content:
        """Return whom to ask about which word, on the one line that there is."""
        width = self.content_size.width or self.screen.size.width - 2
        return with_keys(word_sentence(self.meeting, self.timing(now), width))

    on_resize = LiveStatic.follow


LEAST_TERM = 8
"""Cells of a word that are shown of it where all of it has no room."""


def word_sentence(meeting: Meeting, at: Timing, width: int) -> str:
    """Return whom to ask about the first word that waits, as long as there is room for; empty when none does.

    Of a word that is too long the beginning is shown: the key behind it is not cut.
    """
    words = askable_terms(meeting, at.phase) if at.phase and not at.closed else ()
    asked = meeting.participant(words[0].raised_by) if words else None
    if asked is None:
        return ""
    name, term = plain(display_name(meeting, asked)), plain(words[0].term)
    choices = [
        _("Ask {name} what “{term}” means. Press {keys[go.terms]} to write the answer."),
        _("Ask {name} what “{term}” means. Press {keys[go.terms]}."),
    ]
    sentences = [sentence.format(name=name, term=term, keys=MARKED_KEYS) for sentence in choices]
    over = [with_keys(sentence).cell_length - width for sentence in sentences]
    if fitting := next((sentence for sentence, cells in zip(sentences, over, strict=True) if cells <= 0), ""):
        return fitting
    begun = fit_width(term, max(cell_len(term) - over[-1], min(LEAST_TERM, cell_len(term))))
    return choices[-1].format(name=name, term=begun, keys=MARKED_KEYS)
