"""Where a name begins and ends in a text: titles, partners' names, given names before it."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from sip_tui.privacy.homographs import Verdict
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.name_lists import (
    REACH,
    ROLES,
    folded,
    is_surname,
    is_title,
    is_within_title,
    is_word,
    may_be_title,
)
from sip_tui.privacy.word_tables import (
    bits_of,
    is_given_name,
)

GENITIVE_END = re.compile(r"(?:[:'’]?s|(?<=[sxz])['’])?(?![^\W\d_])", re.IGNORECASE)
_FARTHEST = 12
"""So many letters may stand between two parts of a name, "von der" at the most."""
_LONGEST_SIGN = 4
_JOINT = re.compile(r"(?:[ \n,_+-]{0,3}|\.)(?:(?:von|af|de|al|la|van|der|den|el|[A-ZÅÄÖ]\.?)[ \n._-])?(?:der )?")
_SURNAME_AFTER = re.compile(r" ([A-ZÅÄÖ][^\W\d_]+)")
_GIVEN_BEFORE = re.compile(r"(?<![\w-])([A-ZÅÄÖ][^\W\d_]+)(?:-[A-ZÅÄÖ][^\W\d_]+)? $")
_PARTNER_AFTER = re.compile(r"-[A-ZÅÄÖ][^\W\d_]+")
_PARTNER_BEFORE = re.compile(r"(?<![^\W\d_])[A-ZÅÄÖ][^\W\d_]+-$")

_IN_A_SENTENCE = re.compile(r"[a-zåäö] ")
_GOES_ON = re.compile(r" [a-zåäö][a-zåäö]|[.!?;)]|\Z")


class Part(NamedTuple):
    """One word of a name in the text: where, whose it may be, and what it is where nothing else belongs to it."""

    start: int
    end: int
    owners: frozenset[int]
    verdict: Verdict = Verdict.NAME


class Owned(NamedTuple):
    """A word that may name somebody on the roll.

    Attributes:
        owners: Whose name it may be.
        first: Where in the word the name begins.
        last: Where it ends.
        may_be_verb: Whether it is a verb after a pronoun: small letters, and written otherwise than on the roll.
        may_be_title: Whether it may belong to what everybody knows.
        is_no_word: Whether it is no word that is spelt alike.
        is_plain: Whether it is surely the name, whatever stands around it.
    """

    owners: frozenset[int]
    first: int
    last: int
    may_be_verb: bool
    may_be_title: bool
    is_no_word: bool
    is_plain: bool

    @classmethod
    def of(cls, word: str, owners: frozenset[int], first: int, last: int, known: Container[str]) -> Owned:
        """Tell once for a word what does not depend on where it stands; ``known`` are the roll's names, folded."""
        name = word[first:last]
        may_be_verb, has_title = (
            name[0].islower() and folded(name) not in known,
            may_be_title(name),
        )
        is_no_word = len(name) > 1 and _is_no_other_word(name)
        is_plain = is_no_word and not (may_be_verb or has_title)
        return cls(owners, first, last, may_be_verb, has_title, is_no_word, is_plain)


def _is_no_other_word(name: str) -> bool:
    """Whether a name is one wherever it stands."""
    if (name.isupper() and len(name) in (2, 3)) or name == "SoL" or is_word(name.lower()):
        return False
    return name[0].isupper() or len(name) > 2


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a word has neither initial, other half, surname nor ending beside it: a quick look at what tells so."""
    return bool((not start or _IN_A_SENTENCE.match(text, start - 2)) and _GOES_ON.match(text, end))


def is_joined(text: str, before: Part, after: Part) -> bool:
    """Whether two parts are one name; over a line's end only another part that is alone on its line."""
    if after.start - before.end > _FARTHEST or not before.owners & after.owners:
        return False
    if not _JOINT.fullmatch(text, before.end, after.start) or _are_both_initials(text, before, after):
        return False
    if "\n" not in text[before.end : after.start]:
        return not _is_said_to(text, before, after)
    begins = text[text.rfind("\n", 0, before.start) + 1 : before.start]
    end = text.find("\n", after.end)
    ends = text[after.end : end if end >= 0 else None]
    repeated = folded(text[before.start : before.end]) == folded(text[after.start : after.end])
    return not repeated and not (begins.strip() and ends.strip(" .,"))


