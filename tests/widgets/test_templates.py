from __future__ import annotations

from collections.abc import Iterator

import pytest

from sip_tui.i18n import translation
from sip_tui.meeting.content.plan import add_action, add_goal
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.widgets.templates import fill_template
from tests.helpers.meeting_fixture import MeetingFixture


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    translation.set_language("sv")
    yield
    translation.set_language("sv")


def test_the_meetings_own_words_stand_in_the_places() -> None:
    table = MeetingFixture()
    cells = (("chair", "p4"), ("secretary", "Kim från BUP"), ("purpose", "Skolan"), ("follow_up", "2027-01-29T13:00"))
    table.write(tuple(Edit("about", "meeting", field, value) for field, value in cells))
    said = fill_template(table.meeting, "{person}|{chair}|{secretary}|{minutes}|{purpose}|{follow_up}")
    assert said == "Maja|Helena Sjöberg|Kim från BUP|60|Skolan|fredag 29 januari 2027 kl. 13.00"


def test_what_nobody_knows_yet_is_a_gap_that_can_be_read_over() -> None:
    said = fill_template(Meeting(), "{person} {purpose} {follow_up} {goal} {action} {nonsense}")
    assert said == " ".join(["…"] * 6)


def test_a_seat_without_a_name_can_be_said() -> None:
    said = fill_template(Meeting(), "Jag heter {chair} och leder, {secretary} skriver. {secretary} skriver.")
    assert said == "Jag heter (ditt namn) och leder, någon av oss skriver. Någon av oss skriver."


def test_the_question_is_about_the_newest_action_and_its_goal() -> None:
    table = MeetingFixture()
    table.write(add_goal(table.meeting, table.moment(), text="Gå ut gymnasiet"))
    assert fill_template(table.meeting, "{action}: {goal}") == "…: Gå ut gymnasiet"
    table.write(add_goal(table.meeting, table.moment(), text="Tre dagar i veckan"))
    goal = table.meeting.goals[1].id
    table.write(add_action(table.meeting, table.moment(), what="Ny tid", goal=goal))
    assert fill_template(table.meeting, "{action}: {goal}") == "Ny tid: Tre dagar i veckan"


@pytest.mark.parametrize("name", ["{purpose}", "{0}%s", "[/b]", "\\1"])
def test_a_name_is_never_filled_in_itself(name: str) -> None:
    table = MeetingFixture()
    table.write((Edit("person", "person", "called", name), Edit("about", "meeting", "purpose", "hemligt")))
    assert fill_template(table.meeting, "Hej {person}!") == f"Hej {name}!"


@pytest.mark.parametrize(
    ("purpose", "said"), [("En plan", "En plan."), ("En plan.", "En plan."), ("Vad nu?", "Vad nu?")]
)
def test_a_line_that_ends_with_the_purpose_ends_as_a_sentence(purpose: str, said: str) -> None:
    table = MeetingFixture()
    table.write((Edit("about", "meeting", "purpose", purpose),))
    assert fill_template(table.meeting, "Det är tanken: {purpose}") == f"Det är tanken: {said}"
    assert fill_template(table.meeting, "{purpose}: det är tanken") == f"{purpose}: det är tanken"


def test_a_chair_who_takes_the_notes_does_not_say_the_name_twice() -> None:
    table = MeetingFixture()
    table.write((Edit("about", "meeting", "chair", "p4"), Edit("about", "meeting", "secretary", "p4")))
    said = fill_template(table.meeting, "Jag heter {chair} och leder, {secretary} skriver. {secretary} skriver.")
    assert said == "Jag heter Helena Sjöberg och leder, jag skriver. Jag skriver."
