"""A goal is to be reached "by 10 June" or "before the summer", and never "by before the summer"."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sip_tui.cli.summary import summary
from sip_tui.i18n.translation import set_language
from sip_tui.meeting.content.summary import build_summary
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Goal, Meeting, Participant
from sip_tui.phrasing.deadlines import deadline_words, split_deadline
from sip_tui.phrasing.spoken_summary import group_sentences


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("sv")


def planned(by: str) -> Meeting:
    """A meeting with one goal."""
    return Meeting(
        participants=(Participant(id="p", name="Maja", kind=Kind.PERSON),),
        goals=(Goal(id="g", text="Sleep at night", by=by),),
    )


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("before the summer", " (before the summer)"),
        ("Within a year", " (Within a year)"),
        ("during the spring", " (during the spring)"),
        ("in June", " (in June)"),
        ("före sommaren", " (före sommaren)"),
        ("inom ett år", " (inom ett år)"),
        ("10 June 2027", " (by 10 June 2027)"),
        ("by 10 June 2027", " (by 10 June 2027)"),
        ("senast i juni", " (by i juni)"),
        ("the summer", " (by the summer)"),
        ("insats", " (by insats)"),
        ("  ", ""),
    ],
)
def test_by_stands_only_before_a_bare_time(said: str, words: str) -> None:
    assert deadline_words(said) == words


def test_swedish_senast_stands_only_before_a_bare_time() -> None:
    set_language("sv")
    assert deadline_words("senast fredag 4 december") == " (senast fredag 4 december)"
    assert deadline_words("innan skolan börjar") == " (innan skolan börjar)"
    assert split_deadline("på måndag") == ("på måndag", False)


def test_read_aloud_has_no_by_before_another_preposition() -> None:
    whole = planned("before the summer")
    said = [line for part in build_summary(whole) for group in part.groups for line in group_sentences(whole, group)]
    assert "Goal: Sleep at night (before the summer)." in said


def test_the_command_line_has_no_by_before_a_preposition() -> None:
    assert "Goal: Sleep at night (before the summer)" in list(summary(planned("before the summer")))
