"""The call: what everybody must know to come prepared, and nobody of the family by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from sip_tui.i18n.translation import set_language
from sip_tui.meeting.model.enums import Answer, Consent, Kind, Presence
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.model.preparation import Invitation, InvitationState
from sip_tui.minutes.formats import to_file
from sip_tui.minutes.render import DraftRefusedError, draft
from tests.helpers.meetings import ASA, INGRID, MAJA, NOW, SAMIR, meeting, somebody
from tests.helpers.minutes import FREE_FIELDS, as_read, put, section, titles

CALLER = replace(SAMIR, phone="08-465 004 11")
UNIT = somebody(5, kind=Kind.ACTOR, organisation="Habiliteringen", presence=Presence.EXPECTED)
FAMILY = ("Maja", "Åsa", "Lindgren")


@pytest.fixture
def swedish() -> Iterator[None]:
    set_language("sv")
    yield
    set_language("en")


def called(about: dict[str, Any] | None = None, **tables: Any) -> Meeting:
    """A meeting that Samir calls to, with a purpose and two questions."""
    whole = meeting(participants=(MAJA, ASA, CALLER, INGRID, UNIT), events=(), **tables)
    words: dict[str, Any] = {
        "purpose": "Maja ska orka gå i skolan",
        "questions": ("Vad behöver Maja?", "Vem ringer Åsa?"),
        "place": "Linden, rum Eken",
        "reply_by": "2026-11-13",
        **(about or {}),
    }
    return replace(whole, about=replace(whole.about, **words))


def text(whole: Meeting, actor: str = "") -> str:
    return draft(whole, "call", now=NOW, actor=actor).text


def test_call_says_when_where_why_and_how_to_answer() -> None:
    made = text(called())
    assert made.startswith("# Invitation to a meeting (SIP)\n")
    assert [line for line in as_read(made).splitlines() if line][1:5] == [
        "Date: Friday 27 November 2026",
        "Time: 13:02–14:02",
        "Place: Linden, rum Eken",
        "Meeting called by: Samir Haddad, kurator, Elevhälsan",
    ]
    assert section(made, "Why we are meeting") == ["You ska orka gå i skolan"]
    assert section(made, "The questions for the meeting") == ["Vad behöver you?", "Vem ringer mamma?"]
    assert section(made, "How to reply")[1:3] == [
        "No later than: Friday 13 November 2026",
        "Reply to: Samir Haddad (kurator), Telephone: 08-465 004 11, samir.haddad@skolan.se",
    ]


def test_call_to_a_follow_up_says_so() -> None:
    for about in ({"previous": "earlier"}, {"type": "SIP-uppföljning"}):
        assert text(called(about)).startswith("# Invitation to a meeting (follow-up of a SIP)\n")


@pytest.mark.parametrize(("kind", "beforehand"), [("SIP", "important"), ("avslutningsmöte", "ending")])
def test_what_to_think_about_is_that_of_the_type(kind: str, beforehand: str) -> None:
    assert beforehand in section(text(called({"type": kind})), "Before the meeting")[0]


def test_call_names_professionals_and_nobody_of_the_family() -> None:
    made = text(called())
    assert "Samir Haddad" in made
    assert not [name for name in FAMILY if name in made]
    assert "Ask Samir Haddad (kurator)." in made


def test_language_of_an_interpreter_is_not_in_the_call() -> None:
    for cells in ({"name": "Tolk (arabiska)", "role": "tolk"}, {"role": "Tolk (arabiska)"}):
        interpreter = somebody(6, kind=Kind.INTERPRETER, organisation="Tolkförmedlingen", **cells)
        whole = called()
        made = text(replace(whole, participants=(*whole.participants, interpreter)))
        assert "arabiska" not in made
        assert "Tolkförmedlingen" in made


def test_each_reads_why_and_for_which_questions_they_are_called() -> None:
    invitation = Invitation(id="p4", why="Du kan berätta om medicinen för Maja", questions=("question-2",))
    whole = called(invitations=(invitation,))
    assert section(text(whole), "Who has been asked to attend or invited, and why")[2:5] == [
        "Ingrid Wallin, läkare, BUP",
        "Du kan berätta om medicinen för you",
        "For the question: Vem ringer mamma?",
    ]
    own = text(replace(whole, participants=(MAJA, replace(INGRID, consent=Consent.ORAL))), "p4")
    assert section(own, "Before the meeting")[0] == "We have consent for you to take part (orally)."
    assert "Others asked to attend or invited" not in own


def test_a_service_without_a_name_is_called_as_a_service() -> None:
    own = text(called(), "p5")
    assert section(own, "Why you have been asked to come") == [
        "Your service is asked to attend: please send someone who can answer the questions."
    ]
    assert section(own, "Others asked to attend or invited") == [
        "Mamma",
        "Ingrid Wallin, läkare, BUP",
    ]


def test_who_is_invited_reads_no_word_of_a_call() -> None:
    whole = called(invitations=(Invitation(id="p5", state=InvitationState.INVITED, why="Du kan berätta"),))
    made = draft(whole, "call", now=NOW, actor="p5")
    assert made.text.startswith("# You are invited to a meeting (SIP)\n")
    assert "call" not in as_read(made.text).replace("called or invited", "").casefold()
    assert "Invited by: Samir Haddad" in as_read(made.text)
    assert section(made.text, "Why you are invited to the meeting")[0] == "Du kan berätta"
    assert made.file_name.startswith("meeting-invited-")
    mail = to_file(made, "eml", reference="m").content.decode()
    assert "Subject: You are invited to a meeting on Friday 27 November 2026" in mail


def test_call_to_the_family_is_no_call_to_a_service() -> None:
    family, service = (text(called(), actor) for actor in (ASA.id, SAMIR.id))
    of_a_service = ("what support you can give", "who is coming instead", "Please write nothing about the person")
    assert [words for words in of_a_service if words in service] == list(of_a_service)
    assert not [words for words in of_a_service if words in family]
    assert "Please reply: say whether you are coming." in section(family, "How you can reply")


def test_one_of_the_family_is_spoken_to_as_one(swedish: None) -> None:
    made = called(
        invitations=(Invitation(id=ASA.id, why="Du kan berätta"), Invitation(id=SAMIR.id, why="Ni kan hjälpa"))
    )
    family, service = (text(made, actor) for actor in (ASA.id, SAMIR.id))
    for one in ("Så svarar du", "Därför är du kallad"):
        assert one in family
        assert one not in service
    for whole in ("Så svarar ni", "Därför kallas ni"):
        assert whole in service
        assert whole not in family


def test_who_is_not_wanted_is_not_among_the_called() -> None:
    assert "Ingrid" not in text(called(invitations=(Invitation(id="p4", wanted=Answer.NO),)))


def test_what_is_not_known_yet_is_said_or_left_out() -> None:
    interpreted = replace(
        called({"place": "", "called_by": "", "reply_by": ""}),
        participants=(MAJA, somebody(6, "Tolk (arabiska)", kind=Kind.INTERPRETER)),
    )
    made = text(interpreted)
    assert "Place: you will be told later" in made
    assert "Ask whoever called the meeting." in made
    assert section(made, "How to reply")[1] == "Reply to: whoever called the meeting"
    assert "There is an interpreter" in made
    assert "arabiska" not in made


def test_address_and_link_stand_unless_they_are_the_familys() -> None:
    office = {"reply_to": "Samir, 08-465 004 11", "link": "https://video.example.org/19121212"}
    made = text(called(office))
    assert "Reply to: Samir, 08-465 004 11" in as_read(made)
    assert "Online: https://video.example.org/19121212" in as_read(made)
    private = called({"reply_to": "070-174 06 41"})
    family = replace(private, participants=(MAJA, replace(ASA, phone="070-174 06 41"), CALLER))
    assert "06 41" not in text(family)
    for link in ("https://video.example.org/Maja", "https://video.example.org/19121212-1212"):
        assert link not in text(called({"link": link}))


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ({"purpose": " "}, "no purpose yet"),
        ({"questions": ()}, "no question yet"),
        ({"start": None}, "no day and time"),
    ],
)
def test_call_without_its_must_is_refused_in_one_sentence(missing: dict[str, Any], says: str) -> None:
    with pytest.raises(DraftRefusedError, match=says):
        text(called(missing))


@pytest.mark.parametrize("file_format", ["md", "txt", "eml", "ics", "html"])
def test_call_is_clean_in_every_format(file_format: str) -> None:
    made = to_file(draft(called(), "call", now=NOW), file_format, reference="m").content.decode()
    assert not [name for name in FAMILY if name in made]


@pytest.mark.parametrize("field", [field for field in FREE_FIELDS if field not in {"question", "purpose"}])
def test_nothing_but_the_call_is_in_the_call(field: str) -> None:
    whole = put(field, "hemlighet")
    about = replace(whole.about, purpose="Maja", questions=("Vad?",), follow_up="")
    made = text(replace(whole, about=about))
    assert ("hemlighet" in made) is (field in {"role", "organisation", "asked"})
    assert "Notes" not in titles(made)


@pytest.mark.parametrize("why", ["Samir är Majas kurator", "Samir Haddad är Majas kurator"])
def test_a_reason_does_not_repeat_whose_it_is(why: str) -> None:
    made = text(called(invitations=(Invitation(id="p3", why=why),)))
    assert "Är your kurator" in as_read(made)
    assert "Kuratorn är" not in made
