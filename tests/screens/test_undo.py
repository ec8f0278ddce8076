"""What ctrl+z takes back: after other rooms, after another window size, and after the program was started anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sip_tui.app.app import SipApp
from sip_tui.meeting.content.plan import add_action
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Seat
from sip_tui.meeting.notes.pads import pad_id, write_pad
from sip_tui.meeting.time.agenda import PHASES, is_opened
from sip_tui.screens.undo_opening import UndoOpeningDialog
from sip_tui.session.session import MeetingSession
from sip_tui.store import Archive
from sip_tui.widgets.editor.pad import PadEditor
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import ID, AppHarness, wait_until_saved
from tests.helpers.list_screens import action_edits, go_to_row
from tests.helpers.notes_screen import pad, type_in
from tests.helpers.pad_app import PadApp


def pad_of(room: MeetingSession, phase: str = "opening") -> PadEditor:
    """The secretary's pad, as somebody who opens the meeting finds it."""
    seat = Seat.SECRETARY
    return PadEditor(phase, room.meeting.pad_text(phase, seat), "", room.typed_splices(pad_id(phase, seat)))


def write(harness: AppHarness, room: MeetingSession, *texts: str, phase: str = "opening") -> None:
    """Write one text after the other, with pauses in which one thinks."""
    for text in texts:
        harness.clock.advance(1)
        room.write(write_pad(room.meeting, phase, Seat.SECRETARY, text), step=None)
        assert room.flush()


async def taken_back(editor: PadEditor, times: int) -> list[str]:
    """What the pad shows after each ctrl+z."""
    shown = []
    async with PadApp(editor).run_test() as pilot:
        for _ in range(times):
            await pilot.press("ctrl+z")
            shown.append(editor.text)
    return shown


async def test_other_rooms_and_another_size_leave_the_undo_alone(harness: AppHarness) -> None:
    app = harness.app("chair")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f8")
        await type_in(pilot, app, "ett ")
        await type_in(pilot, app, "två ")
        await pilot.press("f2", "f8", "ctrl+n", "ctrl+pageup")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        await pilot.press("f4")
        await pilot.resize_terminal(80, 24)
        await pilot.press("f8")
        assert pad(app).text == "ett två "
        await pilot.press("ctrl+z")
        assert pad(app).text == "ett "
        await pilot.press("ctrl+z", "ctrl+y")
        assert pad(app).text == "ett "
        await wait_until_saved(pilot, app)
    assert harness.on_disk().pad_text("opening", "secretary") == "ett "


async def written_in_the_program(harness: AppHarness, app: SipApp, *texts: str, copy: Path | None = None) -> None:
    """Write at the secretary's place and leave; ``copy`` is what the disk holds while the program still runs."""
    async with app.run_test() as pilot:
        for text in texts:
            await type_in(pilot, app, text)
        if copy:
            shutil.copytree(harness.archive.root, copy)
        await pilot.press("ctrl+q")


async def test_after_leaving_and_coming_back_each_batch_is_taken_back(harness: AppHarness) -> None:
    await written_in_the_program(
        harness, harness.app("secretary"), "Maja kom.", " Hon vill börja.", "\nBilden är klar."
    )
    room = MeetingSession(harness.archive.open(ID), harness.clock)
    assert await taken_back(pad_of(room), 4) == ["Maja kom. Hon vill börja.", "Maja kom.", "", ""]


async def test_in_the_program_itself_ctrl_z_goes_on_where_it_was_left(harness: AppHarness) -> None:
    first = harness.app("secretary")
    await written_in_the_program(harness, first, "Maja kom.", " Hon vill börja.")
    first.session.folder.leave()
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await pilot.press("ctrl+z")
        assert pad(app).text == "Maja kom."
        await pilot.press("ctrl+z", "ctrl+z")
        assert pad(app).text == ""
        await pilot.press("ctrl+y")
        await wait_until_saved(pilot, app)
    assert harness.on_disk().pad_text("opening", "secretary") == "Maja kom."


