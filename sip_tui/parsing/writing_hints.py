"""Hints about the line that is being typed: tags, hard words, du-form, long sentences, vague words.

Hints are soft and few: each is one short sentence, the most important first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.notes.meant_tags import tag_meant
from sip_tui.parsing.jargon import JargonFinder, JargonMatch
from sip_tui.swedish.style import StyleFinding
from sip_tui.swedish.style.du_form import Addressee, find_about
from sip_tui.swedish.style.long_sentences import count_words, long_sentences
from sip_tui.swedish.style.vague_words import Lacks, find_vague

NOBODY = Addressee()
"""Nobody is known by name, nor by "patienten"."""


class HintKind(StrEnum):
    """What a hint is about."""

    TAG = "tag"
    WORD = "word"
    YOU = "you"
    LONG = "long"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint about a line: ``line[start:end] == words``."""

    kind: HintKind
    start: int
    end: int
    words: str
    message: str
    """The sentence for the user, translated; at most 76 signs."""
    fix: str | None = None
    """What to put in place of the words; None when the words are for the user to change."""


VAGUE_QUESTIONS = {
    Lacks.DAY: N_("“{words}” is vague – which day? Press {keys[line.fix]} to change it."),
    Lacks.OFTEN: N_("“{words}” is vague – how often? Press {keys[line.fix]} to change it."),
    Lacks.SIGN: N_("“{words}” is vague – who will notice, and when? Press {keys[line.fix]} to change it."),
    Lacks.ACT: N_("“{words}” is vague – what will be done, and by whom? Press {keys[line.fix]} to change it."),
    Lacks.SEEN: N_("“{words}” is vague – what will people notice? Press {keys[line.fix]} to change it."),
}
"""What to ask about a vague word, by what it leaves open."""
MOST_SIGNS = 76
"""The width of the line that a hint is shown on."""
_NEAR_TAG = re.compile(
    r"\s*(?P<tag>(?:[-*+]\s+)?#\s*(?:(?:nästa|nytt|ny)\s+(?:sip-?)?(?:möte|tid)\b|[^\W\d_]+))", re.IGNORECASE
)
_TAG = re.compile(r"\s*#(\w+)(?=\s|$)")
_TAGGED_QUOTES = frozenset({"citat", "quote"})
_MARKERS = re.compile(r"(?:\s|[-*+•>]\s|\d{1,2}[.)]\s|\[[ xX]\]\s|#{1,6}\s)*")
_QUOTED = re.compile(r"[”\"][^”\"]*(?:[”\"]|$)|“[^”“]*(?:[”“]|$)|„[^”“]*(?:[”“]|$)|»[^«»]*(?:[«»]|$)|«[^»]*(?:»|$)")


def line_hints(line: str, finder: JargonFinder, person: Addressee = NOBODY) -> tuple[Hint, ...]:
    """Find what could be written more simply in a line, the most important first.

    Args:
        line: One line of the pad, with its tag and its markers.
        finder: The words to look for.
        person: Who is to be spoken to, see ``phrasing.wording.addressee``.

    Returns:
        Hard words that nobody has asked about yet, once each; then du-form, long sentences and vague words. What is
        somebody's own words, a quotation or a quoted line, is only looked through for hard words.
    """
    start = _begins(line)
    hints = [*_tag_meant(line), *_words(line, start, finder)]
    if not _is_quote(line):
        quoted = [match.span() for match in _QUOTED.finditer(line, start)]
        found = [*_you(line[start:], person), *_long(line[start:]), *_vague(line[start:])]
        moved = (_moved(hint, start) for hint in found)
        hints += [hint for hint in moved if not _touches(hint, quoted)]
    return tuple(hints)


def jargon_spans(line: str, finder: JargonFinder) -> tuple[tuple[int, int], ...]:
    """Give the spans of a line that get a quiet mark: the hard words that have not been explained."""
    start = _begins(line)
    hits = finder.find(line[start:] if start else line)
    return tuple((hit.start + start, hit.end + start) for hit in hits if not hit.explained)


def _begins(line: str) -> int:
    """Where the words of a line begin: after its tag and the markers of Markdown."""
    tag = _TAG.match(line)
    found = _MARKERS.match(line, tag.end() if tag else 0)
    return found.end() if found else 0


def _is_quote(line: str) -> bool:
    tag = _TAG.match(line)
    return line.lstrip().startswith(">") or bool(tag and tag[1].casefold() in _TAGGED_QUOTES)


def _tag_meant(line: str) -> Iterator[Hint]:
    """Ask whether a tag was meant that nearly stands there."""
    tag = tag_meant(line)
    found = _NEAR_TAG.match(line) if tag else None
    if tag and found:
        fix = f"#{tag.word(language())}"
        message = _fill(_("“{words}”: did you mean {fix}? Press {keys[line.fix]} to change it."), found["tag"], fix=fix)
        yield Hint(HintKind.TAG, found.start("tag"), found.end("tag"), found["tag"], message, fix)


def _words(line: str, start: int, finder: JargonFinder) -> Iterator[Hint]:
    seen: set[str] = set()
    for hit in finder.find(line[start:]):
        if not (hit.explained or hit.asked or hit.term in seen):
            seen.add(hit.term)
            yield _moved(_word(hit), start)


def _word(hit: JargonMatch) -> Hint:
    message = _fill(_("“{words}” is a hard word. Press {keys[pad.term]} and the chair will ask."), hit.words)
    return Hint(HintKind.WORD, hit.start, hit.end, hit.words, message)


def _you(text: str, person: Addressee) -> Iterator[Hint]:
    for found in find_about(text, person):
        sure = _("“{words}” → “{fix}”. Press {keys[line.fix]} to change it.")
        unsure = _("“{words}”: write “du” or “dig”. Press {keys[line.fix]} to change it.")
        yield _hint(HintKind.YOU, found, _fill(sure if found.fix else unsure, found.words, fix=found.fix or ""))


def _vague(text: str) -> Iterator[Hint]:
    for found in find_vague(text):
        yield _hint(HintKind.VAGUE, found, _fill(_(VAGUE_QUESTIONS[found.lacks]), found.words))


def _long(text: str) -> Iterator[Hint]:
    for found in long_sentences(text):
        cut = _("A long sentence: {count} words. Press {keys[line.fix]} to split it.")
        whole = _("A long sentence: {count} words. Could it be two?")
        yield _hint(
            HintKind.LONG, found, (cut if found.fix else whole).format(count=count_words(found.words), keys=KEYS)
        )


def _hint(kind: HintKind, found: StyleFinding, message: str) -> Hint:
    return Hint(kind, found.start, found.end, found.words, message, found.fix)


def _moved(hint: Hint, by: int) -> Hint:
    return Hint(hint.kind, hint.start + by, hint.end + by, hint.words, hint.message, hint.fix)


def _touches(hint: Hint, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < hint.end and hint.start < end for start, end in spans)


def _fill(sentence: str, words: str, **more: str) -> str:
    """Fill in a sentence; the user's words stand on one line, and are cut where the line would be too long."""
    room = MOST_SIGNS - len(sentence.format(words="", keys=KEYS, **more))
    plain = "".join(sign for sign in " ".join(words.split()) if sign.isprintable())
    cut = plain if len(plain) <= room else plain[: room - 1].rstrip() + "…"
    return sentence.format(words=cut, keys=KEYS, **more)
