"""What stands on the board, what never does, and that it always fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from sip_tui.i18n import translation
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Presence, Status
from sip_tui.meeting.model.meeting import Action, Goal, Meeting, Need, Person, Term
from sip_tui.meeting.notes.pads import write_pad
from sip_tui.phrasing.public_meeting import public_meeting
from sip_tui.screens.board.pages import blocks, pages
from sip_tui.screens.board.screen import page_number
from sip_tui.screens.board.type_size import LARGE, ORDINARY, PLAIN, TypeFace
from tests.helpers.meeting_fixture import START, MeetingFixture


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    translation.set_language("en")
    yield
    translation.set_language("sv")


def read(meeting: Meeting, width: int = 72, height: int = 30) -> str:
    return "\n".join(page.plain for page in pages(meeting, width, height))


def headings(meeting: Meeting) -> list[str]:
    return [line.plain for block in blocks(meeting, 72, PLAIN) for line in block.title]


def agreed() -> MeetingFixture:
    table = MeetingFixture()
    cells: list[tuple[str, str, str, str]] = [
        ("goals", "g1", "text", "Du går ut gymnasiet"),
        ("goals", "g2", "text", "Tre dagar i veckan"),
        ("goals", "g2", "parent", "g1"),
        ("goals", "g2", "horizon", "short"),
        ("goals", "g2", "by", "2027-02-19"),
        ("actions", "a1", "what", "Möta dig i entrén"),
        ("actions", "a1", "who", "p3"),
        ("actions", "a1", "when", "2026-12-04"),
        ("actions", "a1", "goal", "g2"),
        ("terms", "t1", "term", "BUP"),
        ("terms", "t1", "answer", "vård för barn"),
    ]
    table.write(tuple(Edit(*cell) for cell in cells))
    return table


def test_who_is_not_here_has_not_promised_anything() -> None:
    table = agreed()
    table.set_presence(Presence.EXCUSED, "p3")
    assert "Samir Haddad will be asked · Friday 4 December 2026" in read(public_meeting(table.meeting))


def test_the_board_asks_who_instead_of_one_who_may_not_be_asked() -> None:
    table = agreed()
    table.set_presence(Presence.EXCUSED, "p3")
    table.write((Edit("participants", "p3", "consent", "none"),))
    shown = read(public_meeting(table.meeting))
    assert "who? · Friday 4 December 2026" in shown
    assert "will be asked" not in shown


def test_a_goal_has_its_actions_under_it_with_who_and_when() -> None:
    text = read(agreed().meeting)
    order = ["Du går ut gymnasiet", "Tre dagar i veckan (by Friday 19 February 2027)", "Möta dig i entrén"]
    assert [text.index(name) for name in order] == sorted(text.index(name) for name in order)
    assert "Samir Haddad · Friday 4 December 2026" in text
    assert "vård för barn" in text


def test_what_is_missing_is_asked_for() -> None:
    meeting = Meeting(actions=(Action(id="a", what="Ringa"),))
    assert "who? · when?" in read(meeting)


@pytest.mark.parametrize(
    ("status", "there"), [("proposed", False), ("ended", False), ("ongoing", True), ("done", True)]
)
def test_only_what_is_agreed_and_holds(status: str, there: bool) -> None:
    meeting = Meeting(actions=(Action(id="a", what="Ringa", status=Status(status)),))
    assert ("Ringa" in read(meeting)) is there


def test_nothing_private_is_on_any_page() -> None:
    table = agreed()
    table.write(write_pad(table.meeting, "needs", "secretary", "hemlig anteckning"))
    private = [
        ("ideas", "i1", "text", "hemlig idé"),
        ("parked", "k1", "text", "hemlig parkering"),
        ("disagreements", "d1", "text", "hemlig oenighet"),
        ("reactions", "r1", "mark", "hemligt märke"),
        ("participants", "p1", "consent", "hemligt samtycke"),
        ("participants", "p1", "contact", "hemlig kontakt"),
        ("participants", "p1", "email", "hemlig@example.se"),
        ("terms", "t2", "term", "hemligt ord utan svar"),
        ("decisions", "x1", "words", "hemliga ord"),
    ]
    table.write(tuple(Edit(*cell) for cell in private))
    assert "heml" not in read(table.meeting)


def test_goal_stays_on_one_page_or_repeats_its_name() -> None:
    actions = tuple(Action(id=f"a{n}", what=f"Sak {n}", who="", goal="g") for n in range(8))
    made = pages(Meeting(goals=(Goal(id="g", text="Målet"),), actions=actions), 60, 12)
    assert len(made) > 1
    assert all("Målet" in page.plain for page in made)
    assert [n for n in range(8) for page in made if f"Sak {n}\n" in page.plain + "\n"] == list(range(8))


def test_a_block_that_fits_on_a_page_is_not_torn() -> None:
    needs = tuple(Need(id=str(n), text=f"Behov {n}") for n in range(8))
    words = tuple(Term(id=str(n), term=f"Ord {n}", answer="svar") for n in range(2))
    made = [page.plain for page in pages(Meeting(needs=needs, terms=words), 60, 12)]
    assert ["Ord" in page for page in made] == [False, True]


def test_an_empty_meeting_is_one_empty_page() -> None:
    assert [page.plain for page in pages(Meeting(), 60, 20)] == [""]


texts = st.text(max_size=60)


@settings(max_examples=40, deadline=None)
@given(st.lists(texts, max_size=6), texts, st.integers(34, 90), st.integers(3, 30), st.sampled_from([ORDINARY, LARGE]))
def test_every_page_fits_whatever_people_write(
    words: list[str], by: str, width: int, height: int, face: TypeFace
) -> None:
    meeting = Meeting(
        needs=tuple(Need(id=f"n{n}", text=text) for n, text in enumerate(words)),
        goals=tuple(Goal(id=f"g{n}", text=text, by=by) for n, text in enumerate(words)),
        actions=tuple(Action(id=f"a{n}", what=text, when=by, goal="g0") for n, text in enumerate(words)),
        terms=tuple(Term(id=f"t{n}", term=text, answer=by) for n, text in enumerate(words)),
    )
    for page in pages(meeting, width, height, face):
        lines = page.plain.split("\n")
        assert len(lines) <= height
        assert all(cell_len(line) <= width for line in lines)


def test_pages_follow_the_clock_and_come_round() -> None:
    turned = [page_number(START + timedelta(seconds=20 * n), 3) for n in range(4)]
    assert sorted(set(turned)) == [0, 1, 2]
    assert turned[0] == turned[3]
    assert page_number(START, 3) == page_number(START + timedelta(seconds=19), 3)


def test_strengths_come_first_and_helps_stand_under_goals() -> None:
    table = agreed()
    said = Edit("person", "person", "strengths", "Jag ritar"), Edit("goals", "g2", "resources", "Mormor väcker mig")
    table.write(said)
    text = read(table.meeting)
    order = ["Jag ritar", "Tre dagar i veckan", "Helps along the way: Mormor väcker mig", "Möta dig i entrén"]
    assert [text.index(name) for name in order] == sorted(text.index(name) for name in order)
    assert text.index("Jag ritar") < text.index("Du går ut gymnasiet")


@pytest.mark.parametrize("face", [ORDINARY, LARGE])
def test_a_page_long_answer_is_not_torn_off_its_goal(face: TypeFace) -> None:
    table = agreed()
    table.write((Edit("goals", "g2", "resources", "Mormor " * 60), Edit("person", "person", "strengths", "Jag " * 80)))
    laid = pages(table.meeting, 72, 20, face)
    assert all(len(page.plain.split("\n")) <= 20 for page in laid)


def after(**cells: str) -> MeetingFixture:
    table = agreed()
    table.write(tuple(Edit("between", "between", field, value) for field, value in cells.items()))
    table.write((Edit("about", "meeting", "follow_up", "2027-01-29T13:00"),))
    return table


def test_follow_up_and_contacts_share_the_last_page() -> None:
    table = after(place="rum Eken", coordinator="p3", phone="08-123 45 67", contact="p4", urgent="ring Åsa")
    last = pages(table.meeting, 72, 16)[-1].plain
    order = ["Friday 29 January 2027", "rum Eken", "Samir Haddad", "08-123 45 67", "Helena Sjöberg"]
    assert [last.index(name) for name in order] == sorted(last.index(name) for name in order)
    assert "ring Åsa" not in read(table.meeting), "what is written in free words may be private"


def test_a_number_of_the_family_is_never_on_the_board() -> None:
    table = after(coordinator="p2", phone="070-174 06 05", contact="p2")
    table.write((Edit("participants", "p2", "phone", "070-174 06 06"),))
    text = read(table.meeting)
    assert "coordinates the plan · who you call if something happens before then" in text
    assert "070" not in text


def test_whom_to_turn_to_is_told_without_a_day_too() -> None:
    table = after(contact="p3")
    table.write((Edit("about", "meeting", "follow_up", ""),))
    assert "Samir Haddad" in pages(table.meeting, 72, 30)[-1].plain


def plan(*counts: int) -> Meeting:
    """A goal for every number, with so many actions."""
    actions = (
        Action(id=f"a{g}{n}", what=f"Sak {g}.{n}", goal=f"g{g}") for g, of in enumerate(counts) for n in range(of)
    )
    return Meeting(goals=tuple(Goal(id=f"g{g}", text=f"Mål {g}") for g in range(len(counts))), actions=tuple(actions))


@pytest.mark.parametrize("face", [ORDINARY, LARGE])
def test_goals_share_pages_without_wasted_room(face: TypeFace) -> None:
    laid = pages(plan(2, 2, 2, 2), 100, 30, face)
    goal_and_action = 12 if face is LARGE else 5
    for page in laid[:-1]:
        assert 30 - len(page.plain.split("\n")) <= goal_and_action


def test_two_goals_on_a_page_have_one_heading() -> None:
    (page,) = pages(plan(1, 1), 60, 18)
    assert page.plain.count("G O A L") == 1


def test_an_action_stands_with_its_who_and_when_on_the_same_page() -> None:
    for height in range(8, 30):
        for page in pages(plan(3, 1, 4), 60, height):
            assert page.plain.count("Sak") == page.plain.count("who? · when?")


def test_a_goal_that_goes_on_says_its_name_again() -> None:
    made = [page.plain for page in pages(plan(1, 6), 60, 16)]
    assert all("Mål 1" in page for page in made)
    assert len(made) > 1


def test_a_goal_of_two_lines_is_whole_where_it_goes_on() -> None:
    goal = Goal(id="g0", text="Du är i skolan tre förmiddagar i veckan före jullovet")
    meeting = Meeting(goals=(goal,), actions=tuple(replace(action, goal="g0") for action in plan(1, 6).actions))
    narrow = [page.plain for page in pages(meeting, 44, 7)]
    assert len(narrow) > 3
    assert all("jullovet" in page for page in narrow)
    assert all("…" in page.plain for page in pages(meeting, 24, 4)[1:])


def test_follow_up_is_never_split() -> None:
    for count in range(16):
        table = after(place="rum Eken", coordinator="p3", contact="p4")
        table.write(tuple(Edit("needs", f"n{n}", "text", "Behov") for n in range(count)))
        last = pages(table.meeting, 110, 24)[-1].plain
        assert all(item in last for item in ("Friday 29 January", "rum Eken", "Samir", "Helena"))


@pytest.mark.parametrize("face", [ORDINARY, LARGE])
@pytest.mark.parametrize("words", [40, 120, 400])
def test_no_word_is_lost_however_long_a_goal_or_a_strength_is(face: TypeFace, words: int) -> None:
    long, width, height = "ord " * words, 60, 26
    long_goal = Goal(id="g", text=long)
    meeting = Meeting(goals=(long_goal,), actions=(Action(id="a", what="Ringa hem", goal="g", when="i mars"),))
    strong = Meeting(person=Person(id="person", strengths=long))
    last = face.text("who? · i mars", width)[face.line_height // 2].plain
    drawn = [row.plain for row in face.text(long, width - face.indent)]
    assert last in pages(meeting, width, height, face)[-1].plain
    shown = "\n".join(page.plain for page in pages(strong, width, height, face)).split("\n")
    assert len(shown) >= len(drawn)


def test_text_without_large_letters_fits_its_page() -> None:
    words = Meeting(terms=(Term(id="t", term="كلمة " + "0" * 60, answer="ett svar"),))
    assert all(cell_len(line) <= 40 for page in pages(words, 40, 30, LARGE) for line in page.plain.split("\n"))


def test_what_is_only_asked_is_not_under_what_was_decided() -> None:
    table = agreed()
    table.write((Edit("actions", "a2", "what", "Ringa Maja om medicinen"), Edit("actions", "a2", "who", "p3")))
    assert "We will also do this" in headings(table.meeting)
    table.set_presence(Presence.EXCUSED, "p3")
    assert "We will ask" in headings(table.meeting)
    translation.set_language("sv")
    table.write((Edit("actions", "a2", "what", "Ringer Maja om medicinen"),))
    assert "Ringa Maja om medicinen" in read(table.meeting)
    translation.set_language("en")
    assert "We will also do this" not in headings(table.meeting)


def test_nothing_is_also_done_after_nothing() -> None:
    table = agreed()
    for action in table.meeting.actions:
        table.write((Edit("actions", action.id, "goal", ""),))
    assert "We will do this" in headings(table.meeting)
    assert "We will also do this" not in headings(table.meeting)


def test_words_that_tell_when_are_asked_for_no_time() -> None:
    table = agreed()
    table.write((Edit("actions", "a2", "what", "Ringa skolan när du är sjuk"), Edit("actions", "a2", "who", "p3")))
    assert "when?" not in read(public_meeting(table.meeting))
