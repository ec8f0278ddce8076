"""What the terminal says about the end of a meeting, without a screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sip_tui.cli.summary import summary
from sip_tui.i18n import translation
from sip_tui.meeting.log.change import Edit
from tests.helpers.meeting_fixture import MeetingFixture


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    translation.set_language("en")
    yield
    translation.set_language("sv")


def summary_text(table: MeetingFixture) -> str:
    return " ".join(" ".join(summary(table.meeting)).split())


def test_show_names_coordinator_and_next_place() -> None:
    table = MeetingFixture()
    table.write((Edit("about", "meeting", "follow_up", "2027-01-29"), Edit("between", "between", "place", "rum Eken")))
    table.write((Edit("between", "between", "coordinator", "p3"),))
    text = summary_text(table)
    assert "Follow-up: Friday 29 January 2027, rum Eken" in text
    assert "Coordinates the plan: Samir Haddad (kurator, Elevhälsan)" in text
    assert "Nobody coordinates the plan" not in text


def test_what_is_open_at_the_end_is_told_in_lines_of_their_own() -> None:
    table = MeetingFixture()
    table.write(
        (Edit("about", "meeting", "questions", ["Vem ringer?"]), Edit("participants", "p1", "presence", "missing"))
    )
    text = summary_text(table)
    for line in (
        "1 question without an answer",
        "Nobody has said who will tell Maja what was decided",
        "Nobody coordinates the plan yet",
        "Nobody has said who Maja should call if something happens before the next meeting",
        "No follow-up is booked",
    ):
        assert f"! {line}" in text
    table.write((Edit("between", "between", "unbooked", "efter provet"),))
    assert "No follow-up is booked" not in summary_text(table)
