"""What somebody has decided about words that were found before the minutes leave, remembered for the meeting.

To let words stand takes a reason: without one there is no decision (design §5). An ordinary word for a diagnosis is no
identifier; that somebody has looked at it is enough.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

from sip_tui.meeting.log.change import Edit, as_edits
from sip_tui.meeting.model.enums import RedactionChoice
from sip_tui.meeting.model.meeting import Meeting, RedactionDecision

REASON_OPTIONAL = frozenset({"diagnosis"})
"""Kinds of words that are left to people to judge, and may stand without a reason."""


def decide(kind: str, words: str, choice: RedactionChoice, reason: str = "") -> tuple[Edit, ...]:
    """Decide about words of a kind, wherever they stand; a later decision replaces an earlier one.

    Args:
        kind: The kind of finding, such as "phone".
        words: The words just as they were found.
        choice: What is done with them.
        reason: Why they may stand; needed for ``Choice.KEEP`` unless the kind is one of ``ORDINARY``, and nothing is
            decided without it.
    """
    if choice is RedactionChoice.KEEP and kind not in REASON_OPTIONAL and not reason.strip():
        return ()
    cells = {"kind": kind, "words": words, "choice": choice.value, "reason": reason.strip()}
    return as_edits("decisions", _row(kind, words), cells.items())


def decisions_by_words(meeting: Meeting) -> Mapping[tuple[str, str], RedactionDecision]:
    """Give the decisions by kind and words."""
    return {(one.kind, one.words): one for one in meeting.decisions}


def kept_words(meeting: Meeting) -> frozenset[str]:
    """The words that somebody let stand, with a reason."""
    return frozenset(one.words for one in meeting.decisions if one.choice is RedactionChoice.KEEP and one.reason)


def _row(kind: str, words: str) -> str:
    """The same row for the same words in every process, so that two who decide at once meet in one cell."""
    return blake2b(f"{kind}\0{words}".encode(), digest_size=12).hexdigest()
