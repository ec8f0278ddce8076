"""What stands beside the pad: the other's notes while they are written, and the way through the views."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.reactive import var
from textual.widgets import Input

from sip_tui.i18n import translation
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.notes.pads import write_pad
from sip_tui.phrasing.annotated_page import AnnotatedPage, PageLine
from sip_tui.screens.notes.minutes_preview import Preview
from sip_tui.screens.notes.side_panel import NotesSidePanel, OtherNotes, last_rows
from sip_tui.widgets.meeting_lines import SideList
from sip_tui.widgets.page_view import PageView
from tests.helpers.meeting_fixture import START, MeetingFixture


@pytest.fixture(autouse=True)
def swedish(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    translation.set_language("sv")
    monkeypatch.setattr(Preview, "QUIET_SECONDS", 0.001)
    monkeypatch.setattr(Preview, "GLANCE_SECONDS", 0.001)
    yield
    translation.set_language("sv")


class Quick:
    """Draws the pad of the phase as a line."""

    rested = 0

    def page(self, meeting: Meeting, audience: str, now: datetime) -> AnnotatedPage:
        return AnnotatedPage((PageLine(f"{audience}: {meeting.pad_text('needs', 'secretary')}"),))

    def stop(self) -> None:
        self.rested += 1


class Side(App[None]):
    """What stands beside a pad, under a field to write in."""

    CSS = "Input { height: 1; border: none; }"

    meeting: var[Meeting] = var(Meeting)
    now: var[datetime] = var(START)
    phase: var[str] = var("needs")
    seat: var[str] = var("secretary")

    def __init__(self) -> None:
        super().__init__()
        self.table, self.quick = MeetingFixture(), Quick()
        self.set_reactive(Side.meeting, self.table.meeting)

    def compose(self) -> ComposeResult:
        yield Input()
        yield NotesSidePanel(self.quick).data_bind(Side.meeting, Side.now, Side.phase, Side.seat)

    @property
    def beside(self) -> NotesSidePanel:
        return self.query_one(NotesSidePanel)

    @property
    def notes(self) -> str:
        return str(self.query_one(OtherNotes).content)

    def write(self, seat: str, text: str, phase: str = "needs") -> None:
        self.meeting = self.table.write(write_pad(self.meeting, phase, seat, text))


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Wait until something is true."""
    for _ in range(200):
        if true():
            break
        await pilot.pause(0.005)
    assert true()


def seen(app: Side) -> list[str]:
    """What is shown, by the names of the widgets."""
    return [type(child).__name__ for child in app.beside.children if child.display]


async def test_one_walks_through_the_views_and_comes_back_to_the_lists() -> None:
    app = Side()
    async with app.run_test(size=(90, 24)) as pilot:
        assert seen(app) == ["SideList", "SideList"]
        walked = []
        for view in (*app.beside.views[1:], app.beside.views[0]):
            app.beside.view = view
            await pilot.pause()
            walked.append((app.beside.view, *seen(app)))
    assert walked == [
        ("notes", "OtherNotes"),
        ("mail", "Preview"),
        ("person", "Preview"),
        ("full", "Preview"),
        ("lists", "SideList", "SideList"),
    ]


async def test_the_lists_go_on_while_they_are_not_shown() -> None:
    app = Side()
    async with app.run_test(size=(90, 24)) as pilot:
        app.beside.view = "notes"
        await pilot.pause()
        assert "Åtgärder (0)" in str(app.query_one("#side-actions", SideList).content)


async def test_preview_follows_writing_and_pauses_when_left() -> None:
    app = Side()
    async with app.run_test(size=(90, 24)) as pilot:
        app.write("secretary", "ett")
        app.beside.view = "mail"
        await until(pilot, lambda: app.query_one(PageView).shown == "mail: ett")
        app.write("secretary", "två")
        await until(pilot, lambda: app.query_one(PageView).shown == "mail: två")
        rested = app.quick.rested
        app.beside.view = "lists"
        await pilot.pause()
        assert app.quick.rested == rested + 1


async def test_focus_returns_to_the_pad_from_the_preview() -> None:
    app = Side()
    async with app.run_test(size=(90, 24)) as pilot:
        app.beside.view = "mail"
        await pilot.press("tab")
        assert app.query_one(PageView).has_focus
        await pilot.press("escape")
        assert app.query_one(Input).has_focus
        await pilot.press("tab")
        app.beside.view = "lists"
        await pilot.press("a")
        assert app.query_one(Input).value == "a"


async def test_a_secretary_sees_the_chairs_notes_grow_at_their_end() -> None:
    app = Side()
    async with app.run_test(size=(40, 9)) as pilot:
        app.beside.view = "notes"
        await pilot.pause()
        assert (
            " ".join(app.notes.split())
            == "Ordförandens anteckningar Ordföranden har inte skrivit något under ”Behov” än."
        )
        app.write("secretary", "mina egna ord")
        await pilot.pause()
        assert "mina" not in app.notes
        app.write("chair", "\n".join(f"rad {number}" for number in range(30)) + "\nsist [b]fet[/b] \x1b[31m")
        await pilot.pause()
        lines = app.notes.split("\n")
        assert lines[0] == "Ordförandens anteckningar"
        assert len(lines) == 8
        assert lines[-2:] == ["rad 29", "sist [b]fet[/b] ▫[31m"]


async def test_chair_sees_both_secretaries_notes() -> None:
    app = Side()
    app.seat = "chair"
    async with app.run_test(size=(60, 13)) as pilot:
        app.beside.view = "notes"
        await pilot.pause()
        assert app.notes == "Sekreterarens anteckningar\nInget är skrivet under ”Behov” än."
        app.write("secretary", "den första")
        app.write("secretary-2", "den andra")
        app.write("secretary", "annat", phase="closing")
        await pilot.pause()
        assert app.notes == "Sekreterarens anteckningar\nden första\n\nden andra"
        app.phase = "closing"
        await pilot.pause()
        assert app.notes.endswith("\nannat")


async def test_in_a_smaller_window_the_end_is_still_there() -> None:
    app = Side()
    async with app.run_test(size=(60, 13)) as pilot:
        app.beside.view = "notes"
        app.write("chair", " ".join(f"ord{number}" for number in range(200)))
        await pilot.resize_terminal(30, 7)
        await pilot.pause()
        assert app.notes.endswith("ord199")
        assert len(app.notes.split("\n")) == 6


@settings(max_examples=80, deadline=None)
@given(st.text("ab åé漢🙂\n\t", max_size=300), st.integers(2, 20), st.integers(0, 6))
def test_the_tail_is_the_end_of_the_text_and_fits(text: str, width: int, height: int) -> None:
    rows = last_rows(text, width, height)
    assert len(rows) <= height
    assert all(cell_len(row) <= width for row in rows)
    told, whole = ("".join(line.split()) for line in ("".join(rows), text))
    assert whole.endswith(told)
    assert bool(told) == bool(whole and height)
