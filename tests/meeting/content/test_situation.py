"""The situation: slots that suit who somebody is, written participant at a time, and who has not answered."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.content.plan import add_row, change_row, delete_row
from sip_tui.meeting.content.situation import (
    ACTOR_SLOTS,
    SITUATION_SLOTS,
    SLOTS,
    STORY_SLOTS,
    WORKS_SLOTS,
    account_of,
    change_ongoing,
    filled_slots,
    is_situation_empty,
    people_to_ask,
    slots_of,
    without_account,
    without_answers,
    write_account,
)
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Kind, Presence
from sip_tui.meeting.people.attendance import in_round_order
from tests.helpers.meeting_fixture import PEOPLE, MeetingFixture

FAMILY_KINDS = [Kind.PERSON, Kind.KIN, Kind.GUARDIAN, Kind.TRUSTEE]


def seated(*away: str) -> MeetingFixture:
    """Everybody is here, but those named."""
    fixture = MeetingFixture()
    for who, *_rest in PEOPLE:
        if who not in away:
            fixture.set_presence(Presence.PRESENT, who)
    return fixture


def write_slots(fixture: MeetingFixture, who: str, **slots: str) -> None:
    fixture.write(write_account(fixture.meeting, who, slots))


def slots_for(kind: Kind) -> tuple[str, ...]:
    fixture = MeetingFixture()
    fixture.write((Edit("participants", "p4", "kind", kind.value),))
    participant = fixture.meeting.participant("p4")
    assert participant is not None
    return slots_of(fixture.meeting, participant)


@pytest.mark.parametrize("kind", FAMILY_KINDS)
def test_family_slots_begin_with_what_works(kind: Kind) -> None:
    assert slots_for(kind) == (*WORKS_SLOTS, *STORY_SLOTS)


def test_actor_gives_goals_and_support() -> None:
    assert slots_for(Kind.ACTOR) == (*WORKS_SLOTS, *ACTOR_SLOTS)


@pytest.mark.parametrize("kind", [Kind.INTERPRETER, Kind.SUPPORT])
def test_interpreter_has_no_slots(kind: Kind) -> None:
    assert slots_for(kind) == ()


def test_people_to_ask_in_order_without_interpreter() -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("participants", "p1", "order", 9),))
    assert [participant.id for participant in people_to_ask(fixture.meeting)] == ["p1", "p2", "p3", "p4"]


def test_every_slot_belongs_to_a_kind() -> None:
    assert set(SLOTS) == {slot for kind in Kind for slot in slots_for(kind)}
    assert set(SLOTS) == set(SITUATION_SLOTS) | set(ACTOR_SLOTS)


def test_account_belongs_to_its_participant() -> None:
    fixture = seated()
    write_slots(fixture, "p1", works="bilden", wishes="  en lugn morgon ")
    account = account_of(fixture.meeting, "p1")
    assert filled_slots(account) == {"works": "bilden", "wishes": "en lugn morgon"}
    assert [account.id for account in fixture.meeting.accounts] == ["p1"]


def test_write_account_edits_only_changed_slots() -> None:
    fixture = seated()
    write_slots(fixture, "p3", works="samtalen")
    assert write_account(fixture.meeting, "p3", {"works": "samtalen", "goals": "ro"}) == (
        Edit("accounts", "p3", "goals", "ro"),
    )
    assert write_account(fixture.meeting, "p3", {"works": " samtalen "}) == ()


def test_write_account_ignores_unknown_person_and_slot() -> None:
    fixture = seated()
    assert write_account(fixture.meeting, "p9", {"works": "bra"}) == ()
    assert write_account(fixture.meeting, "p1", {"works": "  "}) == ()
    assert write_account(fixture.meeting, "p1", {"id": "p2", "deleted": "x"}) == ()


def test_undone_account_is_undeleted_by_writing() -> None:
    fixture = seated()
    write_slots(fixture, "p1", works="bilden")
    fixture.write(delete_row("accounts", "p1"))
    assert fixture.meeting.accounts == ()
    write_slots(fixture, "p1", works_not="morgnarna")
    assert account_of(fixture.meeting, "p1").works_not == "morgnarna"


def test_filled_slots_stay_when_kind_changes() -> None:
    fixture = seated()
    write_slots(fixture, "p4", support="skjuts")
    fixture.write((Edit("participants", "p4", "kind", Kind.KIN.value),))
    participant = fixture.meeting.participant("p4")
    assert participant is not None
    assert slots_of(fixture.meeting, participant) == (*WORKS_SLOTS, *STORY_SLOTS, "support")


def test_without_account_lists_those_here() -> None:
    fixture = seated("p4")
    write_slots(fixture, "p1", works="bilden")
    write_slots(fixture, "p3", goals="ro")
    assert [participant.id for participant in without_account(fixture.meeting)] == ["p2", "p3"]


def test_actor_answered_when_both_slots_filled() -> None:
    fixture = seated()
    assert [participant.id for participant in without_answers(fixture.meeting)] == ["p3", "p4"]
    write_slots(fixture, "p3", goals="ro")
    assert [participant.id for participant in without_answers(fixture.meeting)] == ["p3", "p4"]
    write_slots(fixture, "p3", support="samtal")
    assert [participant.id for participant in without_answers(fixture.meeting)] == ["p4"]


def test_absent_actor_is_not_waited_for() -> None:
    fixture = seated("p3")
    fixture.set_presence(Presence.LEFT, "p4")
    assert without_answers(fixture.meeting) == ()


def test_matters_is_stripped_and_not_written_twice() -> None:
    fixture = seated()
    assert is_situation_empty(fixture.meeting)
    fixture.write(change_row("person", fixture.meeting.person, matters=" att få måla "))
    assert fixture.meeting.person.matters == "att få måla"
    assert not is_situation_empty(fixture.meeting)
    assert change_row("person", fixture.meeting.person, matters="att få måla") == ()


def test_ongoing_help_added_changed_and_ordered() -> None:
    fixture = seated()
    for what in ("samtal", "läxhjälp"):
        fixture.write(
            add_row("ongoing", fixture.meeting.ongoing, fixture.moment(), "what", {"what": what, "who": "p3"})
        )
    row = fixture.meeting.ongoing[0].id
    fixture.write(change_ongoing(fixture.meeting, row, works="lugnt", who="p4"))
    assert [(ongoing.what, ongoing.who, ongoing.works) for ongoing in fixture.meeting.ongoing] == [
        ("samtal", "p4", "lugnt"),
        ("läxhjälp", "p3", ""),
    ]
    assert not is_situation_empty(fixture.meeting)


def test_ongoing_help_needs_a_name() -> None:
    fixture = seated()
    assert change_ongoing(fixture.meeting, "o9", works="bra") == ()


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(SLOTS), st.text(max_size=20)), st.sampled_from([person[0] for person in PEOPLE]))
def test_account_round_trip_and_no_edit_when_equal(values: dict[str, str], who: str) -> None:
    fixture = seated()
    write_slots(fixture, who, **values)
    account = account_of(fixture.meeting, who)
    assert filled_slots(account) == {slot: values[slot].strip() for slot in SLOTS if values.get(slot, "").strip()}
    assert write_account(fixture.meeting, who, values) == ()
    assert [participant.id for participant in in_round_order(fixture.meeting)] == [person[0] for person in PEOPLE]


def test_strengths_keep_the_persons_words() -> None:
    fixture = MeetingFixture()
    fixture.write(
        change_row("person", fixture.meeting.person, strengths="  Jag är bra på att lyssna, och jag litar på mormor. ")
    )
    assert fixture.meeting.person.strengths == "Jag är bra på att lyssna, och jag litar på mormor."
    assert not is_situation_empty(fixture.meeting)
    assert change_row("person", fixture.meeting.person, strengths=fixture.meeting.person.strengths) == ()
