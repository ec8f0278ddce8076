"""Redaction policy: mask a finding, keep it, or keep it pending review (requirement 169).

Identifiers are masked. In a mail, warnings (codes, protected identity) are masked as well, except ordinary words for a
diagnosis, and medicines that tell of one: the person may have chosen the word, so it is kept until somebody has
reviewed it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from sip_tui.meeting.log.change import Edit, as_edits
from sip_tui.meeting.model.enums import RedactionChoice
from sip_tui.meeting.model.meeting import Meeting, RedactionDecision
from sip_tui.minutes.access import BY_MAIL
from sip_tui.minutes.redaction.known_names import person_names
from sip_tui.privacy import Finding, find, is_service_number

NEVER_KEPT = frozenset({"personnummer", "samordningsnummer", "reservnummer"})
"""Kinds that nobody can decide to keep (requirement 169)."""
REASON_OPTIONAL = frozenset({"diagnosis", "medicine", "possible_name", "quasi", "kept_out"})
"""Kinds that are left to people to judge, and may be kept without a reason."""


_OWN_BIRTHDAY = re.compile(
    r"\b(?:min födelsedag|jag (?:fyller|är född|föddes)|my birthday|I was born)\b", re.IGNORECASE
)
"""What tells that a day is the person's own, which stands on the person's own paper."""
Place = tuple[str, str, str]
"""A kind, the words that were found, and the words around them."""


@dataclass(frozen=True, slots=True)
class RedactionPolicy:
    """Decides about every finding of one document.

    Attributes:
        kept: Words that may be kept somewhere, except the kinds of ``NEVER_KEPT``.
        decided: The reviewers' decisions, by kind and words.
        places: Where reviewers decided to keep something: kind, words and the words around.
        contacts: Telephone numbers and addresses of offices, which are kept wherever they stand.
        by_mail: Whether the document leaves over channels that others can read.
        given_names: On the person's paper: what a name must begin with to be the person's. A surname alone is a
            relative's.
    """

    kept: frozenset[str] = frozenset()
    decided: Mapping[tuple[str, str], RedactionDecision] = field(default_factory=dict)
    by_mail: bool = False
    given_names: tuple[str, ...] = ()
    places: frozenset[Place] = frozenset()
    contacts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, meeting: Meeting, audience: str, public_contacts: tuple[str, ...]) -> RedactionPolicy:
        """Create the policy for a document.

        Args:
            meeting: The whole meeting, with the reviewers' decisions.
            audience: One of ``DOCUMENTS``.
            public_contacts: Phone numbers and addresses of offices, which are kept.
        """
        words = frozenset((*public_contacts, *filter(_can_be_kept, kept_words(meeting))))
        own = person_names(meeting) if audience == "person" else ()
        given_names = tuple(name.name.split()[0].casefold() for name in own)
        decided, by_mail = decisions_by_words(meeting), audience in BY_MAIL
        return cls(words, decided, by_mail, given_names, kept_places(meeting), frozenset(public_contacts))

    @property
    def decided_names(self) -> frozenset[str]:
        """Names about which a reviewer has decided something."""
        return frozenset(words for kind, words in self.decided if kind == "name")

    @property
    def unnamed(self) -> frozenset[str]:
        """Words that a reviewer chose to mask in the mail; a name among them gets no role word."""
        if not self.by_mail:
            return frozenset()
        return frozenset(words for (_kind, words), made in self.decided.items() if made.choice is RedactionChoice.MASK)

    def is_kept(self, hit: Finding, words: str) -> bool:
        """Whether the words stand as they are."""
        if words in self.contacts or self._is_to_be_called(hit, words):
            return True
        if hit.kind in NEVER_KEPT:
            return False
        if hit.kind == "birth_date" and self.given_names and _OWN_BIRTHDAY.search(hit.context):
            return True
        if hit.kind == "address" and self.given_names and not any(map(str.isdigit, words)):
            return True  # a town, or the name of a home, on the person's own paper
        if hit.kind == "name" and self.given_names and not words.casefold().startswith(self.given_names):
            return True
        return self._is_kept_here(hit, words) or not (hit.level == "block" or self.is_withheld(hit, words))

    def _is_to_be_called(self, hit: Finding, words: str) -> bool:
        """Whether it is a service's telephone, which stands unless somebody has chosen to hide it."""
        return is_service_number(hit) and self._choice(hit, words) is not RedactionChoice.MASK

    def is_pending(self, hit: Finding, words: str) -> bool:
        """Whether the words are kept only until somebody has reviewed them."""
        return hit.level == "warn" and self.is_kept(hit, words) and not self._is_kept_here(hit, words)

    def is_withheld(self, hit: Finding, words: str) -> bool:
        """Whether words that are no identifier must not leave in this document either."""
        return self.by_mail and (
            is_withheld_from_mail(hit)
            or (hit.kind in REASON_OPTIONAL and self._choice(hit, words) is RedactionChoice.MASK)
        )

    def _is_kept_here(self, hit: Finding, words: str) -> bool:
        """Whether a reviewer keeps the words at this place; a decision without places holds everywhere."""
        if words in self.contacts or (hit.kind, words, hit.context) in self.places:
            return True
        if self.places and any(place[:2] == (hit.kind, words) for place in self.places):
            return False
        return words in self.kept or (hit.kind in REASON_OPTIONAL and self._choice(hit, words) is RedactionChoice.KEEP)

    def _choice(self, hit: Finding, words: str) -> RedactionChoice | None:
        decision = self.decided.get((hit.kind, words))
        return decision.choice if decision else None


