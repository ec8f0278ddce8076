"""A small scorer: did a piece of an identifier survive, and did innocent words go?

An identifier has leaked when four consecutive characters of it are in the redacted text more often than they stand
outside its own span in the original. Years and lone letters of dates and case numbers may stay, so may four digits
of a telephone number (an area code), and a person, an address and a plate leak as whole words or keys.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

CORPUS = Path(__file__).parent.parent / "corpus"
Redactor = Callable[[str, list[str]], str]

_WHOLE = {"ADDRESS", "VEHICLE", "EMAIL", "PERSON"}
_YEARS = {"BIRTHDATE", "CASE_NO"}


@dataclass
class Score:
    """What a run over a corpus came to; the lists hold the texts to look at when a bound is broken."""

    found: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    leaks: list[str] = field(default_factory=list)
    false_alarms: list[str] = field(default_factory=list)
    negatives: int = 0
    words_lost: int = 0
    words: int = 0

    def recall(self, kind: str) -> float:
        return self.found[kind] / self.total[kind]


def load(name: str) -> list[dict[str, Any]]:
    """The records of one corpus file: id, text, spans, known_names, note, tier, group."""
    lines = (CORPUS / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def score(records: Iterable[dict[str, Any]], redactor: Redactor) -> Score:
    """Run the redactor over every record and count."""
    result = Score()
    for record in records:
        output = redactor(record["text"], record["known_names"])
        if record["spans"]:
            _score_positive(record, output, result)
        elif not record["group"].startswith("soft"):
            result.negatives += 1
            if output != record["text"]:
                result.false_alarms.append(f"{record['text']!r} -> {output!r}")
    return result


def _score_positive(record: dict[str, Any], output: str, result: Score) -> None:
    around = outside(record)
    for span in record["spans"]:
        result.total[span["type"]] += 1
        if any(folded(output).count(part) > folded(around).count(part) for part in parts(record, span)):
            result.leaks.append(f"{span['type']}: {record['text']!r} -> {output!r}")
        else:
            result.found[span["type"]] += 1
    before, after = (Counter(re.findall(r"[^\W\d_]{3,}|\d+", _plain(text))) for text in (around, output))
    result.words_lost += (before - after).total()
    result.words += before.total()


def outside(record: dict[str, Any]) -> str:
    kept, done = [], 0
    for span in sorted(record["spans"], key=lambda span: int(span["start"])):
        kept.append(record["text"][done : span["start"]])
        done = span["end"]
    return "¤".join([*kept, record["text"][done:]])


def parts(record: dict[str, Any], span: dict[str, Any]) -> set[str]:
    """The pieces of an identifier of which none may survive."""
    literal = record["text"][span["start"] : span["end"]]
    keys = [folded(key).replace("¤", "") for key in span.get("keys", [literal])]
    if span["type"] in _WHOLE:
        return set(keys)
    size = 5 if span["type"] == "PHONE" else 4
    grams = {key[at : at + size] for key in keys for at in range(max(1, len(key) - size + 1))}
    if span["type"] in _YEARS:
        grams = {gram for gram in grams if not (gram.isalpha() or re.fullmatch(r"(?:18|19|20)\d\d", gram))}
    return grams


def _plain(text: str) -> str:
    decoded = unicodedata.normalize("NFKC", unquote(html.unescape(text), errors="replace"))
    return "".join(char for char in decoded if unicodedata.category(char) != "Cf")


def folded(text: str) -> str:
    return "".join(char for char in _plain(text).casefold() if char.isalnum() or char == "¤")
