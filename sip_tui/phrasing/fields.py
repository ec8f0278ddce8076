"""Labels of a meeting's fields, and their values as text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.log.change import format_time
from sip_tui.meeting.model.enums import Horizon, RedactionChoice
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.wording import (
    CHANNELS,
    INVITATION_STATES,
    KINDS,
    PRESENCE,
    SLOTS,
    STATUSES,
    format_when,
    name_or_role,
)
from sip_tui.resources.guidance import phase_name

FIELD_LABELS: Mapping[str, str] = {
    "text": N_("The text"),
    "what": N_("What"),
    "who": N_("Who"),
    "when": N_("When"),
    "how_often": N_("How often"),
    "where": N_("Where"),
    "goal": N_("For which goal"),
    "status": N_("Status"),
    "manages": N_("Manages it"),
    "asked": N_("Asked"),
    "replaced_by": N_("What is done instead"),
    "recorded": N_("Entered in their own system"),
    "since": N_("Since the meeting on"),
    "reviewed": N_("Followed up"),
    "horizon": N_("Main goal or subgoal"),
    "owner": N_("Responsible for the goal"),
    "parent": N_("Part of the goal"),
    "by": N_("By when"),
    "resources": N_("Helps on the way"),
    "need": N_("Which need it answers"),
    "sign": N_("How it shows that it is reached"),
    "reached": N_("Reached"),
    "channel": N_("How they get it"),
    "deliverer": N_("Who sees to it"),
    "due": N_("At the latest"),
    "received": N_("Has got it"),
    "unwanted": N_("Wants no copy"),
    "previous": N_("The earlier meeting"),
    "ended": N_("Why the plan ends"),
    "approved_on": N_("Approved together on"),
    "approved_how": N_("How it was approved"),
    "approved_by": N_("Who approved it with the person"),
    "remains": N_("Who is still there"),
    "term": N_("The hard word"),
    "raised_by": N_("Who said it"),
    "said_by": N_("Who said it"),
    "answer": N_("The answer"),
    "phase": N_("Part of the meeting"),
    "pros": N_("What speaks for it"),
    "cons": N_("What speaks against it"),
    "action": N_("The action it became"),
    "settled": N_("Settled"),
    "same": N_("Sees it the same way"),
    "name": N_("Name"),
    "kind": N_("Takes part as"),
    "role": N_("Role"),
    "organisation": N_("Organisation"),
    "email": N_("E-mail address"),
    "phone": N_("Telephone"),
    "key_person": N_("Needed at the meeting"),
    "presence": N_("Attendance"),
    "consent": N_("Consent"),
    "contact": N_("Contact with the family"),
    "leaves": N_("Must leave at"),
    "comes": N_("Comes at"),
    "ends": N_("Ends at"),
    "lunch": N_("Lunch at"),
    "lunch_minutes": N_("Minutes for lunch"),
    "presented": N_("Introduced"),
    "substitute_for": N_("Comes instead of"),
    "type": N_("Type of meeting"),
    "title": N_("Title"),
    "start": N_("Start"),
    "minutes": N_("Minutes"),
    "place": N_("Place"),
    "link": N_("Link to the video meeting"),
    "why": N_("Why"),
    "reply_to": N_("Where answers go"),
    "reply_by": N_("Answer wanted by"),
    "short_notice": N_("Why the notice is short"),
    "purpose": N_("Purpose"),
    "questions": N_("Questions"),
    "called_by": N_("Convener"),
    "follow_up": N_("Follow-up meeting"),
    "chair": N_("Chair"),
    "co_chair": N_("Also leads"),
    "secretary": N_("Secretary"),
    "bell": N_("Bell"),
    "mail_notes": N_("The mail holds the notes"),
    "interpreted": N_("Time for the interpreter, in percent"),
    "script": N_("Script"),
    "called": N_("What the person wants to be called"),
    "matters": N_("What matters most"),
    "stamina_minutes": N_("Minutes without a break"),
    "child": N_("A child"),
    "strengths": N_("What the person is good at"),
    "kept_out": N_("Not to be talked about"),
    "consent_until": N_("The consent holds until"),
    "person": N_("The person's name"),
    "guardian": N_("Guardian"),
    "interpreter_language": N_("Language of the interpreter"),
    "kin_wanted": N_("Wants someone close to come along"),
    "cognitive_support": N_("Support for following the meeting"),
    "breaks": N_("Breaks"),
    "travel": N_("The way there and back"),
    "reach": N_("How to reach the person"),
    "communication": N_("How to talk with the person"),
    "takes_part": N_("How the person takes part"),
    "wanted": N_("The person wants them there"),
    "time_agreed": N_("The time is agreed on"),
    "state": N_("Answer to the call"),
    "called_on": N_("Called on"),
    "invited_on": N_("Invited on"),
    "received_on": N_("Got the call on"),
    "coming_on": N_("Said yes on"),
    "declined_on": N_("Said no on"),
    "substitute_on": N_("Named a substitute on"),
    "on": N_("Day of the answer"),
    "received_by": N_("Who took the answer"),
    "covers": N_("What it covers"),
    "leaves_out": N_("What it leaves out"),
    "until": N_("Holds until"),
    "withdrawn_on": N_("Withdrawn on"),
    "plan": N_("Consent to the plan"),
    "plan_on": N_("Consent to the plan, day"),
    "view": N_("What the child says"),
    "done_on": N_("Done on"),
    "not_needed": N_("Not needed"),
    "note": N_("Note"),
    "coordinator": N_("Coordinates the plan"),
    "authority": N_("Overall responsibility for the plan"),
    "wish": N_("The person would have liked"),
    "booked_by": N_("Who books it"),
    "unbooked": N_("Why no time is booked"),
    "evaluation": N_("We check how the goals are going"),
    "urgent": N_("If it is urgent"),
    "changed": N_("If the help changes"),
    "convener": N_("Calls an extra meeting"),
    "told_by": N_("Tells the person what we decided"),
    "safe": N_("Feels safe with what we have decided"),
    "wonders": N_("Wonders about"),
    "knows_whom": N_("Knows who answers questions"),
    "satisfied": N_("Happy with the meeting"),
    "words": N_("Words that were found"),
    "choice": N_("What happens to them"),
    "reason": N_("Why they may stand"),
    **SLOTS,
}
"""Field → label, in any table; never user text."""
TABLE_FIELD_LABELS: Mapping[tuple[str, str], str] = {
    ("between", "contact"): N_("Who you call"),
    ("feedback", "words"): N_("In their own words"),
    ("questions", "text"): N_("The question"),
    ("invitations", "why"): N_("Why they are called"),
    ("invitations", "reason"): N_("Why they cannot come"),
    ("invitations", "questions"): N_("The questions they are called for"),
    ("about", "why"): N_("Why a meeting is needed"),
    ("goals", "view"): N_("How the person sees it"),
}
"""Table and field → label, where it differs from FIELD_LABELS."""

NAMING_FIELDS: Mapping[str, str] = {
    "participants": "name",
    "needs": "text",
    "goals": "text",
    "actions": "what",
    "terms": "term",
    "ideas": "text",
    "parked": "text",
    "disagreements": "text",
    "ongoing": "what",
    "resolutions": "text",
    "quotes": "text",
    "information": "text",
    "questions": "text",
    "feedback": "words",
    "decisions": "words",
}
"""Table → the field that identifies a row to people."""

Formatter = Callable[[Meeting, str], str]
"""Returns the text of a stored value."""


def field_label(field: str, table: str = "") -> str:
    """Return the label of a field, capitalised; "Something" for an unknown one."""
    known = TABLE_FIELD_LABELS.get((table, field)) or FIELD_LABELS.get(field)
    name = _(known) if known else _("Something")
    return name[:1].upper() + name[1:]


def value_text(meeting: Meeting, table: str, field: str, value: object) -> str:
    """Format a value: a row by its name, a date in words; empty when there is none.

    Args:
        meeting: Holds the rows that a value may refer to.
        table: The cell's table.
        field: The cell's field.
        value: In the model's type, or as stored.
    """
    formatter = _FORMATTERS.get((table, field)) or _FORMATTERS.get(("", field)) or _free_text
    return formatter(meeting, _stored(value))


def _stored(value: object) -> str:
    """Convert a value to text: a time as stored, a list on one line."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return format_time(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)


