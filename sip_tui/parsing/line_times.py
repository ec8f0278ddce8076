"""Whose the times of an action's line are: the deed's, a noun's that the deed is about, or another deed's.

A time that may be another's, "ringer soc, svar fre", and one that was left in the words, is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from sip_tui.parsing.owner_row import bare, is_somebody, spelled
from sip_tui.parsing.participant_names import People, parse_owner
from sip_tui.parsing.unsure_times import RELATIVE, SOME_DAYS, Spot, is_unsure
from sip_tui.swedish import words as table
from sip_tui.swedish.dates.line_scanner import is_time, may_begin
from sip_tui.swedish.dates.no_time import IsName, is_no_time, is_particle, is_verb, is_within_clause
from sip_tui.swedish.dates.noun_time import is_described, is_of_noun
from sip_tui.swedish.dates.parser import TimeKind, read_when
from sip_tui.swedish.grammar.clause import infinitive, is_finite, is_passive, opening_form

_LONGEST = 10
"""Words; a longer phrase of time has been read before."""
_LOOSE = " \t,;:–—-→|()."
_BREAKS = (",", ";", ".", ":", ")", "?", "!")
_DASHES = frozenset({"-", "–", "—", "→", "|", "/"})
_AND = frozenset({"och", "o", "å", "samt", "&", "+"})
_JOINS = _AND | {"så", "men", "medan"}
_BETWEEN_NAMES = re.compile(r" (?:och|o|å|samt|&|\+) |, ?")
_INITIAL = re.compile(r"(?<=\w) [A-ZÅÄÖ]\b\.?")
_SHORT_DAY = re.compile(r"\d|\b(?:mån|tis|ons|tors?|fre|lör|sön|må|ti|on|to|fr|lö|sö|v|[vh]t|[fe]m)\b", re.IGNORECASE)
_OFTEN = re.compile(
    r"\b(?:(?:mån|tis|ons|tors?|fre|lör|sön)(?:d|dag|$|\W)|(?:må|ti|on|to|fr|lö|sö|v|var)\b|varje|varannan|vartannat)"
    r"|vecka\b|kvällar|nätter|morgnar|helger",
    re.IGNORECASE,
)
"""What names days in something that comes again; "2 ggr/d" is a part of many a deed."""
_BY = re.compile(r"(?:allra )?(?:senast|innan|före|inom)\b", re.IGNORECASE)
_DONE = re.compile(r"(?:klar|färdig)", re.IGNORECASE)
"""Says of any deed by when it is done."""
_START = re.compile(r"start\b", re.IGNORECASE)
_INSTEAD = re.compile(r"stället$", re.IGNORECASE)
_NEXT = re.compile(r"(?:nästa|kommande)\b", re.IGNORECASE)
_OF_EVENT = re.compile(r"(?:till|inför|från|om|på)\b", re.IGNORECASE)
_SAME = re.compile(r"(?:utan |men )?(?:det|den|dem|dom) (?:gör|fixar|tar|sköter|ordnar|löser)\b", re.IGNORECASE)
"""The deed itself once more: "Liv ringer inte, det gör Hans fre"."""
_FROM_NOW = re.compile(r"i ?(?:dag|morgon|kväll|eftermiddag|övermorgon)\b|på \w+dag\b|nästa vecka\b", re.IGNORECASE)
_IN_THE_WEEK = re.compile(r"(?:i|under) veckan", re.IGNORECASE)
"""The week that is, which may be that of the deed: "ringer om proverna i veckan"."""
_NEAR = 3
"""Words from "efter" to the day of what it leads to."""


def times_in(words: Sequence[str], today: date, people: People) -> Iterator[Spot]:
    """Find every phrase of time that names days, the longest ones, wherever they stand."""
    at, is_name = 0, _is_name_of(people)
    while at < len(words):
        ends = range(min(len(words), at + _LONGEST), at, -1) if may_begin(words[at]) else range(0)
        whole = (end for end in ends if not _is_half(words, end))
        end = next((end for end in whole if is_time(words[at:end], today, is_name)), 0)
        text = " ".join(words[at:end]).strip(_LOOSE)
        if end and (read_when(text, today).first or _names_days(text)):
            yield Spot(at, end, text)
        elif not end and bare(words[at]) in table("line_check", "feasts"):
            yield Spot(at, at + 1, bare(words[at]))
        at = max(end, at + 1)


def _is_half(words: Sequence[str], end: int) -> bool:
    """True where a phrase would end in the middle of one: "senast i", "till lunchen fr" before "o m"."""
    after = words[end].casefold() if end < len(words) else ""
    last = words[end - 1].casefold()
    return last == "i" or (last in ("fr", "fr.") and after.startswith(("o", "om")))


def _names_days(text: str) -> bool:
    """True for what names days where no one day can be read; "snart" and "vid behov" may be a part of any deed."""
    low = text.casefold()
    return bool(_SHORT_DAY.search(low)) or any(stem in low for stem in table("line_check", "day_stems"))


def is_of_deed(words: Sequence[str], spot: Spot, today: date, people: People) -> bool:
    """True for a time that is a part of what is done: "schema för v 49", "frågar om hon kan börja kl 9"."""
    at, is_name = spot.start, _is_name_of(people)
    is_share = "/" in spot.text and words[spot.end : spot.end + 1] == ["av"]
    if is_share or any(word.istitle() and is_name(word) for word in words[at : spot.end]):
        return True
    if read_when(spot.text, today).kind is TimeKind.REPEATED and not _OFTEN.search(spot.text):
        return True
    if spot.text in table("line_check", "feasts"):
        return at == 0 or _is_talked_of(words[at - 1])
    if at == 0 or words[at - 1].casefold() == "per":
        return False  # "avslutas per 31/12" is a day of the deed, and asked about
    if _limited(words[:at]) or (words[at - 1].casefold() == "för" and _INSTEAD.search(words[at - 2])):
        return False
    is_part = is_described(words, at) or is_particle(words, at) or is_no_time(words, at, is_name)
    if is_part or is_within_clause(words, at):
        return True
    return is_of_noun(words, at) and not _IN_THE_WEEK.match(spot.text)


def _is_talked_of(before: str) -> bool:
    """True for a word before the name of a feast that makes it what the deed is about: "planerar jul", "om jul"."""
    return is_verb(before) or may_begin(before) or before.casefold() in table("line_check", "before_feast")


def _limited(words: Sequence[str]) -> bool:
    """True before the day of what the deed comes before or after: "ringer efter mötet (den 3/12)"."""
    low = [word.casefold() for word in words[-_NEAR:]]
    return not RELATIVE.isdisjoint(low)


def names_event(spot: Spot, *, is_read: bool) -> bool:
    """True for an event that the day behind it is of: "till nästa möte 14/1", "nästa möte 14/1" where that is read."""
    return bool((_NEXT if is_read else _OF_EVENT).match(spot.text))


def is_before_other(words: Sequence[str], spot: Spot) -> bool:
    """True for a time before a comma, and a day from now before what it is about: "ringer FK i dag om bidraget"."""
    after = [word.casefold() for word in words[spot.end : spot.end + 2]]
    about = (bool(after) and after[0] in table("line_check", "about")) or (
        len(after) == 2 and after[0] in _AND and is_finite(after[1])
    )
    return words[spot.end - 1].endswith((",", ";")) or (about and bool(_FROM_NOW.match(spot.text)))


def is_of_first_clause(words: Sequence[str], spot: Spot) -> bool:
    """True for a time in the clause that begins the line."""
    return _clause_of(words, spot.start)[0] == 0


def is_of_another_deed(words: Sequence[str], spot: Spot, people: People, who: str) -> bool:
    """True for a time that may be that of something else than the line's deed: "…, svar fre", "…, kommer v 51"."""
    begins, sign = _clause_of(words, spot.start)
    clause = list(words[begins : spot.start])
    if not clause and sign == "," and _DONE.match(spot.text):
        return False
    told, told_at = (clause, begins) if clause or not begins else _clause_before(words, begins)
    if _is_condition(told, first=told_at == 0) or is_unsure(words, clause, spot, people):
        return True
    while clause and clause[0].casefold() in _JOINS:
        sign = clause.pop(0).casefold()
    if _DONE.match(spot.text):
        return False
    if all(map(may_begin, clause)):
        clause = []
    if begins == 0:
        return _is_of_first_thing(words, clause, spot, people)
    if not _is_deed(words[:begins], people) or _names_another(words, begins, clause, people):
        return False
    return _goes_on_otherwise(" ".join(clause).strip(_LOOSE), sign, spot, people, who)


