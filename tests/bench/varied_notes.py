"""Notes in which no sentence stands twice: those of the corpora, each used once, about the people of one meeting."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from tests.helpers.scoring import load

TEAM = [
    *("Tuva Ekman", "Samir Haddad", "Kerstin Alm", "Liv Berglund", "Anna Bryngel", "Stig Lund", "My Falk"),
    *("Rut Hansson", "Hans Ek", "Eva Nilsson", "Leyla Demir", "Åsa-Karin Öberg", "Maja Sandell", "Bo Dahl"),
]
"""Who is on the roll."""
_CORPORA = ("du_form.jsonl", "action_lines.jsonl", "jargon.jsonl", "vague_lines.jsonl", "negatives.jsonl")
"""What people write in meetings; the corpora of identifiers alone are no notes."""
_GAPS = (" ", " ", "\n\n")


def varied_notes(size: int) -> Iterator[str]:
    """Yield texts of so many letters until the sentences are used up; no sentence is in two of them."""
    draw, text = random.Random(1), ""
    sentences = [*dict.fromkeys(_sentences())]
    draw.shuffle(sentences)
    for sentence in sentences:
        text += sentence + draw.choice(_GAPS)
        if len(text) >= size:
            yield text[:size]
            text = ""


def _sentences() -> Iterator[str]:
    for number, record in enumerate(record for name in _CORPORA for record in load(name)):
        people = [*record.get("names", ()), *record.get("others", ()), *record.get("known_names", ())]
        yield _renamed(str(record.get("text") or record["line"]), people, number)


def _renamed(text: str, people: list[str], number: int) -> str:
    """Give the people of a sentence names of the team: the first is Tuva, who the meeting is about."""
    new: dict[str, str] = {}
    for at, name in enumerate(people):
        own = TEAM[1 + (number + at) % (len(TEAM) - 1)] if at else TEAM[0]
        new |= dict(zip(name.split(), own.split(), strict=False))
    if not new:
        return text
    return re.sub(rf"\b({'|'.join(map(re.escape, new))})(?=s?\b)", lambda found: new[found[0]], text)
