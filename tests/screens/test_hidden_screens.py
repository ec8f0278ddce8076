"""Stories of rooms that nobody looks at: they rest, and know everything when somebody comes back."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Digits

from sip_tui.app.app import SipApp
from sip_tui.meeting.content.plan import add_action
from sip_tui.meeting.log.change import Edit
from sip_tui.screens.actions import screen
from sip_tui.widgets.live_static import LiveStatic
from tests.helpers.app_harness import AppHarness, advance_clock, screen_text

ROOMS = ("f3", "f4", "f5", "f6", "f7", "M", "B")


async def test_a_room_that_nobody_sees_says_nothing_anew(harness: AppHarness, monkeypatch: pytest.MonkeyPatch) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press(*ROOMS[:-1], "f8")
        asleep = [screen for stack in app._screen_stacks.values() for screen in stack if screen is not app.screen]
        assert len(asleep) == len(ROOMS)
        seen = set(app.screen.walk_children(LiveStatic))
        told: list[LiveStatic] = []
        for kind in {type(static) for screen in asleep for static in screen.walk_children(LiveStatic)}:
            monkeypatch.setattr(kind, "render_content", _noting(kind, told))
        app.write((Edit("about", "meeting", "purpose", "nytt"),))
        await advance_clock(pilot, app, harness.clock, 1)
        assert told
        assert set(told) <= seen


def _noting(kind: type[LiveStatic], told: list[LiveStatic]) -> object:
    plain = kind.render_content

    def noted(static: LiveStatic, now: object) -> object:
        told.append(static)
        return plain(static, now)  # type: ignore[arg-type]

    return noted


async def test_a_list_that_nobody_sees_is_not_made_anew(harness: AppHarness, monkeypatch: pytest.MonkeyPatch) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "f8")
        monkeypatch.setattr(screen, "rows_by_goal", lambda *_given: pytest.fail("nobody looks at it"))
        app.write(add_action(app.meeting, app.session.edit_context(), what="Ringa"))
        await advance_clock(pilot, app, harness.clock, 1)
        assert len(app.meeting.actions) == 1


async def test_whoever_comes_back_sees_all_that_has_happened(harness: AppHarness) -> None:
    app, fresh = harness.app(), harness.app()
    async with app.run_test(size=(90, 40)) as pilot:
        for room in ("v", *ROOMS, "f8"):
            await pilot.press(room)
        change(app)
        await advance_clock(pilot, app, harness.clock, 2)
        seen = await walk(pilot, app)
    async with fresh.run_test(size=(90, 40)) as pilot:
        assert seen == await walk(pilot, fresh)


async def walk(pilot: Pilot[int], app: SipApp) -> dict[str, list[str]]:
    """What each room says, when one comes there from the clock and looks at its first row."""
    said = {}
    for room in ROOMS:
        await pilot.press("f2", room, "home")
        said[room] = await at_rest(pilot, app)
    return said


async def at_rest(pilot: Pilot[int], app: SipApp) -> list[str]:
    """What a room says when it says the same again: on a slow machine a list is laid out once more."""
    before: list[str] = []
    while before != (now := body(app)):
        before = now
        await pilot.pause(0.1)
    return now


def change(app: SipApp) -> None:
    """Something that every room shows a part of."""
    moment = app.session.edit_context()
    app.write(
        (
            *add_action(app.meeting, moment, what="Ringa", who="p3"),
            Edit("participants", "p7", "presence", "excused"),
            *(Edit("terms", "t1", name, value) for name, value in (("term", "LSS"), ("answer", "en lag"))),
            *(Edit("ideas", "i1", name, value) for name, value in (("text", "Läxhjälp"), ("pros", "lugnt"))),
            Edit("goals", "g2", "text", "Må bra"),
        )
    )


def body(app: SipApp) -> list[str]:
    """What the room says, without the lines that tell of the disk, of keys and of the other seat."""
    return screen_text(app).split("\n")[3:-1]


async def test_the_clock_is_right_at_once(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "f5")
        await advance_clock(pilot, app, harness.clock, 3)
        await pilot.press("f2")
        await pilot.pause()
        fresh = harness.app("secretary")
        async with fresh.run_test() as second:
            await second.press("f2")
            await second.pause()
            assert app.screen.query_one(Digits).value == fresh.screen.query_one(Digits).value
