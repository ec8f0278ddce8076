"""Numbers that are identifiers only because of the word beside them: "dnr 2024-118", "bankgiro 555-5551".

Each family is a row of data: the words that point at it, how near they must stand, and the shape of what they point
at. The families live in `bank`, `case` and `birth`; this file holds the one rule that reads them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sip_tui.privacy.context import Context, CueFamily, bits_of
from sip_tui.privacy.model import Candidate

CAPITALS = re.compile(r"(?<![^\W_])[A-ZÅÄÖ]{1,5}[ .:-]?$")
"""Letters that belong to the number after them."""


@dataclass(frozen=True, slots=True, eq=False)
class KeywordRule:
    """One family: when a word of `cue` is among the `near` nearest words, `shape` at the number is an identifier.

    Attributes:
        kind: What the identifier is called in a finding.
        cue: The words.
        near: How many words back are looked at.
        shape: Matched at the first digit.
        why: One Swedish sentence for the user.
        unless: What stands there instead when it is no identifier, most often a day.
        prefix: Whether capital letters right before the number belong to it ("SN 2024/118").
    """

    kind: str
    cue: CueFamily
    near: int
    shape: re.Pattern[str]
    why: str
    unless: re.Pattern[str] | None = None
    prefix: bool = False

    def match(self, context: Context, start: int) -> Candidate | None:
        """The identifier that begins with the digit at `start`, if the shape is there."""
        found = self.shape.match(context.text, start)
        if found is None or (self.unless and self.unless.match(context.text, start)):
            return None
        letters = CAPITALS.search(context.text[max(0, start - 7) : start]) if self.prefix else None
        if letters and not bits_of(letters[0].strip(" .:-").lower()) & self.cue.bit:
            start -= len(letters[0])
        return Candidate(start, found.end(), self.kind, "high", self.why)


class KeywordFinder:
    """Families asked together; `bits` tells which texts need not ask."""

    def __init__(self, *families: KeywordRule) -> None:
        self.families = families
        self.bits = sum({family.cue.bit for family in families})

    def find(self, context: Context, start: int) -> Candidate | None:
        """The nearest cue word's first family whose shape fits the number at `start`."""
        for distance, word in enumerate(context.before(start)):
            bits = bits_of(word) & self.bits
            for family in self.families if bits else ():
                if bits & family.cue.bit and distance < family.near and (hit := family.match(context, start)):
                    return hit
        return None
