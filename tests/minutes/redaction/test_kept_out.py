"""What the person asked to keep out is left out word for word, and what is near it waits for somebody to look."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.meeting.model.enums import RedactionChoice
from sip_tui.meeting.model.meeting import Meeting, RedactionDecision
from sip_tui.minutes.redaction.kept_out import covering
from sip_tui.minutes.render import Draft, draft
from sip_tui.privacy import Finding
from tests.helpers.meetings import NOW, meeting, noted

TOPIC = "Föräldrarnas tvist om boendet"


def told(text: str, topic: str = TOPIC, *decided: RedactionDecision) -> Meeting:
    """A meeting with a note and a topic to keep out."""
    plain = meeting(notes=(noted(text),), decisions=decided)
    return replace(plain, person=replace(plain.person, kept_out=topic))


def mail(text: str, topic: str = TOPIC, *decided: RedactionDecision) -> Draft:
    """The mail of it."""
    return draft(told(text, topic, *decided), now=NOW)


def looked_at(text: str, topic: str = TOPIC) -> list[str]:
    """What waits for somebody to look at it."""
    return [found.words for found in mail(text, topic).pending if found.finding.kind == "kept_out"]


@pytest.mark.parametrize(
    "text",
    ["Föräldrarnas tvist om boendet togs upp", "FÖRÄLDRARNAS TVIST, om boendet!", "föräldrarnas\ntvist om boendet"],
)
def test_words_of_the_topic_are_left_out_and_that_is_said(text: str) -> None:
    made = mail(text)
    assert "\\[left out\\]" in made.text or "[left out]" in made.text
    assert "tvist" not in made.text.casefold()
    assert [found.words for found in made.findings if found.finding.kind == "kept_out"] == ["[left out]"]
    assert made.pending == ()


@pytest.mark.parametrize(
    ("text", "topic", "near"),
    [
        ("Boendet är föräldrarnas tvist.", TOPIC, "Boendet är föräldrarnas tvist"),
        ("Vi nämnde föräldrars tvister om boende i dag", TOPIC, "föräldrars tvister om boende"),
        ("Tvisten gäller boendet. Sen fika", TOPIC, "Tvisten gäller boendet"),
        ("Prov för hiv togs", "hiv", "hiv"),
        ("Skilsmässor är svåra", "skilsmässan", "Skilsmässor"),
        ("Pappa har en sambo", "pappas sambo", "Pappa har en sambo"),
        ("Hon var gravid då", "graviditeten i våras", "gravid"),
        ("Graviditetstest på måndag", "graviditeten i våras", "Graviditetstest"),
    ],
)
def test_what_is_near_the_topic_waits(text: str, topic: str, near: str) -> None:
    assert looked_at(text, topic) == [near]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Vi pratade om boendet", TOPIC),
        ("Tvisten är slut. Boendet är bra.", TOPIC),
        ("Arkivet stängs", "hiv"),
        ("Åsa Lindgren ringer", "skulden till Åsa Lindgren"),
        ("Allt är bra med det", "om det där"),
        ("Allt är bra", ""),
    ],
)
def test_one_word_of_many_and_a_part_of_a_word_are_nothing_near(text: str, topic: str) -> None:
    assert looked_at(text, topic) == []


def test_what_is_near_is_left_in_or_out_as_somebody_decides() -> None:
    text, near = "Åsa Lindgren har en tvist om boendet, ring", "tvist om boendet"
    row = RedactionDecision(id="d", kind="kept_out", words=near, choice=RedactionChoice.KEEP)
    kept, masked = mail(text, TOPIC, row), mail(text, TOPIC, replace(row, choice=RedactionChoice.MASK))
    assert (near in kept.text, kept.pending) == (True, ())
    assert (near in masked.text, masked.pending) == (False, ())
    assert "Lindgren" not in kept.text + masked.text


def hit(start: int, end: int) -> Finding:
    """A finding at a place."""
    return Finding("name", start, end, "block", "high", "", "", "x")


PLACES = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 5)), max_size=6)


def apart(steps: list[tuple[int, int]]) -> list[Finding]:
    """Findings in order without overlaps, from the gap before each and its length."""
    made, at = [], 0
    for gap, size in steps:
        made.append(hit(at + gap, at + gap + size))
        at += gap + size
    return made


@given(PLACES, PLACES)
def test_covering_hides_all_that_either_hides(left_out: list[tuple[int, int]], others: list[tuple[int, int]]) -> None:
    first, second = apart(left_out), apart(others)
    found = covering(first, second)
    assert all(one.end <= other.start for one, other in pairwise(found))
    hidden = {place for each in found for place in range(each.start, each.end)}
    assert hidden >= {place for each in (*first, *second) for place in range(each.start, each.end)}
