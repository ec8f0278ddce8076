"""How somebody is reached: telephone and e-mail, as far as the audience may see them (F15; seed row 83)."""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.i18n.translation import _
from sip_tui.meeting.guidance.wrap_up import phone_of
from sip_tui.meeting.model.enums import FAMILY
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.minutes.access import FIELDS, permitted
from sip_tui.minutes.context import filled, labelled
from sip_tui.minutes.document import ListItem, plain, tidy
from sip_tui.privacy import find

WAYS = frozenset({"phone", "email"})
"""The kinds of identifier by which an office is reached, and which may stand where the office may be named."""
ENOUGH = 7
"""The last digits of a number: with or without +46 or an area code, the same ones are the same telephone."""


def ways(seen: Meeting, one: Participant) -> tuple[str, ...]:
    """The lines that tell how somebody is reached."""
    return filled(phone_line(phone_of(seen, one.id)), one.email)


def reached(seen: Meeting, one: Participant) -> tuple[ListItem, ...]:
    """The same as the lines beneath somebody's name."""
    return tuple(map(ListItem, ways(seen, one)))


def phone_line(phone: str) -> str:
    """A number with its label; empty when there is none."""
    return labelled(_("Telephone"), phone)


def urgent_line(seen: Meeting) -> str:
    """Whom to call at once, with its label."""
    return labelled(_("If it cannot wait"), seen.between.urgent)


def may_stand(meeting: Meeting, audience: str) -> tuple[str, ...]:
    """Give the numbers and addresses of offices that need no mask, so that the reader knows where to turn.

    Only for an audience that may see numbers at all. A number or an address of somebody in the family is never among
    them, wherever it was written.
    """
    if "phone" not in FIELDS[audience].get("participants", "").split():
        return ()
    private = {_told_apart(way) for one in _family(meeting) for text in _written(one) for way in (text, *_found(text))}
    return tuple(dict.fromkeys(one for one in _open(permitted(meeting, audience)) if _told_apart(one) not in private))


def _open(seen: Meeting) -> Iterator[str]:
    """What an office is reached by, as it was typed and as it will stand in its line."""
    for one in seen.participants:
        if one.kind not in FAMILY:
            for text in (one.email, one.phone, *ways(seen, one)):
                yield from _found(text)
    for text in (seen.between.urgent, urgent_line(seen)):
        yield from _found(text)


def _found(text: str) -> Iterator[str]:
    for shown in dict.fromkeys((text, plain(tidy(text)))):
        yield from (shown[hit.start : hit.end] for hit in find(shown) if hit.kind in WAYS)


def _family(meeting: Meeting) -> Iterator[Participant]:
    return (one for one in (*meeting.participants, *meeting.removed_participants) if one.kind in FAMILY)


def _written(one: Participant) -> Iterator[str]:
    """The numbers and addresses of somebody, those that did not hold as well."""
    for name in ("phone", "email"):
        yield from (text for text in (getattr(one, name), *map(str, one.lost.get(name, ()))) if text.strip())


def _told_apart(way: str) -> str:
    """What tells a number from another; an address is told by all of itself."""
    digits = "".join(letter for letter in way if letter.isdigit())
    return digits[-ENOUGH:] if len(digits) >= ENOUGH and "@" not in way else way.strip().casefold()
