"""Stories of the roll call and the round: who is here, what each is asked, who is needed, and who must leave."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from sip_tui.app.app import SipApp
from sip_tui.i18n import translation
from sip_tui.meeting.log.change import Edit, Value
from sip_tui.meeting.model.enums import Consent, Kind, Presence, RowId
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.screens.forms.select_field import KeyboardSelect
from sip_tui.widgets.prompts import LeavePrompt
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, advance_clock, screen_text
from tests.helpers.list_screens import current_row, list_text, mark_all_present, read_aloud


@pytest.fixture(autouse=True)
def english(swedish: None) -> None:
    """These stories are told in the words of the code."""
    translation.set_language("en")


async def roll(pilot: Pilot[int], app: SipApp, row: str = "p1") -> None:
    """Open the meeting, go to the roll call, and stand on somebody."""
    await pilot.press("v", "f3")
    app.screen.query_one(RowList).go_to(f"participants {row}")
    await pilot.pause()


def person(app: SipApp, row: str) -> str:
    return next(line for line in screen_text(app).split("\n") if app.meeting.participant(row).name[:8] in line)  # type: ignore[union-attr]


async def test_round_shows_question_then_answers(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await roll(pilot, app)
        assert "Maja: would you like to say who you are, or shall someone else begin?" in read_aloud(app)
        await pilot.press("down", "down")
        await pilot.pause()
        assert "Samir Haddad: what is your name, where do you work" in read_aloud(app)
        app.write((Edit("participants", "p3", "contact", "talks with Maja every week"),))
        await pilot.press("k", "up")
        await pilot.pause()
        assert "Samir Haddad: contact with the family: talks with Maja every week · stays all the time" in read_aloud(
            app
        )
        assert app.meeting.participant("p3").presence is Presence.PRESENT, "who presents themselves is here"  # type: ignore[union-attr]


async def test_who_is_needed_and_who_leaves_is_never_cut(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.write(
            (
                Edit("participants", "p4", "organisation", "Socialtjänsten i den stora kommunen"),
                Edit("participants", "p4", "leaves", "13.40"),
            )
        )
        await roll(pilot, app)
        lines = screen_text(app).split("\n")
        assert lines[lines.index(person(app, "p4")) + 1].strip() == "key person, leaves 13:40"


async def test_decision_about_missing_key_person_stays_shown(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await roll(pilot, app, "p4")
        await pilot.press("u")
        assert "Needed here: Helena Sjöberg." in read_aloud(app)
        await pilot.press("t", *"sjuk", "enter")
        await pilot.pause()
        assert "Needed here" not in read_aloud(app)
        assert "Reason: sjuk." in read_aloud(app)
        assert "Decided at 13:00: you are finding a new time when Helena Sjöberg can come." in read_aloud(app)
        assert [event.text for event in app.meeting.events if event.kind == "rebook"] == ["p4"]


async def test_substitute_for_key_person_is_read_aloud(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await roll(pilot, app, "p4")
        await pilot.press("u", "a")
        app.screen.query_one("#field-name", Input).value = "Eva Vik"
        app.screen.query_one("#field-substitute_for", KeyboardSelect).focus()
        await pilot.press("h", "e", "l", "e", "n", "a", "enter", "escape")
        await pilot.pause()
        assert "Eva Vik is coming instead of Helena Sjöberg." in read_aloud(app)
        assert "Needed here" not in read_aloud(app)
        new = app.meeting.participant(RowId.parse(app.screen.query_one(RowList).row).id)
        assert new is not None
        assert new.name == "Eva Vik"


async def test_somebody_new_comes_in_the_right_capacity(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await roll(pilot, app)
        await pilot.press("a")
        app.screen.query_one("#field-name", Input).value = "Rut"
        app.screen.query_one("#field-kind", KeyboardSelect).focus()
        await pilot.press("i", "n", "t", "e", "r", "enter", "enter", "down", "enter")
        await pilot.pause()
        made = app.meeting.participants[-1]
        assert (made.name, made.kind, made.key_person) == ("Rut", Kind.INTERPRETER, True)


async def test_correcting_a_participant_keeps_the_kind(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await roll(pilot, app)
        for row, kind in (("p1", Kind.PERSON), ("p2", Kind.GUARDIAN), ("p4", Kind.ACTOR)):
            app.screen.query_one(RowList).go_to(f"participants {row}")
            await pilot.pause()
            await pilot.press("e")
            app.screen.query_one("#field-role", Input).value = "någon"
            await pilot.press("escape")
            one = app.meeting.participant(row)
            assert one is not None
            assert (one.role, one.kind) == ("någon", kind)
            assert one.key_person is (row == "p4")


async def test_chair_is_warned_on_any_screen_before_somebody_leaves(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        cells = {"presence": "present", "leaves": "13.20"}
        app.write([Edit("participants", "p3", name, value) for name, value in cells.items()])
        app.write((Edit("goals", "g2", "owner", "p3"),))
        await pilot.press("v")
        assert not app.screen.query_one(LeavePrompt).display
        await advance_clock(pilot, app, harness.clock, 6)
        for room in ("f2", "f3", "f5", "f6", "f7", "M"):
            await pilot.press(room)
            await pilot.pause()
            prompt = app.screen.query_one(LeavePrompt)
            assert prompt.display
            assert str(prompt.content).startswith("Samir Haddad must leave soon")
        await pilot.press("f5")
        app.screen.query_one(RowList).go_to("goals g2")
        await pilot.press("j")
        await pilot.pause()
        assert not app.screen.query_one(LeavePrompt).display, "the goal has been gone through"


async def test_service_without_a_name_goes_by_its_own_everywhere(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        cells: dict[str, Value] = {"organisation": "Beroendecentrum", "kind": "actor", "presence": "present"}
        app.write([Edit("participants", "p90", field, value) for field, value in cells.items()])
        for key in ("v", "f3", "f6", "L"):
            await pilot.press(key)
            await pilot.pause()
            assert "Beroendecentrum" in screen_text(app).replace("…", ""), key
        await pilot.press("f2", "v")
        await pilot.pause()
        assert "Beroendecentrum" in screen_text(app), "the guard asks about its consent"


async def test_the_person_can_be_added_in_the_roll_call(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write([Edit("participants", "p1", "deleted", True)])
        await pilot.press("f3", "a")
        app.screen.query_one("#field-name", Input).value = "Maja Lindgren"
        app.screen.query_one("#field-kind", KeyboardSelect).focus()
        await pilot.press("p", "e", "r", "s", "enter", "escape")
        await pilot.pause()
        person = app.meeting.person_participant
        assert person is not None
        assert person.name == "Maja Lindgren"


async def test_going_through_leaves_the_marked_as_they_are(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await roll(pilot, app, "p3")
        await pilot.press("u")
        app.screen.query_one(RowList).go_to("participants p1")
        await pilot.press(*"h" * len(app.meeting.participants))
        await pilot.pause()
        missing = {other.id for other in app.meeting.participants if other.presence is Presence.MISSING}
        here = {other.id for other in app.meeting.participants if other.presence is Presence.PRESENT}
        assert missing == {"p3"}
        assert here == {other.id for other in app.meeting.participants} - missing


async def test_marker_goes_to_the_next_unmarked_and_stays_at_the_end(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(notifications=True) as pilot:
        rows = [other.id for other in in_round_order(app.meeting)]
        app.write([Edit("participants", rows[1], "presence", "present")])
        await roll(pilot, app)
        await pilot.press("h")
        assert current_row(app) == f"participants {rows[2]}", "the second is ticked already"
        assert notice(app) == "Maja Lindgren: present. Press z to undo it."
        await pilot.press("end", "s")
        assert current_row(app) == f"participants {rows[-1]}", "nobody is below"
        await pilot.press("down", "down", "s")
        assert current_row(app) == f"participants {rows[-1]}"
        assert notice(app).endswith(": coming later, as before.")
        await pilot.press("home", "up")
        assert current_row(app) == f"participants {rows[0]}"


def notice(app: SipApp) -> str:
    (shown,) = app._notifications
    return shown.message


async def test_after_a_no_nobody_is_asked_again(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write((Edit("participants", "p3", "consent", Consent.NOT_ASKED),))
        await roll(pilot, app, "p3")
        assert "is it all right if Samir Haddad tells us" in read_aloud(app)
        await pilot.press("n")
        await pilot.pause()
        assert "is it all right if" not in read_aloud(app)
        assert "The answer is no for Samir Haddad" in read_aloud(app)


async def test_all_seven_have_room_in_the_lowest_terminal(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        mark_all_present(app)
        await pilot.press("f3")
        await pilot.pause()
        rows = app.screen.query_one(RowList)
        assert len(app.meeting.participants) == 7
        assert rows.max_scroll_y == 0


async def test_roles_stand_beside_names_or_below_them(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        lines = list_text(app).split("\n")
        at = next(line.index("Åsa Lindgren, mamma") for line in lines if "Åsa" in line)
        assert all(not line[:at].strip() or line[:2].strip().isdigit() for line in lines)
