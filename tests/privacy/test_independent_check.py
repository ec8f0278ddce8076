"""The gate: clean minutes pass, anything that points at somebody does not."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.privacy import KnownName, independent_names, redact, remaining_identifiers
from sip_tui.privacy.independent_names import remaining_names
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


ORDINARY_ROWS = [
    "Möten 10/12, 11/12, 14/12 eller 15/12.", "BT 112/70, 118/76", "v. 10, 12, 14, 16",
    "Veckorna 10, 12, 14, 16 och 18",
    "kl 8, 10, 12, 14", "7A, 8B, 9C", "Ring 112, 114 14, 1177 eller 90101", "Bris 116 111, Mind 90101, 020-50 50 50",
    "Giftinformation 010-456 67 00", "SDQ 14, 12, 10, 8, 22", "Möten: 3/2 10.00, 17/2 10.00, 3/3 13.30",
    "Puls 60 72 80 88", "2026-01-13, 2026-02-10 och 2026-03-10", "Tisdagar 13/1 20/1 27/1 3/2 10/2",
    "Vikt 52,3 52,8 53,1 53,9", "Läsår 2025/2026, 2026/2027", "AUDIT 4 DUDIT 0 GAF 55 60", "1000 1100 1200",
    "0, 1, 2, 3, 4, 5, 6, 7, 8, 9", "12 10 14 08 20 15", "tider 0800 0930 1100", "19 20 21 22 23 24",
    "öppet 08-12, 13-17, 08-15", "Kostnad 12 500, 13 000, 14 250 kr", "Rum 1203, 1204, 1205",
    "23/11 2026 kl 13.15, 14/12 2026 kl 9.00", "Frånvaro: jan 12, feb 14, mars 10, april 9",
    "Möte 240514 1300 i sal B.",
]  # fmt: skip
ONE_PAGE = """Närvarande: elev, mamma, mentor, kurator. Frånvaro v. 34-40: 12, 14, 10, 22, 18, 9 och 16 timmar.
BT 112/70, 118/76, 121/80. Vikt 52,3 i augusti, 53,1 i oktober. BMI 18,2. Melatonin 4 mg kl 20.00, Concerta 18 mg 1+0+0.
Möten 10/12, 11/12, 14/12 eller 15/12 kl 13.00-14.00; nästa 2027-01-13, sedan 2027-02-10. Läsåret 2026/2027, åk 7-9.
Buss 114 kl 07.35, 07.55 och 08.15. Klasserna 7A, 7B och 8C. Mål 1, 2 och 3 följs upp v. 3, 5, 7 och 9.
Ring 112 vid fara, 1177 för råd, 114 14 till polisen, Bris 116 111, Mind 90101, Kvinnofridslinjen 020-50 50 50.
Enligt 14 kap. 1 § SoL, HSL 2017:30 och SFS 2001:453. Avgift 2 350 kr, 12 500 kr om året. SDQ 22, ABAS 61, GAF 55.
"""


@pytest.mark.parametrize("row", ORDINARY_ROWS)
def test_rows_of_ordinary_numbers_pass(row: str) -> None:
    assert remaining_identifiers(row) == ()
    assert redact(row).text == row


def test_a_page_of_ordinary_notes_passes() -> None:
    assert remaining_identifiers(ONE_PAGE) == ()
    assert redact(ONE_PAGE).text == ONE_PAGE


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


def test_few_names_are_found_where_many_are(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["Tuva", "tuvas", "TUVA", "Öberg", "oberg", "Stig", "Bo", "My", "Tuvan", "xTuva", "Tuva2", "möte", ".", "´"]
    text = " ".join(f"{first}{second}" for first in words for second in (" ", "-", ", ", "'s ", "Tuva ", "\n"))
    names = frozenset(("tuva", "oberg", "stig", "bo", "my"))
    few = [*remaining_names(text, names)]
    monkeypatch.setattr(independent_names, "_FEW", 0)
    assert [*remaining_names(text, names)] == few != []


@given(st.text(st.sampled_from("aÅß.,-'!½2²_*´\n e\u0301")))
def test_every_word_is_compared(text: str) -> None:
    assert independent_names._words_of(text) == set(re.findall(r"[^\W\d_]+", text))


def test_a_finding_says_where_it_is_in_the_text_as_given() -> None:
    text = "Hälsa **Anna**: 850405-2385."
    assert [text[leak.start : leak.end] for leak in remaining_identifiers(text, ["Anna Ek"])] == ["Anna", "850405-2385"]


def test_what_the_redactor_leaves_of_the_corpus_passes_the_gate() -> None:
    stopped = [
        record["text"]
        for record in load("positives.jsonl")
        if remaining_identifiers(redact(record["text"], record["known_names"]).text, record["known_names"])
    ]
    assert stopped == []


def test_gate_alone_catches_nearly_every_whole_personnummer() -> None:
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
