"""Given names in small letters, as people type them: "leker m wilma o lo", "wilmas mamma", "linus på fritids".

A given name that is no word and no form of a verb is hardly ever anything else: of 74,000 words of notes and texts in
Swedish ten were. Where only a person can stand it is masked; elsewhere somebody has to look at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from sip_tui.paths import name_list
from sip_tui.privacy.context import Context
from sip_tui.privacy.finders.people import MAYBE
from sip_tui.privacy.finders.small_names import small_surname_end
from sip_tui.privacy.homographs import Verdict, judge
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.name_lists import KIN, is_said_of_a_person, is_small_name, is_word, starts_sentence
from sip_tui.privacy.places import Places
from sip_tui.privacy.verb_forms import infinitive_of, is_verb_form
from sip_tui.privacy.word_tables import SMALL_NAME, bits_of, is_given_name

_TO_A_PERSON = re.compile(
    r"(?<![^\W_])(?:(?:leker|lekt|leka|bråkar|bråkat|umgås|träffar|träffat|vän|bror|syster|kompis\w{0,4}|heter|ringer|ringa"
    r"|frågar|fråga|pratar|prata|pratat|bor|sover|är|var|varit)(?: (?:m|med|hos|till))?"
    r"|hos|av|enl|enligt|åt|utan|fr|från|till|t|för|mot|m|med|mellan) $"
)
_WORD_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]+) $")
_DONE_TO_PEOPLE = frozenset(
    (
        *("hjälpa", "stötta", "stödja", "hämta", "lämna", "följa", "skjutsa", "möta"),
        *("träffa", "ringa", "kontakta", "informera", "fråga", "besöka", "sakna"),
    )
)
"""What is done to people, and hardly to anything that is called like one."""
_AND = re.compile(r"(?: o | och | å | & |, | \+ | eller | el )(?P<name>[a-zåäöé]{2,})(?![\w@/-])")
_AND_BEFORE = re.compile(r"(?<![\w@/.-])([a-zåäöé]{3,})(?P<joint> o | och | å | & |, | \+ | eller | el )$")
_BESIDE_PRONOUN = frozenset(("hon", "han", "hen", "jag"))
"""Who is in a row with somebody: "moa och hon är ovänner"."""
_KIN_AFTER = re.compile(r" ([a-zåäö]{3,})(?![^\W_])")
_NEXT = re.compile(r" ?(?P<stop>[(:,;.!?\n]|$)| (?P<initial>[a-zåäö])(?=[ ,.:;(\n]|$)| (?P<word>[^\W\d_]+)")
_PART_OF_A_WORD = re.compile(r"[\w@/-]|\.\w")
_HALF_BEFORE = re.compile(r"(?<![\w@/.-])([a-zåäöé]{2,})-$")
_HALF_AFTER = re.compile(r"-([a-zåäöé]{2,})(?![\w@/-]|\.\w)")
_SHORT_WORDS = frozenset("oimåa")
_JOINED = ("@", "/", ".", "-", "_")
_SHORTEST, _LONGEST = 4, 16
SAYS_SMALL = "Ett förnamn med liten bokstav där en person nämns."


def find_lower_case_names(context: Context, found: Sequence[Candidate]) -> list[Candidate]:
    """Each listed given name in small letters that nothing else was found in."""
    text, cues = context.text, context.cues_of(SMALL_NAME)
    sure = [hit.end for hit in found if hit.kind == "name" and _AND.match(text, hit.end)]
    beside = [other for end in sure for other in _with_others(text, end)]
    if not cues and not beside:
        return []
    places = Places((hit.start, hit.end) for hit in found)
    alone = [(start, end) for start, end, _bits in cues if not places.holds(start) and not _is_part(text, start, end)]
    known = frozenset(hit.start for hit in found if hit.kind == "name")
    names = [hit for start, end in alone if (hit := _named(text, start, end, known))]
    names += [hit for start, end, _bits in cues if not places.holds(start) and (hit := _double_name(text, start, end))]
    beside += [other for hit in names if hit.kind == "name" for other in _with_others(text, hit.end)]
    return [*names, *(other for other in beside if not places.holds(other.start))]


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether the word belongs to an address, a file name or a compound."""
    return text[max(0, start - 1) : start] in _JOINED or bool(_PART_OF_A_WORD.match(text, end))


