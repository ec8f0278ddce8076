"""Telephone and e-mail of participants, as far as the audience may see them (requirement 83)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import chain

from sip_tui.i18n.translation import _
from sip_tui.meeting.guidance.wrap_up import phone_of
from sip_tui.meeting.model.enums import FAMILY, Kind
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.minutes.access import BY_MAIL
from sip_tui.minutes.context import items, labelled, nonempty
from sip_tui.minutes.document import ListItem, RichText, plain, to_single_line
from sip_tui.minutes.redaction.fields import free_texts
from sip_tui.minutes.redaction.known_names import family_names
from sip_tui.minutes.redaction.policy import NEVER_KEPT
from sip_tui.privacy import find, is_given_name, is_kin_word, is_role_word, remaining_identifiers

CONTACT_KINDS = frozenset({"phone", "email"})
"""Kinds of identifier that are kept when they are an office's."""
_AT_HOME = FAMILY - {Kind.TRUSTEE}
"""Whose numbers stand on no paper but their own; the god man's is one that the person may call."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_PLACE_NAME = re.compile(r"[^\W\d_]{3,}")
_HOME = re.compile(r"(?<![^\W\d_])(?:hem|hemma|hos|bostad\w*|lägenhet\w*|home|at)(?![^\W\d_])", re.IGNORECASE)
"""Says that a place is somebody's home."""
SIGNIFICANT_DIGITS = 7
"""Two telephone numbers are equal when this many last digits are, with or without +46 or an area code."""


def contact_lines(meeting: Meeting, participant: Participant) -> tuple[RichText, ...]:
    """Return the lines with a participant's telephone and e-mail."""
    return nonempty(phone_line(phone_of(meeting, participant.id)), participant.email)


def contact_items(meeting: Meeting, participant: Participant) -> tuple[ListItem, ...]:
    """Return ``contact_lines`` as list items."""
    return items(contact_lines(meeting, participant))


def phone_line(phone: str) -> RichText:
    """Return a labelled telephone number; empty without one."""
    return labelled(_("Telephone"), phone)


def urgent_line(meeting: Meeting) -> RichText:
    """Return whom to call in an urgent matter, labelled."""
    return labelled(_("If it is urgent"), meeting.between.urgent)


def public_contacts(meeting: Meeting, visible: Meeting, audience: str) -> tuple[str, ...]:
    """Return the numbers and addresses of offices that are kept unmasked; by mail only where a call is answered.

    A number or an address of somebody in the family is never among them, wherever it was written; but the person's own
    stands on the person's own paper.

    Args:
        meeting: The whole meeting, which knows the family's numbers.
        visible: The meeting restricted to the audience.
        audience: One of ``DOCUMENTS``.
    """
    places = tuple(_places_of_meetings(visible))
    if audience in BY_MAIL and audience != "call":
        return places
    person = meeting.person_participant if audience == "person" else None
    family = _AT_HOME if audience == "person" else FAMILY
    own = dict.fromkeys(contact for text in _ways_to(person) for contact in _contacts_in(text)) if person else {}
    others = (text for text in _family_contacts(meeting, family, but=person) for text in (text, *_contacts_in(text)))
    private = set(map(_key, others))
    if audience == "person":
        offices = {_key(contact) for contact in _office_contacts(visible, family)} - private
        own |= dict.fromkeys(_retyped(visible, offices))
        own |= dict.fromkeys(number for number in _workers_numbers(visible) if _key(number) not in private)
    found = _call_contacts(meeting, visible) if audience == "call" else _office_contacts(visible, family)
    return tuple(dict.fromkeys((*own, *places, *(contact for contact in found if _key(contact) not in private))))


def _places_of_meetings(meeting: Meeting) -> Iterator[str]:
    """The address of a place where we meet, when the place is named and is nobody's home: "BUP Nord, Storgatan 5"."""
    for place in (meeting.about.place, meeting.between.place):
        for hit in find(place, people=False):
            beside = place[: hit.start] + place[hit.end :]
            if hit.kind == "address" and _PLACE_NAME.search(beside) and not _HOME.search(beside):
                yield place[hit.start : hit.end]


