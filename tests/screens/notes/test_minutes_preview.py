"""The minutes beside the pad: drawn when somebody pauses, never while nobody looks, and never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from threading import Event

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from sip_tui.i18n import translation
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.annotated_page import AnnotatedPage, PageLine, PageSpan
from sip_tui.screens.notes.minutes_preview import Preview, title
from sip_tui.widgets.page_view import PageView
from tests.helpers.app_harness import wait_until
from tests.helpers.meeting_fixture import START, MeetingFixture


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """In Swedish, and without waiting."""
    translation.set_language("sv")
    monkeypatch.setattr(Preview, "QUIET_SECONDS", 0.001)
    monkeypatch.setattr(Preview, "GLANCE_SECONDS", 0.001)
    yield
    translation.set_language("sv")


class Slow:
    """Draws one line a meeting: its title; and waits for its gate when there is one."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.gate: Event | None = None
        self.rested = 0
        self.error: Exception | None = None

    def page(self, meeting: Meeting, audience: str, now: datetime) -> AnnotatedPage:
        self.asked.append((meeting.about.title, audience))
        if self.gate is not None:
            assert self.gate.wait(20)
        if self.error is not None:
            raise self.error
        words = f"{audience}: {meeting.about.title}"
        heading = PageLine("Behov", heading=True)
        return AnnotatedPage(
            (
                PageLine(words, spans=(PageSpan(0, 4),)),
                *map(PageLine, "abcdefghijklmno"),
                heading,
                *map(PageLine, "pqrst"),
            ),
            1,
        )

    def stop(self) -> None:
        self.rested += 1


class Alone(App[None]):
    """A preview on the whole screen."""

    def __init__(self) -> None:
        super().__init__()
        self.slow = Slow()

    def compose(self) -> ComposeResult:
        yield Preview(self.slow)

    def on_mount(self) -> None:
        self.preview.now = START

    @property
    def preview(self) -> Preview:
        return self.screen_stack[0].query_one(Preview)

    @property
    def shown(self) -> str:
        return self.preview.query_one(PageView).shown

    @property
    def titled(self) -> str:
        return str(self.preview.query_one(Static).content)


def titled(words: str) -> Meeting:
    table = MeetingFixture()
    return table.write((Edit("about", "meeting", "title", words),))


async def drawn(pilot: Pilot[None], app: Alone) -> None:
    """Wait until nothing is being drawn and nothing is waited for."""
    for _ in range(100):
        await pilot.pause(0.005)
        if app.preview._timer is None and not app.preview._drawing:
            break
    await pilot.pause()


async def test_the_page_and_what_was_changed_in_it_are_shown() -> None:
    app = Alone()
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.titled == "E-post: görs i ordning …"
        app.preview.request(titled("ett"))
        await drawn(pilot, app)
        assert app.shown.startswith("mail: ett\n")
        assert app.titled == "E-post: så här ser andra det · 1 ställe ändrat"
    assert app.slow.rested == 1


async def test_while_somebody_types_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Preview, "QUIET_SECONDS", 60.0)
    app = Alone()
    async with app.run_test() as pilot:
        for words in ("e", "et", "ett"):
            app.preview.request(titled(words))
            app.preview.now = START.replace(second=len(words))
            await pilot.pause()
        assert app.slow.asked == []
        app.preview.request(titled("ett"), soon=True)
        await drawn(pilot, app)
        assert app.slow.asked == [("ett", "mail")]


async def test_nothing_is_drawn_while_nobody_can_see_it() -> None:
    app = Alone()
    async with app.run_test() as pilot:
        app.preview.display = False
        app.preview.request(titled("ett"))
        await drawn(pilot, app)
        app.preview.display = True
        app.push_screen(Screen())
        await pilot.pause()
        app.preview.request(titled("två"))
        await drawn(pilot, app)
        assert app.slow.asked == []
        app.pop_screen()
        app.preview.now = START.replace(second=1)
        await drawn(pilot, app)
        assert app.slow.asked == [("två", "mail")]


