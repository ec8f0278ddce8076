"""The person's own paper, the full minutes, and the notice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sip_tui.i18n import translation
from sip_tui.meeting.model.enums import Answer, Kind, Presence, Status
from sip_tui.meeting.model.meeting import Action, Need, Quote, Term
from sip_tui.minutes.access import AUDIENCES
from sip_tui.minutes.markdown import reader
from sip_tui.minutes.render import minutes
from tests.helpers.meetings import (
    ASA,
    INGRID,
    MAJA,
    NOW,
    SAMIR,
    action,
    case,
    goal,
    held,
    meeting,
    noted,
    somebody,
    written,
)
from tests.helpers.minutes import read_back, section

PLAN = {
    "goals": (goal("g1", "Gå ut gymnasiet"), goal("g2", "Tre förmiddagar", parent="g1", by="2027-02-19")),
    "actions": (
        action("Möta Maja vid dörren", goal="g2", how_often="varje dag"),
        action("Gå en promenad", "p1", when="2026-12-01"),
        action("Läsa", "", status=Status.PROPOSED),
    ),
}


def test_decisions_come_first_and_the_readers_own_last() -> None:
    text = written(meeting(**PLAN, notes=(noted("prat"),)), "person")
    assert text.startswith("# Your plan (SIP) – the meeting on Friday 27 November 2026\n\n## This is what we decided\n")
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings.index("## Your goals") < headings.index("## You can ask") < headings.index("## Notes")
    assert section(text, "This is what we decided") == [
        "This is a plan, not a decision: each authority decides on its own help.",
        "What Samir Haddad (kurator) will do",
        "Möter you vid dörren",
        "How often: varje dag",
        "What you will do",
        "Går en promenad",
        "When: Tuesday 1 December 2026",
    ]
    assert section(text, "Proposals that we have not decided on") == ["Läsa"]


def test_child_reads_first_that_a_plan_decides_nothing() -> None:
    told = meeting(actions=(action("Ringa skolan", "p2"),))
    text = written(replace(told, person=replace(told.person, child=True)), "person")
    assert section(text, "This is what we decided") == [
        "This is a plan. Some of the help has to be decided by the municipality or the health service first.",
        "What mamma will do",
        "Ringer skolan",
    ]
    twins = replace(told, participants=(*told.participants, replace(told.participants[1], id="p9", name="Bo")))
    assert "What Åsa Lindgren (mamma) will do" in written(twins, "person")


def test_what_mamma_will_do_names_her_so_too() -> None:
    told = meeting(actions=(action("Åsa ringer skolan", "p2"), action("Ringa Åsa", "p3")))
    text = section(written(replace(told, person=replace(told.person, child=True)), "person"), "This is what we decided")
    assert text[2] == "Mamma ringer skolan"
    assert text[-1].endswith("Åsa")


def test_english_says_what_somebody_will_do() -> None:
    whole = meeting(actions=(action("Rings the school and books a time"),))
    assert section(written(whole, "person"), "This is what we decided")[1:3] == [
        "What Samir Haddad (kurator) will do",
        "Ring the school and book a time",
    ]


def test_goals_have_their_subgoals_beneath_them() -> None:
    text = written(meeting(**PLAN), "person")
    lines = ["Gå ut gymnasiet", "Subgoal: Tre förmiddagar", "To be reached by: Friday 19 February 2027"]
    assert section(text, "Your goals") == lines


def test_english_label_has_no_by_before_a_preposition() -> None:
    text = written(meeting(goals=(goal("g1", "Gå ut gymnasiet", by="before the summer"),)), "person")
    assert section(text, "Your goals") == ["Gå ut gymnasiet", "To be reached: before the summer"]


def test_the_person_is_told_whom_to_ask_and_how() -> None:
    lines = section(written(meeting(), "person"), "You can ask")
    assert lines == ["Samir Haddad, kurator, Elevhälsan", "samir.haddad@skolan.se"]


def test_without_named_contacts_the_professionals_are_asked() -> None:
    about = replace(meeting().about, called_by="")
    assert section(written(meeting(about=about), "person"), "You can ask")[0].startswith("Samir Haddad")


def test_paper_has_names_but_no_contacts_of_the_family() -> None:
    told = meeting(notes=(noted("Åsa nås på 070-174 06 05 eller asa@hemma.se. Maja är 17 år. Nr 19121212-1212."),))
    text = "\n".join(read_back(written(told, "person")))
    assert "Åsa nås på [telephone number] eller [e-mail address]. You är 17 år. Nr [personal identity number]." in text
    assert "mamma" in text
    assert "Åsa Lindgren (mamma)" not in text
    assert "asa@hemma.se" not in text


@pytest.mark.parametrize("path", [("cases", "sofia-n3.toml"), ("demo", "meeting.toml")])
def test_paper_has_no_tables(path: tuple[str, str]) -> None:
    tokens = reader().parse(written(case(*path), "person"))
    assert not [token for token in tokens if token.type == "table_open"]


def test_who_was_there_and_who_was_not() -> None:
    text = written(meeting(), "person")
    assert section(text, "Who was there") == ["You, mamma, Samir Haddad (kurator)"]
    assert section(text, "Who was not there") == ["Ingrid Wallin (läkare)"]


def test_one_who_was_to_come_later_is_told_of() -> None:
    paper = written(meeting(participants=(MAJA, replace(ASA, presence=Presence.LATE), SAMIR)), "person")
    assert "mamma: was expected later" in paper


def test_an_interpreter_is_nobody_to_ask() -> None:
    tolk = somebody(9, "Amal", kind=Kind.INTERPRETER, role="tolk", phone="070-174 06 40")
    called = replace(meeting().about, called_by="p2")
    text = written(meeting(participants=(MAJA, ASA, tolk), about=called), "person")
    assert "You can ask" not in text
    assert "070" not in text
    beside = written(meeting(participants=(MAJA, ASA, tolk, SAMIR), about=called), "person")
    assert section(beside, "You can ask")[0].startswith("Samir Haddad")


def test_the_full_minutes_hold_everything_and_refuse_nothing() -> None:
    told = meeting(
        **PLAN,
        participants=(MAJA, replace(ASA, consent="written"), SAMIR, INGRID),
        notes=(noted("Åsa nås på 070-174 06 05, nr 19121212-1212"), noted("hemligt", "chair")),
        about=replace(meeting().about, title="Majas SIP", place="Linden", chair="Lena Storm"),
    )
    made = minutes(told, "full", now=NOW)
    for words in ("Majas SIP", "Linden", "Lena Storm", "Åsa Lindgren, mamma", "yes, written", "19121212-1212"):
        assert words in made.text
    assert "asa@hemma" in made.text
    assert "hemligt" not in made.text
    assert {hit.kind for hit in made.findings} >= {"phone", "personnummer"}


def test_the_full_minutes_have_a_table_without_empty_columns() -> None:
    text = written(meeting(**PLAN), "full")
    assert "| What                 | Who          | How often |\n" in text
    assert "| Möta Maja vid dörren | Samir Haddad | varje dag |\n" in text
    assert "Läsa" not in "".join(section(text, "What we agreed on"))
    assert section(text, "Proposals that we have not decided on")[0] == "Läsa"


def test_what_changed_at_once_is_told_with_its_reason() -> None:
    moved = action("Ordna helger", status=Status.ENDED, why="Familjen har flyttat")
    half = goal("g1", "Sova", reached=Answer.PARTLY, view="Det är lugnare nu")
    text = written(meeting(goals=(half,), actions=(moved,)), "person")
    assert section(text, "This is what we decided") == [
        "This is a plan, not a decision: each authority decides on its own help.",
        "Done or changed",
        "Ordna helger",
        "Ended – Familjen har flyttat",
    ]
    assert section(text, "Your goals") == ["Sova", "How it is going: partly reached", "You say: Det är lugnare nu"]


def test_full_names_the_person_and_speaks_to_her() -> None:
    told = meeting(needs=(Need(id="n1", text="Jag vill sova"),), actions=(action("Sova", "p1"),))
    assert "## What you want and need\n" in written(told, "full")
    assert "| Sova | Maja Lindgren |" in written(told, "full")
    assert "The meeting is about: Maja Lindgren" in section(written(told, "full"), "The meeting")


def test_a_notice_says_that_there_are_notes_and_nothing_else() -> None:
    told = meeting(**PLAN, notes=(noted("prat"),), terms=(Term(id="t", term="KBT", answer="samtal"),))
    assert written(told, "notice") == (
        "# The plan is ready\n\n"
        "Our meeting was on Friday 27 November 2026.\n\n"
        "If you have not had your copy yet, ask the person who called the meeting.\n\n"
        "Next meeting: Friday 29 January 2027\n"
    )


def test_notice_says_what_is_ready_once_it_is() -> None:
    whole = meeting()
    other = replace(whole, about=replace(whole.about, type="samverkansmöte"))
    assert written(other, "notice").startswith("# The notes are ready\n")
    assert "samverkan" not in written(other, "notice")
    still_open = written(replace(whole, events=whole.events[:1]), "notice")
    assert still_open.startswith("# Our meeting\n\nOur meeting was on")
    assert "Have you not got yours" not in still_open
    coming = written(replace(whole, events=()), "notice")
    assert coming == "# Our meeting\n\nWe will meet on Friday 27 November 2026.\n"


def test_notice_leaves_out_a_follow_up_in_words() -> None:
    about = replace(meeting().about, follow_up="hemma hos Åsa på fredag")
    assert "Next meeting" not in written(meeting(about=about), "notice")


def test_the_name_of_every_file_is_its_own() -> None:
    names = {minutes(meeting(), audience, now=NOW).file_name for audience in AUDIENCES}
    assert len(names) == len(AUDIENCES)
    assert all(name.endswith("-2026-11-27.md") for name in names)


def test_an_audience_that_is_not_is_refused_with_those_that_are() -> None:
    with pytest.raises(ValueError, match="choose mail, person, full, notice"):
        minutes(meeting(), "everyone", now=NOW)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_empty_meeting_is_a_document_too(audience: str) -> None:
    empty = replace(meeting(), participants=(), events=held(0))
    assert written(replace(empty, about=type(empty.about)(id="meeting")), audience).startswith("# ")


def test_two_who_do_it_together_are_both_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "_language", "sv")
    actions = (
        Action(id="a", what="Samir och Åsa träffas på torsdag"),
        Action(id="b", what="Skolan kontaktas"),
        Action(id="c", what="Karin frågar om skjuts", when="onsdag"),
    )
    made = meeting(actions=actions)
    assert "- Träffas på torsdag\n  - **Kuratorn och mamma**" in written(made)
    assert "Nobody has taken this on:\n  - Skolan kontaktas" in written(made)
    paper = written(made, "person")
    assert "### To be done together\n\n- Samir och Åsa träffas på torsdag" in paper
    assert section(paper, "Nobody has taken this on yet")[0] == "Skolan kontaktas"
    assert "Skolan kontaktas" not in section(paper, "This is what we decided")


def test_a_proposal_is_no_action_without_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "_language", "sv")
    paper = written(
        meeting(actions=(Action(id="a", who="p3", what="Söka en plats", status=Status.PROPOSED),)), "person"
    )
    assert "## Proposals that we have not decided on\n\n- Söka en plats\n  - Who:" in paper
    assert "have not decided when" not in paper


def test_who_was_refused_is_nobody_to_ask() -> None:
    refused = replace(SAMIR, consent="none")
    told = meeting(participants=(MAJA, ASA, refused, INGRID))
    assert "You can ask" not in written(told, "person"), "the only one who could be asked"
    assert [line for line in section(written(meeting(), "person"), "You can ask") if "Samir" in line]


def test_needs_in_the_first_person_are_quoted() -> None:
    needs = (Need(id="n1", text="Jag vill sova"), Need(id="n2", text="Att någon väntar i skolan"))
    assert section(written(meeting(needs=needs), "person"), "What you want and need") == [
        "“Jag vill sova”",
        "Att någon väntar i skolan",
    ]


def test_proposals_are_no_part_of_what_was_decided() -> None:
    proposed = action("Ordna taxi", "p3", status=Status.PROPOSED)
    text = written(meeting(actions=(action("Ringa skolan", "p3", when="i dag"), proposed)), "person")
    assert "Ordna taxi" not in "".join(section(text, "This is what we decided"))
    assert "## Proposals that we have not decided on\n" in text


def test_words_that_tell_when_are_no_missing_time() -> None:
    ill, sms = action("Ringa skolan när Maja är sjuk", "p3"), action("Ta reda på när de har öppet", "p3")
    text = written(meeting(actions=(ill, sms)), "person")
    assert section(text, "This should be done, but we have not decided when") == ["Ta reda på när de har öppet"]


def test_goal_in_the_first_person_stands_between_marks() -> None:
    own, other = goal("g1", "Jag går i skolan tre dagar i veckan"), goal("g2", "Sova")
    text = written(meeting(goals=(own, other)), "person")
    assert section(text, "Your goals") == ["“Jag går i skolan tre dagar i veckan”", "Sova"]


def test_childs_paper_explains_no_code() -> None:
    terms = (Term(id="t1", term="F90.0", answer="en kod"), Term(id="t2", term="LSS", answer="en lag"))
    told = meeting(terms=terms)
    child = written(replace(told, person=replace(told.person, child=True)), "person")
    assert ["F90.0" in text for text in (child, written(told, "full"))] == [False, True]
    assert "LSS" in child


def test_own_words_stand_on_the_persons_paper() -> None:
    said = (
        Quote(id="q1", who=MAJA.id, text="Jag vill inte prata om Åsas sambo"),
        Quote(id="q2", who=ASA.id, text="Sov"),
    )
    paper = written(meeting(quotes=said), "person")
    assert section(paper, "In your own words") == ["“Jag vill inte prata om Åsas sambo”"]
    assert section(paper, "What others said") == ["“Sov” – mamma"]


@pytest.mark.parametrize("presence", [Presence.PRESENT, Presence.EXCUSED])
def test_what_a_refused_one_was_to_do_is_nobodys_yet(presence: Presence) -> None:
    refused = replace(SAMIR, consent="none", presence=presence)
    told = meeting(
        participants=(MAJA, ASA, refused, INGRID), actions=(replace(action("Ringa skolan", "p3"), recorded=True),)
    )
    paper = written(told, "person")
    assert not [line for line in paper.split("\n") if line.startswith("#") and "will do" in line]
    asks = "\n".join(section(paper, "Nobody has taken this on yet"))
    assert "instead" in asks
    assert "Ringa skolan" in asks or "Ring" in asks
    mail, full = written(told, "mail"), written(told, "full")
    assert "nobody yet" in mail.lower()
    assert "recorded in its own system" not in full
    assert "1 of 1" not in full
