"""The wrap-up: how it was, who coordinates the plan, the follow-up, and what holds until then.

Requirements 8, 9, 38, 39, 43, 78-83, 110, 181, 182 and 210. Everything can be left open; nothing is locked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from sip_tui.meeting.content.delivery import delivery_of, is_agreed, receivers
from sip_tui.meeting.content.plan import add_row, change_row, write_named_row
from sip_tui.meeting.content.questions import all_questions
from sip_tui.meeting.content.summary import next_in_circle
from sip_tui.meeting.log.change import Edit, EditContext
from sip_tui.meeting.model.enums import FAMILY, HERE, Answer, RowId
from sip_tui.meeting.model.meeting import Feedback, Meeting, Participant, find_row
from sip_tui.meeting.people.attendance import in_round_order, is_away
from sip_tui.meeting.people.consent import has_plan
from sip_tui.meeting.time.agenda import is_opened

FEEDBACK_ANSWERS: Mapping[str, tuple[Answer, ...]] = {
    "safe": (Answer.YES, Answer.PARTLY, Answer.NO),
    "knows_whom": (Answer.YES, Answer.NO),
    "satisfied": (Answer.YES, Answer.PARTLY, Answer.NO),
}
"""Feedback field → the answers it may have (requirements 8, 80, 81, 83)."""
FEEDBACK_FIELDS = ("safe", "wonders", "knows_whom", "satisfied", "words")
"""The feedback in the order in which it is asked (requirements 81, 82, 83, 8, 43)."""


NOTHING_MORE = frozenset(("no", "no, nothing more", "nej", "nej, inget mer", "nej inget mer", "nej tack"))
"""What ``wonders`` holds, in small letters and without its stop, of somebody who wonders about nothing more."""


class WrapUpSection(StrEnum):
    """The sections in the order in which they are gone through: the person first."""

    FEEDBACK = "feedback"
    KEEPER = "keeper"
    AGAIN = "again"
    BETWEEN = "between"
    QUESTIONS = "questions"
    DELIVERY = "delivery"


class WrapUpItem(NamedTuple):
    """One thing to go through, about a participant or a question."""

    name: str
    """A field of `Feedback` or `InterimPlan`; ``family``, ``follow_up``, ``delivery`` or ``question``."""
    about: str = ""
    settled: bool | None = None
    """Whether it is settled; None for what may be left out."""

    @property
    def row(self) -> RowId:
        """Its id in a list."""
        return RowId(self.name, self.about)


def wrap_up_sections(meeting: Meeting) -> dict[WrapUpSection, tuple[WrapUpItem, ...]]:
    """Everything to go through, without empty sections."""
    questions = (WrapUpItem("question", row.id, bool(row.answer.strip())) for row in all_questions(meeting))
    sections = {
        WrapUpSection.FEEDBACK: (*_person_items(meeting), *_family_items(meeting)),
        WrapUpSection.KEEPER: _coordinator_items(meeting),
        WrapUpSection.AGAIN: _again_items(meeting),
        WrapUpSection.BETWEEN: _between_items(meeting),
        WrapUpSection.QUESTIONS: tuple(questions),
        WrapUpSection.DELIVERY: tuple(_delivery_items(meeting)),
    }
    return {section: items for section, items in sections.items() if items}


def open_wrap_up_items(meeting: Meeting) -> tuple[WrapUpItem, ...]:
    """What is not settled yet, in order."""
    return tuple(item for item in _all_items(meeting) if item.settled is False)


def wrap_up_progress(meeting: Meeting) -> tuple[int, int]:
    """Count what is settled, and what has to be."""
    counted = [item.settled for item in _all_items(meeting) if item.settled is not None]
    return sum(counted), len(counted)


def next_open_item(meeting: Meeting, after: RowId) -> RowId:
    """The row of the next unsettled item, from the row ``after`` on and around; an empty id when there is none."""
    order = [item.row for item in _all_items(meeting)]
    return next_in_circle(order, after, {item.row for item in open_wrap_up_items(meeting)}) or RowId("")


def feedback_of(meeting: Meeting, who: str) -> Feedback:
    """A participant's feedback; empty when nobody has asked."""
    return find_row(meeting.feedback, who) or Feedback(id=who)


