"""Where in a line the time stands: "ringer skolan senast fredag", "på fredag ringer BUP", "ringer på fredag till BUP".

Only what belongs to the action is taken. "Schema för vecka 49" and "rum 3/12" are left, and words that would be left
hanging ("från fredag till måndag") come along and make a question of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from sip_tui.swedish import words as table
from sip_tui.swedish.dates.day_parts import part_words
from sip_tui.swedish.dates.holidays import near_words
from sip_tui.swedish.dates.no_time import (
    IsName,
    begins_with_name,
    is_clock,
    is_no_time,
    is_particle,
    is_verb,
    is_within_clause,
    line_words,
    names_somebody,
)
from sip_tui.swedish.dates.noun_time import is_described, is_measure, is_of_noun
from sip_tui.swedish.dates.parser import TimeKind, is_when, read_when
from sip_tui.swedish.dates.rewrites import corrected
from sip_tui.swedish.dates.vocabulary import MONTH_NAME, ORDINALS
from sip_tui.swedish.grammar.clause import is_finite

_DAY = r"(?:mån|tis|ons|tors?|fre|lör|sön|må|ti|on|to|fr|lö|sö)(?:d(?:ag)?)?"
_LONGEST = 14
"""Words; no phrase of time is longer."""
_LOOSE = " \t,;:–—-→|"
_BEGINS = re.compile(
    r"[(]?(?:[0-9]|(?:må|ti|on|to|fr|lö|sö)(?:\.?$|[-–/+])|v(?:eckan?)?\.?(?:[0-9]|$)|(?:mån|må(?=[-–])|tis|ons|tors?|fre|lör|sön|var|arbets|skol)(?:d|\.?$|[-–/+])"
    r"|(?:jan|feb|mar|apr|maj|jun|juli|aug|sep|okt|nov|dec)|(?:vår|sommar|höst|vinter|jul|påsk|sport)"
    r"|[vh]t|nyår|midsommar|trettond|skärtors|långfre|pingst|annandag|mellandag|klämdag|valborg|lucia|kristi|alla"
    r"|monday|tue|wed|thu|fri|sat|sun|oct|may|march|august|nationaldag|års|året"
    r"|månad|(?:första|andra|tredje|fjärde|sista|förste)$|uppföljning|regelbun|löp|dag|(?:för|e)middag)"
)
"""How words that a phrase of time begins with begin themselves: the names of days, months, feasts and seasons."""
_BARE = re.compile(
    r"[0-9]|v(?:eckan?)?\.? ?[0-9]|(?:mån|tis|ons|tors?|fre|lör|sön)|nästa |kommande |uppföljning|[^\W\d]+dagar"
)
"""A time without a preposition, which a sentence may be about: "fredag passar inte", "nästa möte är i maj"."""
_TIMES = re.compile(
    r"(?:tis|ons|tors|.*(?:dag|kväll|veck|gång|timm|minut|månad|morgn|helg|termin)(?:ar|or|er|s)|ggr|år|.*ber)$"
)
"""Times that end as a verb does."""
_EXPLICIT = re.compile(
    rf"[0-9]{{1,2}}(?::?[ea])? ?{MONTH_NAME}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}"
    r"|[0-9]/[0-9]{1,2},? [0-9]{1,2}[.:][0-9]{2}"
)
"""A full date: it is when, wherever in the line it stands."""
_SURELY = re.compile(r"(?:allra )?senast |inom |innan |före ")
"""A deadline is the deed's, wherever in the line it stands."""
_NUMBER = re.compile(r"[0-9.]+/[0-9]+$|[^\W\d]{3,9}\.?$")
"""A number or a word alone, which begin a sentence about something else as well: "3/4 av tiden", "snart klar"."""
_MONTH = re.compile(rf"{MONTH_NAME}\.?$")
"""A month alone, which is somebody's name as well: "jan ringer"."""
_ROW = re.compile(rf"(?:på )?{_DAY}(?:,? (?:o|och|&|\+|el|eller) |, |/|\+){_DAY}(?:(?:,? (?:o|och|&|\+) |, ){_DAY})*")
"""Several days of the week: "tis o tors"."""
_IN_ROW = re.compile(rf"{_DAY}[.,]?")
"""A day of the week before a time, which is a part of it or one of several: "ti to kl 10"."""
_MARKED = (":", ",", "-", "–", "—", "→")
_LASTING = frozenset({TimeKind.ASK, TimeKind.OPEN})
_DAY_OF_MONTH = re.compile(r"[0-9]{1,2}:[ea]")


