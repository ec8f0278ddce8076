"""Before people go home: how it was, who keeps the plan together, when they meet again, what holds until then.

Seed rows 8, 9, 38, 39, 43, 78-83, 110, 181, 182 and 210 (F15, F19, F20, F21, F36). Everything here can be left: what
is left is told, and nothing locks the room.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from sip_tui.meeting.content.plan import add_row, change_row
from sip_tui.meeting.content.questions import all_questions
from sip_tui.meeting.log.change import Edit, EditContext, as_edits
from sip_tui.meeting.model.enums import FAMILY, HERE, Presence
from sip_tui.meeting.model.meeting import Feedback, Meeting, Participant
from sip_tui.meeting.people.attendance import in_round_order, is_absent

YES, PARTLY, NO = "yes", "partly", "no"
FEEDBACK_ANSWERS: Mapping[str, tuple[str, ...]] = {
    "safe": (YES, PARTLY, NO),
    "knows_whom": (YES, NO),
    "satisfied": (YES, PARTLY, NO),
}
"""What is answered in one word → the answers there are (seed rows 8, 80, 81, 83)."""
FEEDBACK_FIELDS = ("safe", "wonders", "knows_whom", "satisfied", "words")
"""What is asked about how it was, in the order in which it is asked (seed rows 81, 82, 83, 8, 43)."""


class WrapUpSection(StrEnum):
    """What belongs together, in the order in which it is gone through: the person first."""

    FEEDBACK = "feedback"
    KEEPER = "keeper"
    AGAIN = "again"
    BETWEEN = "between"
    QUESTIONS = "questions"


class WrapUpItem(NamedTuple):
    """One thing to go through."""

    name: str
    """A field of the feedback or of what holds between the meetings; ``family``, ``follow_up`` or ``question``."""
    about: str = ""
    """The participant or the question that it is about."""
    settled: bool | None = None
    """Whether it is settled; None for what nobody has to settle."""

    @property
    def row(self) -> str:
        """Its name in a list."""
        return f"{self.name} {self.about}".rstrip()


def wrap_up_sections(meeting: Meeting) -> dict[WrapUpSection, tuple[WrapUpItem, ...]]:
    """Everything to go through; a section that has nothing in it is left out."""
    those = {
        WrapUpSection.FEEDBACK: (*_person(meeting), *_family(meeting)),
        WrapUpSection.KEEPER: _keeper(meeting),
        WrapUpSection.AGAIN: _again(meeting),
        WrapUpSection.BETWEEN: _between(meeting),
        WrapUpSection.QUESTIONS: tuple(
            WrapUpItem("question", one.id, bool(one.answer.strip())) for one in all_questions(meeting)
        ),
    }
    return {section: items for section, items in those.items() if items}


def open_wrap_up_items(meeting: Meeting) -> tuple[WrapUpItem, ...]:
    """What is not settled yet, in the order in which it is gone through."""
    return tuple(one for one in _all(meeting) if one.settled is False)


def wrap_up_progress(meeting: Meeting) -> tuple[int, int]:
    """How much is settled, and of how much."""
    counted = [one.settled for one in _all(meeting) if one.settled is not None]
    return sum(counted), len(counted)


def next_open_item(meeting: Meeting, after: str) -> str:
    """The row of the next thing that is left, from the row ``after`` on and around; empty when nothing is."""
    order = [one.row for one in _all(meeting)]
    start = order.index(after) + 1 if after in order else 0
    open_ = {one.row for one in open_wrap_up_items(meeting)}
    return next((row for row in (*order[start:], *order[:start]) if row in open_), "")


def feedback_of(meeting: Meeting, who: str) -> Feedback:
    """What a participant has said about how it was; empty when nobody has asked."""
    return next((one for one in meeting.feedback if one.id == who), Feedback(id=who))


def valid_answer(given: Feedback, name: str) -> str:
    """What was said about one thing; what is no answer to its question is none."""
    text: str = getattr(given, name).strip()
    return text if _can_be(name, text) else ""


def give_feedback(meeting: Meeting, who: str, values: Mapping[str, str]) -> tuple[Edit, ...]:
    """Write how it was: only what differs from what stands there.

    Args:
        meeting: The meeting as it stands.
        who: The participant's id, which names the row too.
        values: Field → text; what is no field, or no answer to its question, is passed by.

    Returns:
        Nothing for somebody who is not on the list. The first edit of a new row brings it forth, also when it has been
        taken back before.
    """
    if meeting.participant(who) is None:
        return ()
    given = {name: text for name, text in values.items() if name in FEEDBACK_FIELDS and _can_be(name, text)}
    edits = change_row("feedback", feedback_of(meeting, who), **given)
    new = all(one.id != who for one in meeting.feedback)
    return (*as_edits("feedback", who, [("deleted", False)]), *edits) if edits and new else edits


def question_of_row(meeting: Meeting, row: str) -> tuple[str, str]:
    """Whom a row asks, and which question; two empty texts when it asks nobody.

    A question to the person has a row of its own. Somebody of the family has one row for all, and is asked what has
    not been answered there.
    """
    name, _space, who = row.partition(" ")
    if name in FEEDBACK_FIELDS:
        return who, name
    if name != "family":
        return "", ""
    given = feedback_of(meeting, who)
    return who, next((one for one in FEEDBACK_ANSWERS if not valid_answer(given, one)), "")


def park_wonder(meeting: Meeting, who: str, moment: EditContext) -> tuple[Edit, ...]:
    """Keep what somebody still wonders about for another day (seed row 82); nothing when it is kept already."""
    wonder = feedback_of(meeting, who).wonders
    return () if is_parked(meeting, who) else add_row("parked", meeting.parked, moment, "text", _parked(wonder, who))


def is_parked(meeting: Meeting, who: str) -> bool:
    """True when what somebody wonders about is among what is parked."""
    wonder = feedback_of(meeting, who).wonders.strip()
    return bool(wonder) and any((one.text, one.said_by) == (wonder, who) for one in meeting.parked)


def change_interim_plan(meeting: Meeting, values: Mapping[str, str]) -> tuple[Edit, ...]:
    """Write what holds until they meet again: fields of ``Between``, and ``follow_up``, only where they differ.

    The number of a coordinator goes with the coordinator: it may be a private one, and must not be told as another's.
    """
    about = {name: text for name, text in values.items() if name == "follow_up"}
    rest = {name: text for name, text in values.items() if name != "follow_up"}
    before = meeting.between.coordinator
    if before and rest.get("coordinator", before) != before:
        rest = {"phone": "", **rest}
    return (*change_row("about", meeting.about, **about), *change_row("between", meeting.between, **rest))


def coordinator(meeting: Meeting) -> Participant | None:
    """The one who keeps the plan together (seed rows 38, 79, 110)."""
    return meeting.participant(meeting.between.coordinator)


def booker(meeting: Meeting) -> Participant | None:
    """The one who books the follow-up: the coordinator, when nobody else is named (seed row 110)."""
    return meeting.participant(meeting.between.booked_by) or coordinator(meeting)


def phone_of(meeting: Meeting, who: str) -> str:
    """How somebody is reached; the number of the coordinator is the one that was given for it."""
    one = meeting.participant(who)
    given = meeting.between.phone.strip() if one and who == meeting.between.coordinator else ""
    return given or (one.phone.strip() if one else "")


def is_follow_up_settled(meeting: Meeting) -> bool:
    """True when a follow-up is booked, or somebody has said why none is (seed row 9)."""
    return bool(meeting.about.follow_up.strip() or meeting.between.unbooked.strip())


def has_contact(meeting: Meeting) -> bool:
    """True when the person knows whom to call before the next meeting (seed row 210)."""
    return meeting.participant(meeting.between.contact) is not None


def is_person_unasked(meeting: Meeting) -> bool:
    """True when the person is here, and nobody has asked how it was."""
    person = meeting.person_participant
    if person is None or is_person_away(meeting):
        return False
    given = feedback_of(meeting, person.id)
    return not any(valid_answer(given, name) for name in FEEDBACK_FIELDS)


def is_person_uninformed(meeting: Meeting) -> bool:
    """True when the person is not in the room, and nobody has said who tells what was decided (seed row 182)."""
    return is_person_away(meeting) and meeting.participant(meeting.between.told_by) is None


def is_person_away(meeting: Meeting) -> bool:
    """True when the person is known not to be in the room."""
    person = meeting.person_participant
    return person is not None and (person.presence is Presence.LATE or is_absent(meeting, person.id))


def _all(meeting: Meeting) -> tuple[WrapUpItem, ...]:
    return tuple(one for items in wrap_up_sections(meeting).values() for one in items)


def _person(meeting: Meeting) -> Iterator[WrapUpItem]:
    """What the person is asked; of somebody who is not here, who tells them. What has been answered stays in sight."""
    person = meeting.person_participant
    if person is None:
        return
    given, away = feedback_of(meeting, person.id), is_person_away(meeting)
    if away:
        yield WrapUpItem("told_by", "", not is_person_uninformed(meeting))
    for name in FEEDBACK_FIELDS:
        text = bool(valid_answer(given, name))
        if text or not away:
            yield WrapUpItem(name, person.id, None if away or name == "words" else text)


def _family(meeting: Meeting) -> Iterator[WrapUpItem]:
    """Everybody of the family who is here; who has answered and gone stays in sight, and is not waited for."""
    person = meeting.person_participant
    for one in in_round_order(meeting):
        if one.kind in FAMILY and one != person:
            given, here = feedback_of(meeting, one.id), one.presence in HERE
            if here or any(valid_answer(given, name) for name in FEEDBACK_FIELDS):
                yield WrapUpItem(
                    "family", one.id, all(valid_answer(given, name) for name in FEEDBACK_ANSWERS) if here else None
                )


def _keeper(meeting: Meeting) -> tuple[WrapUpItem, ...]:
    """The person's wish is asked for before anybody is chosen (seed row 39)."""
    between = meeting.between
    asked = bool(between.wish.strip()) if meeting.person_participant and not is_person_away(meeting) else None
    return (
        WrapUpItem("wish", "", asked),
        WrapUpItem("coordinator", "", coordinator(meeting) is not None),
        WrapUpItem("authority", "", bool(between.authority.strip())),
    )


def _again(meeting: Meeting) -> tuple[WrapUpItem, ...]:
    return WrapUpItem("follow_up", "", is_follow_up_settled(meeting)), WrapUpItem("evaluation")


def _between(meeting: Meeting) -> tuple[WrapUpItem, ...]:
    between = meeting.between
    return (
        WrapUpItem("contact", "", has_contact(meeting)),
        WrapUpItem("urgent"),
        WrapUpItem("changed", "", bool(between.changed.strip())),
        WrapUpItem("convener", "", meeting.participant(between.convener) is not None),
    )


def _can_be(name: str, text: str) -> bool:
    return name not in FEEDBACK_ANSWERS or text in {"", *FEEDBACK_ANSWERS[name]}


def _parked(wonder: str, who: str) -> dict[str, str]:
    return {"text": wonder, "said_by": who}
