"""A paper is turned to the person, or to the guardian whose paper it is."""

from __future__ import annotations

from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Meeting, Participant, Person
from sip_tui.phrasing.wording import addressee
from sip_tui.swedish.style.du_form import address

MAMMA = Participant(id="mamma", name="Åsa Ekmarken", kind=Kind.GUARDIAN, role="mamma")
MEETING = Meeting(
    person=Person(id="person", called="Tuva", child=True),
    participants=(Participant(id="tuva", name="Tuva Ekmarken", kind=Kind.PERSON), MAMMA),
)
TEXT = "Mamma möter Tuva. Barnet vilar."


def test_paper_of_the_child_is_turned_to_the_child() -> None:
    assert address(TEXT, addressee(MEETING)).text == "Mamma möter dig. Du vilar."
    assert addressee(MEETING, MEETING.participants[0]) == addressee(MEETING)


def test_paper_of_a_guardian_is_turned_to_the_guardian() -> None:
    assert address(TEXT, addressee(MEETING, MAMMA)).text == "Du möter Tuva. Barnet vilar."
    assert address("Samir frågar Åsa.", addressee(MEETING, MAMMA)).text == "Samir frågar dig."


def test_others_on_the_roll_may_be_meant_by_a_pronoun() -> None:
    found = address("Tuva ringer Åsa när hon slutar.", addressee(MEETING))
    assert (found.text, len(found.unsure)) == ("Tuva ringer Åsa när hon slutar.", 1)


def test_meeting_without_a_person_has_nobody_to_turn_to() -> None:
    assert address("Tuva vilar.", addressee(Meeting())).text == "Tuva vilar."
