"""Who is named in a text besides the person, as seen from a pronoun."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Who(Enum):
    """Who is named, as seen from a pronoun."""

    PERSON = "the person"
    RIVAL = "somebody who goes by the same pronoun"
    ELSE = "somebody or something else"
    UNKNOWN = "nobody that is known"


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody besides the person: a number, the pronouns, and where the name stood last."""

    number: int
    pronouns: frozenset[str]
    at: int
