"""Stories of how everybody gets the plan: asked before people go home, in the list of F12, and in the full minutes."""

from __future__ import annotations

import re

from sip_tui.meeting.content.delivery import delivery_of, undelivered
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Channel
from sip_tui.minutes.render import minutes
from sip_tui.screens.forms.select_field import KeyboardSelect
from sip_tui.screens.wrap_up.close_dialog import close_dialog
from tests.helpers.app_harness import START, AppHarness, screen_text, wait_until_saved
from tests.helpers.list_screens import fill_form, list_text, open_wrap_up, read_aloud


async def test_each_receiver_says_how_they_get_the_plan(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.write([Edit("about", "meeting", "secretary", "p3")])
        await open_wrap_up(pilot, app, "delivery p1")
        assert "hur vill du få planen: på papper, på 1177 om det går, eller både och?" in read_aloud(app)
        await pilot.press("e")
        app.screen.query_one("#field-channel", KeyboardSelect).value = "both"
        await fill_form(pilot, app, due="4 december")
        await pilot.press("escape")
        await wait_until_saved(pilot, app)
        line = delivery_of(app.meeting, "p1")
        assert (line.channel, line.due) == (Channel.BOTH, "2026-12-04")
        assert (
            "både på 1177 och på papper, papperet med stor stil, Samir Haddad ordnar det, senast fredag 4 december"
            in list_text(app)
        )
        await pilot.press("j")
        assert delivery_of(app.meeting, "p1").received == "2026-11-27"
        await pilot.press("d", "n")
        assert not delivery_of(app.meeting, "p1").received


async def test_one_key_gives_all_actors_the_same_way(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_wrap_up(pilot, app, "delivery p3")
        await pilot.press("Y")
        assert not app.meeting.deliveries
        app.write([Edit("deliveries", "p3", "channel", "secure message")])
        await pilot.press("Y")
        assert {row.channel for row in app.meeting.deliveries} == {Channel.SECURE}
        await pilot.press("Y")
        await pilot.press("z")
        assert [row.id for row in app.meeting.deliveries if row.channel is Channel.SECURE] == ["p3"]


async def test_who_was_not_asked_is_named_before_the_close(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 60)) as pilot:
        app.write([Edit("participants", "p4", "consent", "none"), Edit("deliveries", "p1", "channel", "paper")])
        app.push_screen(close_dialog(app.meeting))
        await pilot.pause()
        sentence = next(line for line in screen_text(app).splitlines() if "Ingen har frågat hur" in line)
        assert "Maja" not in sentence
        assert "Åsa Lindgren" in sentence
        assert [receiver.id for receiver in undelivered(app.meeting)][:2] == ["p1", "p2"]
        assert "p4" not in [receiver.id for receiver in undelivered(app.meeting)]


async def test_close_asks_who_acts_instead_of_one_with_a_no(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 60)) as pilot:
        app.write([Edit("participants", "p4", "consent", "none"), Edit("participants", "p4", "presence", "excused")])
        app.write([Edit("actions", "a1", "what", "Boka tid"), Edit("actions", "a1", "who", "p4")])
        app.push_screen(close_dialog(app.meeting))
        await pilot.pause()
        shown = " ".join(re.sub("[│┃]", " ", screen_text(app)).split())
        assert "har sagt nej till att vi talar med" in shown
        assert re.search(r"stället\? .{0,20}• Boka tid", shown)
        assert "vem hör av sig?" not in shown


def test_full_minutes_tell_who_got_the_plan_and_mail_does_not(harness: AppHarness) -> None:
    session = harness.app().session
    session.write([Edit("deliveries", "p1", "channel", "1177"), Edit("deliveries", "p1", "received", "2026-11-27")])
    session.write([Edit("deliveries", "p2", "unwanted", True), Edit("deliveries", "p3", "due", "2026-12-04")])
    text = minutes(session.meeting, "full", now=START).text
    table = text[text.index("## Så får var och en planen") :].split("##")[1]
    assert "på 1177" in table
    assert "fredag 27 november" in table
    assert "vill inte ha den" in table
    for audience in ("mail", "person"):
        assert "Så får var och en planen" not in minutes(session.meeting, audience, now=START).text