def _call_contacts(meeting: Meeting, visible: Meeting) -> Iterator[str]:
    """Where an answer to a call goes, and the address of a meeting by video when it names nobody of the family."""
    caller = visible.participant(visible.about.called_by)
    texts = (caller.email, caller.phone) if caller and caller.kind not in FAMILY else ()
    for text in (visible.about.reply_to, *texts):
        yield from _contacts_in(text)
    link = visible.about.link.strip()
    names = family_names(meeting)
    found = (*find(link, names, people=False), *remaining_identifiers(link, names))
    if link.startswith("https://") and not any(hit.kind in NEVER_KEPT | {"name"} for hit in found):
        yield link


def _office_contacts(meeting: Meeting, family: Set[Kind]) -> Iterator[str]:
    """Contacts of offices, as typed and as they stand in their line."""
    for participant in meeting.participants:
        if participant.kind not in family:
            for text in (participant.email, participant.phone, *contact_lines(meeting, participant)):
                yield from _contacts_in(text)
    for text in (meeting.between.urgent, urgent_line(meeting)):
        yield from _contacts_in(text)


def _retyped(meeting: Meeting, keys: Set[str]) -> Iterator[str]:
    """The offices' numbers as they are typed once more in an action or a note, with other blanks: "08 465 004 22"."""
    for text in free_texts(meeting):
        if sum(map(str.isdigit, text)) >= SIGNIFICANT_DIGITS:
            yield from (contact for contact in _contacts_in(text) if _key(contact) in keys)


def _workers_numbers(meeting: Meeting) -> Iterator[str]:
    """The numbers that a line of the notes says somebody is reached at by their work: "ring Samir, 070-174 06 05"."""
    workers, family = _words_for(meeting, at_work=True), _words_for(meeting, at_work=False)
    for line in chain.from_iterable(text.splitlines() for text in free_texts(meeting)):
        if sum(map(str.isdigit, line)) < SIGNIFICANT_DIGITS:
            continue
        for hit in find(line, people=False):
            words = _WORD.findall(line[: hit.start])[::-1] or _WORD.findall(line[hit.end :])[:1]
            whose = next(filter(None, (_whose(word, workers, family) for word in words)), "")
            if hit.kind == "phone" and whose == "work":
                yield line[hit.start : hit.end]


def _words_for(meeting: Meeting, *, at_work: bool) -> frozenset[str]:
    """The words of the names of those who are there by their work, or of the person and the family."""
    people = (participant for participant in meeting.participants if (participant.kind not in FAMILY) is at_work)
    return frozenset(word.casefold() for participant in people for word in _WORD.findall(participant.name))


def _whose(word: str, workers: Set[str], family: Set[str]) -> str:
    """Whether a word names somebody at work, or anybody else; empty for other words."""
    low = word.casefold()
    if low in family or low.removesuffix("s") in family or is_kin_word(word):
        return "home"
    if low in workers or low.removesuffix("s") in workers or is_role_word(word):
        return "work"
    return "home" if word[0].isupper() and is_given_name(word) else ""


def _contacts_in(text: RichText) -> Iterator[str]:
    for shown in dict.fromkeys((plain(text), plain(to_single_line(text)))):
        yield from (shown[hit.start : hit.end] for hit in find(shown) if hit.kind in CONTACT_KINDS)


def _family_contacts(meeting: Meeting, family: Set[Kind], *, but: Participant | None) -> Iterator[str]:
    """Numbers and addresses of the family, superseded ones as well."""
    for participant in (*meeting.participants, *meeting.removed_participants):
        if participant.kind in family and participant != but:
            yield from _ways_to(participant)


def _ways_to(participant: Participant) -> Iterator[str]:
    """Numbers and addresses of somebody, superseded ones as well."""
    for name in ("phone", "email"):
        versions = (getattr(participant, name), *map(str, participant.lost.get(name, ())))
        yield from (text for text in versions if text.strip())


def _key(contact: str) -> str:
    """What two ways of writing one telephone number have in common; an address is its own key."""
    digits = "".join(letter for letter in contact if letter.isdigit())
    is_phone = len(digits) >= SIGNIFICANT_DIGITS and "@" not in contact
    return digits[-SIGNIFICANT_DIGITS:] if is_phone else contact.strip().casefold()
