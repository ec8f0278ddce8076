"""How fast identifiers are masked: against the obvious way, over the corpus, and as the text grows."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Sequence

import phonenumbers
from stdnum import iban, luhn
from stdnum.se import personnummer

from sip_tui.privacy import redact
from sip_tui.privacy.finders.names import known_names
from tests.bench.varied_notes import TEAM, varied_notes
from tests.helpers.scoring import load

ROUNDS = 5
"""Times that each way goes over the whole corpus, in turns; the fastest counts."""
Item = tuple[str, list[str]]

_NUMBER = re.compile(
    r"(?<!\d)(?:(?:18|19|20)\d{2}[ .-]?\d{2}[ .-]?\d{2}|\d{2}[ .-]?\d{2}[ .-]?\d{2}) ?[-+–—−]? ?\d{4}(?!\d)"
)
_MAIL = re.compile(r"[^\s<>()\[\],;:|]+@[^\s<>()\[\],;:|]+\.\w{2,}")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,4})?\b")
_STREET = re.compile(r"\b[A-ZÅÄÖ][\w:-]*(?:gatan|gata|vägen|väg|gränd|torget|torg|stigen|allén)\s+\d+\s?[A-Z]?\b")
_CASE = re.compile(r"(?i)\b(?:dnr|diarienr|ärende(?:nr)?|mål(?: ?nr)?|journalnr)\.?:? *[A-ZÅÄÖ]*[ -]?\d[\d/:.-]*\d")


def obvious(text: str, names: Sequence[str]) -> str:
    """What a careful programmer writes first: regexes, python-stdnum to check, phonenumbers, names word by word."""
    text = _IBAN.sub(lambda hit: "[konto]" if iban.is_valid(hit[0]) else hit[0], text)
    text = _NUMBER.sub(_checked, text)
    text = _CASE.sub("[ärende]", _STREET.sub("[adress]", _MAIL.sub("[e-post]", text)))
    for hit in reversed(list(phonenumbers.PhoneNumberMatcher(text, "SE"))):
        text = text[: hit.start] + "[telefon]" + text[hit.end :]
    words = sorted({word for name in names for word in re.split(r"[\s,]+", name) if len(word) > 1}, key=len)
    return re.sub(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b", "[namn]", text) if words else text


def _checked(hit: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", hit[0])
    coordination = 61 <= int(digits[-6:-4]) <= 91 and luhn.is_valid(digits[-10:])
    return "[personnummer]" if personnummer.is_valid(digits) or coordination else hit[0]


def ours(text: str, names: Sequence[str]) -> str:
    """The engine of the program, as it meets a text for the first time: nothing is remembered from the last round."""
    known_names(names).blocks.clear()
    return redact(text, names).text


def speeds() -> tuple[float, float]:
    """Megabytes a second over the corpus, ours and the obvious way's, in turns."""
    items = corpus()
    size = sum(len(text.encode()) for text, _names in items) / 1e6
    ways = (ours, obvious)
    best = dict.fromkeys(ways, float("inf"))
    for way in ways:
        _over(items[:50], way)
    for _round in range(ROUNDS):
        for way in ways:
            best[way] = min(best[way], _over(items, way))
    return size / best[ours], size / best[obvious]


NOTES = (
    "Tuva säger att skolan går bättre sedan hon fick en egen plats i klassrummet.",
    "Samir ringer mamma på måndag och bokar en tid hos BUP till vecka 14.",
    "Kerstin tycker att planen ska följas upp den 15 mars 2026 kl. 13.00.",
    "Vi pratade om sömnen, och läkaren höjer melatonin till 4 mg till natten.",
    "Enligt SoL 14 kap. 1 § ska oro anmälas; det har Liv gjort.",
    "Nästa möte är tisdag 12 maj, då kommer också habiliteringen och Försäkringskassan.",
    "Mamma ringer 070-174 06 05 om något ändras.",
)


def long_document() -> tuple[float, float, float]:
    """Seconds for 60 kB of notes with fourteen names: the first reading, the next one and the obvious way's."""
    draw = random.Random(1)
    text = ""
    while len(text) < 60_000:
        text += draw.choice(NOTES) + draw.choice((" ", " ", "\n\n"))
    first, again, other = (min(way(text) for _round in range(ROUNDS)) for way in (_first, _again, _other))
    return first, again, other


def varied_document() -> tuple[float, float]:
    """Seconds for 60 kB of notes that repeat nothing, with fourteen names: the first reading and the obvious way's."""
    text = next(varied_notes(60_000))
    first, other = (min(way(text) for _round in range(ROUNDS)) for way in (_first, _other))
    return first, other


def _first(text: str) -> float:
    return _over([(text, TEAM)], ours)


def _again(text: str) -> float:
    return _over([(text, TEAM)], lambda again, names: redact(again, names).text)


def _other(text: str) -> float:
    return _over([(text, TEAM)], obvious)


def growth() -> list[tuple[int, float]]:
    """Seconds for one document of 10 kB, 100 kB and 1 MB."""
    unit = "\n\n".join(text for text, _names in corpus())
    sizes = (10_000, 100_000, 1_000_000)
    return [(size, _over([((unit * (size // len(unit) + 1))[:size], ["Anna Berg"])], ours)) for size in sizes]


def corpus() -> list[Item]:
    """Every sentence that we have, with the names that are known in it."""
    records = (*load("positives.jsonl"), *load("negatives.jsonl"))
    return [(str(item["text"]), list(item["known_names"])) for item in records]


def _over(items: Sequence[Item], way: Callable[[str, Sequence[str]], str]) -> float:
    began = time.perf_counter()
    for text, names in items:
        way(text, names)
    return time.perf_counter() - began
