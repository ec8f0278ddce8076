"""The corpus: sentences as people write them in meetings, and sentences that must be left alone.

Every personnummer is one of Skatteverket's published test numbers (or one with a digit changed), telephones come from
the ranges that PTS keeps for fiction, addresses from example.com and .example.
"""

from __future__ import annotations

import pytest

from sip_tui.privacy import find, mask, redact
from tests.helpers.scoring import Score, load, score

DOUBTS = ("possible_name", "quasi")
KINDS = {record["type"] for line in load("positives.jsonl") for record in line["spans"]}


def _redact(text: str, names: list[str]) -> str:
    return redact(text, names).text


@pytest.fixture(scope="module")
def result() -> Score:
    return score([*load("positives.jsonl"), *load("negatives.jsonl")], _redact)


def test_the_corpus_is_large_enough_to_mean_something(result: Score) -> None:
    assert result.total.total() >= 300
    assert result.negatives >= 150
    assert len(KINDS) >= 13


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_at_least_99_percent_of_each_kind_goes(result: Score, kind: str) -> None:
    assert result.recall(kind) >= 0.99, "\n".join(leak for leak in result.leaks if leak.startswith(kind))


def test_at_most_one_innocent_sentence_in_a_hundred_is_touched(result: Score) -> None:
    assert len(result.false_alarms) <= 0.01 * result.negatives, "\n".join(result.false_alarms)


def test_at_most_one_innocent_word_in_a_hundred_goes_along(result: Score) -> None:
    assert result.words_lost <= 0.01 * result.words


def test_people_not_on_the_roll_are_masked_or_wait() -> None:
    """Nine in ten go at once; a name that only begins a sentence is reported and waits."""
    masked = score(load("people.jsonl"), _redact)
    reported = score(load("people.jsonl"), lambda text, names: mask(text, find(text, names)))
    assert masked.recall("PERSON") >= 0.9, "\n".join(masked.leaks)
    assert reported.recall("PERSON") >= 0.98, "\n".join(reported.leaks)


WORDS = [record for record in load("people.jsonl") if record["note"] == "names that are words"]
"""Sentences in which a name of the roll is also a word: "pratat m bo", and those with the word: "vill bo hemma"."""


def test_name_that_is_a_word_is_masked_or_waits() -> None:
    masked, reported = score(WORDS, _redact), score(WORDS, lambda text, names: mask(text, find(text, names)))
    assert reported.recall("PERSON") == 1, "\n".join(reported.leaks)
    assert masked.recall("PERSON") >= 0.9, "\n".join(masked.leaks)


def test_word_that_is_a_name_is_left() -> None:
    words = [record for record in WORDS if not record["spans"]]
    changed = score(WORDS, _redact).false_alarms
    waiting = [record["text"] for record in words if find(record["text"], record["known_names"])]
    assert len(changed) <= 0.02 * len(words), changed
    assert len(waiting) <= 0.1 * len(words), waiting


@pytest.mark.parametrize("roll", [["Bo Dal", "Dag Ek", "Liv Sten"], ["Hans Berg", "My Ljung", "Stig Kal"]], ids=str)
def test_innocent_sentences_are_left_with_any_roll(roll: list[str]) -> None:
    """Where nobody is meant, two in a hundred are more than have a name of the roll in them, masked or to look at."""
    texts = [record["text"] for record in load("negatives.jsonl") if not record["group"].startswith("soft")]
    found = [text for text in texts if len(find(text, roll)) > len(find(text))]
    assert len(found) <= 0.02 * len(texts), found


def test_at_most_one_innocent_sentence_in_a_hundred_is_reported() -> None:
    innocent = [record for record in load("negatives.jsonl") if not record["group"].startswith("soft")]
    reported = [record["text"] for record in innocent if any(hit.kind in DOUBTS for hit in find(record["text"]))]
    assert len(reported) <= 0.01 * len(innocent), reported


def test_the_scorer_sees_a_leak_when_nothing_is_redacted() -> None:
    nothing = score(load("positives.jsonl"), lambda text, names: text)
    assert nothing.found.total() == 0


def test_scorer_sees_a_false_alarm_when_all_is_redacted() -> None:
    everything = score(load("negatives.jsonl"), lambda text, names: "")
    assert len(everything.false_alarms) == everything.negatives


def test_redacting_the_corpus_twice_changes_nothing_more() -> None:
    for record in [*load("positives.jsonl"), *load("negatives.jsonl")]:
        once = _redact(record["text"], record["known_names"])
        assert _redact(once, record["known_names"]) == once
