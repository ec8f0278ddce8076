"""An actor's CarePlan, validated by the models of FHIR R4B."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from fhir.resources.R4B.careplan import CarePlan

from sip_tui.meeting.model.enums import Status
from sip_tui.minutes.formats import FormatRefusedError
from tests.helpers.documents import CALL, GOAL, Page, content, drafted
from tests.helpers.minutes import HOSTILE


def plan(**tables: object) -> Any:
    return CarePlan.model_validate_json(content(drafted("actor", "p3", **tables), "fhir"))


def test_plan_holds_the_actors_goal_and_action_and_nobody_elses() -> None:
    made = plan()
    (activity,) = made.activity
    assert (activity.detail.description, activity.detail.status) == ("Ringa skolan", "not-started")
    assert activity.detail.scheduledPeriod.end.isoformat() == "2026-12-11"
    (goal,) = made.contained
    assert (goal.description.text, activity.detail.goal[0].reference) == ("You går i skolan varje dag", f"#{goal.id}")
    assert (made.status, made.intent) == ("active", "plan")


def test_plan_names_no_person_and_no_name() -> None:
    made = content(drafted("actor", "p3"), "fhir").decode()
    assert not [name for name in ("Maja", "Lindgren", "Samir", "Ingrid", "identifier") if name in made]
    assert "The person whose plan this is" in made


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (Status.NEW, "not-started"),
        (Status.ONGOING, "in-progress"),
        (Status.ENDED, "stopped"),
        (Status.DONE, "completed"),
    ],
)
def test_status_of_an_action_is_one_of_fhirs(status: Status, told: str) -> None:
    (activity,) = plan(actions=(replace(CALL, status=status),)).activity
    assert activity.detail.status == told


def test_every_status_has_a_word_in_fhir() -> None:
    for status in Status:
        assert plan(actions=(replace(CALL, status=status),)).activity


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_keeps_the_plan_valid_and_its_page_whole(text: str) -> None:
    made = content(drafted("actor", "p3", actions=(replace(CALL, what=text, where=text, how_often=text),)), "fhir")
    assert CarePlan.model_validate_json(made).activity
    Page(json.loads(made)["text"]["div"])


def test_times_in_words_are_kept_as_words() -> None:
    often = replace(CALL, how_often="varje vecka")
    (activity,) = plan(actions=(often,)).activity
    assert activity.detail.scheduledString == "varje vecka, Friday 11 December 2026"
    (evening,) = plan(actions=(replace(CALL, when="2026-12-11 på kvällen"),)).activity
    assert evening.detail.scheduledString == "Friday 11 December 2026 in the evening"
    (loose,) = plan(actions=(replace(CALL, when="före jul", goal=""),), goals=(GOAL,)).activity
    assert (loose.detail.scheduledString, loose.detail.goal) == ("före jul", None)


def test_only_an_actor_with_something_to_do_has_a_plan() -> None:
    with pytest.raises(FormatRefusedError, match="no actions"):
        content(drafted("actor", "p2"), "fhir")
    with pytest.raises(FormatRefusedError, match="only made for actor"):
        content(drafted("full"), "fhir")
