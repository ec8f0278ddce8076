"""What the secretary writes after a tag is on the board when Enter is pressed, and follows its line from then on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.notes.linked_rows import REMEMBERED, forget_removed_lines, linked_row, sync_rows
from sip_tui.meeting.notes.pads import TaggedLine, write_pad
from sip_tui.store.row_codec import to_ledger, to_rows
from tests.helpers.notes_harness import NotesHarness, cells

# One line


def test_enter_puts_the_line_on_the_board_and_leaves_it_in_the_notes() -> None:
    desk = NotesHarness()
    desk.write("Hej\n#åtgärd Ring skolan @ fredag")
    assert desk.meeting.actions == ()
    desk.write("Hej\n#åtgärd Ring skolan @ fredag\n")
    assert (desk.action.what, desk.action.when) == ("Ring skolan", "fredag")
    assert desk.text() == "Hej\n#åtgärd Ring skolan @ fredag\n"
    found = linked_row(desk.meeting, "needs-secretary", " #åtgärd Ring skolan @ fredag")
    assert found == ("actions", desk.action.id)
    assert linked_row(desk.meeting, "needs-secretary", "Hej") is None


def test_undoing_the_enter_takes_the_row_back_and_redoing_it_brings_the_same() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n")
    made = desk.action
    desk.write("#åtgärd Ring")
    assert desk.meeting.actions == ()
    desk.write("#åtgärd Ring\n")
    assert desk.action == made


def test_a_tag_without_words_makes_nothing() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd\n#mål  \n#\n#nytt ord\n")
    assert desk.rows() == {}
    assert desk.meeting.links == ()


def test_editing_the_line_changes_the_row() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n")
    made = desk.action
    desk.write("#åtgärd Ring BUP @ fredag\n")
    assert desk.action == replace(made, what="Ring BUP", when="fredag")


def test_a_line_of_another_tag_is_another_row() -> None:
    desk = NotesHarness()
    desk.write("#mål sova\n")
    (goal,) = desk.meeting.goals
    desk.write("#delmål sova\n")
    assert [(one.id, one.horizon.value) for one in desk.meeting.goals] == [(goal.id, "short")]
    desk.write("#åtgärd sova\n")
    assert (desk.meeting.goals, desk.action.what) == ((), "sova")


def test_new_rows_stand_after_those_that_were_there_in_the_order_of_the_lines() -> None:
    desk = NotesHarness()
    desk.fixture.write((Edit("actions", "old", "what", "Först"), Edit("actions", "old", "order", 7)))
    desk.write("#åtgärd b\n#mål c\n#åtgärd a\n")
    assert [one.what for one in desk.meeting.actions] == ["Först", "b", "a"]
    assert len({one.id for one in (*desk.meeting.actions, *desk.meeting.goals)}) == 4


def test_a_goal_is_there_for_the_line_below_it() -> None:
    desk, seen = NotesHarness(), []

    def reading(meeting: Meeting, line: TaggedLine) -> Mapping[str, str]:
        seen.append([one.text for one in meeting.goals])
        return cells(meeting, line)

    sync_rows(desk.meeting, "needs-secretary", "#mål a\n#delmål b\n#mål c\n", desk.fixture.moment(), reading)
    assert seen == [[], ["a"], ["a", "b"]]


# Two who work with the same row


def test_what_the_chair_has_written_in_another_cell_stays_when_the_line_is_edited() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring @ fredag\n")
    desk.change(desk.action, who="p3", when="måndag")
    desk.write("#åtgärd Ring BUP @ fredag\n")
    assert (desk.action.what, desk.action.who, desk.action.when) == ("Ring BUP", "p3", "måndag")
    desk.write("#åtgärd Ring BUP @ tisdag\n")
    assert desk.action.when == "tisdag"


def test_a_row_that_somebody_has_worked_on_outlives_its_line() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n")
    desk.change(desk.action, status="done")
    kept = desk.action
    desk.write("")
    assert desk.action == kept
    assert linked_row(desk.meeting, "needs-secretary", "#åtgärd Ring") is None
    desk.write("#åtgärd Ring\n")
    assert desk.action == kept


def test_moving_a_row_on_the_board_is_no_work_on_it() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd a\n#åtgärd b\n")
    first, second = desk.meeting.actions
    desk.fixture.write((Edit("actions", first.id, "order", second.order + 1),))
    desk.write("")
    assert desk.meeting.actions == ()


def test_a_row_taken_off_the_board_stays_away_until_its_line_is_changed() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n")
    made = desk.action
    desk.remove(made.id)
    desk.write("#åtgärd Ring\nHej\n")
    desk.write("Hej\n#åtgärd Ring\n")
    assert desk.meeting.actions == ()
    desk.write("Hej\n#åtgärd Ring BUP\n")
    assert desk.action == replace(made, what="Ring BUP")


def test_a_row_taken_off_the_board_comes_back_when_its_line_is_written_anew() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n")
    made = desk.action
    desk.remove(made.id)
    desk.write("")
    desk.write("#åtgärd Ring\n")
    assert desk.action == made


def test_a_row_with_the_chairs_work_keeps_its_line_when_that_comes_to_read_as_one_that_is_gone() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n#åtgärd Ring BUP\n")
    first, _second = desk.meeting.actions
    desk.write("#åtgärd Ring\n")
    desk.change(first, where="i skolan")
    for typed in ("Ring B", "Ring BU", "Ring BUP", "Ring BUP i"):
        desk.write(f"#åtgärd {typed}\n")
    assert desk.action == replace(first, what="Ring BUP i", where="i skolan")


# Several lines


def test_a_line_split_in_two_keeps_its_row_and_gets_another() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring #åtgärd Skriv\n")
    made = desk.action
    desk.write("#åtgärd Ring \n#åtgärd Skriv\n")
    assert [one.what for one in desk.meeting.actions] == ["Ring", "Skriv"]
    assert desk.meeting.actions[0].id == made.id
    desk.write("#åtgärd Ring #åtgärd Skriv\n")
    assert desk.action == made


def test_a_line_put_between_others_disturbs_none_of_them() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd a\n#åtgärd b\n")
    a, b = desk.meeting.actions
    desk.write("#åtgärd a\n#åtgärd a\n#åtgärd b\n")
    assert desk.meeting.actions[:2] == (a, b)
    desk.write("#åtgärd a\n#åtgärd x\n#åtgärd b2\n")
    assert {one.id: one.what for one in desk.meeting.actions[:2]} == {a.id: "a", b.id: "b2"}


def test_lines_that_change_places_keep_their_rows() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd a\n#åtgärd b\n#åtgärd c\n")
    rows = desk.rows()
    desk.write("#åtgärd c\n#åtgärd a\n#åtgärd b\n")
    assert desk.rows() == rows


def test_a_line_cut_from_one_pad_and_pasted_into_another_keeps_its_row() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\nkvar\n")
    desk.change(desk.action, who="p3")
    made = desk.action
    desk.write("kvar\n")
    desk.write("Hej\n#åtgärd Ring\n", phase="summary")
    assert desk.action == made
    assert linked_row(desk.meeting, "summary-secretary", "#åtgärd Ring") == ("actions", made.id)
    assert linked_row(desk.meeting, "needs-secretary", "#åtgärd Ring") is None


def test_a_line_that_is_copied_is_a_row_of_its_own() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n")
    desk.write("#åtgärd Ring\n", phase="summary")
    assert [one.what for one in desk.meeting.actions] == ["Ring", "Ring"]


def test_one_undo_over_an_edit_and_a_deletion_finds_the_row_again() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n")
    desk.change(desk.action, who="p3")
    made = desk.action
    desk.write("#åtgärd Ring BUP\n")
    desk.write("")
    desk.write("#åtgärd Ring\n")
    assert desk.action == made


def test_a_meeting_that_has_been_saved_and_read_goes_on_where_it_was() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n#mål sova\n")
    desk.write("#åtgärd Ring BUP\n#mål sova\n")
    rows = desk.rows()
    desk.fixture.builder = type(desk.fixture.builder)(to_ledger(to_rows(desk.fixture.builder.ledger)))
    assert desk.rows() == rows
    desk.write("#mål sova\n")
    desk.write("#åtgärd Ring\n#mål sova\n")
    assert desk.action == replace(rows[desk.action.id], what="Ring")  # type: ignore[call-arg]


def test_what_a_link_remembers_has_an_end() -> None:
    desk = NotesHarness()
    for number in range(60):
        desk.write(f"#åtgärd {'x' * 80} {number}\n")
    (link,) = desk.meeting.links
    assert 0 < sum(map(len, link.before)) <= REMEMBERED
    assert desk.action.what.endswith("59")


def test_a_closed_meeting_keeps_no_words_that_were_taken_away() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Hemligt\n#åtgärd Ring hemligt\n#mål sova\n")
    desk.write("#åtgärd Ring\n#mål sova\n")
    desk.write("#mål sova\n")
    assert "emligt" in str(to_rows(desk.fixture.builder.ledger))
    desk.fixture.write(write_pad(desk.meeting, "needs", "secretary", "#mål sova\n"))
    desk.fixture.write(forget_removed_lines(desk.meeting))
    desk.fixture.builder = type(desk.fixture.builder)(to_ledger(to_rows(desk.fixture.builder.ledger)))
    assert "emligt" not in str(to_rows(desk.fixture.builder.ledger))
    assert forget_removed_lines(desk.meeting) == ()
    assert [one.text for one in desk.meeting.goals] == ["sova"]
    desk.write("#mål sova hela natten\n")
    assert [one.text for one in desk.meeting.goals] == ["sova hela natten"]


@pytest.mark.parametrize(("field", "value"), [("table", "about"), ("table", ""), ("row", ""), ("gave", ["odd"])])
def test_a_link_that_makes_no_sense_hurts_nobody(field: str, value: str) -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n")
    (link,) = desk.meeting.links
    desk.fixture.write((Edit("links", link.id, field, value),))
    desk.write("#åtgärd Skriv\n")
    desk.write("")
    assert all(one.what in {"Ring", "Skriv"} for one in desk.meeting.actions)
    desk.write("#åtgärd Skriv\n")
    assert "Skriv" in [one.what for one in desk.meeting.actions]
