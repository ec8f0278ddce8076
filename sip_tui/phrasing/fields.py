"""Labels of a meeting's fields, and their values as text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.log.change import format_time
from sip_tui.meeting.model.enums import Horizon, RedactionChoice
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.delivery import CHANNELS, VERSIONS
from sip_tui.phrasing.field_labels import FIELD_LABELS, TABLE_FIELD_LABELS
from sip_tui.phrasing.invitations import INVITATION_STATES
from sip_tui.phrasing.wording import (
    KINDS,
    PRESENCE,
    STATUSES,
    format_when,
    name_or_role,
)
from sip_tui.resources.meeting_types import part_name

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


def _phase(meeting: Meeting, key: str) -> str:
    return part_name(meeting, key)


def _of(words: Mapping[str, str]) -> Formatter:
    """Format a token by its word; an unknown one as it is."""
    return lambda _meeting, value: _(words[value]) if value in words else value


_CONSENTS = {
    "written": N_("written consent"),
    "oral": N_("oral consent"),
    "none": N_("does not agree to sharing"),
    "withdrawn": N_("consent withdrawn"),
}
_YES = _of({"yes": N_("yes"), "partly": N_("partly"), "no": N_("no")})
_FORMATTERS: Mapping[tuple[str, str], Formatter] = {
    **{
        ("", name): _person
        for name in ("who", "owner", "raised_by", "said_by", "called_by", "substitute_for", "agreed_by")
    },
    **{("", name): _person for name in ("chair", "co_chair", "secretary")},
    **{
        ("between", name): _person
        for name in ("coordinator", "booked_by", "contact", "convener", "told_by", "approved_by")
    },
    **{("", name): _goal for name in ("goal", "parent")},
    **{
        ("", name): _YES
        for name in ("manages", "settled", "same", "key_person", "presented", "bell", "mail_notes", "main")
    },
    **{("", name): _YES for name in ("child", "asked", "safe", "knows_whom", "satisfied")},
    **{("", name): _YES for name in ("kin_wanted", "wanted", "time_agreed", "not_needed")},
    **dict.fromkeys([("", "received_by"), ("", "given_by")], _person),
    **{("", name): _YES for name in ("recorded", "reviewed", "reached", "unwanted", "unanswered")},
    ("", "deliverer"): _person,
    ("", "need"): _need,
    ("", "channel"): _of({str(channel): word for channel, word in CHANNELS.items()}),
    ("", "version"): _of({str(version): word for version, word in VERSIONS.items()}),
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
            str(RedactionChoice.KEEP): N_("Leave it in"),
        }
    ),
    ("", "consent"): _of(_CONSENTS),
    ("", "plan"): _of(_CONSENTS),
    ("", "state"): _of({str(state): words for state, words in INVITATION_STATES.items()}),
}
"""Table (empty for any) and field → formatter; any other field is free text or a date."""