def _names_another(words: Sequence[str], begins: int, clause: Sequence[str], people: People) -> bool:
    """True for a second one to whom the deed is done: "ringer Lena och Hans om svaret"."""
    is_name = _is_name_of(people)
    after = clause[1].casefold() if len(clause) > 1 else ""
    joined = begins > 1 and words[begins - 1].casefold() in _AND and is_name(words[begins - 2])
    return joined and bool(clause) and is_name(clause[0]) and after in table("line_check", "about")


def _is_of_first_thing(words: Sequence[str], clause: Sequence[str], spot: Spot, people: People) -> bool:
    """True for the day of a thing that begins a line, before somebody acts: "apodos startar 1 feb, Liv beställer"."""
    ends = words[spot.end - 1].endswith((",", ";")) or words[spot.end : spot.end + 1] in (["-"], ["–"])
    things = table("line_check", "of_things")
    ends = ends and not (SOME_DAYS.match(spot.text) or spot.text.casefold().startswith("var"))
    return ends and any(infinitive(word.casefold()) in things for word in clause) and not those_who(clause, people)


def those_who(clause: Sequence[str], people: People) -> str:
    """Who begins a clause; empty for nobody."""
    return parse_owner(" ".join(clause), people).who


def _goes_on_otherwise(text: str, sign: str, spot: Spot, people: People, who: str) -> bool:
    """True when a clause behind the deed is about another one, or about something that comes of it."""
    first = text.partition(" ")[0].casefold()
    if not text or _names_only(text, people) or _SAME.match(text):
        return bool(not text and _START.match(spot.text))
    read = parse_owner(text, people)
    if who and read.who == who:
        return False
    if is_finite(first) or is_passive(first) or opening_form(text):
        return _is_of_second_verb(first, spot, sign)
    return bool(read.who) or not (sign in _AND or first in table("line_check", "goes_on"))


