"""Who acts: persons, roles and offices in a text, and whether the one that a line begins with does what it says.

A plan must tell who does it. "Skolan kontaktas" says that somebody calls the school, and not who.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sip_tui.swedish import word_table
from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import (
    NOMINATIVE,
    Word,
    is_finite,
    is_infinitive,
    subjunctions,
    verb_form,
)

_MODALS = frozenset({"ska", "skall", "bör", "måste", "kan", "kommer", "att", "behöver", "vill", "har", "hade"})
_GETS = frozenset({"får", "få", "fick"})
_NEEDS = frozenset({"behöver", "saknar"})
_CHARGE = frozenset({"i", "uppdrag", "uppdraget", "ansvar", "ansvaret"})
"""What somebody gets who has something to do: "får i uppdrag att"."""
_BECOMES = frozenset({"blir", "bli", "blev"})
_PARTICIPLE = re.compile(r"[^\W\d_]{2,}(?:d|t|ad|dd|en|na|da)")
_FILLER = re.compile(r"själva?\s+|(?:i uppdrag|uppdraget|ansvar(?:et)? för) att\s+", re.IGNORECASE)
_AND = re.compile(
    r"(?:[,/+&]|(?:(?:och|o|å|samt|and|or|eller|el\.?|resp\.?|respektive|plus"
    r"|(?:tillsammans|ihop|i samråd|i samarbete) med|med (?:hjälp|stöd) av)(?=\s)))\s*",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:[(/]|(?:på|från|hos|vid|i)(?=\s))\s*", re.IGNORECASE)
_CLOSING = re.compile(r"^[\s),.]+")
_RESPONSIBLE = re.compile(
    r"(?P<what>.+?)[\s,;.(–—-]+ansvarig(?:a|t)?:?\s+(?P<name>[^.;()]{2,60}?)[\s.)–—-]*", re.IGNORECASE
)
_ANY = frozenset({"hon", "han", "hen"})
_STARTERS = frozenset({"allt", "den", "det", "detta", "en", "ett", "inget", "mycket", "nästa", "varje"})
_DEFINITE = re.compile(r"\w{3,}(?:en|et|an|rna|na|heten|ing|ingar|tion|or|ar|er)")


def acts(words: str, *, english: bool = False) -> bool:
    """Tell whether the words after a name are something that the named one does.

    Args:
        words: What follows the name: "ska ringa skolan", "ska kontaktas", "får stöd av Samir".
        english: Whether it may be in English, where "calls" is active and ends as the passive does in Swedish.
    """
    plain = [word.strip(",.;:!?").casefold() for word in words.split()]
    plain = [word for word in plain if word not in table("du_form", "adverbs") and word != "själva"]
    while len(plain) > 1 and plain[0] in _MODALS | _GETS and _goes_on(plain):
        plain.pop(0)
    if not plain:
        return True
    return not (_receives(plain) or _looks_passive(plain[0], "as" if english else "s"))


def _goes_on(words: list[str]) -> bool:
    """Whether the main verb comes after the word: "får ringa", "behöver boka", and not "får stöd"."""
    if words[0] not in _GETS | _NEEDS or words[1] in _CHARGE:
        return True
    known = is_infinitive(words[1]) and words[1] not in table("agent", "nouns")
    return known or (words[0] in _NEEDS and words[1].endswith("as"))


def _receives(words: list[str]) -> bool:
    if words[0] in _BECOMES:
        return len(words) > 1 and bool(_PARTICIPLE.fullmatch(words[1]))
    return words[0] in _GETS | _NEEDS


def _looks_passive(word: str, ending: str) -> bool:
    return (
        len(word) > 3
        and word.endswith(ending)
        and word.isalpha()
        and verb_form(word) is None
        and word not in table("agent", "not_passive")
    )


def strip_filler(words: str) -> str:
    """Take off what only says that somebody does it: "själv ringer", "i uppdrag att ringa"."""
    return words[found.end() :] if (found := _FILLER.match(words)) else words


def next_owner(words: str) -> tuple[str, str]:
    """Tell how the next one is named, and what is left: ``and`` for "och …", ``at`` for "på …", empty for neither."""
    for link, pattern in (("and", _AND), ("at", _AT)):
        if found := pattern.match(words):
            return link, words[found.end() :]
    return "", words


def strip_closing(words: str) -> str:
    """Take off what closes the naming of somebody: "(BUP) ringer", "BUP, ringer"."""
    return _CLOSING.sub("", words)


def responsible(line: str) -> tuple[str, str]:
    """Give who is named as responsible at the end of a line, and what stands before it; two empty texts for nobody."""
    found = _RESPONSIBLE.fullmatch(line) if "ansvarig" in line.casefold() else None
    return (found["name"], found["what"]) if found else ("", "")


@cache
def also_called(office: str) -> tuple[str, ...]:
    """Give the short names of a role or an organisation, "soc", "skola"; its own words are not among them."""
    name = office.casefold()
    short = (
        alias
        for alias, beginnings in word_table("agent")["short_names"].items()
        if any(f" {beginning}" in f" {name}" for beginning in beginnings)
    )
    own = re.findall(r"[^\W_]+", name)
    tails = (found["tail"] for word in own if (found := _tails().fullmatch(word)))
    return tuple(dict.fromkeys(alias for alias in (*short, *tails) if alias not in own))


@cache
def _tails() -> re.Pattern[str]:
    """What compounds of offices end with, and are called: "björkskolan" is "skolan"."""
    return re.compile(rf"[^\W\d_]{{2,}}?(?P<tail>{'|'.join(word_table('agent')['tails'])})(?:n|en|et)?")


def is_agent(words: Sequence[Word], at: int) -> bool:
    """Whether a word names somebody who may act: a person, a role, a relative, an office, a name."""
    return pronouns_of(words, at) is not None or _is_office(words[at].text)


def pronouns_of(words: Sequence[Word], at: int) -> frozenset[str] | None:
    """Give the pronouns that a named person may have further on; None for a word that names no person.

    A capital in a sentence is a name; at its beginning it is one when it is a common name, or when a verb follows.
    """
    word = words[at]
    low = word.low
    for pronoun in ("hon", "han", "hen"):
        if low in table("du_form", pronoun):
            return _ANY if pronoun == "hen" else frozenset({pronoun, "hen"})
    if low.endswith(tuple(table("du_form", "roles"))):
        return _ANY
    if not word.has_capital or _is_office(word.text):
        return None
    common = given_name_pronouns(low) or given_name_pronouns(low.removesuffix("s"))
    if common:
        return common
    return None if word.opens and not _opens_as_name(words, at) else _ANY


def given_name_pronouns(name: str) -> frozenset[str]:
    """Give the pronouns that a common given name goes with; empty for any other word."""
    found = {pronoun for pronoun in ("hon", "han") if name in table("given_name_pronouns", pronoun)}
    return frozenset(found | {"hen"}) if found else frozenset()


def _is_office(text: str) -> bool:
    low = text.lower()
    offices = table("du_form", "offices")
    return low in offices or (low.endswith(tuple(name for name in offices if len(name) > 4)))


def _opens_as_name(words: Sequence[Word], at: int) -> bool:
    """Whether an unknown word with a capital, at the beginning of a sentence, is somebody: "Zahra ringer"."""
    low = words[at].low
    after = words[at + 1] if at + 1 < len(words) and not words[at + 1].opens else None
    acts = after is None or after.has_capital or is_finite(after.low) or after.low in {"och", "o"}
    known = verb_form(low) or low in subjunctions() or low in NOMINATIVE or low in _STARTERS
    listed = low in table("du_form", "prepositions") or low in table("du_form", "adverbs")
    return bool(acts and not known and not listed and not _DEFINITE.fullmatch(low))
