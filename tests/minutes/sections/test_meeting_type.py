"""What a handover and a final meeting settle, in the minutes of everybody (requirements 134, 135)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sip_tui.i18n import translation
from sip_tui.meeting.model.discussion import Pad
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.model.preparation import TypeDetail
from sip_tui.minutes.render import draft
from sip_tui.resources.meeting_types import type_by_key
from tests.helpers.meetings import NOW, meeting
from tests.helpers.minutes import section

TITLE = "What this meeting is about"


def of_type(key: str, **details: str) -> Meeting:
    """A held meeting of a type, with what the type asks for."""
    kind = type_by_key(key)
    assert kind
    rows = tuple(TypeDetail(id=name, text=text) for name, text in details.items())
    whole = meeting(type_details=rows)
    return replace(whole, about=replace(whole.about, type=kind.name))


def settled(whole: Meeting, audience: str = "full", **more: Any) -> list[str]:
    return section(draft(whole, audience, now=NOW, **more).text, TITLE)


@pytest.mark.parametrize("audience", ["mail", "person", "full"])
def test_handover_says_from_whom_to_whom_what_and_when(audience: str) -> None:
    whole = of_type("handover", what="Stödet i skolan", to="Vuxenpsykiatrin", day="2027-01-15", **{"from": "BUP"})
    kind = type_by_key("handover")
    assert kind
    labels = {field.key: field.label for field in kind.fields}
    assert settled(whole, audience) == [
        f"{labels['from']}: BUP",
        f"{labels['to']}: Vuxenpsykiatrin",
        f"{labels['day']}: Friday 15 January 2027",
        f"{labels['what']}: Stödet i skolan",
    ]


def test_final_meeting_says_why_and_who_remains() -> None:
    whole = of_type("ending", why="Du klarar skolan själv", remains="Kuratorn", takes_over="Elevhälsan")
    assert [line.split(": ")[1] for line in settled(whole)] == ["Du klarar skolan själv", "Kuratorn", "Elevhälsan"]


def test_what_another_type_was_told_is_not_lost() -> None:
    assert settled(of_type("sip", why="Du klarar skolan själv")) == ["Du klarar skolan själv"]


def test_notes_stand_under_the_parts_of_the_type() -> None:
    whole = replace(
        of_type("handover"), notes=(Pad(id="needs-secretary", phase="needs", seat="secretary", text="Hej"),)
    )
    assert "### The handover\n\nHej" in draft(whole, "full", now=NOW).text


def test_names_in_what_is_handed_over_are_no_names_by_mail() -> None:
    whole = of_type("handover", to="Samir Haddad", what="Kontakten med Åsa Lindgren")
    assert not [name for name in ("Samir", "Åsa") if name in "".join(settled(whole, "mail"))]


@pytest.mark.parametrize(
    ("written", "definite"), [("avslutning", "avslutningen"), ("Samverkansmöte", "samverkansmötet")]
)
def test_title_names_the_meeting_in_its_definite_form(written: str, definite: str) -> None:
    whole = replace(of_type("ending"), about=replace(of_type("ending").about, type=written))
    translation.set_language("sv")
    assert f"från {definite} fredag" in draft(whole, "full", now=NOW).text.splitlines()[0]
    assert draft(whole, "person", now=NOW).text.startswith("# Efter ditt möte fredag")
