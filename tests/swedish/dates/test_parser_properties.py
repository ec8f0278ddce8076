"""What holds for every time that is typed: it is said back as it was meant, and no text is an error."""

from __future__ import annotations

from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.swedish.dates.parser import TimeKind, format_when, is_when, read_when, stored_text

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


PHRASES = st.sampled_from(
    [
        *("fredag", "på onsdag", "idag", "i morgon", "i övermorgon", "om två veckor", "om 14 dagar", "om ett halvår"),
        *("v. 12", "vecka 1", "v. 53", "v. 50-2", "nästa vecka", "denna vecka", "i helgen", "fredag nästa vecka"),
        *("3/12", "28 feb", "31 dec kl 13", "den 30", "29 februari", "15 jan 9.30", "slutet av månaden", "juni"),
        *("slutet av februari", "innan jul", "före fredag", "inom tre månader", "nästa månad", "senast i mars"),
        *("29 december - 3 januari", "3-5 maj", "senast torsdag kl 14", "till nästa möte", "julafton", "årets slut"),
        *("varannan vecka", "löpande", "tisdagar", "vid behov", "2026-12-03", "3 dec 2027 kl 13", "v. 12 2031"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(PHRASES, DAYS)
def test_what_is_said_back_is_what_was_meant(phrase: str, today: date) -> None:
    found = read_when(phrase, today)
    assert read_when(format_when(found), today) == found
    assert found.kind is TimeKind.ASK or read_when(stored_text(found), today) == found


@settings(max_examples=150, deadline=None)
@given(DAYS, DAYS, st.times(min_value=time(7)), st.booleans(), st.booleans())
def test_every_day_can_be_said_back(today: date, day: date, at: time, deadline: bool, moment: bool) -> None:
    written = f"{'senast ' if deadline else ''}{day.isoformat()}{f' {at:%H:%M}' if moment else ''}"
    found = read_when(written, today)
    assert (found.day, found.deadline) == (day, deadline)
    assert read_when(format_when(found), today) == found
    assert read_when(stored_text(found), today + timedelta(days=400)).day == day


@settings(max_examples=400, deadline=None)
@given(PHRASES, DAYS)
def test_nothing_is_in_the_past_unless_a_year_was_written(phrase: str, today: date) -> None:
    found = read_when(phrase, today)
    written_year = any(year in phrase for year in ("2026", "2027", "2031"))
    for reading in (found, *found.candidates):
        last = reading.last or reading.first
        assert last is None or written_year or last >= today


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=150) | st.text("v0123456789./-: klfredagsnti", max_size=40), DAYS)
def test_no_text_is_an_error_or_hides_characters(words: str, today: date) -> None:
    told = format_when(read_when(words, today))
    assert not any(sign in told for sign in "\r\n\x1b\u202e")
    assert is_when(words, today) in {True, False}
