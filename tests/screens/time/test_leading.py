"""Stories of a chair who leads a meeting with one finger."""

from __future__ import annotations

from textual.widgets import Static

from sip_tui.app.app import SipApp
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.people.floor import current_speaker
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.widgets.demo_prompt import DemoPrompt
from sip_tui.widgets.header import MeetingHeader
from sip_tui.widgets.prompts import BreakPrompt
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, advance_clock, wait_until_saved
from tests.helpers.list_screens import static_text


def header(app: SipApp) -> str:
    return str(app.screen.query_one(MeetingHeader).content)


async def test_the_demo_says_what_to_try_until_a_meeting_of_ones_own(harness: AppHarness) -> None:
    app = harness.app()
    app.is_demo = True
    async with app.run_test(size=(80, 24)) as pilot:
        said = [static_text(app, "DemoPrompt")]
        app.write(agenda.open_meeting(app.meeting, app.session.edit_context()))
        for phase in (*agenda.PHASES[1:], ""):
            await pilot.pause()
            said.append(static_text(app, "DemoPrompt"))
            await advance_clock(pilot, app, harness.clock, 1)
            context = app.session.edit_context()
            app.write(agenda.enter_phase(app.meeting, phase, context) if phase else agenda.close_meeting(context))
        await pilot.pause()
        said.append(static_text(app, "DemoPrompt"))
        assert len(set(said)) == 7
        assert all(sentence.startswith("Prova: ") for sentence in said)
        assert max(map(len, said)) <= 58, "one line of the smallest terminal"
        assert "eget möte" in said[-1]


async def test_what_the_demo_says_follows_what_has_been_done(harness: AppHarness) -> None:
    app = harness.app()
    app.is_demo = True

    async def after(*keys: str) -> str:
        """Press keys, and return what to try then."""
        await pilot.press(*keys)
        await pilot.pause()
        return static_text(app, "DemoPrompt")

    async with app.run_test(size=(60, 20)) as pilot:
        assert "F3" in await after("v")
        assert "en bokstav för var och en" in await after("f3")
        assert "nästa del" in await after(*"hhhhhhh")
        assert "nästa del" in await after("f2")
        app.write(agenda.enter_phase(app.meeting, "situation", app.session.edit_context()))
        assert "en siffra" in await after()
        assert "F2" in await after("f8")
        assert "svårt" in await after("f2", "1")
        app.write(agenda.enter_phase(app.meeting, "needs", app.session.edit_context()))
        assert "F5" in await after()
        assert "Samir ringer skolan" in await after("f5")
        assert app.screen.query_one(DemoPrompt).size.height == 1


