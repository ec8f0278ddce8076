"""How the program says things about a meeting: one sentence for one fact, the same on every screen and paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.content.plan import ActionGap
from sip_tui.meeting.content.questions import is_follow_up
from sip_tui.meeting.model.enums import FAMILY, Kind, Presence, Status
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people import consent
from sip_tui.meeting.people.attendance import roll_call
from sip_tui.meeting.time.cues import TimeCue
from sip_tui.resources.guidance import phase_name
from sip_tui.swedish.dates import formatting

PRESENCE = {
    Presence.EXPECTED: N_("not called yet"),
    Presence.PRESENT: N_("present"),
    Presence.REMOTE: N_("present on link"),
    Presence.LATE: N_("coming later"),
    Presence.EXCUSED: N_("excused"),
    Presence.MISSING: N_("missing"),
    Presence.LEFT: N_("has left"),
}
KINDS = {
    Kind.PERSON: N_("the person"),
    Kind.KIN: N_("next of kin"),
    Kind.GUARDIAN: N_("guardian"),
    Kind.TRUSTEE: N_("trustee"),
    Kind.ACTOR: N_("actor"),
    Kind.INTERPRETER: N_("interpreter"),
    Kind.SUPPORT: N_("support person"),
}
STATUSES = {
    Status.PROPOSED: N_("proposed"),
    Status.NEW: N_("new"),
    Status.ONGOING: N_("ongoing"),
    Status.CHANGED: N_("changed"),
    Status.ENDED: N_("ended"),
    Status.DONE: N_("done"),
}
CUES = {
    TimeCue.HALF: N_("Half of {phase} has gone."),
    TimeCue.FIVE: N_("Five minutes left of {phase}."),
    TimeCue.OVER: N_("The time for {phase} is over."),
    TimeCue.MEETING_FIVE: N_("Five minutes left of the meeting."),
    TimeCue.MEETING_OVER: N_("The time of the meeting is over."),
}
GAPS = {
    ActionGap.NO_OWNER: N_("nobody does it"),
    ActionGap.OWNER_ABSENT: N_("{who} is not here"),
    ActionGap.NO_WHEN: N_("no time"),
    ActionGap.NO_GOAL: N_("no goal"),
    ActionGap.TOO_MUCH: N_("more than {who} manages"),
}
CONSENTS = {
    consent.NOT_ASKED: N_("not asked"),
    consent.ORAL: N_("yes, oral"),
    consent.WRITTEN: N_("yes, written"),
    consent.NONE: N_("said no"),
    consent.WITHDRAWN: N_("taken back"),
}
"""What the person has said about one participant, in a word or two (seed rows 15, 141)."""

SLOTS = {
    "works": N_("works"),
    "works_not": N_("does not work"),
    "experience": N_("experience"),
    "needs": N_("needs"),
    "wishes": N_("wishes"),
    "expectations": N_("expectations"),
    "goals": N_("important goals"),
    "support": N_("support"),
}
"""What each slot of an account is about (seed rows 1, 32, 98)."""


def aim_words(meeting: Meeting) -> str:
    """The aim in two or three words: to make a plan, or to follow one up (seed row 187)."""
    return _("follow up the plan") if is_follow_up(meeting) else _("make a plan")


def purpose_line(meeting: Meeting) -> str:
    """Why they meet, in one line; without a purpose of its own the aim of every such meeting (seed rows 95, 187)."""
    return _("Why you meet: {text}").format(text=meeting.about.purpose.strip() or aim_words(meeting))


def presence_word(presence: Presence) -> str:
    """Where a participant is, in a word or two."""
    return _(PRESENCE[presence])


def consent_word(one: Participant) -> str:
    """What the person has said about this participant; empty for those about whom nobody asks.

    Family can be asked about and need not be: for them there is a word only when something has been said.
    """
    if not consent.needs_consent(one) or (one.kind in FAMILY and not one.consent):
        return ""
    return _(CONSENTS[one.consent]) if one.consent in CONSENTS else one.consent


def gap_words(meeting: Meeting, who: str, gaps: Sequence[ActionGap]) -> list[str]:
    """What an action lacks, in words; the person is called what the person wants to be called."""
    one = meeting.participant(who)
    wanted = meeting.person.called if one and one.kind is Kind.PERSON else ""
    name = wanted or (name_or_role(one) if one else "")
    return [_(GAPS[gap]).format(who=name) for gap in gaps]


def slot_line(slot: str, text: str) -> str:
    """One slot of an account with its label: "works: the art lessons"."""
    return f"{_(SLOTS[slot])}: {text}"


def role_or_kind(one: Participant) -> str:
    """The role as people say it: what was written, else the kind."""
    return one.role or _(KINDS[one.kind])


def display_name(meeting: Meeting, one: Participant) -> str:
    """What somebody is called in a sentence; the person as the person wants."""
    wanted = meeting.person.called if one.kind is Kind.PERSON else ""
    return wanted or name_or_role(one)


def name_or_role(one: Participant) -> str:
    """The name; for somebody without one, the role."""
    return one.name or role_or_kind(one)


def name_with_role(one: Participant) -> str:
    """Name, and in brackets role and organisation; for somebody without a name, the role before the brackets."""
    within = [part for part in (role_or_kind(one) if one.name else "", one.organisation) if part]
    return f"{name_or_role(one)} ({', '.join(within)})" if within else name_or_role(one)


def join_words(words: Sequence[str]) -> str:
    """Join words as a sentence does: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return _("{most} and {last}").format(most=", ".join(words[:-1]), last=words[-1])


