"""What a line of a pad is: "#åtgärd Samir ringer skolan" is an action, "- [ ] ringa" a task, the rest is notes.

A tag is a whole word after a ``#`` that begins the line, in Swedish or English, in small or capital letters and with
or without its dots and rings: ``#atgard`` is ``#åtgärd``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import combining, normalize


@dataclass(frozen=True, slots=True)
class Tag:
    """A word that makes a line a row."""

    key: str
    """The tag's name in code, which is its English word as well."""
    table: str
    """The table that its rows are in."""
    swedish: str

    def word(self, language: str) -> str:
        """The word in a language: ``sv`` or ``en``."""
        return self.swedish if language == "sv" else self.key


TAGS = (
    Tag("action", "actions", "åtgärd"),
    Tag("goal", "goals", "mål"),
    Tag("subgoal", "goals", "delmål"),
    Tag("decision", "resolutions", "beslut"),
    Tag("term", "terms", "begrepp"),
    Tag("quote", "quotes", "citat"),
    Tag("disagreement", "disagreements", "oenighet"),
    Tag("park", "parked", "parkera"),
    Tag("info", "information", "info"),
)
"""Every tag, the most used first; the first of a table is the one that an ordinary line gets."""


@dataclass(frozen=True, slots=True)
class TaggedLine:
    """A line that begins with a tag."""

    key: str
    """Which tag, see ``TAGS``."""
    table: str
    rest: str
    """What stands after the tag; empty when nothing does."""
    line: str
    """The whole line without the blanks around it."""


def _bare(word: str) -> str:
    """The word in small letters, without accents."""
    return "".join(one for one in normalize("NFD", word.casefold()) if not combining(one))


_WORDS: Mapping[str, Tag] = {
    spelling: tag for tag in TAGS for word in (tag.key, tag.swedish) for spelling in (word, _bare(word))
}
_TAGGED = re.compile(r"#(?P<word>[^\s:#]+)(?:\s*:|\s|$)\s*(?P<rest>.*)", re.DOTALL)
_BEGINS = re.compile(r"\n[ \t]*(#[^\n]++)(?=\n)")
"""A complete line that begins with a ``#``. It begins with a newline itself, so that long texts are searched fast."""
_MARKER = re.compile(r"\s*(?:(?:[-*+]|\d{1,9}[.)])(?:\s+|$))?(?:\[[ xX]\](?:\s+|$))?")
_TASK = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+\[ \]\s+(?P<text>\S.*)")


def parse_tagged(line: str) -> TaggedLine | None:
    """Read a line that begins with a tag; None for every other line."""
    whole = line.strip()
    found = _TAGGED.fullmatch(whole)
    tag = _tag(found["word"]) if found else None
    return TaggedLine(tag.key, tag.table, found["rest"], whole) if found and tag else None


def _tag(word: str) -> Tag | None:
    # Nearly every word is written as in the table, and the rest costs more.
    return _WORDS.get(word) or _WORDS.get(_bare(word))


def tagged_lines(text: str) -> tuple[TaggedLine, ...]:
    """The complete lines with a tag and something after it, in their order: those that make rows."""
    plain = _with_newlines(text)
    found = map(parse_tagged, _BEGINS.findall(f"\n{plain}")) if "#" in plain else ()
    return tuple(one for one in found if one and one.rest)


def _with_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def tag_completions(prefix: str, language: str) -> tuple[str, ...]:
    """The tag words that begin so, the most used first.

    Args:
        prefix: What stands after the ``#``, in any spelling that a tag may have; empty for all words.
        language: ``sv`` for the Swedish words, ``en`` for the English ones.
    """
    words = (tag.word(language) for tag in TAGS)
    return tuple(word for word in words if _bare(word).startswith(_bare(prefix)))


def to_tagged_line(line: str, kind: str, language: str) -> str:
    """Make an ordinary line one that becomes a row: its list marker or its tag goes, the tag comes.

    Args:
        line: One line of a pad.
        kind: A table ("goals"), or a tag's key when the table has two tags ("subgoal").
        language: The language of the tag's word, ``sv`` or ``en``.

    Raises:
        ValueError: No tag makes rows of that kind.
    """
    tag = next((one for one in TAGS if kind in (one.table, one.key)), None)
    if tag is None:
        raise ValueError(f"no tag makes a row in {kind!r}")
    text = line[_end_of_marker(line) :].strip()
    before = parse_tagged(text)
    return f"#{tag.word(language)} {before.rest if before else text}"


def open_tasks(text: str) -> tuple[tuple[int, str], ...]:
    """The open tasks of a pad, ``- [ ] ringa``, that are no tagged lines yet: the line's index and its words."""
    lines = enumerate(_with_newlines(text).split("\n"))
    found = ((number, _TASK.fullmatch(line)) for number, line in lines if "[ ]" in line)
    return tuple((number, one["text"].strip()) for number, one in found if one and not parse_tagged(one["text"]))


def _end_of_marker(line: str) -> int:
    marker = _MARKER.match(line)
    return marker.end() if marker else 0
