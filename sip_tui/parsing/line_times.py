"""Whose the times of an action's line are: the deed's, a noun's that the deed is about, or another deed's.

A time that may be another's, "ringer soc, svar fre", and one that was left in the words, is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from sip_tui.parsing.owner_row import is_somebody
from sip_tui.parsing.participant_names import People, parse_owner
from sip_tui.parsing.time_spots import Spot, is_name_of, is_unread
from sip_tui.parsing.unsure_times import RELATIVE, SOME_DAYS, is_unsure
from sip_tui.swedish import words as table
from sip_tui.swedish.dates.line_scanner import may_begin
from sip_tui.swedish.dates.no_time import IsName, is_no_time, is_particle, is_verb, is_within_clause, line_words
from sip_tui.swedish.dates.noun_time import is_described, is_measure, is_of_noun
from sip_tui.swedish.dates.parser import TimeKind, read_when
from sip_tui.swedish.grammar.clause import infinitive, is_finite, is_passive, opening_form

_LOOSE = " \t,;:–—-→|()."
_BREAKS = (",", ";", ".", ":", ")", "?", "!")
_DASHES = frozenset({"-", "–", "—", "→", "|", "/"})
_AND = frozenset({"och", "o", "å", "samt", "&", "+"})
_JOINS = _AND | {"så", "men", "medan"}
_BETWEEN_NAMES = re.compile(r" (?:och|o|å|samt|&|\+) |, ?")
_INITIAL = re.compile(r"(?<=\w) [A-ZÅÄÖ]\b\.?")
_OFTEN = re.compile(
    r"\b(?:(?:mån|tis|ons|tors?|fre|lör|sön)(?:d|dag|$|\W)|(?:må|ti|on|to|fr|lö|sö|v|var)\b|varje|varannan|vartannat)"
    r"|vecka\b|kvällar|nätter|morgnar|helger",
    re.IGNORECASE,
)
"""What names days in something that comes again; "2 ggr/d" is a part of many a deed."""
_PER_DAY = re.compile(r"(?:\d[\d,.–-]*|[^\W\d]+) ?[^\W\d]*(?:/| om |per )(?:d|dag|dagen|dygn)\.?", re.IGNORECASE)
"""So much a day: "2 ggr/d"."""
_NUMBER = re.compile(r"\d+[.:]\d+")
_UNIT = re.compile(r"kr|kronor|[km]?g|[cmk]?m|[md]?l|%|st", re.IGNORECASE)
"""What a number is of that looks like a time of day: "12.50 kr"."""
_AT_ONCE = re.compile(r"direkt|omgående|genast|strax|snarast", re.IGNORECASE)
_CONDITIONS = frozenset({"om", "när", "vid", "då", "ifall", "efter"})
"""What a condition begins with."""
_COUNTED = re.compile(r"\d+ (?:min|minuter|h|tim|timm?ar|timme)", re.IGNORECASE)
_BEFORE = re.compile(r"(?:före|innan|efter)\b", re.IGNORECASE)
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


def is_of_deed(words: Sequence[str], spot: Spot, today: date, people: People, *, is_dated: bool = False) -> bool:
    """True for a time that is a part of what is done: "schema för v 49", "frågar om hon kan börja kl 9".

    Args:
        words: The words of the line.
        spot: Where the time stands.
        today: The day it was written.
        people: Who can be named.
        is_dated: Whether the deed has another time, so that this may be how often.
    """
    is_share = "/" in spot.text and words[spot.end : spot.end + 1] == ["av"]
    is_name = is_name_of(people)
    if is_share or any(word.istitle() and is_name(word) for word in words[spot.start : spot.end]):
        return True
    if _is_how_much(words, spot, today, people, is_dated=is_dated) or _is_condition(words, spot, today):
        return True
    at = spot.start
    if spot.text in table("line_check", "feasts") and (at == 0 or _is_talked_of(words[at - 1])):
        return True
    if is_unread(spot, today) and (is_dated or _is_of_event(words, spot)):
        return True
    return bool(at) and not _is_days_own(words, at) and _is_of_words(words, spot, is_name)


def _is_days_own(words: Sequence[str], at: int) -> bool:
    """True for a day of the deed that is asked about: "avslutas per 31/12", "tar fredag i stället för måndag"."""
    before = words[at - 1].casefold()
    instead = before == "för" and bool(_INSTEAD.search(words[at - 2]))
    return before == "per" or instead or _limited(words[:at])


def _is_of_words(words: Sequence[str], spot: Spot, is_name: IsName) -> bool:
    """True for a time that belongs to the words before it; in "har schemat klart 31/1" the day does not."""
    done = spot.end - spot.start > 1 and words[spot.start].casefold() in line_words("done")
    at = spot.start + done
    is_part = is_described(words, at) or is_particle(words, at) or is_no_time(words, at, is_name)
    if is_part or is_within_clause(words, at):
        return True
    return is_of_noun(words, at) and not (_IN_THE_WEEK.match(spot.text) or _is_told_then(words[:at], spot))


def _is_told_then(words: Sequence[str], spot: Spot) -> bool:
    """True for a day from now on which may be told of what was or what comes: "ringer om provet på onsdag"."""
    return "om" in (word.casefold() for word in words[-_NEAR:]) and bool(_FROM_NOW.match(spot.text))


def _is_how_much(words: Sequence[str], spot: Spot, today: date, people: People, *, is_dated: bool) -> bool:
    """True for how much or how often: "2 ggr/d", "10 h/v boendestöd", and "morgon o kväll" beside the day it begins."""
    after = words[spot.end] if spot.end < len(words) else ""
    phrase = words[spot.start : spot.end]
    if _PER_DAY.fullmatch(spot.text) or (_NUMBER.fullmatch(spot.text) and _UNIT.fullmatch(after.rstrip(",.;)"))):
        return True
    if is_measure(phrase, after, is_name_of(people)):
        return True
    return is_dated and read_when(spot.text, today).kind is TimeKind.REPEATED and not _OFTEN.search(spot.text)


def _is_condition(words: Sequence[str], spot: Spot, today: date) -> bool:
    """True for what is no day but a condition: "vid behov", "direkt om något händer", "5 min före lektionen"."""
    after = words[spot.end].casefold() if spot.end < len(words) else ""
    counted = _COUNTED.fullmatch(" ".join(words[max(0, spot.start - 2) : spot.start]))
    at_once = _AT_ONCE.fullmatch(spot.text) and after in _CONDITIONS
    each = spot.text.endswith("gång") and words[spot.end - 1].endswith("gång") and _goes_on(after)
    is_open = read_when(spot.text, today).kind is TimeKind.OPEN
    return is_open or bool(at_once or each or (counted and _BEFORE.match(spot.text)))


def _is_of_event(words: Sequence[str], spot: Spot) -> bool:
    """True for what is done or told of: "bokar nästa besök", "efter varje besök", "om hon är vaken nattetid, …"."""
    before = words[spot.start - 1] if spot.start else ""
    is_object = bool(_NEXT.match(spot.text)) and is_verb(before)
    first = words[0].casefold() in table("line_check", "conditions") and is_of_first_clause(words, spot)
    return is_object or may_begin(before) or (first and spot.start > 0)


def _goes_on(after: str) -> bool:
    """True for the word by which a clause goes on: "nästa gång Erik vägrar", and not "nästa gång och"."""
    return after.isalpha() and after not in line_words("prepositions") | _JOINS


def _is_talked_of(before: str) -> bool:
    """True for a word before the name of a feast that makes it what the deed is about: "planerar jul", "om jul"."""
    return may_begin(before) or infinitive(before.casefold()) in table("line_check", "before_feast")


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
    if _is_conditional(told, first=told_at == 0) or is_unsure(words, clause, spot, people):
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
    is_name = is_name_of(people)
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


def _is_conditional(clause: Sequence[str], *, first: bool) -> bool:
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
    if not is_name_of(people)(words[0]) and opening_form(words[0]):
        return True
    row = f"{' '.join(words)} "
    text = _BETWEEN_NAMES.sub(" ", row).strip()
    read, parts = parse_owner(text, people), [part.strip(_LOOSE) for part in _BETWEEN_NAMES.split(row)]
    alone = _names_only(text, people) or all(is_somebody(part, people) for part in parts if part)
    return bool(read.who and read.what) and not alone


def _acts(word: str, people: People) -> bool:
    """True for what is a verb, and neither a name, "Hans", nor a word of time, "tis"."""
    plain = word.casefold().strip(_LOOSE)
    return is_finite(plain) or (is_verb(plain) and not is_name_of(people)(plain) and not may_begin(plain))


def _names_only(text: str, people: People) -> bool:
    plain = _INITIAL.sub("", text)
    words = re.findall(r"[^\s()/,]+", plain)
    parts = _BETWEEN_NAMES.split(plain)
    return all(map(is_name_of(people), words)) or all(is_somebody(part.strip(_LOOSE), people) for part in parts)


def doer_of_own_time(words: Sequence[str], spots: Sequence[Spot], people: People) -> str:
    """Give whom a second time is set beside, without a verb: "Liv tar lördagar, Hans söndagar"; empty for nobody."""
    for before, spot in pairwise(spots):
        between = [word for word in words[before.end : spot.start] if word.casefold() not in _JOINS]
        named = " ".join(between).strip(_LOOSE)
        if named and len(between) < 4 and is_somebody(named, people):
            return parse_owner(named, people).who
    return ""
