"""Full names of which only a part is listed, and names that are set off after a person word and a place.

"Torkel Brandt" has a listed surname and "Shilan Mohammed Amin" a listed second name: the capital before belongs to it.
"Chefen på ICA, Torkel Brandt, kan" and "Hon heter Zebbe" tell by what stands before. Where the words before may be
something else, or nothing of the name is listed, somebody has to look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sip_tui.privacy.context import Context
from sip_tui.privacy.finders.name_spellings import PLACE_ENDINGS
from sip_tui.privacy.finders.names import SAYS_ON_THE_ROLL
from sip_tui.privacy.finders.people import MAYBE, PLACE_NOUNS, SAYS_NAME, SAYS_PERSON
from sip_tui.privacy.homographs.surroundings import is_small_word
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.name_lists import (
    KIN,
    PERSON_NOUN,
    REACH,
    ROLES,
    follows_capital,
    is_surname,
    is_title,
    is_word,
    starts_sentence,
)
from sip_tui.privacy.places import Places
from sip_tui.privacy.verb_forms import is_verb_form
from sip_tui.privacy.word_tables import SURNAME, WordSet, bits_of, is_given_name

_NO_NAME = KIN.bit | ROLES.bit | PERSON_NOUN.bit | PLACE_ENDINGS.bit | PLACE_NOUNS.bit
_NO_SURNAME = _NO_NAME & ~KIN.bit
"""Without words for relatives, as "Svensson" ends like one."""
_CAPITAL = r"[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?"
_CAPITAL_BEFORE = re.compile(rf"(?<![\w@/.&-])({_CAPITAL}) $")
_INITIAL_BEFORE = re.compile(r"(?<![\w.-])[A-ZÅÄÖ]\.(?:[- ]?[A-ZÅÄÖ]\.)? ?$")
_IN_A_PLACE = re.compile(r"(?<![^\W_])(?:i|vid) $", re.IGNORECASE)
_WITH_SOMEBODY = re.compile(r"(?<![^\W_])(?:hos|av|åt|enl\.?|enligt) $", re.IGNORECASE)
_ENDS_A_NAME = re.compile(r"(?:[.,;:!?)]|$|\n| [a-zåäö(])")
_SET_OFF = re.compile(
    r"(?: (?:på|i|vid|från|hos|för|inom|till|av) [^\W_][\w:&-]*(?: [^\W_][\w:&-]*){0,2}(?:, | \(| [–-] )"
    r"|: ?)(?=[A-ZÅÄÖ])"
)
_NAME = re.compile(rf"{_CAPITAL}(?: (?:(?:von|af|de|al|el|van) )?{_CAPITAL}){{0,2}}")
_CLOSED = re.compile(r"[,).]| [–-] |$|\n")
_CALLED = re.compile(
    r"(?<![^\W_])(?:(?:[Hh]on|[Hh]an|[Hh]en) (?:heter|hette)"
    r"|kalla(?:r|de|t)? (?:henne|honom|hen|mig|dig|sig)(?: för)?|kallas(?: för)?) (?=[A-ZÅÄÖ])"
)
_SHORT_BEFORE = re.compile(r"(?<![\w@/.&-])([A-ZÅÄÖ][a-zåäöé]) (?=[A-Z][a-z]{1,2} [A-Z][a-z])")
"""A family name of two letters before two short ones, which is hardly a verb there: "Le Thi Hoa"."""
_SHORTEST_SHOUTED = 4
_OPENERS = frozenset({"Både", "Varken", "Förutom", "Utifrån", "Hej", "Kära", "Tack"})
"""Words that begin a sentence before a name, and are in none of the tables of grammar."""
_TOWNS = WordSet("towns", "name_surroundings")
"""Surnames that are towns: "Folktandvården Lund"."""


def find_full_names(context: Context, found: Sequence[Candidate]) -> list[Candidate]:
    """The names of which a part was found, or is a listed surname; a longer hit takes the place of its part."""
    text, hits = context.text, list[Candidate]()
    taken = Places((hit.start, hit.end) for hit in found)
    for start, end, bits in context.cues_of(SURNAME | KIN.bit | ROLES.bit):
        if bits & SURNAME:
            hits += () if taken.holds(start) else _by_surname(text, start, end)
        elif hit := _set_off(text, end):
            hits.append(hit)
    hits += _called(text) if " het" in text or "kalla" in text else ()
    hits += [longer for hit in found if hit.why == SAYS_NAME and (longer := _longer(text, hit))]
    if hits:
        others = Places((hit.start, hit.end) for hit in found if hit.why != SAYS_NAME)
        hits = [hit for hit in hits if not (others.holds(hit.start) or others.holds(hit.end - 1))]
    known = [hit for hit in found if hit.why == SAYS_ON_THE_ROLL and follows_capital(text, hit.start)]
    return hits + [other for hit in known if (other := _relative(text, hit))]


def _by_surname(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Somebody with a listed surname and a first name that is not, "Torkel Brandt", or a family: "hos Perssons"."""
    before = _capital_before(text, start)
    if initial := _INITIAL_BEFORE.search(text, max(0, start - 8), start):
        yield _with_an_initial(text, initial.start(), end)
    if before is None and _WITH_SOMEBODY.search(text, max(0, start - 10), start) and _is_alone(text, start, end):
        yield Candidate(start, end, "possible_name", "low", MAYBE)
    if before is None or not _may_be_name(before[1]) or is_title(text, before.start(1)):
        return
    begin = before.start(1)
    surname = text[start:end]
    if surname.lower() in _TOWNS:
        return
    doubtful = _is_in_a_place(text, begin) or is_word(surname.lower()) or bits_of(surname) & _NO_SURNAME
    if doubtful or (starts_sentence(text, begin) and not _CLOSED.match(text, end) and not _goes_on(text, end)):
        yield Candidate(begin, end, "possible_name", "low", MAYBE)
    else:
        yield Candidate(begin, end, "name", "medium", SAYS_NAME, "[namn]s" if _owns(surname) else "")


