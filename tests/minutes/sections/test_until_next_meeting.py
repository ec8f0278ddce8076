"""Until we meet again: who keeps the plan together, how they are reached, and whom to call before that."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from typing import Any

import pytest

from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.model.meeting import InterimPlan, Meeting
from sip_tui.minutes.context import topics_noted
from sip_tui.minutes.redaction.leak_check import LeakRefused
from sip_tui.minutes.render import minutes
from sip_tui.paths import data_path
from tests.helpers.meetings import ASA, INGRID, MAJA, NOW, SAMIR, action, goal, meeting, noted, somebody, written
from tests.helpers.minutes import as_read, read_back, section

KEEPS, WHOM, AGAIN = "The person who coordinates the plan", "You can ask", "Next meeting"
BEFORE = "Who to call in the meantime"
ADULT = [
    "If you or anyone else is in danger: call 112.",
    "Health advice, day and night: call 1177.",
    "Do you need urgent help from social services when they are closed? "
    "Call 112 and ask for socialjouren (the duty team).",
]
EMERGENCY = [
    *ADULT[:2],
    "Are you feeling very low? Call 1177 and ask for the number of BUP akut where you live. "
    "They give urgent mental health help to under-18s.",
    "If you do not feel safe at home, in the evening, at night or at a weekend: "
    "call 112 and ask for socialjouren (the duty team).",
    "If you want to talk to someone: call Bris, 116 111, day and night.",
]
"""Maja has a guardian, so she is under eighteen."""
BO = somebody(5, "Bo Ek", role="rektor", organisation="Skolan", phone="08-465 004 11")


def kept(meeting_: Meeting | None = None, **fields: Any) -> Meeting:
    """A meeting where Samir keeps the plan together, and can be called."""
    said = {"coordinator": "p3", "phone": "070-174 06 40", **fields}
    return replace(meeting_ or meeting(), between=InterimPlan(id="between", **said))


def test_mail_names_the_coordinator_by_role() -> None:
    told = kept(authority="kommunen", wish="Samir, för han lyssnar")
    lines = ["Kurator, Elevhälsan", "Overall responsibility for the plan: kommunen"]
    assert section(written(told), KEEPS) == lines


def test_in_full_there_is_a_name_a_number_and_the_persons_wish() -> None:
    lines = section(written(kept(authority="regionen", wish="Samir"), "full"), KEEPS)
    assert lines == [
        "Samir Haddad, kurator, Elevhälsan",
        "Telephone: 070-174 06 40",
        "samir.haddad@skolan.se",
        "Overall responsibility for the plan: regionen",
        "You asked for: Samir",
    ]


def test_cards_begin_with_the_coordinator() -> None:
    told = kept(meeting(participants=(MAJA, replace(ASA, phone="070-174 06 41"), BO, INGRID, SAMIR)), wish="Samir")
    assert section(written(told, "person"), WHOM) == [
        "Samir Haddad, kurator, Elevhälsan",
        "Coordinates the plan",
        "Telephone: 070-174 06 40",
        "samir.haddad@skolan.se",
        "Bo Ek, rektor, Skolan",
        "Telephone: 08-465 004 11",
    ]
    assert section(written(told, "person"), KEEPS) == [
        "Samir Haddad, kurator, Elevhälsan",
        "You asked for: Samir",
    ]


def test_the_number_of_the_list_holds_when_no_other_was_given() -> None:
    told = kept(meeting(participants=(MAJA, ASA, replace(SAMIR, phone="08-465 004 12"))), phone="")
    assert "Telephone: 08-465 004 12" in section(written(told, "person"), WHOM)


@pytest.mark.parametrize("audience", ["mail", "person"])
def test_coordinating_mother_is_named_without_her_number(audience: str) -> None:
    told = kept(coordinator="p2", contact="p2", urgent="Ring mamma på 070-1740640, eller jouren 08-465 004 10")
    text = as_read(written(replace(told, participants=(MAJA, replace(ASA, phone="+46 70 174 06 40"), SAMIR)), audience))
    assert "mamma" in text
    assert not {"070-1740640", "070-174 06 40", "0640"} & set(text.replace(".", " ").split())
    assert "40640" not in "".join(char for char in text if char.isdigit())


def test_in_full_a_mothers_number_stands() -> None:
    told = kept(coordinator="p2")
    assert section(written(told, "full"), KEEPS)[:2] == ["Åsa Lindgren, mamma", "Telephone: 070-174 06 40"]


def test_number_of_a_service_on_call_stays_and_relatives_go() -> None:
    told = kept(urgent="Ring jouren på 08-465 004 10, eller Åsa på 070-174 06 41")
    told = replace(told, participants=(MAJA, replace(ASA, phone="0701740641"), SAMIR))
    paper, mail = (as_read(written(told, audience)) for audience in ("person", "mail"))
    assert "If it is urgent: Ring jouren på 08-465 004 10, eller Åsa på [telephone number]" in paper
    assert "If it is urgent: Ring jouren på 08-465 004 10, eller mamma på [telephone number]" in mail


def test_what_happens_between_the_meetings_is_said_in_order() -> None:
    told = kept(contact="p4", urgent="Bups jour", changed="säg till kuratorn", convener="p3")
    assert section(written(told), BEFORE) == [
        "If something important happens before we meet again: call the läkare.",
        "If it is urgent: Bups jour",
        "If the help changes: säg till kuratorn",
        "Will call us together if we need to meet sooner: kurator",
        *EMERGENCY,
    ]


@pytest.mark.parametrize("audience", ["mail", "person", "full"])
def test_convener_and_112_are_the_default_contacts(audience: str) -> None:
    lines = section(written(meeting(), audience), BEFORE)
    assert lines[0].startswith("Nobody has been named yet. Call ")
    assert "kurator" in lines[0]
    chosen = section(written(kept(contact="p3"), audience), BEFORE)
    assert chosen[0].startswith("If something important happens before we meet again: call ")
    assert lines[-5:] == EMERGENCY


def test_when_nobody_called_the_meeting_there_is_still_112() -> None:
    nobody = replace(meeting().about, called_by="")
    assert section(written(meeting(about=nobody)), BEFORE) == EMERGENCY


def test_place_of_the_next_meeting_is_not_mailed() -> None:
    told = kept(place="Linden, rum Eken", booked_by="p4", evaluation="2027-03-01")
    lines = ["Friday 29 January 2027", "Will book the next meeting: läkare"]
    lines.append("We will check how the goals are going: Monday 1 March 2027")
    assert section(written(told), AGAIN) == lines
    assert "Place: Linden, rum Eken" in section(written(told, "person"), AGAIN)
    assert "Linden" not in written(told)


def test_unbooked_meeting_has_its_reason_and_booker() -> None:
    told = kept(meeting(about=replace(meeting().about, follow_up="")), unbooked="vi väntar på utredningen")
    lines = ["No time is booked yet: vi väntar på utredningen", "Will book the next meeting: kurator"]
    assert section(written(told), AGAIN) == lines


def test_absent_child_is_told_by_somebody_named() -> None:
    told = kept(told_by="p3")
    assert section(written(told), "What happens now")[0] == "Will tell you what we decided: kurator"
    full = section(written(told, "full"), "What happens now")[0]
    assert full == "Will tell you what we decided: Samir Haddad"
    paper = section(written(told, "person"), WHOM)
    assert paper[-1] == "Will tell you what we decided: Samir Haddad (kurator)"


def test_a_plan_that_nobody_keeps_together_is_not_settled() -> None:
    line = "Nobody has been chosen to coordinate the plan."
    planned = meeting(goals=(goal("g", "Gå ut"),), actions=(action("Ringa", when="i dag"),))
    assert section(written(planned), KEEPS) == [line]
    assert line not in written(kept(planned))
    assert line not in written(meeting())


def test_removed_participant_is_no_contact() -> None:
    about = replace(meeting().about, called_by="")
    off = kept(meeting(removed_participants=(SAMIR,), participants=(MAJA, ASA), about=about), contact="p3")
    for audience in ("mail", "person", "full"):
        text = as_read(written(off, audience))
        assert "Samir" not in text
        assert "p3" not in text
    assert "070-174" not in written(off, "person")


def test_identity_number_in_a_contact_field_is_masked() -> None:
    odd = replace(SAMIR, email="19121212-1212", phone="19121212-1212")
    text = as_read(written(kept(meeting(participants=(MAJA, ASA, odd)), phone="121212-1212"), "person"))
    assert "1212" not in text


def test_a_number_of_one_digit_does_not_blind_the_last_look() -> None:
    odd = replace(SAMIR, email="1", phone="2")
    told = kept(meeting(participants=(MAJA, ASA, odd)), phone="", changed="nr 19121212-1212")
    assert "[personal identity number]" in as_read(written(told, "person"))


PHONES = (
    *("070-174 06 40", "070-1740640", "070 174 06 40", "070/174 06 40", "+46 70 174 06 40", "+46701740640"),
    *("08-465 004 04", "0846500404", "(08) 465 004 04", "0046 8 465 004 04", "031-390 06 05", "0980-31 92 05"),
)


@pytest.mark.parametrize("number", PHONES)
@pytest.mark.parametrize("around", ["{}", "växel {}", "{} (kl. 9–12)", "mobil {}\nvardagar"])
def test_office_number_is_on_paper_and_not_in_a_mail(number: str, around: str) -> None:
    told = kept(meeting(participants=(MAJA, ASA, replace(SAMIR, email=""))), phone=around.format(number))
    shown = " ".join(read_back(minutes(told, "person", now=NOW).text))
    assert number in shown
    assert number not in as_read(try_to_mail(told))


def test_a_telephone_stands_even_when_it_could_be_a_personnummer() -> None:
    assert "0701740640" in written(kept(phone="0701740640"), "person")
    assert "070-1740640" in as_read(written(kept(phone="070-1740640"), "person"))


def try_to_mail(told: Meeting) -> str:
    try:
        return written(told)
    except LeakRefused:
        return ""


def test_who_was_not_there_can_still_be_the_one_to_call() -> None:
    away = replace(SAMIR, presence=Presence.EXCUSED)
    assert section(written(kept(meeting(participants=(MAJA, ASA, away))), "person"), WHOM)[0].startswith("Samir")


@pytest.mark.parametrize(
    ("text", "denied"),
    [("nytt möte tors 14/1 kl 13", False), ("samordnare: Samir", True), ("Vi pratade om skolan", True)],
)
def test_nothing_is_denied_that_the_notes_say(text: str, denied: bool) -> None:
    about = replace(meeting().about, follow_up="", mail_notes=False)
    made = meeting(about=about, notes=(noted(text),), actions=(action("Ringa"),))
    assert ("No time is booked yet." in written(made)) == denied
    assert ("Nobody has been chosen" in written(made)) == ("samordnare" not in text)


TOPICS = tomllib.loads(data_path("sv", "note_topics.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("topic", "pattern", "phrase"),
    [(topic, pattern, phrase) for topic, entries in TOPICS.items() for pattern, phrase in entries.items()],
)
def test_every_pattern_finds_its_phrase(topic: str, pattern: str, phrase: str) -> None:
    assert topics_noted(meeting(notes=(noted(phrase),))) >= {topic}
    others = [re.compile(other, re.IGNORECASE) for other in TOPICS[topic] if other != pattern]
    assert not any(other.search(phrase) for other in others)


@pytest.mark.parametrize("audience", ["mail", "person", "full"])
def test_an_adult_is_not_sent_to_where_children_turn(audience: str) -> None:
    grown = replace(meeting(participants=(MAJA, SAMIR)), about=replace(meeting().about, called_by=""))
    assert section(written(grown, audience), BEFORE) == ADULT


@pytest.mark.parametrize("audience", ["mail", "person", "full"])
def test_child_without_a_guardian_on_the_list_is_a_child(audience: str) -> None:
    child = replace(meeting().person, child=True)
    alone = replace(meeting(participants=(MAJA, SAMIR), person=child), about=replace(meeting().about, called_by=""))
    assert any("Bris" in line for line in section(written(alone, audience), BEFORE))
