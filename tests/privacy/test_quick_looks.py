"""A quick look spares the finders work and changes nothing: what it lets through is all that they could find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.privacy import Finding, find
from sip_tui.privacy.word_scan import WordScan, words_of
from sip_tui.privacy.word_tables import forget_words
from tests.helpers.scoring import load

FINDERS = "sip_tui.privacy.finders"
NEVER = re.compile(r"(?!)")
ALWAYS = {
    f"{FINDERS}.names.stands_alone": lambda *_where: False,
    f"{FINDERS}.names.follows_capital": lambda *_where: True,
    f"{FINDERS}.full_names.follows_capital": lambda *_where: True,
    f"{FINDERS}.people.follows_capital": lambda *_where: True,
    f"{FINDERS}.name_bounds._FARTHEST": 100_000,
    f"{FINDERS}.address._SHORT_ENDINGS": "",
    f"{FINDERS}.network.FEWEST_SIGNS": 0,
    "sip_tui.privacy.context.Context._bits_before": lambda *_where: -1,
    f"{FINDERS}.names.is_rewritten": lambda _text: True,
    f"{FINDERS}.names.is_as_long": lambda *_forms: True,
    f"{FINDERS}.names.may_be_near": lambda _word, base: len(base) > 2,
    f"{FINDERS}.name_bounds._is_no_other_word": lambda _name: False,
    f"{FINDERS}.name_bounds.may_be_title": lambda _name: True,
    "sip_tui.privacy.name_lists._GOES_ON": NEVER,
    "sip_tui.privacy.homographs.judging._IN_A_SENTENCE": NEVER,
    "sip_tui.privacy.homographs.judging._THEN_DOES": NEVER,
    "sip_tui.privacy.word_scan._split": lambda _text: (None, []),
}
"""Each quick look, and the answer after which everything is looked at in full."""

ROLL = ("Tuva Ekman", "Samir Haddad", "My Falk", "Hans Ek", "Åsa-Karin Öberg", "Stig Lund", "Bo Dahl", "Liv Al-Sayed")
Text = tuple[str, tuple[str, ...]]
CORPUS: list[Text] = [
    (str(record["text"]), (*record.get("known_names", ()), *record.get("names", ()), *record.get("others", ())))
    for name in ("positives", "negatives", "people", "du_form")
    for record in load(f"{name}.jsonl")
]
PIECES = """
    Tuva tuvas Tuwa Tuvis TE T.E. Samir SAMIR's Haddad, my My Mys Hans hans Ek ek Stig Stig: Bo bo o och Nils Berg
    Nilsson E e. F S, T Åsa-Karin Öberg Öbergs Al-Sayed Liv livet #mål - * 1. ja, ringer "nej" – M4ja İ ß éa ﬁn Тува
    [namn] (Tuva) [Samir] Tuva_1 @tuva hon mamma läkaren vill frågar ringer ett barnets Dag dag Tor hans. (
"""
WORDS = st.sampled_from([*re.findall(r"\S+", PIECES), "T u v a", "Tu-\nva", "Ekm-\n an", "\n", "\n\n", ""])


@contextmanager
def looking_at_everything() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        forget_words()
        for look, answer in ALWAYS.items():
            patch.setattr(look, answer)
        yield
    forget_words()


def found(texts: list[Text]) -> list[tuple[Finding, ...]]:
    return [find(text, names) for text, names in texts]


def test_finders_find_the_same_in_the_corpora_without_them() -> None:
    quick = found(CORPUS)
    with looking_at_everything():
        assert found(CORPUS) == quick


@given(st.lists(st.lists(WORDS, max_size=12).map(" ".join), max_size=20))
@settings(max_examples=60, deadline=None)
def test_finders_find_the_same_in_any_notes_without_them(texts: list[str]) -> None:
    forget_words()
    notes: list[Text] = [(text, ROLL) for text in texts]
    quick = found(notes)
    with looking_at_everything():
        assert found(notes) == quick


def test_no_letter_is_split_off_as_a_sign() -> None:
    for sign in map(chr, range(0x3000)):
        words = words_of(f"a{sign}b")
        assert words is None or list(filter(None, words)) == re.findall(r"[^\W\d_]+", f"a{sign}b")


@given(st.one_of(st.text(), st.text(st.characters(max_codepoint=0x2100)), st.lists(WORDS).map(" ".join)))
@settings(max_examples=300, deadline=None)
def test_a_scan_finds_every_word_in_its_place(text: str) -> None:
    scan = WordScan(text, len)
    assert scan.cues == [(*word.span(), len(word[0])) for word in re.finditer(r"[^\W\d_]+", text)]
    assert scan.cues_within(0, len(text)) == scan.cues
