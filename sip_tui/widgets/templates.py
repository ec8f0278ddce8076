"""Templates: shipped lines with places for the meeting's own names, times and words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.content.plan import main_goals
from sip_tui.meeting.model.meeting import Action, Goal, Meeting
from sip_tui.meeting.people.consent import has_plan
from sip_tui.swedish.dates import formatting
from sip_tui.widgets.safe_text import plain

_PLACE = re.compile(r"\{(?:(\w+)|keys\[([\w.]+)\])\}")
UNKNOWN = "…"
"""Stands for what the meeting does not know yet."""


def fill_template(meeting: Meeting, line: str) -> str:
    """Fill the places of a line: {goal}, or a key by its command as {keys[go.summary]}.

    It is done in one pass, so that braces in a name are never filled in.
    """
    return _PLACE.sub(lambda found: KEYS[found[2]] if found[2] else _value(meeting, found), line)


def _value(meeting: Meeting, found: re.Match[str]) -> str:
    """Return what stands in a place; for somebody who is not chosen yet, words that can be said."""
    known = _PLACES.get(found[1])
    if text := plain(known(meeting)) if known else "":
        ends = found[1] == "purpose" and not found.string[found.end() :].strip() and text[-1] not in ".!?…"
        return f"{text}." if ends else text
    text = _(_unnamed(meeting, found[1])) if found[1] in _UNNAMED else UNKNOWN
    begins = found.string[: found.start()].rstrip()[-1:] in ("", *".!?:")
    return text[:1].upper() + text[1:] if begins else text


def _unnamed(meeting: Meeting, place: str) -> str:
    """Return what is said instead of a name, as a msgid: the chair who takes the notes too says "I"."""
    return _MYSELF if place == "secretary" and meeting.about.secretary else _UNNAMED[place]


def _secretary(meeting: Meeting) -> str:
    about = meeting.about
    return "" if about.secretary and about.secretary == about.chair else _named(meeting, about.secretary)


def _person(meeting: Meeting) -> str:
    person = meeting.person_participant
    return meeting.person.called or (person.name if person else "")


def _named(meeting: Meeting, who: str) -> str:
    participant = meeting.participant(who)
    return participant.name if participant else who


def current_action(meeting: Meeting) -> Action | None:
    """Return the action that is talked about: the newest."""
    return meeting.actions[-1] if meeting.actions else None


def current_goal(meeting: Meeting) -> Goal | None:
    """Return the goal that is talked about: that of the newest action, else the first main goal."""
    action = current_action(meeting)
    goal = meeting.goal(action.goal) if action else None
    return goal or next(iter(main_goals(meeting)), None)


def _goal(meeting: Meeting) -> str:
    goal = current_goal(meeting)
    return goal.text if goal else ""


def _action(meeting: Meeting) -> str:
    action = current_action(meeting)
    return action.what if action else ""


_UNNAMED: Mapping[str, str] = {"chair": N_("(your name)"), "secretary": N_("one of us")}
"""Place → what is read where nobody has been chosen yet."""
_MYSELF = N_("the one who is chairing")
_PLACES: Mapping[str, Callable[[Meeting], str]] = {
    "person": _person,
    "chair": lambda meeting: _named(meeting, meeting.about.chair or meeting.about.called_by),
    "secretary": _secretary,
    "minutes": lambda meeting: str(meeting.about.minutes),
    "purpose": lambda meeting: meeting.about.purpose,
    "follow_up": lambda meeting: formatting.spoken(meeting.about.follow_up, language()),
    "your_plan": lambda meeting: _("your plan") if has_plan(meeting) else _("the notes"),
    "goal": _goal,
    "action": _action,
}
