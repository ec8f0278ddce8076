"""What the secretary writes after a tag is on the board when Enter is pressed, and follows its line from then on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import pytest

from sip_tui.meeting.content.plan import change_row
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.notes.linked_rows import REMEMBERED, forget_removed_lines, linked_row, sync_rows
from sip_tui.meeting.notes.pads import TaggedLine, write_pad
from sip_tui.store.row_codec import to_ledger, to_rows
from tests.helpers.notes_harness import NotesHarness, cells
from tests.helpers.timing import call_count

# One line


def test_completed_line_makes_row() -> None:
    desk = NotesHarness()
    desk.write("Hej\n#åtgärd Ring skolan @ fredag")
    assert desk.meeting.actions == ()
    desk.write("Hej\n#åtgärd Ring skolan @ fredag\n")
    assert (desk.action.what, desk.action.when) == ("Ring skolan", "fredag")
    assert desk.text() == "Hej\n#åtgärd Ring skolan @ fredag\n"
    found = linked_row(desk.meeting, "needs-secretary", " #åtgärd Ring skolan @ fredag")
    assert found == ("actions", desk.action.id)
    assert linked_row(desk.meeting, "needs-secretary", "Hej") is None


def test_undo_deletes_row_and_redo_restores_it() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n")
    made = desk.action
    desk.write("#åtgärd Ring")
    assert desk.meeting.actions == ()
    desk.write("#åtgärd Ring\n")
    assert desk.action == made


def test_tag_without_words_makes_no_row() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd\n#mål  \n#\n#nytt ord\n")
    assert desk.rows() == {}
    assert desk.meeting.links == ()


def test_edited_line_changes_row() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n")
    made = desk.action
    desk.write("#åtgärd Ring BUP @ fredag\n")
    assert desk.action == replace(made, what="Ring BUP", when="fredag")


def test_line_with_other_tag_is_other_row() -> None:
    desk = NotesHarness()
    desk.write("#mål sova\n")
    (goal,) = desk.meeting.goals
    desk.write("#delmål sova\n")
    assert [(goal.id, goal.horizon.value) for goal in desk.meeting.goals] == [(goal.id, "short")]
    desk.write("#åtgärd sova\n")
    assert (desk.meeting.goals, desk.action.what) == ((), "sova")


def test_new_rows_come_last_in_line_order() -> None:
    desk = NotesHarness()
    desk.fixture.write((Edit("actions", "old", "what", "Först"), Edit("actions", "old", "order", 7)))
    desk.write("#åtgärd b\n#mål c\n#åtgärd a\n")
    assert [action.what for action in desk.meeting.actions] == ["Först", "b", "a"]
    assert len({action.id for action in (*desk.meeting.actions, *desk.meeting.goals)}) == 4


def test_goal_row_visible_to_line_below() -> None:
    desk, seen = NotesHarness(), []

    def reading(meeting: Meeting, line: TaggedLine) -> Mapping[str, str]:
        seen.append([goal.text for goal in meeting.goals])
        return cells(meeting, line)

    sync_rows(desk.meeting, "needs-secretary", "#mål a\n#delmål b\n#mål c\n", desk.fixture.moment(), reading)
    assert seen == [[], ["a"], ["a", "b"]]


# Two who work with the same row


def test_edited_line_keeps_other_cells() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring @ fredag\n")
    desk.change(desk.action, who="p3", when="måndag")
    desk.write("#åtgärd Ring BUP @ fredag\n")
    assert (desk.action.what, desk.action.who, desk.action.when) == ("Ring BUP", "p3", "måndag")
    desk.write("#åtgärd Ring BUP @ tisdag\n")
    assert desk.action.when == "tisdag"


def test_edited_row_outlives_its_line() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n")
    desk.change(desk.action, status="done")
    kept = desk.action
    desk.write("")
    assert desk.action == kept
    assert linked_row(desk.meeting, "needs-secretary", "#åtgärd Ring") is None
    desk.write("#åtgärd Ring\n")
    assert desk.action == kept


def test_reordered_row_counts_as_unedited() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd a\n#åtgärd b\n")
    first, second = desk.meeting.actions
    desk.fixture.write((Edit("actions", first.id, "order", second.order + 1),))
    desk.write("")
    assert desk.meeting.actions == ()


def test_deleted_row_stays_until_line_changes() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n")
    made = desk.action
    desk.remove(made.id)
    desk.write("#åtgärd Ring\nHej\n")
    desk.write("Hej\n#åtgärd Ring\n")
    assert desk.meeting.actions == ()
    desk.write("Hej\n#åtgärd Ring BUP\n")
    assert desk.action == replace(made, what="Ring BUP")


def test_deleted_row_returns_with_rewritten_line() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n")
    made = desk.action
    desk.remove(made.id)
    desk.write("")
    desk.write("#åtgärd Ring\n")
    assert desk.action == made


def test_edited_row_keeps_line_that_equals_removed_one() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n#åtgärd Ring BUP\n")
    first, _second = desk.meeting.actions
    desk.write("#åtgärd Ring\n")
    desk.change(first, where="i skolan")
    for typed in ("Ring B", "Ring BU", "Ring BUP", "Ring BUP i"):
        desk.write(f"#åtgärd {typed}\n")
    assert desk.action == replace(first, what="Ring BUP i", where="i skolan")


# Several lines


def test_split_line_keeps_row_and_adds_one() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring #åtgärd Skriv\n")
    made = desk.action
    desk.write("#åtgärd Ring \n#åtgärd Skriv\n")
    assert [action.what for action in desk.meeting.actions] == ["Ring", "Skriv"]
    assert desk.meeting.actions[0].id == made.id
    desk.write("#åtgärd Ring #åtgärd Skriv\n")
    assert desk.action == made


def test_inserted_line_leaves_other_rows_alone() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd a\n#åtgärd b\n")
    a, b = desk.meeting.actions
    desk.write("#åtgärd a\n#åtgärd a\n#åtgärd b\n")
    assert desk.meeting.actions[:2] == (a, b)
    desk.write("#åtgärd a\n#åtgärd x\n#åtgärd b2\n")
    assert {action.id: action.what for action in desk.meeting.actions[:2]} == {a.id: "a", b.id: "b2"}


def test_swapped_lines_keep_rows() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd a\n#åtgärd b\n#åtgärd c\n")
    rows = desk.rows()
    desk.write("#åtgärd c\n#åtgärd a\n#åtgärd b\n")
    assert desk.rows() == rows


def test_line_moved_to_other_pad_keeps_row() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\nkvar\n")
    desk.change(desk.action, who="p3")
    made = desk.action
    desk.write("kvar\n")
    desk.write("Hej\n#åtgärd Ring\n", phase="summary")
    assert desk.action == made
    assert linked_row(desk.meeting, "summary-secretary", "#åtgärd Ring") == ("actions", made.id)
    assert linked_row(desk.meeting, "needs-secretary", "#åtgärd Ring") is None


def test_copied_line_makes_own_row() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n")
    desk.write("#åtgärd Ring\n", phase="summary")
    assert [action.what for action in desk.meeting.actions] == ["Ring", "Ring"]


def test_undo_of_edit_and_deletion_restores_row() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n")
    desk.change(desk.action, who="p3")
    made = desk.action
    desk.write("#åtgärd Ring BUP\n")
    desk.write("")
    desk.write("#åtgärd Ring\n")
    assert desk.action == made


def test_linked_rows_survive_save_and_load() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n#mål sova\n")
    desk.write("#åtgärd Ring BUP\n#mål sova\n")
    rows = desk.rows()
    desk.fixture.builder = type(desk.fixture.builder)(to_ledger(to_rows(desk.fixture.builder.ledger)))
    assert desk.rows() == rows
    desk.write("#mål sova\n")
    desk.write("#åtgärd Ring\n#mål sova\n")
    assert desk.action == replace(rows[desk.action.id], what="Ring")  # type: ignore[call-arg]


def test_link_history_is_limited() -> None:
    desk = NotesHarness()
    for number in range(60):
        desk.write(f"#åtgärd {'x' * 80} {number}\n")
    (link,) = desk.meeting.links
    assert 0 < sum(map(len, link.before)) <= REMEMBERED
    assert desk.action.what.endswith("59")


def test_forget_removed_lines_clears_deleted_text() -> None:
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
    assert [goal.text for goal in desk.meeting.goals] == ["sova"]
    desk.write("#mål sova hela natten\n")
    assert [goal.text for goal in desk.meeting.goals] == ["sova hela natten"]


@pytest.mark.parametrize(("field", "value"), [("table", "about"), ("table", ""), ("row", ""), ("gave", ["odd"])])
def test_invalid_link_is_ignored(field: str, value: str) -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n")
    (link,) = desk.meeting.links
    desk.fixture.write((Edit("links", link.id, field, value),))
    desk.write("#åtgärd Skriv\n")
    desk.write("")
    assert all(action.what in {"Ring", "Skriv"} for action in desk.meeting.actions)
    desk.write("#åtgärd Skriv\n")
    assert "Skriv" in [action.what for action in desk.meeting.actions]


def test_forget_keeps_row_that_somebody_edited() -> None:
    desk = NotesHarness()
    desk.write("#åtgärd Ring\n")
    desk.change(desk.action, where="hemma")
    desk.write("")
    desk.fixture.write(forget_removed_lines(desk.meeting))
    assert (desk.action.what, desk.action.where) == ("Ring", "hemma")


# Lines of a single row


def test_line_of_single_row_fills_and_empties_its_field() -> None:
    desk = NotesHarness()
    desk.write("#möte 2027-01-14\n")
    assert desk.meeting.about.follow_up == "2027-01-14"
    assert linked_row(desk.meeting, "needs-secretary", "#möte 2027-01-14") == ("about", desk.meeting.about.id)
    desk.write("#möte 2027-01-15\n#samordnare p3\n")
    assert (desk.meeting.about.follow_up, desk.meeting.between.coordinator) == ("2027-01-15", "p3")
    desk.write("#samordnare p3\n")
    assert (desk.meeting.about.follow_up, desk.meeting.between.coordinator) == ("", "p3")
    desk.write("#möte 2027-01-15\n#samordnare p3\n")
    assert desk.meeting.about.follow_up == "2027-01-15"


def test_single_row_that_somebody_changed_outlives_its_line() -> None:
    desk = NotesHarness()
    desk.write("#möte 2027-01-14\n")
    desk.fixture.write(change_row("about", desk.meeting.about, follow_up="2027-02-01"))
    desk.write("")
    assert desk.meeting.about.follow_up == "2027-02-01"


def test_work_of_many_lines_grows_with_their_number() -> None:
    """A pasted list of thousands of lines, and its undo."""

    def paste_and_take_back(lines: int) -> None:
        desk = NotesHarness()
        desk.write("#åtgärd Ring BUP @ fredag\n" * lines)
        desk.write("")
        assert desk.meeting.actions == ()

    paste_and_take_back(1)
    few, many = (call_count(partial(paste_and_take_back, lines)) for lines in (100, 400))
    assert many < 4.2 * few