def absence_sentence(meeting: Meeting) -> str:
    """What is read aloud about those who are not here (S3: the chair tells if anybody is missing)."""
    call = roll_call(meeting)
    parts = [
        (call.late, N_("{who} comes later."), N_("{who} come later.")),
        (call.excused, N_("{who} cannot come today."), N_("{who} cannot come today.")),
        (
            call.missing,
            N_("{who} is not here, and has not said why."),
            N_("{who} are not here, and have not said why."),
        ),
        (call.left, N_("{who} has left."), N_("{who} have left.")),
    ]
    said = [
        _(one if len(those) == 1 else many).format(who=join_words([name_with_role(each) for each in those]))
        for those, one, many in parts
        if those
    ]
    if not said and not call.not_called:
        return _("Everybody is here.")
    return " ".join(said)


def emergency_contact(meeting: Meeting) -> str:
    """Whom to call at once: what was said in the room, else what holds everywhere (seed row 210)."""
    usual = _("in danger 112, advice about care 1177, evenings and weekends the emergency social services")
    return meeting.between.urgent.strip() or usual


def format_when(text: str) -> str:
    """A time as it was written; a date as people say it."""
    return formatting.spoken(text, language())


def cue_sentence(cue: TimeCue, phase: str) -> str:
    """What the chair is told when time has come so far."""
    return _(CUES[cue]).format(phase=phase_name(phase))


def local(at: datetime) -> datetime:
    """The time where the meeting is."""
    return formatting.local(at)


def format_clock(at: datetime) -> str:
    """A time of day in the language that is spoken: 13.02, in English 13:02."""
    return formatting.clock(at, language())


def time_of_day(text: str) -> time | None:
    """Read a time of day as people write it; None for what is none."""
    from sip_tui.swedish.dates.clock import read_clock

    return read_clock(text)


def leaves_at(text: str) -> str:
    """When somebody leaves, as a clock shows it: 16.20; empty when what was written is no time of day."""
    at = time_of_day(text)
    return "" if at is None else format_clock(datetime.combine(date.min, at))


def minutes_left(left: timedelta) -> str:
    """Whole minutes left, or how long over time: what a glance can read; never none."""
    seconds = int(left.total_seconds())
    if seconds < 0:
        return _("{minutes} min over").format(minutes=max(-seconds // 60, 1))
    return _("{minutes} min left").format(minutes=-(-seconds // 60))


def countdown(span: timedelta) -> str:
    """Minutes and seconds for the big clock: "21:34", "-0:05"."""
    seconds = int(span.total_seconds())
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'-' if seconds < 0 else ''}{minutes}:{rest:02d}"
