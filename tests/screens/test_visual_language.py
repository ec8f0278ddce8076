"""What docs/style.md says, held: frames with titles, tables with heads, one bar of parts, states in sign and word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.widgets import Static

from sip_tui.app.app import SipApp
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import RowId
from sip_tui.meeting.time.agenda import PHASES, enter_phase
from sip_tui.screens import SCREENS
from sip_tui.screens.actions.table import table_heads, table_row
from sip_tui.screens.prepare.screen import PrepareScreen
from sip_tui.screens.shared_width import SharedWidthScreen
from sip_tui.widgets.header import bar_lengths, part_squares
from sip_tui.widgets.live_static import FRAME
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, go_to_mode, screen_text
from tests.helpers.list_screens import list_lines, static_text

SIZES = [(60, 20), (80, 24), (100, 30), (120, 40), (200, 60)]


async def test_frames_have_titles_where_there_is_room(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        for mode in SCREENS:
            await app.switch_mode(mode)
            await pilot.pause()
            frames = [frame for frame in app.screen.query(f".{FRAME}") if frame.display and frame.region]
            assert frames, mode
            assert all(frame.border_title for frame in frames), mode
            assert all(frame.styles.border_top[0] in {"round", "heavy"} for frame in frames), mode


async def test_the_frame_in_focus_is_lit(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await pilot.pause()
        assert app.screen.query_one("#list-frame").styles.border_top[0] == "heavy"
        assert app.screen.query_one("#sentence").styles.border_top[0] == "round"


async def test_roll_call_says_each_state_with_sign_and_word(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        states = {"p2": "present", "p3": "late", "p4": "missing", "p5": "excused"}
        app.write([Edit("participants", who, "presence", state) for who, state in states.items()])
        await pilot.press("f3")
        for size in ((80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            shown = "\n".join(list_lines(app))
            assert all(words in shown for words in ("✓ här", "◐ kommer senare", "✗ saknas", "✗ förhinder"))
            heads = static_text(app, "#list-heads")
            assert heads.split()[:2] == ["Nr", "Här?"]
            row = next(line for line in list_lines(app) if "Samir" in line)
            assert row.index("Samir") == heads.index("Namn")
            assert row.index("◐") == heads.index("Här?")


@given(st.text("abc ", max_size=60), st.text("abc", max_size=30), st.text("abc", max_size=30), st.integers(60, 200))
def test_columns_of_actions_line_up(what: str, who: str, when: str, width: int) -> None:
    row, heads = table_row(what.strip(), (who, when, "· ny"), width), table_heads(width).splitlines()[-1]
    facts = row.splitlines()[-1]
    assert row.count("\n") <= 2
    assert what.strip() in row
    if who and len(who) < 20:
        assert facts.rindex(f"{who} ", 0, facts.rindex("· ny")) >= 0
        assert facts[heads.index("Vem" if "Vem" in heads else "Who") :].startswith(who)


@given(st.lists(st.integers(0, 60), min_size=5, max_size=5), st.integers(90, 220))
def test_the_bar_of_parts_fills_the_line(minutes: list[int], width: int) -> None:
    labels = ["✓ Inledning", "✓ Aktuell situation", "✓ Behov", "✓ Sammanfattning", "✓ Avslutning"]
    lengths = bar_lengths(minutes, labels, width)
    assert sum(lengths) + len(lengths) - 1 == width
    assert all(length >= len(label) for length, label in zip(lengths, labels, strict=True))


def test_the_squares_tell_the_part_without_colour() -> None:
    assert part_squares(PHASES[2]) == "■■▣□□"
    assert part_squares("") == "□□□□□"


async def test_the_header_says_when_the_meeting_ends(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v")
        await pilot.pause()
        header = static_text(app, "MeetingHeader")
        assert "till 14.00" in header
        assert header.startswith("▸ Inledning ")
        assert "┃  Avslutning" in header


async def test_the_purpose_is_never_cut(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=SIZES[-1]) as pilot:
        await pilot.press("v")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            app.query_one("#guidance").scroll_end(animate=False) if size == (60, 20) else None
            await pilot.pause()
            words = " ".join(screen_text(app).replace("│", " ").split())
            shown = f"{words} {app.query_one('#guidance').border_title} {static_text(app, 'GuidanceCard')}"
            assert "i en takt som du orkar" in shown, size


async def test_the_smallest_terminal_says_when_the_meeting_ends(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("v")
        for phase in PHASES:
            app.write(enter_phase(app.meeting, phase, app.session.edit_context()))
            await pilot.pause()
            header = static_text(app, "MeetingHeader")
            assert "till 14.00" in header
            assert "har inte haft ordet i den här delen" in header


async def test_no_role_or_key_person_is_cut_in_roll_call(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f3")
        for size in ((60, 20), (80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            row = next(line for line in list_lines(app) if "Helena" in line)
            assert "socialsekreterare" in row
            assert "nyckelperson" in row
            assert max(cell_len(line) for line in row.split("\n")) <= size[0] - 2


async def test_first_names_stand_where_names_have_no_room(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "2")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            lines = static_text(app, "SpeakerList").splitlines()
            names = [line for line in lines if line.strip()[:1].isdigit()]
            assert "…" not in "".join(names)
            assert max(map(cell_len, names)) <= app.screen.query_one("SpeakerList").content_size.width
            assert len({line.index(state) for line in names for state in ("◀", "○") if state in line}) == 1


async def test_the_chosen_row_is_whole_when_what_is_below_grows(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        app.write([Edit("actions", f"a{number}", "what", f"Ringa skolan {number}") for number in range(9)])
        app.write([Edit("actions", "a8", "who", "p4"), Edit("participants", "p4", "presence", "missing")])
        await pilot.press("f5", "end", "up", "down")
        await pilot.pause()
        await pilot.pause()
        rows = app.screen.query_one(RowList)
        assert rows.scroll_offset.y == rows.max_scroll_y


async def test_the_review_says_where_one_is(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("f10")
        await pilot.pause()
        assert static_text(app, "Nav").startswith("[F10 Dokument] Esc Tillbaka F2")
        assert "…" not in static_text(app, "#review-papers")
        assert static_text(app, "#review-papers").endswith("7 Besked 8 Historik")


async def test_a_second_column_stands_where_there_is_room(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(200, 60)) as pilot:
        await go_to_mode(pilot, app, "prepare")
        room = app.screen
        assert isinstance(room, PrepareScreen)
        assert str(room.query_one("#second-frame").border_title) == "Kvar att göra"
        assert room.row_id.id == "about"
        await pilot.press("tab", "k")
        assert room.row_id.table == "task"
        room.go_to(RowId("participants", "p2"))
        assert room.focused is room.query_one("#row-list")
        room.go_to(RowId("task", "room"))
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert (room.row_id, room.focused) == (RowId("task", "room"), room.query_one("#row-list"))
        assert not room.query_one("#second-frame").display


async def test_guidance_fills_a_large_terminal(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("v")
        for mode in ("roll_call", "terms", "actions", "ideas", "situation", "wrap_up"):
            await app.switch_mode(mode)
            await pilot.pause()
            assert app.screen.query_one("#list-guidance").display, mode


async def test_notices_stand_on_the_key_line_one_at_a_time(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("z", "z", "z")
        await pilot.pause(0.2)
        assert len(app._notifications) == 1
        assert "Det finns inget att ångra" in screen_text(app).splitlines()[-1]


async def test_every_screen_fits_every_terminal(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v")
        for mode in SCREENS:
            await app.switch_mode(mode)
            for size in SIZES:
                await pilot.resize_terminal(*size)
                assert_fits(app, size, mode)


def assert_fits(app: SipApp, size: tuple[int, int], mode: str) -> None:
    """Fail when something of the screen is cut, or stands beyond the edge."""
    assert len(screen_text(app).splitlines()) <= size[1], (mode, size)
    shown = [widget for widget in app.screen.query("MeetingHeader, Nav, KeyBar, .read-aloud") if widget.display]
    assert all(widget.region.right <= size[0] and widget.region.bottom <= size[1] for widget in shown), (mode, size)
    lines = app.screen.query("MeetingHeader, Nav, #list-heads, #floor-heading").results(Static)
    above = [str(line.content) for line in lines]
    cut = [text for text in above if "…" in text or max(map(cell_len, text.split("\n"))) > size[0] - 2]
    assert cut == [], (mode, size)
    if app.screen.query("Nav"):
        assert all(f"F{number}" in above[1] for number in range(2, 10)), (mode, size)


async def test_a_question_leaves_the_header_in_sight(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v")
        header = app.screen.query_one("MeetingHeader")
        await pilot.press("f12")
        for size in ((80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            panel = app.screen.query_one("#reading").region
            assert panel.y >= header.region.bottom
            assert panel.bottom < size[1]
            assert header.region.y == 0
            assert "13.00" in "".join(screen_text(app).splitlines()[:2])


async def test_notice_leaves_the_keys_of_a_dialog_in_sight(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("v")
        for keys in (("f12",), ("escape", "f5", "a")):
            await pilot.press(*keys)
            app.notify("Fem minuter kvar av den här delen.", timeout=60)
            await pilot.pause(0.3)
            text = screen_text(app)
            assert "Fem minuter kvar" in text
            assert " Nej" in text.splitlines()[-1] or "F1 Hjälp" in text.splitlines()[-1]


async def test_all_that_is_said_stands_in_a_frame_where_there_is_room(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "escape")
        # The talk and the notes have a line of their own above their frames.
        for mode in (*(mode for mode in SCREENS if mode not in {"floor", "notes"}), ""):
            await (go_to_mode(pilot, app, mode) if mode else pilot.press("f10"))
            await pilot.pause()
            room = app.screen
            assert isinstance(room, SharedWidthScreen)
            said = [line for part in room.body for line in part.walk_children(Static, with_self=True) if line.region]
            framed = [line for line in said if any(node.has_class(FRAME) for node in line.ancestors_with_self)]
            assert [line.id for line in said if line not in framed] == [], mode


async def test_tables_have_heads_over_their_columns(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.write([Edit("terms", "t1", "term", "LSS"), Edit("terms", "t1", "answer", "en lag")])
        await go_to_mode(pilot, app, "terms")
        line = next(line for line in list_lines(app) if "LSS" in line)
        assert line.index("en lag") == static_text(app, "#list-heads").index("Vad det betyder")
        await go_to_mode(pilot, app, "prepare")
        rows = list_lines(app)
        heads = next(line for line in rows if "Vilka som kommer" in line)
        samir = next(line for line in rows if "Samir" in line)
        assert heads.index("Vilka som kommer") == samir.index("Samir")
        assert heads.index("Kallelse") == samir.index("inte kallad")


async def test_what_counts_stands_on_the_edge_of_its_frame(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(100, 30)) as pilot:
        for mode in ("prepare", "wrap_up"):
            await go_to_mode(pilot, app, mode)
            frame, line = app.screen.query_one("#list-frame"), app.screen.query_one("#list-heads", Static)
            assert str(frame.border_title) == str(line.content), mode
            assert not line.display, mode
