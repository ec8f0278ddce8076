"""The gate: clean minutes pass, anything that points at somebody does not."""

from __future__ import annotations

from typing import Any

import pytest

from sip_tui.privacy import KnownName, redact, remaining_identifiers
from tests.helpers.scoring import load

CLEAN = """# Anteckningar

Möte 2025-03-15 kl. 13.00 i sal B. Nästa möte fredag 27 november 2026-11-27, kl. 13.00-14.00.

| Insats | Vem | När |
|---|---|---|
| Boka tid | du | senast 2025-04-01 |
| Ring skolan | mamma | vecka 14 |

Enligt 2 kap. 7 § SoL, HSL 2017:30 och SFS 2001:453. Perioden 20250101-20251231, öppet 0800-1630.
Ring 1177, 112 eller 0771-524 524. Växeln: 0143-40 00 00. Ersatt: [personnummer], [telefon].
Kommunens org.nr 212000-0142. Avgiften är 12 500 kr. Skala 1-10. Kl 9-10 och 10-11.
"""


def test_clean_minutes_pass() -> None:
    assert remaining_identifiers(CLEAN, [KnownName("Anna Svensson", "mamma"), KnownName("Sofia Ståhl", "du")]) == ()


@pytest.mark.parametrize(
    "leak",
    [
        "19850405-2385", "850405 2385", "1985-04-05-2385", "8 5 0 4 0 5 2 3 8 5", "1985**0405**-2385",
        "&#49;9850405-2385", "070-174 06 05", "+46 70 174 06 05", "20000620-TF26", "anna@example.com",
        "anna [at] example.com", "Sofia",
        "<b>850405</b>-2385", '<a href="tel:0701740605">ring</a>', "19850405\u200b2385", "991997587067", "ståhl",
    ],
)  # fmt: skip
def test_one_leak_in_clean_minutes_is_stopped(leak: str) -> None:
    found = remaining_identifiers(CLEAN + f"\nBoka med {leak} nu.\n", ["Sofia Ståhl"])
    assert len(found) >= 1
    assert all(finding.level == "block" and finding.start >= len(CLEAN) for finding in found)


def test_a_finding_says_where_it_is_in_the_text_as_given() -> None:
    text = "Hälsa **Anna**: 850405-2385."
    assert [text[one.start : one.end] for one in remaining_identifiers(text, ["Anna Ek"])] == ["Anna", "850405-2385"]


def test_what_the_redactor_leaves_of_the_corpus_passes_the_gate() -> None:
    stopped = [
        record["text"]
        for record in load("positives.jsonl")
        if remaining_identifiers(redact(record["text"], record["known_names"]).text, record["known_names"])
    ]
    assert stopped == []


def test_the_gate_alone_catches_nearly_every_whole_personnummer_of_the_corpus() -> None:
    written = (record for record in load("positives.jsonl") if not record["id"].startswith("kinds"))
    whole = [record for record in written if _holds_whole_personnummer(record)]
    missed = [record["text"] for record in whole if not remaining_identifiers(record["text"], record["known_names"])]
    assert len(missed) <= 0.03 * len(whole), missed


def _holds_whole_personnummer(record: dict[str, Any]) -> bool:
    for span in record["spans"]:
        digits = [char for char in record["text"][span["start"] : span["end"]] if char.isdecimal()]
        if span["type"] in ("PERSONNUMMER", "SAMORDNINGSNUMMER") and len(digits) in (10, 12):
            return True
    return False
