"""The calendar file, read by two programs: a neutral entry in Swedish time, and what its reader is to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import icalendar
import pytest
import vobject

from sip_tui.meeting.model.enums import Status
from sip_tui.minutes.formats import FormatRefusedError
from tests.helpers.documents import CALL, content, drafted, planned


def entries(made: bytes, kind: str) -> list[icalendar.Component]:
    """The entries of a kind, once both programs can read the file."""
    other = vobject.readOne(made.decode())
    found = [*icalendar.Calendar.from_ical(made).walk(kind)]
    assert len(found) == len([entry for entry in other.components() if entry.name == kind])
    return found


def booked(when: str, audience: str = "mail") -> bytes:
    return content(drafted(audience, about=replace(planned().about, follow_up=when)), "ics")


def test_next_meeting_is_an_entry_that_tells_nothing() -> None:
    made = booked("2027-01-29T13:00")
    (event,) = entries(made, "VEVENT")
    assert (event["SUMMARY"], event["CLASS"]) == ("Meeting", "CONFIDENTIAL")
    assert event.decoded("DTSTART").astimezone(UTC) == datetime(2027, 1, 29, 12, 0, tzinfo=UTC)
    assert event["DTSTART"].params["TZID"] == "Europe/Stockholm"
    assert [str(zone["TZID"]) for zone in entries(made, "VTIMEZONE")] == ["Europe/Stockholm"]
    for name in (b"Maja", b"Lindgren", b"Samir"):
        assert name not in made


def test_summer_time_is_kept_and_a_day_is_a_whole_day() -> None:
    (event,) = entries(booked("2027-06-10T13:00"), "VEVENT")
    assert event.decoded("DTSTART").astimezone(UTC).hour == 11
    (whole,) = entries(booked("2027-06-10"), "VEVENT")
    assert (whole.decoded("DTSTART"), whole.decoded("DTEND")) == (date(2027, 6, 10), date(2027, 6, 11))
    assert "DESCRIPTION" not in whole


def test_part_of_a_day_is_told_in_the_entry_of_the_day() -> None:
    (event,) = entries(booked("2027-06-10 på förmiddagen"), "VEVENT")
    assert event.decoded("DTSTART") == date(2027, 6, 10)
    assert event["DESCRIPTION"] == "Thursday 10 June 2027 in the late morning"
    evening = replace(CALL, when="2026-12-11 på kvällen")
    (task,) = entries(content(drafted("actor", "p3", actions=(evening,)), "ics"), "VTODO")
    said = "When: Friday 11 December 2026 in the evening"
    assert (task.decoded("DUE"), task["DESCRIPTION"]) == (date(2026, 12, 11), said)


def test_the_end_that_is_booked_is_the_end_of_the_entry() -> None:
    (event,) = entries(booked("2027-06-10T13:00/14:15"), "VEVENT")
    assert f"{event.decoded('DTSTART'):%H:%M}-{event.decoded('DTEND'):%H:%M}" == "13:00-14:15"


def test_the_same_meeting_gets_the_same_entry_again() -> None:
    first, again = (entries(booked(when), "VEVENT")[0] for when in ("2027-06-10", "2027-06-11"))
    assert first["UID"] == again["UID"]


def test_without_a_day_there_is_nothing_for_a_calendar() -> None:
    with pytest.raises(FormatRefusedError, match="No day is set for the next meeting"):
        booked("efter jul")


@pytest.mark.parametrize(("audience", "actor", "what"), [("person", "", "Gå hem"), ("actor", "p3", "Ringa skolan")])
def test_what_its_reader_is_to_do_is_there_to_tick(audience: str, actor: str, what: str) -> None:
    (todo,) = entries(content(drafted(audience, actor), "ics"), "VTODO")
    assert (todo["SUMMARY"], todo["STATUS"], todo["CLASS"]) == (what, "NEEDS-ACTION", "CONFIDENTIAL")


def test_day_of_an_action_is_due_and_other_times_are_told() -> None:
    (due,) = entries(content(drafted("actor", "p3"), "ics"), "VTODO")
    assert due.decoded("DUE") == date(2026, 12, 11)
    (told,) = entries(content(drafted("person"), "ics"), "VTODO")
    assert told["DESCRIPTION"] == "How often: varje dag\nWhere: från skolan"
    worded = replace(CALL, when="senast fredag 4 december 2026, v. 49")
    (late,) = entries(content(drafted("actor", "p3", actions=(worded,)), "ics"), "VTODO")
    assert (late.decoded("DUE"), late["DESCRIPTION"]) == (
        date(2026, 12, 4),
        "When: by Friday 4 December 2026, week 49",
    )
    timed = replace(CALL, when="2026-12-11T09:00", status=Status.DONE)
    (done,) = entries(content(drafted("actor", "p3", actions=(timed,)), "ics"), "VTODO")
    assert (done["STATUS"], done.decoded("DUE")) == ("COMPLETED", datetime(2026, 12, 11, 8, 0, tzinfo=UTC))