@dataclass(frozen=True, slots=True)
class LineTime:
    """A line with its time taken out."""

    rest: str
    """The words that are left, in their order."""
    when: str = ""
    """The phrase of time as it was written; empty when there is none."""
    fronted: bool = False
    """Whether the time began the line, so that the one who does it comes after the verb."""


def find_when(line: str, today: date, is_name: IsName = lambda _: False) -> LineTime:
    """Find the time in a line: at its end, else at its beginning, else after the verb.

    Args:
        line: What somebody typed, on one line.
        today: The day it was said, where the meeting is.
        is_name: Tells whether words are somebody's name: Maj is a month, and may be the grandmother.
    """
    words = line.split()
    first = _at_start(words, today, is_name)
    last = at_end(words, today, is_name)
    if first.when and at_end(first.rest.split(), today, is_name).rest:
        return _both(first, today, is_name) if last.when else first
    if last.when and is_clock(last.when):
        return _in_middle(last.rest.split(), today, is_name, last.when) or last
    if last.when:
        return last
    within = _in_middle(words, today, is_name) or _in_brackets(line, today, is_name)
    return within or _before_mark(words, today, is_name) or _before_clause(words, today, is_name) or last


def _in_brackets(line: str, today: date, is_name: IsName) -> LineTime | None:
    """Find a time that ends what is said in brackets at the end of a line: "… (Samir visar imorgon)"."""
    before, bracket, inner = line.rstrip(" .").rpartition("(")
    if not (bracket and inner.endswith(")")):
        return None
    found = at_end(inner[:-1].split(), today, is_name)
    return LineTime(f"{before}({found.rest})", found.when) if found.when and found.rest else None


def at_end(words: Sequence[str], today: date, is_name: IsName = lambda _: False) -> LineTime:
    """Find the longest phrase of time that ends a line, with what would be left hanging before it."""
    for index in range(max(0, len(words) - _LONGEST), len(words)):
        if is_described(words, index) or is_particle(words, index):
            continue
        if is_time(words[index:], today, is_name):
            before = words[index - 1].casefold().lstrip("(") if index else ""
            if _is_of_another(words, index, is_name):
                break
            start = index - 1 if _hangs(words, index, before, today, is_name) else index
            start -= start > 1 and words[start - 1].casefold() == "på" and words[start].casefold().endswith("dagar")
            return LineTime(" ".join(words[:start]).rstrip(_LOOSE), " ".join(words[start:]).strip(_LOOSE))
    return LineTime(" ".join(words))


def _is_of_another(words: Sequence[str], index: int, is_name: IsName) -> bool:
    """True for what is no time, or the time of something else than the deed."""
    return is_no_time(words, index, is_name) or is_within_clause(words, index) or is_of_noun(words, index)


def _hangs(words: Sequence[str], index: int, before: str, today: date, is_name: IsName) -> bool:
    """True when the word before a time makes no sense without it; a deadline is a time of its own."""
    if before in line_words("hangs"):
        return not is_particle(words, index - 1)
    alone = before.isalpha() and not _SURELY.match(" ".join(words[index:]).casefold())
    return alone and is_time(words[index - 1 : index], today, is_name)


def is_time(words: Sequence[str], today: date, is_name: IsName) -> bool:
    """True for a phrase of time that is nobody's name, and begins with no name: "Tom på torsdag"."""
    if not may_begin(words[0]) or begins_with_name(words, is_name):
        return False
    text = " ".join(words).strip(_LOOSE)
    return bool(text) and not is_name(text) and is_when(text, today) and not names_somebody(words, is_name)


