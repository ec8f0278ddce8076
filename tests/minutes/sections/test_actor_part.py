"""An actor's part, and how far everybody has come with their own systems (requirements 112, 115, 170)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sip_tui.meeting.model.enums import Status
from sip_tui.meeting.model.meeting import InterimPlan
from sip_tui.minutes.document import Bullets, ListItem, plain
from sip_tui.minutes.render import draft
from tests.helpers.documents import CALL, GOAL, TESTS, WALK, drafted, planned
from tests.helpers.meetings import ASA, MAJA, NOW, SAMIR
from tests.helpers.minutes import section, titles


def boxes(actor: str, **tables: object) -> list[tuple[str, bool]]:
    """The boxes of a part with their words."""
    lists = (block for block in drafted("actor", actor, **tables).document.blocks if isinstance(block, Bullets))
    items: list[ListItem] = [child for found in lists for item in found.items for child in item.children]
    return [(plain(item.text), item.done) for item in items if item.done is not None]


def test_a_part_holds_its_own_rows_by_goal_with_boxes() -> None:
    made = draft(planned(), "actor", now=NOW, actor="p3").text
    assert made.startswith("# Kurator, Elevhälsan: your part in the plan (SIP), Friday 27 November 2026\n")
    assert "### Goal: You går i skolan varje dag" in made
    assert ("Ringa skolan" in made, "Ta prover" in made, "Gå hem" in made) == (True, False, False)
    assert boxes("p3") == [("Recorded in our own system", False), ("Carried out", False)]


def test_boxes_are_ticked_when_it_is_done() -> None:
    done = replace(CALL, recorded=True, status=Status.DONE)
    assert boxes("p3", actions=(done,)) == [("Recorded in our own system", True), ("Carried out", True)]


@pytest.mark.parametrize(("audience", "actor"), [("actor", "p3"), ("mail", ""), ("full", "")])
def test_english_lists_what_is_to_be_done(audience: str, actor: str) -> None:
    rings = replace(CALL, what="Rings the school and books a time")
    made = draft(planned(actions=(rings,)), audience, now=NOW, actor=actor).text
    assert "Ring the school and book a time" in made
    assert "Rings" not in made


def test_a_part_holds_proposals_apart_without_boxes() -> None:
    proposed = replace(CALL, status=Status.PROPOSED)
    made = draft(planned(actions=(proposed,)), "actor", now=NOW, actor="p3").text
    assert "This is what you have taken on" not in titles(made)
    assert "Ringa skolan" in section(made, "Proposals that we have not decided on")
    assert boxes("p3", actions=(proposed,)) == []


def test_a_goal_of_ones_own_and_an_empty_part_are_said() -> None:
    made = draft(planned(goals=(replace(GOAL, owner="p4"),), actions=()), "actor", now=NOW, actor="p4").text
    assert "You have no actions from this meeting." in made
    assert section(made, "You are responsible for these goals")[0] == "You går i skolan varje dag"


def test_complete_minutes_count_what_each_has_entered() -> None:
    title = "What each service has recorded in its own system"
    assert title not in titles(draft(planned(), "full", now=NOW).text)
    more = replace(CALL, id="a9", what="Ringa igen", order=9)
    actions = (replace(CALL, recorded=True), more, TESTS, WALK)
    assert section(draft(planned(actions=actions), "full", now=NOW).text, title) == [
        "Samir Haddad: 1 of 2",
        "Ingrid Wallin: 0 of 1",
    ]


def test_first_part_is_the_callers_and_second_the_actors() -> None:
    called = planned(about=replace(planned().about, called_by="p4"))
    assert "The current situation and the goals are written by" in draft(called, "actor", now=NOW, actor="p3").text
    assert "are written by" not in draft(called, "actor", now=NOW, actor="p4").text, "the caller knows"
    told = section(draft(called, "full", now=NOW).text, "Who writes which part of the plan")
    assert told[0].startswith("The current situation and the goals: Ingrid Wallin")
    assert "Samir Haddad" in told[1]
    unknown = planned(about=replace(planned().about, called_by=""))
    assert "Who writes which part of the plan" not in titles(draft(unknown, "full", now=NOW).text)


KEPT = InterimPlan(id="between", coordinator="p3", booked_by="p4", contact="p3", convener="p4", told_by="p4")


def test_a_part_holds_what_one_has_taken_on_beside_actions() -> None:
    title = "What you see to until we meet again"
    coordinates, books = (draft(planned(between=KEPT), "actor", now=NOW, actor=who).text for who in ("p3", "p4"))
    assert section(coordinates, title) == [
        "Coordinate the plan",
        "Be the one to call if something important happens before we meet again",
    ]
    assert section(books, title) == [
        "Book the next meeting",
        "Call us together if we need to meet sooner",
        "Tell the person what we decided",
    ]
    for part in (coordinates, books):
        assert "Will book the next meeting: läkare" in part
        assert "Will tell you what we decided" not in part
    assert title not in titles(draft(planned(), "actor", now=NOW, actor="p3").text)


def test_two_of_one_service_have_their_role_in_the_file_name() -> None:
    lena = replace(SAMIR, id="p8", name="Lena Berg", role="Skolsköterska")
    bo = replace(SAMIR, id="p9", name="Bo Ek")
    named = [
        draft(planned(participants=(MAJA, ASA, SAMIR, *more)), "actor", now=NOW, actor=who).file_name
        for more, who in (((), "p3"), ((lena,), "p3"), ((lena,), "p8"), ((bo,), "p3"), ((bo,), "p9"))
    ]
    assert [name.removeprefix("meeting-notes-part-").removesuffix("-2026-11-27.md") for name in named] == [
        "elevhälsan",
        "elevhälsan-kurator",
        "elevhälsan-skolsköterska",
        "elevhälsan-kurator-1",
        "elevhälsan-kurator-2",
    ]
