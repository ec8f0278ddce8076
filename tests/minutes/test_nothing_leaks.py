"""The second promise, as a property: whatever identifier stands in whatever field, no mail holds it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sip_tui.meeting.content.situation import SLOTS
from sip_tui.meeting.model.meeting import (
    Action,
    Disagreement,
    Goal,
    Information,
    InterimPlan,
    Meeting,
    Need,
    Ongoing,
    Question,
    Quote,
    Resolution,
    SituationAccount,
    Term,
)
from sip_tui.minutes import LeakRefused, minutes
from sip_tui.minutes.markdown import read_back
from tests.helpers.meetings import NOW, SAMIR, meeting, noted
from tests.helpers.scoring import folded, load, outside, parts
from tests.privacy.test_properties import sentence, written

RECORDS = [one for one in load("positives.jsonl") if not one["known_names"]]
FIELDS = (
    *("purpose", "question", "role", "organisation", "need", "note", "goal", "by", "what", "when"),
    *("how_often", "where", "term", "answer", "follow_up", "disagreement"),
    *("matters", "strengths", "resources", "asked", "answered", "authority", "wish", "unbooked", "evaluation"),
    *("urgent", "changed"),
    *("quote", "ongoing", "ongoing works", "ongoing works_not", "resolution", "information"),
    *SLOTS,
)


BETWEEN = ("authority", "wish", "evaluation", "urgent", "changed")
KEPT = InterimPlan(id="between", coordinator="p3", contact="p4", phone="070-174 06 40", place="hemma")


def put(field: str, text: str) -> Meeting:
    """A meeting that holds a text in one field that a mail may show."""
    plain = meeting()
    about, role = plain.about, replace(SAMIR, id="p9")
    made: dict[str, dict[str, object]] = {
        "purpose": {"about": replace(about, purpose=text)},
        "question": {"about": replace(about, questions=(text,))},
        "follow_up": {"about": replace(about, follow_up=text)},
        "role": {"participants": (*plain.participants, replace(role, role=text))},
        "organisation": {"participants": (*plain.participants, replace(role, organisation=text))},
        "need": {"needs": (Need(id="n", text=text),)},
        "note": {"notes": (noted(text),)},
        "goal": {"goals": (Goal(id="g", text=text),)},
        "by": {"goals": (Goal(id="g", text="mål", by=text),)},
        "disagreement": {"disagreements": (Disagreement(id="d", text=text),)},
        "term": {"terms": (Term(id="t", term=text, answer="svar"),)},
        "answer": {"terms": (Term(id="t", term="ord", answer=text),)},
        "matters": {"person": replace(plain.person, matters=text)},
        "strengths": {"person": replace(plain.person, strengths=text)},
        "resources": {"goals": (Goal(id="g", text="mål", resources=text),)},
        "asked": {"questions": (Question(id="q", text=text, answer="svar"),)},
        "answered": {"questions": (Question(id="q", text="fråga", answer=text),)},
        **{one: {"between": replace(KEPT, **{one: text})} for one in BETWEEN},  # type: ignore[arg-type]
        "unbooked": {"about": replace(about, follow_up=""), "between": replace(KEPT, unbooked=text)},
        "quote": {"quotes": (Quote(id="q", text=text, who="p2"), Quote(id="r", text=text, who="p1"))},
        "ongoing": {"ongoing": (Ongoing(id="o", what=text),)},
        "ongoing works": {"ongoing": (Ongoing(id="o", what="samtal", works=text),)},
        "ongoing works_not": {"ongoing": (Ongoing(id="o", what="samtal", works_not=text),)},
        "resolution": {"resolutions": (Resolution(id="r", text=text),)},
        "information": {"information": (Information(id="i", text=text),)},
        **{slot: {"accounts": _accounts(slot, text)} for slot in SLOTS},
    }
    if field in made:
        return replace(plain, **made[field])  # type: ignore[arg-type]
    fields = {"what": "ringa", field: text}
    return replace(plain, actions=(Action(id="a", who="p3", **fields),))  # type: ignore[arg-type]


def _accounts(slot: str, text: str) -> tuple[SituationAccount, ...]:
    """One slot, told by the person and by an actor."""
    return tuple(SituationAccount(id=who, **{slot: text}) for who in ("p1", "p3"))  # type: ignore[arg-type]


def mailed(field: str, text: str) -> str:
    """What the receiver reads; nothing at all when the mail is refused."""
    try:
        made = minutes(put(field, text), now=NOW)
    except LeakRefused:
        return ""
    return "\n".join((made.text, *read_back(made.text)))


@pytest.mark.parametrize("field", FIELDS)
def test_every_one_of_these_fields_is_in_the_mail(field: str) -> None:
    assert "promenader" in mailed(field, "promenader")


@pytest.mark.parametrize("field", FIELDS)
@given(record=st.sampled_from(RECORDS))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_identifier_of_any_kind_leaves(field: str, record: dict[str, object]) -> None:
    shown, without = folded(mailed(field, str(record["text"]))), folded(mailed(field, outside(record)))
    for span in record["spans"]:  # type: ignore[attr-defined]
        for part in parts(record, span):
            assert shown.count(part) <= without.count(part) + folded(outside(record)).count(part)


@given(st.data(), st.sampled_from(FIELDS))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_written_form_of_a_personnummer_leaves(data: st.DataObject, field: str) -> None:
    number = data.draw(written())
    digits = "".join(one for one in folded(number) if one.isdigit())
    shown = "".join(one for one in folded(mailed(field, data.draw(sentence(number)))) if one.isdigit())
    assert digits[-10:] not in shown
    assert digits[-6:] not in shown
