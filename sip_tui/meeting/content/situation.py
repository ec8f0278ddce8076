"""The situation: what matters most to the person, how each one sees it, and the help that is given already (F10).

Seed rows 1, 22, 23, 32, 58, 71, 98, 102 and 103. What somebody says goes into slots: the person and the family tell
their own story, and every actor answers what goals it finds important and what support it can give.
"""

from __future__ import annotations

from collections.abc import Mapping

from sip_tui.meeting.content.plan import change_row
from sip_tui.meeting.log.change import Edit, as_edits
from sip_tui.meeting.model.enums import FAMILY, HERE, NON_SPEAKING, Kind
from sip_tui.meeting.model.meeting import Meeting, Participant, SituationAccount
from sip_tui.meeting.people.attendance import in_round_order

WORKS_SLOTS = ("works", "works_not")
"""What everybody is asked; what works comes first, so that it is not all about trouble (seed rows 1, 22)."""
STORY_SLOTS = ("experience", "needs", "wishes", "expectations")
"""What the person and the family tell besides (seed rows 58, 98)."""
ACTOR_SLOTS = ("goals", "support")
"""The two answers of every actor (seed row 32)."""
SITUATION_SLOTS = (*WORKS_SLOTS, *STORY_SLOTS)
"""The slots that are about how it is now."""
SLOTS = (*SITUATION_SLOTS, *ACTOR_SLOTS)
"""Every slot of an account, in the order in which it is asked and read."""


def people_to_ask(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who are asked, in the order of the round; whoever is there for somebody else is not."""
    return tuple(one for one in in_round_order(meeting) if one.kind not in NON_SPEAKING)


def account_of(meeting: Meeting, who: str) -> SituationAccount:
    """What a participant has told; an empty account when nothing has been written."""
    return next((one for one in meeting.accounts if one.id == who), SituationAccount(id=who))


def filled_slots(account: SituationAccount, slots: tuple[str, ...] = SLOTS) -> dict[str, str]:
    """The slots that hold something, each with its text, in the order of ``slots``."""
    return {slot: text for slot in slots if (text := getattr(account, slot)).strip()}


def slots_of(meeting: Meeting, one: Participant) -> tuple[str, ...]:
    """The slots that suit a participant, and those that hold something although they no longer do.

    Somebody can turn out to be family and no actor; what has been written must not get out of reach for that.
    """
    if one.kind in NON_SPEAKING:
        return ()
    suit = SITUATION_SLOTS if one.kind in FAMILY else (*WORKS_SLOTS, *ACTOR_SLOTS)
    written = filled_slots(account_of(meeting, one.id))
    return tuple(slot for slot in SLOTS if slot in suit or slot in written)


def write_account(meeting: Meeting, who: str, values: Mapping[str, str]) -> tuple[Edit, ...]:
    """Write what a participant has told: only the slots that differ from what stands there.

    Args:
        meeting: The meeting as it stands.
        who: The participant's id, which names the row too.
        values: Slot → text; what is no slot is passed by. A slot that is not named stays as it is, so that chair and
            secretary can fill in one account at the same time.

    Returns:
        Nothing for somebody who is not on the list. The first edits of a new account bring the row forth, also when
        it has been taken back before.
    """
    if meeting.participant(who) is None:
        return ()
    given = {slot: values[slot] for slot in SLOTS if slot in values}
    edits = change_row("accounts", account_of(meeting, who), **given)
    new = all(one.id != who for one in meeting.accounts)
    return (*as_edits("accounts", who, [("deleted", False)]), *edits) if edits and new else edits


def set_matters(meeting: Meeting, text: str) -> tuple[Edit, ...]:
    """Write what matters most to the person, in the person's own words (seed row 102)."""
    return change_row("person", meeting.person, matters=text)


def set_strengths(meeting: Meeting, text: str) -> tuple[Edit, ...]:
    """Write what the person is good at and whom the person trusts, in the person's own words (seed rows 72, 165)."""
    return change_row("person", meeting.person, strengths=text)


def change_ongoing(meeting: Meeting, row: str, **fields: str) -> tuple[Edit, ...]:
    """Change help that is given already; nothing when there is no such row."""
    one = next((each for each in meeting.ongoing if each.id == row), None)
    return change_row("ongoing", one, **fields) if one else ()


def without_account(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who are here, and of whom nothing is written about how they see the situation (seed row 22)."""
    return tuple(one for one in _here(meeting) if not filled_slots(account_of(meeting, one.id), SITUATION_SLOTS))


def without_answers(meeting: Meeting) -> tuple[Participant, ...]:
    """The actors who are here and lack one of the two answers, goals and support (seed row 32)."""
    actors = (one for one in _here(meeting) if one.kind is Kind.ACTOR)
    return tuple(
        one for one in actors if len(filled_slots(account_of(meeting, one.id), ACTOR_SLOTS)) < len(ACTOR_SLOTS)
    )


def is_situation_empty(meeting: Meeting) -> bool:
    """True when nothing at all is written about the situation."""
    written = any(filled_slots(one) for one in meeting.accounts)
    own = meeting.person.matters.strip() or meeting.person.strengths.strip()
    return not (written or meeting.ongoing or own)


def _here(meeting: Meeting) -> tuple[Participant, ...]:
    return tuple(one for one in people_to_ask(meeting) if one.presence in HERE)
