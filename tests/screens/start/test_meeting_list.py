"""The list of meetings: what is to be done on top, search while typing, and a way to everything from here."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Static

from sip_tui.app.start_app import StartApp, actions_in
from sip_tui.i18n import translation
from sip_tui.meeting.time.agenda import Stage
from sip_tui.phrasing.meeting_list import state_words, todos
from sip_tui.screens.dialogs import ConfirmDialog
from sip_tui.screens.start import search
from sip_tui.screens.start.choice import MeetingActions, MeetingChoice
from sip_tui.screens.start.chosen import ChosenMeeting
from sip_tui.screens.start.rows import columns, meeting_line, welcome
from sip_tui.screens.start.search import SearchLine
from sip_tui.store import IndexEntry, StoreError
from sip_tui.widgets.long_list import LongList
from tests.helpers.app_harness import ID, AppHarness, screen_text

TODAY = date(2026, 11, 27)
START = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
NAMES = ("Maja", "Omar", "Erik", "Sofia")


@pytest.fixture(autouse=True)
def english() -> None:
    translation.set_language("en")


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here nobody types a name: a letter is a command at once."""
    monkeypatch.setattr(search, "COMMAND_DELAY", 0.01)


def entry(number: int = 0, **fields: object) -> IndexEntry:
    start = START + timedelta(days=number)
    given = IndexEntry(f"m{number:05d}", f"SIP {number}", "SIP", start, stage=Stage.BEFORE, person=NAMES[number % 4])
    return given._replace(**fields)  # type: ignore[arg-type]


def refuse(_meeting: str) -> str:
    raise StoreError("It does not work.")


def done(meeting: str) -> str:
    return f"done {meeting}"


def start_app(*entries: IndexEntry, actions: MeetingActions | None = None) -> StartApp:
    return StartApp(entries, actions or MeetingActions(done, done, done, done), TODAY)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "planned"),
        ({"start": START - timedelta(days=1)}, "not held"),
        ({"stage": Stage.IN_PROGRESS}, "going on"),
        ({"stage": Stage.CLOSED}, "closed"),
        ({"stage": Stage.CLOSED, "undelivered": 2}, "copies to hand over"),
        ({"stage": Stage.CLOSED, "follow_up": "2026-11-20"}, "follow-up due"),
        ({"stage": Stage.CLOSED, "follow_up": "2026-12-20"}, "closed"),
        ({"stage": Stage.CLOSED, "due": ("2026-11-20", "2026-12-01")}, "1 action overdue"),
        ({"stage": Stage.CLOSED, "due": ("2025-01-01",)}, "closed"),
        ({"locked": True}, "locked"),
        ({"damaged": True}, "damaged"),
        ({"stage": None}, ""),
    ],
)
def test_state_says_how_far_it_has_come_and_what_waits(fields: dict[str, object], words: str) -> None:
    assert state_words(entry(**fields), TODAY) == words  # type: ignore[arg-type]


def test_most_urgent_comes_first() -> None:
    entries = (
        entry(3, tasks=2),
        entry(0, tasks=1),
        entry(1, stage=Stage.IN_PROGRESS),
        entry(2, stage=Stage.CLOSED, undelivered=1, follow_up="2026-11-27T13:00", due=("2026-11-01",)),
        entry(40, tasks=5),
        entry(4, start=None, tasks=3),
        entry(5, damaged=True, tasks=9),
    )
    assert [todo.sentence for todo in todos(entries, TODAY)] == [
        "Maja: today at 13:00",
        "Omar: the meeting is not closed",
        "Maja: 3 things left to prepare",
        "Maja: 1 thing left to prepare, the meeting is today",
        "Sofia: 2 things left to prepare, the meeting is on Monday 30 November 2026",
        "Maja: 5 things left to prepare, the meeting is on Wednesday 6 January 2027",
        "Erik: 1 person has not had their copy",
        "Erik: it is time for the follow-up",
        "Erik: 1 action is overdue",
    ]


