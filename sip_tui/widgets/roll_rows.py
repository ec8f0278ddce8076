"""The lines of the roll call, what is asked in the round of presentations, and what is read aloud (F05)."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from textual.content import Content

from sip_tui.language import _
from sip_tui.meeting.attendance import roll_call
from sip_tui.meeting.guard import HOLD, REBOOK, key_people_missing, undecided_missing
from sip_tui.meeting.kinds import ABSENT, FAMILY, HERE, Kind, Presence
from sip_tui.meeting.model import Meeting, Participant
from sip_tui.widgets.plain import fitted, plain
from sip_tui.wording import absence_sentence, clock, listed, name_of, presence_word, role_of

PRESENCE, NAME, ROLE = 14, 18, 17
"""Cells for where somebody is, for the name and for the role."""
LEAST = 6
"""Cells that a role keeps at least."""


def roll_line(one: Participant, width: int) -> Content:
    """Where somebody is, whether they have presented themselves, who they are; at the end what must not be cut."""
    called = "" if one.presence is Presence.EXPECTED else "bold"
    name = f" {'✓' if one.presented else ' '} {fitted(name_of(one), NAME)} "
    flags = ", ".join(_flags(one))
    room = width - PRESENCE - cell_len(name) - cell_len(flags) - 1
    role = min(ROLE, max(room, LEAST))
    who = fitted(role_of(one), role) + _rest(one.organisation, room - role, to_the_end=not flags)
    return Content.assemble((fitted(presence_word(one.presence), PRESENCE), called), name, who, f" {flags}")


def _rest(text: str, room: int, *, to_the_end: bool) -> str:
    """A space and what is shown of a text in the cells left; the list itself cuts what goes to the end of the line."""
    return f" {plain(text)}" if to_the_end else fitted(f" {text}", room) if room > 1 else ""


def _flags(one: Participant) -> Iterator[str]:
    if one.key_person:
        yield _("key person")
    if one.leaves:
        yield _("leaves {time}").format(time=plain(one.leaves))


def roll_sentence(meeting: Meeting, row: str) -> Content:
    """How many are here, what is read aloud, what must be decided, and about the one that the cursor is on."""
    call = roll_call(meeting)
    left = _(", {count} left to call").format(count=len(call.not_called)) if call.not_called else ""
    count = _("{here} here, {absent} not").format(here=len(call.here), absent=len(call.absentees))
    sentence = " ".join(part for part in (plain(absence_sentence(meeting)), *_instead(meeting)) if part)
    lines = [
        Content(f"{count}{left}."),
        Content.assemble((_("Read aloud: "), "bold"), sentence) if sentence else Content(""),
        Content.styled(_to_decide(meeting), "bold $warning"),
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
            yield told.format(name=plain(name_of(one)), other=plain(name_of(other)))


def _to_decide(meeting: Meeting) -> str:
    key = [plain(name_of(one)) for one in undecided_missing(meeting)]
    needed = _("{names} is needed here. h holds the meeting all the same, b finds another time.")
    return needed.format(names=listed(key)) if key else ""


def _decided(meeting: Meeting) -> str:
    """What was decided about the key people who are missing, and when."""
    missing = {one.id for one in key_people_missing(meeting)}
    made = [one for one in meeting.events if one.kind in {HOLD, REBOOK} and missing & set(one.text.split())]
    if not made or made[-1].at is None:
        return ""
    held = _("Decided at {time}: the meeting is held without {names}.")
    other = _("Decided at {time}: another time is found for {names}; F12 closes this meeting.")
    names = [plain(name_of(one)) for one in key_people_missing(meeting) if one.id in made[-1].text.split()]
    return (held if made[-1].kind == HOLD else other).format(time=clock(made[-1].at), names=listed(names))


def _about(meeting: Meeting, row: str) -> Content:
    """What the chosen one is asked in the round; when that has been done, what was answered."""
    one = meeting.participant(row)
    if one is None or one.presence in ABSENT | {Presence.LEFT}:
        return Content("")
    name = plain(meeting.person.called or name_of(one)) if one.kind is Kind.PERSON else plain(name_of(one))
    if not one.presented:
        return Content(_question(one).format(name=name))
    return Content.assemble((f"{name}: ", "bold"), " · ".join(_answers(meeting, one)))


def _question(one: Participant) -> str:
    if one.kind in FAMILY:
        return _("{name}: do you want to say who you are, or shall somebody else begin? p ticks it.")
    return _(
        "{name}: who are you, where do you work, how do you know the family, can you stay all the time? "
        "p ticks it, e writes it down."
    )


def _answers(meeting: Meeting, one: Participant) -> Iterator[str]:
    if one.contact:
        yield _("contact with the family: {text}").format(text=plain(one.contact))
    yield _("must leave at {time}").format(time=plain(one.leaves)) if one.leaves else _("stays all the time")
    if instead := meeting.participant(one.substitute_for):
        yield _("comes instead of {name}").format(name=plain(name_of(instead)))
    if one.came:
        yield _("came at {time}").format(time=clock(one.came))
