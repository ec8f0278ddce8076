"""What the engine speaks of: hits in the view, findings in the text, and the word that goes in instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Level = Literal["block", "warn"]
Confidence = Literal["high", "medium", "low"]

MASKS = {
    "personnummer": "[personnummer]",
    "samordningsnummer": "[samordningsnummer]",
    "reservnummer": "[reservnummer]",
    "orgnr": "[organisationsnummer]",
    "birth_date": "[födelsedatum]",
    "phone": "[telefon]",
    "email": "[e-post]",
    "address": "[adress]",
    "property": "[fastighet]",
    "name": "[namn]",
    "bank": "[konto]",
    "card": "[betalkort]",
    "case": "[ärende]",
    "vehicle": "[fordon]",
    "passport": "[pass]",
    "url": "[id]",
    "diagnosis": "[diagnos]",
    "medicine": "[läkemedel]",
    "code": "[kod]",
    "protected": "[skyddad uppgift]",
    "possible_name": "[namn]",
    "age": "[ålder]",
    "handle": "[användarnamn]",
    "meeting_link": "[möteslänk]",
    "secret": "[lösenord]",
    "net_address": "[nätadress]",
    "position": "[position]",
    "foreign_id": "[id-nummer]",
    "school": "[klass]",
    "quasi": "[uppgift]",
}
"""Kind of identifier to the short Swedish word that stands in its place."""

MASK = re.compile("|".join(sorted({re.escape(mask) for mask in MASKS.values()})))
"""Any of the masks."""

WARN_KINDS = frozenset({"diagnosis", "medicine", "code", "protected", "possible_name", "quasi"})
"""Kinds that are shown to the user but not masked unless she says so."""


AROUND = 30
"""Letters of the text on each side of a finding in its context."""

Span = tuple[int, int]
"""A place in a text: half-open, in code points."""


class Candidate(NamedTuple):
    """A finder's answer: half-open offsets in the *view*, the kind, how sure, why (Swedish), what goes in."""

    start: int
    end: int
    kind: str
    confidence: Confidence
    why: str
    mask: str = ""


class Finding(NamedTuple):
    """One identifier in the user's own text.

    Attributes:
        kind: A key of `MASKS`.
        start: First character, counted in the original text.
        end: One past the last character.
        level: "block" must go before a document leaves; "warn" is for a person to judge.
        confidence: "high" when a checksum, a date or a cue word agrees; it never decides whether to mask.
        context: The words around it, with the hit itself, on one line.
        why: One Swedish sentence for the user.
        replacement: What `mask` puts there.
    """

    kind: str
    start: int
    end: int
    level: Level
    confidence: Confidence
    context: str
    why: str
    replacement: str


def context_of(text: str, start: int, end: int) -> str:
    """The context of a finding there: what stands on each side of it, on one line."""
    return " ".join(text[start - AROUND if start > AROUND else 0 : end + AROUND].split())


def mask(text: str, findings: Iterable[Finding]) -> str:
    """Put each finding's replacement in its place; ``findings`` must come from this text."""
    out: list[str] = []
    done = 0
    for finding in findings:
        out += text[done : finding.start], finding.replacement
        done = finding.end
    out.append(text[done:])
    return "".join(out)


class KnownName(NamedTuple):
    """A name from the roll call and the role word that replaces it ("mamma"; "du" for the person)."""

    name: str
    role_word: str
    has_letter: bool = False
    """Whether its first letter alone is this one, although others on the list have the same."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text without its block-level identifiers, and everything that was found in the original."""

    text: str
    findings: tuple[Finding, ...]


Names = Iterable[str | KnownName]
"""Known names as callers give them: plain names, or names with a role word."""
