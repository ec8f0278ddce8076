"""Pads: their text, which changes by splices, and the tagged lines and tasks in it.

"#åtgärd Samir ringer skolan" is an action, "- [ ] ringa" a task, the rest is notes. A tag is a whole word after a ``#``
that begins the line, in Swedish or English; case and diacritics make no difference: ``#atgard`` is ``#åtgärd``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple
from unicodedata import combining, normalize

from sip_tui.meeting.log.change import Edit, as_edits
from sip_tui.meeting.model.enums import Seat
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.patterns import pattern


class Tag(NamedTuple):
    """A word that makes a line a row."""

    key: str
    """The tag's name in code, and its English word."""
    table: str
    """The table that its rows are in; a tag of a single row, such as "about", fills in fields of that row."""
    swedish: str
    older: tuple[str, ...] = ()
    """Swedish words that it had before, or is called as well, still read."""

    def word(self, language: str) -> str:
        """The word in a language: ``sv`` or ``en``."""
        return self.swedish if language == "sv" else self.key


TAGS = (
    Tag("action", "actions", "åtgärd"),
    Tag("goal", "goals", "mål"),
    Tag("subgoal", "goals", "delmål"),
    Tag("decision", "resolutions", "beslut"),
    Tag("term", "terms", "ord", older=("begrepp",)),
    Tag("quote", "quotes", "citat"),
    Tag("disagreement", "disagreements", "olika", older=("oenighet", "oense")),
    Tag("park", "parked", "senare", older=("parkera",)),
    Tag("info", "information", "info"),
    Tag("question", "questions", "fråga"),
    Tag("meeting", "about", "möte"),
    Tag("coordinator", "between", "huvudansvarig", older=("samordnare",)),
)
"""Every tag, the most used first; the first of a table is the one that an ordinary line gets."""


class TaggedLine(NamedTuple):
    """A line that begins with a tag."""

    key: str
    """Which tag, see ``TAGS``."""
    table: str
    rest: str
    """What follows the tag; may be empty."""
    line: str
    """The whole line, stripped."""


def pad_id(phase: str, seat: str) -> str:
    """The row id of the pad of a phase and a seat."""
    return f"{phase}-{seat}"


def is_secretary_seat(seat: str) -> bool:
    """Check whether a seat is a secretary's, also a second one's: "secretary-2"."""
    return seat == Seat.SECRETARY or seat.startswith(f"{Seat.SECRETARY}-")


def secretary_texts(meeting: Meeting, phase: str, besides: str = "") -> tuple[str, ...]:
    """What the secretaries have written in a phase, the first secretary first, without empty pads and one seat's."""
    pads = sorted((pad.seat, pad.text) for pad in meeting.notes if pad.phase == phase and is_secretary_seat(pad.seat))
    return tuple(text for seat, text in pads if text.strip() and seat != besides)


def chair_texts(meeting: Meeting, phase: str, besides: str = "") -> tuple[str, ...]:
    """What the chairs have written for themselves in a phase, each machine's own, without empty pads and one seat's."""
    pads = sorted((pad.seat, pad.text) for pad in meeting.notes if pad.phase == phase)
    own = [(seat, text) for seat, text in pads if seat.partition("-")[0] == Seat.CHAIR and text.strip()]
    return tuple(text for seat, text in own if seat != besides)


def completed_name(before: str, names: Sequence[str]) -> str:
    """Return what is missing of the name whose beginning stands at the end of a text; empty when none fits.

    A beginning has at least two letters, and is that of a word of the name: "Sam" and "Had" are both of Samir Haddad.
    Given names come before surnames, for they are what people are called: "An" is Anna and not Erik Andersson.
    """
    begun = _BEGUN_NAME.search(before)
    if begun is None:
        return ""
    given, others = [name.split()[:1] for name in names], [name.split()[1:] for name in names]
    words = dict.fromkeys(word for part in (*given, *others) for word in part)
    fits = [word for word in words if word.casefold().startswith(begun[0].casefold()) and len(word) > len(begun[0])]
    return fits[0][len(begun[0]) :] if fits else ""


_BEGUN_NAME = pattern(r"(?<!\w)[^\W\d_]{2,}\Z")


def write_pad(meeting: Meeting, phase: str, seat: str, text: str) -> tuple[Edit, ...]:
    """Replace a pad's text by one splice; a new pad also gets its phase and seat."""
    before = meeting.pad_text(phase, seat)
    if before == text:
        return ()
    row = pad_id(phase, seat)
    place = () if before else as_edits("notes", row, [("phase", phase), ("seat", str(seat))])
    return (*place, Edit("notes", row, "text", smallest_splice(before, text)))


def smallest_splice(before: str, after: str) -> list[int | str]:
    """Compute the smallest ``[at, gone, text]``, in code points, that turns one text into the other."""
    b, a = len(before), len(after)
    start = _longest(lambda low, high: before[low:high] == after[low:high], min(b, a))
    end = _longest(lambda low, high: before[b - high : b - low] == after[a - high : a - low], min(b, a) - start)
    return [start, b - start - end, after[start : a - end]]


