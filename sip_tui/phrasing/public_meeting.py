"""The public view of a meeting, by an allow-list of fields: the board is drawn from it and from nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any, TypeVar

from sip_tui.i18n.translation import language
from sip_tui.meeting.model.meeting import Action, InterimPlan, Meeting, Participant, Person, Row, Term
from sip_tui.meeting.people.consent import is_barred
from sip_tui.phrasing.identifier_kinds import mask_words
from sip_tui.phrasing.wording import addressee
from sip_tui.privacy import public
from sip_tui.swedish.style.du_form import Addressee, address

_RowT = TypeVar("_RowT", bound=Row)
TextTurner = Callable[..., str]
"""Turns a text to the person."""
_PHONE = frozenset({"phone"})
"""The kind of identifier that a telephone field may hold."""


def public_meeting(meeting: Meeting) -> Meeting:
    """Return the public fields, with every free text masked by ``privacy.public`` (requirements 27, 29, 204)."""
    turn = partial(_to_person, person=addressee(meeting)) if language() == "sv" else _as_it_is
    person = meeting.person_participant
    own = person.id if person else ""
    return Meeting(
        about=_named(meeting, _masked(meeting.about, "title", "purpose", "follow_up")),
        person=_person(meeting.person),
        between=_between(meeting.between),
        participants=tuple(map(_participant, meeting.participants)),
        phases=meeting.phases,
        events=meeting.events,
        needs=tuple(_masked(need, "text", turn=turn) for need in meeting.needs),
        goals=tuple(
            _without(_masked(goal, "text", "by", "resources", turn=turn), "sign", "view") for goal in meeting.goals
        ),
        actions=tuple(
            _action(_without_refused(meeting, action), turn, acts=bool(own) and action.who == own)
            for action in meeting.actions
        ),
        terms=tuple(_terms(meeting)),
    )


def _public(text: str, stands: frozenset[str] = frozenset()) -> str:
    """Mask a text, with the masks in the language of the screen."""
    return mask_words(public(text, stands))


def _named(meeting: Meeting, about: _RowT) -> _RowT:
    """Mask the names of chair and secretary, except where they are a participant's row id."""
    names = [name for name in ("chair", "co_chair", "secretary") if not meeting.participant(getattr(about, name))]
    return _masked(about, *names)


def _person(person: Person) -> Person:
    """Keep strengths, and what the clock needs: whether it is a child, and the stamina."""
    strengths, stamina = _public(person.strengths), person.stamina_minutes
    return Person(id=person.id, strengths=strengths, child=person.child, stamina_minutes=stamina)


def _between(plan: InterimPlan) -> InterimPlan:
    place, phone = _public(plan.place), _public(plan.phone, _PHONE)
    return InterimPlan(id=plan.id, place=place, phone=phone, coordinator=plan.coordinator, contact=plan.contact)


def _participant(participant: Participant) -> Participant:
    """Keep the name, and who is here: everybody is in the room with them."""
    role, phone = _public(participant.role), _public(participant.phone, _PHONE)
    name, presence = _public(participant.name), participant.presence
    return Participant(id=participant.id, kind=participant.kind, name=name, role=role, phone=phone, presence=presence)


def _without_refused(meeting: Meeting, action: Action) -> Action:
    """Leave out the owner of a new action whom the person has said no to; the no is not public."""
    return replace(action, who="") if is_barred(meeting, action) else action


def _action(action: Action, turn: TextTurner, *, acts: bool) -> Action:
    """Keep what is done; why it was not done is nobody's business but theirs."""
    masked = _masked(action, "what", "when", "how_often", "where")
    what = turn(masked.what, acts=acts)
    return _without(masked if what == masked.what else replace(masked, what=what), "why")


def _terms(meeting: Meeting) -> Iterator[Term]:
    """Yield the terms that need no mask themselves."""
    for term in meeting.terms:
        if public(term.term) == term.term:
            yield _masked(term, "answer")


def _without(row: _RowT, *names: str) -> _RowT:
    """Empty these texts; return the same row when they are empty."""
    filled: dict[str, Any] = {name: "" for name in names if getattr(row, name)}
    return replace(row, **filled) if filled else row


@lru_cache(maxsize=1024)
def _to_person(text: str, person: Addressee, *, acts: bool = False) -> str:
    """Turn a text to the person, who sits in the room."""
    return address(text, person, acts=acts).text if text else text


def _as_it_is(text: str, **_how: bool) -> str:
    return text


def _masked(row: _RowT, *names: str, turn: TextTurner = _as_it_is) -> _RowT:
    """Mask these fields and turn them to the person; return the same row when nothing changes."""
    changed: dict[str, Any] = {
        name: text for name in names if (text := turn(_public(was := getattr(row, name)))) != was
    }
    return replace(row, **changed) if changed else row
