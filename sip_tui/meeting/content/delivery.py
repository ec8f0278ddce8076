"""The delivery ledger: who gets the written plan, how, by whom, and whether they have had it.

Requirements 10, 11, 41, 84-87, 114, 116, 161, 168, 207 and 208.
"""

from __future__ import annotations

from collections.abc import Mapping

from sip_tui.meeting.content.plan import write_named_row
from sip_tui.meeting.log.change import Edit, Value
from sip_tui.meeting.model.enums import FAMILY, HERE, NON_SPEAKING, Channel, Kind, Presence, Version
from sip_tui.meeting.model.meeting import Delivery, Meeting, Participant, find_row
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.meeting.people.consent import REFUSED

_WARD = ("slutenvård", "vårdavdelning", "avdelning", "inpatient", "ward")
"""Words in a role or a workplace that tell that it is a ward (requirement 114)."""


def receivers(meeting: Meeting) -> tuple[Participant, ...]:
    """Everybody who gets the plan, the person first: absent actors too, but not those whom the person said no to.

    Who sent somebody in their place is absent, and gets it as well. Of next of kin only those who came: they have no
    right to it of their own.
    """
    return tuple(
        participant
        for participant in in_round_order(meeting)
        if participant.consent not in REFUSED and _gets_plan(participant)
    )


def _gets_plan(participant: Participant) -> bool:
    if participant.kind is Kind.KIN:
        return participant.presence in HERE | {Presence.LEFT}
    return participant.kind not in NON_SPEAKING


def refused_receivers(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who must not get the plan: the person has said no to them, or taken the consent back."""
    return tuple(participant for participant in in_round_order(meeting) if participant.consent in REFUSED)


def delivery_of(meeting: Meeting, who: str) -> Delivery:
    """A receiver's line of the ledger; an empty one when nobody has asked."""
    return find_row(meeting.deliveries, who) or Delivery(id=who)


def is_agreed(delivery: Delivery) -> bool:
    """Check whether it is settled how a receiver gets the plan."""
    return delivery.channel is not Channel.NOT_ASKED or is_delivered(delivery)


def is_delivered(delivery: Delivery) -> bool:
    """Check whether nothing is left to do: the receiver has had it, or wants no copy."""
    return delivery.unwanted or bool(delivery.received.strip())


def undecided_receivers(meeting: Meeting) -> tuple[Participant, ...]:
    """Those whom nobody has asked how they get the plan."""
    return tuple(who for who in receivers(meeting) if not is_agreed(delivery_of(meeting, who.id)))


def undelivered(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who have not had the plan yet."""
    return tuple(who for who in receivers(meeting) if is_due(meeting, who.id))


def deliverer_of(meeting: Meeting, who: str) -> Participant | None:
    """Who sees to it: as named, else the ward for a person who is in its care, else the secretary."""
    named = meeting.participant(delivery_of(meeting, who).deliverer)
    receiver = meeting.participant(who)
    at_ward = receiver is not None and receiver.kind is Kind.PERSON and _is_ward(meeting.about.place)
    ward = next((actor for actor in meeting.participants if _is_ward(f"{actor.role} {actor.organisation}")), None)
    return named or (ward if at_ward else None) or meeting.participant(meeting.about.secretary)


def version_of(meeting: Meeting, who: str) -> Version:
    """Return which document a receiver gets."""
    return delivery_of(meeting, who).version or usual_version(meeting, who)


def usual_version(meeting: Meeting, who: str) -> Version:
    """Return which document a receiver gets when nobody has chosen: by mail the mail, and the family its own paper."""
    receiver = meeting.participant(who)
    if delivery_of(meeting, who).channel is Channel.MAIL:
        return Version.MAIL
    return Version.PERSON if receiver and receiver.kind in FAMILY else Version.FULL


def mail_receivers(meeting: Meeting, document: str, actor: str = "") -> tuple[Participant, ...]:
    """Those who get a document by e-mail: the actor whose it is, all who are called, or as the ledger says."""
    if own := meeting.participant(actor):
        return (own,)
    if document == "call":
        apart = NON_SPEAKING | {Kind.PERSON}
        return tuple(other for other in in_round_order(meeting) if other.kind not in apart)
    by_mail = (other for other in receivers(meeting) if delivery_of(meeting, other.id).channel is Channel.MAIL)
    return tuple(other for other in by_mail if version_of(meeting, other.id) == document and is_due(meeting, other.id))


def is_due(meeting: Meeting, who: str) -> bool:
    """Check whether a receiver has not had the plan yet, and wants it."""
    return not is_delivered(delivery_of(meeting, who))


def change_delivery(meeting: Meeting, who: str, fields: Mapping[str, Value]) -> tuple[Edit, ...]:
    """Write fields of a receiver's line where they differ; nothing for somebody who is not on the list."""
    if meeting.participant(who) is None:
        return ()
    return write_named_row("deliveries", meeting.deliveries, delivery_of(meeting, who), fields)


def same_for_the_others(meeting: Meeting, who: str) -> tuple[Edit, ...]:
    """Give every actor without a line of its own the channel and the day of this one."""
    given = delivery_of(meeting, who)
    fields: dict[str, Value] = {"channel": given.channel.value, "due": given.due, "deliverer": given.deliverer}
    fields["version"] = given.version.value
    others = (other for other in undecided_receivers(meeting) if other.kind is Kind.ACTOR)
    return tuple(edit for other in others for edit in change_delivery(meeting, other.id, fields))


def _is_ward(text: str) -> bool:
    return any(word in text.casefold() for word in _WARD)
