"""What is left to do before the meeting: what follows from the meeting itself, and what somebody ticks.

Requirements 45, 122, 124-127, 136, 137, 139, 140, 142, 149-155.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from sip_tui.meeting.content.about import is_called
from sip_tui.meeting.content.plan import change_row
from sip_tui.meeting.content.questions import all_questions, makes_plan
from sip_tui.meeting.log.change import Edit, EditContext, as_edits
from sip_tui.meeting.model.enums import Answer, Kind, find_row
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.model.preparation import PreparationItem
from sip_tui.meeting.people.beside import write_beside
from sip_tui.meeting.people.consent import asked_about_plan
from sip_tui.meeting.people.invitations import awaiting_answer, uncalled


class Task(NamedTuple):
    """One thing to do before the meeting."""

    key: str
    done: bool
    own: bool
    """Whether somebody ticks it; else it follows from what the meeting holds."""
    not_needed: bool = False
    text: str = ""
    """The words of an item that somebody has added."""


Check = Callable[[Meeting], bool]

FOLLOWS: Mapping[str, Check] = {
    "person": lambda meeting: bool(meeting.person_participant or meeting.person.called.strip()),
    "purpose": lambda meeting: bool(meeting.about.purpose.strip() and all_questions(meeting)),
    "time": lambda meeting: meeting.about.start is not None,
    "place": lambda meeting: bool(meeting.about.place.strip() or meeting.about.link.strip()),
    "people": lambda meeting: any(other.kind is not Kind.PERSON for other in meeting.participants),
    "plan_consent": lambda meeting: _is_plan_answered(meeting),
    "consent": lambda meeting: _is_consent_answered(meeting),
    "call": lambda meeting: is_called(meeting) and not uncalled(meeting),
    "answers": lambda meeting: is_called(meeting) and not awaiting_answer(meeting),
}
"""What is done when the meeting holds it, in the order in which it is done."""
TICKED: Mapping[str, Check] = {
    "tell_person": lambda _meeting: True,
    "interpreter": lambda meeting: bool(meeting.person.interpreter_language.strip()),
    "kin": lambda meeting: meeting.person.kin_wanted is Answer.YES and not _has(meeting, Kind.KIN),
    "support": lambda meeting: bool(meeting.person.cognitive_support.strip()),
    "transport": lambda meeting: bool(meeting.person.travel.strip()),
    "room": lambda meeting: bool(meeting.about.place.strip()),
    "link": lambda meeting: bool(meeting.about.link.strip()),
    "screen": lambda _meeting: True,
    "read_up": lambda _meeting: True,
}
"""What somebody ticks; the check tells whether the meeting needs it."""


WAITS_FOR: Mapping[str, Callable[[Meeting], Sequence[Participant]]] = {
    "plan_consent": lambda meeting: _unasked_about_plan(meeting),
    "consent": lambda meeting: [each for each in meeting.participants if each.kind is Kind.ACTOR and not each.consent],
    "answers": awaiting_answer,
}
"""Task → those whom it waits for, in turn."""


def _unasked_about_plan(meeting: Meeting) -> list[Participant]:
    return [each for each in asked_about_plan(meeting) if not meeting.consent_detail(each.id).plan]


def _is_plan_answered(meeting: Meeting) -> bool:
    return bool(asked_about_plan(meeting)) and not _unasked_about_plan(meeting)


def _is_consent_answered(meeting: Meeting) -> bool:
    actors = [participant for participant in meeting.participants if participant.kind is Kind.ACTOR]
    return bool(actors) and all(actor.consent for actor in actors)


def _has(meeting: Meeting, kind: Kind) -> bool:
    return any(participant.kind is kind for participant in meeting.participants)


def preparation_tasks(meeting: Meeting) -> tuple[Task, ...]:
    """Everything that belongs to the preparation of this meeting: what follows, what is ticked, what is added."""
    asks_plan = makes_plan(meeting)
    follows = [
        Task(key, check(meeting), own=False) for key, check in FOLLOWS.items() if asks_plan or key != "plan_consent"
    ]
    ticked = [_ticked(meeting, key) for key, needed in TICKED.items() if needed(meeting)]
    added = [
        Task(item.id, bool(item.done_on), own=True, not_needed=item.not_needed, text=item.text)
        for item in meeting.preparation
        if item.id not in TICKED and item.text.strip()
    ]
    return (*follows, *ticked, *added)


def _ticked(meeting: Meeting, key: str) -> Task:
    item = find_row(meeting.preparation, key) or PreparationItem(id=key)
    return Task(key, bool(item.done_on), own=True, not_needed=item.not_needed)


def open_tasks(meeting: Meeting) -> tuple[Task, ...]:
    """What is left to do before the meeting."""
    return tuple(task for task in preparation_tasks(meeting) if not (task.done or task.not_needed))


def tick_task(meeting: Meeting, key: str, day: str) -> tuple[Edit, ...]:
    """Tick something off on a day, or take the tick away; nothing for what follows from the meeting."""
    return _change(meeting, key, lambda item: {"done_on": "" if item.done_on else day, "not_needed": False})


def skip_task(meeting: Meeting, key: str) -> tuple[Edit, ...]:
    """Note that something is not needed this time, or that it is after all."""
    return _change(meeting, key, lambda item: {"not_needed": not item.not_needed, "done_on": ""})


def _change(
    meeting: Meeting, key: str, values: Callable[[PreparationItem], Mapping[str, str | bool]]
) -> tuple[Edit, ...]:
    item = find_row(meeting.preparation, key)
    if item is not None:
        return change_row("preparation", item, **values(item))
    blank = PreparationItem(id=key)
    return write_beside(meeting, "preparation", blank, **values(blank)) if key in TICKED else ()


def add_task(meeting: Meeting, text: str, context: EditContext) -> tuple[Edit, ...]:
    """Add something to the list; nothing when there are no words."""
    order = len(meeting.preparation)
    return as_edits("preparation", context.row, [("text", text.strip()), ("order", order)]) if text.strip() else ()
