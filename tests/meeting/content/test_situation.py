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
def test_the_person_and_the_family_tell_their_story_beginning_with_what_works(kind: Kind) -> None:
    assert slots_for(kind) == (*WORKS_SLOTS, *STORY_SLOTS)


def test_an_actor_gives_the_two_answers() -> None:
    assert slots_for(Kind.ACTOR) == (*WORKS_SLOTS, *ACTOR_SLOTS)


@pytest.mark.parametrize("kind", [Kind.INTERPRETER, Kind.SUPPORT])
def test_who_is_there_for_somebody_else_is_not_asked(kind: Kind) -> None:
    assert slots_for(kind) == ()


def test_the_person_is_asked_first_then_the_family_and_never_the_interpreter() -> None:
    table = MeetingFixture()
    table.write((Edit("participants", "p1", "order", 9),))
    assert [one.id for one in people_to_ask(table.meeting)] == ["p1", "p2", "p3", "p4"]


def test_every_slot_belongs_to_somebody() -> None:
    assert set(SLOTS) == {slot for kind in Kind for slot in slots_for(kind)}
    assert set(SLOTS) == set(SITUATION_SLOTS) | set(ACTOR_SLOTS)


def test_what_is_told_stands_in_the_account_of_the_one_who_told_it() -> None:
    table = seated()
    tell(table, "p1", works="bilden", wishes="  en lugn morgon ")
    account = account_of(table.meeting, "p1")
    assert filled_slots(account) == {"works": "bilden", "wishes": "en lugn morgon"}
    assert [one.id for one in table.meeting.accounts] == ["p1"]


def test_only_what_has_changed_is_written_so_that_two_can_write_in_one_account() -> None:
    table = seated()
    tell(table, "p3", works="samtalen")
    assert write_account(table.meeting, "p3", {"works": "samtalen", "goals": "ro"}) == (
        Edit("accounts", "p3", "goals", "ro"),
    )
    assert write_account(table.meeting, "p3", {"works": " samtalen "}) == ()


def test_nothing_is_written_for_a_stranger_for_no_words_or_for_what_is_no_slot() -> None:
    table = seated()
    assert write_account(table.meeting, "p9", {"works": "bra"}) == ()
    assert write_account(table.meeting, "p1", {"works": "  "}) == ()
    assert write_account(table.meeting, "p1", {"id": "p2", "deleted": "x"}) == ()


def test_an_account_that_was_taken_back_comes_again_when_somebody_writes() -> None:
    table = seated()
    tell(table, "p1", works="bilden")
    table.write(delete_row("accounts", "p1"))
    assert table.meeting.accounts == ()
    tell(table, "p1", works_not="morgnarna")
    assert account_of(table.meeting, "p1").works_not == "morgnarna"


def test_what_an_actor_has_answered_is_in_reach_when_the_actor_turns_out_to_be_family() -> None:
    table = seated()
    tell(table, "p4", support="skjuts")
    table.write((Edit("participants", "p4", "kind", Kind.KIN.value),))
    one = table.meeting.participant("p4")
    assert one is not None
    assert slots_of(table.meeting, one) == (*WORKS_SLOTS, *STORY_SLOTS, "support")


def test_who_is_here_and_has_told_nothing_has_not_been_asked() -> None:
    table = seated("p4")
    tell(table, "p1", works="bilden")
    tell(table, "p3", goals="ro")
    assert [one.id for one in without_account(table.meeting)] == ["p2", "p3"]


def test_an_actor_has_answered_when_both_answers_are_given() -> None:
    table = seated()
    assert [one.id for one in without_answers(table.meeting)] == ["p3", "p4"]
    tell(table, "p3", goals="ro")
    assert [one.id for one in without_answers(table.meeting)] == ["p3", "p4"]
    tell(table, "p3", support="samtal")
    assert [one.id for one in without_answers(table.meeting)] == ["p4"]


def test_an_actor_who_is_away_is_not_waited_for() -> None:
    table = seated("p3")
    table.write(set_presence(table.meeting, "p4", Presence.LEFT, table.moment()))
    assert without_answers(table.meeting) == ()


def test_what_matters_most_is_kept_without_its_spaces_and_not_written_twice() -> None:
    table = seated()
    assert is_situation_empty(table.meeting)
    table.write(change_row("person", table.meeting.person, matters=" att få måla "))
    assert table.meeting.person.matters == "att få måla"
    assert not is_situation_empty(table.meeting)
    assert change_row("person", table.meeting.person, matters="att få måla") == ()


def test_ongoing_help_is_added_changed_and_kept_in_order() -> None:
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


def test_help_that_nobody_has_named_is_no_help() -> None:
    table = seated()
    assert change_ongoing(table.meeting, "o9", works="bra") == ()


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(SLOTS), st.text(max_size=20)), st.sampled_from([one[0] for one in PEOPLE]))
def test_what_is_written_can_be_read_and_to_write_it_again_changes_nothing(values: dict[str, str], who: str) -> None:
    table = seated()
    tell(table, who, **values)
    account = account_of(table.meeting, who)
    assert filled_slots(account) == {slot: values[slot].strip() for slot in SLOTS if values.get(slot, "").strip()}
    assert write_account(table.meeting, who, values) == ()
    assert [one.id for one in in_round_order(table.meeting)] == [one[0] for one in PEOPLE]


def test_what_the_person_is_good_at_is_kept_in_the_persons_own_words() -> None:
    table = MeetingFixture()
    table.write(
        change_row("person", table.meeting.person, strengths="  Jag är bra på att lyssna, och jag litar på mormor. ")
    )
    assert table.meeting.person.strengths == "Jag är bra på att lyssna, och jag litar på mormor."
    assert not is_situation_empty(table.meeting)
    assert change_row("person", table.meeting.person, strengths=table.meeting.person.strengths) == ()
