"""Single capitals that are somebody: "E vill sitta själv", "pappa hämtar E på onsdag"."""

from __future__ import annotations

import re
from collections.abc import Container

from sip_tui.privacy.finders.name_spellings import words_of
from sip_tui.privacy.name_lists import folded, is_said_of_a_person, starts_sentence
from sip_tui.privacy.verb_forms import is_finite, is_verb_form
from sip_tui.privacy.word_tables import cached_from_tables, words

_FILE = "name_surroundings"


def _any_of(*tables: str) -> str:
    """An alternation of the words of tables, the longest first."""
    found = frozenset().union(*(words(table, _FILE) for table in tables))
    return "|".join(sorted(map(re.escape, found), key=lambda word: (-len(word), word)))


@cached_from_tables
def _to_initial() -> re.Pattern[str]:
    """What leads to somebody: "enligt B", "med B"."""
    return re.compile(rf"(?<![^\W\d_])(?:{_any_of('to_an_initial')}) $")


@cached_from_tables
def _ends_phrase() -> re.Pattern[str]:
    """What follows somebody: the end, a way to go on, or how often; "till E 4" is a road."""
    return re.compile(
        rf"[.,;!?)\n]|$| ?[+&/(]| (?:{_any_of('after_an_initial')})(?![^\W\d_])"
        rf"| \d{{1,2}}(?:-\d{{1,2}})? ?(?:{_any_of('how_often')})(?![^\W\d_])"
    )


@cached_from_tables
def _before_initial() -> re.Pattern[str]:
    """What a clause begins with: "när B sover"."""
    return re.compile(rf"(?:(?<![^\W\d_])(?:{_any_of('before_an_initial')})|,) $")


@cached_from_tables
def _and_initial() -> re.Pattern[str]:
    """What joins what somebody does to what stands before; after another letter it is a row: "grupp A o B har"."""
    joint = _any_of("joins_an_initial")
    return re.compile(rf"(?<![^\W\d_])(?P<before>[^\W\d_]+[ ,]? ?)(?:{joint}|[+&]) $")


@cached_from_tables
def _row() -> re.Pattern[str]:
    """Two capitals in a row where somebody is named: "P o J säger", "m P o J", and not "grupp A o B"."""
    lead = _any_of("to_an_initial", "before_an_initial")
    return re.compile(rf"(?:^|[\n.,:;(] ?|(?<![^\W\d_])(?:{lead}) )([A-ZÅÄÖ]) (?:o|och|[+&]) ([A-ZÅÄÖ])(?![\w-])")


@cached_from_tables
def _titled() -> re.Pattern[str]:
    """A word for somebody whom a capital names: "pappa J har slutat", "dsk B lägger om"."""
    return re.compile(rf"(?<![^\W\d_])(?i:{_any_of('with_an_initial')}) $")


@cached_from_tables
def _and_somebody() -> re.Pattern[str]:
    """Somebody in a row with a capital: "P o mamma"."""
    return re.compile(rf" (?:o|och|[+&]) (?:[A-ZÅÄÖ][a-zåäö]|{_any_of('with_an_initial')})")


_AFTER_INITIAL = re.compile(r":(?= )|\.? (?P<verb>[a-zåäö]{2,})")
_NAME_AND = re.compile(r"(?<![^\W_])[A-ZÅÄÖ](?:[a-zåäö]+|[A-ZÅÄÖ]{1,2})(?: (?:o|och|samt|[+&]) |[+&/])$")
"""Somebody whom a capital is in a row with: "Tobias o A på måndag", "US+M"."""
_OWNS_INITIAL = re.compile(r":s(?![^\W_])|s(?= [a-zåäö]{3})")
_AFTER_OBJECT = re.compile(r"[,;!?)\n]|\.?$|\.[ \n]| [a-zåäö(]")
_DOUBLE = re.compile(r"(?<![^\W_])([^\W\d_])[^\W\d_]+-([^\W\d_])[^\W\d_]+")
_SHORT_WORDS = frozenset("oimaefptvku")
_NEAR = 32
_ASKS = re.compile(r"(?:^|[.?!:] |[-*•] )([A-ZÅÄÖ][a-zåäö]+) $")
_SHARES = re.compile(r" ?[/+&] ?[A-ZÅÄÖ]{2,3}(?![\w-])")
_HEADING = re.compile(r"(?:[-*•] )?([A-ZÅÄÖ][a-zåäö]+) ")
_ON_THAT_DAY = re.compile(
    r"(?:[-*•] )?(?:[a-zåäö]{2,6} )?\d{1,2}/\d{1,2}(?: kl\.? ?\d{1,2}(?:[.:]\d\d)?)?:? ", re.IGNORECASE
)
_AFTER_SUBJECT = re.compile(r" (?!i (?:ma|sv|en|bi|hk|slöjd|bild|mus)[^\W_]*)[a-zåäö]{2,}")
"""What goes on behind a subject; no "Fick E i ma"."""
_LETTERED = frozenset(
    (
        *("avdelning", "bilaga", "del", "fas", "fråga", "grupp", "hus", "klass", "lag", "modul", "nivå", "plan"),
        *("port", "punkt", "rum", "skede", "spår", "steg", "storlek", "strl", "team", "trappa", "typ", "vitamin"),
    )
)
"""What has a letter for its name: "Grupp B: tisdagar"."""
_ENDS_NAME = re.compile(r" ?(?:[(,;:)]|$|\n)")
_ENDS_INITIAL = re.compile(r" ?(?:[,;:)\n]|\Z)| (?:är|var|kan|ska|har|vill|får|tar) |(?<=\.) (?=[A-ZÅÄÖ])")
_LAST_WORD = re.compile(r"([^\W\d_]+)(?: (?:upp|in|hem|ut|fram|ner|ned|av|om|igenom|ihop))?[ \n]$")