def _is_of_second_verb(verb: str, spot: Spot, sign: str) -> bool:
    if infinitive(verb) in table("line_check", "of_things") or is_passive(verb):
        return True
    return not (sign in _AND or _BY.match(spot.text) or infinitive(verb) in table("line_check", "reports"))


def _is_condition(clause: Sequence[str], *, first: bool) -> bool:
    """True for a clause about somebody or a condition, "till Liv som ringer (fre)", "om Liv ringer (fre)"."""
    low = [word.casefold() for word in clause]
    if low and ((first and low[0] in table("line_check", "conditions")) or low[0] in table("line_check", "turns")):
        return True
    is_pointed_out = first and low[:1] in (["det"], ["den"]) and "som" in low
    starts = low.index("som") + 1 if is_pointed_out else 1
    starts = 0 if low[:1] == ["som"] else starts
    at = next((at for at in range(starts, len(low)) if low[at] in table("line_check", "subordinates")), len(low))
    return any(map(is_finite, low[at:]))


def _clause_of(words: Sequence[str], at: int) -> tuple[int, str]:
    """Where the clause begins that a word stands in, and what parts it from the one before."""
    for index in range(at, 0, -1):
        word, before = words[index], words[index - 1]
        is_short = before.endswith(".") and word[:1].islower()
        if before in _DASHES or (before.endswith(_BREAKS) and not is_short) or word.startswith("("):
            return index, before[-1]
        if before.casefold() in _JOINS:
            return index, before.casefold()
    return 0, ""


def _clause_before(words: Sequence[str], begins: int) -> tuple[list[str], int]:
    """Give the clause before one that holds nothing but a time, "när Liv är på kurs" before "(tis em)"."""
    start, _sign = _clause_of(words, begins - 1)
    return list(words[start:begins]), start


def _is_deed(words: Sequence[str], people: People) -> bool:
    """True for words that say what is done; a label, "busskort", and names alone do not."""
    if any(_acts(word, people) for word in words):
        return True
    if not _is_name_of(people)(words[0]) and opening_form(words[0]):
        return True
    text = _BETWEEN_NAMES.sub(" ", f"{' '.join(words)} ").strip()
    read = parse_owner(text, people)
    return bool(read.who and read.what) and not _names_only(text, people)


def _acts(word: str, people: People) -> bool:
    """True for what is a verb, and neither a name, "Hans", nor a word of time, "tis"."""
    plain = word.casefold().strip(_LOOSE)
    return is_finite(plain) or (is_verb(plain) and not _is_name_of(people)(plain) and not may_begin(plain))


def _names_only(text: str, people: People) -> bool:
    plain = _INITIAL.sub("", text)
    words = re.findall(r"[^\s()/,]+", plain)
    parts = _BETWEEN_NAMES.split(plain)
    return all(map(_is_name_of(people), words)) or all(is_somebody(part.strip(_LOOSE), people) for part in parts)


def _is_name_of(people: People) -> IsName:
    names = spelled(people)
    return lambda text: bare(text) in names


def doer_of_own_time(words: Sequence[str], spots: Sequence[Spot], people: People) -> str:
    """Give whom a second time is set beside, without a verb: "Liv tar lördagar, Hans söndagar"; empty for nobody."""
    for before, spot in pairwise(spots):
        between = [word for word in words[before.end : spot.start] if word.casefold() not in _JOINS]
        named = " ".join(between).strip(_LOOSE)
        if named and len(between) < 4 and is_somebody(named, people):
            return parse_owner(named, people).who
    return ""
