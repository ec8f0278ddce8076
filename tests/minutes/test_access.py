"""A field that is not named never leaves: every field of a meeting is a canary, and only the named ones sing."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from sip_tui.meeting.model.enums import Kind, Presence
from sip_tui.meeting.model.meeting import LIST_TABLES, TABLES, CompletedDuty, Event, Meeting, Participant, Row
from sip_tui.minutes.access import AUDIENCES, FIELDS, PARTS, ROWS, STORY, restrict
from sip_tui.minutes.redaction.free_text import FREE_TEXT
from sip_tui.minutes.render import minutes
from sip_tui.minutes.sections import SECTIONS
from tests.helpers.meetings import MAJA, NOW, START, held, meeting, noted, written


def canary(table: str, field: str) -> str:
    return f"Kanarie{table}{field}".replace("_", "").lower()


def filled(table: str, row: Row, skipped: tuple[str, ...] = ()) -> Any:
    """The row with a canary in every field that holds a text."""
    texts = [
        field.name for field in fields(row) if isinstance(getattr(row, field.name), str) and field.name not in skipped
    ]
    plain = [name for name in texts if type(getattr(row, name)) is str and name != "id"]
    canaries: dict[str, Any] = {name: canary(table, name) for name in plain}
    return replace(row, **canaries)


POINTERS = (
    "need",
    "deliverer",
    "replaced_by",
    "coordinator",
    "booked_by",
    "contact",
    "convener",
    "told_by",
    "approved_by",
)
EVERY: dict[str, type[Row]] = {**TABLES, **{part: TABLES[table] for part, table in PARTS.items()}}
"""Every table, and every part of one that is told less of."""


def aviary(keeper: str = "participants") -> Meeting:
    """A meeting where every text is a canary; the person of each row is one that the documents show.

    The plan is kept together by an actor, or by somebody of the family.
    """
    kept = ("presence", "who", "goal", "parent", "owner", "seat", "phase", "kind", *POINTERS)
    start = meeting()
    rows: dict[str, Any] = {
        name: (filled(name, TABLES[name](id="p1"), kept),) for name in LIST_TABLES if name != "events"
    }
    actor, guardian = (filled(part, Participant(id=part, kind=kind, presence=Presence.PRESENT)) for part, kind in THEM)
    # An account is told with the one who gave it, so it needs somebody who is on the list.
    rows |= {table: (replace(rows[table][0], id=actor.id),) for table in ("accounts", "consents")}
    notes = (noted(canary("notes", "text")), noted(canary("pad", "chair"), seat="chair"))
    about = filled("about", start.about)
    waived = filled("waived", Event(id="w", kind="waived"), ("kind", "phase"))
    waived = replace(waived, text=f"consent: {waived.text}")
    decided = filled("decided", Event(id="d", kind="hold", at=START, text=actor.id), ("kind", "phase", "text"))
    rows |= {"participants": (MAJA, actor, guardian), "notes": notes, "events": (*held(), waived, decided)}
    told = {"feedback": MAJA.id, "family_feedback": guardian.id}
    rows["feedback"] = tuple(filled(part, TABLES["feedback"](id=who)) for part, who in told.items())
    between = filled("between" if keeper == actor.id else "family_between", start.between, POINTERS)
    between = replace(between, **dict.fromkeys(POINTERS[3:], keeper))
    return Meeting(about=about, person=filled("person", start.person), between=between, **rows)


def replace_about(told: Meeting, **fields: Any) -> Meeting:
    return replace(told, about=replace(told.about, **fields))


FAMILYS = {part: table for part, table in PARTS.items() if part.startswith("family")}
THEM = (("participants", Kind.ACTOR), ("family", Kind.GUARDIAN))


@pytest.mark.parametrize("keeper", ["participants", "family"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_only_what_is_named_is_in_the_document(audience: str, keeper: str) -> None:
    text = written(replace_about(aviary(keeper), mail_notes=False), audience)
    for table, kind in EVERY.items():
        named = FIELDS[audience].get(table, "").split()
        for field in fields(kind):
            assert field.name in named or canary(table, field.name) not in text, (table, field.name)


NEVER = ("queue", "reactions", "decisions", "links", "drafts")
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
    assert getattr(restrict(told, audience), table) == ()
    assert canary(table, "") not in "".join((made.text, made.file_name, repr(made.document), repr(made.findings)))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_only_the_confidentiality_duty_is_shown_in_full(audience: str) -> None:
    ticks = tuple(CompletedDuty(id=duty, at=START) for duty in ("role", "confidentiality", "kanariefråga"))
    seen = restrict(meeting(ticked=ticks), audience).ticked
    assert [duty.id for duty in seen] == (["confidentiality"] if audience == "full" else [])
    text = written(meeting(ticked=ticks), audience)
    assert ("13:02 the chair explained confidentiality" in text) is (audience == "full")
    assert "kanarie" not in text


UNSAID = {
    "plan",
    *POINTERS,
    "substitute_for",
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
    "manages",
    "settled",
    "safe",
    "knows_whom",
    "satisfied",
    "action",
    "child",
    "channel",
    "version",
    "parts",
    "since",
    "reached",
    "reviewed",
    "unanswered",
    "agreed_by",
    "recorded",
    "unwanted",
}
"""Fields that hold no words of their own: they choose what is said, or point at somebody."""


def test_everything_that_is_named_is_in_the_full_minutes() -> None:
    text = "".join(written(aviary(keeper), "full") for keeper in ("participants", "family")).replace("\\", "")
    # Why nothing is booked is told only when nothing is.
    silent = UNSAID | {"questions", "horizon", "unbooked"}
    for table, named in FIELDS["full"].items():
        for name in set(named.split()) - silent - ({"text"} if table in {"decided", "handed_over"} else set()):
            assert canary(table, name) in text, (table, name)


SHORT = {"name", "email", "phone", "called", "called_by", "chair", "co_chair", "secretary", "consent", "horizon"}
"""Texts of one line with a meaning of their own; the second pass looks at them in the line that they stand in."""


@pytest.mark.parametrize("audience", ["mail", "person", "notice"])
def test_every_visible_free_text_is_redacted(audience: str) -> None:
    for table, named in FIELDS[audience].items():
        free = FREE_TEXT.get(PARTS.get(table, table), ())
        assert set(named.split()) - UNSAID - SHORT <= set(free), table


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_pad_of_the_chair_goes_to_nobody(audience: str) -> None:
    assert canary("pad", "chair") not in written(aviary(), audience)
    assert all(note.seat == "secretary" for note in restrict(aviary(), audience).notes)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_named_field_and_section_exists(audience: str) -> None:
    for table, named in FIELDS[audience].items():
        assert set(named.split()) <= {field.name for field in fields(EVERY[table])}
    assert SECTIONS[audience]
    assert set(ROWS) <= set(LIST_TABLES)


def test_parts_of_a_table_show_no_more_than_the_table() -> None:
    for audience in AUDIENCES:
        named = FIELDS[audience]
        for part, table in FAMILYS.items():
            assert set(named.get(part, "").split()) <= set(named.get(table, "").split()), (audience, part)


def test_no_field_of_the_model_can_hold_a_personnummer_by_name() -> None:
    names = {field.name for kind in TABLES.values() for field in fields(kind)}
    assert not names & {"personnummer", "ssn", "birth", "born", "age", "address"}


def test_whether_the_person_was_asked_is_the_rooms_own() -> None:
    assert not any("asked" in FIELDS[audience].get("actions", "").split() for audience in AUDIENCES)


@pytest.mark.parametrize("audience", ["mail", "notice"])
def test_no_telephone_number_is_mailed(audience: str) -> None:
    assert not any("phone" in named.split() for named in FIELDS[audience].values())


@pytest.mark.parametrize("audience", ["mail", "person", "notice"])
def test_family_numbers_are_visible_only_in_full(audience: str) -> None:
    assert not any("phone" in FIELDS[audience].get(part, "").split() for part in FAMILYS)


def test_values_that_were_lost_do_not_leave_either() -> None:
    start = meeting()
    lost = replace(start, about=replace(start.about, lost={"purpose": ("hemligt",)}))
    assert restrict(lost, "full").about.lost == {}


def test_mail_restriction_has_no_names() -> None:
    told = restrict(meeting(), "mail")
    assert [participant.name for participant in told.participants] == [""] * 4
    assert told.person.called == ""


def test_story_is_mailed_only_when_the_chair_says_so() -> None:
    told = replace_about(aviary(), mail_notes=False)
    chosen = replace_about(aviary(), mail_notes=True)
    for table, names in STORY.items():
        for name in set(names.split()) - UNSAID - {"pros", "cons"}:
            assert canary(table, name) not in written(told)
            assert canary(table, name) in written(chosen)
            assert canary(table, name) in minutes(told, "mail", now=NOW, with_notes=True).text