def _longest(alike: Callable[[int, int], bool], most: int) -> int:
    """How far two texts are alike, by bisection: texts are long, changes small, and slices compare fast."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if alike(low, middle) else (low, middle - 1)
    return low


def _plain(word: str) -> str:
    """The word in lower case, without diacritics."""
    return "".join(letter for letter in normalize("NFD", word.casefold()) if not combining(letter))


_TAG_BY_WORD: Mapping[str, Tag] = {
    spelling: tag
    for tag in TAGS
    for word in (tag.key, tag.swedish, *tag.older)
    if word
    for spelling in (word, _plain(word))
}
_TAGGED = pattern(r"#(?P<word>[^\s:#]+)(?:\s*:|\s|$)\s*(?P<rest>.*)", re.DOTALL)
_COMPLETE_LINE = pattern(r"\n[ \t]*(#[^\n]++)(?=\n)")
"""A complete line that begins with a ``#``. The pattern begins with a newline, so that long texts are searched fast."""
_NEAR_TAG = pattern(r"(?P<marker>[-*+]\s+)?#(?P<gap>\s*)(?P<word>[^\W\d_]+)[:.,]?\s+\S.*", re.DOTALL)
_ENDINGS = pattern(r"(?:er|erna|en|et|ar|arna|n|na|t|s|es|rmation)?")
_MARKER = pattern(r"\s*(?:(?:[-*+]|\d{1,9}[.)])(?:\s+|$))?(?:\[[ xX]\](?:\s+|$))?")
_TASK = pattern(r"\s*(?:[-*+]|\d{1,9}[.)])\s+\[ \]\s+(?P<text>\S.*)")


def parse_tagged(line: str) -> TaggedLine | None:
    """Parse a line that begins with a tag; None for any other line."""
    whole = line.strip()
    found = _TAGGED.fullmatch(whole)
    tag = _tag_of(found["word"]) if found else None
    return TaggedLine(tag.key, tag.table, found["rest"], whole) if found and tag else None


def near_tag(line: str) -> Tag | None:
    """Return the tag that a line nearly begins with: ``#åtg …``, ``#åtgärder …``, ``# åtgärd …`` or ``- #åtgärd …``.

    None for a tagged line, for a line without words after it, and for a heading such as ``# Mål för hösten``.
    """
    whole = line.strip()
    found = _NEAR_TAG.fullmatch(whole) if "#" in whole[:4] else None
    if found is None or parse_tagged(whole):
        return None
    tag = _tag_of(found["word"])
    if found["gap"]:
        return tag if found["word"].islower() else None
    return tag or _similar_tag(_plain(found["word"]))


def _tag_of(word: str) -> Tag | None:
    # Nearly every word is spelt as in the table, and normalizing costs more.
    return _TAG_BY_WORD.get(word) or _TAG_BY_WORD.get(_plain(word))


def _similar_tag(word: str) -> Tag | None:
    """The tag that a word abbreviates, inflects or misspells."""
    # Imported here because hardly any line needs it.
    from difflib import get_close_matches

    if len(word) < 3:
        return None
    for spelling, tag in _TAG_BY_WORD.items():
        if (
            f"{spelling.removesuffix('a')}or" == word
            or spelling.startswith(word)
            or (word.startswith(spelling) and _ENDINGS.fullmatch(word, len(spelling)))
        ):
            return tag
    close = get_close_matches(word, _TAG_BY_WORD, n=1, cutoff=0.82)
    return _TAG_BY_WORD[close[0]] if close else None


def tagged_lines(text: str) -> tuple[TaggedLine, ...]:
    """The complete tagged lines with something after the tag, in order: those that make rows."""
    found = map(parse_tagged, _COMPLETE_LINE.findall(f"\n{_unix_newlines(text)}")) if "#" in text else ()
    return tuple(line for line in found if line and line.rest)


def _unix_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def tag_completions(prefix: str, language: str) -> tuple[str, ...]:
    """The tag words in a language (``sv`` or ``en``) that begin with a prefix, the most used first."""
    words = (tag.word(language) for tag in TAGS)
    return tuple(word for word in words if _plain(word).startswith(_plain(prefix)))


def to_tagged_line(line: str, kind: str, language: str) -> str:
    """Replace a line's list marker or tag by the tag of a table ("goals") or with a key ("subgoal").

    Raises:
        ValueError: No tag makes rows of that kind.
    """
    tag = next((tag for tag in TAGS if kind in (tag.table, tag.key)), None)
    if tag is None:
        raise ValueError(f"no tag makes a row in {kind!r}")
    text = _MARKER.sub("", line, count=1).strip()
    before = parse_tagged(text)
    return f"#{tag.word(language)} {before.rest if before else text}"


def open_tasks(text: str) -> tuple[tuple[int, str], ...]:
    """The open tasks of a pad, ``- [ ] ringa``, without a tag: the line's index and its words."""
    lines = enumerate(_unix_newlines(text).split("\n"))
    found = ((number, _TASK.fullmatch(line)) for number, line in lines if "[ ]" in line)
    return tuple((number, task["text"].strip()) for number, task in found if task and not parse_tagged(task["text"]))