def acts_as_initial(text: str, start: int, *, is_own: bool = False) -> bool:
    """Whether a capital that begins a sentence is somebody: "E vill sitta själv", "E: ok".

    Args:
        text: The text.
        start: The letter.
        is_own: Whether notes have the letter for the person again and again.
    """
    if is_own and _is_the_person(text, start):
        return True
    if text[max(0, start - 1) : start] == ".":
        return False  # the second of two: "enl m.s. funkar det"
    if text[start].islower():
        return _is_small_initial(text, start)
    if text[start] in "IÅ":
        return False
    if _OWNS_INITIAL.match(text, start + 1) or _is_done_to(text, start) or _is_beside(text, start):
        return True
    after = _AFTER_INITIAL.match(text, start + 1)
    if after is None:
        return False
    if not starts_sentence(text, start):
        return after["verb"] is not None and text[start + 1] == " " and _is_led(text, start, after["verb"])
    return after["verb"] is None or is_said_of_a_person(after["verb"])


def _is_the_person(text: str, start: int) -> bool:
    """Whether the person's own letter stands where a person can: "3/11 W hemma", "Är W trött?", "Mål W: sova"."""
    line = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    verb = _ASKS.search(line)
    if verb and is_finite(verb[1].lower()) and _AFTER_SUBJECT.match(text, start + 1):
        return True
    if _SHARES.match(text, start + 1) and starts_sentence(text, start):
        return True
    heading = _HEADING.fullmatch(line)
    if heading and text.startswith(": ", start + 1):
        return heading[1].lower() not in _LETTERED
    led = _to_initial().search(line.lower()) or _ON_THAT_DAY.fullmatch(line)
    return led is not None and _AFTER_SUBJECT.match(text, start + 1) is not None


def follows_a_way_to_a_person(text: str, start: int) -> bool:
    """Whether a word that leads to somebody stands right before a place: "enligt", "med"."""
    return _to_initial().search(text, max(0, start - 10), start) is not None


def _is_beside(text: str, start: int) -> bool:
    """Whether what stands beside a capital says that it is somebody: "P o J säger", "pappa J har", "till E"."""
    if _and_somebody().match(text, start + 1) and starts_sentence(text, start):
        return True
    near = max(0, start - 32)
    if _ends_phrase().match(text, start + 1) and (
        _to_initial().search(text, near, start) or _NAME_AND.search(text, near, start)
    ):
        return True
    return _is_in_row(text, start) or bool(_titled().search(text, near, start) and _AFTER_OBJECT.match(text, start + 1))


def _is_in_row(text: str, start: int) -> bool:
    """Whether a capital is one of two in a row, where somebody is named."""
    row = _row().search(text, max(0, start - 16), start + 8)
    return row is not None and start in (row.start(1), row.start(2))


def _is_led(text: str, start: int, verb: str) -> bool:
    """Whether what stands before a capital lets somebody begin a clause there: "vad E vill", "o E vet hur"."""
    if _before_initial().search(text, max(0, start - 8), start):
        return True
    joined = _and_initial().search(text, max(0, start - 32), start)
    is_row = joined is not None and len(joined["before"].strip(" ,")) == 1 and joined["before"].isupper()
    return joined is not None and not is_row and is_said_of_a_person(verb)


def _is_small_initial(text: str, start: int) -> bool:
    """Whether a small letter that begins a sentence is somebody who does something: "t behöver eget rum"."""
    after = _AFTER_INITIAL.match(text, start + 1)
    verb = (after["verb"] or "") if after else ""
    return is_finite(verb) and is_said_of_a_person(verb) and starts_sentence(text, start)


def is_small_initial(text: str, end: int, after: re.Match[str], letters: Container[str]) -> bool:
    """Whether a letter after a name is an initial: of the name ("birgitta r"), or the last word ("alva s").

    Args:
        text: The text.
        end: Where the name ends.
        after: The letter, as a group.
        letters: The initials of those who are called so, folded.
    """
    letter = folded(after[1])
    is_listed = letter in letters and after.start() == end
    if letter in _SHORT_WORDS:
        return is_listed and bool(_ENDS_INITIAL.match(text, after.end()))
    return is_listed or bool(_ENDS_NAME.match(text, after.end()))


def initials_of(name: str) -> frozenset[str]:
    """Give the initials by which somebody is called, in capitals: "KL" of "Kerstin Lövgren", "PO" of "Per-Olof"."""
    parts = words_of(name)
    bases = (folded(word) for word in parts)
    whole = (orders_of("".join(word[0] for word in each).upper()) for each in (parts, bases))
    return frozenset().union(*whole, (first + second for first, second in _DOUBLE.findall(name.upper())))


def orders_of(letters: str) -> set[str]:
    """Give the initials of a whole name as people write them: "ÅKB", "BÅK", "ÅB"; of one word none."""
    return {letters, letters[-1] + letters[:-1], letters[0] + letters[-1]} if len(letters) > 1 else set()


def _is_done_to(text: str, start: int) -> bool:
    """Whether a capital after a verb is somebody: "pappa hämtar E på onsdag", and no grade as in "fick E i bild"."""
    verb = _LAST_WORD.search(text, max(0, start - 26), start)
    if verb is None or not _AFTER_OBJECT.match(text, start + 1):
        return False
    low = verb[1].lower()
    return is_verb_form(low) and low not in words("before_a_grade", "name_words")