def valid_answer(given: Feedback, name: str) -> str:
    """The text of a feedback field; empty when it is no answer to its question."""
    text: str = getattr(given, name).strip()
    return text if _is_valid(name, text) else ""


def wonder_of(given: Feedback) -> str:
    """What somebody still wonders about; empty when they have said that there is nothing more."""
    text = given.wonders.strip()
    return "" if text.casefold().rstrip(".! ") in NOTHING_MORE else text


def give_feedback(meeting: Meeting, who: str, values: Mapping[str, str]) -> tuple[Edit, ...]:
    """Write a participant's feedback (field → text) where it differs; what is no field or no answer is ignored."""
    if meeting.participant(who) is None:
        return ()
    given = {name: text for name, text in values.items() if name in FEEDBACK_FIELDS and _is_valid(name, text)}
    return write_named_row("feedback", meeting.feedback, feedback_of(meeting, who), given)


def question_of_row(meeting: Meeting, row: RowId) -> tuple[str, str]:
    """The participant that a row asks, and the feedback field; two empty texts when it asks nobody.

    A member of the family has one row for all questions, and is asked the first unanswered one.
    """
    name, who = row
    if name in FEEDBACK_FIELDS:
        return who, name
    if name != "family":
        return "", ""
    given = feedback_of(meeting, who)
    return who, next((field for field in FEEDBACK_ANSWERS if not valid_answer(given, field)), "")


def park_wonder(meeting: Meeting, who: str, context: EditContext) -> tuple[Edit, ...]:
    """Park what a participant still wonders about (requirement 82); nothing when it is parked already."""
    fields = {"text": wonder_of(feedback_of(meeting, who)), "said_by": who}
    return () if is_parked(meeting, who) else add_row("parked", meeting.parked, context, "text", fields)


def is_parked(meeting: Meeting, who: str) -> bool:
    """Check whether what a participant wonders about is parked."""
    wonder = wonder_of(feedback_of(meeting, who))
    return bool(wonder) and any((item.text, item.said_by) == (wonder, who) for item in meeting.parked)


def change_interim_plan(meeting: Meeting, values: Mapping[str, str]) -> tuple[Edit, ...]:
    """Write fields of `InterimPlan`, and ``follow_up``, where they differ.

    A new coordinator clears the phone number: it may be the former one's private number.
    """
    about = {name: text for name, text in values.items() if name == "follow_up"}
    plan = {name: text for name, text in values.items() if name != "follow_up"}
    before = meeting.between.coordinator
    if before and plan.get("coordinator", before) != before:
        plan = {"phone": "", **plan}
    return (*change_row("about", meeting.about, **about), *change_row("between", meeting.between, **plan))


def coordinator(meeting: Meeting) -> Participant | None:
    """The coordinator of the plan (requirements 38, 79, 110)."""
    return meeting.participant(meeting.between.coordinator)


def booker(meeting: Meeting) -> Participant | None:
    """Who books the follow-up: the coordinator, unless somebody else is named (requirement 110)."""
    return meeting.participant(meeting.between.booked_by) or coordinator(meeting)


def phone_of(meeting: Meeting, who: str) -> str:
    """A participant's phone number; for the coordinator the one that was given for it."""
    participant = meeting.participant(who)
    given = meeting.between.phone.strip() if who == meeting.between.coordinator else ""
    return (given or participant.phone.strip()) if participant else ""


def is_follow_up_settled(meeting: Meeting) -> bool:
    """Check whether a follow-up is booked, or there is a reason for none, or the plan ends (requirement 9)."""
    between = meeting.between
    return any(text.strip() for text in (meeting.about.follow_up, between.unbooked, between.ended))


def is_plan_ended(meeting: Meeting) -> bool:
    """Check whether the plan ends with this meeting."""
    return bool(meeting.between.ended.strip())


def has_contact(meeting: Meeting) -> bool:
    """Check whether the person knows whom to call before the next meeting (requirement 210)."""
    return meeting.participant(meeting.between.contact) is not None