async def test_search_finds_while_typing_and_escape_shows_all() -> None:
    app = start_app(*(entry(number) for number in range(12)))
    async with app.run_test(size=(80, 24)) as pilot:
        rows = app.screen.query_one(LongList)
        assert len(rows.rows) == 12
        await pilot.press("slash", *"omar pl")
        await pilot.pause()
        assert list(rows.rows) == ["m00001", "m00005", "m00009"]
        shown = screen_text(app)
        assert "Search: omar pl" in shown
        assert "3 of 12" in shown
        assert shown.splitlines()[-1].startswith(" Esc All meetings"), "the way back is where one looks for it"
        assert "Ctrl+F Search" not in shown.splitlines()[-1]
        await pilot.press("escape")
        await pilot.pause()
        assert len(rows.rows) == 12
        app.post_message(Paste("Omar pl\n"))
        await pilot.pause()
        assert list(rows.rows) == ["m00001", "m00005", "m00009"]
        await pilot.press("escape", "slash", *"erik", "enter")
    assert app.return_value == MeetingChoice("m00002", "chair")


async def test_every_way_from_the_list() -> None:
    for key, choice in (
        ("enter", MeetingChoice("m00000", "chair")),
        ("e", MeetingChoice("m00000", "chair", "prepare")),
        ("f8", MeetingChoice("m00000", "secretary")),
        ("f10", MeetingChoice("m00000", "chair", "minutes")),
        ("a", MeetingChoice("new", "chair", "prepare")),
        ("greater_than_sign", MeetingChoice("done m00000", "chair", "prepare")),
        ("quotation_mark", MeetingChoice("done m00000", "chair", "prepare")),
    ):
        app = start_app(entry())
        async with app.run_test() as pilot:
            await pilot.press(key)
        assert app.return_value == choice


async def test_what_does_not_work_is_one_sentence() -> None:
    app = start_app(entry(), actions=MeetingActions(refuse, refuse, refuse, refuse))
    async with app.run_test() as pilot:
        await pilot.press("greater_than_sign", "k", "j", "x", "j")
        assert isinstance(app.screen, ConfirmDialog)
        await pilot.press("j")
        await pilot.pause()
        assert [notice.message for notice in app._notifications] == ["It does not work."] * 3
        assert len(app.screen.query_one(LongList).rows) == 1


async def test_the_list_says_that_others_may_read(tmp_path: Path) -> None:
    app = StartApp([], MeetingActions(done, done, done, done), TODAY, warning="Others may read.")
    async with app.run_test():
        assert [(notice.message, notice.severity) for notice in app._notifications] == [("Others may read.", "warning")]


async def test_meeting_made_by_mistake_is_removed_after_a_question(tmp_path: Path) -> None:
    harness = AppHarness(tmp_path / "archive")
    app = StartApp(harness.archive.entries(), actions_in(harness.archive), TODAY)
    async with app.run_test() as pilot:
        await pilot.press("x", "n")
        assert (harness.archive.root / ID).is_dir()
        await pilot.press("x", "j", "j")
        await pilot.pause()
        assert app.screen.query_one(LongList).rows == []
        await pilot.press("x", "enter")
        assert app.is_running
    assert not (harness.archive.root / ID).exists()


def test_meeting_like_another_is_about_somebody_else(tmp_path: Path) -> None:
    harness = AppHarness(tmp_path / "archive")
    made = actions_in(harness.archive).like(ID)
    entries = {found.id: found for found in harness.archive.entries()}
    assert entries[made].type == entries[ID].type
    assert (entries[made].person, entries[made].start, entries[made].title) == ("", None, "")


async def test_meeting_is_archived_from_the_list(tmp_path: Path) -> None:
    harness = AppHarness(tmp_path / "archive")
    app = StartApp(harness.archive.entries(), actions_in(harness.archive), TODAY)
    async with app.run_test() as pilot:
        await pilot.press("k", "n")
        assert [found.closed for found in harness.archive.entries()] == [False]
        await pilot.press("k", "j")
        await pilot.pause()
    assert [found.closed for found in harness.archive.entries()] == [True]


async def test_long_list_moves_by_line_page_and_end() -> None:
    app = start_app(*(entry(number) for number in range(300)))
    async with app.run_test(size=(80, 24)) as pilot:
        rows = app.screen.query_one(LongList)
        for key, at in (("down", 1), ("up", 0), ("up", 0), ("end", 299), ("home", 0)):
            await pilot.press(key)
            assert rows.cursor == at
        await pilot.press("pagedown", "pagedown")
        assert rows.cursor > 10
        assert rows.scroll_offset.y > 0
        await pilot.click(LongList, offset=(10, 0))
        await pilot.click(LongList, offset=(10, 0))
        await pilot.pause()
    assert app.return_value is not None


