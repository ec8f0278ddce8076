"""Errors of a prepared meeting: a sentence with the path, what is wrong and what to write instead."""

from __future__ import annotations

import json
from collections.abc import Iterable
from difflib import get_close_matches

from sip_tui.i18n.translation import _

MAX_SHOWN = 40
"""Characters of a wrong value that are shown."""
MAX_CHOICES = 12
"""Right answers that are listed."""


class MeetingFileError(Exception):
    """The file was refused; the text is the whole sentence."""

    code = 1
    """Exit code."""


class MeetingFileMissingError(MeetingFileError):
    """There is no such file."""

    code = 2


def quoted(value: object) -> str:
    """Quote a value as the file writes it, shortened; a list or a table by its brackets."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    if isinstance(value, str):
        return json.dumps(value if len(value) <= MAX_SHOWN else value[:MAX_SHOWN] + "…", ensure_ascii=False)
    try:
        written = json.dumps(value) if isinstance(value, bool | int | float) else str(value)
        return written if len(written) <= MAX_SHOWN else written[:MAX_SHOWN] + "…"
    except ValueError:  # Python writes no whole number of more than 4,300 digits; TOML has them in hexadecimal
        return "…"


def list_choices(words: Iterable[str]) -> str:
    """Join the first MAX_CHOICES right answers."""
    choices = list(words)
    return ", ".join(choices[:MAX_CHOICES]) + (" …" if len(choices) > MAX_CHOICES else "")


def closest_match(word: str, right: Iterable[str]) -> str:
    """Return the right word most similar to this one; empty when none is."""
    folded = {name.casefold(): name for name in right}
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


def wrong_value(path: str, value: object, wanted: str) -> MeetingFileError:
    """Build the error for a value that is not what its path wants."""
    return MeetingFileError(_("{path} = {value}: {wanted}").format(path=path, value=quoted(value), wanted=wanted))


def unknown_name(path: str, word: str, right: Iterable[str], *, table: bool = False) -> MeetingFileError:
    """Build the error for an unknown table or field, with the closest right name or all of them."""
    no_such = _("there is no such table") if table else _("there is no such field")
    names = list(right)
    near = closest_match(word, names)
    help_ = (
        _("did you mean {word}?").format(word=near)
        if near
        else _("there are {words}").format(words=list_choices(names))
    )
    return MeetingFileError(f"{path}: {no_such}; {help_}")