def _with_an_initial(text: str, start: int, end: int) -> Candidate:
    """A surname with an initial, "J. Holmqvist tolkar"; the letter may end a sentence instead: "i grupp A. Holm"."""
    is_one = starts_sentence(text, start) or _WITH_SOMEBODY.search(text, max(0, start - 10), start)
    if is_one:
        return Candidate(start, end, "name", "medium", SAYS_NAME)
    return Candidate(start, end, "possible_name", "low", MAYBE)


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether a surname is neither a word, a town nor the beginning of the name of an office."""
    lower = text[start:end].lower()
    known = lower in _TOWNS or is_word(lower) or bits_of(text[start:end]) & _NO_SURNAME
    return not known and bool(_ENDS_A_NAME.match(text, end))


def _is_in_a_place(text: str, at: int) -> bool:
    """Whether what stands here is most often a place: after "i" or "vid"."""
    return _IN_A_PLACE.search(text, max(0, at - 4), at) is not None


def _goes_on(text: str, end: int) -> bool:
    """Whether a sentence goes on after its subject, so that what begins it is one."""
    return text[end : end + 1] == " " and (text[end + 1 : end + 2].islower() or text[end + 1 : end + 2] == "(")


def _owns(surname: str) -> bool:
    return surname[-1] == "s" and is_surname(surname[:-1])


def _longer(text: str, hit: Candidate) -> Candidate | None:
    """A name with the capital before it: "Shilan Mohammed Amin", where Mohammed is listed."""
    if short := _SHORT_BEFORE.match(text, hit.start - 3) if hit.start > 2 else None:
        return hit._replace(start=short.start(1)) if not is_small_word(short[1].lower()) else None
    before = _capital_before(text, hit.start)
    if before is None or not _may_be_name(before[1]) or _is_in_a_place(text, before.start(1)):
        return None
    if starts_sentence(text, before.start(1)):
        if " " not in text[hit.start : hit.end]:
            return None
        return Candidate(before.start(1), hit.start - 1, "possible_name", "low", MAYBE)
    return hit._replace(start=before.start(1))


def _relative(text: str, hit: Candidate) -> Candidate | None:
    """Somebody else with a surname of the roll: "Zilan Kaya", where only Serhad Kaya is there."""
    written = text[hit.start : hit.end]
    is_initials = written.isupper() and len(written) < _SHORTEST_SHOUTED  # "Önskemål KF: avlastning"
    if not written[0].isupper() or is_initials or " " in written or is_given_name(written):
        return None
    begun = _first_names(text, hit.start)
    owned = "[namn]s" if hit.mask.endswith("s") and written[-1] == "s" else "[namn]"
    return hit._replace(start=begun, mask=owned) if begun < hit.start else None


def _first_names(text: str, at: int) -> int:
    """Where the capitals before a surname begin, at most two."""
    for _word in range(2):
        before = _capital_before(text, at)
        if before is None or not _may_be_name(before[1]) or _is_in_a_place(text, before.start(1)):
            break
        at = before.start(1)
    return at


def _capital_before(text: str, at: int) -> re.Match[str] | None:
    """The word with a capital right before a place."""
    return _CAPITAL_BEFORE.search(text, max(0, at - REACH), at) if follows_capital(text, at) else None


def _may_be_name(word: str) -> bool:
    """Whether a word with a capital is none of those that are known for something else."""
    lower = word.lower()
    if len(word) < 3 or word in _OPENERS or bits_of(word) & _NO_NAME:
        return False
    return not (is_word(lower) or is_verb_form(lower) or is_small_word(lower))


def _set_off(text: str, end: int) -> Candidate | None:
    """Who stands after a person word and a place: "Chefen på ICA, Torkel Brandt, kan"."""
    joint = _SET_OFF.match(text, end)
    name = _NAME.match(text, joint.end()) if joint else None
    if name is None or not _CLOSED.match(text, name.end()):
        return None
    words = name[0].split()
    is_one = text[end] == ":" and len(words) < 2
    if is_one or is_title(text, name.start()) or any(_is_known(word) for word in words):
        return None
    if is_given_name(words[0]) or is_surname(words[-1]):
        return Candidate(*name.span(), "name", "medium", SAYS_PERSON)
    return Candidate(*name.span(), "possible_name", "low", MAYBE)


def _is_known(word: str) -> bool:
    return bool(bits_of(word) & (_NO_SURNAME if is_surname(word) else _NO_NAME)) or is_small_word(word.lower())


def _called(text: str) -> Iterator[Candidate]:
    """Who somebody says that a person is: "Hon heter Zebbe", "kallar honom Jolle"."""
    for place in _CALLED.finditer(text):
        if name := _NAME.match(text, place.end()):
            yield Candidate(*name.span(), "name", "high", SAYS_PERSON)
