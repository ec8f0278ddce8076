"""Who was not there has agreed to nothing: every document says that they are asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sip_tui.meeting.model.enums import Consent, Presence, Status
from sip_tui.meeting.model.meeting import InterimPlan
from sip_tui.minutes.render import draft
from tests.helpers.documents import CALL, GOAL, TESTS, content, drafted, planned
from tests.helpers.meetings import INGRID, NOW
from tests.helpers.minutes import as_read, section, titles

BEFORE = "2026-09-01"
NO = {
    "mail": "You have said no to us talking with the läkare.",
    "person": "You have said no to us talking with Ingrid Wallin (läkare).",
    "full": "Maja Lindgren has said no to us talking with Ingrid Wallin (läkare).",
}


@pytest.mark.parametrize(("audience", "who"), [("mail", "The läkare"), ("full", "Ingrid Wallin")])
def test_an_absent_owner_is_asked_in_the_plan_and_the_table(audience: str, who: str) -> None:
    made = drafted(audience)
    assert f"{who} will be asked" in as_read(made.text)
    assert f"{who} will be asked" in content(made, "csv").decode("utf-8-sig")
    assert "kurator will be asked" not in as_read(made.text)


def test_the_persons_paper_does_not_say_that_the_absent_do_it() -> None:
    told = titles_of_level_3(drafted("person").text)
    assert "What Ingrid Wallin (läkare) will be asked to do" in told
    assert "What Ingrid Wallin (läkare) will do" not in told


def test_the_absent_actors_part_asks() -> None:
    asked = draft(planned(), "actor", now=NOW, actor="p4").text
    assert "Ta prover" in section(asked, "This is what we want to ask you to do")
    assert "This is what you have taken on" not in titles(asked)
    came = (replace(INGRID, presence=Presence.PRESENT), *planned().participants[:3])
    taken = draft(planned(participants=came), "actor", now=NOW, actor="p4").text
    assert "Ta prover" in section(taken, "This is what you have taken on")


def test_before_a_follow_up_earlier_decisions_are_no_proposals() -> None:
    carried = replace(CALL, since=BEFORE)
    whole = planned(events=(), goals=(replace(GOAL, since=BEFORE),), actions=(carried, replace(TESTS, who="p3")))
    made = draft(whole, "mail", now=NOW).text
    assert made.startswith("# Before the follow-up of your plan (SIP) on Friday 27 November 2026\n")
    assert "Ringa skolan" in section(made, "What we agreed on last time")
    assert "Ta prover" not in section(made, "What we agreed on last time")
    assert "Ta prover" in section(made, "Proposals before the meeting")
    own = draft(whole, "person", now=NOW).text
    assert "Ringer skolan" in section(own, "What we agreed on last time")
    assert "Ta prover" in section(own, "Proposals before the meeting")
    part = draft(whole, "actor", now=NOW, actor="p3").text
    assert "Ringa skolan" in section(part, "What we agreed on last time")


def test_who_was_to_be_asked_has_not_agreed_at_the_follow_up() -> None:
    carried = replace(TESTS, since=BEFORE, unanswered=True)
    whole = planned(events=(), actions=(carried,))
    assert "What Ingrid Wallin (läkare) was to be asked to do" in titles_of_level_3(
        draft(whole, "person", now=NOW).text
    )
    assert "The läkare was to be asked" in as_read(draft(whole, "mail", now=NOW).text)
    after = draft(planned(actions=(replace(carried, status=Status.NOT_DONE, reviewed=True),)), "full", now=NOW).text
    assert "no answer yet" in after
    assert "not done" not in after


def test_before_the_meeting_what_is_going_on_is_no_proposal() -> None:
    whole = planned(events=(), actions=(replace(CALL, status=Status.ONGOING), replace(TESTS, who="p3")))
    for audience, rings in (("mail", "Ringa skolan"), ("person", "Ringer skolan")):
        made = draft(whole, audience, now=NOW).text
        assert made.startswith("# Before your SIP meeting on Friday 27 November 2026\n")
        assert rings in section(made, "What is being done already")
        assert "Ta prover" in section(made, "Proposals before the meeting")
        assert "Ring" not in " ".join(section(made, "Proposals before the meeting"))


@pytest.mark.parametrize("answer", [Consent.NONE, Consent.WITHDRAWN])
@pytest.mark.parametrize("audience", ["mail", "person", "full"])
def test_nobody_asks_whom_the_person_said_no_to(audience: str, answer: Consent) -> None:
    made = drafted(audience, participants=(*planned().participants[:3], replace(INGRID, consent=answer)))
    told = as_read(made.text)
    assert not [words for words in ("will be asked", "needs to contact", "will contact") if words in told]
    assert "will be asked" not in content(made, "csv").decode("utf-8-sig")
    title = "Nobody has taken this on yet" if audience == "person" else "Still open"
    assert section(made.text, title) == [f"{NO[audience]} Who will do this instead?", "Ta prover"]


def test_a_childs_guardians_have_said_no() -> None:
    people = (*planned().participants[:3], replace(INGRID, consent=Consent.NONE))
    child = replace(planned().person, child=True)
    own, full = (as_read(drafted(name, participants=people, person=child).text) for name in ("person", "full"))
    assert "Your parents or guardians have said no to us talking with Ingrid Wallin" in own
    assert "The parents or guardians have said no to us talking with Ingrid Wallin" in full


def test_who_leads_the_coordination_does_not_ask_either() -> None:
    people = (*planned().participants[:3], replace(INGRID, consent=Consent.NONE))
    made = drafted(participants=people, between=InterimPlan(id="between", coordinator="p3"))
    assert "will contact" not in as_read(made.text)
    assert "You have said no to us talking with the läkare." in as_read(made.text)


def titles_of_level_3(text: str) -> list[str]:
    return [line.removeprefix("### ") for line in text.splitlines() if line.startswith("### ")]


def test_who_is_asked_stands_under_one_emphasis() -> None:
    assert "**The läkare will be asked**" in drafted("mail").text


@pytest.mark.parametrize(
    ("when", "says"), [("när utredningen är klar", "När utredningen är klar"), ("i mars", "When: i mars")]
)
def test_a_time_that_says_when_needs_no_label(when: str, says: str) -> None:
    assert says in section(
        draft(planned(actions=(replace(CALL, when=when),)), "person", now=NOW).text, "This is what we decided"
    )
