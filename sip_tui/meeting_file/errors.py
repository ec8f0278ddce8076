"""How a meeting file is refused: one sentence that names the place, what is wrong there and what to write instead."""

from __future__ import annotations

import json
from collections.abc import Iterable
from difflib import get_close_matches

from sip_tui.i18n.translation import _

MAX_SHOWN = 40
"""So many characters of a wrong value are shown; the place says where the rest is."""
MAX_CHOICES = 12
"""So many right answers are listed; a longer list helps nobody."""


class MeetingFileError(Exception):
    """The file was refused and nothing was made of it; the text is the whole sentence."""

    code = 1
    """The exit code of the command line (design §6)."""


class MeetingFileMissingError(MeetingFileError):
    """There is no such file."""

    code = 2


def quoted(value: object) -> str:
    """Show a value as the file writes it, shortened; a list or a table only by its brackets."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    if isinstance(value, str):
        return json.dumps(value if len(value) <= MAX_SHOWN else value[:MAX_SHOWN] + "…", ensure_ascii=False)
    return json.dumps(value) if isinstance(value, bool | int | float) else str(value)


def list_choices(words: Iterable[str]) -> str:
    """List the right answers, the first dozen of them."""
    every = list(words)
    return ", ".join(every[:MAX_CHOICES]) + (" …" if len(every) > MAX_CHOICES else "")


def closest_match(word: str, right: Iterable[str]) -> str:
    """The right word that looks most like this one; empty when none does."""
    folded = {one.casefold(): one for one in right}
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


def wrong_value(path: str, value: object, wanted: str) -> MeetingFileError:
    """The value at this place is not what is wanted there."""
    return MeetingFileError(_("{path} = {value}: {wanted}").format(path=path, value=quoted(value), wanted=wanted))


def unknown_name(path: str, word: str, right: Iterable[str], *, table: bool = False) -> MeetingFileError:
    """Nothing has this name; the nearest right one is offered, else all of them."""
    no_such = _("there is no such table") if table else _("there is no such field")
    every = list(right)
    near = closest_match(word, every)
    help_ = (
        _("did you mean {word}?").format(word=near)
        if near
        else _("there are {words}").format(words=list_choices(every))
    )
    return MeetingFileError(f"{path}: {no_such}; {help_}")
