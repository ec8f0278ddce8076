"""A new meeting like an earlier one: how it is held and who comes from the services, and nothing about the person.

A plan that is reused as a template can carry what was said of somebody else; so the person, the family, needs, notes
and everything that was said stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.meeting.log.change import Edit, Value, as_edits
from sip_tui.meeting.model.enums import FAMILY
from sip_tui.meeting.model.meeting import Meeting

NEW = "new"
"""The id of a meeting that is to be made."""
_ABOUT = (
    "type",
    "minutes",
    "place",
    "link",
    "called_by",
    "reply_to",
    "chair",
    "co_chair",
    "secretary",
    "script",
    "bell",
)
_PERSON_FIELDS = ("name", "kind", "role", "organisation", "email", "phone", "key_person", "order")


def empty_meeting(minutes: int) -> tuple[Edit, ...]:
    """Return the edits of a meeting that nothing is known of but how long it usually is."""
    return as_edits("about", "meeting", [("type", "SIP"), ("minutes", minutes)])


def edits_like(meeting: Meeting) -> tuple[Edit, ...]:
    """Return the edits of a new meeting like this one."""
    family = {participant.id for participant in meeting.participants if participant.kind in FAMILY}
    return (*_about(meeting, family), *_people(meeting, family), *_phases(meeting))


def _about(meeting: Meeting, family: set[str]) -> Iterator[Edit]:
    about = meeting.about
    cells: dict[str, Value] = {name: getattr(about, name) for name in _ABOUT}
    cells |= {name: "" for name, value in cells.items() if value in family}
    if names_nobody(meeting, about.purpose):
        cells["purpose"] = about.purpose
    cells["questions"] = [text for text in about.questions if names_nobody(meeting, text)]
    yield from as_edits("about", "meeting", [(name, value) for name, value in cells.items() if value not in ("", [])])


def names_nobody(meeting: Meeting, text: str) -> bool:
    """Check whether a text can stand in another person's meeting: it names nobody of the family, and no identifier."""
    from sip_tui.privacy import find  # not before it is needed: every start would compile its patterns

    names = [participant.name for participant in meeting.participants if participant.kind in FAMILY]
    names.append(meeting.person.called)
    return not any(hit.level == "block" for hit in find(text, [name for name in names if name.strip()]))


def _people(meeting: Meeting, family: set[str]) -> Iterator[Edit]:
    for participant in meeting.participants:
        if participant.id not in family and not participant.substitute_for:
            yield from as_edits(
                "participants", participant.id, [(name, getattr(participant, name)) for name in _PERSON_FIELDS]
            )


def _phases(meeting: Meeting) -> Iterator[Edit]:
    for phase in meeting.phases:
        if phase.minutes is not None:
            yield Edit("phases", phase.id, "minutes", phase.minutes)
