"""Stories of what lies beside the plan: nothing is lost, and what is private stays so."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from sip_tui.app.app import SipApp
from sip_tui.cli import main
from sip_tui.meeting.content.plan import change_row
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time.cues import Mood
from sip_tui.minutes.access import AUDIENCES
from sip_tui.minutes.render import minutes
from sip_tui.screens.base import MeetingApp
from sip_tui.screens.choice_dialog import ChoiceDialog
from sip_tui.screens.floor.screen import FloorScreen
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.ideas.screen import IdeasScreen
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import ID, AppHarness, advance_clock, screen_text, wait_until_saved
from tests.helpers.hostile_text import HOSTILE
from tests.helpers.list_screens import fill_form, form_field, list_text, read_aloud


async def go_to(pilot: Pilot[int], app: SipApp, kind: type[IdeasScreen] | type[FloorScreen] = IdeasScreen) -> None:
    app.push_screen(kind().data_bind(MeetingApp.meeting, MeetingApp.now, MeetingApp.saved))
    await pilot.pause()


async def test_idea_is_on_disk_before_its_form_closes(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_to(pilot, app)
        await pilot.press("a")
        await fill_form(pilot, app, text="Taxi till skolan", pros="lugn start")
        assert [idea.text for idea in harness.on_disk().ideas] == ["Taxi till skolan"]
        await pilot.press("escape")
        assert read_aloud(app) == ("Idén är: ”Taxi till skolan”. För: lugn start. Vad talar för, och vad talar emot?")


async def test_idea_becomes_action_and_one_undo_reverts(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write([Edit("ideas", "i1", "text", "Samir möter vid entrén")])
        await go_to(pilot, app)
        app.screen.query_one(RowList).go_to("ideas i1")
        await pilot.press("equals_sign")
        assert isinstance(app.screen, FormScreen)
        form_field(app, "when").value = "måndag"
        await pilot.press("escape")
        assert "→ blev en åtgärd: Samir möter vid entrén (ingen vald)" in list_text(app)
        assert [(action.what, action.when) for action in app.meeting.actions] == [
            ("Samir möter vid entrén", "2026-11-30")
        ]
        assert app.meeting.ideas[0].action == app.meeting.actions[0].id
        await pilot.press("z")
        await wait_until_saved(pilot, app)
    meeting = harness.on_disk()
    assert meeting.actions == ()
    assert meeting.ideas[0].action == ""


async def test_promoted_idea_is_opened_and_not_made_twice(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write([Edit("ideas", "i1", "text", "Taxi")])
        await go_to(pilot, app)
        app.screen.query_one(RowList).go_to("ideas i1")
        await pilot.press("equals_sign", "escape", "equals_sign")
        assert form_field(app, "what").value == "Taxi"
        await pilot.press("escape")
        assert len(app.meeting.actions) == 1


async def test_a_question_without_an_answer_says_how_to_write_it(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(change_row("about", app.meeting.about, questions=["Vem skjutsar?"]))
        await go_to(pilot, app)
        await pilot.pause()
        assert read_aloud(app) == "Frågan är: ”Vem skjutsar?” Har vi ett svar? Tryck e för att skriva det."
        assert screen_text(app).splitlines()[-1].strip().startswith("e Svara")


async def test_question_is_parked_and_settled_by_one_key(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_to(pilot, app)
        await pilot.press("p")
        form_field(app, "text").value = "Vem betalar skolkortet?"
        app.screen.query_one("#field-said_by").value = "p2"  # type: ignore[attr-defined]
        await pilot.press("escape")
        assert "Tas en annan gång (1 kvar)" in list_text(app)
        assert read_aloud(app) == "Sparat till en annan gång: ”Vem betalar skolkortet?”, sagt av Åsa Lindgren."
        await pilot.press("k")
        assert "Tas en annan gång (0 kvar)" in list_text(app)
        assert "✓ klart" in list_text(app)
        await wait_until_saved(pilot, app)
    assert [item.settled for item in harness.on_disk().parked] == [True]


async def test_what_they_do_not_agree_on_is_said_back_to_the_room(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_to(pilot, app)
        await pilot.press("o")
        form_field(app, "text").value = "Takten i skolan"
        await pilot.press("escape")
        assert read_aloud(app) == "Vi ser olika på det här: ”Takten i skolan”. Är det rätt beskrivet?"
        await pilot.press("e")
        form_field(app, "text").value = "Hur fort det ska gå"
        await pilot.press("escape", "x")
        assert "Hur fort" not in list_text(app)
        await pilot.press("z")
        assert "Hur fort det ska gå" in list_text(app)


async def test_promote_on_something_else_says_what_to_do(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(notifications=True) as pilot:
        await go_to(pilot, app)
        await pilot.press("equals_sign", "e", "k", "x")
        assert [notification.message for notification in app._notifications] == [
            "Välj en idé först. Tryck = för att göra den till en åtgärd."
        ]
        assert app.meeting.actions == ()


async def test_a_private_mark_is_asked_for_by_the_digit_of_the_person(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("v")
        await go_to(pilot, app, FloorScreen)
        await pilot.press("down", "asterisk")
        assert isinstance(app.screen, ChoiceDialog)
        assert app.screen.query_one(RowList).row == "p2"
        await pilot.press("3")
        assert not app.meeting.reactions, "it is the digit of a person, as everywhere"
        assert "Hur verkar Samir Haddad må?" in screen_text(app)
        await pilot.press("escape", "asterisk", "2", "3")
        assert [note.message for note in app._notifications] == [
            "Du har noterat hur Åsa Lindgren verkar må. Det syns bara för er som leder mötet. Tryck z för att ångra."
        ]
        assert [(reaction.who, reaction.mark) for reaction in app.meeting.reactions] == [("p2", Mood.WORRIED)]
        await go_to(pilot, app)
        assert "1 notering. Tryck w för att visa den." in list_text(app)
        assert "orolig" not in list_text(app), "she may sit beside the chair"
        await pilot.press("w")
        assert "13.00  Åsa Lindgren: orolig" in list_text(app)
        await pilot.press("end")
        assert read_aloud(app) == ""
        await pilot.press("f6", "f7")
        assert "orolig" not in list_text(app)


async def test_escape_leaves_no_mark(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await go_to(pilot, app)
        await pilot.press("asterisk", "escape")
        assert app.meeting.reactions == ()
        assert isinstance(app.screen, IdeasScreen)


async def test_private_mark_answers_the_check_in_prompt(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v")
        await go_to(pilot, app)
        await advance_clock(pilot, app, harness.clock, 9)
        assert not app.screen.query_one("CheckInPrompt").display
        await advance_clock(pilot, app, harness.clock, 1)
        asked = str(app.screen.query_one("CheckInPrompt", Static).content)
        assert asked == "Hur verkar Maja och Åsa Lindgren må? Tryck * för att notera.", "nobody has noted anything"
        await pilot.press("asterisk", "enter", "6")
        await pilot.pause()
        assert not app.screen.query_one("CheckInPrompt").display
        await advance_clock(pilot, app, harness.clock, 11)
        asked = str(app.screen.query_one("CheckInPrompt", Static).content)
        assert asked.endswith("Senast noterat för 11 minuter sedan.")


async def test_secretary_sees_and_makes_no_private_mark(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        app.write([Edit("parked", "k1", "text", "Datorn"), *private("p1")])
        await go_to(pilot, app)
        await pilot.press("asterisk", "1")
        assert isinstance(app.screen, IdeasScreen)
        assert "Datorn" in list_text(app)
        assert "ledsen" not in list_text(app)
        assert not app.screen.query("CheckInPrompt")
        assert len(app.meeting.reactions) == 1


def private(who: str, mark: str = "sad") -> list[Edit]:
    at = "2026-11-27T12:10:00.000Z"
    return [Edit("reactions", "r1", name, value) for name, value in (("who", who), ("mark", mark), ("at", at))]


@pytest.mark.parametrize("audience", AUDIENCES)
async def test_a_mark_is_in_no_document(harness: AppHarness, audience: str) -> None:
    app = harness.app()
    before = minutes(app.meeting, audience, now=harness.clock()).text
    async with app.run_test() as pilot:
        app.write(private("p1", "kanariegul"))
        await wait_until_saved(pilot, app)
    after = minutes(harness.on_disk(), audience, now=harness.clock()).text
    assert len(harness.on_disk().reactions) == 1
    assert after == before


async def test_a_mark_is_not_shown_to_other_programs(
    harness: AppHarness, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(private("p1", "kanariegul"))
        await wait_until_saved(pilot, app)
    monkeypatch.setenv("SIP_TUI_DATA", str(harness.archive.root))
    for arguments in (["show", ID, "--json"], ["show", ID]):
        capsys.readouterr()
        assert main(["--lang", "sv", *arguments]) == 0
        out = capsys.readouterr().out
        assert "Maja" in out
        assert "kanariegul" not in out
        assert "reactions" not in out


async def test_hostile_texts_are_shown_and_kept_as_they_are(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        for number, text in enumerate(HOSTILE):
            ideas = [Edit("ideas", f"i{number}", name, text) for name in ("text", "pros", "cons")]
            others = [Edit(table, f"o{number}", "text", text) for table in ("parked", "disagreements")]
            app.write([*ideas, *others, *private("p1", text)])
        await go_to(pilot, app)
        for key in ("e", "escape", "p", "escape", "end", "up", "s", "e", "escape"):
            await pilot.press(key)
        await wait_until_saved(pilot, app)
        assert "\x1b" not in "\n".join(strip.text for strip in app.screen._compositor.render_strips())
    assert {idea.text for idea in harness.on_disk().ideas} == set(HOSTILE)