async def test_outdated_page_is_shown_until_the_newer_one() -> None:
    app = Alone()
    app.slow.gate = Event()
    async with app.run_test() as pilot:
        app.preview.request(titled("ett"))
        await wait_until(pilot, lambda: bool(app.slow.asked))
        for words in ("två", "tre"):
            app.preview.request(titled(words))
        await pilot.pause(0.02)
        assert app.slow.asked == [("ett", "mail")]
        first, app.slow.gate = app.slow.gate, Event()
        first.set()
        for _ in range(100):
            await pilot.pause(0.005)
            if app.shown:
                break
        assert app.shown.startswith("mail: ett\n")
        app.slow.gate.set()
        await drawn(pilot, app)
        assert app.shown.startswith("mail: tre\n")
        assert app.slow.asked == [("ett", "mail"), ("tre", "mail")]


async def test_what_has_not_changed_is_not_drawn_again() -> None:
    app = Alone()
    async with app.run_test() as pilot:
        for second in range(3):
            app.preview.request(titled("ett"))
            await drawn(pilot, app)
            app.preview.now = START.replace(second=second)
            await drawn(pilot, app)
        assert app.slow.asked == [("ett", "mail")]


async def test_each_audience_has_its_own_page() -> None:
    app = Alone()
    async with app.run_test(size=(80, 6)) as pilot:
        app.preview.request(titled("ett"))
        await drawn(pilot, app)
        app.preview.phase = "needs"
        await pilot.pause()
        assert app.shown.startswith("Behov\np\n")
        app.preview.audience = "person"
        await drawn(pilot, app)
        assert ("ett", "person") in app.slow.asked
        assert app.shown.startswith("Behov\np\n")
        assert app.titled.startswith("Till personen: på papper")
        app.preview.phase = "closing"
        await pilot.pause()
        assert app.shown.startswith("Behov\np\n")


async def test_failed_drawing_is_one_sentence_and_not_the_last() -> None:
    app = Alone()
    app.slow.error = ValueError("Maja Lindgren")
    async with app.run_test() as pilot:
        app.preview.request(titled("ett"))
        await drawn(pilot, app)
        assert app.titled == "E-post: kan inte visas just nu; skriv vidare, allt sparas"
        app.slow.error = None
        app.preview.request(titled("två"))
        await drawn(pilot, app)
        assert app.titled.endswith("1 ställe ändrat")


async def test_paused_preview_draws_nothing() -> None:
    app = Alone()
    app.slow.gate, app.slow.error = Event(), EOFError()
    async with app.run_test() as pilot:
        app.preview.request(titled("ett"))
        await pilot.pause(0.02)
        app.preview.pause()
        app.slow.gate.set()
        await drawn(pilot, app)
        assert app.titled == "E-post: görs i ordning …"
        app.slow.error = None
        app.preview.request(titled("ett"))
        await drawn(pilot, app)
        assert app.shown.startswith("mail: ett\n")


@pytest.mark.parametrize(
    ("audience", "page", "width", "said"),
    [
        ("mail", AnnotatedPage(changed=3), 80, "E-post: så här ser andra det · 3 ställen ändrade"),
        ("mail", AnnotatedPage(changed=3), 42, "E-post · 3 ställen ändrade"),
        ("mail", AnnotatedPage(), 42, "E-post · inget ändrat"),
        ("mail", AnnotatedPage(changed=3, leaks=1), 42, "E-post · 1 ställe måste döljas · 3 ställen ändrade"),
        ("person", AnnotatedPage(changed=1), 42, "Till personen · 1 ställe ändrat"),
        ("full", AnnotatedPage(), 42, "Fullständig: för papper eller ett säkert system"),
        ("full", None, 42, "Fullständig: görs i ordning …"),
    ],
)
def test_preview_title_has_audience_and_leaks_first(
    audience: str, page: AnnotatedPage | None, width: int, said: str
) -> None:
    assert title(audience, page, False, width).plain == said
