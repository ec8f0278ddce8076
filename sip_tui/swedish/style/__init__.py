"""Style: the du-form, vague words and long sentences, each found as ``StyleFinding``s."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

_GOES_ON = re.compile(r"(?::[ \t*_]*|[^\s.!?…:;|•>] [-–] )\Z")


@dataclass(frozen=True, slots=True)
class StyleFinding:
    """Words in a text, ``text[start:end] == words``, with what may be put in their place."""

    start: int
    end: int
    words: str
    fix: str | None = None
    """What to put in place of the words; None when that is for a human to say."""


AnyFound = TypeVar("AnyFound", bound=StyleFinding)


def composed(text: str) -> tuple[str, Sequence[int]]:
    """Put letters and their marks together (NFC), so that å is one sign however it was typed.

    Returns:
        The text, and for each sign of it, and for its end, the index in ``text`` as it was typed.
    """
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text) + 1)
    starts = [at for at, sign in enumerate(text) if not at or not unicodedata.combining(sign)]
    signs: list[str] = []
    places: list[int] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        sign = unicodedata.normalize("NFC", text[start:end])
        signs.append(sign)
        places.extend([start] * len(sign))
    return "".join(signs), [*places, len(text)]


def as_typed(text: str, finder: Callable[[str], Iterable[AnyFound]]) -> tuple[AnyFound, ...]:
    """Let a finder look at the text with its letters put together, and say where its words stand as typed."""
    plain, at = composed(text)
    if plain is text:
        return tuple(finder(plain))
    typed = ((found, at[found.start], at[found.end]) for found in finder(plain))
    return tuple(replace(found, start=start, end=end, words=text[start:end]) for found, start, end in typed)


def is_shouted(text: str, start: int, end: int) -> bool:
    """Tell whether the line around ``text[start:end]`` is in capitals too: "ML orkar" is no shouting."""
    line, close = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return not any(map(str.islower, text[line:start] + text[end : close if close >= 0 else None]))


def goes_on(text: str, start: int) -> bool:
    """Tell whether no sentence begins at a place: a colon stands before it, or a dash in the middle of a line."""
    return _GOES_ON.search(text, max(0, start - 8), start) is not None
