"""What was asked and answered, how the meeting was, what the person is good at, and what consent there is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sip_tui.meeting.model.enums import Answer, Consent
from sip_tui.meeting.model.meeting import CompletedDuty, ConsentDetail, Event, Feedback, Meeting, Person, Question
from sip_tui.meeting.model.preparation import Invitation
from sip_tui.minutes.access import AUDIENCES, restrict
from sip_tui.minutes.render import draft
from tests.helpers.meetings import ASA, INGRID, MAJA, NOW, SAMIR, START, action, goal, held, meeting, noted, written
from tests.helpers.minutes import as_read, section, titles

ASKED = ("Vilken hjälp behöver du på morgnarna?", "Vem håller ihop kontakterna?")
FEEDBACK = (
    Feedback(
        id="p1",
        safe=Answer.PARTLY,
        wonders="om skolan vet",
        knows_whom=Answer.NO,
        satisfied=Answer.YES,
        words="Det gick fort.",
    ),
    Feedback(id="p2", safe=Answer.YES, words="Skönt att Maja fick prata först."),
)


def asked(**tables: Any) -> Meeting:
    """A meeting with two questions in its invitation; the first one has been answered, and a third has come up."""
    rows = (
        Question(id="question-1", text=ASKED[0], answer="Samir möter dig i entrén."),
        Question(id="x", order=9, text="Får hunden följa med?"),
    )
    about = replace(meeting().about, questions=ASKED)
    return meeting(about=about, questions=rows, **tables)


def test_questions_with_answers_and_open_questions() -> None:
    text = written(asked())
    assert section(text, "The questions and the answers") == [ASKED[0], "Kurator möter dig i entrén."]
    assert section(text, "Still open")[:3] == ["Questions without an answer:", ASKED[1], "Får hunden följa med?"]


def test_person_paper_has_answers_before_open_questions() -> None:
    text = written(asked(), "person")
    assert section(text, "The questions and the answers") == [ASKED[0], "Samir möter dig i entrén."]
    open_ = "Questions without an answer"
    assert section(text, open_) == [ASKED[1], "Får hunden följa med?"]
    assert titles(text).index("The questions and the answers") < titles(text).index(open_)


def test_a_question_that_was_taken_off_is_asked_by_no_document() -> None:
    off = replace(asked(), questions=(Question(id="question-1", text=""),))
    for audience in ("mail", "person", "full"):
        assert "morgnarna" not in written(off, audience)


def test_how_it_was_is_told_whole_only_in_full() -> None:
    text = written(meeting(feedback=FEEDBACK), "full")
    assert section(text, "How the meeting was") == [
        "Maja Lindgren, den enskilde",
        "“Det gick fort.”",
        "Feels comfortable with what we have decided: partly",
        "Happy with the meeting: yes",
        "Knows who to turn to with questions: no",
        "Questions they still have: om skolan vet",
        "Åsa Lindgren, mamma",
        "“Skönt att Maja fick prata först.”",
        "Feels comfortable with what we have decided: yes",
    ]


def test_person_paper_has_her_own_words_and_her_question() -> None:
    text = written(meeting(feedback=FEEDBACK), "person")
    own = Feedback(id="p1", words="Det gick fort.", wonders="om skolan vet")
    assert restrict(meeting(feedback=FEEDBACK), "person").feedback == (own,)
    assert section(text, "What you said about the meeting") == ["“Det gick fort.”"]
    assert "Skönt" not in text
    assert "partly" not in text
    assert section(text, "You asked") == ["om skolan vet", "We will come back to it when we meet again."]


def test_what_she_wondered_has_its_answer_or_who_finds_out() -> None:
    kept = replace(meeting().between, coordinator="p3")
    told = meeting(feedback=FEEDBACK, between=kept)
    assert section(written(told, "person"), "You asked")[1] == "You can ask Samir Haddad (kurator) about it."
    answered = replace(told, questions=(Question(id="q", text="Om skolan vet?", answer="Ja, alla vet."),))
    assert section(written(answered, "person"), "You asked") == ["om skolan vet", "Ja, alla vet."]


@pytest.mark.parametrize("words", ["Nej, inget mer.", "No, nothing more.", "nej"])
def test_who_wonders_about_nothing_more_has_asked_nothing(words: str) -> None:
    told = meeting(feedback=(replace(FEEDBACK[0], wonders=words),))
    assert "You asked" not in titles(written(told, "person"))
    assert "Questions they still have: No, nothing more." in section(written(told, "full"), "How the meeting was")


def test_a_mail_and_a_notice_know_nothing_of_how_it_was() -> None:
    for audience in ("mail", "notice"):
        made = draft(meeting(feedback=FEEDBACK), audience, now=NOW)
        assert not any(word in made.text for word in ("fort", "Skönt", "skolan vet", "partly"))


def test_strengths_and_resources_are_shown() -> None:
    start = meeting(goals=(goal("g", "Gå ut", resources="hunden och mormor"),))
    told = replace(start, person=replace(start.person, matters="Att måla", strengths="Att måla och att lyssna"))
    for audience in ("mail", "person", "full"):
        text = written(told, audience)
        assert section(text, "What you are good at") == ["Att måla och att lyssna"]
        assert "Helps along the way: hunden och mormor" in text


CONSENTS = (MAJA, replace(ASA, consent="written"), replace(SAMIR, consent="withdrawn"), INGRID)


def test_consent_and_its_limits_stand_in_full() -> None:
    person = Person(id="person", called="Maja", kept_out="det som hände i våras", consent_until="2027-06-10")
    told = meeting(participants=CONSENTS, person=person, ticked=(CompletedDuty(id="confidentiality", at=START),))
    assert section(written(told, "full"), "Consent") == [
        "Sharing with Åsa Lindgren, mamma: yes, written",
        "Sharing with Samir Haddad, kurator, Elevhälsan: consent withdrawn",
        "Sharing with Ingrid Wallin, läkare, BUP: nobody has asked",
        "There are limits to the consent. Ask the chair before you pass anything on.",
        "The consent is valid until: Thursday 10 June 2027",
        "13:02 the chair explained confidentiality",
    ]
    for audience in AUDIENCES:
        assert "i våras" not in written(told, audience).lower()
    for audience in ("mail", "notice"):
        assert "consent" not in written(told, audience).lower()
        assert "confidentiality" not in written(told, audience)


def test_an_answer_of_no_is_told_as_an_answer() -> None:
    told = meeting(participants=tuple(replace(other, consent="none" * (other.id == "p3")) for other in CONSENTS))
    assert "Sharing with Samir Haddad, kurator, Elevhälsan: no" in section(written(told, "full"), "Consent")
    assert "Nothing may be shared with: Samir Haddad (kurator)" in section(written(told, "person"), "Your consent")


def test_person_paper_says_what_she_has_consented_to() -> None:
    person = Person(id="person", called="Maja", kept_out="det som hände i våras", consent_until="2027-06-10")
    told = meeting(participants=CONSENTS, person=person, between=replace(meeting().between, coordinator="p3"))
    assert section(written(told, "person"), "Your consent") == [
        "We have consent to share with: mamma",
        "The consent was withdrawn for: Samir Haddad (kurator)",
        "The consent is valid until: Thursday 10 June 2027",
        "There is something that you asked us not to bring up or pass on. "
        "If you see it anyway, tell us, and we will take it out.",
        "You can change your mind at any time: tell one of us.",
    ]
    assert "Your consent" not in written(meeting(), "person")


def test_who_said_yes_to_the_plan_stands_in_it() -> None:
    agreed = (ConsentDetail(id="p1", plan=Consent.ORAL, plan_on="2026-11-27"),)
    told = replace(meeting(), consents=agreed)
    assert section(written(told, "person"), "Your consent")[0] == "You agreed to us making this plan."
    assert "You agreed to us making this plan." in section(written(told, "full"), "Consent")
    refused = replace(told, consents=(ConsentDetail(id="p1", plan=Consent.NONE),))
    assert "making this plan" not in written(refused, "person")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_topic_to_keep_out_stands_nowhere_word_for_word(audience: str) -> None:
    person = Person(id="person", called="Maja", kept_out="Det som hände i våras.")
    text = "Mamma nämnde det  som hände\ni våras, och skolan."
    told = meeting(person=person, notes=(noted(text),), actions=(action("Tala om det som hände i våras"),))
    assert "hände" not in written(told, audience)
    assert audience == "notice" or "och skolan" in written(told, audience)


def test_reason_for_waived_consent_is_only_in_full() -> None:
    why = [("consent: hon ringer sin läkare i kväll", 8), ("person unheard: tiden gick", 9)]
    waived = tuple(Event(id=f"w{at}", kind="waived", phase="opening", text=text, order=at) for text, at in why)
    told = meeting(participants=CONSENTS, events=(*held(), *waived))
    assert [event.text for event in restrict(told, "full").events if event.text] == [why[0][0]]
    assert "Reason for going ahead with the meeting: hon ringer sin läkare i kväll" in written(told, "full")
    for audience in AUDIENCES:
        text = written(told, audience)
        assert "tiden gick" not in text
        assert audience == "full" or "i kväll" not in text


def test_no_consent_section_when_nobody_was_asked() -> None:
    assert "Consent" not in written(meeting(), "full")


HOSTILE = "Ring Åsa Lindgren på 070-174 06 41\nnr 19121212-\n1212 | # [x](javascript:1) \x1b[31m asa@hemma.se"


def everything() -> Meeting:
    """All the new places at once, each with names, numbers and markup in it."""
    start = asked(
        participants=(MAJA, replace(ASA, phone="070-174 06 41"), replace(SAMIR, phone=HOSTILE), INGRID),
        feedback=(replace(FEEDBACK[0], words=HOSTILE, wonders=HOSTILE), replace(FEEDBACK[1], words=HOSTILE)),
        goals=(goal("g", HOSTILE, resources=HOSTILE),),
        actions=(action("Ringa", goal="g"),),
    )
    words = ("authority", "phone", "wish", "place", "unbooked", "evaluation", "urgent", "changed")
    pointers = dict.fromkeys(("coordinator", "booked_by", "contact", "convener", "told_by"), "p3")
    between = replace(start.between, **pointers, **dict.fromkeys(words, HOSTILE))  # type: ignore[arg-type]
    person = Person(id="person", called="Maja", strengths=HOSTILE, kept_out=HOSTILE, consent_until=HOSTILE)
    questions = tuple(replace(question, text=HOSTILE, answer=HOSTILE) for question in start.questions)
    return replace(start, between=between, person=person, questions=questions)


@pytest.mark.parametrize("follow_up", ["", "2027-01-29"])
def test_mail_of_hostile_fields_has_no_identifier(follow_up: str) -> None:
    told = everything()
    made = draft(replace(told, about=replace(told.about, follow_up=follow_up)), "mail", now=NOW)
    text = as_read(made.text)
    assert not made.leaks
    for word in ("Åsa", "Lindgren", "Samir", "Maja", "070", "0641", "1212", "hemma.se", "\x1b"):
        assert word not in text


def test_person_paper_of_hostile_fields_has_no_family_number() -> None:
    made = draft(everything(), "person", now=NOW)
    text = as_read(made.text)
    assert not made.leaks
    for word in ("070", "0641", "1212", "hemma.se", "\x1b"):
        assert word not in text


@pytest.mark.parametrize("audience", AUDIENCES)
def test_hostile_words_make_no_heading_of_their_own(audience: str) -> None:
    text = written(everything(), audience)
    assert not [title for title in titles(text) if "javascript" in title]
    assert "\x1b" not in text


def test_findings_are_only_of_visible_fields() -> None:
    start = meeting(feedback=(replace(FEEDBACK[0], words="nr 19121212-1212"),))
    told = replace(start, person=replace(start.person, kept_out="om 19121212-1212"))
    assert draft(told, "mail", now=NOW).findings == ()
    assert [finding.words for finding in draft(told, "person", now=NOW).findings].count("19121212-1212") == 1


def test_full_minutes_say_who_was_called_for_which_question() -> None:
    tied = (Invitation(id=SAMIR.id, questions=("question-1", "x")), Invitation(id=ASA.id, questions=("x",)))
    given = asked(invitations=tied)
    text = "\n".join(section(written(given, "full"), "Who each question is for"))
    assert text.index(ASKED[0]) < text.index("Samir") < text.index("Får hunden följa med?") < text.index("Åsa Lindgren")
    for audience in ("mail", "person"):
        assert "Who each question is for" not in written(given, audience)