async def test_one_key_opens_the_meeting_and_the_next_goes_on(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write((Edit("participants", "p1", "presence", "missing"),))
        assert "Mötet är inte öppnat än" in header(app)
        await pilot.press("v")
        assert "Inledning: 6 min kvar" in header(app)
        await advance_clock(pilot, app, harness.clock, 4)
        assert "Inledning: 2 min kvar" in header(app)
        await pilot.press("v", "plus")
        await wait_until_saved(pilot, app)
    meeting = harness.on_disk()
    assert timing_at(meeting, harness.clock()).phase == "situation"
    assert {phase.id: phase.minutes for phase in meeting.phases}["situation"] == 17


async def test_all_clocks_stand_still_while_the_clock_is_stopped(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "K")
        await advance_clock(pilot, app, harness.clock, 30)
        assert "Inledning: 6 min kvar" in header(app)
        assert "Klockan är stoppad" in header(app)


async def test_the_break_is_offered_when_maja_has_no_more_strength(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v")
        await advance_clock(pilot, app, harness.clock, 29)
        assert not app.screen.query_one(BreakPrompt).display
        await advance_clock(pilot, app, harness.clock, 1)
        offered = static_text(app, "BreakPrompt")
        assert (offered.count("Maja"), offered.count("30")) == (2, 2)
        await pilot.press("full_stop")
        await pilot.pause()
        assert "Pausen väntar i fem minuter." in [notice.message for notice in app._notifications]
        assert not app.screen.query_one(BreakPrompt).display
        await advance_clock(pilot, app, harness.clock, 5)
        await pilot.press("f9")
        assert "Paus sedan 13.35" in static_text(app, "BreakPrompt")
        await advance_clock(pilot, app, harness.clock, 10)
        await pilot.press("f9")
        assert not app.screen.query_one(BreakPrompt).display
        assert "Mötet: 25 min kvar" in header(app)


async def test_digit_gives_floor_and_header_says_heard(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "2")
        assert "Ordet: Åsa Lindgren" in header(app)
        assert "Maja har inte haft ordet i den här delen" in header(app)
        await pilot.press("1")
        assert "Maja har haft ordet" in header(app)
        await pilot.press("1")
        assert current_speaker(app.meeting) is None


async def test_roll_call_takes_one_letter_each(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f3", "h", "h", "h", "s", "u", "f", "h")
        await wait_until_saved(pilot, app)
        sentence = static_text(app, "#read-aloud")
        assert "Ingrid Wallin (läkare, BUP) har förhinder." in sentence
        assert "Johan Ek (mentor, Almgymnasiet) är inte här och har inte hört av sig." in sentence
        assert "Helena Sjöberg (socialsekreterare, Socialtjänsten) kommer senare." in sentence
    marks = {participant.name: participant.presence for participant in harness.on_disk().participants}
    assert marks["Ingrid Wallin"] is Presence.EXCUSED
    assert marks["Maja Lindgren"] is Presence.PRESENT


async def test_a_word_is_raised_by_one_key_and_its_speaker_is_asked(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f4", "a")
        form = app.screen
        assert isinstance(form, FormScreen)
        form.query_one("#field-term").value = "LPT"  # type: ignore[attr-defined]
        form.query_one("#field-raised_by").value = "p6"  # type: ignore[attr-defined]
        await pilot.press("escape")
        await wait_until_saved(pilot, app)
        assert static_text(app, "#read-aloud") == "Fråga Ingrid Wallin: vad menar du med ”LPT”?"
    assert harness.on_disk().terms[-1].term == "LPT"


async def test_an_action_is_on_disk_before_its_form_is_closed(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "m", "escape", "a")
        app.screen.query_one("#field-what").value = "Ringa skolan"  # type: ignore[attr-defined]
        await pilot.pause(0.1)
        await wait_until_saved(pilot, app)
        assert [action.what for action in harness.on_disk().actions] == ["Ringa skolan"]
        await pilot.press("escape")
        assert "1 utan namn, 1 utan tid" in static_text(app, "#read-aloud")


async def test_undo_takes_back_the_whole_action(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f5", "a")
        app.screen.query_one("#field-what").value = "Ringa"  # type: ignore[attr-defined]
        await pilot.pause(0.1)
        app.screen.query_one("#field-when").value = "fredag"  # type: ignore[attr-defined]
        await pilot.press("escape", "z")
        await wait_until_saved(pilot, app)
    meeting = harness.on_disk()
    assert meeting.actions == ()
    assert [event.kind for event in meeting.events] == ["undo"]


async def test_each_form_visit_is_one_undo_step(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        before = app.meeting.about.purpose
        for field, words in (("purpose", "Att orka gå till skolan"), ("follow_up", "2027-02-19 13:00")):
            await pilot.press("i")
            app.screen.query_one(f"#field-{field}").value = words  # type: ignore[attr-defined]
            await pilot.press("escape")
        await pilot.press("z")
        assert [notice.message for notice in app._notifications][-1] == "Ångrat: Uppföljning. Tryck Z för att göra om."
        assert (app.meeting.about.purpose, app.meeting.about.follow_up) == ("Att orka gå till skolan", "")
        await pilot.press("z")
        assert app.meeting.about.purpose == before
        await pilot.press("Z", "Z", "Z")
        about = app.meeting.about
        assert (about.purpose, about.follow_up) == ("Att orka gå till skolan", "2027-02-19 13:00")
        await pilot.press("z", "v", "Z")
        assert app.meeting.about.follow_up == "", "what was done after it stands, and nothing is done again"


async def test_escape_in_close_dialog_keeps_meeting_open(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "f12")
        await pilot.pause()
        assert "Ingen uppföljning är bokad." in str(app.screen.query_one("#reading Static", Static).content)
        await pilot.press("escape")
        assert timing_at(app.meeting, harness.clock()).closed is None
        await pilot.press("f12", "j")
        await wait_until_saved(pilot, app)
    assert timing_at(harness.on_disk(), harness.clock()).closed is not None


async def test_help_lists_every_key_of_the_screen_once(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f1")
        shown = "\n".join(str(static.content) for static in app.screen.query("#reading Static").results(Static))
        for words in ("Nästa del", "Stoppa klockan", "1–0", "Ge ordet till den här personen", "Led mötet"):
            assert shown.count(words) == 1
        await pilot.press("escape")
        assert app.screen.query_one(MeetingHeader)


async def test_the_list_keeps_its_place_when_the_other_seat_adds_a_row(harness: AppHarness) -> None:
    chair, secretary = harness.app(), harness.app("secretary")
    async with chair.run_test() as pilot:
        await pilot.press("f3", "down", "down")
        secretary.session.write((Edit("participants", "p0", "name", "Nykomling"),))
        secretary.session.flush()
        await pilot.pause(0.15)
        assert chair.screen.query_one(RowList).row == "participants p3"
        assert any(participant.name == "Nykomling" for participant in chair.meeting.participants)
