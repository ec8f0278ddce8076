"""The second promise in every document that may be mailed, in every format: no identifier, whatever field it is in."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.model.preparation import Invitation
from sip_tui.minutes.access import BY_MAIL, DOCUMENTS, FIELDS, restrict
from sip_tui.minutes.formats import FORMATS, FormatRefusedError, to_file
from sip_tui.minutes.redaction.leak_check import LeakRefused
from sip_tui.minutes.render import draft
from tests.helpers.documents import CALL, GOAL
from tests.helpers.meetings import NOW, SAMIR, meeting
from tests.helpers.scoring import folded
from tests.helpers.written_numbers import sentence, written

PLACES = (
    "purpose",
    "why",
    "place",
    "link",
    "reply_to",
    "reply_by",
    "question",
    "invited",
    "what",
    "where",
    "goal",
    "role",
)
OTHERS = sorted(BY_MAIL - {"mail"})
READABLE = [name for name in FORMATS if name != "pdf"]


def holding(place: str, text: str) -> Meeting:
    """A meeting to be called to and with an action for Samir, with a text in one of its fields."""
    whole = meeting(goals=(GOAL,), actions=(CALL,))
    words = {"purpose": "Planera", "questions": ("Vad behövs?",), "follow_up": "2027-01-29T13:00"}
    about = replace(whole.about, **words)  # type: ignore[arg-type]
    if place in {"purpose", "why", "place", "link", "reply_to", "reply_by"}:
        about = replace(about, **{place: text or "-"})  # type: ignore[arg-type]
    if place == "question":
        about = replace(about, questions=("Vad behövs?", text))
    return replace(
        whole,
        about=about,
        invitations=(Invitation(id="p3", why=text),) if place == "invited" else (),
        actions=(replace(CALL, **{place: text}),) if place in {"what", "where"} else (CALL,),  # type: ignore[arg-type]
        goals=(replace(GOAL, text=text),) if place == "goal" else (GOAL,),
        participants=tuple(
            replace(other, role=text) if place == "role" and other.id == "p3" else other for other in whole.participants
        ),
    )


def read(whole: Meeting, audience: str) -> Iterator[str]:
    """What receivers read of a document in each format; nothing of one that is refused."""
    for name in READABLE:
        try:
            actor = "" if audience == "notice" else "p3"
            content = to_file(draft(whole, audience, now=NOW, actor=actor), name, reference="m").content
        except (LeakRefused, FormatRefusedError):
            continue
        yield "\n".join(_parts(content)) if name == "eml" else content.decode().replace("\r\n ", "")


def _parts(content: bytes) -> Iterator[str]:
    message = email.message_from_bytes(content, policy=email.policy.default)
    yield str(message["Subject"])
    for part in message.walk():
        if isinstance(part, EmailMessage) and not part.is_multipart():
            yield str(part.get_content())


@pytest.mark.parametrize("audience", OTHERS)
@given(st.data(), st.sampled_from(PLACES))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_personnummer_leaves_in_any_format(audience: str, data: st.DataObject, place: str) -> None:
    number = data.draw(written())
    digits = "".join(char for char in folded(number) if char.isdigit())
    for text in read(holding(place, data.draw(sentence(number))), audience):
        shown = "".join(char for char in folded(text) if char.isdigit())
        assert digits[-10:] not in shown


@pytest.mark.parametrize("audience", OTHERS)
@pytest.mark.parametrize("place", PLACES)
def test_no_name_of_the_family_leaves_in_any_format(audience: str, place: str) -> None:
    for text in read(holding(place, "Maja Lindgren, som Åsa ringer om, skolan.example"), audience):
        assert not [name for name in ("Maja", "Lindgren", "Åsa") if name in text]


@pytest.mark.parametrize("audience", ["actor", "call"])
def test_what_is_typed_is_there_when_it_may_leave(audience: str) -> None:
    shown = {
        place
        for place in PLACES
        if any("promenader" in text.lower() for text in read(holding(place, "promenader"), audience))
    }
    wanted = {"what", "where", "goal", "role"} if audience == "actor" else {*PLACES} - {"what", "where", "goal"}
    assert shown == wanted


@pytest.mark.parametrize("audience", [name for name in DOCUMENTS if name in {"actor", "call", "sheet"}])
def test_only_allowed_fields_reach_the_other_documents(audience: str) -> None:
    whole = holding("purpose", "Planera")
    seen = restrict(
        replace(whole, person=replace(whole.person, kept_out="hemligt", matters="viktigt")), audience, actor=SAMIR.id
    )
    assert (seen.person.kept_out, seen.person.matters) == ("", "")
    assert seen.notes == seen.quotes == seen.needs == seen.accounts == seen.feedback == ()
    assert bool(seen.actions) is (audience == "actor")
    assert "decisions" not in FIELDS[audience]