def _double_name(text: str, start: int, end: int) -> Candidate | None:
    """A given name with another one before or behind its hyphen: "britt-marie", "maj-britts"."""
    after, before = _HALF_AFTER.match(text, end), _HALF_BEFORE.search(text, max(0, start - _LONGEST), start)
    if after and not before and text[max(0, start - 1) : start] not in _JOINED and _is_given(after[1]):
        return Candidate(start, after.end(), "name", "medium", SAYS_SMALL)
    if before and not _PART_OF_A_WORD.match(text, end) and _is_given(before[1]) and not is_small_name(before[1]):
        return Candidate(before.start(1), end, "name", "medium", SAYS_SMALL)
    return None


def _is_given(word: str) -> bool:
    return is_given_name(word.title()) or is_given_name(word.removesuffix("s").title())


def _named(text: str, start: int, end: int, known: Set[int]) -> Candidate | None:
    """The name at a place, where somebody else may begin at one of ``known``."""
    name, after = text[start:end], _NEXT.match(text, end)
    if is_word(name.removesuffix("s")) and judge(text, start, end) is not Verdict.NAME:
        return None
    owns = name[-1] == "s" and is_given_name(name[:-1].title()) and name.title() not in name_list("given_names")
    kin = _KIN_AFTER.match(text, end) if owns else None
    if kin and bits_of(kin[1]) & KIN.bit:
        return Candidate(start, end, "name", "medium", SAYS_SMALL, "[namn]s")
    initial = after and after["initial"] and after["initial"] not in _SHORT_WORDS
    stop = after.end("initial") if after and initial else small_surname_end(text, end)
    other = _AND_BEFORE.search(text, max(0, start - 24), start)
    if other and is_given_name(other[1].title()) and not _is_name(other[1]) and _is_led(text, other.start(1)):
        return Candidate(other.start(1), stop, "name", "medium", SAYS_SMALL, f"[namn] {_joint(other)} [namn]")
    led = _is_led(text, start)
    acts = starts_sentence(text, start) and after and (after["word"] and is_said_of_a_person(after["word"]))
    beside = _AND.match(text, stop)
    paired = beside and (beside.start("name") in known or _is_name(beside["name"]) or beside["name"] in _BESIDE_PRONOUN)
    if initial or stop > end or led or acts or paired or (other and _is_name(other[1])):
        return Candidate(start, stop, "name", "medium", SAYS_SMALL, "[namn]s" if owns and not led else "")
    return Candidate(start, end, "possible_name", "low", MAYBE) if len(name) >= _SHORTEST else None


def _joint(other: re.Match[str]) -> str:
    """What stands between the masks of two who are named together."""
    return "eller" if other["joint"].strip().startswith("el") else "och"


def _is_led(text: str, start: int) -> bool:
    """Whether what stands before a word leads to a person."""
    if _TO_A_PERSON.search(text, max(0, start - 20), start):
        return True
    verb = _WORD_BEFORE.search(text, max(0, start - 20), start)
    return verb is not None and infinitive_of(verb[1].lower()) in _DONE_TO_PEOPLE


def _with_others(text: str, end: int) -> Iterable[Candidate]:
    """Those in small letters who are named beside somebody: "wilma o lo"."""
    while (other := _AND.match(text, end)) and _is_name(other["name"]):
        end = other.end()
        yield Candidate(*other.span("name"), "name", "medium", SAYS_SMALL)


def _is_name(word: str) -> bool:
    return is_given_name(word.title()) and not is_word(word) and not is_verb_form(word)
