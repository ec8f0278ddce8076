"""What becomes of a finding: it goes, it stands, or it stands and waits until somebody has looked at it.

An identifier goes. What the engine leaves to a person (diagnoses, codes, protected identity) goes from what leaves by
mail as well, all but an ordinary word for a diagnosis: the person may have chosen it, and only people can tell
(rules §8; seed row 169).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sip_tui.meeting.content.redaction_decisions import REASON_OPTIONAL, decisions_by_words, kept_words
from sip_tui.meeting.model.enums import RedactionChoice
from sip_tui.meeting.model.meeting import Meeting, RedactionDecision
from sip_tui.privacy import Finding, find

Verdict = Callable[[Finding, str], bool]
"""Says something of a finding, and of the words that it covers."""

BY_MAIL = frozenset({"mail", "notice"})
"""The audiences whose documents leave over lines that others can read."""

NEVER_KEPT = frozenset({"personnummer", "samordningsnummer", "reservnummer"})
"""What nobody may decide to let stand (seed row 169)."""


@dataclass(frozen=True, slots=True)
class RedactionPolicy:
    """Judges every finding of one document.

    Attributes:
        kept: Words that stand whatever they are, but never those of ``NEVER_KEPT``.
        decided: What somebody has decided, by kind and words.
        by_mail: Whether the document leaves over lines that others can read.
    """

    kept: frozenset[str]
    decided: Mapping[tuple[str, str], RedactionDecision]
    by_mail: bool

    def is_kept(self, hit: Finding, words: str) -> bool:
        """Whether the words that were found stand as they are."""
        if hit.kind in NEVER_KEPT:
            return False
        return words in self.kept or not (hit.level == "block" or self.is_unfit(hit, words))

    def is_pending(self, hit: Finding, words: str) -> bool:
        """Whether the words stand, and nobody has decided that they may."""
        choice = self._choice(hit, words)
        return (
            hit.level == "warn"
            and self.is_kept(hit, words)
            and words not in self.kept
            and choice is not RedactionChoice.KEEP
        )

    def is_unfit(self, hit: Finding, words: str) -> bool:
        """Whether words that are no identifier must not leave all the same."""
        return self.by_mail and (
            unmailed(hit) or (_is_ordinary(hit) and self._choice(hit, words) is RedactionChoice.MASK)
        )

    def _choice(self, hit: Finding, words: str) -> RedactionChoice | None:
        decision = self.decided.get((hit.kind, words))
        return decision.choice if decision else None


def judge_of(meeting: Meeting, audience: str, open_ways: tuple[str, ...]) -> RedactionPolicy:
    """Give the judge of a document.

    Args:
        meeting: All of it, with what somebody has decided.
        audience: One of ``AUDIENCES``.
        open_ways: Numbers and addresses of offices that may stand there.
    """
    stands = frozenset((*open_ways, *filter(_may_stand, kept_words(meeting))))
    return RedactionPolicy(stands, decisions_by_words(meeting), audience in BY_MAIL)


def unmailed(hit: Finding, _words: str = "") -> bool:
    """Whether a finding that the engine leaves to a person never leaves by mail unless somebody says why."""
    return hit.level == "warn" and not _is_ordinary(hit)


def _is_ordinary(hit: Finding) -> bool:
    return hit.kind in REASON_OPTIONAL


def _may_stand(words: str) -> bool:
    return bool(words.strip()) and not any(hit.kind in NEVER_KEPT for hit in find(words))
