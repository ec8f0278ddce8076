"""What to try next in the demo: it follows what has been done, and where one is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from textual.content import Content

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.attendance import roll_call
from sip_tui.meeting.time.agenda import is_opened
from sip_tui.widgets.key_marks import MARKED_KEYS, with_keys
from sip_tui.widgets.live_static import Prompt


class Step(NamedTuple):
    """Something to try, until it has been done."""

    words: str
    """An English msgid of one line in the smallest terminal."""
    is_done: Callable[[Meeting, str], bool] = lambda _meeting, _mode: False
    """Whether it has been done in a meeting, or is being done on the screen of a mode."""


def _is_roll_called(meeting: Meeting, _mode: str = "") -> bool:
    return not roll_call(meeting).not_called


NEXT = Step(N_("Try: press {keys[phase.next]} for the next part."))
STEPS: Mapping[str, tuple[Step, ...]] = {
    "": (Step(N_("Try: open the meeting with {keys[phase.next]}. Nothing here is kept.")),),
    "opening": (
        Step(
            N_("Try: press {keys[go.roll]} to tick who is here."),
            lambda meeting, mode: mode == "roll_call" or _is_roll_called(meeting),
        ),
        Step(N_("Try: one letter for each person, as the bottom line says."), _is_roll_called),
        NEXT,
    ),
    "situation": (
        Step(
            N_("Try: a number lets that person speak."),
            lambda meeting, _mode: any(turn.phase == "situation" for turn in meeting.turns),
        ),
        Step(
            N_("Try: press {keys[word.raise]} when a word is hard."),
            lambda meeting, _mode: any(term.phase == "situation" for term in meeting.terms),
        ),
        Step(
            N_("Try: press {keys[go.situation]} for what each of you says."),
            lambda _meeting, mode: mode == "situation",
        ),
        NEXT,
    ),
    "needs": (
        Step(
            N_("Try: press {keys[go.actions]} for who does what."),
            lambda meeting, mode: mode == "actions" or bool(meeting.actions),
        ),
        Step(
            N_("Try: press {keys[action.quick]}. Samir rings the school on Friday."),
            lambda meeting, _mode: bool(meeting.actions),
        ),
        NEXT,
    ),
    "summary": (
        Step(
            N_("Try: press {keys[go.summary]} to read out what you decided."),
            lambda meeting, mode: mode == "summary" or bool(meeting.pictures),
        ),
        Step(
            N_("Try: ask if they agree, with {keys[round.same]} and {keys[round.differs]}."),
            lambda meeting, _mode: bool(meeting.pictures),
        ),
        NEXT,
    ),
    "closing": (
        Step(
            N_("Try: press {keys[go.ending]} for what is left before you go."),
            lambda meeting, mode: mode == "wrap_up" or bool(meeting.feedback),
        ),
        Step(N_("Try: close the meeting with {keys[close]}.")),
    ),
}
"""The part of the meeting → what somebody who sees the program for the first time can try, one after the other."""
WRITING = N_("Try: write here. Go back with {keys[go.time]}.")
"""In the pads, where letters are text and no commands."""
AFTERWARDS = N_("Try: press {keys[minutes]}, or {keys[quit]} for a meeting of your own.")
"""What comes when the meeting is closed."""


def to_try(meeting: Meeting, phase: str, mode: str, *, is_closed: bool) -> str:
    """Return what to try now, as an English msgid."""
    if is_closed:
        return AFTERWARDS
    if mode == "notes" and is_opened(meeting):
        return WRITING
    return next(step.words for step in STEPS[phase] if not step.is_done(meeting, mode))


class DemoPrompt(Prompt):
    """One line in the demo; it goes on with what is done and with the parts of the meeting."""

    DEFAULT_CLASSES = ""  # there is always something to try
    DEFAULT_CSS = "DemoPrompt { color: $accent; }"

    def render_content(self, now: datetime) -> Content:
        """Return what to try now."""
        at, mode = self.timing(now), getattr(self.screen, "MODE", "")
        return with_keys(_(to_try(self.meeting, at.phase, mode, is_closed=bool(at.closed))).format(keys=MARKED_KEYS))
