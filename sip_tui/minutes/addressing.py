"""How each audience calls people: by role in a mail, by name on paper, and the person "you" in both.

Only what the audience may see is known here (see ``allow.permitted``): in a mail there is no name to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.enums import FAMILY, Kind
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.attendance import in_round_order

KINDS: Mapping[Kind, str] = {
    Kind.PERSON: N_("you"),
    Kind.KIN: N_("next of kin"),
    Kind.GUARDIAN: N_("guardian"),
    Kind.TRUSTEE: N_("trustee"),
    Kind.ACTOR: N_("participant"),
    Kind.INTERPRETER: N_("interpreter"),
    Kind.SUPPORT: N_("support person"),
}
"""What somebody is called who has no role."""


@dataclass(frozen=True, slots=True)
class Addressing:
    """Says who somebody is, to one audience."""

    audience: str
    meeting: Meeting
    labels: Mapping[str, str] = field(default_factory=dict)
    """Participant's id → role and organisation, with a number where two would be called the same."""

    @classmethod
    def of(cls, audience: str, meeting: Meeting) -> Addressing:
        """Make the voice of an audience, for a meeting that holds only what it may see."""
        return cls(audience, meeting, labels(meeting))

    @property
    def says_you(self) -> bool:
        """Whether the person is spoken to."""
        return self.audience != "full"

    def introduce(self, one: Participant) -> str:
        """Name somebody in full: the name where it may be said, the role, the organisation."""
        if one.kind is Kind.PERSON and self.says_you:
            return _("you")
        return ", ".join(part for part in (one.name, self.labels[one.id]) if part)

    def owner(self, row: str) -> str:
        """Name the one who is to do something; empty when nobody on the list is."""
        one = self.meeting.participant(row)
        if one is None:
            return ""
        if one.kind is Kind.PERSON and self.says_you:
            return _("you")
        return one.name if one.name and self.audience == "full" else self.introduce(one)

    def office(self, holder: str) -> str:
        """Name the chair, the secretary or the convener; written by hand it is a name, and said only in full."""
        one = self.meeting.participant(holder)
        if one is not None:
            return self.introduce(one)
        return holder if self.audience == "full" else ""


def labels(meeting: Meeting) -> dict[str, str]:
    """Give every participant a role and an organisation that nobody else has; equal ones are numbered."""
    everybody = in_round_order(meeting)
    plain = {one.id: _joined(role_of(one), one) for one in everybody}
    many = {label for label, count in Counter(plain.values()).items() if count > 1}
    seen: Counter[str] = Counter()
    for one in everybody:
        label = plain[one.id]
        seen[label] += 1
        if label in many:
            plain[one.id] = _joined(f"{role_of(one) or _(KINDS[one.kind])} {seen[label]}", one)
    return plain


def role_of(one: Participant) -> str:
    """The role, or what the kind is called; empty for an actor whose organisation says it."""
    if one.role.strip() or (one.kind is Kind.ACTOR and one.organisation.strip()):
        return one.role
    return _(KINDS[one.kind])


def _joined(role: str, one: Participant) -> str:
    organisation = "" if one.kind in FAMILY else one.organisation
    return ", ".join(part for part in (role, organisation) if part.strip())
