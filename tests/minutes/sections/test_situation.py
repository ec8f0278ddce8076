"""What the minutes tell of the situation: the person first, each by role in the mail, nobody pointed out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sip_tui.meeting.model.enums import Answer, Kind, Presence
from sip_tui.meeting.model.meeting import (
    Disagreement,
    Information,
    Meeting,
    Need,
    Ongoing,
    Quote,
    Resolution,
    SharedPictureAnswer,
    SituationAccount,
)
from sip_tui.minutes.access import AUDIENCES
from sip_tui.minutes.redaction.fields import FieldRedactor, redact_fields
from sip_tui.minutes.redaction.policy import RedactionPolicy
from tests.helpers.meetings import ASA, MAJA, SAMIR, action, goal, meeting, noted, somebody, written
from tests.helpers.minutes import section, titles

TOLD = (
    SituationAccount(id="p3", works="samtalen", goals="tre förmiddagar", support="möter i entrén"),
    SituationAccount(
        id="p1", works="bilden", works_not="morgnarna", experience="tröttsamt", needs="lugn", expectations="hjälp"
    ),
    SituationAccount(id="p2", wishes="att det vänder"),
)
HOW = "How things are now"
OFFERS = "Important goals and support, from each of us"
PICTURE = "Do we agree?"
HELP = "Your current help"
DIFFERENT = "We disagree on this"


def meeting_with_accounts(**tables: Any) -> Meeting:
    """A meeting where everybody has told something, and somebody has asked Maja what matters."""
    made = meeting(accounts=TOLD, **tables)
    return replace(made, person=replace(made.person, matters="Att få måla varje dag"))


def answered(**same: str) -> tuple[SharedPictureAnswer, ...]:
    return tuple(SharedPictureAnswer(id=who, same=Answer(answer)) for who, answer in same.items())


@pytest.mark.parametrize(
    ("audience", "title"),
    [
        ("mail", "What matters most to you"),
        ("person", "What matters most to you"),
        ("full", "What matters most to you"),
    ],
)
def test_what_matters_most_comes_first(audience: str, title: str) -> None:
    text = written(meeting_with_accounts(goals=(goal("g", "Gå ut"),), actions=(action("Ringa"),)), audience)
    assert titles(text)[0] == title
    assert section(text, title) == ["Att få måla varje dag"]


def test_the_person_is_first_and_what_works_before_what_does_not() -> None:
    assert section(written(meeting_with_accounts()), HOW) == [
        "You",
        "Works: bilden",
        "Does not work: morgnarna",
        "How it is for me: tröttsamt",
        "Needs: lugn",
        "Hopes for: hjälp",
        "Mamma",
        "Wishes: att det vänder",
        "Kurator, Elevhälsan",
        "Works: samtalen",
    ]


def test_in_full_each_is_named() -> None:
    lines = section(written(meeting_with_accounts(), "full"), HOW)
    assert [line for line in lines if ":" not in line] == [
        "Maja Lindgren, den enskilde",
        "Åsa Lindgren, mamma",
        "Samir Haddad, kurator, Elevhälsan",
    ]


def test_the_two_answers_of_an_actor_stand_together_by_role() -> None:
    lines = ["Kurator, Elevhälsan", "Important goals: tre förmiddagar", "Support: möter i entrén"]
    assert section(written(meeting_with_accounts()), OFFERS) == lines


def test_person_paper_has_support_and_no_accounts() -> None:
    text = written(meeting_with_accounts(actions=(action("Ringa"),)), "person")
    assert section(text, "Support that others can give you") == ["Samir Haddad (kurator)", "“möter i entrén”"]
    for title in (HOW, OFFERS, "What others said", HELP, PICTURE):
        assert title not in text
    assert "morgnarna" not in text


def test_order_of_the_person_paper() -> None:
    made = meeting_with_accounts(
        actions=(action("Ringa"),),
        resolutions=(Resolution(id="r", text="Planen gäller till mars"),),
        information=(Information(id="i", text="Boka sjukresa på 1177"),),
    )
    text = written(made, "person")
    assert titles(text)[:4] == [
        "What matters most to you",
        "This is what we decided",
        "We also decided",
        "You can ask",
    ]
    assert section(text, "Support that others can give you") == ["Samir Haddad (kurator)", "“möter i entrén”"]
    assert section(text, "We also decided") == ["Planen gäller till mars"]
    assert section(text, "Good to know") == ["Boka sjukresa på 1177"]


def test_account_of_a_removed_participant_is_left_out() -> None:
    assert "samtalen" not in written(replace(meeting_with_accounts(), participants=(MAJA, ASA)), "full")


def test_account_of_an_interpreter_is_kept() -> None:
    tolk = somebody(8, "Amal", kind=Kind.INTERPRETER, role="tolk")
    made = meeting(participants=(MAJA, tolk), accounts=(SituationAccount(id="p8", works="det går bra"),))
    assert section(written(made), HOW) == ["Tolk", "Works: det går bra"]


QUOTES = (
    Quote(id="q1", text="Jag vill inte bli hämtad.", who="p1"),
    Quote(id="q2", text="”Hon är modig.”", who="p2", order=1),
    Quote(id="q3", text="Vi hinner.", order=2),
)


def test_her_words_are_her_own_and_the_others_have_a_role() -> None:
    text = written(meeting(quotes=QUOTES))
    assert section(text, "In your own words") == ["“Jag vill inte bli hämtad.”"]
    assert section(text, "What others said") == ["”Hon är modig.” – mamma"]
    assert section(text, "Said at the meeting") == ["“Vi hinner.”"]
    assert "Maja" not in text


def test_in_full_words_have_a_name() -> None:
    text = written(meeting(quotes=QUOTES), "full")
    assert section(text, "In your own words") == ["“Jag vill inte bli hämtad.”"]
    assert section(text, "What others said")[0] == "”Hon är modig.” – Åsa Lindgren"


def test_ongoing_help_is_told_with_who_gives_it_and_how_it_works() -> None:
    made = meeting(
        ongoing=(Ongoing(id="o", what="Samtal", who="p3", works="lugnt rum", works_not="för sällan"), Ongoing(id="p"))
    )
    lines = ["Samtal", "Who: kurator", "Works: lugnt rum", "Does not work: för sällan"]
    assert section(written(made), HELP) == lines
    assert "Who: Samir Haddad" in section(written(made, "full"), HELP)


def test_resolution_follows_the_plan_or_stands_alone() -> None:
    decided = (Resolution(id="r", text="Planen gäller till mars"),)
    text = written(meeting(actions=(action("Ringa"),), resolutions=decided))
    assert titles(text).index("We also decided") == titles(text).index("What we agreed on") + 1
    assert section(written(meeting(resolutions=decided)), "This is what we decided") == ["Planen gäller till mars"]


EVERYBODY = {"p1": "yes", "p2": "yes", "p3": "yes"}


@pytest.mark.parametrize("audience", ["mail", "full"])
def test_when_all_have_the_same_picture_it_is_said(audience: str) -> None:
    text = written(meeting(pictures=answered(**EVERYBODY)), audience)
    assert section(text, PICTURE) == ["Everyone agrees on what we decided."]


@pytest.mark.parametrize("audience", ["mail", "full"])
def test_who_sees_it_differently_is_not_pointed_out_but_what(audience: str) -> None:
    pictures = answered(**EVERYBODY | {"p3": "no"})
    made = meeting(pictures=pictures, disagreements=(Disagreement(id="d", text="Hur fort det ska gå"),))
    text = written(made, audience)
    assert PICTURE not in text
    assert section(text, DIFFERENT) == ["Hur fort det ska gå", "Not everyone agrees on everything that we decided."]
    unwritten = written(meeting(pictures=pictures), audience)
    assert section(unwritten, PICTURE) == ["Not everyone agrees on everything that we decided."]


def test_who_has_gone_home_seeing_it_differently_still_counts() -> None:
    gone = replace(SAMIR, presence=Presence.LEFT)
    made = meeting(participants=(MAJA, ASA, gone), pictures=answered(**EVERYBODY | {"p3": "no"}))
    assert "Not everyone" in written(made)


def test_nobody_speaks_for_those_who_were_not_asked() -> None:
    asked = "Everyone who was asked agrees on what we decided."
    assert section(written(meeting(pictures=answered(p1="yes"))), PICTURE) == [asked]
    assert PICTURE not in written(meeting(pictures=answered(p1="")))
    assert PICTURE not in written(meeting())


NUMBER = "Fråga Åsa, nr 19121212-1212"


def test_names_and_numbers_in_every_new_text_are_masked() -> None:
    made = replace(
        meeting_with_accounts(),
        accounts=(SituationAccount(id="p3", works=NUMBER, support=NUMBER),),
        ongoing=(Ongoing(id="o", what=NUMBER, works_not=NUMBER),),
        quotes=(Quote(id="q", text=NUMBER, who="p1"),),
        resolutions=(Resolution(id="r", text=NUMBER),),
        information=(Information(id="i", text=NUMBER),),
    )
    made = replace(made, person=replace(made.person, matters=NUMBER))
    text = written(made)
    # The quote says what matters most, and is not repeated.
    assert text.count("Fråga mamma, nr [personal identity number]") == 7
    assert "Åsa" not in text
    redactor = FieldRedactor((), RedactionPolicy())
    assert redact_fields(made, redactor).person.matters == "Fråga Åsa, nr \ue000[personal identity number]\ue001"
    assert [finding.finding.kind for finding in redactor.findings].count("personnummer") == 8


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_meeting_without_any_of_it_has_none_of_its_headings(audience: str) -> None:
    made = meeting(
        accounts=(SituationAccount(id="p3", works=" "),), quotes=(Quote(id="q", text=" "),), notes=(noted("prat"),)
    )
    new = {HOW, OFFERS, PICTURE, "We also decided", "Good to know", "What others said", "In your own words"}
    assert not new & set(titles(written(made, audience)))


def test_a_notice_tells_nothing_of_it() -> None:
    made = meeting_with_accounts(
        needs=(Need(id="n", text="lugn"),), quotes=QUOTES, information=(Information(id="i", text="bra"),)
    )
    assert written(made, "notice") == written(meeting(), "notice")


def test_no_text_of_an_account_is_structure() -> None:
    hostile = "# rubrik\n| a | b |\n[x](javascript:alert)<b>"
    made = replace(
        meeting_with_accounts(),
        accounts=(SituationAccount(id="p1", works=hostile),),
        quotes=(Quote(id="q", text=hostile, who="p2"),),
    )
    calm = replace(
        meeting_with_accounts(),
        accounts=(SituationAccount(id="p1", works="x"),),
        quotes=(Quote(id="q", text="x", who="p2"),),
    )
    assert titles(written(made)) == titles(written(calm))
