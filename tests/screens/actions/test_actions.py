"""Stories of the action board: by goal and by who, what the family does itself, and what the person manages."""

from __future__ import annotations

import pytest
from textual.widgets import Input, Static

from sip_tui.i18n import translation
from sip_tui.meeting.log.change import Edit
from sip_tui.minutes.access import AUDIENCES
from sip_tui.minutes.render import minutes
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, wait_until, wait_until_saved
from tests.helpers.hostile_text import ALL_HOSTILE, is_safe
from tests.helpers.list_screens import (
    action_edits,
    go_to_row,
    key_bar,
    list_lines,
    list_text,
    open_action_board,
    read_aloud,
    static_text,
)

QUESTION = "Can you manage this?"
FAMILY = "Neither Maja nor the family has an action of their own. That is fine, but ask."


@pytest.fixture(autouse=True)
def english(swedish: None) -> None:
    """These stories are told in the words of the code."""
    translation.set_language("en")


async def test_by_who_the_person_is_first_and_the_goal_is_named(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        ring, wake, walk = (
            action_edits("a1", "Ringa", "p3", goal="g2"),
            (*action_edits("a2", "Väcka", "p2"), Edit("actions", "a2", "when", "nästa fredag")),
            action_edits("a3", "Gå", "p1"),
        )
        await open_action_board(pilot, app, *ring, *wake, *walk, *action_edits("a4", "Köra"))
        await pilot.press("w")
        found = [line.strip().split("\n")[0].split(" (")[0] for line in list_lines(app)]
        assert found[:6] == ["Maja Lindgren", "Gå", "Åsa Lindgren", "Väcka", "Samir Haddad", "Ringa"]
        assert found[-2:] == ["Nobody has taken it on yet", "Köra"]
        assert "for: Du är i skolan tre förmiddagar i veckan" in next(
            line for line in list_lines(app) if "Ringa" in line
        )
        unclear = next(line for line in list_lines(app) if "Väcka" in line)
        assert "⚑ no goal" in unclear
        assert "⚑ which day is “nästa fredag”?" in unclear


async def test_actor_without_action_is_named(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_action_board(
            pilot, app, *action_edits("a1", "Ringa", "p3"), Edit("participants", "p7", "presence", "excused")
        )
        await pilot.press("w")
        idle = [line.split(" (")[0] for line in list_lines(app) if "has no action yet" in line]
        assert idle == ["Helena Sjöberg", "Johan Ek", "Ingrid Wallin", "Petra Nyman"]
        assert "– apologies  ⚑ has no action yet" in list_lines(app)[-1]
        app.write(action_edits("a2", "Möta", "p5"))
        await pilot.pause()
        assert "Johan Ek (mentor, Almgymnasiet)\n   Möta" in list_text(app)


async def test_board_begins_where_something_is_lacking(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_action_board(
            pilot,
            app,
            *action_edits("a1", "Ringa", "p3", goal="g2"),
            *action_edits("a2", "Möta", "p5", when="", goal="g2"),
        )
        assert app.screen.query_one(RowList).row == "actions a2", "a row is lit, and it is one to ask about"
        app.write((Edit("actions", "a2", "when", "fredag"),))
        await pilot.pause()
        assert app.screen.query_one(RowList).row == "actions a2", "it is where one begins, and not where one is sent"


async def test_toggle_view_keeps_cursor(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_action_board(
            pilot, app, *action_edits("a1", "Ringa", "p3", goal="g2"), *action_edits("a2", "Gå", "p1")
        )
        first = list_lines(app)
        await go_to_row(pilot, app, "actions a1")
        assert "w By person" in key_bar(app)
        await pilot.press("w")
        assert "w By goal" in key_bar(app)
        assert app.screen.query_one(RowList).row == "actions a1"
        await pilot.press("w")
        assert "w By person" in key_bar(app)
        assert app.screen.query_one(RowList).row == "actions a1"
        assert list_lines(app) == first


async def test_chair_is_told_when_family_has_no_action(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_action_board(pilot, app, *action_edits("a1", "Ringa", "p3"))
        assert read_aloud(app).endswith(FAMILY)
        app.write(action_edits("a2", "Väcka", "p2"))
        await pilot.pause()
        assert FAMILY not in read_aloud(app)


async def test_who_and_when_are_asked_before_where(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write((Edit("actions", "a1", "what", "Möta dig"),))
        await pilot.press("v", "f5")
        app.screen.query_one(RowList).go_to("actions a1")
        asked = {
            "": "Who will do it, and when? Press e to write it.",
            "who=p3": "When? Press e to write the time.",
            "when=2026-12-04": "Where? Press e to write the place, if it matters.",
            "who=": "Who will do it? Press e to write it.",
        }
        for change, question in asked.items():
            field, _equals, value = change.partition("=")
            app.write((Edit("actions", "a1", field, value),) if field else ())
            await pilot.pause()
            assert read_aloud(app).startswith(question)
        app.write((Edit("actions", "a1", "who", "p3"), Edit("actions", "a1", "where", "i entrén")))
        await pilot.pause()
        assert "Where?" not in read_aloud(app)


async def test_persons_promise_is_asked_about_until_answered(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        walks = [edit for n in (1, 2, 3) for edit in action_edits(f"a{n}", f"Sak {n}", "p1")]
        await open_action_board(pilot, app, *walks, *action_edits("a4", "Ringa", "p3"))
        assert list_text(app).count(QUESTION) == 3
        assert "Maja has 3 actions. Ask about each action. Press c to write the answer." in read_aloud(app)
        for row in ("a1", "a2", "a3"):
            await go_to_row(pilot, app, f"actions {row}")
            await pilot.press("c")
        assert QUESTION not in list_text(app)
        assert list_text(app).count("✓ can manage it") == 3
        assert read_aloud(app).endswith("Maja has 3 actions.")
        await wait_until_saved(pilot, app)
    assert [action.manages for action in harness.on_disk().actions] == ["yes", "yes", "yes", ""]


async def test_too_much_is_flagged_in_both_seats_and_undone(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_action_board(pilot, app, *action_edits("a1", "Gå", "p1"))
        await go_to_row(pilot, app, "actions a1")
        await pilot.press("c", "c")
        assert "⚑ more than Maja can manage" in list_text(app)
        assert "can manage it" not in list_text(app)
        await wait_until_saved(pilot, app)
        assert harness.on_disk().actions[0].manages == "no"
        secretary = harness.app("secretary")
        async with secretary.run_test() as other:
            await other.pause()
            assert "more than Maja can manage" in str(secretary.screen.query_one("#side-actions", Static).content)
        await pilot.press("z")
        assert "✓ can manage it" in list_text(app)


async def test_nobody_else_is_asked_about_strength(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_action_board(pilot, app, *action_edits("a1", "Ringa", "p3"))
        await go_to_row(pilot, app, "actions a1")
        await pilot.press("c")
        assert app.meeting.actions[0].manages == ""
        [message] = [notification.message for notification in app._notifications]
        assert "Choose something the person is going to do" in message


async def test_the_board_by_who_shows_hostile_text_as_it_was_typed(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        text = ALL_HOSTILE
        names = Edit("participants", "p1", "name", text), Edit("person", "person", "called", text)
        app.write((*names, Edit("goals", "g1", "text", text), *action_edits("a1", text, "p1", goal="g1", manages="no")))
        await open_action_board(
            pilot, app, Edit("actions", "a1", "where", text), Edit("participants", "p3", "name", text)
        )
        app.screen.by_participant = True  # type: ignore[attr-defined]
        await pilot.pause()
        assert "more than" in list_text(app)
        assert is_safe(list_text(app) + read_aloud(app))


@pytest.mark.parametrize("audience", sorted(AUDIENCES))
async def test_only_too_much_is_in_the_documents(harness: AppHarness, audience: str) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await open_action_board(pilot, app, *action_edits("a1", "Gå", "p1", goal="g2"))
        before = minutes(app.meeting, audience, now=harness.clock()).text
        app.write((Edit("actions", "a1", "manages", "yes"),))
        assert minutes(app.meeting, audience, now=harness.clock()).text == before
        app.write((Edit("actions", "a1", "manages", "no"),))
        assert ("Too much for" in minutes(app.meeting, audience, now=harness.clock()).text) is (audience != "notice")


@pytest.mark.parametrize("opens", ["a", "q"])
async def test_number_is_warned_about_and_leaves_no_trace(harness: AppHarness, opens: str) -> None:
    """A line typed at the list is kept by Esc, and said to be; what is taken back is gone when the meeting ends."""
    app = harness.app()
    said: list[str] = []
    async with app.run_test() as pilot:
        await pilot.press("f5", opens)
        app.notify = lambda message, **_more: said.append(message)  # type: ignore[method-assign]
        app.screen.query(Input).first().value = "Ring Anna 19900101-1239"
        await wait_until(pilot, lambda: "identity number is not needed" in static_text(app, "#form-feedback"))
        await pilot.press("escape")
        await wait_until(pilot, lambda: any("Ring Anna" in action.what for action in app.meeting.actions))
        assert any("Saved" in words and "to undo all of it" in words for words in said), said
        await pilot.press("z")
        await wait_until_saved(pilot, app)
        assert not any("Ring Anna" in action.what for action in app.meeting.actions)
        app.session.close()
    files = [path for path in harness.archive.root.rglob("*") if path.is_file()]
    assert [path for path in files if b"19900101" in path.read_bytes()] == []
