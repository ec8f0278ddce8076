"""Shared wording: one phrase for one fact, the same on every screen and document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.content.plan import ActionGap
from sip_tui.meeting.content.questions import is_follow_up
from sip_tui.meeting.model.enums import FAMILY, Answer, Consent, Kind, Presence, Status
from sip_tui.meeting.model.meeting import Action, Meeting, Participant
from sip_tui.meeting.people.attendance import is_minor, roll_call
from sip_tui.meeting.people.consent import has_plan, needs_consent
from sip_tui.meeting.people.floor import MAX_DIGITS
from sip_tui.meeting.time.cues import TimeCue
from sip_tui.phrasing.plan_words import plan_words
from sip_tui.resources.meeting_types import part_name
from sip_tui.swedish.dates import formatting

if TYPE_CHECKING:
    from sip_tui.swedish.grammar.people import Addressee

_CALLED_AT_HOME = {"mamma": ("mor", "mamman", "modern"), "pappa": ("far", "pappan", "fadern")}
"""A relative's role, and what else that one is called as by a name."""
_IN_BRACKETS = re.compile(r"\([^()]*\)")
"""What is no name in "Tolk (persiska)"."""
_OWN_CHILDREN = frozenset({"son", "dotter", "barn"})
"""Roles of the person's own children."""
PRESENCE = {
    Presence.EXPECTED: N_("not ticked yet"),
    Presence.PRESENT: N_("present"),
    Presence.REMOTE: N_("here online"),
    Presence.LATE: N_("coming later"),
    Presence.EXCUSED: N_("apologies"),
    Presence.MISSING: N_("has not been in touch"),
    Presence.LEFT: N_("has left"),
}
KINDS = {
    Kind.PERSON: N_("the person"),
    Kind.KIN: N_("family or friend"),
    Kind.GUARDIAN: N_("parent or guardian"),
    Kind.TRUSTEE: N_("appointed representative (god man)"),
    Kind.ACTOR: N_("service"),
    Kind.INTERPRETER: N_("interpreter"),
    Kind.SUPPORT: N_("support person"),
}
TITLES = frozenset({"dr", "doktor", "doctor", "prof", "professor"})
"""Words before a name that nobody is called."""
UNTOLD = frozenset({Kind.PERSON, Kind.ACTOR})
"""Kinds that are not told beside a name: the one is known, and the other would be taken for a word to fill in."""
STATUSES = {
    Status.PROPOSED: N_("proposed"),
    Status.NEW: N_("new"),
    Status.ONGOING: N_("ongoing"),
    Status.CHANGED: N_("changed"),
    Status.ENDED: N_("ended"),
    Status.DONE: N_("done"),
    Status.NOT_DONE: N_("not done"),
}
REACHED: Mapping[Answer, str] = {
    Answer.YES: N_("reached"),
    Answer.PARTLY: N_("partly reached"),
    Answer.NO: N_("not reached yet"),
}
"""Whether a goal is reached → a few words."""
CUES = {
    TimeCue.HALF: N_("Half the time for “{phase}” has gone."),
    TimeCue.FIVE: N_("Five minutes left for “{phase}”."),
    TimeCue.OVER: N_("Time is up for “{phase}”."),
    TimeCue.MEETING_FIVE: N_("Five minutes of the meeting left."),
    TimeCue.MEETING_OVER: N_("Time is up for the meeting."),
}
GAPS = {
    ActionGap.NO_OWNER: N_("nobody has taken it on"),
    ActionGap.OWNER_ABSENT: N_("{who} is not here"),
    ActionGap.NO_WHEN: N_("no time"),
    ActionGap.UNCLEAR_WHEN: N_("which day is “{when}”?"),
    ActionGap.PAST_WHEN: N_("the time has already passed"),
    ActionGap.NO_GOAL: N_("no goal"),
    ActionGap.TOO_MUCH: N_("more than {who} can manage"),
}
CONSENTS: Mapping[str, str] = {
    Consent.NOT_ASKED: N_("not asked"),
    Consent.ORAL: N_("yes, oral"),
    Consent.WRITTEN: N_("yes, written"),
    Consent.NONE: N_("no consent"),
    Consent.WITHDRAWN: N_("withdrawn"),
}
"""Consent to a participant → a word or two (requirements 15, 141)."""
SLOTS = {
    "works": N_("works"),
    "works_not": N_("does not work"),
    "experience": N_("how it is for me"),
    "needs": N_("needs"),
    "wishes": N_("wishes"),
    "expectations": N_("hopes for"),
    "goals": N_("important goals"),
    "support": N_("support"),
}
"""Slot of an account → its label (requirements 1, 32, 98)."""


