"""Stories of the way from the last things to settle to the closed meeting, with few and with many at the table."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from sip_tui.i18n import translation
from sip_tui.meeting.content.delivery import change_delivery, receivers
from sip_tui.meeting.content.questions import change_question
from sip_tui.meeting.guidance.wrap_up import FEEDBACK_FIELDS, change_interim_plan, give_feedback
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.people.floor import change_phase
from sip_tui.meeting.time.agenda import close_meeting, open_meeting
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.screens.time.screen import TimeScreen
from sip_tui.screens.wrap_up.screen import WrapUpScreen
from tests.helpers.app_harness import AppHarness, advance_clock, screen_text
from tests.helpers.app_harness import wait_until_saved as saved
from tests.helpers.hostile_text import ALL_HOSTILE
from tests.helpers.list_screens import SIZES, mark_all_present, open_wrap_up, read_aloud, static_text


@pytest.fixture(autouse=True)
def english(swedish: None) -> None:
    """These stories are told in the words of the code."""
    translation.set_language("en")


async def test_close_dialog_lists_open_items_and_leads_there(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        mark_all_present(app)
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        await pilot.press("f12")
        await pilot.pause()
        text = screen_text(app)
        for told in (
            "Nobody has asked Maja how the meeting was.",
            "Nobody coordinates the plan yet.",
            "No follow-up is booked.",
            "Nobody has said who Maja should call",
            "Questions without an answer",
        ):
            assert told in text
        assert "y Yes  n No, stay  G Go through it" in text.splitlines()[-1]
        await pilot.press("G")
        await pilot.pause()
        assert isinstance(app.screen, WrapUpScreen)
        assert not timing_at(app.meeting, harness.clock()).closed


async def test_a_long_list_scrolls_under_answer_keys_that_stay(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        for number in range(30):
            app.write((Edit("actions", f"a{number:02d}", "what", f"Göra sak nummer {number}"),))
            app.write((Edit("terms", f"t{number:02d}", "term", f"ord{number} som är ganska långt"),))
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        await pilot.press("f12")
        await pilot.pause()
        await pilot.pause()
        assert "space More" in screen_text(app).splitlines()[-1]
        seen = screen_text(app)
        for _ in range(4):
            await pilot.press("space")
            await pilot.pause()
            assert "y Yes  n No, stay" in screen_text(app).splitlines()[-1]
            seen += screen_text(app)
        assert "and 27 more" in seen
        await pilot.press("j")
        await pilot.pause()
        assert timing_at(app.meeting, harness.clock()).closed, "nothing locks the room"


async def test_settled_meeting_says_how_to_close(harness: AppHarness) -> None:
    app = harness.app()
    answers = {"safe": "yes", "wonders": "Nej", "knows_whom": "yes", "satisfied": "yes"}
    settled = {"wish": "Samir", "coordinator": "p3", "authority": "regionen", "follow_up": "2027-01-29T13:00"}
    async with app.run_test() as pilot:
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        for who in ("p1", "p2"):
            app.write(give_feedback(app.meeting, who, answers))
        app.write(
            change_interim_plan(app.meeting, {**settled, "contact": "p3", "convener": "p3", "changed": "Samir ringer"})
        )
        for number in (1, 2, 3):
            app.write(change_question(app.meeting, f"question-{number}", answer="Ja"))
        for receiver in receivers(app.meeting):
            app.write(change_delivery(app.meeting, receiver.id, {"channel": "paper"}))
        await open_wrap_up(pilot, app)
        assert static_text(app, "#list-heads") == "Before you go home: 22 of 22 done"
        assert read_aloud(app).endswith("Everything is done. Press F12 to close the meeting.")
        app.write(close_meeting(app.session.edit_context()))
        await pilot.pause()
        assert "closes the meeting" not in read_aloud(app)


async def test_in_the_last_part_the_time_screen_tells_of_it(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.write(open_meeting(app.meeting, app.session.edit_context()))
        app.write(change_phase(app.meeting, "closing", app.session.edit_context()))
        await advance_clock(pilot, app, harness.clock, 1)
        assert isinstance(app.screen, TimeScreen)
        text = " ".join(str(static.content) for static in app.screen.query(Static))
        assert "Press G: everything to decide before you go home is there." in text


@pytest.mark.parametrize("size", SIZES)
async def test_fourteen_people_scroll_under_a_fixed_sentence(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        for number in range(7):
            who = f"x{number}"
            app.write((Edit("participants", who, "name", f"Moster {number}"), Edit("participants", who, "kind", "kin")))
        await open_wrap_up(pilot, app)
        await pilot.press("end")
        await pilot.pause()
        text = screen_text(app)
        assert "Before you go home: 0 of 36 done" in text
        assert "how will you get the plan, and by when?" in " ".join(text.split())
        assert "j Yes  n No  Enter Write" in text.splitlines()[-1]


async def test_hostile_texts_are_shown_and_kept_as_they_are(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await open_wrap_up(pilot, app)
        text = ALL_HOSTILE
        app.write([Edit("participants", who, "name", text) for who in ("p2", "p3")])
        app.write([Edit("person", "person", "called", text), Edit("about", "meeting", "follow_up", text)])
        app.write(
            [Edit("feedback", who, asked, text) for who in ("p1", "p2") for asked in FEEDBACK_FIELDS if asked != "safe"]
        )
        app.write([Edit("questions", "question-1", "answer", text), Edit("questions", "question-1", "text", text)])
        app.write([Edit("between", "between", name, text) for name in ("wish", "authority", "phone", "urgent")])
        app.write([Edit("between", "between", name, "p3") for name in ("coordinator", "contact", "convener")])
        await pilot.press("down", "enter", "escape")
        assert "\x1b" not in screen_text(app)
        await saved(pilot, app)
    assert harness.on_disk().between.wish == ALL_HOSTILE
