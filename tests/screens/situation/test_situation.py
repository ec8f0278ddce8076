"""Stories of the situation: the person's own words first, everybody asked, and nothing lost between two seats."""

from __future__ import annotations

from textual.widgets import Select

from sip_tui.meeting.content.situation import ACTOR_SLOTS, SITUATION_SLOTS, WORKS_SLOTS, account_of, write_account
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.people.attendance import set_presence
from sip_tui.screens.notes.screen import NotesScreen
from sip_tui.screens.situation import SituationScreen
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, go_to_mode, screen_text, wait_until, wait_until_saved
from tests.helpers.list_screens import (
    fill_form,
    form_field,
    form_fields,
    go_to_row,
    list_text,
    mark_all_present,
    read_aloud,
)


async def test_what_matters_is_on_disk_before_form_closes(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("L")
        assert isinstance(app.screen, SituationScreen)
        assert read_aloud(app).startswith("Fråga först: vad är viktigast för dig?")
        await pilot.press("enter")
        await fill_form(pilot, app, matters="Att få måla varje dag")
        assert harness.on_disk().person.matters == "Att få måla varje dag"
        await pilot.press("escape")
        assert list_text(app).startswith("Vad är viktigast för dig?\n  ”Att få måla varje dag”")
        assert "Fråga först" not in read_aloud(app)


async def test_one_letter_leads_there_from_every_screen_of_the_chair(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        for room in ("f3", "f4", "f5", "f6", "f7", "c"):
            await pilot.press("f2", room)
            await pilot.pause()
            await pilot.press("L")
            await pilot.pause()
            assert isinstance(app.screen, SituationScreen)


FAMILY_AND_ACTORS = {
    "p1": SITUATION_SLOTS,
    "p2": SITUATION_SLOTS,
    "p3": (*WORKS_SLOTS, *ACTOR_SLOTS),
    "p7": (*WORKS_SLOTS, *ACTOR_SLOTS),
}


async def test_everybody_has_the_fields_that_suit(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("L")
        for who, slots in FAMILY_AND_ACTORS.items():
            await go_to_row(pilot, app, f"accounts {who}")
            await pilot.press("e")
            assert form_fields(app) == slots
            await pilot.press("escape")


async def test_an_interpreter_is_not_on_the_list(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write([Edit("participants", "p9", "name", "Amal"), Edit("participants", "p9", "kind", "interpreter")])
        await pilot.press("L")
        assert "Petra Nyman" in list_text(app)
        assert "Amal" not in list_text(app)


async def test_one_undo_reverts_a_whole_account(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("L")
        await go_to_row(pilot, app, "accounts p3")
        await pilot.press("enter")
        await fill_form(pilot, app, works="samtalen")
        await fill_form(pilot, app, works_not="att byta sal")
        await pilot.press("escape")
        assert "Samir Haddad, kurator\n     fungerar: samtalen\n     fungerar inte: att byta sal" in list_text(app)
        await pilot.press("z")
        assert "Samir Haddad, kurator – inte fått frågan" in list_text(app)
        await pilot.press("enter")
        await fill_form(pilot, app, support="möter i entrén")
        await pilot.press("escape")
    account = account_of(harness.on_disk(), "p3")
    assert (account.support, account.works, account.works_not) == ("möter i entrén", "", "")


async def test_two_seats_write_in_one_account(harness: AppHarness) -> None:
    app, secretary = harness.app(), harness.app("secretary")
    async with app.run_test() as pilot:
        await pilot.press("L")
        await go_to_row(pilot, app, "accounts p3")
        await pilot.press("enter")
        await fill_form(pilot, app, works="samtalen")
        secretary.session.poll()
        secretary.session.write(write_account(secretary.session.meeting, "p3", {"works_not": "att byta sal"}))
        secretary.session.flush()
        await wait_until(pilot, lambda: account_of(app.meeting, "p3").works_not == "att byta sal")
        await fill_form(pilot, app, support="möter i entrén")
        await pilot.press("escape")
    account = account_of(harness.on_disk(), "p3")
    assert (account.works, account.works_not, account.support) == ("samtalen", "att byta sal", "möter i entrén")


async def test_below_it_says_what_to_ask_and_who_has_not_answered(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        mark_all_present(app)
        app.write(set_presence(app.meeting, "p7", Presence.EXCUSED, app.session.edit_context()))
        for who in ("p4", "p5", "p6"):
            app.write(write_account(app.meeting, who, {"works": "x", "goals": "ro", "support": "tid"}))
        await pilot.press("L")
        assert "Petra Nyman, arbetsterapeut – förhinder" in list_text(app)
        await go_to_row(pilot, app, "accounts p3")
        question = (
            "Fråga Samir Haddad: Vad fungerar? Vad fungerar inte? "
            "Vilka mål tycker du är viktiga? Vilket stöd kan ni ge?"
        )
        assert read_aloud(app).splitlines() == [
            question,
            "Har inte berättat om läget än: Maja, Åsa och Samir.",
            "Har inte sagt något om mål och stöd: Samir.",
        ]
        app.write(write_account(app.meeting, "p3", {"works": "samtalen", "goals": "ro", "support": "tid"}))
        await pilot.pause()
        assert read_aloud(app).splitlines() == [
            "Fråga Samir Haddad: Vad fungerar inte?",
            "Har inte berättat om läget än: Maja och Åsa.",
        ]


async def test_two_with_the_same_given_name_are_named_in_full(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        mark_all_present(app)
        app.write([Edit("participants", "p5", "name", "Samir Ek"), Edit("participants", "p4", "name", "")])
        await pilot.press("L")
        assert "stöd: Samir Haddad, socialsekreterare, Samir Ek, Ingrid och Petra." in read_aloud(app)


async def test_ongoing_help_is_added_removed_and_restored(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("L", "a")
        form_field(app, "what").value = "Skolskjuts"
        app.screen.query_one("#field-who", Select).value = "p4"
        form_field(app, "works").value = "kommer i tid"
        await pilot.press("escape")
        assert "  Skolskjuts – Helena Sjöberg\n     fungerar: kommer i tid" in list_text(app)
        await pilot.press("x")
        assert "Skolskjuts" not in list_text(app)
        await pilot.press("z")
        assert "Skolskjuts" in list_text(app)
        await wait_until_saved(pilot, app)
    assert [ongoing.what for ongoing in harness.on_disk().ongoing][-1] == "Skolskjuts"


async def test_ongoing_help_is_asked_about_until_answered(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("L")
        await go_to_row(pilot, app, "ongoing o1")
        assert read_aloud(app) == "Fråga: vad är bra med den här hjälpen, och vad är mindre bra?"
        await pilot.press("enter")
        await fill_form(pilot, app, works="en lugn stund")
        await pilot.press("escape")
        assert read_aloud(app) == ""
        assert not app.screen.query_one("#sentence").display


async def test_x_takes_nobody_away(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("L", "x")
        await go_to_row(pilot, app, "accounts p3")
        await pilot.press("x")
        told = "Välj en pågående insats först. Tryck x för att ta bort den från listan."
        assert [notification.message for notification in app._notifications] == [told]
        assert len(app.meeting.participants) == 7


async def test_when_nothing_is_filled_in_one_line_says_what_to_do(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write([Edit("ongoing", row, "deleted", True) for row in ("o1", "o2")])
        await pilot.press("L")
        assert (
            "Välj med pilarna. Tryck Enter för att skriva det som sägs, a för en insats."
            in screen_text(app).splitlines()[3]
        )
        assert app.screen.query_one(RowList).row == "person person"
        await pilot.press("enter")
        await fill_form(pilot, app, matters="måla")
        await pilot.press("escape")
        assert "Välj med pilarna" not in list_text(app)


async def test_the_secretary_writes_there_too_and_f8_leads_to_the_pads(harness: AppHarness) -> None:
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await go_to_mode(pilot, app, "situation")
        await go_to_row(pilot, app, "accounts p2")
        await pilot.press("enter")
        await fill_form(pilot, app, wishes="att det vänder")
        await pilot.press("escape", "f8")
        assert isinstance(app.screen, NotesScreen)
    assert account_of(harness.on_disk(), "p2").wishes == "att det vänder"


async def test_other_seats_account_appears_and_cursor_stays(harness: AppHarness) -> None:
    app, secretary = harness.app(), harness.app("secretary")
    async with app.run_test() as pilot:
        await pilot.press("L")
        await go_to_row(pilot, app, "accounts p5")
        secretary.session.poll()
        secretary.session.write(write_account(secretary.session.meeting, "p1", {"works": "bilden"}))
        secretary.session.flush()
        await wait_until(pilot, lambda: "bilden" in list_text(app))
        assert "     fungerar: bilden" in list_text(app)
        assert app.screen.query_one(RowList).row == "accounts p5"


async def test_ongoing_action_is_shown_among_ongoing_help(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        kept = (("what", "Kontaktfamilj"), ("who", "p3"), ("status", "ongoing"))
        app.write([Edit("actions", "a1", name, value) for name, value in kept])
        await pilot.press("L")
        rows = app.screen.query_one(RowList)
        assert "Kontaktfamilj – Samir Haddad (på tavlan)" in str(rows.get_option("actions a1").prompt)
