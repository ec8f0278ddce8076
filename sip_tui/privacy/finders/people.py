"""People who are not on the roll: partners, friends, relatives, teachers, neighbours, pets.

Sure is a kin or role word before a name, and a given name (``name_lists``) before a surname or in the middle of a
sentence. A given name that begins a sentence is only reported: somebody has to look at it. Where a kin or role word
stands before the name that word alone remains ("hennes pojkvän"), else a mask.

Sources: Swedish name statistics (see ``data/README.md``); Berg & Dalianis, NoDaLiDa 2021, on names in clinical notes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sip_tui.paths import name_list
from sip_tui.privacy.context import Context
from sip_tui.privacy.finders.days_like_names import is_led_to_as_a_day, is_told_of_as_a_day
from sip_tui.privacy.finders.explained import is_explained
from sip_tui.privacy.finders.name_bounds import with_half_before
from sip_tui.privacy.finders.name_spellings import PLACE_ENDINGS
from sip_tui.privacy.finders.names_as_words import is_the_word, owns_a_room
from sip_tui.privacy.finders.small_names import small_name
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.name_lists import (
    KIN,
    PERSON_NOUN,
    REACH,
    ROLES,
    follows_capital,
    is_said_of_a_person,
    is_surname,
    is_title,
    is_within_title,
    is_word,
    starts_sentence,
    titles,
)
from sip_tui.privacy.places import Places
from sip_tui.privacy.word_tables import GIVEN_NAME, ON_THE_ROLL, SURNAME, CueFamily, WordSet, bits_of, is_given_name

ROLE_IN_SHORT = CueFamily("role_in_short")
"""Roles that are in short by their dot, which ends no sentence: "lär. Göransson"."""
_WORDS = KIN.bit | ROLES.bit
_INTRODUCES = _WORDS | ROLE_IN_SHORT.bit
BITS = _INTRODUCES | GIVEN_NAME | ON_THE_ROLL | SURNAME
PLACE_NOUNS = CueFamily("place_nouns", gate=False)
_CAPITAL = r"[A-ZÅÄÖÉ][^\W\d_]+(?:-[A-ZÅÄÖÉ][^\W\d_]+)?"
_NAME = re.compile(rf"{_CAPITAL}(?: (?:(?:von|af|de|al|el|van|der|la|bin) ){{0,2}}{_CAPITAL}){{0,3}}")
_INTRODUCED = re.compile(
    r"(?:[ \n](?:\(?[hH]on |[hH]an )?(?:(?:som )?heter |vid namn |kallad )?|, | \(|\((?=[A-ZÅÄÖ]))[\"”']?(?=[^\W\d_])"
)
_LABEL = re.compile(r": ?(?=[A-ZÅÄÖ])")
_AND_ANOTHER = re.compile(rf"(?: \d{{1,2}}(?: år)?)?(?: och | o | & |, | samt )(?P<name>{_CAPITAL})")
_OWNER_BEFORE = re.compile(r"(?<![\w-])([A-ZÅÄÖ][a-zåäöé]{2,}s) $")
_SEVERAL = ("arna", "erna", "orna", "barnen", "syskon", "syskonen")
"""How a word for several people ends, after which every capital is a name: "tvillingarna Ask och Embla"."""
_INITIAL = re.compile(r" [A-ZÅÄÖ](?![\w-])(?:\.(?=[ ,)])(?! [A-ZÅÄÖ]))?")  # "Gunvor S, som ringer"
_DIGIT = re.compile(r"\d")
_AGE_AFTER = re.compile(r" \d{1,2}(?: år)?(?=[ ,.;)\n]|$)(?! (?:gånger|ggr|dagar|timmar|tim|min|veckor|kr|st))")
_TAIL = re.compile(r"-[a-zåäö]|[.@_]\w|\d| \d+:\d| \d{4}(?!\d)")
_SHOUTED = re.compile(r"[A-ZÅÄÖ]{3,} [A-ZÅÄÖ]{3,}")
_NO_PERSON_BEFORE = re.compile(
    r"(?:(?<![^\W\d_])(?:(?:äter|äta|åt|ätit|fikar?|jobbar|arbetar|handlar) på|(?:flyg|tåg|buss) till"
    r"|[Ll]ex|[Ss]ankta?|[Ss]:t|[Ss]t\.?|[Ss]:ta|[Hh]urricane|[Ss]torm(?:en)?) |[@#/._\d]|\d (?:i )?)$"
)
_MAY_SAY_NO_PERSON = (  # how what the pattern finds ends
    *(f"{ending} " for ending in ("i", "på", "ll", "x", "t", "a", "t.", "e", "m", "en", *map(str, range(10)))),
    *("@", "#", "/", ".", "_", *map(str, range(10))),
)
_ROLE_BEFORE = re.compile(r"(?<![^\W\d_])((?:läkare|doktor|psykiater|lärare|granne)n?) \($", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
_NEXT_WORD = re.compile(r"[ ]([^\W\d_]+)")
_TITLES = {
    "dr": "läkaren",
    "doktor": "läkaren",
    "prof": "professorn",
    **dict.fromkeys(("fru", "herr", "fröken", "tant"), "[namn]"),
}
"""What stands for a title and a name, as the title says nothing alone: "dr Palmgren", "fru Andersson"."""
_SUBJECTS = WordSet("school_subjects", "name_words")
SAYS_PERSON = "Ett ord för en person står framför namnet."
SAYS_NAME = "Ett förnamn som inte finns i deltagarlistan."
MAYBE = "Kan vara namnet på någon som inte finns i deltagarlistan."


class _Person(NamedTuple):
    start: int
    end: int
    sure: bool


def find_people(context: Context, found: Sequence[Candidate]) -> list[Candidate]:
    """Everybody who is named in the view and not among what was ``found`` before."""
    text, done = context.text, 0
    cues = context.cues_of(_INTRODUCES | GIVEN_NAME)
    if cues and found:
        begun = {hit.start for hit in found}
        cues = [cue for cue in cues if cue[0] not in begun]
    if not cues:
        return []
    taken = Places((hit.start, hit.end) for hit in found)
    people: list[Candidate] = []
    for start, end, bits in cues:
        if start < done or taken.holds(start):
            continue
        hit = _after_word(text, start, end, bits) if bits & _INTRODUCES else None
        if bits & KIN.bit and text[start].islower() and not text.startswith("barn", start):
            owner = _owner(text, max(done, start - REACH), start) if follows_capital(text, start) else None
            people += (owner,) if hit and owner and not taken.holds(owner.start) else ()
            hit = hit or owner
        if hit is None and bits & GIVEN_NAME and (person := _by_name(text, start, end)):
            hit = _candidate(person, _genitive(text, person))
        if hit and not taken.holds(hit.end - 1) and not taken.holds(hit.start):
            done = hit.end
            people.append(hit)
    return people


def _owner(text: str, begin: int, end: int) -> Candidate | None:
    """Somebody with any name before a relative: "Moltes mamma", and neither "Barnets mamma" nor "Mammas syster"."""
    found = _OWNER_BEFORE.search(text, begin, end)
    if found is None:
        return None
    name = found[1].removesuffix("s")
    known = bits_of(name) & (_WORDS | PLACE_ENDINGS.bit | PERSON_NOUN.bit) or is_word(name.lower())
    if known or name.endswith(("en", "et", "an", "na")):
        return None
    return Candidate(*found.span(1), "name", "medium", SAYS_PERSON, "[namn]s")


def _genitive(text: str, person: _Person) -> str:
    """The mask with its ending for "Viggos mamma" and "Hampus mamma"; empty where the name has none."""
    last, after = text[person.start : person.end].split()[-1], _NEXT_WORD.match(text, person.end)
    bare = last.removesuffix("s")
    owns = last != bare and last not in name_list("given_names") and (is_given_name(bare) or is_surname(bare))
    owns = owns or (last[-1] in "sxz" and after is not None and bool(bits_of(after[1]) & KIN.bit))
    return "[namn]s" if owns and text[person.end : person.end + 1] == " " else ""


def _candidate(person: _Person, mask: str) -> Candidate:
    if person.sure:
        return Candidate(person.start, person.end, "name", "medium", SAYS_NAME, mask)
    return Candidate(person.start, person.end, "possible_name", "low", MAYBE)


def _after_word(text: str, start: int, end: int, bits: int) -> Candidate | None:
    """The person whose kin or role word, of the families ``bits``, stands at ``start``."""
    if (text[end - 1] == "s" and bits_of(text[start : end - 1]) & _WORDS) or is_title(text, start):
        return None
    kin, is_short = bool(bits & KIN.bit), not bits & _WORDS
    end += bits & ROLE_IN_SHORT.bit > 0 and text[end : end + 1] == "."
    if is_short and text[end - 1] != ".":
        return None
    label = None if (joint := _INTRODUCED.match(text, end)) else _LABEL.match(text, end)
    if not (joint := joint or label) or is_title(text, joint.end()):
        return None
    person = _named(text, joint.end(), kin, joint[0], titled=_title(text, start, end) in _TITLES)
    if person is None or (is_short and not person.sure) or ("\n" in joint[0] and not _is_whole_name(text, person)):
        return None
    stop = _with_others(text, person.end, several=bool(label) or text[start:end].lower().endswith(_SEVERAL))
    if not person.sure:
        return Candidate(person.start, stop, "possible_name", "low", MAYBE)
    if label or "\n" in joint[0] or joint[0].strip() not in ("", "(", ","):
        return Candidate(person.start, stop, "name", "high", SAYS_PERSON)
    if "(" in joint[0] and text[stop : stop + 1] != ")":
        return Candidate(person.start, stop, "name", "high", SAYS_PERSON)
    return _only_the_word(text, start, end, stop, joint[0])


def _title(text: str, start: int, end: int) -> str:
    """A word as the table of titles has it: "Dr." is "dr"."""
    return text[start:end].lower().removesuffix(".")


def _is_whole_name(text: str, person: _Person) -> bool:
    """Whether what begins a line is surely a name: "kontaktperson" and on the next line "Elin Berg", no "Vem"."""
    return is_given_name(text[person.start : person.end].split()[0])


def _only_the_word(text: str, start: int, end: int, stop: int, joint: str) -> Candidate:
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if before and bits_of(before[1]) & _WORDS and not before[1].endswith("s"):
        start, end = before.span(1)  # "grannen fru Pettersson"
    if (whole := _ROLE_BEFORE.search(text, max(0, start - 24), start)) and text[stop : stop + 1] == ")":
        return Candidate(whole.start(), stop + 1, "name", "high", SAYS_PERSON, whole[1])  # "läkaren (dr Lo)"
    word = _TITLES.get(_title(text, start, end), text[start:end])
    closing = "," if joint.startswith(",") and text[stop : stop + 1] == "," else ")" if "(" in joint else ""
    last = text[_last_word(text, stop) : stop]
    bare = last.removesuffix("s")
    owns = is_given_name(last) or (is_surname(bare) and not is_surname(last))
    genitive = not closing and bare != last and last not in name_list("given_names") and owns
    mask = word + "s" if genitive and not word.endswith("s") else word
    return Candidate(start, stop + len(closing), "name", "high", SAYS_PERSON, mask)


def _last_word(text: str, stop: int) -> int:
    at = stop
    while at and text[at - 1].isalpha():
        at -= 1
    return at


def _named(text: str, start: int, kin: bool, joint: str, *, titled: bool = False) -> _Person | None:
    """The name that begins at ``start``, after a kin or role word and what joins them."""
    called = joint.endswith(("heter ", "namn "))
    plain = called or joint in (" ", "\n")
    found = _NAME.match(text, start)
    if found is None:
        small = small_name(text, start, titled=titled) if plain else None
        return _Person(start, small[0], kin or small[1]) if small else None
    words = found[0].split()
    first = words[0]
    if (first.isupper() and not is_given_name(first.title())) or first.lower() in _SUBJECTS:
        return None
    listed = any(is_given_name(word) or is_surname(word) for word in words)
    counted = bool(_AGE_AFTER.match(text, found.end()))
    if not listed and not plain and not (kin and counted):
        return None
    if kin and not (listed or called) and is_said_of_a_person(first.lower()):
        return None
    if not listed and (bits_of(first) & (PLACE_ENDINGS.bit | _WORDS) or _TAIL.match(text, found.end())):
        return None
    last = (listed and _INITIAL.match(text, found.end())) or found
    return _Person(start, last.end(), kin or listed or called)


def _with_others(text: str, end: int, *, several: bool) -> int:
    begun = end
    while other := _AND_ANOTHER.match(text, end):
        name = other["name"]
        is_noun = name.endswith(("en", "et", "an", "na")) or bits_of(name) & (_WORDS | PLACE_ENDINGS.bit)
        any_name = several and name.istitle() and not is_noun
        if not (any_name or is_given_name(name) or is_surname(name)):
            break
        end = other.end()
    more = text[begun:end]
    age = _AGE_AFTER.match(text, end) if _DIGIT.search(more) and "\n" not in more else None
    return age.end() if age else end


def _by_name(text: str, start: int, end: int) -> _Person | None:
    """The person with a listed given name at ``start``, unless it names a place, a law or a thing."""
    found = _NAME.match(text, start)
    if found is None or _says_no_person(text[max(0, start - 24) : start].removesuffix("\n"), text[start:end]):
        return None
    if text[start:end].isupper() and not _SHOUTED.search(text[max(0, start - 16) : end + 16]):
        return None
    lower, public = found[0].lower(), titles()
    known = not public.isdisjoint((lower, lower.removesuffix("s")))
    if known or is_title(text, start) or is_within_title(text, start, end):
        return None
    stop = found.end()
    after = _NEXT_WORD.match(text, stop)
    last = found[0].split()[-1]
    is_place = after and bits_of(after[1]) & PLACE_NOUNS.bit and not owns_a_room(last, after[1])
    if _TAIL.match(text, stop) or is_place or bits_of(last) & PLACE_NOUNS.bit:
        return None
    if is_the_word(text, start, end):
        return None
    if stop > end and not text.startswith("-", end):
        return _with_surname(text, start, end, found)
    if stop == end and is_told_of_as_a_day(text, start, end):
        return None
    return _alone(text, start, found)


def _alone(text: str, start: int, found: re.Match[str]) -> _Person:
    """The person with a given name and no surname, at most an initial."""
    stop = found.end()
    initial = _INITIAL.match(text, stop)
    acts = _acts(text, start, stop, _NEXT_WORD.match(text, stop)) or is_explained(text, start, stop)
    sure = acts or initial is not None or not starts_sentence(text, start)
    return _Person(with_half_before(text, start), (initial or found).end(), sure)


def _says_no_person(before: str, name: str) -> bool:
    """Whether what stands before a name says that it is a place, a sign or a day."""
    if before.endswith(_MAY_SAY_NO_PERSON) and _NO_PERSON_BEFORE.search(before):
        return True
    last = _WORD_BEFORE.search(before, max(0, before.rfind(" ", 0, -1))) if before.endswith(" ") else None
    return bool(last and (bits_of(last[1]) & PLACE_NOUNS.bit or is_led_to_as_a_day(last[1], name)))


def _acts(text: str, start: int, end: int, after: re.Match[str] | None) -> bool:
    """Whether a name that is no word and begins a sentence acts, or has a relative: "Laila tolkar", "Alves mamma"."""
    if after is None or is_word(text[start:end].lower()):
        return False
    return is_said_of_a_person(after[1]) or (text[end - 1] == "s" and bool(bits_of(after[1]) & KIN.bit))


def _with_surname(text: str, start: int, end: int, found: re.Match[str]) -> _Person | None:
    """A given name and more capitals: a person, unless the rest names a place or an authority."""
    second = found[0].split()[1]
    second = second.title() if text[start:end].isupper() else second
    if is_surname(second) or is_given_name(second) or not (bits_of(second) & PLACE_ENDINGS.bit or second.isupper()):
        return _Person(with_half_before(text, start), found.end(), sure=True)
    return None