def aim_words(meeting: Meeting) -> str:
    """Return the aim in a few words: to make a plan, or to follow one up (requirement 187)."""
    if is_follow_up(meeting):
        return plan_words(meeting, N_("we are following up the plan"))
    return _("we are making a plan") if has_plan(meeting) else _("we are working on a question together")


def purpose_line(meeting: Meeting) -> str:
    """Return why they meet in one line: the purpose, else the aim (requirements 95, 187)."""
    return _("Why we are meeting: {text}").format(text=meeting.about.purpose.strip() or aim_words(meeting))


def presence_word(presence: Presence) -> str:
    """Return a presence in a word or two."""
    return _(PRESENCE[presence])


def consent_word(participant: Participant, *, ended: bool = False) -> str:
    """Return the consent to a participant; empty for those who need none, and for family without an answer."""
    if ended:
        return _("has run out")
    if not needs_consent(participant) or (participant.kind in FAMILY and not participant.consent):
        return ""
    return _(CONSENTS[participant.consent]) if participant.consent in CONSENTS else participant.consent


def gap_words(meeting: Meeting, action: Action, gaps: Sequence[ActionGap]) -> list[str]:
    """Return what an action lacks, in words."""
    participant = meeting.participant(action.who)
    wanted = meeting.person.called if participant and participant.kind is Kind.PERSON else ""
    name = wanted or (name_or_role(participant) if participant else "")
    return [_(GAPS[gap]).format(who=name, when=action.when) for gap in gaps]


def slot_line(slot: str, text: str) -> str:
    """Return a slot of an account with its label: "works: the art lessons"."""
    return f"{_(SLOTS[slot])}: {text}"


def number_text(number: int) -> str:
    """Return a participant's number as it is typed: 0 for the tenth; empty for who has none."""
    return "0" if number == MAX_DIGITS else str(number) if number > 0 else ""


def role_or_kind(participant: Participant) -> str:
    """Return the role as written, else the kind; the person needs none, and "service" says nothing of anybody."""
    return participant.role or ("" if participant.kind in UNTOLD else _(KINDS[participant.kind]))


def display_name(meeting: Meeting, participant: Participant) -> str:
    """Return what to call somebody in a sentence; the person as the person wants."""
    wanted = meeting.person.called if participant.kind is Kind.PERSON else ""
    return wanted or name_or_role(participant)


def person_name(meeting: Meeting) -> str:
    """Return what to call the person whose plan it is, whether on the list or not."""
    person = meeting.person_participant
    return display_name(meeting, person) if person else meeting.person.called or _("the person")


def name_or_role(participant: Participant) -> str:
    """Return the name, else the role, else the organisation: a whole service can be called (requirement 125)."""
    return participant.name or participant.role or participant.organisation or _(KINDS[participant.kind])


def first_name(name: str) -> str:
    """Return what somebody is called for short: the first word of a name that is no title."""
    return next((word for word in name.split() if word.casefold().rstrip(".") not in TITLES), name)


def name_with_role(participant: Participant) -> str:
    """Return "Name (role, organisation)"; without a name "role (organisation)" or the organisation alone."""
    shown = name_or_role(participant)
    role = role_or_kind(participant) if participant.name else ""
    organisation = "" if participant.kind in FAMILY and participant.name else participant.organisation
    details = ", ".join(part for part in (role, organisation) if part and part != shown)
    return f"{shown} ({details})" if details else shown


