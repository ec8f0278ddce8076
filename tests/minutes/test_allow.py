"""A field that is not named never leaves: every field of a meeting is a canary, and only the named ones sing."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from sip_tui.meeting.kinds import Kind, Presence
from sip_tui.meeting.model import MANY, SINGLE, TABLES, Meeting, Participant, Row
from sip_tui.minutes import minutes
from sip_tui.minutes.allow import AUDIENCES, FIELDS, SECTIONS, permitted
from sip_tui.minutes.content import WRITTEN
from sip_tui.minutes.telling import Telling
from tests.minutes.meetings import NOW, held, meeting, noted, written


def canary(table: str, field: str) -> str:
    return f"Kanarie{table}{field}".replace("_", "").lower()


def filled(table: str, row: Row, skipped: tuple[str, ...] = ()) -> Any:
    """The row with a canary in every field that holds a text."""
    texts = [one.name for one in fields(row) if isinstance(getattr(row, one.name), str) and one.name not in skipped]
    plain = [name for name in texts if type(getattr(row, name)) is str and name != "id"]
    canaries: dict[str, Any] = {name: canary(table, name) for name in plain}
    return replace(row, **canaries)


def aviary() -> Meeting:
    """A meeting where every text is a canary; the person of each row is one that the documents show."""
    kept = ("presence", "who", "goal", "parent", "owner", "seat", "phase", "kind")
    start = meeting()
    rows: dict[str, Any] = {name: (filled(name, TABLES[name](id="p1"), kept),) for name in MANY if name != "events"}
    actor, guardian = (filled(part, Participant(id=part, kind=kind, presence=Presence.PRESENT)) for part, kind in PARTS)
    # An account is told with the one who gave it, so it needs somebody who is on the list.
    rows["accounts"] = (replace(rows["accounts"][0], id=actor.id),)
    notes = (noted(canary("notes", "text")), noted(canary("pad", "chair"), seat="chair"))
    about = filled("about", start.about)
    rows |= {"participants": (actor, guardian), "notes": notes, "events": held()}
    return Meeting(about=about, person=filled("person", start.person), **rows)


PARTS = (("participants", Kind.ACTOR), ("family", Kind.GUARDIAN))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_only_what_is_named_is_in_the_document(audience: str) -> None:
    text = written(aviary(), audience)
    tables: dict[str, type[Row]] = {**TABLES, "family": Participant}
    for table, kind in tables.items():
        named = FIELDS[audience].get(table, "").split()
        for one in fields(kind):
            assert one.name in named or canary(table, one.name) not in text, (table, one.name)


NEVER = ("parked", "ideas", "queue", "ticked", "reactions", "decisions", "links")
"""Tables that are the room's own or the chair's: no audience has a single field of them."""


def caged() -> Meeting:
    """A meeting where the tables that never leave have a canary in every text, their ids and pointers too."""
    rows: dict[str, Any] = {
        table: (replace(filled(table, TABLES[table](id="p1")), id=canary(table, "id")),) for table in NEVER
    }
    return replace(aviary(), **rows)


@pytest.mark.parametrize("table", NEVER)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_is_the_rooms_own_enters_no_audience(audience: str, table: str) -> None:
    told, made = caged(), minutes(caged(), audience, now=NOW)
    assert canary(table, "id") in repr(getattr(told, table))
    assert table not in FIELDS[audience]
    assert getattr(permitted(told, audience), table) == ()
    assert canary(table, "") not in "".join((made.text, made.file_name, repr(made.document), repr(made.findings)))


UNSAID = {
    "kind",
    "presence",
    "came",
    "left",
    "at",
    "phase",
    "seat",
    "start",
    "owner",
    "parent",
    "who",
    "goal",
    "status",
    "same",
}
"""Fields that hold no words of their own: they choose what is said, or point at somebody."""


def test_everything_that_is_named_is_in_the_full_minutes() -> None:
    text = written(aviary(), "full")
    silent = UNSAID | {"questions", "horizon"}
    for table, named in FIELDS["full"].items():
        for name in set(named.split()) - silent:
            assert canary(table, name) in text.replace("\\", ""), (table, name)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_pad_of_the_chair_goes_to_nobody(audience: str) -> None:
    assert canary("pad", "chair") not in written(aviary(), audience)
    assert all(one.seat == "secretary" for one in permitted(aviary(), audience).notes)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_named_field_and_section_exists(audience: str) -> None:
    for table, named in FIELDS[audience].items():
        kind = Participant if table == "family" else {**SINGLE, **MANY}[table]
        assert set(named.split()) <= {one.name for one in fields(kind)}
    assert set(SECTIONS[audience]) <= set(WRITTEN)


def test_no_field_of_the_model_can_hold_a_personnummer_by_name() -> None:
    names = {one.name for kind in TABLES.values() for one in fields(kind)}
    assert not names & {"personnummer", "ssn", "birth", "born", "age", "address"}


@pytest.mark.parametrize("audience", ["mail", "notice"])
def test_no_telephone_number_is_mailed(audience: str) -> None:
    assert not any("phone" in named.split() for named in FIELDS[audience].values())


def test_values_that_were_lost_do_not_leave_either() -> None:
    start = meeting()
    lost = replace(start, about=replace(start.about, lost={"purpose": ("hemligt",)}))
    assert permitted(lost, "full").about.lost == {}


def test_a_telling_knows_no_more_than_its_audience() -> None:
    told = Telling.of(meeting(), "mail", NOW).meeting
    assert [one.name for one in told.participants] == [""] * 4
    assert told.person.called == ""
