"""Whose the times of an action's line are: the deed's, a noun's that the deed is about, or another deed's.

A time that may be another's, "ringer soc, svar fre", and one that was left in the words, is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from sip_tui.parsing.owner_row import bare, is_somebody, spelled
from sip_tui.parsing.participant_names import People, parse_owner
from sip_tui.swedish.dates.line_scanner import is_time, may_begin
from sip_tui.swedish.dates.no_time import (
    IsName,
    is_no_time,
    is_particle,
    is_verb,
    is_within_clause,
    line_words,
)
from sip_tui.swedish.dates.noun_time import is_described, is_of_noun
from sip_tui.swedish.dates.parser import TimeKind, read_when
from sip_tui.swedish.grammar.clause import infinitive, is_finite, is_infinitive, is_passive, opening_form

_LONGEST = 10
"""Words; a longer phrase of time has been read before."""
_LOOSE = " \t,;:–—-→|()."
_BREAKS = (",", ";", ".", ":", ")")
_DASHES = frozenset({"-", "–", "—", "→", "|", "/"})
_AND = frozenset({"och", "o", "å", "samt", "&", "+"})
_SO = frozenset({"så", "sen", "sedan", "då", "därefter", "men", "medan", "annars"})
_HARD = re.compile(
    r"\d|(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag)?|veck|\bv\b|lov|termin|månad|jul|nyår|påsk|midsommar|helg|morgon|kväll"
    r"|\b(?:må|ti|on|to|fr|lö|sö)\b|idag|möte|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|\b(?:jan|feb|apr|aug|sept?|okt|nov|dec)\b|vår|sommar|höst|vinter|dagar",
    re.IGNORECASE,
)
"""What names a day or a stretch of days; "snart" and "vid behov" may be a part of any deed."""
_BY = re.compile(r"(?:allra )?(?:senast|innan|före|inom)\b", re.IGNORECASE)
_FILLERS = frozenset(
    {"klart", "klar", "klara", "färdigt", "färdig", "färdiga", "helst", "gärna", "senast", "deadline", "dl", "prel"}
    | {"preliminärt", "ev", "eventuellt", "ca", "start", "startar", "från", "datum", "tid", "när", "sist", "sista"}
)
"""What stands alone between a comma and the deed's own time: "schema, klart fre"."""
_SMALL = frozenset({"på", "i", "till", "hos", "vid", "med", "för", "åt", "från", "m", "t", "ang", "om", "kl", "inkl"})
"""Prepositions that go on with the deed behind a comma: "ringer BUP, på mottagningen, fre"."""
_THING_VERBS = frozenset(
    {"komma", "starta", "börja", "levereras", "ske", "öppna", "gälla", "dröja", "sluta", "infalla", "anlända", "vara"}
)
_REPORTS = frozenset(
    {"höra", "meddela", "mejla", "maila", "rapportera", "ringa", "återkomma", "återkoppla", "berätta", "informera"}
    | {"sms:a", "smsa", "svara", "stämma", "skriva", "lämna"}
)


_SAME = re.compile(r"(?:utan |men )?(?:det|den|dem|dom) (?:gör|fixar|tar|sköter|ordnar|löser)\b", re.IGNORECASE)
"""The deed itself once more: "Liv ringer inte, det gör Hans fre"."""
_RATE = re.compile(r"\b(?:mån|tis|ons|tors?|fre|lör|sön)|\bv\b|vecka\b", re.IGNORECASE)
"""What names a day in something that comes again; "2 ggr/d" is a part of many a deed."""


_HEDGES = frozenset({"helst", "gärna", "kanske", "typ", "eventuellt", "ev", "troligen", "prel", "preliminärt", "ungefär"})
_NO = frozenset({"inget", "ingen", "inga", "inte", "ej"})


class Spot(NamedTuple):
    """A phrase of time in a line: ``words[start:end]``."""

    start: int
    end: int
    text: str


def times_in(words: Sequence[str], today: date, is_name: IsName) -> Iterator[Spot]:
    """Find every phrase of time that names days, the longest ones, wherever they stand."""
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + _LONGEST), at, -1) if may_begin(words[at]) else range(0)
        end = next((end for end in ends if is_time(words[at:end], today, is_name)), 0)
        text = " ".join(words[at:end]).strip(_LOOSE)
        if end and _HARD.search(text):
            yield Spot(at, end, text)
        at = max(end, at + 1)


def is_of_deed(words: Sequence[str], spot: Spot, today: date, people: People) -> bool:
    """True for a time that is a part of what is done: "schema för v 49", "frågar om hon kan börja kl 9"."""
    at, low, is_name = spot.start, words[spot.start : spot.end], _is_name_of(people)
    if at == 0 or (words[spot.end : spot.end + 1] == ["av"] and "/" in spot.text):
        return at > 0
    if any(word.istitle() and is_name(bare(word)) for word in low):
        return True
    if read_when(spot.text, today).kind is TimeKind.REPEATED and not _RATE.search(spot.text):
        return True
    return (
        is_described(words, at)
        or is_particle(words, at)
        or is_no_time(words, at, is_name)
        or is_within_clause(words, at)
        or is_of_noun(words, at)
    )


