"""Command declarations: one gives a key, a palette entry, a row in the help and a tooltip.

Labels and helps are English msgids; they are translated where a screen gives out its active bindings.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from textual import events
from textual.binding import Binding
from textual.screen import ScreenResultType

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import Stage, stage_of
from sip_tui.screens.keymap import Key
from sip_tui.screens.shared_width import SharedWidthScreen

if TYPE_CHECKING:
    from textual.binding import ActiveBinding


FUNCTION_KEY = re.compile(r"(?:shift\+)?f\d+")


def command(
    name: str, keys: str, action: str, label: str, help_: str, *, show: bool = False, key: str | None = None
) -> Binding:
    """Declare a command; ``name`` is the id by which users remap it; its key comes from the table of keys.

    ``key`` is what the key is called where its own name is not a word that people say.
    """
    KEYS.declare(name, keys)
    return Binding(keys, action, label, show=show, tooltip=help_, id=name, key_display=key)


HELP_KEY = command("help", Key.HELP, "app.help", N_("Help"), N_("What this screen does, and its keys"), show=True)
"""For what lies over a screen and takes all keys: the app's own do not reach through it."""

CONFIRM_GOAL = command(
    "goal.confirm", Key.YES, "confirm", N_("Gone through"), N_("Everyone involved in the goal has agreed to it")
)
"""Declared where every screen finds it: the prompt before somebody leaves names its key on all of them."""

QUICK_KEY = command(
    "action.quick", Key.ONE_LINE, "quick", N_("In one line"), N_("Who does what when, in one line"), show=True
)
"""An action in one line; the demo names its key on every screen."""

OUTCOME_KEY = command(
    "action.outcome", Key.DONE, "outcome", N_("Outcome"), N_("Ongoing, changed, done, ended or not done")
)
"""What became of the chosen action or goal; the guidance of a follow-up names its key on every screen."""


class LocalizedScreen(SharedWidthScreen[ScreenResultType]):
    """A screen that gives out its commands with labels and helps in the language that is spoken."""

    WITHOUT_ROOM_KEYS = N_("This key does nothing here now. Press {keys[help]} for those that do.")
    """What is said when the key of a room finds nothing to do, as an English msgid."""
    WITHOUT_WAY_BACK = ""
    """What is said when the key that leads back leads nowhere, as an English msgid."""

    def on_key(self, event: events.Key) -> None:
        """Let no key of a room be pressed in vain without a word; this comes before the key does what it does."""
        if event.key == Key.BACK and self.WITHOUT_WAY_BACK and event.key not in self.active_bindings:
            self.notify(_(self.WITHOUT_WAY_BACK).format(keys=KEYS), markup=False)
        if not FUNCTION_KEY.fullmatch(event.key):
            return
        active = self.active_bindings.get(event.key)
        # A text area has function keys of Textual's own, which lead nowhere.
        if active is None or not active.enabled or not active.binding.id:
            self.notify(_(self.WITHOUT_ROOM_KEYS).format(keys=KEYS), markup=False)

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted where no field takes it."""
        if not (self.focused or self).check_consume_key("a", "a") and event.text.strip():
            self.take_paste(event.text)

    def take_paste(self, text: str) -> None:
        """Hand pasted text to the screen below: it answers no question, and must not be lost."""
        below = self.app.screen_stack[: self.app.screen_stack.index(self)]
        if below and isinstance(below[-1], LocalizedScreen):
            below[-1].take_paste(text)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The bindings that work now, with translated labels and helps."""
        return {key: _translated(active) for key, active in super().active_bindings.items()}


def _translated(active: ActiveBinding) -> ActiveBinding:
    if not active.binding.description:
        return active
    binding = _translated_binding(active.binding, language())
    return active._replace(binding=binding, tooltip=_(active.tooltip) if active.tooltip else "")


@cache
def _translated_binding(binding: Binding, _language: str) -> Binding:
    key = binding.key_display
    return replace(binding, description=_(binding.description), key_display=_(key) if key else None)


_HELD, _OPEN, _CLOSED = {Stage.IN_PROGRESS}, {Stage.BEFORE, Stage.IN_PROGRESS}, {Stage.CLOSED}
ACTION_STAGES = {
    **dict.fromkeys(
        ("floor", "give", "end", "snooze", "pause", "run", "more", "break", "resume", "close_meeting"), _HELD
    ),
    **dict.fromkeys(("phase", "minutes_of_phases", "new_times", "next", "ask", "leave"), _OPEN),
    **dict.fromkeys(("go_to_minutes", "deliver", "follow_up"), _CLOSED),
}
"""A command's action → the stages in which it can be done; always, when it is not named."""


def is_available(action: str, meeting: Meeting) -> bool | None:
    """Tell whether an action makes sense now: None when it will later, so that the help may tell of it already."""
    if action not in ACTION_STAGES:
        return True
    stage = stage_of(meeting)
    if stage in ACTION_STAGES[action]:
        return True
    return None if stage is Stage.BEFORE and Stage.IN_PROGRESS in ACTION_STAGES[action] else False
