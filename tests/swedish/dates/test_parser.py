"""A chair says when, in the words of the room: it is read and said back, or it is asked about, and never guessed."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, time

import pytest

from sip_tui.swedish.dates.parser import ParsedTime, TimeKind, format_when, is_when, read_when, stored_text

MEETING = date(2026, 11, 18)
"""A Wednesday."""


def read(phrase: str) -> ParsedTime:
    return read_when(phrase, MEETING)


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("fredag", "2026-11-20"),
        ("På fredag.", "2026-11-20"),
        ("onsdag", "2026-11-25"),
        ("fredag 27 november", "2026-11-27"),
        ("fredag den 27:e november", "2026-11-27"),
        ("fre 27/11", "2026-11-27"),
        ("fredag v. 48", "2026-11-27"),
        ("fredag nästa vecka", "2026-11-27"),
        ("nästa vecka på fredag", "2026-11-27"),
        ("v 48, fredag", "2026-11-27"),
        ("fredag om en vecka", "2026-11-27"),
        ("den första december", "2026-12-01"),
        ("sista dagen i månaden", "2026-11-30"),
        ("om 2 v.", "2026-12-02"),
        ("idag", "2026-11-18"),
        ("i morgon", "2026-11-19"),
        ("i övermorgon", "2026-11-20"),
        ("om två veckor", "2026-12-02"),
        ("om 14 dagar", "2026-12-02"),
        ("om tre månader", "2027-02-18"),
        ("om ett halvår", "2027-05-18"),
        ("om ett år", "2027-11-18"),
        ("3/12", "2026-12-03"),
        ("1/12", "2026-12-01"),
        ("3/12-26", "2026-12-03"),
        ("3/12 2027", "2027-12-03"),
        ("15 jan", "2027-01-15"),
        ("den 3:e", "2026-12-03"),
        ("2025-12-03", "2025-12-03"),
        ("20261203", "2026-12-03"),
        ("sista januari", "2027-01-31"),
        ("årets slut", "2026-12-31"),
        ("julafton", "2026-12-24"),
    ],
)
def test_a_day_is_read(phrase: str, day: str) -> None:
    found = read(phrase)
    assert (found.kind, found.day, found.deadline) == (TimeKind.DAY, date.fromisoformat(day), False)
    assert stored_text(found) == day


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("senast fredag", "2026-11-20"),
        ("fredag senast", "2026-11-20"),
        ("till fredag", "2026-11-20"),
        ("t.o.m. 3 dec", "2026-12-03"),
        ("senast 30/11", "2026-11-30"),
        ("inom två veckor", "2026-12-02"),
        ("innan jul", "2026-12-23"),
        ("före nyår", "2026-12-30"),
        ("innan fredag", "2026-11-19"),
        ("före den 1 december", "2026-11-30"),
        ("före månadens slut", "2026-11-30"),
        ("innan april", "2027-03-31"),
        ("innan vecka 12", "2027-03-19"),
    ],
)
def test_a_deadline_is_a_day_that_may_be_earlier(phrase: str, day: str) -> None:
    found = read(phrase)
    assert (found.kind, found.day, found.deadline) == (TimeKind.DAY, date.fromisoformat(day), True)
    assert format_when(found).startswith("senast ")


def test_a_time_of_day_makes_it_a_moment() -> None:
    for phrase in ("torsdag 3 dec kl 13", "3/12 klockan 13.00", "kl. 13 torsdag 3 december", "2026-12-03T13:00"):
        assert (read(phrase).day, read(phrase).at) == (date(2026, 12, 3), time(13)), phrase
    assert stored_text(read("torsdag 3 dec kl 13")) == "2026-12-03T13:00"
    assert format_when(read("innan fredag kl 13")) == "senast fredag 20 november kl. 13.00, v. 47"


def test_three_o_clock_is_asked_about_as_afternoon() -> None:
    assert [format_when(candidate) for candidate in read("torsdag kl 3").candidates] == [
        "torsdag 19 november kl. 15.00, v. 47",
        "torsdag 19 november kl. 03.00, v. 47",
    ]
    assert len(read("nästa fredag kl 3").candidates) == 4


@pytest.mark.parametrize(
    ("phrase", "said", "in_english", "stored"),
    [
        (
            "ikväll",
            "onsdag 18 november på kvällen, v. 47",
            "Wednesday 18 November in the evening, week 47",
            "2026-11-18 på kvällen",
        ),
        (
            "imorn bitti",
            "torsdag 19 november på morgonen, v. 47",
            "Thursday 19 November in the morning, week 47",
            "2026-11-19 på morgonen",
        ),
        (
            "fredag fm",
            "fredag 20 november på förmiddagen, v. 47",
            "Friday 20 November in the late morning, week 47",
            "2026-11-20 på förmiddagen",
        ),
        (
            "senast på måndag vid lunch",
            "senast måndag 23 november vid lunch, v. 48",
            "by Monday 23 November at lunchtime, week 48",
            "senast måndag 23 november 2026 vid lunch, v. 48",
        ),
        (
            "från 10 dec em",
            "från torsdag 10 december på eftermiddagen, v. 50",
            "from Thursday 10 December in the afternoon, week 50",
            "från torsdag 10 december 2026 på eftermiddagen, v. 50",
        ),
    ],
)
def test_part_of_the_day_is_said_and_kept(phrase: str, said: str, in_english: str, stored: str) -> None:
    found = read(phrase)
    assert (found.kind, found.at) == (TimeKind.DAY, None)
    assert (format_when(found), format_when(found, "en"), stored_text(found)) == (said, in_english, stored)
    assert read(said) == read(in_english) == found
    assert read_when(stored, date(2027, 5, 1)).first == found.first


def test_part_of_the_day_says_which_seven_it_is() -> None:
    for phrase, at in (("fredag kväll kl 7", 19), ("fredag morgon kl 7", 7), ("lunch fredag kl 1", None)):
        assert read(phrase).at == (time(at) if at else None), phrase
    assert (read("fredag em 1-3").at, read("fredag em 1-3").until) == (time(13), time(15))
    assert (read("fredag em 11-13").kind, read("fredag em 13-15").at) == (TimeKind.ASK, time(13))


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("v. 12", date(2027, 3, 22), date(2027, 3, 26)),
        ("vecka 12", date(2027, 3, 22), date(2027, 3, 26)),
        ("v 47", date(2026, 11, 16), date(2026, 11, 20)),
        ("v. 12–14", date(2027, 3, 22), date(2027, 4, 9)),
        ("nästa vecka", date(2026, 11, 23), date(2026, 11, 27)),
        ("3-5 december", date(2026, 12, 3), date(2026, 12, 5)),
        ("mellan 3 och 5 december", date(2026, 12, 3), date(2026, 12, 5)),
        ("29 december – 3 januari", date(2026, 12, 29), date(2027, 1, 3)),
        ("i helgen", date(2026, 11, 21), date(2026, 11, 22)),
    ],
)
def test_a_week_is_its_working_days_and_a_span_has_two_ends(phrase: str, first: date, last: date) -> None:
    assert (read(phrase).kind, read(phrase).first, read(phrase).last) == (TimeKind.SPAN, first, last)


def test_a_month_stays_a_month_and_is_no_day() -> None:
    for phrase in ("februari 2026", "maj 2027", "i februari", "nästa månad", "senast i mars"):
        assert read(phrase).kind is TimeKind.MONTH
        assert read(phrase).day is None
    assert format_when(read("februari 2026")) == "februari 2026"
    assert format_when(read("i februari")) == "februari 2027"
    assert format_when(read("november")) == "november 2026"


@pytest.mark.parametrize(
    "phrase",
    [
        *("varannan vecka", "varje dag", "2 × 40 minuter i veckan", "löpande", "tisdagar", "3 gånger i veckan"),
        *("varannan helg", "hela tiden", "måndagar och torsdagar", "på tisdagar kl 15", "två gånger per månad"),
        *("varje dag före skolan", "3 ggr/vecka", "var tredje vecka", "en timme i veckan", "2-3 gånger i veckan"),
    ],
)
def test_what_comes_again_keeps_its_words(phrase: str) -> None:
    assert read(phrase) == ParsedTime(TimeKind.REPEATED, words=phrase)
    assert stored_text(read(phrase)) == format_when(read(phrase), "en") == phrase


def test_when_needed_is_open_and_next_meeting_its_own_kind() -> None:
    for phrase in ("vid behov", "före skoldagen", "under handläggning", "när det behövs"):
        assert read(phrase).kind is TimeKind.OPEN
    for phrase in ("till nästa möte", "vid uppföljningen", "Nästa SIP"):
        assert read(phrase) == ParsedTime(TimeKind.NEXT_MEETING)
    assert format_when(read("innan nästa möte")) == "senast till nästa möte"
    assert format_when(read("innan nästa möte"), "en") == "by the next meeting"


@pytest.mark.parametrize(
    "phrase",
    ["under våren", "snart", "om några veckor", "30/2", "v. 99", "kl 25 fredag", "om 999 år", "igår", "", "ring BUP"],
)
def test_what_cannot_be_read_is_asked_about(phrase: str) -> None:
    assert read(phrase) == ParsedTime(TimeKind.ASK, words=phrase)


@pytest.mark.parametrize(
    ("phrase", "candidates"),
    [
        ("nästa fredag", ["fredag 27 november, v. 48", "fredag 20 november, v. 47"]),
        ("senast nästa fredag", ["senast fredag 27 november, v. 48", "senast fredag 20 november, v. 47"]),
        ("fredag eller måndag", ["fredag 20 november, v. 47", "måndag 23 november, v. 48"]),
        ("fredag 28 november", ["lördag 28 november, v. 48"]),
        ("fredag 27 november, v. 49", ["fredag 27 november, v. 48"]),
        ("månadsskiftet", ["måndag 30 november, v. 49", "tisdag 1 december, v. 49"]),
        ("om ett par veckor", ["onsdag 2 december, v. 49"]),
        ("efter den 1 december", ["tisdag 1 december, v. 49"]),
        ("fredag natt", ["fredag 20 november, v. 47"]),
        ("varanan vecka", ["varannan vecka"]),
        ("fredag fm/em", ["fredag 20 november på förmiddagen, v. 47", "fredag 20 november på eftermiddagen, v. 47"]),
        ("innan fredag kväll", ["senast fredag 20 november på kvällen, v. 47"]),
        ("fredag kväll kl 13", ["fredag 20 november kl. 13.00, v. 47"]),
        (
            "nästa fredag 13-14",
            ["fredag 27 november kl. 13.00–14.00, v. 48", "fredag 20 november kl. 13.00–14.00, v. 47"],
        ),
        ("torsdag 3-4", ["torsdag 19 november kl. 15.00–16.00, v. 47", "torsdag 19 november kl. 03.00–04.00, v. 47"]),
        ("måndag om en vecka", ["måndag 23 november, v. 48", "måndag 30 november, v. 49"]),
        ("första veckan i november", ["v. 44 2027 (1–5 november)"]),
        ("första veckan i april", ["v. 13 (29 mars – 2 april)", "v. 14 (5–9 april)"]),
        ("sista veckan i augusti", ["v. 34 (23–27 augusti)", "v. 35 (30 augusti – 3 september)"]),
        ("kl 13", ["onsdag 18 november kl. 13.00, v. 47"]),
    ],
)
def test_ambiguous_day_is_asked_about_with_its_candidates(phrase: str, candidates: list[str]) -> None:
    assert read(phrase).kind is TimeKind.ASK
    assert [format_when(candidate) for candidate in read(phrase).candidates] == candidates


@pytest.mark.parametrize(
    ("phrase", "stored"),
    [
        ("fredag 27 november 13-14", "2026-11-27T13:00/14:00"),
        ("torsdag 5-14", "2026-11-19T05:00/14:00"),
        ("torsdag kl 13-14", "2026-11-19T13:00/14:00"),
        ("19/2 13–14.15", "2027-02-19T13:00/14:15"),
        ("19 feb 2027 13:00-14:30", "2027-02-19T13:00/14:30"),
        ("den 19 februari mellan 13 och 14", "2027-02-19T13:00/14:00"),
        ("kl 9.30 till kl 10 på fredag", "2026-11-20T09:30/10:00"),
        ("2027-02-19T13:00/14:00", "2027-02-19T13:00/14:00"),
        ("2027-02-19 13:00-14:00", "2027-02-19T13:00/14:00"),
    ],
)
def test_hours_from_and_to_are_read(phrase: str, stored: str) -> None:
    found = read(phrase)
    assert (found.kind, stored_text(found)) == (TimeKind.MOMENT, stored)
    assert read(format_when(found)) == found


@pytest.mark.parametrize(
    "phrase", ["fredag 14-13", "fredag 13-25", "senast fredag 13-14", "december 13-14", "fredag 13 och 14", "x 13-14"]
)
def test_hours_that_are_none_are_asked_about(phrase: str) -> None:
    assert read(phrase).kind is TimeKind.ASK


def test_weeks_and_days_with_a_dash_are_no_hours() -> None:
    assert format_when(read("v 50-51")) == "v. 50–51 (7–18 december)"
    assert format_when(read("3-4 december")) == "torsdag 3 december – fredag 4 december"


def test_it_is_said_in_both_languages() -> None:
    assert format_when(read("fredag 27/11")) == "fredag 27 november, v. 48"
    assert format_when(read("fredag 27/11"), "en") == "Friday 27 November, week 48"
    assert format_when(read("v. 12")) == "v. 12 (22–26 mars)"
    assert format_when(read("senast v. 53"), "en") == "by week 53 (28 December – 1 January)"
    assert format_when(read("3/12 2027 kl 9")) == "fredag 3 december 2027 kl. 09.00, v. 48"


def test_time_phrase_is_known_though_it_is_asked_about() -> None:
    for phrase in (
        "senast fredag",
        "snart",
        "under våren",
        "nästa fredag",
        "så snart som möjligt",
        "måndag till fredag",
        "till våren",
    ):
        assert is_when(phrase, MEETING), phrase
    for phrase in ("ringer skolan", "åk 4", "jul", "på", "", "skolan senast fredag"):
        assert not is_when(phrase, MEETING), phrase


def test_the_screens_open_fast() -> None:
    code = "import sys, sip_tui.swedish.dates.parser; print({'holidays', 'pendulum'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("day", ["25 januari 2027", "måndag 25 januari 2027", "25/1/2027", "2027-01-25"])
def test_an_hour_alone_follows_a_date_with_its_year(day: str) -> None:
    assert read(f"{day} 13") == read(f"{day} kl 13")
    assert read(f"{day} 13").at == time(13)
    assert read(f"{day} 99").kind is TimeKind.ASK


@pytest.mark.parametrize("phrase", ["99 mars", "senast 32 mars", "senast den 45 maj"])
def test_a_day_that_no_month_has_is_asked_about(phrase: str) -> None:
    assert is_when(phrase, MEETING)
    assert (read(phrase).kind, read(phrase).candidates) == (TimeKind.ASK, ())


@pytest.mark.parametrize("text", ["innan blommorna", "innan fredag eller lördag", "innan 31 februari", "innan 3/13"])
def test_before_what_is_no_day_is_asked_about(text: str) -> None:
    assert read_when(text, date(2026, 11, 25)).kind is TimeKind.ASK


def test_span_has_its_year_and_a_beginning_its_word() -> None:
    assert format_when(read_when("3-5 maj 2027", date(2026, 11, 25))) == "måndag 3 maj – onsdag 5 maj"
    assert format_when(read_when("från måndag", date(2026, 11, 25))) == "från måndag 30 november, v. 49"


@pytest.mark.parametrize("words", ["varje fredag", "tills vidare"])
def test_a_time_without_a_day_is_asked_about_by_its_words(words: str) -> None:
    assert [format_when(choice) for choice in read_when(f"{words}?", date(2026, 11, 25)).candidates] == [words]
    assert read_when("en sak?", date(2026, 11, 25)).candidates == ()


@pytest.mark.parametrize(
    ("short", "full"), [("till o med v 52", "till och med v 52"), ("från o med v 52", "från v 52")]
)
def test_och_in_short_is_read_within_a_limit(short: str, full: str) -> None:
    assert read_when(short, date(2026, 11, 25)) == read_when(full, date(2026, 11, 25))


@pytest.mark.parametrize("phrase", ["slutet av månaden", "i slutet av nov", "mot slutet av november"])
def test_the_end_of_a_month_is_some_days(phrase: str) -> None:
    read = read_when(phrase, date(2026, 11, 25))
    assert (read.kind, [choice.first for choice in read.candidates]) == (TimeKind.ASK, [date(2026, 11, 30)])


@pytest.mark.parametrize("phrase", ["senast slutet av nov", "klart i slutet av nov"])
def test_a_deadline_at_the_end_of_a_month_is_its_last_day(phrase: str) -> None:
    read = read_when(phrase, date(2026, 11, 25))
    assert (read.first, read.deadline) == (date(2026, 11, 30), True)
