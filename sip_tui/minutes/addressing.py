"""How a document addresses people: by role in a mail, by name on paper, and the person as "you".

Works on the restricted meeting (see ``access.restrict``): a mail has no names to show.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.model.enums import FAMILY, Kind
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.minutes.document import RichText, Span, plain, to_single_line
from sip_tui.swedish.grammar.agent import definite

_BRACKETS = re.compile(r"\s*\(([^()]*)\)")

KIND_LABELS: Mapping[Kind, str] = {
    Kind.PERSON: N_("you"),
    Kind.KIN: N_("family or friend"),
    Kind.GUARDIAN: N_("parent or guardian"),
    Kind.TRUSTEE: N_("appointed representative (god man)"),
    Kind.ACTOR: N_("participant"),
    Kind.INTERPRETER: N_("interpreter"),
    Kind.SUPPORT: N_("support person"),
}
"""Label of a participant without a role."""

_HOME_WORDS = frozenset(
    {"mamma", "pappa", "mormor", "morfar", "farmor", "farfar", "moster", "faster", "morbror", "farbror"}
    | {"mum", "mam", "mom", "dad", "nan", "gran", "grandma", "grandad"}
)
"""What one of the family is called at home, as by a name."""


_GENERAL = frozenset({"handläggare", "utredare", "samordnare", "chef", "enhetschef", "case officer", "manager"})
"""Roles that there are in every office."""


@dataclass(frozen=True, slots=True)
class Addressing:
    """Names participants for one audience.

    Attributes:
        audience: One of ``DOCUMENTS``.
        meeting: The restricted meeting.
        labels: Participant's id → role and organisation, numbered where two would be equal.
        roles: Participant's id → role alone, where no one else has it; else the label.
    """

    audience: str
    meeting: Meeting
    labels: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, audience: str, meeting: Meeting) -> Addressing:
        """Create the addressing for an audience from the restricted meeting."""
        found = labels(meeting)
        everybody = in_round_order(meeting)
        roles = {participant.id: _role_or_organisation(participant) for participant in everybody}
        count = Counter(roles.values())
        return cls(
            audience,
            meeting,
            found,
            {row: role if count[role] == 1 and not _says_little(role) else found[row] for row, role in roles.items()},
        )

    def introduce(self, participant: Participant) -> RichText:
        """Return name (where visible), role and organisation; "you" for the person except in full."""
        if self.is_you(participant):
            return _you()
        label = self.labels[participant.id] if not participant.name else _joined(role_of(participant), participant)
        label = "" if participant.kind is Kind.PERSON and not participant.role else label
        return ", ".join(_distinct((participant.name, *label.split(", ")))) or self.labels[participant.id]

    def brief(self, participant: Participant) -> RichText:
        """Return the name with the role in brackets, or the role alone; "you" for the person except in full."""
        if self.is_you(participant):
            return _you()
        if word := self._home_word(participant):
            return word
        role_label = self.roles[participant.id] if not participant.name else _role_or_organisation(participant)
        role_label = "" if participant.kind is Kind.PERSON and participant.name else role_label
        if participant.kind is Kind.TRUSTEE and self.audience == "person" and role_label.casefold() == "god man":
            role_label = "din gode man"
        name, *role = _distinct((participant.name, role_label))
        return f"{name} ({_BRACKETS.sub(_comma, role[0])})" if role else name

    def _home_word(self, participant: Participant) -> str:
        """Return what the person's own paper calls one of the family: "mamma"; empty when two are called that."""
        is_alone = self.roles[participant.id].strip().lower() == participant.role.strip().lower()
        return home_word(participant) if self.audience == "person" and is_alone else ""

    def listed(self, participant: Participant) -> RichText:
        """Return the same within a list on one line, where a role begins with a small letter: "tolk (arabiska)"."""
        shown, role = self.brief(participant), participant.role.strip()
        if not isinstance(shown, str) or not role or not shown.casefold().startswith(role.casefold()):
            return shown
        return shown if shown[1:2].isupper() else f"{shown[0].lower()}{shown[1:]}"

    def in_sentence(self, participant: Participant) -> RichText:
        """Return how somebody is named within a sentence: by name, else by the role: "kuratorn", "the counsellor"."""
        if participant.name or self.is_you(participant):
            return self.brief(participant)
        role = role_in_sentence(participant)
        is_unique = [role_in_sentence(other) for other in self.meeting.participants].count(role) == 1
        if not is_unique:
            return self.labels[participant.id]
        return with_article(role) if language() == "en" and participant.role.strip() else role

    def owner(self, participant_id: str) -> RichText:
        """Return how the owner of an action or goal is named; empty when there is none."""
        participant = self.meeting.participant(participant_id)
        if participant is None:
            return ""
        return participant.name if participant.name and self.audience == "full" else self.brief(participant)

    def office(self, holder: str) -> RichText:
        """Return how the chair, the secretary or the convener is named.

        Args:
            holder: A participant's id, or a name in free text, which only the full version shows.
        """
        participant = self.meeting.participant(holder)
        if participant is not None:
            return self.introduce(participant)
        return holder if self.audience == "full" else ""

    def is_you(self, participant: Participant) -> bool:
        """Check whether the document addresses a participant: it is the person, in all documents but the full one."""
        return participant.kind is Kind.PERSON and self.audience != "full"


