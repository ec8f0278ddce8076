"""Checks of single values: each returns what is stored, or refuses with the path and what to write."""

from __future__ import annotations

from collections.abc import Callable, Sized
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import Value, format_time
from sip_tui.meeting.model.text import clean
from sip_tui.meeting_file.errors import MeetingFileError, closest_match, list_choices, quoted, wrong_value
from sip_tui.meeting_file.vocabulary import CONSENTS, TokenWords

Check = Callable[[str, object], Value]
"""Takes path and value; raises MeetingFileError."""

ZONE = ZoneInfo("Europe/Stockholm")
"""The zone of a time without one."""
DAY = 24 * 60
"""Minutes."""
MAX_ROWS = 500
"""Rows or texts of a list: ten times what the largest meeting needs."""
YEARS = range(1900, 2200)
"""Years in which a meeting can begin."""


def text(path: str, value: object) -> str:
    """Accept any text, without its control characters; refuse a lone surrogate, which no file can hold."""
    if not isinstance(value, str):
        raise wrong_value(path, value, _("write a text in quotation marks"))
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise MeetingFileError(_("{path}: the text contains a broken character; write it again").format(path=path))
    return clean(value)


def non_empty(path: str, value: object) -> str:
    """Accept a text that is not blank."""
    words = text(path, value)
    if not words.strip():
        raise MeetingFileError(_("{path} is empty; write it").format(path=path))
    return words


def day(path: str, value: object) -> str:
    """Accept a day in the user's own words, or a TOML date."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date) else text(path, value)


def consent(path: str, value: object) -> str:
    """Accept an answer about consent: other words would count as a yes that nobody has given."""
    return str(one_of(CONSENTS)(path, value))


def texts(path: str, value: object) -> list[str]:
    """Accept a list of texts."""
    if not isinstance(value, list):
        raise wrong_value(path, value, _("write a list of texts, in square brackets"))
    require_few(path, value)
    return [text(f"{path}[{place}]", item) for place, item in enumerate(value, 1)]


def require_few(path: str, items: Sized) -> None:
    """Refuse a list of more than MAX_ROWS."""
    if len(items) > MAX_ROWS:
        sentence = _("{name} has {count} rows; a meeting file has at most {most}")
        raise MeetingFileError(sentence.format(name=path, count=len(items), most=MAX_ROWS))


def boolean(path: str, value: object) -> bool:
    """Accept true or false."""
    if not isinstance(value, bool):
        raise wrong_value(path, value, _("write true or false, without quotation marks"))
    return value


def minutes(least: int) -> Check:
    """Return a check of whole minutes, from ``least`` to a day."""

    def check(path: str, value: object) -> int:
        """Accept whole minutes."""
        if type(value) is not int or not least <= value <= DAY:
            sentence = _("write whole minutes, from {least} to {most}, without quotation marks")
            raise wrong_value(path, value, sentence.format(least=least, most=DAY))
        return value

    return check


def one_of(words: TokenWords) -> Check:
    """Return a check that converts one of these words, in any case, to its token."""

    def check(path: str, value: object) -> str:
        """Accept a known word and return its token."""
        word = text(path, value)
        token = words.get(" ".join(word.casefold().split()))
        if token is None:
            near = closest_match(word, words)
            help_ = _("did you mean {word}?").format(word=near) if near else ""
            raise wrong_value(path, value, help_ or _("write one of {words}").format(words=list_choices(tokens(words))))
        return token

    return check


def tokens(words: TokenWords) -> list[str]:
    """List the tokens, each once, in the order of the model."""
    return [token for token in dict.fromkeys(words.values()) if token]


def start(path: str, value: object) -> str:
    """Accept a time in YEARS and return it as stored; without a zone it is Swedish time, and a date is its midnight."""
    try:
        at = _as_time(value)
        if at.year not in YEARS:
            raise ValueError
        return format_time(at if at.tzinfo else at.replace(tzinfo=ZONE))
    except (ValueError, OverflowError) as error:
        sentence = _("{path}: {value} is not a date; write {example}")
        raise MeetingFileError(sentence.format(path=path, value=quoted(value), example="2026-11-27T13:00")) from error


def _as_time(value: object) -> datetime:
    if isinstance(value, str):
        value = datetime.fromisoformat(value.strip())
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if not isinstance(value, datetime):
        raise ValueError
    value.astimezone(UTC)
    return value
