"""The topic that the person asked to keep out: left out word for word, and looked at where something near it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.minutes.redaction.document import MaskedFinding
from sip_tui.minutes.redaction.free_text import FREE_TEXT, map_fields
from sip_tui.minutes.redaction.policy import RedactionPolicy
from sip_tui.privacy import Finding, context_of
from sip_tui.swedish.grammar.adverbials import is_adverb

SHORTEST_TOPIC = 6
"""Letters; a shorter topic is a word that may stand anywhere, and is only looked at."""
KIND = "kept_out"
_SMALL = """
    och att det den der som vad hur var när men inte med för från till över under hos mot vid utan efter innan mellan
    han hon hen hans hennes deras min mitt mina din ditt dina sin sitt sina vår vårt våra ett alla allt något någon
    har hade ska ville vill kan blev blir finns saker sak
    våras somras höstas vintras våren sommaren hösten vintern året fjol förra veckan månaden julas påskas natten dagen
    the and that what how about with from his her their not for was has
"""
_SMALL_WORDS = frozenset(_SMALL.split())
"""Words that say nothing of what a topic is about."""
_LONG = 9
"""Letters; a longer word is most often made of a shorter one."""
_SENTENCE = re.compile(r"[^.!?\n]+")


def whole_topic(topic: str) -> re.Pattern[str] | None:
    """Return what finds a topic word for word, whatever stands between its words; None for one that is too short."""
    words = re.findall(r"\w+", topic)
    if sum(map(len, words)) < SHORTEST_TOPIC:
        return None
    return re.compile(r"\W+".join(map(re.escape, words)), re.IGNORECASE)


def omit_topic(meeting: Meeting, topic: str) -> Meeting:
    """Return the meeting without the topic that the person asked to keep out, wherever it stands word for word."""
    pattern = whole_topic(topic)
    if pattern is None:
        return meeting
    return map_fields(meeting, FREE_TEXT, lambda _row, _name, text: pattern.sub(_("[left out]"), text))


def near_topic(text: str, topic: str, policy: RedactionPolicy) -> list[MaskedFinding]:
    """Return what was left out of a text, and what is near the topic: it stands until somebody has looked at it."""
    places = (found.span() for found in re.finditer(re.escape(_("[left out]")), text))
    gone = [MaskedFinding(_finding(text, *place), _("[left out]"), is_kept=False) for place in places]
    near = [(hit, text[hit.start : hit.end]) for hit in _near(text, topic)]
    return gone + [
        MaskedFinding(hit, words, policy.is_kept(hit, words), policy.is_pending(hit, words)) for hit, words in near
    ]


def _near(text: str, topic: str) -> Iterator[Finding]:
    """Find the sentences that hold nearly all words of a topic, in any order and inflected."""
    stems = _stems(topic)
    for sentence in _SENTENCE.finditer(text) if stems else ():
        places = [stem.search(text, sentence.start(), sentence.end()) for stem in stems]
        there = [place for place in places if place]
        if len(there) >= max(min(len(stems), 2), len(stems) - 1):
            yield _finding(text, min(place.start() for place in there), max(place.end() for place in there))


def covering(left_out: Sequence[Finding], others: Sequence[Finding]) -> list[Finding]:
    """Return findings in order and apart, those that overlap what is left out as part of it."""
    apart: list[tuple[Finding, bool]] = []
    told = [*((hit, True) for hit in left_out), *((hit, False) for hit in others)]
    for hit, is_out in sorted(told, key=lambda pair: pair[0].start):
        last, was_out = apart[-1] if apart else (hit, False)
        if apart and hit.start < last.end:
            kept = last if was_out else hit
            apart[-1] = (kept._replace(start=last.start, end=max(last.end, hit.end)), was_out or is_out)
        else:
            apart.append((hit, is_out))
    return [hit for hit, _is_out in apart]


@lru_cache(maxsize=8)
def _stems(topic: str) -> tuple[re.Pattern[str], ...]:
    """What finds each word that says something, with other endings when it is long; names within say nothing."""
    words = re.findall(r"[^\W\d_]{3,}", topic)
    own = (word.casefold() for at, word in enumerate(words) if at == 0 or not word[0].isupper())
    told = [word for word in dict.fromkeys(own) if not (word in _SMALL_WORDS or is_adverb(word))]
    stems = (rf"{re.escape(word[: _length_of_stem(word)])}\w*" if len(word) > 4 else word for word in told)
    return tuple(re.compile(rf"\b{stem}\b", re.IGNORECASE) for stem in stems)


def _length_of_stem(word: str) -> int:
    """How much of a word its relatives share: "tvis" of "tvisten", "gravid" of "graviditeten"."""
    return max(4, len(word) // 2 if len(word) > _LONG else len(word) * 2 // 3)


def _finding(text: str, start: int, end: int) -> Finding:
    around, why = context_of(text, start, end), "Det här skulle inte tas upp eller föras vidare."
    return Finding(KIND, start, end, "warn", "low", around, why, _("[left out]"))
