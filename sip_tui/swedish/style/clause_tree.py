"""One clause of a sentence, and how it belongs to another."""

from __future__ import annotations

from dataclasses import dataclass, field

_DEEPEST = 8
"""How many clauses one may belong to; what is nested deeper stands alone."""
NOBODY, THING = -1, -2
"""No subject is named; the subject is a thing."""


@dataclass(slots=True)
class Clause:
    """A clause of a sentence.

    Attributes:
        start: Its first word.
        opener: The subjunction that opens it; empty for a main clause.
        parent: The clause that it belongs to; None for a main clause.
        before: The clause that "och" or a comma joins it to.
        verb: Its first finite verb; -1 when it has none.
        subject: The first word of its subject; ``NOBODY`` or ``THING``.
        is_row: Whether its subject is several: "Tuva och mamma".
        named: Everybody else that is named in it.
    """

    start: int
    opener: str = ""
    parent: Clause | None = None
    before: Clause | None = None
    verb: int = -1
    subject: int = NOBODY
    is_row: bool = False
    named: list[int] = field(default_factory=list)
    person_at: int = -1
    """Where the person is named last, by name, in it and in what belongs to it."""
    joined: int = -1
    """Where "och" joins another verb last, which may be the outer clause's: "vet vad du vill och går fram"."""
    depth: int = 0
    """How many clauses it belongs to."""


def inner_clause(at: int, opener: str, parent: Clause) -> Clause:
    """Give a clause that belongs to another; what is nested too deep stands alone."""
    nested = parent.depth < _DEEPEST
    return Clause(at, opener, parent=parent if nested else None, depth=parent.depth + 1 if nested else 0)
