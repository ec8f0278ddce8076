"""The mail: everyone gets it, over lines that others can read, so nobody in it can be known by a name or a number."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.model.enums import Kind, Presence, RedactionChoice, Status
from sip_tui.meeting.model.meeting import Event, Meeting, RedactionDecision, Term
from sip_tui.minutes.markdown import reader
from sip_tui.minutes.redaction.leak_check import LeakRefused
from sip_tui.minutes.render import draft, minutes
from tests.helpers.meetings import (
    ASA,
    INGRID,
    MAJA,
    NOW,
    SAMIR,
    START,
    action,
    case,
    goal,
    held,
    meeting,
    meeting_of,
    noted,
    somebody,
    written,
)
from tests.helpers.minutes import as_read, section

CASES = [("cases", "sofia-n3.toml"), ("cases", "erik-ak4.toml"), ("cases", "omar-tolk.toml"), ("demo", "meeting.toml")]


@pytest.mark.parametrize("path", CASES)
def test_the_shipped_cases_leave_without_a_name(path: tuple[str, str]) -> None:
    told = case(*path)
    made = minutes(replace(told, events=held()), now=NOW)
    family = {"Föräldrar", "Tolk", "arabiska", "Läkare", "Handläggare", "och"}
    names = {word for participant in told.participants for word in re.findall(r"\w+", participant.name)} - family
    assert not names & set(re.findall(r"\w+", made.text))
    assert told.about.title not in made.text
    assert "samtycke" not in made.text.lower()
    for promised in told.actions:
        assert promised.what.split()[0] in made.text


def test_the_times_are_those_of_the_room() -> None:
    lines = section(written(meeting()), "The meeting")
    assert lines[:3] == [
        "The meeting began at 13:02",
        "13:30–13:40 break",
        "The meeting ended at 14:02",
    ]
    assert "The meeting was called by: kurator, Elevhälsan" in lines


def test_a_meeting_that_goes_on_is_a_draft() -> None:
    assert "this is a draft" in written(meeting(events=held()[:2]))
    assert "13:30 break" in written(meeting(events=held()[:2]))
    assert "Start: 13:02" in written(meeting(events=()))
    assert "this is a draft" not in written(meeting())


@pytest.mark.parametrize("audience", ["person", "mail", "full"])
def test_what_is_handed_out_in_the_last_part_is_no_draft(audience: str) -> None:
    events = (*held()[:1], Event(id="e9", kind="phase", phase="closing", at=START.replace(minute=50)))
    told = written(meeting(events=events), audience)
    assert "draft" not in told
    assert re.search(r"Written at \d\d:\d\d, before the meeting was over\.", told)


def test_a_meeting_left_open_is_a_draft_the_day_after() -> None:
    events = (*held()[:1], Event(id="e9", kind="phase", phase="closing", at=START.replace(minute=50)))
    told = meeting(events=events)
    assert "this is a draft" in minutes(told, "mail", now=START + timedelta(days=1)).text


def test_who_came_late_left_early_or_never_came() -> None:
    late = replace(SAMIR, presence=Presence.LEFT, came=START.replace(minute=10), left=START.replace(minute=50))
    missing = somebody(5, "Bo Ek", role="lärare", organisation="Skolan", presence=Presence.MISSING)
    link = somebody(6, "Eva Ås", kind=Kind.INTERPRETER, role="tolk", presence=Presence.REMOTE)
    unasked = somebody(7, "Lo Hed", role="chef", organisation="Boendet", presence=Presence.EXPECTED)
    text = written(meeting(participants=(MAJA, ASA, late, INGRID, missing, link, unasked)))
    here = ["You", "Mamma", "Kurator, Elevhälsan (came 13:10, left 13:50)", "Tolk (online)"]
    assert section(text, "Who was there") == here
    away = ["Läkare, BUP: apologies", "Lärare, Skolan: did not come (had not been in touch)"]
    assert section(text, "Who was not there") == away
    assert "Chef, Boendet" in text


@pytest.mark.parametrize("audience", ["mail", "person", "full"])
def test_the_persons_own_absence_is_told_without_reproach(audience: str) -> None:
    away = replace(MAJA, presence=Presence.MISSING)
    text = as_read(draft(meeting(participants=(away, ASA, SAMIR)), audience, now=NOW).text)
    assert ("did not come" if audience == "full" else "You were not there this time.") in text
    assert "had not been in touch" not in text


def test_two_with_the_same_role_are_told_apart() -> None:
    twins = tuple(somebody(n, name, role="lärare", organisation="Skolan") for n, name in ((5, "Bo Ek"), (6, "Eva Ås")))
    text = written(meeting(participants=(MAJA, *twins), actions=(action("Ringa", "p6"),)))
    assert section(text, "Who was there") == ["You", "Lärare 1, Skolan", "Lärare 2, Skolan"]
    assert "**Lärare 2, Skolan**" in text


def test_the_place_the_title_and_the_consent_stay_at_home() -> None:
    start = meeting()
    about = replace(start.about, place="Storgatan 5, hemma hos mamma", title="Maja 17 år")
    told = replace(start, about=about, participants=(MAJA, replace(ASA, consent="written")))
    text = written(told)
    assert "Storgatan" not in text
    assert "17" not in text.replace("1177", "")
    assert "written" not in text


def test_goals_subgoals_and_actions_hang_together() -> None:
    goals = (
        goal("g1", "Gå ut gymnasiet", owner="p1", by="2027-06-10"),
        goal("g2", "Tre förmiddagar", parent="g1", horizon="short"),
    )
    actions = (
        action("Möta vid dörren", goal="g2", when="2026-12-01", how_often="varje dag", where="skolan"),
        action("Gå en promenad", "p1", status=Status.PROPOSED),
    )
    text = written(meeting(goals=goals, actions=actions))
    lines = section(text, "What we agreed on")
    assert lines == [
        "Main goal: Gå ut gymnasiet",
        "To be reached by: Thursday 10 June 2027 · Your own goal",
        "Subgoal: Tre förmiddagar",
        "Möta vid dörren",
        "Kurator · Tuesday 1 December 2026 · varje dag · skolan",
    ]
    assert section(text, "Proposals that we have not decided on") == ["Gå en promenad", "You"]


def test_no_goal_looks_like_the_main_one_beside_another() -> None:
    goals = (
        goal("g1", "Gå ut gymnasiet"),
        goal("g2", "Tre förmiddagar", parent="g1", horizon="short"),
        goal("g3", "Sova"),
    )
    lines = section(written(meeting(goals=goals)), "What we agreed on")
    assert [line for line in lines if "oal:" in line] == [
        "Goal: Gå ut gymnasiet",
        "Subgoal: Tre förmiddagar",
        "Goal: Sova",
    ]


def test_goals_that_are_each_others_parents_are_all_told_once() -> None:
    circle = (goal("a", "ett", parent="b"), goal("b", "två", parent="a"), goal("c", "tre", parent="c"))
    text = written(meeting(goals=circle, actions=(action("något", goal="b"),)))
    for word in ("ett", "två", "tre", "något"):
        assert len(re.findall(rf"\b{word}$", text.split("## Still open")[0], re.MULTILINE)) == 1


def test_what_is_not_settled_is_said() -> None:
    actions = (
        action("Läsa", "", when="i dag"),
        action("Skriva", "gone", when="i dag"),
        action("Medicin", "p4", when="i maj"),
        action("Räkna"),
    )
    about = replace(meeting().about, follow_up="")
    assert section(written(meeting(actions=actions, about=about)), "Still open") == [
        "Nobody has taken this on:",
        "Läsa",
        "Skriva",
        "One of us needs to contact the läkare, who was not there when this was agreed:",
        "Medicin",
        "Nobody has said when:",
        "Räkna",
    ]
    # The person is spoken to, not of.
    away = tuple(
        replace(other, presence=Presence.EXCUSED) if other.id == "p1" else other for other in meeting().participants
    )
    own = written(meeting(actions=(action("Gå hem", "p1"),), participants=away, about=about))
    assert section(own, "Still open")[0] == "We want to ask you about this, because you were not there:"
    # Before the meeting nobody has been absent from it.
    assert "was not there" not in written(replace(meeting(actions=actions, about=about), events=()))
    text = written(meeting(actions=actions, about=about))
    assert section(text, "The person who coordinates the plan") == ["Nobody has been chosen to coordinate the plan."]
    assert section(text, "Next meeting") == ["No time is booked yet."]


def test_words_are_explained_or_listed_as_open() -> None:
    terms = (Term(id="t1", term="KBT", answer="samtal där man övar"), Term(id="t2", term="SIP"))
    text = written(meeting(terms=terms))
    assert section(text, "Hard words") == ["KBT: samtal där man övar"]
    assert section(text, "Hard words that nobody has explained yet") == ["SIP"]


def test_the_notes_keep_their_form_beneath_the_phase() -> None:
    pads = (noted("# Skolan\n\n- [x] ringt *två* gånger\n\n| a | b |\n|---|---|\n| c | d |"), noted("hemligt", "chair"))
    text = written(meeting(notes=pads))
    assert "\n### Needs\n\n#### Skolan\n\n- [x] ringt *två* gånger\n\n| a" in text
    assert "hemligt" not in text


def test_every_finding_is_shown_with_its_words() -> None:
    made = minutes(meeting(notes=(noted("Ring Åsa på 070-174 06 05, du är 17 år"),)), now=NOW)
    assert [hit.kind for hit in made.findings] == ["name", "phone", "age"]
    assert "Ring mamma på [telephone number], du är [age]" in as_read(made.text)


def test_kept_words_stand_but_never_a_personnummer() -> None:
    decided = (kept("phone", "070-174 06 05"), kept("personnummer", "19121212-1212"))
    told = meeting(notes=(noted("Kontor: 070-174 06 05. Nummer: 19121212-1212"),), decisions=decided)
    text = as_read(minutes(told, now=NOW).text)
    assert "070-174 06 05" in text
    assert "19121212" not in text


def test_a_name_can_be_masked_instead_of_told_by_its_role() -> None:
    masked = RedactionDecision(id="d", kind="name", words="Åsa", choice=RedactionChoice.MASK)
    told = meeting(notes=(noted("Ring Åsa i dag"),), decisions=(masked,))
    assert "Ring [name] i dag" in as_read(minutes(told, now=NOW).text)


def test_a_draft_shows_what_would_be_refused() -> None:
    made = draft(meeting(notes=(noted("Ring Åsa på 070-174 06 05"),)), now=NOW)
    assert [(finding.words, finding.is_kept) for finding in made.findings] == [("Åsa", False), ("070-174 06 05", False)]
    assert made.leaks == ()


def kept(kind: str, words: str) -> RedactionDecision:
    return RedactionDecision(id=words, kind=kind, words=words, choice=RedactionChoice.KEEP, reason="växelns nummer")


def test_the_file_is_named_after_the_day_and_nothing_else() -> None:
    assert minutes(meeting(), now=NOW).file_name == "meeting-notes-2026-11-27.md"
    empty = minutes(Meeting(), now=NOW)
    assert empty.file_name == "meeting-notes-2026-11-27.md"
    assert empty.text.startswith("# Before your SIP meeting\n")


HOSTILE = ["[b]Anna[/b]", "[/]", "Å|sa Öst", "=cmd()", "Eva\nLind", "\x1b[31mBo Ek", "Sofia", "Ahmed och Fatima Hassan"]
ORDINARY = ["Maja", "Åsa", "Samir", "Lindgren", "Haddad", "Wallin", "Anna-Karin", "Bo"]
NAMES = st.one_of(st.sampled_from(HOSTILE), st.lists(st.sampled_from(ORDINARY), min_size=1, max_size=3).map(" ".join))
NUMBERS = ["19121212-1212", "191212121212", "121212-1212", "12 12 12-12 12", "701201-1212"]


def try_to_write(told: Meeting) -> str:
    """The mail, or nothing when the gate has refused it: both keep the promise."""
    try:
        return written(told)
    except LeakRefused:
        return ""


@settings(max_examples=60, deadline=None)
@given(
    st.lists(NAMES, min_size=5, max_size=5, unique=True),
    st.integers(0, 4),
    st.sampled_from(["{}", "Ring {} nu", "{}s"]),
)
def test_no_name_of_anybody_is_in_the_mail(names: list[str], whose: int, sentence: str) -> None:
    text = as_read(try_to_write(meeting_of(names, sentence.format(names[whose]))))
    assert "pad-of-the-chair" not in text
    for name in names:
        for word in re.findall(r"[^\W\d_]{3,}", name.replace("\x1b[31m", "")):
            assert word in {"och", "cmd"} or not re.search(rf"\b{word}\b", text), word


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(NUMBERS), st.sampled_from(["{}", "nr {}.", "**{}**", "| {} |", "`{}`", "Maja {} tel"]))
def test_a_personnummer_in_any_field_is_masked_or_refused(number: str, around: str) -> None:
    text = as_read(try_to_write(meeting_of(["Maja", "Åsa", "Samir", "Ingrid", "Bo"], around.format(number))))
    assert number not in text
    assert number[-9:] not in text


@settings(max_examples=40, deadline=None)
@given(st.text("\\`*_[]<>()#+-.!|&~:= \n\r\t\x1b\u202ea1å", max_size=14))
def test_no_user_text_changes_the_structure_of_the_document(written_by_user: str) -> None:
    names = ["Maja", "Åsa", "Samir", "Ingrid", "Bo"]
    visible = "w" + written_by_user
    hostile, harmless = (replace(meeting_of(names, text), notes=()) for text in (visible, "w"))
    made, plain = (reader().parse(written(document)) for document in (hostile, harmless))
    assert [token.type for token in made] == [token.type for token in plain]
