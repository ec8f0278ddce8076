"""Short forms in small letters, as people type them: "kbt hjälpte inte", "at provar ut", "enl sol".

Those that are no Swedish word are found wherever they stand. Those that are a word too ("at", "sol") are found
only where the word cannot stand; ``data/sv/jargon.toml`` says which is which.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from sip_tui.resources import glossary
from sip_tui.swedish import words
from sip_tui.swedish.grammar.clause import is_finite, is_passive
from sip_tui.swedish.grammar.lexicon import NameMatch

_BEGINS_NO_WORD = frozenset({"lvu", "säbo"})
_TABLES = ("small", "small_noun", "small_joined")
_LAWFUL = re.compile(r"(?:\benl\.?|\benligt|§|\bkap\.?)\s$", re.IGNORECASE)
"""What stands before the name of a law or a method: "enl sol", "4 kap 1 § sol"."""
_PARAGRAPH = re.compile(r"\s(?:\d+ (?:kap|§)|§)")
_PREPOSITION = re.compile(
    r"(?:\b(?:till|med|hos|av|från|via|på|genom|m|t|fr|i|ha|har|få|får|fått|söker|sökt|träffar|ring|ringer|fråga)|/)\s?$"
)
_ALONE = re.compile(
    r"\s*(?:$|[.,;:!?)\n/+]|[-–]\s|(?:och|o|om|för|på|i|under|före|efter|kl|v|inför|sedan|sen|från|till)\b(?! att?\b))"
)
"""What follows a noun that stands alone: the end, a sign, or the next part of the sentence."""
_OPENS = re.compile(r"(?:^|[.!?:;\n•–*-]\s*)$")
_ON_A_DAY = re.compile(r"\s(?:på\s(?:mån|tis|ons|tors|fre|lör|sön|em|fm)|i\s(?:morgon|dag|kväll)|kl\.?\s\d|v\.?\s\d)")
"""What follows a noun that opens a line without a verb: "po på torsdag"."""
_NEXT = re.compile(r"\s([a-zåäö]+)")
_BESIDE_BEFORE = re.compile(r"([A-Za-zÅÄÖåäö]+)(?:/|,? (?:och|o|eller|el|samt|inte|ej|[+&]) |, | / )$")
_BESIDE_AFTER = re.compile(r"(?:/|,? (?:och|o|eller|el|samt|inte|ej|[+&]) |, | / )([A-Za-zÅÄÖåäö]+)")
_REACH = 24
"""Letters before a short form that are looked at."""
_CLUB_BEFORE = re.compile(r"\b(?:i|mot|för|med|heja|laget|klubben)\s[a-zåäö]{4,}\s$", re.IGNORECASE)
_SURNAME_AFTER = re.compile(r"\s[A-ZÅÄÖ]")


@cache
def small_names() -> Mapping[str, str]:
    """Give each short form in small letters with the word that explains it: "vh" → "vårdnadshavare"."""
    heads = {name.lower(): head for name, head in glossary.glossary_names().items() if name[1:] != name[1:].lower()}
    return {name: heads.get(name, name.upper()) for table in _TABLES for name in words("jargon", table)}


@cache
def glued_beginnings() -> frozenset[str]:
    """Give the short forms that no Swedish word begins with: those without a vowel, "lssboende", and a few more."""
    small = (name for name in words("jargon", "small") if len(name) > 2)
    return frozenset(name for name in small if name in _BEGINS_NO_WORD or not re.search("[aeiouyåäö]", name))


def is_meant(match: NameMatch, text: str) -> bool:
    """Whether a short form in small letters is one where it stands, and no word, club or surname."""
    name, before = match.name.name, text[max(0, match.start - _REACH) : match.start]
    if name in words("jargon", "small"):
        return not _is_name(name, before, text, match.end)
    written = text[match.start : match.end].lower()
    if written != name:
        return written != f"{name}s"
    if _LAWFUL.search(before) or _PARAGRAPH.match(text, match.end) or _has_company(name, before, text, match.end):
        return True
    return name in words("jargon", "small_noun") and _stands_as_noun(before, text, match.end)


def _is_name(name: str, before: str, text: str, end: int) -> bool:
    """Whether it belongs to a club, "kalmar fk", or to a surname, "af Klint"."""
    return (name == "fk" and bool(_CLUB_BEFORE.search(before))) or (
        name == "af" and bool(_SURNAME_AFTER.match(text, end))
    )


def _has_company(name: str, before: str, text: str, end: int) -> bool:
    """Whether a short form that is no word stands beside it: "sol/lss", "lss o sol"."""
    beside = _BESIDE_BEFORE.search(before), _BESIDE_AFTER.match(text, end)
    return any(found and _is_short(found[1], name) for found in beside)


def _is_short(word: str, name: str) -> bool:
    """Whether a word beside a name is another short form."""
    lower = word.lower()
    is_listed = lower in words("jargon", "small") or lower in words("jargon", "small_noun")
    return (lower != name and is_listed) or (word.isupper() and 1 < len(word) < 5)


def _stands_as_noun(before: str, text: str, end: int) -> bool:
    """Whether a noun stands here: first before a verb, "at provar ut", or alone after a preposition, "till at."."""
    if _OPENS.search(before):
        found = _NEXT.match(text, end)
        acts = found and (is_finite(found[1]) or is_passive(found[1]))
        return bool(acts or _ON_A_DAY.match(text, end))
    return bool(_PREPOSITION.search(before) and _ALONE.match(text, end))
