"""The plan over time in documents: drawn, the same in words, and redacted like everything else that leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from html import unescape
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.meeting.model.enums import Answer, Kind, Status
from sip_tui.meeting.model.meeting import Action, Goal, Meeting, MeetingInfo, Participant
from sip_tui.minutes.document import TimeLine, plain
from sip_tui.minutes.formats import html_page, time_line, to_file
from sip_tui.minutes.render import Draft, draft
from tests.helpers.meetings import START, held

SVG = "{http://www.w3.org/2000/svg}"
NOW = START
PEOPLE = (
    Participant(id="p1", name="Karin Åkesson", kind=Kind.PERSON),
    Participant(id="p2", name="Bertil Nyström", kind=Kind.ACTOR, role="kurator"),
)
GOAL = Goal(id="g1", text="Sova")
DOCTOR = Action(id="a1", what="Bertil Nyström ringer läkaren", goal="g1", who="p2")
WALK = Action(id="a2", what="Gå ut", goal="g1")


def first() -> Meeting:
    about = MeetingInfo(id="meeting", type="sip", start=START)
    return Meeting(about=about, participants=PEOPLE, goals=(GOAL,), actions=(DOCTOR, WALK), events=held())


def chain() -> tuple[Meeting, Meeting, Meeting]:
    """Three meetings: at the second the doctor has been rung, at the third the goal is reached."""
    walk = replace(WALK, since="2026-11-27", reviewed=True)
    second = replace(first(), actions=(replace(DOCTOR, status=Status.DONE), walk))
    reached = replace(GOAL, reached=Answer.YES, since="2026-11-27")
    third = replace(first(), goals=(reached,), actions=(replace(walk, status=Status.NOT_DONE),))
    return first(), second, third


def made(audience: str, at: datetime = NOW) -> Draft:
    *earlier, last = chain()
    return draft(last, audience, now=at, earlier=earlier)


def line_of(found: Draft) -> TimeLine:
    return next(block for block in found.document.blocks if isinstance(block, TimeLine))


@pytest.mark.parametrize("audience", ["mail", "person", "full", "history"])
def test_time_line_says_in_words_what_it_draws(audience: str) -> None:
    rows = {plain(row[0]): [plain(cell) for cell in row[1:]] for row in line_of(made(audience)).table.rows}
    assert rows["Sova"] == ["○ new this time", "● carries on", "✓ reached"]
    assert rows["Gå ut"] == ["○ new", "● ongoing", "× not done"]
    assert next(cells for text, cells in rows.items() if "läkaren" in text) == ["○ new", "✓ done", ""]


def test_what_was_over_before_is_redacted_as_what_is_left() -> None:
    for audience, is_named in (("mail", False), ("history", False), ("full", True)):
        found = made(audience)
        for file_format in ("html", "md", "txt"):
            written = to_file(found, file_format).content.decode()
            assert "läkaren" in written
            assert ("Nyström" in written) is is_named
    assert "Nyström" in [name for finding in made("mail").findings for name in finding.words.split()]


def test_name_known_only_to_an_earlier_meeting_does_not_leave() -> None:
    before, second, last = chain()
    before = replace(before, participants=(*PEOPLE, Participant(id="p9", name="Torgny Brännlund", kind=Kind.KIN)))
    before = replace(before, actions=(replace(DOCTOR, what="Torgny ringer"), WALK))
    found = draft(last, "history", now=NOW, earlier=(before, replace(second, actions=(WALK,))))
    assert "Torgny" not in to_file(found, "html").content.decode()


def test_topic_that_is_kept_out_now_is_kept_out_of_the_past() -> None:
    before, second, last = chain()
    before = replace(before, actions=(replace(DOCTOR, what="Ringa om skulderna hos banken"), WALK))
    last = replace(last, person=replace(last.person, kept_out="skulderna hos banken"))
    found = draft(last, "full", now=NOW, earlier=(before, replace(second, actions=(WALK,))))
    assert "skulderna" not in to_file(found, "html").content.decode()


def test_first_meeting_has_no_time_line_but_as_a_history() -> None:
    assert not any(isinstance(block, TimeLine) for block in draft(first(), "mail", now=NOW).document.blocks)
    assert line_of(draft(first(), "history", now=NOW)).lanes


def test_drawing_is_one_image_with_a_name() -> None:
    page = to_file(made("mail"), "html").content.decode()
    drawing = ElementTree.fromstring(page[page.index("<svg") : page.index("</svg>") + 6])
    assert drawing.get("role") == "img"
    assert (drawing.findtext(f"{SVG}title") or "").startswith("A line for each goal")
    assert drawing.findtext(f"{SVG}desc") == "The table below says the same in words."
    texts = [text.text for text in drawing.iter(f"{SVG}text")]
    assert "Sova" in texts
    assert "Gå ut" in texts


@given(st.text(min_size=1, max_size=60))
def test_hostile_text_is_only_text_in_the_drawing(text: str) -> None:
    meeting = replace(first(), goals=(replace(GOAL, text=text),), actions=())
    blocks = draft(meeting, "history", now=NOW).document.blocks
    for block in (block for block in blocks if isinstance(block, TimeLine)):
        drawing = ElementTree.fromstring(
            time_line.to_svg(block, html_page.to_inline).translate(dict.fromkeys(range(6)))
        )
        assert {element.tag for element in drawing.iter()} <= {
            f"{SVG}{tag}" for tag in ("svg", "title", "desc", "text", "g", "path", "circle", "rect")
        }
        assert unescape("".join(drawing.itertext()))