async def test_todo_is_on_top_with_four_lines_at_most() -> None:
    app = start_app(*(entry(number, tasks=1) for number in range(9)))
    async with app.run_test() as pilot:
        await pilot.pause()
        shown = str(app.screen.query_one("#todo-lines", Static).content)
        assert shown.splitlines()[-1] == "+ and 6 more"
        assert shown.count("\n") == 4
        assert "Maja: today at 13:00" in shown
        assert app.screen.query_one(SearchLine).display is False


def test_state_has_sign_word_and_colour() -> None:
    late = ("2026-11-20",)
    for fields, sign, colour in (
        ({}, "○ planned", "$primary"),
        ({"stage": Stage.IN_PROGRESS}, "◐ going on", "$warning"),
        ({"stage": Stage.CLOSED}, "✓ closed", "$success"),
        ({"stage": Stage.CLOSED, "undelivered": 2}, "⚑ copies to hand over", "$warning"),
        ({"stage": Stage.CLOSED, "due": late}, "⚑ 1 action overdue", "$error"),
        ({"damaged": True}, "✗ damaged", "$error"),
    ):
        late_or_not = entry(3, **fields)
        line = meeting_line(late_or_not, columns([late_or_not], 76, TODAY), 76, TODAY)
        assert sign in line.plain
        assert colour in {str(span.style) for span in line.spans}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_empty_archive_says_how_to_begin(size: tuple[int, int]) -> None:
    app = start_app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        text = screen_text(app)
        assert "No meetings yet. This is how you begin:" in text
        assert "sip-tui demo" in text
        assert (
            text.index("help, on every screen")
            < text.index("Outside the program, in the terminal:")
            < text.index("sip-tui demo")
        )
        assert "Lead" not in text, "what is done to a meeting is not offered"
        assert ("━ Meetings ━" in text) is (size[0] >= 100)


async def test_list_has_heads_that_stand_over_their_columns() -> None:
    for width in (80, 120):
        app = start_app(entry(), entry(1))
        async with app.run_test(size=(width, 30)) as pilot:
            await pilot.pause()
            lines = screen_text(app).splitlines()
            at = next(number for number, line in enumerate(lines) if "Date and time" in line)
            for head, cell in (("Who", "Maja"), ("Progress", "○ planned"), ("Meeting", "SIP 0")):
                assert lines[at].index(head) == lines[at + 1].index(cell)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_chosen_meeting_stands_whole_below_the_list(size: tuple[int, int]) -> None:
    long = "The way back to school, at a pace that works, and what each of us does for it on the way there"
    app = start_app(entry(title=long), entry(1))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        chosen = app.screen.query_one(ChosenMeeting)
        assert " ".join(str(chosen.content).split()).startswith(f"{long} Maja · SIP · today 13:00 · ○ planned")
        assert "Open it as the secretary" in screen_text(app)
        # In a small terminal the key line alone says what every key line has room for.
        assert ("Make a new meeting" in screen_text(app)) is (size[0] >= 100)
        assert app.screen.query_one(LongList).size.height == 2
        await pilot.press("down")
        await pilot.pause()
        assert str(chosen.content).startswith("SIP 1")


async def test_columns_of_a_short_list_are_as_wide_as_what_is_in_them() -> None:
    title = "The way back to school, at a pace that works"
    app = start_app(entry(title=title), entry(title="SIP", id="m1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert f"today 13:00    Maja  ○ planned  {title}" in screen_text(app)
    assert columns([entry(0)] * 101, 76, TODAY) == (28, 12, 22), "the columns of a long list are measured by no meeting"


def test_what_is_done_in_an_empty_archive_hangs_below_itself() -> None:
    lines = welcome(50).plain.splitlines()
    first = next(number for number, line in enumerate(lines) if "make a meeting" in line)
    assert lines[first + 1].startswith(" " * lines[first].index("make"))


async def test_small_terminal_has_no_column_for_a_title_that_is_cut() -> None:
    app = start_app(entry(title="The way back"), entry(1, damaged=True))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "…" not in screen_text(app)
        assert "The way back" in screen_text(app)
        await pilot.press("down")
        await pilot.pause()
        assert "run sip-tui doctor" in screen_text(app)


async def test_long_list_leaves_two_lines_for_the_chosen_meeting() -> None:
    app = start_app(*(entry(number) for number in range(40)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end")
        await pilot.pause()
        chosen = app.screen.query_one(ChosenMeeting)
        assert str(chosen.content).splitlines()[0] == "SIP 39"
        assert chosen.region.height == 3
