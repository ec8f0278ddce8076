"""What they do not agree on is said aloud and written down, and the second chair stands beside the first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sip_tui.meeting.model.discussion import SharedPictureAnswer
from sip_tui.meeting.model.enums import Answer
from sip_tui.meeting.model.meeting import Disagreement, Meeting, MeetingInfo
from sip_tui.minutes.redaction.fields import FieldRedactor, redact_fields
from sip_tui.minutes.redaction.policy import RedactionPolicy
from tests.helpers.meetings import action, goal, meeting, noted, written
from tests.helpers.minutes import section

TITLE = "We disagree on this"
AGREED = {"goals": (goal("g1", "Gå ut gymnasiet"),), "actions": (action("Ringa", ""),)}
LED = {"chair": "p3", "co_chair": "p2", "secretary": "p4"}


def disagreeing(*texts: str) -> Meeting:
    """A meeting with a plan, an open end, and what they see differently."""
    rows = tuple(Disagreement(id=f"d{number}", order=number, text=text) for number, text in enumerate(texts))
    return meeting(**AGREED, disagreements=rows)


def led(**offices: str) -> Meeting:
    """A meeting with somebody in these offices."""
    return meeting(about=replace(meeting().about, **offices))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("audience", "plan", "ends"),
    [
        ("mail", "Who to call in the meantime", "Still open"),
        ("full", "Who to call in the meantime", "Still open"),
        ("person", "Nobody has taken this on yet", "Notes"),
    ],
)
def test_it_stands_after_the_plan_and_before_the_open_ends(audience: str, plan: str, ends: str) -> None:
    text = written(disagreeing("Om skolan ska vara på heltid.", "Vem som betalar resan."), audience)
    headings = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    assert headings.index(TITLE) == headings.index(plan) + 1
    assert ends not in headings or headings.index(TITLE) < headings.index(ends)
    assert section(text, TITLE) == ["Om skolan ska vara på heltid.", "Vem som betalar resan."]


@pytest.mark.parametrize("audience", ["mail", "full", "person"])
def test_who_sees_it_otherwise_is_told_beside_what_differs(audience: str) -> None:
    told = replace(disagreeing("Om heltid"), pictures=(SharedPictureAnswer(id="p3", same=Answer.NO),))
    assert section(written(told, audience), TITLE) == [
        "Om heltid",
        "Not everyone agrees on everything that we decided.",
    ]
    agreed = replace(told, pictures=(SharedPictureAnswer(id="p3", same=Answer.YES),))
    assert section(written(agreed, audience), TITLE) == ["Om heltid"], "it is said in the list that they differ"


@pytest.mark.parametrize("audience", ["mail", "full", "person"])
def test_nothing_is_said_of_disagreement_where_there_is_none(audience: str) -> None:
    assert TITLE not in written(disagreeing(), audience)
    assert TITLE not in written(disagreeing("  "), audience)


def test_a_notice_does_not_tell_that_they_disagree() -> None:
    assert "heltid" not in written(disagreeing("Om heltid"), "notice")
    assert TITLE not in written(disagreeing("Om heltid"), "notice")


def test_a_name_in_a_disagreement_is_told_by_its_role() -> None:
    told = disagreeing("Åsa vill vänta, Samir vill börja. Nr 19121212-1212")
    assert section(written(told), TITLE) == ["Mamma vill vänta, kurator vill börja. Nr [personal identity number]"]
    assert "Åsa vill vänta, Samir vill börja. Nr [personal identity number]" in section(written(told, "person"), TITLE)
    assert "19121212" in written(told, "full")


def test_a_number_in_a_disagreement_is_found_as_it_was_typed() -> None:
    redactor = FieldRedactor((), RedactionPolicy())
    clean = redact_fields(disagreeing("Vems nummer är 19121212-1212?"), redactor)
    assert [row.text for row in clean.disagreements] == ["Vems nummer är \ue000[personal identity number]\ue001?"]
    assert "19121212-1212" in {finding.words for finding in redactor.findings}


def test_second_chair_is_between_chair_and_secretary() -> None:
    lines = section(written(led(**LED)), "The meeting")
    assert lines[-3:] == ["Chair: kurator, Elevhälsan", "Co-chair: mamma", "Secretary: läkare, BUP"]
    assert "Co-chair: Åsa Lindgren, mamma" in section(written(led(**LED), "full"), "The meeting")
    assert "Co-chair" not in written(led(**LED), "person")


@pytest.mark.parametrize("audience", ["mail", "full"])
def test_there_is_no_second_chair_without_a_first(audience: str) -> None:
    assert "Co-chair" not in written(led(co_chair="p2"), audience)
    assert "Co-chair" not in written(led(chair="p3"), audience)


def test_second_chair_in_free_text_is_not_mailed() -> None:
    told = replace(led(chair="p3", co_chair="Lena Storm"), notes=(noted("Ring Lena Storm i dag"),))
    assert "Ring second chair i dag" in written(told)
    assert "Storm" not in written(told)
    assert "Co-chair: Lena Storm" in written(told, "full")


def test_a_meeting_without_offices_has_no_second_chair() -> None:
    assert "Co-chair" not in written(meeting(about=MeetingInfo(id="meeting")), "full")
