"""What must hold for every personnummer in every written form, and for every text at all."""

from __future__ import annotations

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sip_tui.privacy import KnownName, find, redact, remaining_identifiers
from tests.helpers.written_numbers import (
    check_digit,
    personnummer,
    sentence,
    written,
)


@given(data=st.data())
@settings(max_examples=400, deadline=None)
def test_no_form_of_a_personnummer_survives_anywhere(data: st.DataObject) -> None:
    text = data.draw(sentence(data.draw(written())))
    clean = redact(text).text
    assert not re.search(r"\d", clean), (text, clean)
    assert remaining_identifiers(clean) == ()


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_the_gate_stops_what_nobody_redacted(data: st.DataObject) -> None:
    date, last = data.draw(personnummer())
    if len(date) == 6:
        last = last[:3] + check_digit(date + last[:3])
    assume(last[2:] not in ("00", "15", "30", "45"))  # the time of a meeting, after its day
    text = data.draw(sentence(date + data.draw(st.sampled_from(["-", "", "–", "\u2011", "\u200b-"])) + last))
    assert remaining_identifiers(text), text


HOSTILE = st.text(st.sampled_from("0123456789 -+./:,@|*_`[]()<>\n\\&;#åA abdfgnrstvSITE\u200b\u0301%="), max_size=80)
FOUND = """
    19850405-2385; 070-174 06 05; anna@example.com; Storgatan 5; dnr SN 2024/118; bg 555-5551; Anna Berg;
    född 7 juni 2012; konto 6000 123 456 789; 123 45 Småköping; [telefon]; sista fyra 2385; bilen TRE 123
"""
PIECES = st.sampled_from([piece.strip() for piece in FOUND.split(";")])
NAMES = (KnownName("Anna Berg", "besökaren"), "Max Ek", "=cmd()")


@given(st.one_of(HOSTILE, st.lists(st.one_of(PIECES, HOSTILE), max_size=5).map(" ".join)))
@settings(max_examples=400, deadline=None)
def test_redacting_twice_is_redacting_once(text: str) -> None:
    once = redact(text, NAMES).text
    assert redact(once, NAMES).text == once


@given(st.one_of(st.text(max_size=120), HOSTILE), st.lists(st.text(max_size=20), max_size=3))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_findings_in_order_within_it(text: str, names: list[str]) -> None:
    done = 0
    for finding in find(text, names):
        assert done <= finding.start < finding.end <= len(text)
        done = finding.end
    assert remaining_identifiers(text, names) == remaining_identifiers(text, names)


@given(HOSTILE)
@settings(max_examples=200, deadline=None)
def test_what_is_not_masked_stays_to_the_character(text: str) -> None:
    clean, done = redact(text).text, 0
    for finding in find(text):
        if finding.level == "block":
            kept = text[done : finding.start] + finding.replacement
            assert clean.startswith(kept)
            clean, done = clean[len(kept) :], finding.end
    assert clean == text[done:]