def is_withheld_from_mail(hit: Finding, _words: str = "") -> bool:
    """Whether a warning is masked in a mail unless somebody gives a reason to keep it."""
    return hit.level == "warn" and hit.kind not in REASON_OPTIONAL


def _can_be_kept(words: str) -> bool:
    return bool(words.strip()) and not any(hit.kind in NEVER_KEPT for hit in find(words, people=False))


def decide(
    kind: str, words: str, choice: RedactionChoice, reason: str = "", places: Iterable[str] = ()
) -> tuple[Edit, ...]:
    """Record what is done with words of a kind; a later decision replaces an earlier one.

    Args:
        kind: The kind of finding, such as "phone".
        words: The words as they were found.
        choice: What is done with them.
        reason: Why they are kept. Without one nothing is kept except the kinds of ``REASON_OPTIONAL``.
        places: The words around each of them; what is kept is kept there, and the same words elsewhere are found again.
    """
    if choice is RedactionChoice.KEEP and kind not in REASON_OPTIONAL and not reason.strip():
        return ()
    # The same row for the same words in every process, so that two who decide at once meet in one cell.
    edits: list[Edit] = []
    for place in ("", *dict.fromkeys(places)):
        row = decision_row(kind, words, place)
        cells = {"kind": kind, "words": words, "place": place, "choice": choice.value, "reason": reason.strip()}
        edits += as_edits("decisions", row, cells.items())
    return tuple(edits)


def decision_row(kind: str, words: str, place: str = "") -> str:
    """Return the id of the row that holds the decision about words of a kind, at a place or anywhere."""
    return blake2b("\0".join(filter(None, (kind, words, place))).encode(), digest_size=12).hexdigest()


def decisions_by_words(meeting: Meeting) -> Mapping[tuple[str, str], RedactionDecision]:
    """Map kind and words to the decision about them."""
    return {(made.kind, made.words): made for made in meeting.decisions if not made.place}


def kept_places(meeting: Meeting) -> frozenset[Place]:
    """The places where somebody decided to keep something."""
    return frozenset((made.kind, made.words, made.place) for made in _kept(meeting) if made.place)


def kept_words(meeting: Meeting) -> frozenset[str]:
    """The words that somebody decided to keep, with a reason."""
    return frozenset(made.words for made in _kept(meeting) if made.reason)


def _kept(meeting: Meeting) -> Iterator[RedactionDecision]:
    """The decisions to keep, but those that a later one about the same words has replaced."""
    last = decisions_by_words(meeting)
    for made in meeting.decisions:
        if made.choice is last.get((made.kind, made.words), made).choice is RedactionChoice.KEEP:
            yield made
