"""Undo, and two who change the same thing, between two machines: as between two programs on one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.projection import conflicts
from sip_tui.session.session import MeetingSession
from sip_tui.sync.synchroniser import Synchroniser
from tests.helpers.archives import normalized
from tests.helpers.machines import Machine, first_machine, joined_machine, until

WHAT, WHO = ("actions", "a1", "what"), ("actions", "a1", "who")


class Person:
    """Somebody in a seat, at a machine of their own."""

    def __init__(self, machine: Machine, seat: str) -> None:
        self.session = MeetingSession(machine.folder)
        self.session.take_seat(seat)
        self.sharing = Synchroniser(self.session.folder, machine.settings)
        self.session.on_saved = self.sharing.wake
        self.sharing.start()

    def write(self, *edits: Edit) -> None:
        """Write as a form does, and save."""
        self.session.write(edits)
        assert self.session.flush()

    def says(self, cell: tuple[str, str, str]) -> object:
        """What a cell of the meeting says here."""
        self.session.poll()
        table, row, field = cell
        found = next((item for item in getattr(self.session.meeting, table) if item.id == row), None)
        return getattr(found, field, None)

    @property
    def state(self) -> object:
        """Everything that is known here, comparably."""
        self.session.poll()
        return normalized(self.session._projection.ledger)


@pytest.fixture
def people(tmp_path: Path, url: str) -> Iterator[tuple[Person, Person]]:
    one = first_machine(tmp_path / "one", url)
    one.exchange()
    two = joined_machine(tmp_path / "two", one, "w2")
    two.exchange()
    found = Person(one, "chair"), Person(two, "secretary")
    yield found
    for person in found:
        person.sharing.stop(10)
        person.session.folder.leave()


def test_undo_leaves_what_the_other_machine_has_written(people: tuple[Person, Person]) -> None:
    chair, secretary = people
    chair.write(Edit(*WHAT, "Ringa"))
    chair.session.end_undo_group()
    chair.write(Edit(*WHAT, "Ringa BUP"), Edit(*WHO, "p3"))
    assert until(lambda: secretary.says(WHAT) == "Ringa BUP")
    secretary.write(Edit(*WHAT, "Ringa skolan"))
    assert until(lambda: chair.says(WHAT) == "Ringa skolan")
    chair.session.undo()
    assert chair.session.flush()
    assert chair.session.left_standing
    assert chair.says(WHAT) == "Ringa skolan"
    assert until(lambda: not secretary.says(WHO) and secretary.says(WHAT) == "Ringa skolan")
    secretary.session.undo()
    assert secretary.session.flush()
    assert until(lambda: chair.says(WHAT) == "Ringa BUP" and chair.state == secretary.state)


def test_two_open_forms_keep_both_values(people: tuple[Person, Person]) -> None:
    chair, secretary = people
    chair.write(Edit(*WHAT, "Ringa"))
    assert until(lambda: secretary.says(WHAT) == "Ringa")
    seen = [person.session.seen_now() for person in people]
    for person, since, words in zip(people, seen, ("Ringa BUP", "Ringa skolan"), strict=True):
        with person.session.based_on(since):
            person.write(Edit(*WHAT, words))
    assert until(lambda: chair.state == secretary.state and bool(conflicts(chair.session.meeting)))
    for person in people:
        [conflict] = conflicts(person.session.meeting)
        assert {person.says(WHAT), *conflict.lost} == {"Ringa BUP", "Ringa skolan"}
