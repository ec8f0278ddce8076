"""A line is read as it was said: who, what, when, which word, whose words; and what is not clear is not guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.meeting import TABLES, Event, Meeting, MeetingInfo
from sip_tui.meeting.notes.pads import TAGS, TaggedLine, parse_tagged
from sip_tui.parsing.action_line import LONGEST, parse_action_line
from sip_tui.parsing.tagged_line import (
    action_cells,
    meeting_day,
    parse_tagged_line,
)
from tests.helpers.meeting_fixture import MeetingFixture

TODAY = date(2026, 11, 27)
"""A Friday."""


def meeting(*goals: tuple[str, str, str]) -> Meeting:
    """The small meeting, with goals: id, horizon, text."""
    table = MeetingFixture()
    for order, (row, horizon, text) in enumerate(goals):
        cells = (("horizon", horizon), ("text", text), ("order", order))
        table.write(tuple(Edit("goals", row, name, value) for name, value in cells))
    return table.meeting


def read(line: str, told: Meeting | None = None) -> dict[str, str]:
    """What a line says, without the cells that it says nothing about."""
    found = parse_tagged(line)
    assert found is not None
    cells = parse_tagged_line(told or meeting(), found, today=TODAY)
    return {name: value for name, value in cells.items() if value}


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Samir ringer skolan senast tisdag", {"what": "Ringer skolan", "who": "p3", "when": "senast tisdag"}),
        ("kuratorn ska boka tid 3 december", {"what": "Boka tid", "who": "p3", "when": "2026-12-03"}),
        ("Mamma läser med Maja varje kväll", {"what": "Läser med Maja", "who": "p2", "how_often": "varje kväll"}),
        ("Maja läser en bok i veckan", {"what": "Läser en bok", "who": "p1", "how_often": "i veckan"}),
        ("Helena och Samir pratar ihop sig", {"what": "Helena och Samir pratar ihop sig"}),
        ("ringa snart", {"what": "Ringa", "when": "snart"}),
        ("Samir", {"what": "Samir"}),
        ("på fredag", {"what": "på fredag"}),
        ("-", {"what": "-"}),
    ],
)
def test_an_action(line: str, cells: dict[str, str]) -> None:
    found = read(f"#åtgärd {line}")
    if found.get("when", "").startswith("senast"):
        found["when"] = " ".join(found["when"].split()[:2])
    assert found == cells


def test_an_action_reads_as_in_the_quick_form() -> None:
    line = "Samir ringer skolan varje tisdag"
    quick = parse_action_line(meeting(), line, TODAY)
    assert (quick.who, quick.what, quick.when_text) == ("p3", "Ringer skolan", "varje tisdag")
    assert action_cells(quick, TODAY) == {
        "what": "Ringer skolan",
        "who": "p3",
        "when": "",
        "how_often": "varje tisdag",
    }


def test_a_long_text_is_kept_as_it_is() -> None:
    text = "Samir " + "ringer " * LONGEST + "fredag"
    assert read(f"#åtgärd {text}") == {"what": text}
    assert read(f"#mål {text}") == {"text": text, "horizon": "long"}


@pytest.mark.parametrize(
    ("line", "text", "by"),
    [
        ("Du sover hela natten", "Du sover hela natten", ""),
        ("Du är i skolan till sommaren", "Du är i skolan", "till sommaren"),
        ("Du är i skolan på heltid, senast 1 mars", "Du är i skolan på heltid", "senast måndag 1 mars 2027, v. 9"),
        ("Åka buss själv i maj", "Åka buss själv", "maj 2027"),
        ("Gå till skolan varje dag", "Gå till skolan varje dag", ""),
        ("Få hjälp vid behov", "Få hjälp vid behov", ""),
        ("Fira jul", "Fira jul", ""),
        ("till sommaren", "till sommaren", ""),
    ],
)
def test_a_goal_with_the_time_by_which_it_is_to_be_reached(line: str, text: str, by: str) -> None:
    found = read(f"#mål {line}")
    assert found == {"text": text, "horizon": "long"} | ({"by": by} if by else {})


GOALS = (
    ("g1", "long", "Du är i skolan"),
    ("g2", "long", "Det fungerar hemma"),
    ("g3", "short", "I säng kl 22"),
)


@pytest.mark.parametrize(
    ("line", "parent", "text"),
    [
        ("Väckning kl 7", "g2", "Väckning kl 7"),
        ("Skolan: tre förmiddagar", "g1", "tre förmiddagar"),
        ("Tre förmiddagar (skola)", "g1", "Tre förmiddagar"),
        ("För att du är i skolan: väckning", "g1", "För att du är i skolan: väckning"),
        ("Viktigt: tre förmiddagar", "g2", "Viktigt: tre förmiddagar"),
        ("Tre förmiddagar (i)", "g2", "Tre förmiddagar (i)"),
    ],
)
def test_subgoal_is_for_the_named_goal_or_the_last(line: str, parent: str, text: str) -> None:
    assert read(f"#delmål {line}", meeting(*GOALS)) == {"text": text, "horizon": "short", "parent": parent}


def test_a_subgoal_stands_alone_when_there_is_no_main_goal() -> None:
    assert read("#delmål I säng kl 22", meeting(GOALS[2])) == {"text": "I säng kl 22", "horizon": "short"}


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("LPT", {"term": "LPT"}),
        ("LPT = lagen om vård: en lag", {"term": "LPT", "answer": "lagen om vård: en lag"}),
        ("LPT: lagen om psykiatrisk tvångsvård", {"term": "LPT", "answer": "lagen om psykiatrisk tvångsvård"}),
        ("LPT (Samir)", {"term": "LPT", "raised_by": "p3"}),
        ("LPT, sa Samir", {"term": "LPT", "raised_by": "p3"}),
        (
            "fast vårdkontakt sa kuratorn = en person",
            {"term": "fast vårdkontakt", "raised_by": "p3", "answer": "en person"},
        ),
        ("LPT (lagen)", {"term": "LPT (lagen)"}),
        ("LPT, sa någon", {"term": "LPT, sa någon"}),
        ("LPT =", {"term": "LPT"}),
        ("= lagen", {"term": "= lagen"}),
    ],
)
def test_a_word_with_what_it_means_and_who_used_it(line: str, cells: dict[str, str]) -> None:
    assert read(f"#begrepp {line}") == cells


def test_a_word_knows_the_phase_that_it_was_raised_in() -> None:
    line = TaggedLine("term", "terms", "LPT", "#begrepp LPT")
    assert parse_tagged_line(meeting(), line, today=TODAY, phase="needs")["phase"] == "needs"


@pytest.mark.parametrize(
    ("line", "who", "text"),
    [
        ("”Jag vill sova”", "p1", "Jag vill sova"),
        ('"Jag vill sova".', "p1", "Jag vill sova"),
        ("Jag vill sova", "p1", "Jag vill sova"),
        ("Samir: ”Vi ses på fredag”", "p3", "Vi ses på fredag"),
        ("Åsa Lindgren: »Ja»", "p2", "Ja"),
        ("mamma: ja", "p2", "ja"),
        ("Lindgren: ja", "p1", "Lindgren: ja"),
        ("Jag sa: nej", "p1", "Jag sa: nej"),
        ("”Ja” och ”nej”", "p1", "”Ja” och ”nej”"),
        ("””", "p1", "””"),
    ],
)
def test_quote_is_the_persons_unless_named(line: str, who: str, text: str) -> None:
    assert read(f"#citat {line}") == {"text": text, "who": who}


def test_a_quote_in_a_meeting_without_the_person_is_nobodys() -> None:
    assert read("#citat Jag vill sova", Meeting()) == {"text": "Jag vill sova"}


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("#beslut Planen gäller till mars", {"text": "Planen gäller till mars"}),
        ("#oenighet Skolan: takten", {"text": "Skolan: takten"}),
        ("#info Anna börjar i mars", {"text": "Anna börjar i mars"}),
        ("#parkera Vem betalar skolkortet?", {"text": "Vem betalar skolkortet?"}),
        ("#parkera Åsa: vem betalar?", {"text": "vem betalar?", "said_by": "p2"}),
        ("#parkera Klockan: den går fel", {"text": "Klockan: den går fel"}),
    ],
)
def test_the_others_are_their_text(line: str, cells: dict[str, str]) -> None:
    assert read(line) == cells


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(TAGS), st.text("SamirÅsa jag: =()”\"',sa fredag22/11\x00\x1b[|#", min_size=1, max_size=40))
def test_every_line_fills_the_first_cell_of_its_row(tag: object, text: str) -> None:
    line = parse_tagged(f"#{tag.key} {text}")  # type: ignore[attr-defined]
    assert line is not None
    told = meeting(*GOALS)
    cells = parse_tagged_line(told, line, today=TODAY)
    assert not line.rest or next(iter(cells.values())) or line.key == "coordinator"
    assert all(hasattr(TABLES[line.table](id="x"), name) for name in cells)
    assert all(told.participant(cells[name]) for name in ("who", "raised_by", "said_by") if cells.get(name))


PLAN_GOALS = (("g1", "long", "Sova hela natten"), ("g2", "long", "Gå ut gymnasiet"))


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Samir ringer BUP → mål 2", {"what": "Ringer BUP", "who": "p3", "goal": "g2"}),
        ("Samir ringer BUP -> mål 1.", {"what": "Ringer BUP", "who": "p3", "goal": "g1"}),
        ("Samir ringer BUP => #mål 1", {"what": "Ringer BUP", "who": "p3", "goal": "g1"}),
        ("Samir ringer BUP → sova natten", {"what": "Ringer BUP", "who": "p3", "goal": "g1"}),
        ("Samir ringer BUP → mål 7", {"what": "Ringer BUP → mål 7", "who": "p3"}),
    ],
)
def test_action_names_its_goal_behind_an_arrow(line: str, cells: dict[str, str]) -> None:
    assert read(f"#åtgärd {line}", meeting(*PLAN_GOALS)) == cells


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("#fråga Vem möter på måndag?", {"text": "Vem möter på måndag?"}),
        ("#fråga Vem möter? = Samir", {"text": "Vem möter?", "answer": "Samir"}),
        ("#question Who? → Samir", {"text": "Who?", "answer": "Samir"}),
        ("#möte tors 14/1 kl 13", {"follow_up": "2027-01-14T13:00"}),
        ("#möte tors 14/1 kl 13 på Linden", {"follow_up": "tors 14/1 kl 13 på Linden"}),
        ("#samordnare: Samir", {"coordinator": "p3"}),
        ("#samordnare någon på regionen", {}),
    ],
)
def test_question_next_meeting_and_coordinator(line: str, cells: dict[str, str]) -> None:
    assert read(line) == cells


@pytest.mark.parametrize(
    ("rest", "text", "by"),
    [
        ("Simma 200 meter senast 1 mars", "Simma 200 meter", "senast måndag 1 mars 2027, v. 9"),
        ("Till sommaren ska Erik kunna simma", "Till sommaren ska Erik kunna simma", "Till sommaren"),
        ("Gå hela dagar från januari", "Gå hela dagar från januari", ""),
        ("Sova åtta timmar varje natt", "Sova åtta timmar varje natt", ""),
        ("Klara matten i juni", "Klara matten", "juni 2027"),
    ],
)
def test_goal_has_the_time_to_be_ready_by(rest: str, text: str, by: str) -> None:
    cells = parse_tagged_line(Meeting(), TaggedLine("goal", "goals", rest, rest), today=date(2026, 11, 25))
    assert (cells["text"], cells["by"]) == (text, by)


def test_days_count_from_the_day_of_the_meeting() -> None:
    opened, now = datetime(2026, 11, 25, 13, tzinfo=UTC), datetime(2026, 11, 27, 9, tzinfo=UTC)
    assert meeting_day(Meeting(), now) == now.date()
    started = Meeting(about=MeetingInfo(id="meeting", start=opened))
    assert meeting_day(started, now) == opened.date()
    assert meeting_day(started, datetime(2026, 11, 20, 9, tzinfo=UTC)) == date(2026, 11, 20)
    held = Meeting(events=(Event(id="1", kind="open", at=opened),))
    assert meeting_day(held, now) == opened.date()


def test_a_goal_is_named_by_its_number_in_words() -> None:
    told = meeting(("g1", "long", "sova bättre"), ("g2", "long", "egen lägenhet"))
    assert read("#åtgärd Samir bokar tid -> mål två", told)["goal"] == "g2"
    assert read("#åtgärd Samir bokar tid -> delmål 9", told) == {"what": "Bokar tid -> delmål 9", "who": "p3"}


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("#mål åka buss ensam nästa termin", ("åka buss ensam", "nästa termin")),
        ("#mål börja gymnasiet hösten 2027", ("börja gymnasiet", "hösten 2027")),
        ("#mål fira jul", ("fira jul", "")),
        ("#mål gå ut på lördagar", ("gå ut på lördagar", "")),
    ],
)
def test_a_goal_keeps_no_time_without_a_question(line: str, cells: tuple[str, str]) -> None:
    found = read(line)
    assert (found["text"], found.get("by", "")) == cells