def _says_little(role: str) -> bool:
    """Whether a role is told with its office: "handläggare" says what somebody does, and not for whom."""
    return role.strip().casefold() in _GENERAL


def home_word(participant: Participant) -> str:
    """Return the role of one of the family when it is what she is called at home; else empty."""
    word = participant.role.strip().lower()
    return word if participant.kind in FAMILY and word in _HOME_WORDS else ""


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


def role_with_office(participant: Participant, others: Iterable[Participant]) -> str:
    """Return the role as in running text, with the office where another one has such a role as well.

    "Handläggaren på Försäkringskassan" is told apart from "biståndshandläggaren".
    """
    role, bare = role_in_sentence(participant), participant.role.strip().casefold()
    if language() != "sv" or not (bare and participant.organisation.strip()) or participant.kind in FAMILY:
        return role
    if not any(bare in other.role.casefold() for other in others if other.id != participant.id):
        return role
    return f"{role} på {plain(to_single_line(participant.organisation))}"


def role_in_sentence(participant: Participant) -> str:
    """Return the role as it is used in running text: "kuratorn", "mamma"."""
    role = plain(to_single_line(role_of(participant) or participant.organisation))
    if language() != "sv" or not participant.role.strip():
        return role
    return definite(role)


_NO_ARTICLE = re.compile(
    r"(?:the|my|our|your|a|an)\s|(?:mum|mam|mom|dad|mother|father|nan|gran\w*|mamma|pappa|mor|far)\b", re.I
)


def with_article(role: str) -> str:
    """Return an English role as in running text: "the school counsellor", but "mum" and "BUP"."""
    if _NO_ARTICLE.match(role) or role[1:2].isupper():
        return role
    return f"the {role[:1].lower()}{role[1:]}"


def _comma(found: re.Match[str]) -> str:
    return f", {found[1]}"


def _you() -> RichText:
    return (Span(_("you"), fixed=True),)


def _role_or_organisation(participant: Participant) -> str:
    return role_of(participant) or participant.organisation


def _joined(role: str, participant: Participant) -> str:
    organisation = "" if participant.kind in FAMILY else participant.organisation
    return ", ".join(part for part in (role, organisation) if part.strip())


def _distinct(parts: Iterable[str]) -> list[str]:
    """Drop blank parts, and those whose words the part before begins with: "Tolk (arabiska)" needs no "tolk"."""
    kept: list[str] = []
    for part in parts:
        if part.strip() and not (kept and kept[-1].casefold().startswith(part.casefold())):
            kept.append(part)
    return kept or [""]
