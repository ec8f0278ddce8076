"""What can be written about a meeting and its person before it, as people type it; wrong input is one question.

One table for the form and for ``sip-tui set``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.about import change_about
from sip_tui.meeting.content.plan import change_row, delete_row
from sip_tui.meeting.log.change import Edit, EditContext, Value, as_edits, format_time
from sip_tui.meeting.model.enums import Answer, Kind
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.model.text import clean
from sip_tui.meeting.people.attendance import is_minor
from sip_tui.meeting.people.roles import change_meeting_info
from sip_tui.meeting.time.agenda import usual_minutes
from sip_tui.meeting_file.vocabulary import kind_of_role
from sip_tui.parsing.meeting_time import read_meeting_time
from sip_tui.parsing.names import NameQuestionError, find_participant
from sip_tui.resources.meeting_types import MeetingType, forbidden_caller, meeting_type, share_minutes, type_by_key
from sip_tui.swedish.dates.formatting import iso
from sip_tui.swedish.dates.parser import read_when, stored_text
from sip_tui.swedish.dates.when import TimeKind

YES = frozenset(("yes", "y", "true", "1", "ja", "j", "barn", "child"))
NO = frozenset(("no", "n", "false", "0", "nej", "vuxen", "adult", ""))
MAX_MINUTES = 24 * 60
PERSON, GUARDIAN = "person", "guardian"
"""Row ids of those whom the form of a new meeting makes."""
_OF_PARENTS = frozenset({Kind.KIN, Kind.GUARDIAN})
"""What a mother or father can be at a meeting, unless somebody has said something else."""


class FieldQuestionError(Exception):
    """What was typed cannot be kept as it is; the text is the question or the sentence."""


@dataclass(frozen=True, slots=True)
class FieldContext:
    """What reading a field may need."""

    meeting: Meeting
    moment: EditContext
    today: date


Reader = Callable[[FieldContext, str, str], tuple[Edit, ...]]
"""Context, field and text → edits; raises FieldQuestionError."""


def write_field(context: FieldContext, field: str, text: str) -> tuple[Edit, ...]:
    """Return the edits that write a field.

    Raises:
        FieldQuestionError: The text cannot be kept as it is.
        KeyError: There is no such field.
    """
    return FIELDS[field](context, field, clean(text).strip())


def _about(context: FieldContext, field: str, text: str) -> tuple[Edit, ...]:
    return change_about(context.meeting, {field: text}, context.moment)


def _person(context: FieldContext, field: str, text: str) -> tuple[Edit, ...]:
    return change_row("person", context.meeting.person, **{field: text})


def _called(context: FieldContext, field: str, text: str) -> tuple[Edit, ...]:
    _refuse_two(text)
    return _person(context, field, text)


def _refuse_two(text: str) -> None:
    """Ask which of two people a meeting is about."""
    if re.search(r"\s(?:och|and|&|\+)\s+[^\W\d_]", text, re.IGNORECASE):
        raise FieldQuestionError(_("A meeting is about one person. Which of them is it: {words}?").format(words=text))


def _answer(context: FieldContext, field: str, text: str) -> tuple[Edit, ...]:
    answer = "" if not text else Answer.YES if _is_yes(text) else Answer.NO
    return change_row("person", context.meeting.person, **{field: str(answer)})


def _child(context: FieldContext, _field: str, text: str) -> tuple[Edit, ...]:
    meeting, child = context.meeting, _is_yes(text)
    guardians = [other for other in meeting.participants if other.kind is Kind.GUARDIAN and _is_of_children(other.role)]
    if meeting.person.child and not child and guardians:
        sentence = _(
            "Only a child has someone with parental responsibility, and {name} is on the list as a parent or "
            "guardian. Change that to family or friend first."
        )
        raise FieldQuestionError(sentence.format(name=guardians[0].name or guardians[0].role))
    return set_child(meeting, child=child)


def _is_of_children(role: str) -> bool:
    return kind_of_role(role, adult=True) is Kind.GUARDIAN


def set_child(meeting: Meeting, *, child: bool) -> tuple[Edit, ...]:
    """Say whether the person is a child; a mother or father is a guardian then, and else next of kin."""
    parents = [other for other in meeting.participants if kind_of_role(other.role) is Kind.GUARDIAN]
    kinds = {other.id: kind_of_role(other.role, adult=not child).value for other in parents}
    moved = (change_row("participants", other, kind=kinds[other.id]) for other in parents if other.kind in _OF_PARENTS)
    return (*change_row("person", meeting.person, child=child), *chain.from_iterable(moved))


def _is_yes(text: str) -> bool:
    word = text.casefold()
    if word in YES or word in NO:
        return word in YES
    raise FieldQuestionError(_("{words}: write yes or no.").format(words=text))


def _whole(text: str, least: int) -> int:
    if not text.isdecimal() or not least <= int(text) <= MAX_MINUTES:
        sentence = _("{words}: write whole minutes, from {least} to {most}.")
        raise FieldQuestionError(sentence.format(words=text or "–", least=least, most=MAX_MINUTES))
    return int(text)


def _minutes(context: FieldContext, _field: str, text: str) -> tuple[Edit, ...]:
    minutes = _whole(text, 1)
    return (*change_about(context.meeting, {"minutes": minutes}, context.moment), *_shares(context.meeting, minutes))


def _shares(meeting: Meeting, minutes: int) -> tuple[Edit, ...]:
    """Divide the minutes as the type of the meeting does, when that is another way than the usual."""
    kind = meeting_type(meeting.about.type)
    return share_minutes(kind, minutes) if kind else ()


def _stamina(context: FieldContext, field: str, text: str) -> tuple[Edit, ...]:
    return change_row("person", context.meeting.person, **{field: _whole(text, 0) if text else 0})


def _type(context: FieldContext, _field: str, text: str) -> tuple[Edit, ...]:
    if not text:
        raise FieldQuestionError(_("Which type of meeting is it?"))
    kind, meeting = type_by_key(text) or meeting_type(text), context.meeting
    values: dict[str, Value] = {"type": kind.name if kind else text}
    if kind is None:
        return change_about(meeting, values, context.moment)
    _refuse_caller(meeting, kind, meeting.about.called_by)
    known = meeting_type(meeting.about.type)
    if not meeting.about.purpose.strip() or (known and meeting.about.purpose == known.purpose):
        values["purpose"] = kind.purpose
    values["script"] = kind.script
    shared = share_minutes(kind, meeting.about.minutes) or (usual_minutes(meeting) if kind != known else ())
    return (*change_about(meeting, values, context.moment), *shared)


def _refuse_caller(meeting: Meeting, kind: MeetingType, caller: str) -> None:
    """Refuse a caller who may not call a meeting of this type, say why, and offer the type that they can call."""
    participant = meeting.participant(caller)
    words = f"{participant.name} {participant.role} {participant.organisation}" if participant else caller
    if forbidden_caller(kind, words):
        instead = type_by_key(kind.instead)
        offer = _("Arrange a {type} instead.").format(type=instead.name.lower()) if instead else ""
        raise FieldQuestionError(f"{kind.refusal} {offer}".strip())


def _caller(context: FieldContext, field: str, text: str) -> tuple[Edit, ...]:
    who = _named(context, text)
    if kind := meeting_type(context.meeting.about.type):
        _refuse_caller(context.meeting, kind, who)
    return change_about(context.meeting, {field: who}, context.moment)


def _office(context: FieldContext, field: str, text: str) -> tuple[Edit, ...]:
    return change_meeting_info(context.meeting, {field: _named(context, text)}, context.moment)


def _named(context: FieldContext, text: str) -> str:
    """The id of the participant that is named; somebody who is not on the list is kept as a name."""
    if not text or context.meeting.participant(text):
        return text
    try:
        return find_participant(context.meeting, text).id
    except NameQuestionError as question:
        if question.candidates:
            raise FieldQuestionError(str(question)) from None
        return text


def _start(context: FieldContext, _field: str, text: str) -> tuple[Edit, ...]:
    if not text:
        return change_about(context.meeting, {"start": None}, context.moment)
    read = read_meeting_time(text, context.today)
    if read.start is None:
        raise FieldQuestionError(read.question)
    values: dict[str, Value] = {"start": format_time(read.start)}
    if read.minutes:
        values["minutes"] = read.minutes
    shares = _shares(context.meeting, read.minutes) if read.minutes else ()
    return (*change_about(context.meeting, values, context.moment), *shares)


def _day(context: FieldContext, field: str, text: str) -> tuple[Edit, ...]:
    """Keep a day with its year; a day that does not exist is a question, free words are kept."""
    read = read_when(text, context.today)
    if text and read.kind is TimeKind.ASK and any(char.isdigit() for char in text) and not iso(text):
        sentence = _("There is no such day, or it has passed: {words}. Write the year too.").format(words=text)
        asked = read_meeting_time(text, context.today).question if field == "follow_up" else ""
        raise FieldQuestionError(asked or sentence)
    kept = text if not text or read.kind is TimeKind.ASK or iso(text) else stored_text(read)
    if field == "consent_until":
        return change_row("person", context.meeting.person, consent_until=kept)
    return change_about(context.meeting, {field: kept}, context.moment)


def _questions(context: FieldContext, field: str, text: str) -> tuple[Edit, ...]:
    questions = [line.strip() for line in text.split("\n") if line.strip()]
    return change_about(context.meeting, {field: questions}, context.moment)


def _name(context: FieldContext, _field: str, text: str) -> tuple[Edit, ...]:
    """Write the person's name, on the person's row; the first time the row is made."""
    _refuse_two(text)
    person = context.meeting.person_participant
    if person is not None:
        return change_row("participants", person, name=text)
    if not text:
        return ()
    order = min((other.order for other in context.meeting.participants), default=1) - 1
    cells: dict[str, Value] = {"name": text, "kind": Kind.PERSON.value, "order": order}
    return as_edits("participants", PERSON, {"deleted": False, **cells}.items())


def _guardian(context: FieldContext, _field: str, text: str) -> tuple[Edit, ...]:
    """Write the guardian's name, on a row of its own; only a child has one."""
    meeting = context.meeting
    if text and not is_minor(meeting):
        raise FieldQuestionError(
            _(
                "Only a child has someone with parental responsibility. If the person is a child, write that "
                "first. If not, write that they are family."
            )
        )
    if guardian := meeting.participant(GUARDIAN):
        return change_row("participants", guardian, name=text) if text else delete_row("participants", GUARDIAN)
    if not text or any(other.name.casefold() == text.casefold() for other in meeting.participants):
        return ()
    order = max((other.order for other in meeting.participants), default=0) + 1
    cells: dict[str, Value] = {
        "name": text,
        "kind": Kind.GUARDIAN.value,
        "role": _("parent or guardian"),
        "order": order,
    }
    return as_edits("participants", GUARDIAN, {"deleted": False, **cells}.items())


FIELDS: Mapping[str, Reader] = {
    "type": _type,
    "title": _about,
    "start": _start,
    "minutes": _minutes,
    "place": _about,
    "link": _about,
    "purpose": _about,
    "questions": _questions,
    "why": _about,
    "called_by": _caller,
    "reply_to": _about,
    "reply_by": _day,
    "short_notice": _about,
    "chair": _office,
    "co_chair": _office,
    "secretary": _office,
    "follow_up": _day,
    "person": _name,
    "called": _called,
    "child": _child,
    "guardian": _guardian,
    "reach": _person,
    "communication": _person,
    "interpreter_language": _person,
    "kin_wanted": _answer,
    "cognitive_support": _person,
    "breaks": _person,
    "stamina_minutes": _stamina,
    "travel": _person,
    "takes_part": _person,
    "kept_out": _person,
    "consent_until": _day,
}
"""Field → how its text is read; the order is that of the form and of the help."""
