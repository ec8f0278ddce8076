"""Stories of the action board: by goal and by who, what the family does itself, and what the person manages."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from sip_tui.app.app import SipApp
from sip_tui.i18n import translation
from sip_tui.meeting.log.change import Edit
from sip_tui.minutes.access import AUDIENCES
from sip_tui.minutes.render import minutes
from sip_tui.widgets.key_bar import KeyBar
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, wait_until_saved
from tests.screens.test_hostile import HOSTILE

QUESTION = "Can you manage this?"
FAMILY = "Neither Maja nor the family is going to do anything themselves. That is fine, but ask."


@pytest.fixture(autouse=True)
def english(swedish: None) -> None:
    """These stories are told in the words of the code."""
    translation.set_language("en")


def action(row: str, what: str, who: str = "", **cells: str) -> list[Edit]:
    fields = {"what": what, "who": who, "when": "fredag", **cells}
    return [Edit("actions", row, name, value) for name, value in fields.items()]


async def board(pilot: Pilot[int], app: SipApp, *edits: Edit) -> None:
    """Agree on some actions, and go to the board."""
    app.write(edits)
    await pilot.press("f5")
    await pilot.pause()


def lines(app: SipApp) -> list[str]:
    rows = app.screen.query_one("#row-list", RowList)
    return [str(rows.get_option_at_index(n).prompt) for n in range(rows.option_count)]


def shown(app: SipApp) -> str:
    return "\n".join(lines(app))


def told(app: SipApp) -> str:
    return str(app.screen.query_one("#read-aloud", Static).content)


def keys(app: SipApp) -> str:
    return str(app.screen.query_one(KeyBar).content)


def choose(app: SipApp, row: str) -> None:
    app.screen.query_one(RowList).go_to(f"actions {row}")


async def test_by_who_the_person_is_first_and_the_goal_is_named(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        ring, wake, walk = action("a1", "Ringa", "p3", goal="g2"), action("a2", "Väcka", "p2"), action("a3", "Gå", "p1")
        await board(pilot, app, *ring, *wake, *walk, *action("a4", "Köra"))
        await pilot.press("o")
        found = [line.strip().split("\n")[0].split(" (")[0] for line in lines(app)]
        assert found[:6] == ["Maja Lindgren", "Gå", "Åsa Lindgren", "Väcka", "Samir Haddad", "Ringa"]
        assert found[-2:] == ["Nobody has taken it on yet", "Köra"]
        assert "for: Du är i skolan tre förmiddagar i veckan" in next(line for line in lines(app) if "Ringa" in line)
        assert "⚑ no goal" in next(line for line in lines(app) if "Väcka" in line)


async def test_an_actor_who_does_nothing_yet_is_named_so_that_the_chair_can_ask(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await board(pilot, app, *action("a1", "Ringa", "p3"), Edit("participants", "p7", "presence", "excused"))
        await pilot.press("o")
        idle = [line.split(" (")[0] for line in lines(app) if "has no action yet" in line]
        assert idle == ["Helena Sjöberg", "Johan Ek", "Ingrid Wallin", "Petra Nyman"]
        assert "– excused  ⚑ has no action yet" in lines(app)[-1]
        app.write(action("a2", "Möta", "p5"))
        await pilot.pause()
        assert "Johan Ek (mentor, Almgymnasiet)\n   Möta" in shown(app)


async def test_one_key_goes_both_ways_says_where_it_leads_and_stays_on_the_row(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await board(pilot, app, *action("a1", "Ringa", "p3", goal="g2"), *action("a2", "Gå", "p1"))
        first = lines(app)
        choose(app, "a1")
        assert "o By person" in keys(app)
        await pilot.press("o")
        assert "o By goal" in keys(app)
        assert app.screen.query_one(RowList).row == "actions a1"
        await pilot.press("o")
        assert "o By person" in keys(app)
        assert app.screen.query_one(RowList).row == "actions a1"
        assert lines(app) == first


async def test_when_the_family_has_nothing_of_its_own_the_chair_is_asked_to_ask(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await board(pilot, app, *action("a1", "Ringa", "p3"))
        assert told(app).endswith(FAMILY)
        app.write(action("a2", "Väcka", "p2"))
        await pilot.pause()
        assert FAMILY not in told(app)


async def test_what_the_person_promises_is_asked_about_until_it_is_answered(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        walks = [edit for n in (1, 2, 3) for edit in action(f"a{n}", f"Sak {n}", "p1")]
        await board(pilot, app, *walks, *action("a4", "Ringa", "p3"))
        assert shown(app).count(QUESTION) == 3
        assert "Maja has 3 actions. Ask about each action. Press k to write the answer." in told(app)
        for row in ("a1", "a2", "a3"):
            choose(app, row)
            await pilot.press("k")
        assert QUESTION not in shown(app)
        assert shown(app).count("✓ can manage it") == 3
        assert told(app).endswith("Maja has 3 actions.")
        await wait_until_saved(pilot, app)
    assert [one.manages for one in harness.on_disk().actions] == ["yes", "yes", "yes", ""]


async def test_too_much_is_a_flag_in_words_on_both_seats_and_can_be_taken_back(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await board(pilot, app, *action("a1", "Gå", "p1"))
        choose(app, "a1")
        await pilot.press("k", "k")
        assert "⚑ more than Maja can manage" in shown(app)
        assert "can manage it" not in shown(app)
        await wait_until_saved(pilot, app)
        assert harness.on_disk().actions[0].manages == "no"
        secretary = harness.app("secretary")
        async with secretary.run_test() as other:
            await other.pause()
            assert "more than Maja can manage" in str(secretary.screen.query_one("#side-actions", Static).content)
        await pilot.press("z")
        assert "✓ can manage it" in shown(app)


async def test_nobody_else_is_asked_about_strength(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await board(pilot, app, *action("a1", "Ringa", "p3"))
        choose(app, "a1")
        await pilot.press("k")
        assert app.meeting.actions[0].manages == ""
        [message] = [one.message for one in app._notifications]
        assert "Choose something the person is going to do" in message


async def test_the_board_by_who_shows_hostile_text_as_it_was_typed(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        for text in HOSTILE:
            names = Edit("participants", "p1", "name", text), Edit("person", "person", "called", text)
            app.write((*names, Edit("goals", "g1", "text", text), *action("a1", text, "p1", goal="g1", manages="no")))
            await board(pilot, app, Edit("actions", "a1", "where", text), Edit("participants", "p3", "name", text))
            app.screen.told_by_who = True  # type: ignore[attr-defined]
            await pilot.pause()
            assert "more than" in shown(app)
            assert all(one.isprintable() or one in "\n\u200c\u200d" for one in shown(app) + told(app))


@pytest.mark.parametrize("audience", sorted(AUDIENCES))
async def test_that_the_person_manages_it_is_in_no_document_and_that_it_is_too_much_is(
    harness: AppHarness, audience: str
) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await board(pilot, app, *action("a1", "Gå", "p1", goal="g2"))
        before = minutes(app.meeting, audience, now=harness.clock()).text
        app.write((Edit("actions", "a1", "manages", "yes"),))
        assert minutes(app.meeting, audience, now=harness.clock()).text == before
        app.write((Edit("actions", "a1", "manages", "no"),))
        assert ("Too much for" in minutes(app.meeting, audience, now=harness.clock()).text) is (audience != "notice")
