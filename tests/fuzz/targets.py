"""What arbitrary bytes are given to: each target refuses them in one sentence or takes them, and nothing else.

A target raises whatever it should not have raised. ``make fuzz`` runs them under atheris (coverage
guided), the suite with Hypothesis.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sip_tui.app.driver import TolerantParser, tolerant_decoder
from sip_tui.app.user_settings import read_settings
from sip_tui.meeting.notes.pads import tagged_lines
from sip_tui.meeting_file import MeetingFileError, read_meeting_file
from sip_tui.parsing.action_line import parse_action_line
from sip_tui.parsing.tagged_line import parse_tagged_line
from sip_tui.privacy import redact
from sip_tui.store import StoreError
from sip_tui.store.checkpoint import read_checkpoint
from sip_tui.store.index import INDEX, Index
from sip_tui.store.journal import LineError, decode_line, encode_line
from sip_tui.swedish.dates.parser import read_when
from tests.helpers.meetings import case, meeting, noted, written
from tests.helpers.minutes import read_back

TODAY = date(2026, 11, 27)
MEETING = case("cases", "erik-ak4.toml")


def meeting_file_toml(data: bytes) -> None:
    """A meeting file in TOML is read, or refused by name."""
    _meeting_file(data, "m.toml")


def meeting_file_json(data: bytes) -> None:
    """A meeting file in JSON is read, or refused by name."""
    _meeting_file(data, "m.json")


def _meeting_file(data: bytes, name: str) -> None:
    with TemporaryDirectory() as folder, suppress(MeetingFileError):
        read_meeting_file(_file(folder, name, data))


def journal(data: bytes) -> None:
    """A line of a journal is read as it was written, or is no line; a correct checksum does not help it."""
    for line in (data, b"%08x %s" % (zlib.crc32(data), data)):
        with suppress(LineError):
            changes, origin = decode_line(line)
            assert decode_line(encode_line(changes, origin=origin)[:-1]) == (changes, origin)


def checkpoint(data: bytes) -> None:
    """A meeting.json is read, or refused in one sentence."""
    with TemporaryDirectory() as folder, suppress(StoreError):
        read_checkpoint(_file(folder, "meeting.json", data))


def index(data: bytes) -> None:
    """An index that is rubbish is built again."""
    with TemporaryDirectory() as folder:
        _file(folder, INDEX, data)
        assert Index(Path(folder)).entries(iter(())) == []


def settings(data: bytes) -> None:
    """Settings that cannot be read leave the usual ones, and one sentence."""
    with TemporaryDirectory() as folder:
        assert "\n" not in read_settings(_file(folder, "config.toml", data)).trouble


def notes(data: bytes) -> None:
    """The minutes can be written whatever the notes hold, and read back."""
    assert read_back(written(meeting(notes=(noted(_text(data)),)), "full"))


def dates(data: bytes) -> None:
    """A time that somebody wrote is understood, asked about or left as it is."""
    read_when(_text(data), TODAY)


def action_line(data: bytes) -> None:
    """A one-line action always says what is to be done, or when."""
    line = " ".join(_text(data).split())
    read = parse_action_line(MEETING, line, TODAY)
    assert read.what or read.when_text or not line


def tagged_line(data: bytes) -> None:
    """A tagged line gives cells, or none."""
    for line in tagged_lines(_text(data)):
        parse_tagged_line(MEETING, line, today=TODAY)


def redaction(data: bytes) -> None:
    """What was found lies in the text, in order and apart, and the rest of the text is as it was."""
    text = _text(data)
    found = redact(text, names=["Maja Lindgren"])
    places = [0, *(place for finding in found.findings for place in (finding.start, finding.end)), len(text)]
    assert places == sorted(places)
    rest = [text[start:end] for start, end in zip(places[::2], places[1::2], strict=True)]
    assert all(part in found.text for part in rest)


def terminal_input(data: bytes) -> None:
    """Bytes from a terminal become events, or are thrown away."""
    parser = TolerantParser()
    for event in parser.feed(tolerant_decoder().decode(data, final=True)):
        assert event is not None


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (
        meeting_file_toml,
        meeting_file_json,
        journal,
        checkpoint,
        index,
        settings,
        notes,
        dates,
        action_line,
        tagged_line,
        redaction,
        terminal_input,
    )
}


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _file(folder: str, name: str, data: bytes) -> Path:
    path = Path(folder) / name
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    return path
