"""Listed words are found again with their endings, and short forms only in their own capitals."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.swedish.grammar.lexicon import Lexicon, forms, stems
from sip_tui.swedish.style import composed

LISTED = Lexicon.of(
    {"IF": "IF", "intellektuell funktionsnedsättning": "IF", "SoL": "SoL", "god man": "god man", "plan": "plan"}
)


def words(text: str) -> list[tuple[str, str]]:
    return [(text[match.start : match.end], match.name.head) for match in LISTED.find(text)]


def test_a_short_form_is_found_in_its_own_capitals_only() -> None:
    assert words("IF, if, If, IFs, IF:s, IFen, SoL, SOL, sol, SoLen") == [
        ("IF", "IF"),
        ("IFs", "IF"),
        ("IF:s", "IF"),
        ("SoL", "SoL"),
        ("SoLen", "SoL"),
    ]


def test_listed_word_is_whole_or_begins_a_hyphenated_compound() -> None:
    assert words("Planens plan-del, planera, vårdplan, vård-plan, plan_b, plan@b, b.plan") == [
        ("Planens", "plan"),
        ("plan-del", "plan"),
    ]


def test_every_word_of_a_name_may_have_an_ending() -> None:
    assert words("gode mannens, goda män, god\nman, god, man") == [
        ("gode mannens", "god man"),
        ("goda män", "god man"),
        ("god\nman", "god man"),
    ]


def test_a_new_name_counts_before_a_listed_one() -> None:
    more = LISTED.more({"Plan": "planen", "(": "nothing", "": "nothing", "a": "nothing"})
    assert [match.name.head for match in more.find("plan ( a")] == ["planen"]
    assert [match.name.head for match in LISTED.find("plan")] == ["plan"]


@pytest.mark.parametrize(
    ("text", "head"), [(" god man ", "god man"), ("planerna", "plan"), ("IF:n", "IF"), ("en plan", None), ("", None)]
)
def test_a_text_is_known_as_a_name_only_when_it_is_all_of_it(text: str, head: str | None) -> None:
    name = LISTED.whole(text)
    assert (name.head if name else None) == head


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("insats", "insatsernas"),
        ("huvudman", "huvudmännens"),
        ("kartlägga", "kartlagda"),
        ("elevhälsa", "elevhälsans"),
        ("program", "programmen"),
        ("kognitiv", "kognitivt"),
        ("funktionsnivå", "funktionsnivåerna"),
        ("om", "om"),
        ("f90", "f90"),
    ],
)
def test_a_word_has_the_forms_of_its_kind(word: str, one: str) -> None:
    assert one in forms(word)
    assert word in forms(word)


@pytest.mark.parametrize(
    ("heard", "word"),
    [("exponeringens", "exponering"), ("skolan", "skola"), ("rutinerna", "rutin"), ("skolor", "skola")],
)
def test_word_heard_with_an_ending_is_known_without_it(heard: str, word: str) -> None:
    assert word in stems(heard)


def test_a_short_word_loses_nothing() -> None:
    assert stems("en") == stems("vi") == stems("") == frozenset()


@settings(max_examples=80)
@given(st.text(alphabet=st.sampled_from("aoAO\u0308\u030a\u0301 -\u1100\u1161")))
def test_decomposed_letters_are_composed_and_found(text: str) -> None:
    plain, at = composed(text)
    assert len(at) == len(plain) + 1
    assert list(at) == sorted(at)
    assert at[len(plain)] == len(text)
    assert composed(plain)[0] == plain or "\u1100" in text


def test_short_form_within_a_name_has_one_form() -> None:
    listed = Lexicon.of({"plan enligt LSS": "LSS-plan"})
    assert [match.name.head for match in listed.find("planen enligt LSS, planen enligt lss")] == ["LSS-plan"]