def join_words(words: Sequence[str]) -> str:
    """Join words as in a sentence: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return _("{most} and {last}").format(most=", ".join(words[:-1]), last=words[-1])


def absence_sentence(meeting: Meeting) -> str:
    """Return what is read aloud about absentees."""
    call = roll_call(meeting)
    parts = [
        (call.late, N_("{who} is coming later."), N_("{who} are coming later.")),
        (call.excused, N_("{who} cannot come today."), N_("{who} cannot come today.")),
        (
            call.missing,
            N_("{who} is not here and has not been in touch."),
            N_("{who} are not here and have not been in touch."),
        ),
        (call.left, N_("{who} has left."), N_("{who} have left.")),
    ]
    sentences = [
        _(singular if len(absent) == 1 else plural).format(who=join_words(list(map(name_with_role, absent))))
        for absent, singular, plural in parts
        if absent
    ]
    if not sentences and not call.not_called:
        return _("Everyone is here.")
    return " ".join(sentences)


def emergency_contact(meeting: Meeting) -> str:
    """Return whom to call at once: what was decided, else the national numbers (requirement 210)."""
    usual = _("danger: 112; health advice: 1177; out of hours: the social services' duty team (socialjouren)")
    return meeting.between.urgent.strip() or usual


def format_when(text: str) -> str:
    """Format a time: a date in words, anything else as written."""
    return formatting.spoken(text, language())


def cue_sentence(meeting: Meeting, cue: TimeCue, phase: str) -> str:
    """Return the sentence of a time cue."""
    return _(CUES[cue]).format(phase=part_name(meeting, phase))


def local(at: datetime) -> datetime:
    """Convert to the meeting's time zone."""
    return formatting.local(at)


def format_clock(at: datetime) -> str:
    """Format a time of day: 13.02, in English 13:02."""
    return formatting.clock(at, language())


def time_of_day(text: str) -> time | None:
    """Parse a time of day as people write it; None for anything else."""
    from sip_tui.swedish.dates.vocabulary import read_clock

    return read_clock(text)


def leaves_at(text: str) -> str:
    """Format when somebody leaves: 16.20; empty for what is no time of day."""
    at = time_of_day(text)
    return "" if at is None else format_clock(datetime.combine(date.min, at))


def addressee(meeting: Meeting, reader: Participant | None = None) -> Addressee:
    """Make the one whom a text is turned to, see ``du_form.address``.

    Args:
        meeting: Who takes part.
        reader: The guardian or relative whose paper it is; the person when nobody is given.
    """
    from sip_tui.swedish.grammar.people import Addressee  # loaded at first use: the start is faster

    about = reader is None or reader.kind is Kind.PERSON
    person = meeting.person_participant
    names = [meeting.person.called, person.name if person else ""]
    if reader is not None and not about:
        names = [reader.name, *_called_at_home(reader)]
    own = person.id if about and person else reader.id if reader else ""
    others = [_IN_BRACKETS.sub("", other.name) for other in meeting.participants if other.id != own]
    others += [] if about else [meeting.person.called]
    helpers = [other.name for other in meeting.participants if other.kind not in FAMILY - {Kind.TRUSTEE}]
    children = [other.name for other in meeting.participants if about and other.role.casefold() in _OWN_CHILDREN]
    return Addressee.of(
        *names,
        others=others,
        helpers=helpers,
        children=children,
        roles=_role_words(meeting, own),
        child=about and is_minor(meeting),
        called=about,
    )


def _role_words(meeting: Meeting, own: str) -> Iterator[tuple[str, str]]:
    """Give names with the role that each has alone, in both forms: "Göran", "pappa" and "pappan"."""
    from sip_tui.swedish.grammar.agent import definite

    roles = [(other.name, other.role.strip().casefold()) for other in meeting.participants if other.id != own]
    alone = Counter(role for _name, role in roles)
    for name, role in roles:
        if name.strip() and role.isalpha() and alone[role] == 1:
            yield from ((name, role), (name, definite(role)))


def _called_at_home(reader: Participant) -> Iterator[str]:
    """Give the words that a relative is called by as by a name: "mamma", "mamman"."""
    for role in re.findall(r"\w+", reader.role.casefold()):
        yield from (role, *_CALLED_AT_HOME[role]) if role in _CALLED_AT_HOME else ()
