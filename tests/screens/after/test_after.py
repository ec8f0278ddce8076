"""Stories of what happens now: after F12 everybody who gets the plan has a row, and one key makes the follow-up."""

from __future__ import annotations

import pytest

from sip_tui.meeting.content.delivery import delivery_of
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time.agenda import Stage, stage_of
from sip_tui.screens.after.screen import AfterScreen
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.review.screen import ReviewScreen
from sip_tui.screens.wrap_up.screen import WrapUpScreen
from sip_tui.session.session import MeetingSession
from tests.helpers.app_harness import ID, AppHarness, wait_until
from tests.helpers.list_screens import SIZES, go_to_row, key_bar, list_text, read_aloud, static_text


async def test_after_the_close_a_screen_says_what_happens_now(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.write([Edit("deliveries", "p2", "channel", "paper"), Edit("about", "meeting", "follow_up", "2027-01-29")])
        await pilot.press("v", "f12", "j")
        await wait_until(pilot, lambda: isinstance(app.screen, AfterScreen))
        assert "av 7 har fått planen" in static_text(app, "#list-heads")
        text = list_text(app)
        for words in ("○ Åsa Lindgren: på papper", "Kvar att ta hand om", "fredag 29 januari 2027", "alla möten"):
            assert words in text
        await go_to_row(pilot, app, "delivery p2")
        assert "har du fått planen?" in read_aloud(app)
        await pilot.press("j")
        assert delivery_of(app.meeting, "p2").received == "2026-11-27"
        assert "✓ Åsa Lindgren" in list_text(app)
        await go_to_row(pilot, app, "delivery p2")
        await pilot.press("n", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, FormScreen))
        assert not delivery_of(app.meeting, "p2").received
        await pilot.press("escape")


async def test_documents_open_at_what_the_receiver_gets(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.write([Edit("actions", "a1", "what", "Ringa"), Edit("actions", "a1", "who", "p3")])
        app.write([Edit("deliveries", "p3", "version", "actor")])
        await pilot.press("v", "f12", "j")
        await wait_until(pilot, lambda: isinstance(app.screen, AfterScreen))
        for row, choice in (("delivery p2", ("person", "")), ("delivery p3", ("actor", "p3"))):
            await go_to_row(pilot, app, row)
            await pilot.press("f10")
            await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen))
            review = app.screen
            assert isinstance(review, ReviewScreen)
            assert (review.choice.audience, review.choice.actor) == choice
            await pilot.press("escape")
            await wait_until(pilot, lambda: isinstance(app.screen, AfterScreen))


async def test_actor_has_entered_its_part(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        for row in ("a1", "a2"):
            app.write([Edit("actions", row, "what", "Ringa"), Edit("actions", row, "who", "p3")])
        await pilot.press("v", "f12", "j")
        await wait_until(pilot, lambda: isinstance(app.screen, AfterScreen))
        assert "○ Samir Haddad: 0 av 2" in list_text(app)
        await go_to_row(pilot, app, "entered p3")
        await pilot.press("j")
        await wait_until(pilot, lambda: "✓ Samir Haddad: 2 av 2" in list_text(app))
        await pilot.press("n")
        await wait_until(pilot, lambda: "○ Samir Haddad: 0 av 2" in list_text(app))


async def test_undone_close_leads_back_to_the_meeting(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "f12", "j")
        await wait_until(pilot, lambda: isinstance(app.screen, AfterScreen))
        await pilot.press("z")
        await wait_until(pilot, lambda: app.current_mode == "time")
        assert stage_of(app.meeting) is Stage.IN_PROGRESS


@pytest.mark.parametrize("size", SIZES)
async def test_every_row_leads_to_what_it_says(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("v", "f12", "j", "D")
        await wait_until(pilot, lambda: isinstance(app.screen, AfterScreen))
        assert "> Uppföljning" in key_bar(app)
        await pilot.press("j")
        await go_to_row(pilot, app, "left 0")
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, WrapUpScreen))
        await pilot.press("D")
        await wait_until(pilot, lambda: isinstance(app.screen, AfterScreen))
        await go_to_row(pilot, app, "documents")
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        app.pop_screen()
        await wait_until(pilot, lambda: isinstance(app.screen, AfterScreen))
        await go_to_row(pilot, app, "meetings")
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.open_next == ("", ""))
    assert app.return_code == 0


async def test_one_key_makes_the_follow_up_and_opens_it(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "f12", "j")
        await wait_until(pilot, lambda: isinstance(app.screen, AfterScreen))
        await pilot.press("greater_than_sign")
        await wait_until(pilot, lambda: app.open_next is not None)
    assert app.open_next is not None
    made, seat = app.open_next
    assert seat == "chair"
    assert MeetingSession(harness.archive.open(made), harness.clock).meeting.about.previous == ID
    again = harness.app()
    async with again.run_test() as pilot:
        await pilot.press("D", "greater_than_sign")
        await wait_until(pilot, lambda: again.open_next is not None)
    assert again.open_next == (made, "chair")


async def test_open_meeting_has_no_way_to_what_happens_after(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("D", "greater_than_sign")
        assert app.current_mode == "time"
        assert app.open_next is None
