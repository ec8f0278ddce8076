"""The meeting as everybody in the room may see it: what the board on the wall is drawn from, and from nothing else.

Only what is named here is taken over. Whoever draws the board cannot show a note, a consent or who has spoken by
mistake, since it is not in the meeting that they get.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from sip_tui.meeting.model.meeting import InterimPlan, Meeting, Participant, Person, Row, Term
from sip_tui.privacy import public

_One = TypeVar("_One", bound=Row)
_NUMBER = frozenset({"phone"})
"""What a field for a telephone number may hold."""


def public_meeting(meeting: Meeting) -> Meeting:
    """Leave what is said to the whole room, every free text without what ``public`` masks (seed rows 27, 29, 204)."""
    return Meeting(
        about=_named(meeting, _clean(meeting.about, "title", "purpose", "follow_up")),
        person=_person(meeting.person),
        between=_between(meeting.between),
        participants=tuple(map(_participant, meeting.participants)),
        phases=meeting.phases,
        events=meeting.events,
        needs=tuple(_clean(one, "text") for one in meeting.needs),
        goals=tuple(_clean(one, "text", "by", "resources") for one in meeting.goals),
        actions=tuple(_clean(one, "what", "when", "how_often", "where") for one in meeting.actions),
        terms=tuple(_words(meeting)),
    )


def _named(meeting: Meeting, about: _One) -> _One:
    """Clean the names of those who lead and write; one who is on the list is given by a row's id, which stands."""
    names = [name for name in ("chair", "co_chair", "secretary") if not meeting.participant(getattr(about, name))]
    return _clean(about, *names)


def _person(one: Person) -> Person:
    """What the person can; how long the person manages is known to the clock, and told nobody."""
    return Person(id=one.id, strengths=public(one.strengths), child=one.child, stamina_minutes=one.stamina_minutes)


def _between(one: InterimPlan) -> InterimPlan:
    place, phone = public(one.place), public(one.phone, _NUMBER)
    return InterimPlan(id=one.id, place=place, phone=phone, coordinator=one.coordinator, contact=one.contact)


def _participant(one: Participant) -> Participant:
    """Names stand: people are in the room with them."""
    role, phone = public(one.role), public(one.phone, _NUMBER)
    return Participant(id=one.id, kind=one.kind, name=public(one.name), role=role, phone=phone)


def _words(meeting: Meeting) -> Iterator[Term]:
    """The words that have been explained; one that would be masked itself helps nobody, and is left out."""
    for one in meeting.terms:
        if public(one.term) == one.term:
            yield _clean(one, "answer")


def _clean(row: _One, *names: str) -> _One:
    """Mask these fields; a row in which nothing has to go stays the same one."""
    changed: dict[str, Any] = {name: text for name in names if (text := public(was := getattr(row, name))) != was}
    return replace(row, **changed) if changed else row