def _are_both_initials(text: str, before: Part, after: Part) -> bool:
    """Whether two signs are the same initials in two orders, of which one is an office: "från FK, KF frågar"."""
    first, last = text[before.start : before.end], text[after.start : after.end]
    return first.isupper() and len(first) < _LONGEST_SIGN and sorted(first) == sorted(last)


def _is_said_to(text: str, before: Part, after: Part) -> bool:
    """Whether a word in small letters stands before a name that is spelt alike: "ring Ring om det"."""
    lower, name = text[before.start : before.end], text[after.start : after.end]
    return before.verdict is Verdict.WORD and lower.islower() and lower == name.lower() != name


def is_public(text: str, start: int, end: int, owners: Mapping[str, frozenset[int]]) -> bool:
    """Whether a name belongs to what everybody knows, and not to somebody of the roll who is called so."""
    is_known = is_title(text, start) or is_within_title(text, start, end)
    return is_known and not _is_whole_name(text, start, end, owners)


def _is_whole_name(text: str, start: int, end: int, owners: Mapping[str, frozenset[int]]) -> bool:
    """Whether another name of the same person stands beside one: somebody may be called Elsa Andersson too."""
    beside = (*text[max(0, start - 24) : start].split()[-1:], *text[end : end + 24].split()[:1])
    own = owners.get(folded(text[start:end]), frozenset())
    return any(own & owners.get(folded(word.strip(".,:;!?")), frozenset()) for word in beside)


def in_genitive(word: str) -> str:
    """Give a role word its ending in a genitive."""
    if word == "du":
        return "din"
    return word if word.endswith(("s", "x", "z")) else word + "s"


def is_bounded(text: str, start: int, end: int) -> bool:
    """A word of its own: no letter on either side but a genitive's."""
    return not text[max(0, start - 1) : start].isalpha() and bool(GENITIVE_END.match(text, end))


def with_partners(text: str, start: int, end: int, own: Container[str]) -> tuple[int, int, bool]:
    """Take the other half of a double name and a foreign surname along; the latter makes it somebody else.

    ``own`` are the names of the roll, folded: one of them is no surname of another's: "ringer Lena Omar".
    """
    if text[max(0, start - 1) : start] == "-" and (before := _PARTNER_BEFORE.search(text[max(0, start - 24) : start])):
        start -= len(before[0])
    while text[end : end + 1] == "-" and (after := _PARTNER_AFTER.match(text, end)):
        end = after.end()
    surname = _SURNAME_AFTER.match(text, end) if text[end + 1 : end + 2].isupper() else None
    if surname and folded(surname[1]) in own:
        return start, end, False
    if surname and is_surname(surname[1]) and not surname[1].endswith("s") and not bits_of(surname[1]) & ROLES.bit:
        return start, surname.end(), True
    return start, end, False


def with_half_before(text: str, start: int) -> int:
    """Take the other half before a given name along: "Ing-Marie", where Ing alone is no name."""
    half = _PARTNER_BEFORE.search(text, max(0, start - _FARTHEST), start) if text[start - 1 : start] == "-" else None
    return half.start() if half else start


def with_given_name(text: str, start: int) -> tuple[int, bool]:
    """Take the given names before a surname of the roll along: "Nils Erik Berg" is somebody else than Hans Berg."""
    begun = start
    for _name in range(2):
        before = _GIVEN_BEFORE.search(text, max(0, begun - REACH), begun)
        if before is None or not is_given_name(before[1]) or bits_of(before[1]) & ROLES.bit:
            break
        begun = before.start()
    return begun, begun < start


def is_inside(hit: Candidate, masks: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a candidate begins within something that is hidden already."""
    return any(start <= hit.start < end for start, end in masks)
