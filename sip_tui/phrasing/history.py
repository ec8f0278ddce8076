"""A history in words and signs: one sign for how something stood at a meeting, and what it means."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.content.history import State
from sip_tui.swedish.dates import formatting

SIGNS: Mapping[State, str] = {
    State.PROPOSED: "+",
    State.BEGUN: "○",
    State.ASKED: "…",
    State.GOING_ON: "●",
    State.PARTLY: "◐",
    State.CHANGED: "◇",
    State.REACHED: "✓",
    State.STOPPED: "■",
    State.NOT_DONE: "×",
    State.UNREVIEWED: "?",
}
"""State → its sign, which reads without colour."""
MEANINGS: Mapping[State, str] = {
    State.PROPOSED: N_("proposal"),
    State.BEGUN: N_("new this time"),
    State.ASKED: N_("will be asked"),
    State.GOING_ON: N_("carries on"),
    State.PARTLY: N_("partly reached"),
    State.CHANGED: N_("changed"),
    State.REACHED: N_("done or reached"),
    State.STOPPED: N_("ended or replaced"),
    State.NOT_DONE: N_("not done"),
    State.UNREVIEWED: N_("not reviewed"),
}
"""State → what its sign means."""
_OF_TABLE: Mapping[str, Mapping[State, str]] = {
    "goals": {State.REACHED: N_("reached")},
    "actions": {
        State.BEGUN: N_("new"),
        State.GOING_ON: N_("ongoing"),
        State.CHANGED: N_("was changed"),
        State.REACHED: N_("done"),
        State.STOPPED: N_("ended, or replaced by another"),
    },
}
"""Table → state → its words where they are those of a goal, or of an action, alone."""


def meaning(table: str, state: State) -> str:
    """Return how a goal or an action stood, in its own words."""
    return _(_OF_TABLE.get(table, {}).get(state, MEANINGS[state]))


def legend(states: Collection[State]) -> str:
    """Return the signs of these states with what they mean; no line breaks between a sign and its words."""
    signs = (f"{sign} {_(MEANINGS[state])}" for state, sign in SIGNS.items() if state in states)
    return "  ".join(sign.replace(" ", "\N{NO-BREAK SPACE}") for sign in signs)


def short_day(day: str) -> str:
    """Return a day for the head of a column: 27/11 -26; the text itself when it is no day."""
    at = formatting.iso(day)
    if at is None:
        return day[:8] or _("planned")
    return f"{at.day}/{at.month} -{at:%y}" if language() == "sv" else f"{at:%d %b %y}"
