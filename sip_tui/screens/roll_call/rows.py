"""The lines of the roll call, what is asked in the round of presentations, and what is read aloud (F05)."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _
from sip_tui.meeting.model.enums import ABSENT, FAMILY, HERE, Kind, Presence
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.attendance import HOLD, REBOOK, is_absent, missing_key_people, roll_call, undecided_missing
from sip_tui.meeting.people.consent import LACKING, awaiting_signature
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.phrasing.wording import (
    absence_sentence,
    consent_word,
    display_name,
    format_clock,
    format_when,
    join_words,
    leaves_at,
    name_or_role,
    presence_word,
    role_or_kind,
)
from sip_tui.widgets.safe_text import fitted, plain

PRESENCE, CONSENT, NAME, ROLE = 14, 14, 18, 17
"""Cells for where somebody is, for what the person says about them, for the name and for the role."""
LEAST = 6
"""Cells that a role keeps at least."""
SHORTEST = 14
"""Cells that a name keeps at least."""


def roll_line(one: Participant, width: int) -> Content:
    """Where somebody is, what the person says, whether they have told who they are; at the end what must not be cut."""
    style = "" if one.presence is Presence.EXPECTED else "bold"
    said = f"{fitted(consent_word(one), CONSENT - 1)} {'✓' if one.presented else ' '} "
    flags = ", ".join(_flags(one))
    room = width - PRESENCE - cell_len(said) - cell_len(flags) - 1
    name = min(NAME, max(room - LEAST - 1, SHORTEST))
    role = min(ROLE, max(room - name - 1, LEAST))
    rest = _rest(one.organisation, room - name - 1 - role, to_the_end=not flags)
    who = f"{fitted(name_or_role(one), name)} {fitted(role_or_kind(one), role)}{rest}"
    return Content.assemble((fitted(presence_word(one.presence), PRESENCE), style), said, who, f" {flags}")


def _rest(text: str, room: int, *, to_the_end: bool) -> str:
    """A space and what is shown of a text in the cells left; the list itself cuts what goes to the end of the line."""
    return f" {plain(text)}" if to_the_end else fitted(f" {text}", room) if room > 1 else ""


def _flags(one: Participant) -> Iterator[str]:
    if one.key_person:
        yield _("key person")
    if one.leaves:
        at = leaves_at(one.leaves)
        yield _("leaves {time}").format(time=at) if at else _("leaves: {words}").format(words=plain(one.leaves))


def roll_sentence(meeting: Meeting, row: str, phase: str) -> Content:
    """How many are here, what is read aloud, what must be decided or signed, and about the one chosen."""
    call = roll_call(meeting)
    late = _(", {count} comes later").format(count=len(call.late)) if call.late else ""
    left = _(", {count} left to call").format(count=len(call.not_called)) if call.not_called else ""
    count = _("{here} here, {absent} not").format(here=len(call.here), absent=len(call.absentees)) + late
    sentence = " ".join(part for part in (plain(absence_sentence(meeting)), *_instead(meeting)) if part)
    lines = [
        Content(f"{count}{left}."),
        Content.assemble((_("Read aloud: "), "bold"), sentence) if sentence else Content(""),
        Content.styled(_to_decide(meeting), "bold $warning"),
        Content.styled(_new_chair(meeting), "bold $warning"),
        Content.styled(_to_sign(meeting, phase), "bold"),
        Content(_decided(meeting)),
        _about(meeting, row),
    ]
    return Content("\n").join([line for line in lines if line])


def _instead(meeting: Meeting) -> Iterator[str]:
    """Who has come in whose place."""
    for one in meeting.participants:
        other = meeting.participant(one.substitute_for)
        if other is not None and one.presence in HERE:
            told = _("{name} comes instead of {other}.")
            yield told.format(name=plain(name_or_role(one)), other=plain(name_or_role(other)))


def _new_chair(meeting: Meeting) -> str:
    """Who leads must be here: that somebody else takes over is asked as soon as the chair is not."""
    chair = meeting.participant(meeting.about.chair)
    if chair is None or meeting.about.co_chair or not is_absent(meeting, chair.id):
        return ""
    told = _(
        "{name} was to lead and is not here. Who leads now? {keys[go.time]} and then {keys[meeting.about]} writes it."
    )
    return told.format(name=plain(name_or_role(chair)), keys=KEYS)


def _to_sign(meeting: Meeting, phase: str) -> str:
    """Who signs what they have agreed to by word of mouth: at the start, not in the midst of things (seed row 141)."""
    names = [plain(name_or_role(one)) for one in awaiting_signature(meeting)] if phase in {"", PHASES[0]} else []
    told = _("Sign the consent now: {names}. {keys[roll.consent]} says that it is signed.")
    return told.format(names=join_words(names), keys=KEYS) if names else ""


def _to_decide(meeting: Meeting) -> str:
    key = [plain(name_or_role(one)) for one in undecided_missing(meeting)]
    needed = _(
        "{names} is needed here. {keys[roll.hold]} holds the meeting all the same, {keys[roll.rebook]} finds another "
        "time."
    )
    return needed.format(names=join_words(key), keys=KEYS) if key else ""


def _decided(meeting: Meeting) -> str:
    """What was decided about the key people who are missing, and when."""
    missing = {one.id for one in missing_key_people(meeting)}
    made = [one for one in meeting.events if one.kind in {HOLD, REBOOK} and missing & set(one.text.split())]
    if not made or made[-1].at is None:
        return ""
    held = _("Decided at {time}: the meeting is held without {names}.")
    other = _("Decided at {time}: another time is found for {names}; {keys[close]} closes this meeting.")
    names = [plain(name_or_role(one)) for one in missing_key_people(meeting) if one.id in made[-1].text.split()]
    return (held if made[-1].kind == HOLD else other).format(
        time=format_clock(made[-1].at), names=join_words(names), keys=KEYS
    )


def _about(meeting: Meeting, row: str) -> Content:
    """What the chosen one is asked in the round; when that has been done, what was answered."""
    one = meeting.participant(row)
    if one is None or one.presence in ABSENT | {Presence.LEFT}:
        return Content("")
    name = plain(meeting.person.called or name_or_role(one)) if one.kind is Kind.PERSON else plain(name_or_role(one))
    about = Content(_question(one).format(name=name, keys=KEYS))
    if one.presented:
        about = Content.assemble((f"{name}: ", "bold"), " · ".join(_answers(meeting, one)))
    return Content("\n").join([about, *(Content(line) for line in _consent(meeting, one, name))])


def _consent(meeting: Meeting, one: Participant, name: str) -> Iterator[str]:
    """What the person is asked about somebody, in words to say; of the person, what is left out and for how long."""
    if one.kind is Kind.PERSON:
        if meeting.person.kept_out:
            yield _("Not to be talked about: {text}.").format(text=plain(meeting.person.kept_out).rstrip(". "))
        if meeting.person.consent_until:
            yield _("The consent holds until {when}.").format(
                when=plain(format_when(meeting.person.consent_until)).rstrip(". ")
            )
    elif one.kind is Kind.ACTOR and one.consent in LACKING:
        told = _(
            "{person}, may {name} share with us what they know about you? {keys[roll.consent]} writes the answer, "
            "{keys[roll.all_oral]} a yes to everybody."
        )
        yield told.format(person=_called(meeting), name=name, keys=KEYS)


def _called(meeting: Meeting) -> str:
    person = meeting.person_participant
    return plain(display_name(meeting, person)) if person else plain(meeting.person.called)


def _question(one: Participant) -> str:
    if one.kind in FAMILY:
        return _(
            "{name}: do you want to say who you are, or shall somebody else begin? {keys[roll.presented]} ticks it."
        )
    return _(
        "{name}: who are you, where do you work, how do you know the family, can you stay all the time? "
        "{keys[roll.presented]} ticks it, {keys[roll.edit]} writes it down."
    )


def _answers(meeting: Meeting, one: Participant) -> Iterator[str]:
    if one.contact:
        yield _("contact with the family: {text}").format(text=plain(one.contact))
    yield (
        _("must leave at {time}").format(time=leaves_at(one.leaves) or plain(one.leaves))
        if one.leaves
        else _("stays all the time")
    )
    if instead := meeting.participant(one.substitute_for):
        yield _("comes instead of {name}").format(name=plain(name_or_role(instead)))
    if one.came:
        yield _("came at {time}").format(time=format_clock(one.came))