async def test_after_kill_9_each_batch_is_taken_back(harness: AppHarness, tmp_path: Path) -> None:
    await written_in_the_program(
        harness, harness.app("secretary"), "Maja kom.", " Hon vill börja.", copy=tmp_path / "copy"
    )
    room = MeetingSession(Archive(tmp_path / "copy").open(ID), harness.clock)
    assert await taken_back(pad_of(room), 2) == ["Maja kom.", ""]


async def test_undo_history_survives_three_sittings(harness: AppHarness) -> None:
    texts = ["".join(f"{number}\n" for number in range(end)) for end in range(211)]
    for sitting in range(3):
        room = MeetingSession(harness.archive.open(ID), harness.clock)
        write(harness, room, *texts[70 * sitting + 1 : 70 * (sitting + 1) + 1])
        if sitting < 2:
            room.checkpoint()
    editor = pad_of(MeetingSession(harness.archive.open(ID), harness.clock))
    assert editor.text == texts[-1]
    for number in range(209, 9, -1):
        editor.undo()
        assert editor.text == texts[number]


async def test_undo_after_restart_restores_a_paragraph(harness: AppHarness) -> None:
    room = MeetingSession(harness.archive.open(ID), harness.clock)
    write(harness, room, "Viktigt stycke.\n", "Viktigt stycke.\nMer.", "Mer.")
    room.checkpoint()
    again = MeetingSession(harness.archive.open(ID), harness.clock)
    assert await taken_back(pad_of(again), 2) == ["Viktigt stycke.\nMer.", "Viktigt stycke.\n"]


async def test_what_was_prepared_before_the_meeting_is_not_taken_back(harness: AppHarness) -> None:
    room = MeetingSession(harness.archive.open(ID), harness.clock)
    prepared = room.meeting.pad_text(PHASES[1], Seat.SECRETARY)
    assert prepared
    write(harness, room, f"{prepared} Nytt.", phase=PHASES[1])
    again = MeetingSession(harness.archive.open(ID), harness.clock)
    assert await taken_back(pad_of(again, PHASES[1]), 2) == [prepared, prepared]


async def test_undo_history_ends_with_the_meeting(harness: AppHarness) -> None:
    room = MeetingSession(harness.archive.open(ID), harness.clock)
    write(harness, room, "Fel ord.", "Rätt ord.")
    room.close()
    again = MeetingSession(harness.archive.open(ID), harness.clock)
    assert again.typed_splices(pad_id("opening", Seat.SECRETARY)) == []
    assert await taken_back(pad_of(again), 1) == ["Rätt ord."]
    write(harness, again, "Rätt ord. Till.")
    again.checkpoint()
    third = MeetingSession(harness.archive.open(ID), harness.clock)
    assert await taken_back(pad_of(third), 2) == ["Rätt ord.", "Rätt ord."]


async def test_damaged_journal_costs_undo_but_no_text(harness: AppHarness) -> None:
    room = MeetingSession(harness.archive.open(ID), harness.clock)
    write(harness, room, "ett", "ett två", "ett två tre")
    room.checkpoint()
    journal = harness.archive.root / ID / f"{room.folder.writer}.journal"
    first, second, third = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(first + b"x" * (len(second) - 1) + b"\n" + third)
    again = pad_of(MeetingSession(harness.archive.open(ID), harness.clock))
    assert again.text == "ett två tre"
    assert all(text in ("ett två tre", "ett två") for text in await taken_back(again, 3))


def test_typed_splices_survive_any_checkpoint(harness: AppHarness) -> None:
    mine, theirs = (MeetingSession(harness.archive.open(ID), harness.clock) for _ in range(2))
    row = pad_id("opening", Seat.SECRETARY)
    write(harness, mine, "a", "ab")
    theirs.poll()
    theirs.checkpoint()
    write(harness, mine, "abc")
    mine.checkpoint()
    for room in (mine, theirs, MeetingSession(harness.archive.open(ID), harness.clock)):
        room.poll()
        assert [splice for _, splice in room.typed_splices(row)] == [(0, 0, "a"), (1, 0, "b"), (2, 0, "c")]
    assert mine.typed_splices("nothing-secretary") == []


