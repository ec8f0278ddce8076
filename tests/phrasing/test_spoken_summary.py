"""What is read aloud is said to the person, who hears it."""

from __future__ import annotations

import pytest

from sip_tui.i18n.translation import set_language
from sip_tui.meeting.content.summary import build_summary
from sip_tui.meeting.model.enums import Consent, Kind, Presence
from sip_tui.meeting.model.meeting import Action, Goal, Meeting, Participant, Person
from sip_tui.phrasing.spoken_summary import group_sentences


@pytest.fixture(autouse=True)
def swedish() -> None:
    """The summary is turned in Swedish only."""
    set_language("sv")


def spoken(presence: Presence) -> list[str]:
    """Every sentence of the summary."""
    meeting = Meeting(
        person=Person(id="person", called="Tuva"),
        participants=(
            Participant(id="tuva", name="Tuva Ekmarken", kind=Kind.PERSON, presence=presence),
            Participant(id="samir", name="Samir Haddad", role="kurator", presence=Presence.PRESENT),
        ),
        goals=(Goal(id="g", text="Tuva sover i sitt rum"),),
        actions=(
            Action(id="1", what="Hjälper Tuva med läxor", who="samir", when="2026-12-03"),
            Action(id="2", what="Tar sin medicin", who="tuva", how_often="varje dag"),
        ),
    )
    return [
        line for part in build_summary(meeting) for group in part.groups for line in group_sentences(meeting, group)
    ]


def test_the_person_is_spoken_to() -> None:
    said = " ".join(spoken(Presence.PRESENT))
    assert "Du sover i ditt rum" in said
    assert "hjälper dig med läxor" in said
    assert "tar din medicin" in said


def test_the_person_who_is_not_here_is_spoken_about() -> None:
    said = " ".join(spoken(Presence.EXCUSED))
    assert "Tuva får frågan om att ta sin medicin" in said
    assert "Ingen håller ihop planen än." in said, "nobody who is not here is asked"
    assert "hjälper Tuva med läxor" in said


def test_nobody_reads_aloud_a_question_to_who_may_not_be_asked() -> None:
    tuva = Participant(id="tuva", name="Tuva Ekmarken", kind=Kind.PERSON, presence=Presence.PRESENT)
    sara = Participant(id="sara", name="Sara Lund", presence=Presence.EXCUSED, consent=Consent.NONE)
    meeting = Meeting(participants=(tuva, sara), actions=(Action(id="1", what="Boka tid", who="sara"),))
    decided = build_summary(meeting)[1]
    lines = [line for group in decided.groups for line in group_sentences(meeting, group)]
    no = "Du har sagt nej till att vi talar med Sara Lund. Vem gör det här i stället?"
    assert lines[lines.index(no) - 1 : lines.index(no) + 1] == ["Boka tid.", no]
    assert not [line for line in lines if "får frågan" in line or "berättar för Sara" in line]
