"""The situation: what matters to the person, each participant's account, and the help given already.

Requirements 1, 22, 23, 32, 58, 71, 98, 102 and 103. An account has slots: the family tells its own story, and every
actor which goals it finds important and what support it can give.
"""

from __future__ import annotations

from collections.abc import Mapping

from sip_tui.meeting.content.plan import change_row, write_named_row
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import FAMILY, NON_SPEAKING, Kind
from sip_tui.meeting.model.meeting import Meeting, Participant, SituationAccount, find_row
from sip_tui.meeting.people.attendance import in_round_order, speakers_here

WORKS_SLOTS = ("works", "works_not")
"""Asked of everybody; what works comes first (requirements 1, 22)."""
STORY_SLOTS = ("experience", "needs", "wishes", "expectations")
"""Asked of the person and the family (requirements 58, 98)."""
ACTOR_SLOTS = ("goals", "support")
"""Asked of every actor (requirement 32)."""
SITUATION_SLOTS = (*WORKS_SLOTS, *STORY_SLOTS)
SLOTS = (*SITUATION_SLOTS, *ACTOR_SLOTS)
"""Every slot of an account, in the order in which it is asked and read."""


def people_to_ask(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who give an account, in the order of the round."""
    return tuple(participant for participant in in_round_order(meeting) if participant.kind not in NON_SPEAKING)


def account_of(meeting: Meeting, who: str) -> SituationAccount:
    """A participant's account; an empty one when nothing has been written."""
    return find_row(meeting.accounts, who) or SituationAccount(id=who)


def filled_slots(account: SituationAccount, slots: tuple[str, ...] = SLOTS) -> dict[str, str]:
    """Slot → text, for the slots that hold something, in the order of ``slots``."""
    return {slot: text for slot in slots if (text := getattr(account, slot)).strip()}


def slots_of(meeting: Meeting, participant: Participant) -> tuple[str, ...]:
    """The slots that a participant is asked, and others that hold something: a kind can be corrected afterwards."""
    if participant.kind in NON_SPEAKING:
        return ()
    asked = SITUATION_SLOTS if participant.kind in FAMILY else (*WORKS_SLOTS, *ACTOR_SLOTS)
    written = filled_slots(account_of(meeting, participant.id))
    return tuple(slot for slot in SLOTS if slot in asked or slot in written)


def write_account(meeting: Meeting, who: str, values: Mapping[str, str]) -> tuple[Edit, ...]:
    """Write the slots (slot → text) of a participant's account that differ; unknown ones are ignored.

    A slot that is not named is kept, so that chair and secretary can fill in one account at the same time.
    """
    if meeting.participant(who) is None:
        return ()
    given = {slot: values[slot] for slot in SLOTS if slot in values}
    return write_named_row("accounts", meeting.accounts, account_of(meeting, who), given)


def change_ongoing(meeting: Meeting, row: str, **fields: str) -> tuple[Edit, ...]:
    """Change help that is given already; nothing when there is no such row."""
    ongoing = find_row(meeting.ongoing, row)
    return change_row("ongoing", ongoing, **fields) if ongoing else ()


def without_account(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who are here without anything written about how they see the situation (requirement 22)."""
    return tuple(
        participant
        for participant in speakers_here(meeting)
        if not filled_slots(account_of(meeting, participant.id), SITUATION_SLOTS)
    )


def without_answers(meeting: Meeting) -> tuple[Participant, ...]:
    """The actors who are here and lack one of the two actor slots (requirement 32)."""
    actors = (participant for participant in speakers_here(meeting) if participant.kind is Kind.ACTOR)
    return tuple(actor for actor in actors if len(filled_slots(account_of(meeting, actor.id), ACTOR_SLOTS)) < 2)


def is_situation_empty(meeting: Meeting) -> bool:
    """Check whether nothing at all is written about the situation."""
    written = any(filled_slots(account) for account in meeting.accounts)
    own = meeting.person.matters.strip() or meeting.person.strengths.strip()
    return not (written or meeting.ongoing or own)