def _free_text(_meeting: Meeting, value: str) -> str:
    return format_when(value)


def _person(meeting: Meeting, row: str) -> str:
    participant = meeting.participant(row)
    return name_or_role(participant) if participant else row


def _goal(meeting: Meeting, row: str) -> str:
    goal = meeting.goal(row)
    return goal.text if goal else row


def _action(meeting: Meeting, row: str) -> str:
    return next((action.what for action in meeting.actions if action.id == row), row)


def _need(meeting: Meeting, row: str) -> str:
    return next((need.text for need in meeting.needs if need.id == row), row)


def _phase(_meeting: Meeting, key: str) -> str:
    return phase_name(key)


def _of(words: Mapping[str, str]) -> Formatter:
    """Format a token by its word; an unknown one as it is."""
    return lambda _meeting, value: _(words[value]) if value in words else value


_CONSENTS = {
    "written": N_("written consent"),
    "oral": N_("oral consent"),
    "none": N_("no consent"),
    "withdrawn": N_("consent withdrawn"),
}
_YES = _of({"yes": N_("yes"), "partly": N_("partly"), "no": N_("no")})
_FORMATTERS: Mapping[tuple[str, str], Formatter] = {
    **{("", name): _person for name in ("who", "owner", "raised_by", "said_by", "called_by", "substitute_for")},
    **{("", name): _person for name in ("chair", "co_chair", "secretary")},
    **{
        ("between", name): _person
        for name in ("coordinator", "booked_by", "contact", "convener", "told_by", "approved_by")
    },
    **{("", name): _goal for name in ("goal", "parent")},
    **{("", name): _YES for name in ("manages", "settled", "same", "key_person", "presented", "bell", "mail_notes")},
    **{("", name): _YES for name in ("child", "asked", "safe", "knows_whom", "satisfied")},
    **{("", name): _YES for name in ("kin_wanted", "wanted", "time_agreed", "not_needed")},
    ("", "received_by"): _person,
    **{("", name): _YES for name in ("recorded", "reviewed", "reached", "unwanted")},
    ("", "deliverer"): _person,
    ("", "need"): _need,
    ("", "channel"): _of({str(channel): word for channel, word in CHANNELS.items()}),
    **dict.fromkeys([("", "action"), ("", "replaced_by")], _action),
    ("", "phase"): _phase,
    ("", "presence"): _of({str(presence): word for presence, word in PRESENCE.items()}),
    ("participants", "kind"): _of({str(kind): word for kind, word in KINDS.items()}),
    ("", "status"): _of({str(status): word for status, word in STATUSES.items()}),
    ("", "horizon"): _of({str(Horizon.LONG): N_("Main goal"), str(Horizon.SHORT): N_("Subgoal")}),
    ("", "choice"): _of(
        {
            str(RedactionChoice.MASK): N_("Hide"),
            str(RedactionChoice.ROLE): N_("Use the role"),
            str(RedactionChoice.KEEP): N_("Let stand"),
        }
    ),
    ("", "consent"): _of(_CONSENTS),
    ("", "plan"): _of(_CONSENTS),
    ("", "state"): _of({str(state): words for state, words in INVITATION_STATES.items()}),
}
"""Table (empty for any) and field → formatter; any other field is free text or a date."""
