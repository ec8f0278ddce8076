"""Who has taken something on, by an action, a goal or a duty until the next meeting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sip_tui.meeting.content.commitments import DUTIES, duties_of, those_with_a_part
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Action, Goal, InterimPlan, Meeting, Participant

PEOPLE = (
    Participant(id="p1", kind=Kind.PERSON),
    Participant(id="p2", kind=Kind.ACTOR, order=1),
    Participant(id="p3", kind=Kind.ACTOR, order=2),
)


def parts(**tables: object) -> list[str]:
    """The ids of those with a part."""
    return [other.id for other in those_with_a_part(replace(Meeting(participants=PEOPLE), **tables))]  # type: ignore[arg-type]


@pytest.mark.parametrize("duty", DUTIES)
def test_a_duty_is_a_part(duty: str) -> None:
    between = InterimPlan(id="between", **{duty: "p3"})  # type: ignore[arg-type]
    assert parts(between=between) == ["p3"]
    assert duties_of(Meeting(between=between), "p3") == (duty,)


def test_action_and_goal_are_parts_and_the_family_has_its_paper() -> None:
    actions = (Action(id="a1", who="p1"), Action(id="a2", who="p3"))
    assert parts() == []
    assert parts(actions=actions, goals=(Goal(id="g1", owner="p2"), Goal(id="g2"))) == ["p2", "p3"]
