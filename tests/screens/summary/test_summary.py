"""Stories of a chair who reads aloud what was said and decided and asks everybody."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from sip_tui.app.app import SipApp
from sip_tui.i18n import translation
from sip_tui.meeting.content.plan import add_action
from sip_tui.meeting.content.situation import write_account
from sip_tui.meeting.content.summary import unasked_in_round
from sip_tui.meeting.guidance.checklist import is_done
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.screens import SCREENS
from sip_tui.screens.dialogs import ConfirmDialog
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.summary import SummaryScreen
from sip_tui.widgets.prompts import TermPrompt
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, go_to_mode, screen_text, wait_until, wait_until_saved
from tests.helpers.hostile_text import ALL_HOSTILE
from tests.helpers.list_screens import fill_form

SIZES = [(80, 24), (120, 40)]
EVERYBODY = ("p1", "p2", "p3", "p4", "p5", "p6")


def here(*people: str) -> list[Edit]:
    return [Edit("participants", who, "presence", "present") for who in people]


def text(app: SipApp) -> str:
    """All that is read aloud, also what is scrolled away."""
    return str(app.screen.query_one("#summary-read", Static).content)


def question(app: SipApp) -> str:
    return str(app.screen.query_one("#round-question", Static).content)


async def test_j_opens_it_from_every_chair_screen(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        for mode in SCREENS:
            await go_to_mode(pilot, app, mode)
            if mode in {"notes", "board"}:
                continue
            await pilot.press("S")
            assert isinstance(app.screen, SummaryScreen), mode


async def test_who_does_what_is_read_in_sentences_by_name(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        promises = [
            ("Ringer skolan", "p3", "senast fredag 27 november 2026, v. 48"),
            ("Säga till Samir", "p1", "när du behöver"),
            ("Speciallärare", "p5", "2026-12-04"),
            ("Boka tid", "p7", ""),
            ("Tandläkaren", "", "i vår"),
        ]
        app.write([*here(*EVERYBODY), Edit("participants", "p7", "presence", "excused")])
        for what, who, when in promises:
            app.write(add_action(app.meeting, app.session.edit_context(), what=what, who=who, when=when))
        await pilot.press("S")
        read = text(app)
        assert read.index("DET HÄR HAR VI TALAT OM") < read.index("DET HÄR HAR VI BESTÄMT")
        assert [line for line in read.splitlines() if line.startswith("• ")][-8:] == [
            "• Maja, du säger till Samir, när du behöver.",
            "• Samir Haddad ringer skolan senast fredag 27 november 2026.",
            "• Johan Ek: Speciallärare, fredag 4 december 2026.",
            "• Petra Nyman får frågan om att boka tid. När?",
            "• Petra Nyman är inte här. Vem berättar för Petra Nyman?",
            "• Tandläkaren, i vår. Vem gör det?",
            "• Ingen uppföljning är bokad. Vilken dag ses vi igen?",
            "• Ingen håller ihop planen än. Maja, vem vill du ska göra det?",
        ]


async def test_the_text_follows_what_the_secretary_writes(harness: AppHarness) -> None:
    app, secretary = harness.app(), harness.app("secretary")
    async with app.run_test() as pilot:
        await pilot.press("S")
        secretary.session.write(
            (
                Edit("quotes", "q1", "text", "Jag orkar inte måndagar"),
                Edit("quotes", "q1", "who", "p1"),
                Edit("accounts", "p2", "wishes", "att någon ringer"),
                Edit("resolutions", "r1", "text", "Planen gäller till mars"),
            )
        )
        secretary.session.flush()
        await wait_until(pilot, lambda: "Jag orkar inte" in text(app))
        assert "• Maja: ”Jag orkar inte måndagar”" in text(app)
        assert "• Åsa Lindgren önskar: att någon ringer." in text(app)
        assert "Det här kom vi också överens om\n• Planen gäller till mars." in text(app)


async def test_one_finger_goes_round_the_table_and_the_duty_is_done(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(here("p1", "p3", "p4"))
        await pilot.press("S")
        assert question(app) == "Ser du det på samma sätt, Maja? 0 av 3 har svarat."
        await pilot.press("j", "space")
        assert question(app) == "Ser du det på samma sätt, Helena Sjöberg? 1 av 3 har svarat."
        await pilot.press("j")
        assert not is_done(app.meeting, "summary")
        await pilot.press("j")
        assert question(app) == "Alla ser det på samma sätt."
        await wait_until_saved(pilot, app)
    meeting = harness.on_disk()
    assert {answer.id: answer.same for answer in meeting.pictures} == {"p1": "yes", "p3": "yes", "p4": "yes"}
    assert is_done(meeting, "summary")


async def test_difference_is_kept_without_a_name(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(here("p1", "p3"))
        await pilot.press("S", "n")
        assert isinstance(app.screen, FormScreen)
        assert "Maja, vad ser du på ett annat sätt?" in screen_text(app)
        await fill_form(pilot, app, text="Takten i skolan")
        (row,) = harness.on_disk().disagreements
        assert (row.text, row.lost) == ("Takten i skolan", {})
        await pilot.press("enter")
        assert "Det vi ser olika på\n• Takten i skolan." in text(app)
        assert question(app).startswith("Ser du det på samma sätt, Samir Haddad?")
        await pilot.press("j")
        assert question(app) == "Alla har svarat. Maja ser det på ett annat sätt."
        assert "✗ ser det på ett annat sätt" in screen_text(app)
        assert "─Rundan─" in screen_text(app)
        assert screen_text(app).splitlines()[-1].strip().startswith("j Samma sätt  n Olika  PgDn Mer  ")
        await pilot.press("z", "z", "z")
        assert app.meeting.disagreements == ()
        assert [participant.id for participant in unasked_in_round(app.meeting)] == ["p1", "p3"]


async def test_escape_leaves_the_round_before_the_screen(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(here("p1", "p3"))
        await pilot.press("f7", "S", "n", *"Takten", "escape", "escape")
        assert app.current_mode == "summary"
        assert app.focused
        assert app.focused.id == "summary-text"
        await pilot.press("escape")
        assert app.current_mode == "ideas"
    assert [row.text for row in harness.on_disk().disagreements] == ["Takten"]


async def test_difference_without_words_is_an_answer(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(here("p1"))
        await pilot.press("S", "n", "escape")
        assert app.meeting.disagreements == ()
        assert "ser det på ett annat sätt" in screen_text(app)
        assert question(app) == "Alla har svarat. Maja ser det på ett annat sätt."


async def test_arrows_and_page_keys_in_text_and_round(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.write(here(*EVERYBODY))
        for number in range(30):
            app.write((Edit("needs", f"n{number:02}", "text", f"behov {number}"),))
        await pilot.press("S", "down", "down")
        reading, people = app.screen.query_one("#summary-text"), app.screen.query_one("#round-list", RowList)
        assert (reading.scroll_offset.y, people.row) == (2, "p1")
        await pilot.press("tab", "down")
        assert (reading.scroll_offset.y, people.row) == (2, "p2")
        await pilot.press("pagedown")
        assert reading.scroll_offset.y > 8
        assert people.row == "p2"
        await pilot.press("pageup", "tab", "end")
        assert reading.scroll_offset.y == reading.max_scroll_y
        assert "Ingen uppföljning är bokad." in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_six_people_and_the_text_are_seen_at_once(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        app.write(here(*EVERYBODY))
        await pilot.press("S")
        await pilot.pause()
        seen = screen_text(app)
        assert seen.count("har inte svarat") == 6
        assert "DET HÄR HAR VI TALAT OM" in seen
        assert app.screen.query_one("#summary-text").size.height >= 10
        beside = app.screen.query_one("#round").region.x > 0
        assert beside == (size[0] > 100)


async def test_where_nobody_has_been_called_the_screen_says_how(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("S", "j", "n", "space", "enter")
        assert "Uppropet är inte gjort än. Tryck F3." in screen_text(app)
        assert app.meeting.pictures == ()


async def test_leaving_an_unfinished_round_is_asked_about(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        away = Edit("participants", "p1", "presence", "missing")
        app.write([*here("p2", "p3"), away, Edit("about", "meeting", "questions", [])])
        app.write(agenda.enter_phase(app.meeting, "summary", app.session.edit_context()))
        await pilot.press("S", "j", "v")
        assert isinstance(app.screen, ConfirmDialog)
        assert "Har inte fått frågan om ni ser det på samma sätt: Samir Haddad." in screen_text(app)
        await pilot.press("escape", "j", "v")
        assert timing_at(app.meeting, harness.clock()).phase == "closing"


async def test_it_is_read_in_english_too(harness: AppHarness) -> None:
    translation.set_language("en")
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(here("p1"))
        app.write(
            add_action(app.meeting, app.session.edit_context(), what="Call the school", who="p3", when="by Friday")
        )
        await pilot.press("S", "j")
        assert "Samir Haddad: Call the school by Friday." in text(app)
        assert question(app) == "Everyone sees it the same way."


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_texts_are_only_texts(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        app.write(here("p1", "p3"))
        await pilot.press("v", "S")
        tables = ("quotes", "needs", "information", "ideas", "disagreements", "parked", "goals", "resolutions")
        hostile = ALL_HOSTILE
        cells = [Edit(table, "x1", "text", hostile) for table in tables]
        cells += [Edit("accounts", "p1", "works", hostile), Edit("about", "meeting", "follow_up", hostile)]
        cells += [Edit("actions", "x1", field, hostile) for field in ("what", "when", "how_often", "where")]
        cells += [Edit("actions", "x1", "who", "p3"), Edit("participants", "p3", "name", hostile)]
        words = [Edit("terms", "x1", field, value) for field, value in (("term", hostile), ("raised_by", "p3"))]
        app.write([*cells, *words, Edit("person", "person", "called", hostile)])
        await pilot.pause()
        assert "\x1b" not in screen_text(app)
        assert app.screen.query_one(TermPrompt).size.height <= 1
        app.write((Edit("resolutions", "x1", "text", "[/b]{who}"),))
        await pilot.pause()
        assert "• [/b]{who}." in text(app)


async def test_the_two_days_and_who_keeps_the_plan_together_are_read(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(
            [Edit("about", "meeting", "follow_up", "2027-01-29"), Edit("between", "between", "place", "rum Eken")]
        )
        app.write(
            [Edit("between", "between", "coordinator", "p3"), Edit("between", "between", "authority", "regionen")]
        )
        await pilot.press("S")
        both = "• Vi ses igen fredag 29 januari 2027, rum Eken. Då ser vi också efter om målen är nådda."
        assert both in text(app).splitlines()
        app.write([Edit("between", "between", "evaluation", "2027-05-28")])
        await pilot.pause()
        assert text(app).splitlines()[-4:] == [
            "• Vi ses igen fredag 29 januari 2027, rum Eken.",
            "• Vi ser efter om målen är nådda: fredag 28 maj 2027.",
            "Den som håller ihop planen",
            "• Samir Haddad håller ihop planen. Det är regionen som har det övergripande ansvaret för planen.",
        ]


async def test_the_person_who_is_here_is_spoken_to(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.write([Edit("person", "person", "matters", "Att få måla"), *here("p1")])
        app.write(write_account(app.meeting, "p1", {"works": "bilden"}))
        await go_to_mode(pilot, app, "summary")
        assert "Viktigast för dig, Maja" in text(app)
        assert "• Maja, du säger att det här fungerar: bilden." in text(app)
        app.write([Edit("participants", "p1", "presence", "excused")])
        await pilot.pause()
        assert "Viktigast för Maja" in text(app)
        assert "• Maja: det här fungerar – bilden." in text(app)


async def test_no_page_of_the_summary_ends_in_a_heading(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        app.write([Edit("needs", f"n{number}", "text", f"Behov {number}") for number in range(4)])
        await go_to_mode(pilot, app, "summary")
        page = app.screen.query_one("#summary-text")
        for top in range(min(page.max_scroll_y, 8)):
            page.scroll_to(y=top, animate=False)
            await pilot.pause()
            await pilot.pause()
            assert not ends_in_heading(app), top


def ends_in_heading(app: SipApp) -> bool:
    """Whether the last line of the page that is shown is one of the headings of the summary."""
    page = app.screen.query_one("#summary-text").region
    last = screen_text(app).splitlines()[page.bottom - 1][: page.right - 2].strip()
    written = str(app.screen.query_one("#summary-read", Static).content).splitlines()
    return bool(last) and not last.startswith("•") and last in written