def is_person_unasked(meeting: Meeting) -> bool:
    """Check whether the person is at a meeting that has begun, and has not been asked how it was."""
    person = meeting.person_participant
    if person is None or is_away(meeting, person) or _has_answered(meeting, person.id):
        return False
    return is_opened(meeting) or person.presence in HERE


def is_person_uninformed(meeting: Meeting) -> bool:
    """Check whether the person is away and nobody is to tell them what was decided (requirement 182)."""
    return is_person_away(meeting) and meeting.participant(meeting.between.told_by) is None


def is_person_away(meeting: Meeting) -> bool:
    """Check whether the person is known not to be here."""
    person = meeting.person_participant
    return person is not None and is_away(meeting, person)


def _all_items(meeting: Meeting) -> tuple[WrapUpItem, ...]:
    return tuple(item for items in wrap_up_sections(meeting).values() for item in items)


def _person_items(meeting: Meeting) -> Iterator[WrapUpItem]:
    """What the person is asked; when away, who informs them, and what has been answered already."""
    person = meeting.person_participant
    if person is None:
        return
    given, away = feedback_of(meeting, person.id), is_person_away(meeting)
    if away:
        yield WrapUpItem("told_by", "", not is_person_uninformed(meeting))
    for name in FEEDBACK_FIELDS:
        answered = bool(valid_answer(given, name))
        if answered or not away:
            yield WrapUpItem(name, person.id, None if away or name == "words" else answered)


def _family_items(meeting: Meeting) -> Iterator[WrapUpItem]:
    """The family who are here; those who have answered and left are shown, and not waited for."""
    person = meeting.person_participant
    for relative in in_round_order(meeting):
        if relative.kind not in FAMILY or relative == person:
            continue
        given, here = feedback_of(meeting, relative.id), relative.presence in HERE
        if here or _has_answered(meeting, relative.id):
            complete = all(valid_answer(given, name) for name in FEEDBACK_ANSWERS)
            yield WrapUpItem("family", relative.id, complete if here else None)


def _coordinator_items(meeting: Meeting) -> tuple[WrapUpItem, ...]:
    """The person's wish is asked for before anybody is chosen (requirement 39)."""
    between = meeting.between
    wish = bool(between.wish.strip()) if meeting.person_participant and not is_person_away(meeting) else None
    return (
        WrapUpItem("wish", "", wish),
        WrapUpItem("coordinator", "", coordinator(meeting) is not None),
        WrapUpItem("authority", "", bool(between.authority.strip())),
        *((WrapUpItem("approved_on"),) if has_plan(meeting) else ()),
    )


def _again_items(meeting: Meeting) -> tuple[WrapUpItem, ...]:
    """When they meet again; of a plan that ends, who is still there for the person."""
    if is_plan_ended(meeting):
        return WrapUpItem("ended", "", True), WrapUpItem("remains", "", bool(meeting.between.remains.strip()))
    return WrapUpItem("follow_up", "", is_follow_up_settled(meeting)), WrapUpItem("evaluation")


def _between_items(meeting: Meeting) -> tuple[WrapUpItem, ...]:
    between = meeting.between
    return (
        WrapUpItem("contact", "", has_contact(meeting)),
        WrapUpItem("urgent"),
        WrapUpItem("changed", "", bool(between.changed.strip())),
        WrapUpItem("convener", "", meeting.participant(between.convener) is not None),
    )


def _delivery_items(meeting: Meeting) -> Iterator[WrapUpItem]:
    """How each receiver gets the plan: asked for before anybody goes home."""
    for receiver in receivers(meeting):
        yield WrapUpItem("delivery", receiver.id, is_agreed(delivery_of(meeting, receiver.id)))


def _has_answered(meeting: Meeting, who: str) -> bool:
    given = feedback_of(meeting, who)
    return any(valid_answer(given, name) for name in FEEDBACK_FIELDS)


def _is_valid(name: str, text: str) -> bool:
    return name not in FEEDBACK_ANSWERS or text in {"", *FEEDBACK_ANSWERS[name]}