@lru_cache(maxsize=2048)
def may_begin(word: str) -> bool:
    """True for a word that a phrase of time may begin with; to look at the phrase itself takes much longer."""
    plain = word.casefold().rstrip(",;:!?)").lstrip("(")
    tables = (line_words("begins"), ORDINALS, part_words(), near_words())
    if any(plain in words or plain.rstrip(".") in words for words in tables):
        return True
    return bool(_BEGINS.match(plain)) or corrected(plain) != plain


def _at_start(words: Sequence[str], today: date, is_name: IsName) -> LineTime:
    """Find the longest phrase of time that begins a sentence about somebody who does something then."""
    longest = min(_LONGEST, len(words) - 1) if words and may_begin(words[0]) else 0
    for length in range(longest, 0, -1):
        phrase = words[:length]
        if is_time(phrase, today, is_name) and _begins(phrase, words[length:], is_name):
            return LineTime(" ".join(words[length:]).lstrip(_LOOSE), " ".join(phrase).strip(_LOOSE), True)
    return LineTime(" ".join(words))


def _begins(phrase: Sequence[str], rest: Sequence[str], is_name: IsName) -> bool:
    """True when the time is one that the sentence begins with, and not a part of what it is about."""
    no_name = line_words("no_name")
    names = (word for before, word in pairwise(("", *phrase)) if before.casefold() not in no_name and is_name(word))
    if any(names) or any(is_verb(word) and not _TIMES.match(word.casefold()) for word in phrase):
        return False
    if phrase[-1].endswith(_MARKED) or rest[0] in _MARKED:
        return True
    alone = phrase[0].casefold() if len(phrase) == 1 else ""
    if _MONTH.match(alone) or is_measure(phrase, rest[0], is_name) or (_opens_clause(phrase) and not is_verb(rest[0])):
        return False
    if _BARE.match(" ".join(phrase).casefold()):
        return is_name(rest[0]) or _about_somebody(rest, is_name, counted="/" in alone)
    return not _NUMBER.match(alone) or is_verb(rest[0]) or is_name(rest[0])


def _opens_clause(phrase: Sequence[str]) -> bool:
    """True for a time that a clause may follow, and then is another: "nästa gång Erik vägrar"."""
    return phrase[-1].casefold() == "gång"


def _about_somebody(rest: Sequence[str], is_name: IsName, *, counted: bool) -> bool:
    """True when the verb is somebody's ("fredag ringer BUP"), or when there is none ("fredag simning")."""
    if is_verb(rest[0]):
        return len(rest) > 1 and (is_name(rest[1]) or rest[1].casefold() in line_words("pronouns"))
    return not counted and rest[0].casefold() not in line_words("prepositions") and not rest[0][:1].isdecimal()


def _both(first: LineTime, today: date, is_name: IsName) -> LineTime:
    """Put a time of day at the end to the day at the beginning; else the first is when, and the other stays."""
    last = at_end(first.rest.split(), today, is_name)
    joined = f"{first.when} {last.when}"
    if last.when and is_when(joined, today) and read_when(joined, today).kind is not TimeKind.ASK:
        return LineTime(last.rest, joined, True)
    return first