def is_of_another_deed(words: Sequence[str], spot: Spot, people: People, who: str) -> bool:
    """True for a time that may be that of something else than the line's deed: "…, svar fre", "…, kommer v 51"."""
    is_name = _is_name_of(people)
    begins, sign = _clause_of(words, spot.start)
    clause = list(words[begins : spot.start])
    if _is_told_of(clause, first=begins == 0) or _is_hedged(clause) or _is_called_off(words, clause, spot, people):
        return True
    while clause and clause[0].casefold() in _SO | _AND:
        sign = "och" if clause.pop(0).casefold() in _AND else sign
    if begins == 0 or not clause or all(word.casefold().strip(_LOOSE) in _FILLERS for word in clause):
        return False
    head, text = words[:begins], " ".join(clause).strip(_LOOSE)
    if not _is_deed(head, people, is_name) or _names_only(text, people) or _SAME.match(text):
        return False
    read = parse_owner(text, people)
    if who and read.who == who:
        return False
    if acts(clause[0], is_name) or opening_form(text):
        return _is_of_second_verb(clause[0].casefold(), spot, sign)
    if read.who or (read.candidates and acts((read.what.split() or ["-"])[0], is_name)):
        return True
    return sign != "och" and clause[0].casefold() not in _SMALL


def is_limit(spot: Spot) -> bool:
    """True for a time before or after something, which the deed's own time is near: "efter lovet v 2"."""
    return spot.text.casefold().startswith(("efter ", "innan ", "före "))


def _is_name_of(people: People) -> IsName:
    names = spelled(people)
    return lambda text: bare(text) in names


def _is_of_second_verb(verb: str, spot: Spot, sign: str) -> bool:
    if infinitive(verb) in _THING_VERBS or is_passive(verb):
        return True
    return not (sign == "och" or _BY.match(spot.text) or infinitive(verb) in _REPORTS)


def _is_hedged(clause: Sequence[str]) -> bool:
    return bool(clause) and clause[-1].casefold().strip(_LOOSE) in _HEDGES


def _is_called_off(words: Sequence[str], clause: Sequence[str], spot: Spot, people: People) -> bool:
    """True for the time of what is not to be, before somebody does another thing: "inget möte v 51, Liv mejlar"."""
    no = any(word.casefold() in _NO for word in clause)
    return no and spot.end < len(words) and bool(parse_owner(" ".join(words[spot.end :]), people).who)


def doer_of_own_time(words: Sequence[str], spots: Sequence[Spot], people: People) -> str:
    """Give whom a second time is set beside, without a verb: "Liv tar lördagar, Hans söndagar"; empty for nobody."""
    for before, spot in pairwise(spots):
        named = " ".join(words[before.end : spot.start]).strip(_LOOSE)
        if 0 < spot.start - before.end < 4 and is_somebody(re.sub(r"^(?:och|o|men) ", "", named), people):
            return parse_owner(re.sub(r"^(?:och|o|men) ", "", named), people).who
    return ""


def _clause_of(words: Sequence[str], at: int) -> tuple[int, str]:
    """Where the clause begins that a word stands in, and what parts it from the one before."""
    for index in range(at, 0, -1):
        word, before = words[index], words[index - 1]
        short = before.endswith(".") and word[:1].islower()
        if before in _DASHES or (before.endswith(_BREAKS) and not short) or word.startswith("("):
            return index, before[-1]
        if before.casefold() in _AND | {"så", "men", "medan"}:
            return index, "och" if before.casefold() in _AND else before
    return 0, ""


def _is_told_of(clause: Sequence[str], *, first: bool) -> bool:
    """True for a time in a clause about somebody, "till Liv som ringer fre", or in a condition that begins the line."""
    low = [word.casefold() for word in clause]
    if first and low and low[0] in {"om", "ifall", "när"}:
        return True
    if first and low[:1] in (["det"], ["den"]):
        return False
    at = low.index("som") if "som" in low[1:] else -1
    return at > 0 and any(map(is_finite, low[at:]))


def acts(word: str, is_name: IsName) -> bool:
    """True for what is a verb, and neither a name, "Hans", nor a word of time, "tis"."""
    plain = word.casefold().strip(_LOOSE)
    return is_finite(plain) or (is_verb(plain) and not is_name(plain) and not may_begin(plain))


def _is_deed(words: Sequence[str], people: People, is_name: IsName) -> bool:
    """True for words that say what is done; a label, "busskort", and a name alone do not."""
    if any(acts(word, is_name) for word in words) or (not is_name(bare(words[0])) and opening_form(words[0])):
        return True
    while words and words[-1].casefold() in _AND:
        words = words[:-1]
    text = " ".join(words)
    read = parse_owner(text, people)
    return bool(read.who and read.what) and not _names_only(re.sub(r" (?:och|o|&|\+) |, ?", " ", text), people)


def _names_only(text: str, people: People) -> bool:
    is_name, parts = _is_name_of(people), re.split(r" (?:och|o|&|\+) |, ?", text)
    words = re.findall(r"[^\s()/,]+", text)
    return all(map(is_name, words)) or all(is_somebody(part.strip(_LOOSE), people) for part in parts)
