"""How a document addresses people: by role in a mail, by name on paper, and the person as "you".

Works on the restricted meeting (see ``access.restrict``): a mail has no names to show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.enums import FAMILY, Kind
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.attendance import in_round_order

KIND_LABELS: Mapping[Kind, str] = {
    Kind.PERSON: N_("you"),
    Kind.KIN: N_("next of kin"),
    Kind.GUARDIAN: N_("guardian"),
    Kind.TRUSTEE: N_("trustee"),
    Kind.ACTOR: N_("participant"),
    Kind.INTERPRETER: N_("interpreter"),
    Kind.SUPPORT: N_("support person"),
}
"""Label of a participant without a role."""


@dataclass(frozen=True, slots=True)
class Addressing:
    """Names participants for one audience."""

    audience: str
    meeting: Meeting
    labels: Mapping[str, str] = field(default_factory=dict)
    """Participant's id → role and organisation, numbered where two would be equal."""

    @classmethod
    def of(cls, audience: str, meeting: Meeting) -> Addressing:
        """Create the addressing for an audience from the restricted meeting."""
        return cls(audience, meeting, labels(meeting))

    @property
    def is_second_person(self) -> bool:
        """Whether the document addresses the person as "you"."""
        return self.audience != "full"

    def introduce(self, participant: Participant) -> str:
        """Return name (where visible), role and organisation."""
        if participant.kind is Kind.PERSON and self.is_second_person:
            return _("you")
        return ", ".join(part for part in (participant.name, self.labels[participant.id]) if part)

    def owner(self, participant_id: str) -> str:
        """Return how the owner of an action or goal is named; empty when there is none."""
        participant = self.meeting.participant(participant_id)
        if participant is None:
            return ""
        return participant.name if participant.name and self.audience == "full" else self.introduce(participant)

    def office(self, holder: str) -> str:
        """Return how the chair, the secretary or the convener is named.

        Args:
            holder: A participant's id, or a name in free text, which only the full version shows.
        """
        participant = self.meeting.participant(holder)
        if participant is not None:
            return self.introduce(participant)
        return holder if self.audience == "full" else ""


def labels(meeting: Meeting) -> dict[str, str]:
    """Return a unique label, role and organisation, by participant id; equal ones are numbered."""
    everybody = in_round_order(meeting)
    found = {participant.id: _joined(role_of(participant), participant) for participant in everybody}
    repeated = {label for label, count in Counter(found.values()).items() if count > 1}
    seen: Counter[str] = Counter()
    for participant in everybody:
        label = found[participant.id]
        seen[label] += 1
        if label in repeated:
            role = role_of(participant) or _(KIND_LABELS[participant.kind])
            found[participant.id] = _joined(f"{role} {seen[label]}", participant)
    return found


def role_of(participant: Participant) -> str:
    """Return the role, else the label of the kind; empty for an actor whose organisation says enough."""
    if participant.role.strip() or (participant.kind is Kind.ACTOR and participant.organisation.strip()):
        return participant.role
    return _(KIND_LABELS[participant.kind])


def _joined(role: str, participant: Participant) -> str:
    organisation = "" if participant.kind in FAMILY else participant.organisation
    return ", ".join(part for part in (role, organisation) if part.strip())
