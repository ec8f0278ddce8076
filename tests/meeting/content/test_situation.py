"""The situation: slots that suit who somebody is, written one at a time, and who has not answered."""

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
from sip_tui.meeting.people.attendance import in_round_order, set_presence
from tests.helpers.meeting_fixture import PEOPLE, MeetingFixture

FAMILY_KINDS = [Kind.PERSON, Kind.KIN, Kind.GUARDIAN, Kind.TRUSTEE]


def seated(*away: str) -> MeetingFixture:
    """Everybody is here, but those named."""
    table = MeetingFixture()
    for who, *_rest in PEOPLE:
        if who not in away:
            table.write(set_presence(table.meeting, who, Presence.PRESENT, table.moment()))
    return table


def tell(table: MeetingFixture, who: str, **slots: str) -> None:
    table.write(write_account(table.meeting, who, slots))


def slots_for(kind: Kind) -> tuple[str, ...]:
    table = MeetingFixture()
    table.write((Edit("participants", "p4", "kind", kind.value),))
    one = table.meeting.participant("p4")
    assert one is not None
    return slots_of(table.meeting, one)


@pytest.mark.parametrize("kind", FAMILY_KINDS)
def test_family_slots_begin_with_what_works(kind: Kind) -> None:
    assert slots_for(kind) == (*WORKS_SLOTS, *STORY_SLOTS)


def test_actor_gives_goals_and_support() -> None:
    assert slots_for(Kind.ACTOR) == (*WORKS_SLOTS, *ACTOR_SLOTS)


@pytest.mark.parametrize("kind", [Kind.INTERPRETER, Kind.SUPPORT])
def test_interpreter_has_no_slots(kind: Kind) -> None:
    assert slots_for(kind) == ()


def test_people_to_ask_in_order_without_interpreter() -> None:
    table = MeetingFixture()
    table.write((Edit("participants", "p1", "order", 9),))
    assert [one.id for one in people_to_ask(table.meeting)] == ["p1", "p2", "p3", "p4"]


def test_every_slot_belongs_to_a_kind() -> None:
    assert set(SLOTS) == {slot for kind in Kind for slot in slots_for(kind)}
    assert set(SLOTS) == set(SITUATION_SLOTS) | set(ACTOR_SLOTS)


def test_account_belongs_to_its_participant() -> None:
    table = seated()
    tell(table, "p1", works="bilden", wishes="  en lugn morgon ")
    account = account_of(table.meeting, "p1")
    assert filled_slots(account) == {"works": "bilden", "wishes": "en lugn morgon"}
    assert [one.id for one in table.meeting.accounts] == ["p1"]


def test_write_account_edits_only_changed_slots() -> None:
    table = seated()
    tell(table, "p3", works="samtalen")
    assert write_account(table.meeting, "p3", {"works": "samtalen", "goals": "ro"}) == (
        Edit("accounts", "p3", "goals", "ro"),
    )
    assert write_account(table.meeting, "p3", {"works": " samtalen "}) == ()


def test_write_account_ignores_unknown_person_and_slot() -> None:
    table = seated()
    assert write_account(table.meeting, "p9", {"works": "bra"}) == ()
    assert write_account(table.meeting, "p1", {"works": "  "}) == ()
    assert write_account(table.meeting, "p1", {"id": "p2", "deleted": "x"}) == ()


def test_undone_account_is_undeleted_by_writing() -> None:
    table = seated()
    tell(table, "p1", works="bilden")
    table.write(delete_row("accounts", "p1"))
    assert table.meeting.accounts == ()
    tell(table, "p1", works_not="morgnarna")
    assert account_of(table.meeting, "p1").works_not == "morgnarna"


def test_filled_slots_stay_when_kind_changes() -> None:
    table = seated()
    tell(table, "p4", support="skjuts")
    table.write((Edit("participants", "p4", "kind", Kind.KIN.value),))
    one = table.meeting.participant("p4")
    assert one is not None
    assert slots_of(table.meeting, one) == (*WORKS_SLOTS, *STORY_SLOTS, "support")


def test_without_account_lists_those_here() -> None:
    table = seated("p4")
    tell(table, "p1", works="bilden")
    tell(table, "p3", goals="ro")
    assert [one.id for one in without_account(table.meeting)] == ["p2", "p3"]


def test_actor_answered_when_both_slots_filled() -> None:
    table = seated()
    assert [one.id for one in without_answers(table.meeting)] == ["p3", "p4"]
    tell(table, "p3", goals="ro")
    assert [one.id for one in without_answers(table.meeting)] == ["p3", "p4"]
    tell(table, "p3", support="samtal")
    assert [one.id for one in without_answers(table.meeting)] == ["p4"]


def test_absent_actor_is_not_waited_for() -> None:
    table = seated("p3")
    table.write(set_presence(table.meeting, "p4", Presence.LEFT, table.moment()))
    assert without_answers(table.meeting) == ()


def test_matters_is_stripped_and_not_written_twice() -> None:
    table = seated()
    assert is_situation_empty(table.meeting)
    table.write(change_row("person", table.meeting.person, matters=" att få måla "))
    assert table.meeting.person.matters == "att få måla"
    assert not is_situation_empty(table.meeting)
    assert change_row("person", table.meeting.person, matters="att få måla") == ()


def test_ongoing_help_added_changed_and_ordered() -> None:
    table = seated()
    for what in ("samtal", "läxhjälp"):
        table.write(add_row("ongoing", table.meeting.ongoing, table.moment(), "what", {"what": what, "who": "p3"}))
    row = table.meeting.ongoing[0].id
    table.write(change_ongoing(table.meeting, row, works="lugnt", who="p4"))
    assert [(one.what, one.who, one.works) for one in table.meeting.ongoing] == [
        ("samtal", "p4", "lugnt"),
        ("läxhjälp", "p3", ""),
    ]
    assert not is_situation_empty(table.meeting)


def test_ongoing_help_needs_a_name() -> None:
    table = seated()
    assert change_ongoing(table.meeting, "o9", works="bra") == ()


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(SLOTS), st.text(max_size=20)), st.sampled_from([one[0] for one in PEOPLE]))
def test_account_round_trip_and_no_edit_when_equal(values: dict[str, str], who: str) -> None:
    table = seated()
    tell(table, who, **values)
    account = account_of(table.meeting, who)
    assert filled_slots(account) == {slot: values[slot].strip() for slot in SLOTS if values.get(slot, "").strip()}
    assert write_account(table.meeting, who, values) == ()
    assert [one.id for one in in_round_order(table.meeting)] == [one[0] for one in PEOPLE]


def test_strengths_keep_the_persons_words() -> None:
    table = MeetingFixture()
    table.write(
        change_row("person", table.meeting.person, strengths="  Jag är bra på att lyssna, och jag litar på mormor. ")
    )
    assert table.meeting.person.strengths == "Jag är bra på att lyssna, och jag litar på mormor."
    assert not is_situation_empty(table.meeting)
    assert change_row("person", table.meeting.person, strengths=table.meeting.person.strengths) == ()
