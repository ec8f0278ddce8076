"""A meeting from somebody's calendar; a broken or hostile file is refused with one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.log.ledger import Ledger
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting_file import MeetingFileError, initial_changes, read_meeting_file
from sip_tui.meeting_file.calendar import read_calendar
from tests.helpers.meeting_fixture import START

ENTRY = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//test//SV
BEGIN:VEVENT
UID:1@example.org
SUMMARY:SIP-möte om hösten
DTSTART;TZID=Europe/Stockholm:20261204T130000
DTEND;TZID=Europe/Stockholm:20261204T141500
LOCATION:Vårdcentralen\\, rum 3
DESCRIPTION:Klicka på https://video.example.org/rum-7.
ORGANIZER;CN=Karin Ek:mailto:karin@example.org
ATTENDEE;CN="Samir Haddad";PARTSTAT=ACCEPTED:mailto:samir@example.org
ATTENDEE;CN=Ingrid Wallin;PARTSTAT=DECLINED:MAILTO:ingrid@example.org
ATTENDEE;CUTYPE=ROOM;CN=Rum 3:mailto:rum3@example.org
END:VEVENT
END:VCALENDAR
"""


def read(tmp_path: Path, text: str | bytes) -> Meeting:
    path = tmp_path / "möte.ics"
    path.write_bytes(text if isinstance(text, bytes) else text.replace("\n", "\r\n").encode())
    ledger = Ledger()
    ledger.add(initial_changes(read_meeting_file(path), START, "test"))
    return MeetingProjection(ledger).meeting


def test_calendar_entry_becomes_a_meeting_with_its_people(tmp_path: Path) -> None:
    told = read(tmp_path, ENTRY)
    about = told.about
    assert (about.type, about.title, about.minutes) == ("SIP", "SIP-möte om hösten", 75)
    assert about.start is not None
    assert about.start.isoformat() == "2026-12-04T12:00:00+00:00"
    assert (about.place, about.link) == ("Vårdcentralen, rum 3", "https://video.example.org/rum-7")
    people = {who.name: (who.email, str(told.invitation(who.id).state)) for who in told.participants}
    assert people == {
        "Karin Ek": ("karin@example.org", "coming"),
        "Samir Haddad": ("samir@example.org", "coming"),
        "Ingrid Wallin": ("ingrid@example.org", "declined"),
    }
    caller = told.participant(about.called_by)
    assert caller is not None
    assert caller.name == "Karin Ek"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("DTEND;TZID=Europe/Stockholm:20261204T141500", "DTEND;TZID=Europe/Stockholm:20261204T120000", "ends before"),
        ("DTSTART;TZID=Europe/Stockholm:20261204T130000\n", "", "no day and time"),
        ("DTSTART;TZID=Europe/Stockholm:20261204T130000", "DTSTART:20261350T990000", "no day and time"),
        ("TZID=Europe/Stockholm:20261204T13", f"TZID={'A' * 300}:20261204T13", "cannot be read as a calendar entry"),
        ("VEVENT", "VTODO", "contains no meeting"),
        ("BEGIN:VCALENDAR\n", "", "calendar"),
    ],
)
def test_broken_entry_is_refused_with_one_sentence(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(MeetingFileError) as refused:
        read(tmp_path, ENTRY.replace(old, new))
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_entry_for_a_whole_day_with_a_duration_is_read(tmp_path: Path) -> None:
    text = ENTRY.replace("DTSTART;TZID=Europe/Stockholm:20261204T130000", "DTSTART;VALUE=DATE:20261204")
    told = read(tmp_path, text.replace("DTEND;TZID=Europe/Stockholm:20261204T141500", "DURATION:PT90M"))
    assert told.about.minutes == 90
    assert told.about.start is not None


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused_never_more(content: bytes) -> None:
    wrapped = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + content + b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    for tried in (content, wrapped):
        said = ""
        try:
            read_calendar("x.ics", tried)
        except MeetingFileError as refused:
            said = str(refused)
        assert "\n" not in said
