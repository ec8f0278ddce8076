"""Prepared meetings: a TOML or JSON file, read, checked against ``schema`` and turned into edits.

An unknown name is refused with its path and the closest right one. Texts are kept as they are.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from sip_tui.i18n.file_errors import file_error_reason
from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import Change, Edit
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.meeting_file.edits import edits_of
from sip_tui.meeting_file.errors import MeetingFileError, MeetingFileMissingError, quoted
from sip_tui.meeting_file.schema import check_tables
from sip_tui.meeting_file.shown import edits_of_shown, is_shown
from sip_tui.paths import IrregularFileError, TooLargeError, parse_toml, read_file
from sip_tui.patterns import pattern

__all__ = ["MeetingFileError", "MeetingFileMissingError", "initial_changes", "read_meeting_file"]

MAX_BYTES = 1_000_000
"""A prepared meeting takes a few thousand bytes, one that has been held some hundred thousand."""
_PLACE = pattern(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def read_meeting_file(path: Path) -> tuple[Edit, ...]:
    """Read a prepared meeting.

    Args:
        path: A TOML or JSON file in UTF-8, or a calendar file (.ics); at most MAX_BYTES.

    Returns:
        The edits that make the meeting out of nothing.

    Raises:
        MeetingFileMissingError: There is no such file.
        MeetingFileError: The file cannot be read, or something in it is unknown.
    """
    if path.suffix.lower() == ".ics":
        from sip_tui.meeting_file.calendar import read_calendar  # icalendar is slow to load and seldom needed

        return edits_of(*check_tables(read_calendar(path.name, _bytes(path))))
    tables = read_tables(path)
    return edits_of_shown(tables) if is_shown(tables) else edits_of(*check_tables(tables))


def initial_changes(edits: Iterable[Edit], at: datetime, writer: str) -> list[Change]:
    """Stamp the edits of a new meeting."""
    return Ledger().stamp(edits, int(at.timestamp() * 1000), writer)


def read_tables(path: Path) -> dict[str, Any]:
    """Parse TOML or JSON, by suffix, else by the first character; raise MeetingFileError for anything else."""
    text = _decoded(path, _bytes(path))
    if path.suffix.lower() == ".json" or (path.suffix.lower() != ".toml" and text.lstrip().startswith("{")):
        return _json(path, text)
    return _toml(path, text)


def _bytes(path: Path) -> bytes:
    try:
        return read_file(path, MAX_BYTES)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MeetingFileMissingError(_("{file}: there is no such file").format(file=path)) from error
    except IsADirectoryError as error:
        raise MeetingFileError(_("{file} is a folder; name the meeting file in it").format(file=path)) from error
    except TooLargeError as error:
        sentence = _("{file} is larger than 1 MB, so it is not a meeting file")
        raise MeetingFileError(sentence.format(file=path)) from error
    except IrregularFileError as error:
        raise MeetingFileError(_("{path} is not an ordinary file").format(path=path)) from error
    except (OSError, ValueError) as error:
        reason = file_error_reason(error)
        raise MeetingFileError(_("{file} cannot be read: {reason}").format(file=path, reason=reason)) from error


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        sentence = _("{file}, line {line}: this is not UTF-8; save the file as UTF-8 and try again")
        raise MeetingFileError(sentence.format(file=path, line=line)) from error


def _toml(path: Path, text: str) -> dict[str, Any]:
    try:
        return parse_toml(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = place[1] if place and place[1] else text.count("\n") + 1
        raise _broken(path, "TOML", line, _PLACE.sub("", str(error))) from error
    except ValueError as error:
        raise _beyond(path) from error


def _json(path: Path, text: str) -> dict[str, Any]:
    try:
        tables = json.loads(text, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise _broken(path, "JSON", error.lineno, error.msg) from error
    except (RecursionError, ValueError) as error:
        raise _beyond(path) from error
    if not isinstance(tables, dict):
        raise MeetingFileError(_("{file}: a meeting in JSON begins with {{ and ends with }}").format(file=path))
    return tables


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a repeated key, of which JSON would keep the last."""
    table = dict(pairs)
    if len(table) < len(pairs):
        twice = next(name for name, times in Counter(name for name, _value in pairs).items() if times > 1)
        raise MeetingFileError(_("{name} is written twice in one place").format(name=quoted(twice)))
    return table


def _broken(path: Path, language: str, line: str | int, reason: str) -> MeetingFileError:
    sentence = _("{file}, line {line}: this is not {language} ({reason})")
    return MeetingFileError(sentence.format(file=path, line=line, language=language, reason=reason))


def _beyond(path: Path) -> MeetingFileError:
    return MeetingFileError(_("{file}: a number is too large, or tables are nested too deeply").format(file=path))
