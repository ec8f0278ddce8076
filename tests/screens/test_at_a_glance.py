"""Stories of a chair who looks for half a second: what is needed now stands where one looks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.meeting.time.agenda import close_meeting, enter_phase, open_meeting
from sip_tui.phrasing.wording import name_or_role
from sip_tui.screens.actions.rows import rows_by_goal, rows_by_participant
from sip_tui.screens.actions.table import table_heads
from sip_tui.screens.dialogs import HelpDialog
from sip_tui.screens.floor.talk_panels import bars
from sip_tui.screens.forms.roles_form import RolesForm
from sip_tui.screens.forms.row_forms import role_options
from sip_tui.screens.prepare.rows import prepare_progress, prepare_rows
from sip_tui.screens.wrap_up.close_dialog import open_sentences
from tests.helpers.app_harness import AppHarness, go_to_mode, screen_text, wait_until
from tests.helpers.list_screens import key_bar, list_lines

NEEDED = {
    "opening": "v Nästa del  + 5 min till",
    "situation": "v Nästa del  L Läget",
    "summary": "v Nästa del  S Sammanfattning",
    "closing": "G Innan ni går hem  F12 Avsluta mötet",
}
"""Part of the meeting → how the key line begins in it."""


async def test_key_of_the_next_part_says_that_it_opens_the_meeting(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert key_bar(app).startswith("v Öppna mötet")
        await pilot.press("v")
        await pilot.pause()
        assert key_bar(app).startswith("v Nästa del")


@pytest.mark.parametrize("part", NEEDED)
async def test_key_line_leads_to_what_the_part_is_for(harness: AppHarness, part: str) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        app.write(enter_phase(app.meeting, part, app.session.edit_context()))
        await pilot.pause()
        assert key_bar(app).startswith(NEEDED[part])


async def test_key_line_leads_to_the_documents_after_the_meeting(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        app.write(enter_phase(app.meeting, "closing", app.session.edit_context()))
        app.write(close_meeting(app.session.edit_context()))
        await pilot.pause()
        assert key_bar(app).startswith("D Det här händer nu  F10 Dokument")


async def test_last_field_says_that_enter_closes(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert key_bar(app).startswith("Enter Nästa fält")
        app.screen.query_one("#field-answer").focus()
        await pilot.pause()
        assert key_bar(app).startswith("Enter Klar")


def test_who_leads_is_chosen_among_staff_first(harness: AppHarness) -> None:
    meeting = harness.on_disk()
    kinds = [participant.kind for row, _name in role_options(meeting) if (participant := meeting.participant(row))]
    assert kinds[0] is Kind.ACTOR
    assert kinds[-2:] == [Kind.PERSON, Kind.GUARDIAN]


async def test_roles_before_the_opening_promise_no_undo(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write([Edit("about", "meeting", "chair", ""), Edit("about", "meeting", "secretary", "")])
        await pilot.press("v")
        await wait_until(pilot, lambda: isinstance(app.screen, RolesForm))
        await pilot.press("enter", "down", "enter", "escape")
        await wait_until(pilot, lambda: app.screen.id != "roles" and not isinstance(app.screen, RolesForm))
        assert app.meeting.about.chair
        assert not [note for note in app._notifications if "Sparat" in note.message]


async def test_key_of_a_screen_leads_there_from_the_help(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f1")
        await wait_until(pilot, lambda: isinstance(app.screen, HelpDialog))
        await pilot.press("f3")
        await wait_until(pilot, lambda: app.current_mode == "roll_call")
        assert not isinstance(app.screen, HelpDialog)
        assert list(app._notifications) == []


async def test_words_typed_over_the_help_have_nothing_to_answer(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f1")
        await wait_until(pilot, lambda: isinstance(app.screen, HelpDialog))
        app.screen.take_paste("Samir ringer")  # type: ignore[attr-defined]
        await pilot.pause()
        assert [note.message for note in app._notifications] == [
            "Det du har skrivit finns kvar på skärmen under. Tryck Esc för att gå dit."
        ]


def test_whose_goal_stands_on_its_line_where_there_is_room(harness: AppHarness) -> None:
    meeting = harness.on_disk()
    wide = [text.plain for row, text in rows_by_goal(meeting, 160) if row.table == "goals"]
    narrow = [text.plain for row, text in rows_by_goal(meeting, 60) if row.table == "goals"]
    assert all("  · Vems mål: Maja Lindgren" in line and "\n" not in line for line in wide)
    assert not any("Vems mål" in line for line in narrow), "the person's own goal takes no line of its own"
    others = replace(meeting, goals=tuple(replace(goal, owner="p2") for goal in meeting.goals))
    theirs = [text.plain for row, text in rows_by_goal(others, 60) if row.table == "goals"]
    assert all("\n     Vems mål: Åsa Lindgren" in line for line in theirs)


@pytest.mark.parametrize(("width", "words"), [(56, "✓ skriftligt"), (76, "✓ ja, skriftligt")])
def test_who_comes_stands_in_columns_with_signs(harness: AppHarness, width: int, words: str) -> None:
    meeting = harness.on_disk()
    lines = [text.plain for row, text in prepare_rows(meeting, width) if row.table == "participants"]
    assert len({line.index(name_or_role(row)) for line, row in zip(lines, in_round_order(meeting), strict=True)}) == 1
    written = replace(meeting, participants=tuple(replace(row, consent="written") for row in meeting.participants))
    samir = next(text.plain for _row, text in prepare_rows(written, width) if "Samir" in text.plain)
    assert words in samir


async def test_goal_of_an_action_is_not_broken_in_two(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        goal = app.meeting.goals[0].id
        app.write([Edit("actions", "a9", "what", "Ringa BUP"), Edit("actions", "a9", "goal", goal)])
        await pilot.pause()
    lines = [text.plain for row, text in rows_by_participant(app.meeting, 78) if row.id == "a9"]
    assert lines[0].endswith(f"\n      för målet: {app.meeting.goals[0].text}")


def test_every_sentence_of_the_question_whether_to_close_ends(harness: AppHarness) -> None:
    assert all(sentence.endswith(".") for sentence in open_sentences(harness.on_disk()))


def test_preparation_says_first_what_comes_first(harness: AppHarness) -> None:
    meeting = harness.on_disk()
    assert prepare_progress(meeting, 76) == "Före mötet: 7 kvar · ☐ Fråga om vi får göra en plan"
    assert prepare_progress(meeting, 30) == "Före mötet: 7 kvar"


async def test_documents_keep_their_name_after_the_meeting(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        app.write(close_meeting(app.session.edit_context()))
        await go_to_mode(pilot, app, "after")
        assert "F10 Dokument" in screen_text(app).split("\n")[2]


async def test_word_is_written_down_by_one_key_where_words_are(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(200, 40)) as pilot:
        await go_to_mode(pilot, app, "terms")
        assert list_lines(app)
        assert ("a Skriv upp" in key_bar(app), "? " in key_bar(app)) == (True, False)


async def test_long_form_gives_up_its_air_before_a_field(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3", "e")
        await pilot.pause(0.1)
        assert app.screen.query_one("#form").max_scroll_y == 0
        await pilot.press("escape", "question_mark")
        await pilot.pause(0.1)
        assert app.screen.has_class("-airy")


@pytest.mark.parametrize("width", [60, 80, 116, 150])
def test_heads_of_the_board_stand_on_their_lines(width: int) -> None:
    assert all(len(line) <= width for line in table_heads(width).split("\n"))


async def test_empty_list_beside_says_where_the_first_is_written(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "Ingen åtgärd än. Tryck F5" in screen_text(app)


async def test_way_back_gives_up_its_name_before_a_key_is_cut(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        app.write(close_meeting(app.session.edit_context()))
        await go_to_mode(pilot, app, "after")
        line = screen_text(app).split("\n")[2]
        assert ("Esc F2" in line, "F10" in line, "…" in line) == (True, True, False)


@pytest.mark.parametrize(
    ("width", "state"),
    [(58, "○ inte än"), (60, "○ inte än"), (78, "○ inte haft ordet än"), (120, "○ inte haft ordet än")],
)
def test_who_has_spoken_stands_on_one_line(harness: AppHarness, width: int, state: str) -> None:
    session = harness.app().session
    session.write(open_meeting(session.meeting, session.edit_context()))
    lines = [text.plain.rstrip() for _row, text in bars(session.meeting, harness.clock(), width)]
    assert all(line.endswith(state) and len(line) <= width for line in lines)