def _in_middle(words: Sequence[str], today: date, is_name: IsName, clock: str = "") -> LineTime | None:
    """Find the one sure time that stands after the verb, or is a deadline; with a time of day that ends the line."""
    for index in (at for at in range(1, len(words)) if may_begin(words[at])):
        for end in range(min(len(words), index + _LONGEST // 2), index, -1):
            if _is_sure(words, index, end, today, is_name, clock):
                phrase = " ".join((*words[index:end], *clock.split()))
                before = " ".join(words[:index]) + ("," if _is_before_comma(words, index, end) else "")
                return LineTime(" ".join((before, *words[end:])), phrase.strip(_LOOSE))
    return None


def _is_before_comma(words: Sequence[str], index: int, end: int) -> bool:
    """True for a time before a comma, which stays between what is left: "schemat klart 14 dec, Lena (ordnar)"."""
    return end < len(words) and words[end - 1].endswith(",") and words[index - 1][-1].isalnum()


def _is_sure(words: Sequence[str], index: int, end: int, today: date, is_name: IsName, clock: str) -> bool:
    phrase = words[index:end]
    text, before = " ".join(phrase).casefold(), words[index - 1].casefold()
    of_whom = is_name(words[index - 1]) and index > 1 and _follows_verb(words[: index - 1])
    is_thing = words[index].casefold() in part_words() and not (of_whom or _follows_verb(words[:index]))
    if is_thing or before in line_words("hangs") or _IN_ROW.fullmatch(before) or _is_of_another(words, index, is_name):
        return False
    after = words[end].casefold() if end < len(words) else ""
    before_preposition = after in line_words("prepositions") and not after.startswith("kl")
    if _opens_clause(phrase) and end < len(words) and not before_preposition:
        return False
    belongs = (
        _follows_verb(words[:index])
        or (before_preposition and of_whom)
        or (before_preposition and (_DAY_OF_MONTH.fullmatch(text) or _is_nominal(words[:index])))
        or _SURELY.match(text)
        or _EXPLICIT.search(text)
        or " kl" in text
    )
    if not belongs or not is_time(phrase, today, is_name) or _is_share(words, index, end) or _is_one_of(words, end):
        return False
    row = _ROW.fullmatch(text) is not None
    return row or read_when(" ".join((*phrase, *clock.split())), today).kind not in _LASTING


def _is_share(words: Sequence[str], index: int, end: int) -> bool:
    """True for a number that may be no day: "3/4 av tiden"."""
    return end - index == 1 and "/" in words[index] and not _is_nominal(words[:index])


def _is_one_of(words: Sequence[str], end: int) -> bool:
    """True for the first days of a row, "tis" in "tis o tors"."""
    return bool(_ROW.search(" ".join(words[end - 1 : end + 2]).casefold()))


def _is_nominal(words: Sequence[str]) -> bool:
    """True for what has no verb: "uppföljning", "nytt möte"."""
    return not any(is_finite(word.casefold()) or is_verb(word) for word in words)


def _before_mark(words: Sequence[str], today: date, is_name: IsName) -> LineTime | None:
    """Find a time that ends what is to be, before somebody does something for it: "möte v 49 – Karin kallar"."""
    for index in range(2, len(words)):
        is_mark = words[index] in _MARKED or words[index].startswith("(") or words[index - 1].endswith((",", ":", ";"))
        if is_mark and not _is_one_of(words, index):
            found = at_end(words[:index], today, is_name)
            if found.when and found.rest and _is_nominal(found.rest.split()):
                after = " ".join(words[index:]).lstrip(_LOOSE)
                return LineTime(f"{found.rest} {'' if after.startswith('(') else '– '}{after}", found.when)
    return None


def _before_clause(words: Sequence[str], today: date, is_name: IsName) -> LineTime | None:
    """Find a time that ends a deed, before another one comes along: "bokar tid hos dr Ek i maj, Hans följer med"."""
    for index in range(2, len(words) - 2):
        comes = is_name(words[index]) and is_verb(words[index + 1]) and words[index + 2].casefold() == "med"
        if comes and words[index - 1].endswith(",") and "inte" not in words[:index]:
            found = at_end(words[:index], today, is_name)
            if found.when and found.rest and read_when(found.when, today).kind not in _LASTING:
                return LineTime(f"{found.rest}, {' '.join(words[index:])}", found.when)
    return None


def _follows_verb(words: Sequence[str]) -> bool:
    """True after a verb, also with what belongs to it: "ringer hem", "hör av sig"."""
    last = words[-1].casefold()
    with_verb = last == "sig" or last in table("du_form", "particles")
    return is_verb(last) or (with_verb and any(map(is_verb, words[-3:-1])))