def last_notice(app: SipApp) -> str:
    return [notice.message for notice in app._notifications][-1]


async def test_undo_says_what_it_took_back_and_shows_the_row(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "escape", "f3", "down", "down", "h")
        name = app.meeting.participants[2].name
        await pilot.press("down", "down", "z")
        assert last_notice(app) == f"Ångrat: Närvaro för ”{name}”. Tryck Z för att göra om."
        assert app.screen.query_one(RowList).row == f"participants {app.meeting.participants[2].id}"
        assert len(app._notifications) == 1


@pytest.mark.parametrize(
    ("keys", "what"),
    [
        (["f3", "n"], "Samtycke till planen för ”Maja Lindgren”"),
        (["f3", "h"], "Närvaro för ”Maja Lindgren”"),
        (["question_mark", *"BUP", "escape"], "Det svåra ordet"),
        (["G", "j"], "Känner sig trygg med det vi har bestämt för ”Maja Lindgren”"),
        (["G", "end", "j"], "Har fått sitt för ”Petra Nyman”"),
        (["f9", "f9"], "att ni fortsatte"),
    ],
)
async def test_every_undo_names_what_it_took_back(harness: AppHarness, keys: list[str], what: str) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", *keys, "z")
        assert last_notice(app) == f"Ångrat: {what}. Tryck Z för att göra om."


async def test_undo_of_other_words_says_so_and_the_row_is_seen_to_stay(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(action_edits("a9", "Ringa", "p3"))
        app.write([Edit("actions", "a9", "what", "Ringa skolan")])
        await pilot.press("z")
        assert last_notice(app) == "Ångrat: ändringen av ”Ringa”. Tryck Z för att göra om."


async def test_undo_stops_before_the_opening_unless_asked_twice(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "escape")
        await wait_until_saved(pilot, app)
        assert is_opened(app.meeting)
        await pilot.press("z")
        await pilot.pause()
        assert isinstance(app.screen, UndoOpeningDialog)
        assert is_opened(app.meeting)
        await pilot.press("j")
        await pilot.pause()
        assert not is_opened(app.meeting)
        assert last_notice(app).startswith("Ångrat: att mötet öppnades")
        await pilot.press("Z")
        assert is_opened(app.meeting)


@pytest.mark.parametrize("catches", [False, True])
async def test_undo_pressed_on_and_on_leaves_the_meeting_open(harness: AppHarness, *, catches: bool) -> None:
    app = harness.app()
    app.catches_words = catches
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("v", "escape", "f3", "h", "u", *"zzzzzzzz")
        await pilot.pause()
        assert is_opened(app.meeting)
        assert isinstance(app.screen, UndoOpeningDialog)
        assert not app._notifications, "no letter was taken for a word"
        await pilot.press("escape", "z", "z")
        await pilot.pause()
        assert is_opened(app.meeting)
        assert app.meeting.participants[0].presence == "expected"


async def test_a_removed_row_comes_back_by_one_key_after_a_restart(harness: AppHarness) -> None:
    first = harness.app()
    async with first.run_test() as pilot:
        first.write(add_action(first.meeting, first.session.edit_context(), what="Ringa skolan"))
        await pilot.press("f5")
        await go_to_row(pilot, first, f"actions {first.meeting.actions[0].id}")
        await pilot.press("x")
        assert last_notice(first) == "Borttaget: ”Ringa skolan”. Tryck z för att få tillbaka det."
        await pilot.press("ctrl+q")
    first.session.folder.leave()
    again = harness.app()
    async with again.run_test() as pilot:
        await pilot.press("f5", "z")
        assert [action.what for action in again.meeting.actions] == ["Ringa skolan"]
        assert again.screen.query_one(RowList).row == f"actions {again.meeting.actions[0].id}"
