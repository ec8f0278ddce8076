"""Stories of a wall: whatever somebody types, nobody in the room reads what is private."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sip_tui.i18n import translation
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Action, Goal, Meeting, Participant
from sip_tui.phrasing.public_meeting import public_meeting
from sip_tui.privacy import public
from sip_tui.screens.board.pages import pages
from tests.helpers.meeting_fixture import MeetingFixture
from tests.helpers.scoring import folded, load, outside, parts
from tests.helpers.written_numbers import sentence, written

RECORDS = [record for record in load("positives.jsonl") if not record["known_names"]]
CELLS = {
    **{field: ("actions", "a", field) for field in ("what", "when", "how_often", "where")},
    **{field: ("goals", "g", field) for field in ("text", "by", "resources")},
    **{field: ("terms", "t", field) for field in ("term", "answer")},
    "need": ("needs", "n", "text"),
    "strengths": ("person", "person", "strengths"),
    "place": ("between", "between", "place"),
    "follow_up": ("about", "meeting", "follow_up"),
    "phone": ("participants", "p3", "phone"),
    "role": ("participants", "p4", "role"),
}
"""Every place that the board shows → its table, row and field."""
FIELDS = tuple(CELLS)
ELSE = (
    *(("actions", "a", "what", "Ringa"), ("actions", "a", "who", "p4"), ("actions", "a", "goal", "g")),
    *(("goals", "g", "text", "Må bra"), ("terms", "t", "term", "BUP"), ("terms", "t", "answer", "vård för barn")),
    *(("participants", "p4", "name", ""), ("between", "between", "contact", "p3")),
    ("about", "meeting", "follow_up", "i mars"),
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    translation.set_language("en")
    yield
    translation.set_language("sv")


def put(field: str, text: str) -> Meeting:
    """A meeting that holds a text in one place that the board shows."""
    table = MeetingFixture()
    table.write((*(Edit(*cell) for cell in ELSE), Edit(*CELLS[field], text)))
    return table.meeting


def on_the_wall(field: str, text: str) -> str:
    return "\n".join(page.plain for page in pages(public_meeting(put(field, text)), 400, 90))


@pytest.mark.parametrize("field", FIELDS)
def test_every_one_of_these_places_is_on_the_board(field: str) -> None:
    assert "promenader" in on_the_wall(field, "promenader")


MASK = re.compile(r"\[[^\]\n]*\]")
STANDS_ON_THE_BOARD = ("PERSON", "AGE", "SCHOOL")


@pytest.mark.parametrize("field", FIELDS)
@given(record=st.sampled_from(RECORDS))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_identifier_is_readable_on_the_board(field: str, record: dict[str, object]) -> None:
    text, around = str(record["text"]), folded(outside(record))
    for span in record["spans"]:  # type: ignore[attr-defined]
        # What looks like a telephone in the field for one is one, also a number to dial into a meeting.
        is_telephone = span["type"] == "PHONE" or text[span["start"]] == "0"
        if span["type"] in STANDS_ON_THE_BOARD or (field == "phone" and is_telephone):
            continue
        # A mask is no word of the text, though "identity" has letters of "tvåtusentio".
        shown, without = (folded(MASK.sub("¤", on_the_wall(field, what))) for what in (text, outside(record)))
        for part in parts(record, span):
            assert shown.count(part) <= without.count(part) + around.count(part)


@given(st.data(), st.sampled_from(FIELDS))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_written_form_of_a_personnummer_is_on_the_board(data: st.DataObject, field: str) -> None:
    number = data.draw(written())
    digits = "".join(digit for digit in folded(number) if digit.isdigit())
    shown = "".join(digit for digit in folded(on_the_wall(field, data.draw(sentence(number)))) if digit.isdigit())
    assert digits[-6:] not in shown


@pytest.mark.parametrize("text", ["F90.0", "ADHD", "skyddad identitet", "F84.5 (autism)"])
def test_health_term_is_not_on_the_board(text: str) -> None:
    told = on_the_wall("term", text)
    assert "vård för barn" not in told
    assert public(text) not in told


def test_diagnosis_in_goal_is_masked_and_rest_kept() -> None:
    assert "Må bra med min [diagnosis] hemma" in on_the_wall("text", "Må bra med min ADHD hemma")


def test_board_keeps_names_and_phones_not_personnummer() -> None:
    told = on_the_wall("phone", "08-123 45 67 (010520-2394)")
    assert "Samir" in told
    assert "08-123 45 67 ([personal identity number])" in told


def test_private_fields_are_not_in_public_meeting() -> None:
    table = MeetingFixture()
    table.write(
        (
            Edit("ideas", "i1", "text", "hemligt"),
            Edit("person", "person", "kept_out", "hemligt"),
            Edit("participants", "p2", "consent", "hemligt"),
            Edit("between", "between", "urgent", "hemligt"),
            Edit("notes", "n1", "text", "hemligt"),
            Edit("turns", "t1", "who", "hemligt"),
        )
    )
    assert "hemligt" in repr(table.meeting)
    assert "hemligt" not in repr(public_meeting(table.meeting))


def test_a_row_without_anything_private_is_not_made_anew() -> None:
    meeting = put("what", "promenader")
    assert public_meeting(meeting).actions[0] is meeting.actions[0]


def test_leader_by_row_id_is_kept_and_by_name_masked() -> None:
    table = MeetingFixture()
    told = Edit("about", "meeting", "chair", "p3"), Edit("about", "meeting", "secretary", "Eva, 070-174 06 05")
    table.write(told)
    about = public_meeting(table.meeting).about
    assert (about.chair, about.secretary) == ("p3", "Eva, [telephone number]")


def test_the_wall_speaks_to_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "_language", "sv")
    fixture = MeetingFixture()
    shown = public_meeting(
        replace(
            fixture.meeting,
            participants=(
                Participant(id="p1", name="Maja Ek", kind=Kind.PERSON),
                Participant(id="p2", name="Samir Haddad"),
            ),
            goals=(Goal(id="g", text="Maja sover hela natten"),),
            actions=(
                Action(id="a", what="Möter Maja vid grinden", who="p2"),
                Action(id="b", what="Tar sin medicin", who="p1"),
            ),
        )
    )
    assert shown.goals[0].text == "Du sover hela natten"
    assert [action.what for action in shown.actions] == ["Möter dig vid grinden", "Tar din medicin"]
