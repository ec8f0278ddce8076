"""A hundred ways in which people at a meeting say when: read as one day, or asked about, and never a day of its own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.swedish.dates.day_parts import SWEDISH
from sip_tui.swedish.dates.line_scanner import LineTime, find_when, may_begin
from sip_tui.swedish.dates.parser import ParsedTime, TimeKind, format_when, is_when, read_when, stored_text
from tests.helpers.when_phrases import PHRASES, TODAY

MEETING = date.fromisoformat(TODAY)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
KINDS = {TimeKind.REPEATED: "again", TimeKind.OPEN: "need", TimeKind.NEXT_MEETING: "next", TimeKind.ASK: "ask"}


def meaning(when: ParsedTime) -> str:
    """A time as the table has it."""
    days = [candidate.first for candidate in when.candidates] or [when.first, when.last]
    at = f"{when.at:%H:%M}" if when.at else ""
    parts = (
        "<" if when.deadline else "",
        "from" if when.starts else "",
        KINDS.get(when.kind, ""),
        *map(str, filter(None, days)),
        at or (SWEDISH[when.part] if when.part else ""),
    )
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(("phrase", "meant"), PHRASES.items())
def test_it_means_what_people_mean_by_it(phrase: str, meant: str) -> None:
    assert meaning(read_when(phrase, MEETING)) == meant
    assert is_when(phrase, MEETING)


@pytest.mark.parametrize(
    ("today", "phrase", "meant"),
    [
        ("2026-12-30", "måndag", "2027-01-04"),
        ("2026-12-30", "v 1", "2027-01-04 2027-01-08"),
        ("2027-01-01", "v 53", "2026-12-28 2027-01-01"),
        ("2027-01-04", "v 53", "ask"),
        ("2026-12-31", "nästa månad", "2027-01-01 2027-01-31"),
        ("2028-01-31", "om en månad", "2028-02-29"),
        ("2028-02-28", "imorgon", "2028-02-29"),
        ("2027-03-27", "imorgon kl 13", "2027-03-28 13:00"),
        ("2026-11-27", "senast 26/11", "ask 2027-11-26"),
        ("2026-11-28", "i helgen", "ask 2026-11-28"),
        ("2026-11-28", "denna vecka", "ask"),
        ("2026-11-25", "denna v.", "2026-11-23 2026-11-27"),
        ("2026-11-25", "den här v", "2026-11-23 2026-11-27"),
        ("2026-12-24", "innan jul", "ask 2027-12-23"),
    ],
)
def test_the_turn_of_the_year_and_what_has_just_gone_by(today: str, phrase: str, meant: str) -> None:
    assert meaning(read_when(phrase, date.fromisoformat(today))) == meant


def test_day_just_gone_by_is_asked_about_with_its_year() -> None:
    assert [format_when(candidate) for candidate in read_when("24/11", MEETING).candidates] == [
        "onsdag 24 november 2027, v. 47"
    ]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(list(PHRASES)), DAYS)
def test_what_is_said_back_is_what_was_meant(phrase: str, today: date) -> None:
    found = read_when(phrase, today)
    assert read_when(format_when(found), today) == found
    assert found.kind is TimeKind.ASK or read_when(stored_text(found), today) == found
    for candidate in found.candidates:
        assert read_when(format_when(candidate), today) == candidate


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_phrase_is_found_where_it_stands_in_a_line(phrase: str) -> None:
    assert may_begin(phrase.split()[0])
    assert find_when(f"ringer hem {phrase}", MEETING) == LineTime("ringer hem", phrase)


@pytest.mark.parametrize(
    ("line", "rest", "when"),
    [
        ("På fredag ringer BUP", "ringer BUP", "På fredag"),
        ("3/12: ringa BUP", "ringa BUP", "3/12"),
        ("På måndag ringer Samir kl 9", "ringer Samir", "På måndag kl 9"),
        ("ringer på fredag till BUP", "ringer till BUP", "på fredag"),
        ("kallelse senast fredag till BUP", "kallelse till BUP", "senast fredag"),
        ("läkartid 14 januari kl 10 på BUP", "läkartid på BUP", "14 januari kl 10"),
        ("flyttar mötet från fredag till måndag", "flyttar mötet", "från fredag till måndag"),
        ("schema, klart senast fredag", "schema", "klart senast fredag"),
        ("gör klart senast fredag", "gör klart", "senast fredag"),
        ("Uppföljningen görs 3/12", "Uppföljningen görs", "3/12"),
        ("Nästa möte 3/12", "Nästa möte", "3/12"),
    ],
)
def test_the_time_is_taken_from_where_it_stands(line: str, rest: str, when: str) -> None:
    found = find_when(line, MEETING)
    assert (found.rest, found.when) == (rest, when)


@pytest.mark.parametrize(
    "line",
    [
        *("i rum 3/12", "sal 3/4", "sidan 3-5", "3/4 av tiden", "1/2 tablett varm", "klass 7b", "klass 9A", "Fas 2"),
        *("08-123 45 67", "LSS 9 §", "4 kap 1 §", "10 mg", "v. för vänster", "blodtryck 120/80", "SoL 4:1", "112"),
        *("schema för vecka 49", "pratar om fredag", "prova i 3 mån", "ärende 2026-1234", "lever i fred", "fira påsk"),
        *(
            "Ring Jan",
            "ring Tor",
            "Tor ringer",
            "April bokar",
            "Fredag passar inte",
            "Tisdagar är bra",
            "kalender 2027",
        ),
        *("20 min", "5 möten", "ringer senast", "ringer på", "ringer 3/", "ringer v", "åk 9", "Fredagens möte"),
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(line: str) -> None:
    names = {"tor"}
    assert find_when(line, MEETING, lambda text: text.casefold() in names) == LineTime(line)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(" ".join((*PHRASES, "ringer BUP ska om för på rum Maj och : ( | till")).split())))
def test_no_word_is_lost_and_no_day_is_invented(words: list[str]) -> None:
    line = " ".join(words)
    found = find_when(line, MEETING)
    loose = " \t,;:–—-→|"
    told = sorted(word.strip(loose) for word in f"{found.rest} {found.when}".split() if word.strip(loose))
    assert told == sorted(word.strip(loose) for word in words if word.strip(loose))
    assert not found.when or is_when(found.when, MEETING) or read_when(found.when, MEETING).kind is TimeKind.ASK


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60) | st.text("vkl 0123456789./:-()fredag\x00\x1b\u202e[|", max_size=40), DAYS)
def test_no_text_is_an_error(line: str, today: date) -> None:
    assert find_when(line, today).rest.split() is not None


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        ("fredag om 0 veckor", "ask"),
        ("26-12-03", "ask 2026-12-03"),
        ("den 31 nästa månad", "2026-12-31"),
        ("den 30 nästa månad kl 25", "ask"),
        ("innan idag", "ask"),
        ("v 50-60", "ask"),
        ("veckan ut", "ask 2026-11-27"),
        ("3 december i år", "2026-12-03"),
    ],
)
def test_rare_ways_of_writing(phrase: str, meant: str) -> None:
    assert meaning(read_when(phrase, MEETING)) == meant


def test_a_month_without_the_day_is_asked_about() -> None:
    assert read_when("den 30 nästa månad", date(2027, 1, 15)).kind is TimeKind.ASK


def test_a_span_of_one_day_is_none() -> None:
    assert not is_when("10-10 december", MEETING)


def test_what_is_no_date_or_begins_with_a_clause_is_left() -> None:
    assert not is_when("40/12", MEETING)
    assert not is_when("den 40", MEETING)
    assert not find_when("När vi ses ringer BUP skolan", MEETING).fronted
