"""A meeting that makes no plan speaks of none: every type, every document, before it and after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from sip_tui.i18n import translation
from sip_tui.meeting.model.enums import Answer, Channel, Consent
from sip_tui.meeting.model.meeting import Delivery, InterimPlan, Meeting
from sip_tui.meeting.model.preparation import ConsentDetail
from sip_tui.minutes.access import DOCUMENTS
from sip_tui.minutes.render import draft
from sip_tui.resources.meeting_types import meeting_types
from tests.helpers.meetings import ASA, INGRID, MAJA, NOW, SAMIR, action, goal, meeting

PLAN = re.compile(r"\b\w*plan(?:en|er|erna|ens|s)?\b", re.IGNORECASE)


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    """The words as they are read."""
    spoken = translation.language()
    translation.set_language("sv")
    yield
    translation.set_language(spoken)


def rich(kind: str, *, begun: bool) -> Meeting:
    """A meeting in which something is written everywhere."""
    return meeting(
        about=replace(
            meeting().about,
            type=kind,
            purpose="Vi löser frågan om skolan.",
            questions=("Hur blir det lättare att komma?",),
            secretary="p3",
            chair="p3",
            place="Björkskolan",
        ),
        participants=(
            replace(MAJA, consent="oral"),
            ASA,
            replace(SAMIR, consent="oral"),
            replace(INGRID, consent="none"),
        ),
        goals=(goal("g1", "Komma till skolan"), goal("g2", "Sova", since="2026-01-01", reached=Answer.PARTLY)),
        actions=(
            action("Möta Maja", goal="g1"),
            action("Ringa BUP", who=""),
            action("Skriva", since="2026-01-01"),
        ),
        deliveries=(Delivery(id="p1", channel=Channel.PAPER),),
        between=InterimPlan(
            id="between", coordinator="p3", contact="p3", ended="Det är klart", remains="Samir", authority="kommunen"
        ),
        **({} if begun else {"events": ()}),
    )


@pytest.mark.parametrize("begun", [True, False])
@pytest.mark.parametrize("audience", DOCUMENTS)
def test_no_plan_is_spoken_of_where_none_is_made(audience: str, begun: bool) -> None:
    said = set()
    for kind in meeting_types():
        if kind.key not in {"sip", "follow_up"}:
            made = draft(rich(kind.name, begun=begun), audience, now=NOW, actor="p3" if audience == "actor" else "")
            lines = [line for line in made.text.splitlines() if PLAN.search(line)]
            said |= {(kind.key, line) for line in lines}
    assert said == set()


@pytest.mark.parametrize("audience", ["person", "mail", "full", "notice", "actor"])
def test_a_plan_that_was_refused_is_no_plan(audience: str) -> None:
    refused = replace(
        rich("SIP", begun=True),
        goals=(goal("g1", "Komma till skolan"),),
        actions=(action("Möta Maja", goal="g1"),),
        consents=(ConsentDetail(id="p1", plan=Consent.NONE),),
        between=InterimPlan(id="between", coordinator="p3", contact="p3", authority="kommunen"),
    )
    text = draft(refused, audience, now=NOW, actor="p3" if audience == "actor" else "").text
    lines = [line for line in text.splitlines() if PLAN.search(line)]
    said = audience in {"full", "person", "mail"}
    assert lines == (["Du har sagt nej till att vi gör en plan."] if said else [])
    assert "också" not in text
